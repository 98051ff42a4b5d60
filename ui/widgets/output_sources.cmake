# The output pane and its model, without the rest of the window: also for its tests and benchmarks.
set(STUDIO_OUTPUT_SOURCES
    ansi_style.cpp ansi_style.h character_width.cpp character_width.h line_store.cpp line_store.h
    open_line.cpp open_line.h output_block.cpp output_block.h output_document.cpp output_document.h
    output_find_bar.cpp output_find_bar.h output_lines.cpp output_lines.h output_notice.cpp output_notice.h
    output_palette.cpp output_palette.h output_pane.cpp output_pane.h output_reader.cpp output_reader.h
    output_style.h output_view.cpp output_view.h terminal_stream.cpp terminal_stream.h
    whole_output.cpp whole_output.h)
list(TRANSFORM STUDIO_OUTPUT_SOURCES PREPEND "${CMAKE_CURRENT_LIST_DIR}/")
