list(APPEND STUDIO_UI_SOURCES
    account/account_dialog.cpp account/account_dialog.h account/account_panel.cpp account/account_panel.h
    account/form_field.cpp account/form_field.h account/register_dialog.cpp account/register_dialog.h
    account/sign_in_dialog.cpp account/sign_in_dialog.h account/sign_out.cpp)
