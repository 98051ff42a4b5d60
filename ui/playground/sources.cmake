list(APPEND STUDIO_UI_SOURCES
    playground/file_editor.cpp playground/file_editor.h playground/file_list.cpp playground/file_list.h
    playground/file_tabs.cpp playground/file_tabs.h playground/file_words.cpp playground/file_words.h
    playground/playground_page.cpp playground/playground_page.h playground/program_list.cpp playground/program_list.h
    playground/run_results.cpp playground/run_results.h
    packages/packages_dialog.cpp packages/packages_dialog.h)
