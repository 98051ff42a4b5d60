list(APPEND STUDIO_UI_SOURCES
    common/links.cpp common/links.h
    widgets/rich_text_view.cpp widgets/rich_text_view.h widgets/work_split.cpp widgets/work_split.h
    exercises/answer_view.cpp exercises/answer_view.h exercises/blank_regions.cpp exercises/blank_regions.h
    exercises/choice_answer.cpp exercises/choice_answer.h exercises/code_answer.cpp exercises/code_answer.h
    exercises/exercise_page.cpp exercises/exercise_page.h exercises/exercise_page_part.h exercises/exercise_page_forum.cpp exercises/exercise_workbench.cpp exercises/exercise_workbench.h
    exercises/exercise_topics.cpp exercises/exercise_topics.h exercises/exercise_thread.cpp exercises/exercise_thread.h exercises/last_try_watch.cpp exercises/last_try_watch.h
    exercises/flow_layout.cpp exercises/flow_layout.h exercises/hint_cards.cpp exercises/hint_cards.h
    exercises/history_view.cpp exercises/history_view.h exercises/parsons_answer.cpp exercises/parsons_answer.h
    exercises/parsons_lines.cpp exercises/parsons_lines.h exercises/text_answer.cpp exercises/text_answer.h
    exercises/verdict_view.cpp exercises/verdict_view.h)
