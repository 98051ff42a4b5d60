find_package(Qt6 6.4.2 REQUIRED COMPONENTS WebChannel)

list(APPEND STUDIO_UI_SOURCES
    lessons/web_engine.cpp lessons/web_engine.h
    lessons/lesson_profile.cpp lessons/lesson_profile.h lessons/lesson_web_page.cpp lessons/lesson_web_page.h
    lessons/lesson_bridge.h lessons/lesson_view.cpp lessons/lesson_view.h lessons/lesson_web.cpp lessons/lesson_web.h
    lessons/lesson_texts.cpp lessons/lesson_texts.h lessons/lesson_json.cpp lessons/lesson_json.h
    lessons/lesson_answer.cpp lessons/lesson_answer.h lessons/verdict_json.cpp lessons/verdict_json.h
    lessons/lesson_hints.cpp lessons/lesson_hints.h lessons/output_buffer.cpp lessons/output_buffer.h
    lessons/lesson_examples.cpp lessons/lesson_examples.h lessons/lesson_exercises.cpp lessons/lesson_exercises.h
    lessons/lesson_notes.cpp lessons/lesson_notes.h lessons/lesson_page.cpp lessons/lesson_page.h)

list(APPEND STUDIO_UI_LIBRARIES Qt6::WebEngineWidgets Qt6::WebChannel)
