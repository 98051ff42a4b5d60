list(APPEND STUDIO_UI_SOURCES
    sync/conflicts_panel.cpp sync/kept_panel.cpp sync/state_panel.cpp sync/state_panel.h
    sync/sync_button.cpp sync/sync_button.h sync/sync_page.cpp sync/sync_page.h
    sync/typed_question.cpp sync/typed_question.h sync/waiting_panel.cpp sync/work_panels.h)
