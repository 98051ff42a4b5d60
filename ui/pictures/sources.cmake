list(APPEND STUDIO_UI_SOURCES
    pictures/canvas_keys.cpp pictures/canvas_keys.h pictures/drawing_pair.cpp pictures/drawing_pair.h
    pictures/drawing_painter.cpp pictures/drawing_painter.h
    pictures/picture_canvas.cpp pictures/picture_canvas.h pictures/playground_pictures.cpp pictures/playground_pictures.h
    pictures/picture_file.cpp pictures/picture_file.h
    pictures/pictures_panel.cpp pictures/pictures_panel.h)
