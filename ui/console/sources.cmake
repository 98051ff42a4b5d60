list(APPEND STUDIO_UI_SOURCES
    console/completion_popup.cpp console/completion_popup.h console/console_input.cpp console/console_input.h
    console/console_panel.cpp console/console_panel.h console/console_text.cpp console/console_text.h
    console/console_tabs.cpp console/console_tabs.h
    console/variables_model.cpp console/variables_model.h console/variables_panel.cpp console/variables_panel.h)
