"""Packages for tests. `make FOLDER NAME VERSION [NEEDS...]` writes a wheel (NAME ending in .tar.gz: a source package),
`serve FOLDER [slow|password]` shows the folder as a PEP 503 index on the loopback and prints its port."""

import base64
import hashlib
import http.server
import pathlib
import sys
import time
import zipfile


def make(folder, name, version, needs=(), padding=0):
    module = name.replace("-", "_")
    info = f"{module}-{version}.dist-info"
    files = {
        f"{module}/__init__.py": f"VERSION = {version!r}\n",
        f"{module}/data.bin": bytes(i * 7919 % 251 for i in range(padding)),
        f"{info}/METADATA": "".join([
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: The {name} of the tests\n",
            *(f"Requires-Dist: {each}\n" for each in needs), "\nA description.\n"]),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"{info}/RECORD"
    lines = []
    with zipfile.ZipFile(pathlib.Path(folder) / f"{module}-{version}-py3-none-any.whl", "w") as wheel:
        for path, content in files.items():
            content = content.encode() if isinstance(content, str) else content
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            wheel.writestr(path, content)
            lines.append(f"{path},sha256={digest},{len(content)}\n")
        wheel.writestr(record, "".join(lines) + f"{record},,\n")


def serve(folder, mode):
    root = pathlib.Path(folder)

    class Index(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            parts = [part for part in self.path.split("?")[0].split("/") if part]
            if mode == "password" and self.headers.get("Authorization") != "Basic " + base64.b64encode(
                    b"ada:secret").decode():
                return self.answer(401, b"who are you?")
            if parts[:1] == ["simple"] and len(parts) == 2:
                found = [each.name for each in root.iterdir()
                         if each.name.partition("-")[0].replace("_", "-").lower() == parts[1]]
                page = "".join(f'<a href="/files/{name}">{name}</a><br>' for name in sorted(found))
                return self.answer(200 if found else 404, f"<!DOCTYPE html><html><body>{page}</body></html>".encode())
            file = root / parts[-1] if parts[:1] == ["files"] and len(parts) == 2 else None
            if file is None or not file.is_file():
                return self.answer(404, b"")
            return self.answer(200, file.read_bytes())

        def answer(self, status, body):
            self.send_response(status)
            self.send_header("Content-Type", "text/html" if body[:1] == b"<" else "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if mode != "slow" or len(body) < 10_000:
                self.wfile.write(body)
                return
            for start in range(0, len(body), 4096):  # for ever, as a person sees it
                self.wfile.write(body[start:start + 4096])
                self.wfile.flush()
                time.sleep(0.2)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Index)
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "")
    elif sys.argv[3].endswith(".tar.gz"):
        (pathlib.Path(sys.argv[2]) / sys.argv[3]).write_bytes(b"a source package")
    else:
        make(sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5:], 400_000 if sys.argv[3] == "large" else 0)
