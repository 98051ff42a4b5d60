"""The own account and the list of users. Section 9 of the contract."""

from django.db import transaction
from django.http import Http404
from rest_framework.decorators import api_view, parser_classes, permission_classes
from rest_framework.exceptions import PermissionDenied, Throttled
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from hosted.accounts.json import PROFILE_FIELDS, profile_json, user_json
from hosted.accounts.models import User, UserProfile
from hosted.core import throttle, web

_EDITABLE = ["username", "email", "first_name", "last_name"]
_NUMBERS = [name for name in PROFILE_FIELDS if name.startswith(("total", "current", "longest", "follow"))]


def _edit_me(me, data) -> dict:
    errors = {}
    for name in _EDITABLE:
        if name not in data:
            continue
        value = data[name]
        if not isinstance(value, str):
            errors[name] = ["Not a valid string."]
        elif not value and name in ("username", "email"):
            errors[name] = ["This field may not be blank."]
        elif name in ("username", "email") and User.objects.filter(**{name: value}).exclude(pk=me.pk).exists():
            errors[name] = [f"user with this {name} already exists."]
        else:
            setattr(me, name, value)
    if "is_active" in data:  # accepted by the deployed server, and locks the account out at once
        me.is_active = bool(data["is_active"])
    return errors


@api_view(["GET", "PATCH"])
def me(request):
    if request.method == "PATCH":
        user = User.objects.get(pk=request.user.pk)
        errors = _edit_me(user, request.data)
        if errors:
            return Response(errors, status=400)
        user.save()
        return Response(user_json(user, request))
    return Response(user_json(request.user, request))


@api_view(["POST"])
@parser_classes([MultiPartParser, JSONParser])
def upload_avatar(request):
    """The only endpoint that answers 429 in both profiles."""
    try:
        throttle.check(request, "avatar", "10/m")
    except PermissionDenied as error:
        raise Throttled(wait=60) from error
    file = request.FILES.get("avatar")
    if file is None:
        return Response({"error": "No avatar file provided"}, status=400)
    if file.size > 5 * 1024 * 1024:
        return Response({"error": "File too large"}, status=400)
    from django.conf import settings

    folder = settings.DATA / "media" / "avatars"
    folder.mkdir(parents=True, exist_ok=True)
    name = f"avatars/{request.user.pk}.png"
    (settings.DATA / "media" / name).write_bytes(file.read())
    User.objects.filter(pk=request.user.pk).update(avatar=name)
    return Response(user_json(User.objects.get(pk=request.user.pk), request))


@api_view(["GET"])
@permission_classes([AllowAny])
def users(request):
    return web.page_of(request, User.objects.order_by("pk"), lambda user: user_json(user, request))


@api_view(["GET"])
@permission_classes([AllowAny])
def one_user(request, pk):
    found = User.objects.filter(pk=pk).first()
    if found is None:
        raise Http404("No User matches the given query.")
    return Response(user_json(found, request))


@api_view(["GET"])
def profiles(request):
    UserProfile.objects.get_or_create(user=request.user)
    return web.page_of(request, UserProfile.objects.filter(user=request.user).select_related("user"), lambda row: profile_json(row, request))


@api_view(["GET", "PATCH"])
def one_profile(request, pk):
    with transaction.atomic():
        row = UserProfile.objects.filter(user=request.user, pk=pk).select_related("user").first()
        if row is None:
            raise Http404("No UserProfile matches the given query.")
        if request.method == "PATCH":
            for name in PROFILE_FIELDS:
                value = request.data.get(name)
                if name in request.data and name in _NUMBERS and (isinstance(value, bool) or not isinstance(value, int)):
                    return Response({name: ["A valid integer is required."]}, status=400)
                if name in request.data:
                    setattr(row, name, value)
            row.save()
        return Response(profile_json(row, request))
