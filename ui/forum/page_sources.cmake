list(APPEND STUDIO_UI_SOURCES
    forum/blog_list.cpp forum/blog_list.h
    forum/composer.cpp forum/composer.h forum/edit_draft.cpp forum/edit_draft.h forum/empty_state.cpp forum/empty_state.h
    forum/forum_desk.cpp forum/forum_desk.h forum/topic_runs.cpp forum/topic_runs.h
    forum/topic_words.cpp forum/topic_words.h forum/forum_columns.cpp forum/forum_columns.h forum/forum_place.cpp forum/forum_place.h
    forum/forum_tree.cpp forum/forum_tree.h forum/moderation_menu.cpp forum/moderation_menu.h
    forum/notice_line.cpp forum/notice_line.h forum/notifications_popup.cpp forum/notifications_popup.h
    forum/question_wizard.cpp forum/question_wizard.h forum/question_wizard_fields.cpp forum/question_wizard_fields.h
    forum/question_wizard_similar.cpp forum/question_wizard_similar.h
    forum/review_dialog.cpp forum/review_dialog.h
    forum/topic_delegate.cpp forum/topic_delegate.h forum/topic_list.cpp forum/topic_list.h
    forum/topic_list_model.cpp forum/topic_list_model.h forum/user_card.cpp forum/user_card.h
    forum/writing_desk.cpp forum/writing_desk.h
    forum/topic_panel.cpp forum/topic_panel.h forum/topic_panel_own.cpp forum/topic_reader.cpp forum/topic_reader.h
    forum/forum_page.cpp forum/forum_page.h forum/forum_page_actions.cpp
    forum/waiting_view.cpp forum/waiting_view.h forum/writing_card.cpp forum/writing_card.h)
