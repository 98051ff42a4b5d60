list(APPEND STUDIO_UI_SOURCES
    common/editor_settings.cpp common/editor_settings.h
    common/icons.cpp common/icons.h common/fonts.cpp common/fonts.h common/save_state.h common/style_sheet.cpp common/theme.cpp common/theme.h
    courses/course_page.cpp courses/course_page.h courses/courses_page.cpp courses/courses_page.h
    courses/platform_course_card.cpp courses/platform_course_card.h courses/platform_courses.cpp courses/platform_courses.h
    home/home_page.cpp home/home_page.h settings/settings_page.cpp settings/settings_page.h settings/settings_page_forum.cpp
    shell/command_palette.cpp shell/command_palette.h shell/keyboard_help.cpp shell/keyboard_help.h
    shell/main_window.cpp shell/main_window.h shell/message_bar.cpp shell/message_bar.h shell/page.h shell/rail.cpp shell/rail.h
    shell/services.h shell/theme_switch.cpp shell/theme_switch.h shell/top_bar.cpp shell/top_bar.h
    widgets/card.cpp widgets/card.h
    widgets/progress_strip.cpp widgets/progress_strip.h)
