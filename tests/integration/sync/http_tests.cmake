# The transport against real sockets: what a server, a network or a proxy can do to an exchange.
studio_add_test(sync_http_integration_tests
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/http_answer_test.cpp ${CMAKE_CURRENT_LIST_DIR}/http_client.h
            ${CMAKE_CURRENT_LIST_DIR}/http_connection_test.cpp ${CMAKE_CURRENT_LIST_DIR}/http_proxy_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/http_request_test.cpp ${CMAKE_CURRENT_LIST_DIR}/http_tls_test.cpp
    USES studio_sync_http studio_wiresupport TIMEOUT 120)
target_compile_definitions(sync_http_integration_tests PRIVATE
    HTTP2_SERVER="${CMAKE_CURRENT_LIST_DIR}/http2_server.mjs")
