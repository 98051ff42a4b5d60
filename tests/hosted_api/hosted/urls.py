from django.http import HttpResponseNotFound
from django.urls import include, path, re_path

from hosted.accounts import auth
from hosted.accounts import views as accounts
from hosted.cms import views as cms
from hosted.coding import views as coding
from hosted.community import views as community
from hosted.core import media
from hosted.learning import views as learning
from hosted.progress import answers
from hosted.progress import views as progress


def not_found_page(request, exception=None):
    return HttpResponseNotFound("<!doctype html><html><head><title>Not Found</title></head><body><h1>Not Found</h1></body></html>")


handler404 = not_found_page

_auth = [
    path("login/", auth.Login.as_view()),
    path("refresh/", auth.Refresh.as_view()),
    path("logout/", auth.logout),
    path("register/", auth.register),
    path("user/", auth.user),
    path("status/", auth.status),
]

_legacy = [
    path("categories/", learning.categories),
    path("categories/<int:pk>/courses/", learning.category_courses),
    path("courses/", learning.courses),
    path("courses/<int:pk>/", learning.course),
    path("courses/<int:pk>/lessons/", learning.course_lessons),
    path("courses/<int:pk>/reviews/", learning.course_reviews),
    path("courses/<int:pk>/enroll/", learning.enroll),
    path("courses/<int:pk>/unenroll/", learning.unenroll),
    path("courses/<int:pk>/progress/", progress.course_progress),
    path("lessons/", learning.lessons),
    path("lessons/<int:pk>/", learning.lesson),
    path("lessons/<int:pk>/exercises/", learning.lesson_exercises),
    path("lessons/<int:pk>/start/", progress.start),
    path("lessons/<int:pk>/complete/", progress.complete),
    path("lessons/<int:pk>/position/", progress.position),
    path("lessons/<int:pk>/bookmark/", progress.bookmark),
    path("lessons/<int:pk>/progress/", progress.lesson_progress),
    path("progress/", progress.progress),
    path("progress/<int:pk>/", progress.one_progress),
    path("enrollments/", learning.enrollments),
    path("enrollments/<int:pk>/", learning.one_enrollment),
    path("exercises/", learning.exercises),
    path("exercises/<int:pk>/", learning.exercise),
    path("exercises/<int:pk>/hints/", learning.exercise),
    path("exercises/<int:pk>/test_cases/", learning.exercise_test_cases),
    path("exercises/<int:pk>/submit/", coding.submit),
    path("test-cases/", learning.test_cases),
    path("exercise-types/", community.public_empty_list),
    path("learning-paths/", community.public_empty_list),
    path("hints/", learning.always_q10),
    path("programming-languages/", learning.always_q10),
    path("exercise-progress/", progress.exercise_progress),
    path("exercise-answers/", answers.answers),
    path("exercise-answers/<str:catalogue>/<int:exercise_id>/", answers.answer),
    path("submissions/", learning.submissions),
    path("submissions/<str:pk>/", learning.submissions),
    path("reviews/", learning.reviews),
    path("reviews/<int:pk>/", learning.one_review),
    path("execute/", coding.execute),
    path("code-execution/", coding.code_execution),
    path("exercise-evaluation/", coding.exercise_evaluation),
    path("docker/status/", coding.docker_status),
    path("ai-assistance/", coding.ai_assistance),
]

_cms = [
    path("wagtail/homepage/", cms.homepage),
    path("wagtail/exercises/", cms.exercises),
    path("wagtail/exercises/<str:slug>/", cms.exercise),
    path("wagtail/step-exercises/<str:slug>/", cms.step_exercise),
    path("wagtail/playground/", cms.playground),
    path("wagtail/user-enrollments/", cms.user_enrollments),
    path("learning/", cms.learning_index),
    path("learning/courses/", cms.courses),
    path("learning/courses/<str:slug>/", cms.course),
    path("learning/courses/<str:slug>/exercises/", cms.course_exercises),
    path("learning/courses/<str:slug>/enroll/", cms.enroll),
    path("learning/courses/<str:slug>/unenroll/", cms.unenroll),
    path("learning/courses/<str:slug>/enrollment-status/", cms.enrollment_status),
    path("learning/courses/<str:course_slug>/lessons/<str:slug>/", cms.lesson),
    path("learning/courses/<str:course_slug>/lessons/<str:lesson_slug>/exercises/<str:slug>/", cms.lesson_exercise),
    path("blog/", cms.posts),
    path("blog/categories/", cms.blog_categories),
    path("blog/<str:slug>/", cms.post),
]

_people = [
    path("users/", accounts.users),
    path("users/me/", accounts.me),
    path("users/upload_avatar/", accounts.upload_avatar),
    path("users/<int:pk>/", accounts.one_user),
    path("user-profiles/", accounts.profiles),
    path("user-profiles/<int:pk>/", accounts.one_profile),
    path("notifications/", community.notifications),
    path("notifications/mark_all_read/", community.mark_all_read),
    path("notifications/<int:pk>/", community.notification),
    path("notifications/<int:pk>/mark_read/", community.mark_read),
    path("study-groups/", community.study_groups),
    path("study-groups/<int:pk>/join/", community.study_group_membership),
    path("study-groups/<int:pk>/leave/", community.study_group_membership),
    path("peer-reviews/", community.peer_reviews),
    path("code-reviews/", community.peer_reviews),
    path("learning-buddies/", community.empty_list),
    path("learning-sessions/", community.empty_list),
    path("discussions/", community.discussions),
    path("discussions/<int:pk>/", community.discussions),
    path("discussion-replies/", community.discussions),
    path("integrated-content/permissions/", community.integrated_permissions),
    path("integrated-content/forums/", community.integrated_forums),
]

urlpatterns = [
    path("api/v1/capabilities/", auth.capabilities),
    path("api/v1/auth/", include(_auth)),
    path("api/v1/", include(_legacy + _cms + _people)),
    path("api/", include("hosted.forum.urls")),
    re_path(r"^media/(?P<path>.+)$", media.serve),
]
