from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.db.models import Q

from hosted.accounts.models import User


class QuickHasher(PBKDF2PasswordHasher):
    """Real hashes, few rounds: a test signs in often."""

    algorithm = "pbkdf2_sha256"
    iterations = 500


class NameOrEmail(ModelBackend):
    """The user name or the e-mail address, whatever the case of its letters."""

    def authenticate(self, request, email=None, password=None, **kwargs):
        if not email or password is None:
            return None
        try:
            # Two users found (one's name is the other's address) is an error nobody catches, as it is on the platform.
            user = User.objects.get(Q(username__iexact=email) | Q(email__iexact=email))
        except User.DoesNotExist:
            return None
        alive = self.user_can_authenticate(user) and not user.is_deleted
        return user if alive and user.check_password(password) else None
