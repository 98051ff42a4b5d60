list(APPEND STUDIO_UI_SOURCES
    widgets/output_lines.cpp widgets/output_lines.h widgets/output_pane.cpp widgets/output_pane.h
    widgets/output_view.cpp widgets/output_view.h widgets/terminal_stream.cpp widgets/terminal_stream.h)
