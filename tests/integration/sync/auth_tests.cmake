# Signing in and staying signed in: real processes, the real platform, a real password store.
add_executable(sync_auth_program ${CMAKE_CURRENT_LIST_DIR}/auth_program.cpp)
target_link_libraries(sync_auth_program PRIVATE studio_options studio_sync_auth)
foreach(subject IN ITEMS race keyring)
    set(name sync_auth_${subject}_tests)
    studio_add_test(${name}
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/auth_${subject}_test.cpp ${CMAKE_CURRENT_LIST_DIR}/auth_programs.h
                ${PROJECT_SOURCE_DIR}/tests/support/hosted_server.cpp
        USES studio_sync_auth Qt6::Network TIMEOUT 120)
    target_compile_definitions(${name} PRIVATE AUTH_PROGRAM="$<TARGET_FILE:sync_auth_program>"
        HOSTED_PYTHON="${PROJECT_SOURCE_DIR}/build/venv/bin/python"
        HOSTED_SERVE="${PROJECT_SOURCE_DIR}/tests/hosted_api/serve.py")
    add_dependencies(${name} sync_auth_program)
endforeach()
