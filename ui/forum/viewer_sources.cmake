# The web views of the forum; the pages around them are in sources.cmake.
list(APPEND STUDIO_UI_SOURCES
    forum/forum_web.cpp forum/forum_web.h forum/topic_json.cpp forum/topic_json.h
    forum/topic_texts.cpp forum/topic_texts.h forum/topic_view.cpp forum/topic_view.h)
