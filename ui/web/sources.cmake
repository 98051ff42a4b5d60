find_package(Qt6 6.4.2 REQUIRED COMPONENTS WebChannel)

list(APPEND STUDIO_UI_SOURCES
    web/code_tokens.cpp web/code_tokens.h web/output_buffer.cpp web/output_buffer.h
    web/web_bridge.h web/web_engine.cpp web/web_engine.h web/web_host.cpp web/web_host.h
    web/web_page.cpp web/web_page.h web/web_profile.cpp web/web_profile.h web/web_view.cpp web/web_view.h)

list(APPEND STUDIO_UI_LIBRARIES Qt6::WebEngineWidgets Qt6::WebChannel)
