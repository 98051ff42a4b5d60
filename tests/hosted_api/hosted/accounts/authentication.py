from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import AuthenticationFailed


class CookieOrBearer(JWTAuthentication):
    """The access_token cookie decides when it is there, even when the header is better (contract 2.2)."""

    def authenticate(self, request):
        cookie = request.COOKIES.get("access_token")
        if cookie is None:
            return super().authenticate(request)
        token = self.get_validated_token(cookie)
        return self.get_user(token), token

    def get_user(self, validated_token):
        user = super().get_user(validated_token)
        if user.is_deleted:
            raise AuthenticationFailed("User not found", code="user_not_found")
        return user
