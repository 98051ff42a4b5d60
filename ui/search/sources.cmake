list(APPEND STUDIO_UI_SOURCES
    search/found_delegate.cpp search/found_delegate.h search/found_model.cpp search/found_model.h
    search/search_box.cpp search/search_box.h)
