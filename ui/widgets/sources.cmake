include("${CMAKE_CURRENT_LIST_DIR}/output_sources.cmake")
list(APPEND STUDIO_UI_SOURCES ${STUDIO_OUTPUT_SOURCES} widgets/work_tool_bar.cpp widgets/work_tool_bar.h)
list(APPEND STUDIO_UI_SOURCES
    widgets/error_card.cpp widgets/error_card.h widgets/explained_output.cpp widgets/explained_output.h
    widgets/explanation_html.cpp widgets/explanation_html.h)
