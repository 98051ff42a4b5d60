list(APPEND STUDIO_UI_SOURCES
    playground/playground_page.cpp playground/playground_page.h playground/program_list.cpp playground/program_list.h)
