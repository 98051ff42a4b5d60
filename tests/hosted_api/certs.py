"""A certificate authority made for one run, and certificates that are right, or wrong in one way each."""

import datetime
import ipaddress
import pathlib
import ssl

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _pem(key) -> bytes:
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def _certificate(subject: str, key, issuer: str, issuer_key, *, ca=False, hosts=(), days=(-1, 30)):
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (x509.CertificateBuilder().subject_name(_name(subject)).issuer_name(_name(issuer)).public_key(key.public_key())
               .serial_number(x509.random_serial_number()).not_valid_before(now + datetime.timedelta(days=days[0]))
               .not_valid_after(now + datetime.timedelta(days=days[1])).add_extension(x509.BasicConstraints(ca, None), critical=True)
               .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
               .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False))
    if ca:
        builder = builder.add_extension(x509.KeyUsage(False, False, False, False, False, True, True, False, False), critical=True)
    else:
        names = [x509.IPAddress(ipaddress.ip_address(host)) if host[0].isdigit() else x509.DNSName(host) for host in hosts]
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        builder = builder.add_extension(x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


def make(folder: pathlib.Path) -> tuple[pathlib.Path, dict[str, ssl.SSLContext]]:
    """Writes ca.pem; returns it and a context for each way to present oneself."""
    folder.mkdir(parents=True, exist_ok=True)
    here = ("127.0.0.1", "localhost")
    authority, stranger, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = _certificate("Test authority", authority, "Test authority", authority, ca=True)
    ca = folder / "ca.pem"
    ca.write_bytes(root.public_bytes(serialization.Encoding.PEM))
    leaves = {
        "good": _certificate("localhost", key, "Test authority", authority, hosts=here),
        "expired": _certificate("localhost", key, "Test authority", authority, hosts=here, days=(-30, -1)),
        "wrong-host": _certificate("elsewhere.example.net", key, "Test authority", authority, hosts=("elsewhere.example.net",)),
        "unknown-ca": _certificate("localhost", key, "School proxy", stranger, hosts=here),
        "self-signed": _certificate("localhost", key, "localhost", key, hosts=here),
    }
    contexts = {}
    for name, leaf in leaves.items():
        file = folder / f"{name}.pem"
        file.write_bytes(leaf.public_bytes(serialization.Encoding.PEM) + _pem(key))
        file.chmod(0o600)
        contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        contexts[name].load_cert_chain(file)
    return ca, contexts
