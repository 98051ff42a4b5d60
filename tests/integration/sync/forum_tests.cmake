studio_add_test(sync_forum_test
    SOURCES forum_pull_test.cpp forum_notifications_test.cpp forum_reader.h forum_test.cpp ../../support/hosted_server.cpp
    USES studio_store studio_sync Qt6::Network TIMEOUT 300)
target_compile_definitions(sync_forum_test PRIVATE
    HOSTED_PYTHON="${PROJECT_SOURCE_DIR}/build/venv/bin/python"
    HOSTED_SERVE="${PROJECT_SOURCE_DIR}/tests/hosted_api/serve.py")
