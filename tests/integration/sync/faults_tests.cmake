# The fault matrix, row by row: a whole computer against a whole platform. One server for each program, so a program is one test.
set(faults ${CMAKE_CURRENT_LIST_DIR}/fault_matrix)
add_library(studio_faultsupport STATIC ${faults}/faults.cpp ${faults}/faults.h ${PROJECT_SOURCE_DIR}/tests/support/hosted_server.cpp)
target_link_libraries(studio_faultsupport PUBLIC studio_testsupport studio_store studio_sync studio_text Qt6::Network)
target_compile_definitions(studio_faultsupport PRIVATE
    HOSTED_PYTHON="${PROJECT_SOURCE_DIR}/build/venv/bin/python"
    HOSTED_SERVE="${PROJECT_SOURCE_DIR}/tests/hosted_api/serve.py")
function(studio_add_fault_tests name)
    add_executable(${name} ${ARGN})
    target_link_libraries(${name} PRIVATE studio_faultsupport)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300 LABELS headless)
endfunction()
studio_add_fault_tests(sync_faults_network_test ${faults}/fault_connection_test.cpp ${faults}/fault_answer_test.cpp)
studio_add_fault_tests(sync_faults_platform_test ${faults}/fault_platform_test.cpp ${faults}/fault_session_test.cpp)
studio_add_fault_tests(sync_faults_computer_test ${faults}/fault_computer_test.cpp ${PROJECT_SOURCE_DIR}/tests/unit/store/fault_vfs.cpp)
target_link_libraries(sync_faults_computer_test PRIVATE SQLite::SQLite3)

studio_add_test(sync_faults_durable_test
    SOURCES ${faults}/fault_durable_test.cpp ${PROJECT_SOURCE_DIR}/tests/unit/store/fault_vfs.cpp
    USES studio_store SQLite::SQLite3 TIMEOUT 120)
