list(APPEND STUDIO_UI_SOURCES
    lessons/lesson_web.cpp lessons/lesson_web.h
    lessons/lesson_texts.cpp lessons/lesson_texts.h lessons/lesson_json.cpp lessons/lesson_json.h
    lessons/lesson_answer.cpp lessons/lesson_answer.h lessons/verdict_json.cpp lessons/verdict_json.h
    lessons/lesson_hints.cpp lessons/lesson_hints.h
    lessons/lesson_examples.cpp lessons/lesson_examples.h lessons/lesson_exercises.cpp lessons/lesson_exercises.h
    lessons/lesson_notes.cpp lessons/lesson_notes.h lessons/lesson_page.cpp lessons/lesson_page.h)
