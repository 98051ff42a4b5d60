"""v1/exercise-answers/: the repaired server's place for work in exercises of both catalogues. Shape and rules: ../../README.md."""

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from rest_framework.decorators import api_view
from rest_framework.exceptions import NotAuthenticated, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.decorators import permission_classes
from rest_framework.response import Response

from hosted.cms.models import Page
from hosted.core import profile, web
from hosted.core.once import occurred_at, once
from hosted.learning.models import Exercise
from hosted.progress.models import ExerciseAnswer

_LARGEST_CODE = 100_000


def answer_json(row: ExerciseAnswer) -> dict:
    return {name: getattr(row, name) for name in (
        "catalogue", "exercise_id", "code", "answers", "step", "completed", "completed_at", "score", "updated_at", "version", "client_id")}


def _answered(row, status=200):
    return Response(answer_json(row), status=status, headers={"ETag": f'"{row.version}"'})


def _not_there(request):
    from hosted.urls import not_found_page

    return not_found_page(request._request)


def _guard(request):
    if not request.user.is_authenticated:
        raise NotAuthenticated()


@api_view(["GET"])
@permission_classes([AllowAny])
def answers(request):
    if not profile.repaired():
        return _not_there(request)
    _guard(request)
    rows = ExerciseAnswer.objects.filter(user=request.user).exclude(catalogue="student").order_by("-updated_at", "-pk")
    if request.GET.get("catalogue"):
        rows = rows.filter(catalogue=request.GET["catalogue"])
    return web.page_of(request, web.updated_since(request, rows), answer_json)


def _exists(catalogue: str, exercise_id: int) -> bool:
    if catalogue == "legacy":
        return Exercise.objects.filter(pk=exercise_id, is_published=True).exists()
    return catalogue == "cms" and Page.objects.filter(pk=exercise_id, live=True, kind__in=("exercise", "step_exercise")).exists()


_TYPES = {"code": str, "answers": dict, "step": (int, type(None)), "completed": bool, "score": (int, type(None))}


def _check(data) -> None:
    if not isinstance(data, dict):
        raise ValidationError({"detail": "An object is expected."})
    wrong = {name: ["Wrong type."] for name, kind in _TYPES.items()
             if name in data and (not isinstance(data[name], kind) or (isinstance(data[name], bool) and kind is not bool))}
    if not wrong and len(data.get("code", "")) > _LARGEST_CODE:
        wrong = {"code": [f"Ensure this field has no more than {_LARGEST_CODE} characters."]}
    if wrong:
        raise ValidationError(wrong)


def _precondition_fails(request, row) -> bool:
    wanted = request.META.get("HTTP_IF_MATCH")
    if wanted is not None:
        return row is None or (wanted.strip() != "*" and f'"{row.version}"' not in [part.strip() for part in wanted.split(",")])
    return request.META.get("HTTP_IF_NONE_MATCH", "").strip() == "*" and row is not None


@api_view(["GET", "PUT"])
@permission_classes([AllowAny])
def answer(request, catalogue, exercise_id):
    if not profile.repaired():
        return _not_there(request)
    _guard(request)
    if not _exists(catalogue, exercise_id):
        raise Http404("No Exercise matches the given query.")
    if request.method == "PUT":
        return _put(request, catalogue, exercise_id)
    row = ExerciseAnswer.objects.filter(user=request.user, catalogue=catalogue, exercise_id=exercise_id).first()
    if row is None:
        raise Http404("No answer yet.")
    return _answered(row)


@once
def _put(request, catalogue, exercise_id):
    data = request.data
    _check(data)
    with transaction.atomic():
        row = ExerciseAnswer.objects.filter(user=request.user, catalogue=catalogue, exercise_id=exercise_id).first()
        if _precondition_fails(request, row):
            return _answered(row, 412) if row else Response({"detail": "There is no answer yet."}, status=412)
        created = row is None
        if created:
            row = ExerciseAnswer(user=request.user, catalogue=catalogue, exercise_id=exercise_id, version=0)
        when = occurred_at(request) or timezone.now()
        for name in ("code", "answers", "step", "score"):
            if name in data:
                setattr(row, name, data[name])
        if data.get("reset") is True:
            row.completed, row.completed_at = False, None
        if data.get("completed") and not row.completed:
            row.completed, row.completed_at = True, when
        row.client_id = data.get("client_id")
        row.updated_at = timezone.now()
        row.version += 1
        row.save()
    return _answered(row, 201 if created else 200)
