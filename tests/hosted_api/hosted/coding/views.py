"""Running and submitting code, and the assistant that is not configured. Sections 6 and 7 of the contract."""

import time

from django.db.models import Max
from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework.decorators import api_view, permission_classes
from rest_framework.exceptions import PermissionDenied, Throttled
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from hosted.coding import runner
from hosted.core import profile, throttle
from hosted.core.once import key_of, occurred_at, once
from hosted.learning.models import Exercise, Submission

_LONGEST = 10_000
_KEEP_SECONDS = 300
_kept: dict[str, tuple[float, dict]] = {}


@api_view(["POST"])
def execute(request):
    throttle.check(request, "execute-ip", "30/m", by="ip")
    throttle.check(request, "execute", "10/m")
    code = request.data.get("code")
    if not code or not isinstance(code, str):
        return Response({"success": False, "error": "Valid code string is required"}, status=400)
    if len(code) > _LONGEST:
        return Response({"success": False, "error": "Code exceeds maximum length of 10,000 characters"}, status=400)
    return Response(runner.run(code))


@api_view(["POST"])
def code_execution(request):
    code = request.data.get("code", "")
    if request.data.get("test_inputs"):
        return Response({"success": False, "output": "", "error": "'str' object has no attribute 'get'", "execution_time": 0, "memory_used": 0})
    at, answer = _kept.get(code, (0, None))
    if answer is None or time.monotonic() - at > _KEEP_SECONDS:
        result = runner.run(code, seconds=min(60, max(1, int(request.data.get("timeout", 5)))))
        answer = {"success": result["success"], "output": result.get("stdout", ""), "error": result.get("stderr") or result.get("error", ""),
                  "execution_time": result.get("execution_time", 0.0), "memory_used": float(result.get("memory_used", 0))}
        _kept[code] = time.monotonic(), answer
    return Response(answer)


@api_view(["POST"])
def submit(request, pk):
    throttle.check(request, "submit", "20/m")
    if not isinstance(request.data, dict) or not request.data.get("code"):
        return Response({"success": False, "error": "No code provided"}, status=400)
    try:
        return _submit(request, pk)
    except (PermissionDenied, Throttled):
        raise
    except Exception:
        if profile.repaired():
            raise
        # Also for an exercise that does not exist.
        return Response({"success": False, "error": "Internal server error during submission evaluation"}, status=500)


@once
def _submit(request, pk):
    exercise = get_object_or_404(Exercise, pk=pk, is_published=True)
    cases = [{"name": case.name, "input": case.input_data, "expected": case.expected_output} for case in exercise.test_cases.all()]
    result = runner.run(str(request.data["code"]), cases, exercise.time_limit)
    tests = result.get("test_results", [])
    passed, total = sum(test["passed"] for test in tests), len(cases)
    score = int(100 * passed / total) if total else 0
    highest = Submission.objects.filter(user=request.user, exercise=exercise).aggregate(Max("attempt_number"))["attempt_number__max"] or 0
    # Deployed: the wrong keys are read, so that each stored row says failed, 0 of 0. Two at once collide on the attempt's number.
    stored = {"status": "passed" if score >= 80 else "failed", "passed_tests": passed, "total_tests": total} if profile.repaired() else {"status": "failed"}
    row = Submission.objects.create(
        user=request.user, exercise=exercise, code=request.data["code"], score=score, attempt_number=highest + 1,
        client_id=key_of(request), submitted_at=occurred_at(request) or timezone.now(), **stored)
    more = {"client_id": row.client_id, "submitted_at": row.submitted_at.isoformat()} if profile.repaired() else {}
    return Response(result | {"score": score, "passed_tests": passed, "total_tests": total, "is_correct": score >= 80,
                              "submission_id": str(row.pk), "attempt_number": row.attempt_number} | more)


@api_view(["POST"])
def exercise_evaluation(request):
    cases = (request.data.get("exercise_data") or {}).get("test_cases") or []
    result = runner.run(str(request.data.get("code", "")), [
        {"name": str(case.get("name", "")), "input": str(case.get("input", "")), "expected": str(case.get("expected", ""))} for case in cases])
    tests = result.get("test_results", [])
    if not result["success"]:
        return Response({"status": "error", "message": result["error"], "score": 0, "passed_tests": 0, "total_tests": len(cases), "test_results": [],
                         "total_execution_time": result["total_execution_time"], "issues": [result["error"]]})
    passed = sum(test["passed"] for test in tests)
    return Response({"status": "passed" if passed == len(cases) else "failed", "message": f"{passed}/{len(cases)} tests passed",
                     "score": int(100 * passed / len(cases)) if cases else 0, "passed_tests": passed, "total_tests": len(cases),
                     "test_results": tests, "total_execution_time": result["total_execution_time"]})


@api_view(["GET"])
@permission_classes([AllowAny])
def docker_status(request):
    return Response({"docker_available": True, "system_info": {}, "executor_type": "subprocess", "languages_supported": ["python"]})


_ASSISTANCE = ["code_explanation", "error_help", "hint_generation", "code_review", "exercise_generation"]


@api_view(["POST"])
def ai_assistance(request):
    throttle.check(request, "ai", "30/h")
    errors = {}
    wanted, content = request.data.get("assistance_type"), request.data.get("content")
    if wanted is None:
        errors["assistance_type"] = ["This field is required."]
    elif wanted not in _ASSISTANCE:
        errors["assistance_type"] = [f'"{wanted}" is not a valid choice.']
    if content is None:
        errors["content"] = ["This field is required."]
    elif not str(content).strip():
        errors["content"] = ["This field may not be blank."]
    if errors:
        return Response(errors, status=400)
    return Response({
        "assistance_type": wanted, "success": True,
        "response": "AI service temporarily unavailable: Cannot find OpenAI API key. Please set the OPENAI_API_KEY environment variable "
                    "or the OPENAI_API_KEY backend config value in Django settings."})
