# Catalogues and downloads against a real platform, deployed and repaired, through faults.
studio_add_test(sync_courses_integration_tests
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/courses_test.cpp ${PROJECT_SOURCE_DIR}/tests/support/hosted_server.cpp
    USES studio_sync_courses studio_content Qt6::Network TIMEOUT 180)
target_compile_definitions(sync_courses_integration_tests PRIVATE
    HOSTED_PYTHON="${PROJECT_SOURCE_DIR}/build/venv/bin/python"
    HOSTED_SERVE="${PROJECT_SOURCE_DIR}/tests/hosted_api/serve.py")
