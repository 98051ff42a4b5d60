"""Sign-in, tokens, sign-out. Section 2 of the contract."""

import json
import threading
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from rest_framework.decorators import api_view, permission_classes
from rest_framework.exceptions import NotAuthenticated, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.serializers import TokenObtainPairSerializer, TokenRefreshSerializer
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken
from rest_framework_simplejwt.views import TokenViewBase

from hosted.accounts.json import login_user
from hosted.accounts.models import RefreshGrace, User, UserProfile
from hosted.core import ledger, profile, throttle

_grace_lock = threading.Lock()


def set_token_cookies(response, access: str, refresh: str):
    for name, value, lifetime in (("access_token", access, AccessToken.lifetime), ("refresh_token", refresh, RefreshToken.lifetime)):
        response.set_cookie(name, value, max_age=int(lifetime.total_seconds()), httponly=True, samesite="Lax", secure=settings.TLS)
    return response


def signed_in(user, refresh) -> Response:
    """The answer to login and register: tokens in cookies, and only where repaired in the body."""
    access = str(refresh.access_token)
    body = {"user": login_user(user), "success": True}
    if profile.repaired():
        body |= {"access": access, "refresh": str(refresh)}
    return set_token_cookies(Response(body), access, str(refresh))


class LoginSerializer(TokenObtainPairSerializer):
    username_field = "email"


class Login(TokenViewBase):
    def post(self, request, *args, **kwargs):
        serializer = LoginSerializer(data=request.data, context={"request": request})
        serializer.is_valid(raise_exception=True)
        request._request.user = serializer.user
        return signed_in(serializer.user, RefreshToken(serializer.validated_data["refresh"]))


class Refresh(TokenViewBase):
    """Rotates without a grace period and not atomically, as SimpleJWT does. The account is not looked at."""

    def post(self, request, *args, **kwargs):
        cookie = request.COOKIES.get("refresh_token")
        if profile.repaired() and not isinstance(request.data, dict):
            raise ValidationError({"refresh": ["This field is required."]})
        # A JSON array has no get(): the deployed server fails with a page.
        sent = cookie or request.data.get("refresh")
        user = self._owner(sent)
        if user:
            request._request.user = user
        name = user.username if user else "?"
        ledger.refresh_begins(name)
        ok = False
        try:
            access, refresh = self._rotate_with_grace(sent) if profile.repaired() else self._rotate(sent)
            ok = True
        finally:
            ledger.refresh_ends(name, ok)
        body = {"access": access, "refresh": refresh} if profile.repaired() else {}
        return set_token_cookies(Response(body), access, refresh)

    @staticmethod
    def _owner(sent):
        try:
            return User.objects.filter(pk=RefreshToken(sent, verify=False)["user_id"]).first()
        except (TokenError, KeyError, TypeError, ValueError, AttributeError):
            return None

    @staticmethod
    def _rotate(sent) -> tuple[str, str]:
        serializer = TokenRefreshSerializer(data={"refresh": sent} if sent else {})
        try:
            serializer.is_valid(raise_exception=True)
        except TokenError as error:
            raise InvalidToken(error.args[0]) from error
        return serializer.validated_data["access"], serializer.validated_data["refresh"]

    def _rotate_with_grace(self, sent) -> tuple[str, str]:
        with _grace_lock:
            jti = None
            try:
                jti = RefreshToken(sent, verify=False)["jti"]
            except (TokenError, KeyError, TypeError, AttributeError):
                pass  # _rotate() says what is wrong with it
            if jti:
                since = timezone.now() - timedelta(seconds=profile.REFRESH_GRACE_SECONDS)
                row = RefreshGrace.objects.filter(jti=jti, used_at__gte=since).first()
                if row:
                    return row.access, row.refresh
            with transaction.atomic():
                access, refresh = self._rotate(sent)
                RefreshGrace.objects.create(jti=jti, access=access, refresh=refresh, used_at=timezone.now())
            return access, refresh


def _blacklist(token: str) -> None:
    try:
        RefreshToken(token).blacklist()
    except (TokenError, AttributeError):
        pass  # gone already: signing out is done either way


@api_view(["POST"])
@permission_classes([AllowAny])
def logout(request):
    body_token = request.data.get("refresh") if profile.repaired() and isinstance(request.data, dict) else None
    if not request.user.is_authenticated and not body_token:
        raise NotAuthenticated()
    # Deployed: only a cookie counts, a token in the body is ignored.
    token = request.COOKIES.get("refresh_token") or body_token
    if token:
        _blacklist(token)
    response = Response({"success": True, "detail": "Successfully logged out"})
    response.delete_cookie("access_token")
    response.delete_cookie("refresh_token")
    return response


@api_view(["POST"])
@permission_classes([AllowAny])
def register(request):
    """No validation at all, as deployed: the form has to do it."""
    throttle.check(request, "register", "3/m", by="ip")
    try:
        data = json.loads(request.body or b"{}")
        username, email, password = (data.get(key) for key in ("username", "email", "password"))
    except (ValueError, AttributeError):
        return Response({"error": "Invalid JSON data"}, status=400)
    if not username or not email or not password:
        return Response({"error": "Username, email, and password are required"}, status=400)
    if User.objects.filter(username=username).exists() or User.objects.filter(email=email).exists():
        return Response({"error": "User with these credentials already exists"}, status=400)
    try:
        user = User.objects.create_user(username, email, password, first_name=data.get("first_name", ""), last_name=data.get("last_name", ""))
        UserProfile.objects.create(user=user)
    except (IntegrityError, TypeError, ValueError):
        return Response({"error": "Registration failed"}, status=500)
    return signed_in(user, RefreshToken.for_user(user))


@api_view(["GET"])
def user(request):
    me = request.user
    body = login_user(me) | {"is_staff": me.is_staff, "is_superuser": me.is_superuser, "date_joined": me.date_joined}
    return Response({"user": body, "authenticated": True})


@api_view(["GET"])
@permission_classes([AllowAny])
def status(request):
    me = request.user
    known = me.is_authenticated
    return Response({"authenticated": known, "user_id": me.pk if known else None, "username": me.username if known else None})


@api_view(["GET"])
@permission_classes([AllowAny])
def capabilities(request):
    if not profile.repaired():
        from hosted.urls import not_found_page

        return not_found_page(request._request)
    return Response({"version": 1, "capabilities": profile.CAPABILITIES, "refresh_grace_seconds": profile.REFRESH_GRACE_SECONDS})
