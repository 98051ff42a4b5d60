list(APPEND STUDIO_UI_SOURCES
    forum/composer.cpp forum/composer.h forum/empty_state.cpp forum/empty_state.h
    forum/forum_columns.cpp forum/forum_columns.h forum/forum_place.cpp forum/forum_place.h
    forum/forum_tree.cpp forum/forum_tree.h forum/notice_line.cpp forum/notice_line.h
    forum/topic_delegate.cpp forum/topic_delegate.h forum/topic_list.cpp forum/topic_list.h
    forum/topic_list_model.cpp forum/topic_list_model.h
    forum/waiting_view.cpp forum/waiting_view.h forum/writing_card.cpp forum/writing_card.h)
