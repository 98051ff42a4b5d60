# One place for compile rules and for the layer rules (cmake/layers.txt).

add_library(studio_options INTERFACE)
target_compile_features(studio_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
target_compile_definitions(studio_options INTERFACE
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_USE_QSTRINGBUILDER
)
if(MSVC)
    target_compile_options(studio_options INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus)
else()
    target_compile_options(studio_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
        -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
        -Werror=switch -Werror=return-type -Werror=unused-result)
endif()
foreach(sanitizer IN LISTS STUDIO_SANITIZERS)
    target_compile_options(studio_options INTERFACE -fsanitize=${sanitizer} -fno-omit-frame-pointer)
    target_link_options(studio_options INTERFACE -fsanitize=${sanitizer})
endforeach()

file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/layers.txt" studio_layer_lines REGEX "^[a-z]")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/layers.txt")
foreach(line IN LISTS studio_layer_lines)
    string(REGEX MATCH "^([a-z_]+) *: *([a-z_/]+) *: *(.*)$" matched "${line}")
    if(NOT matched)
        message(FATAL_ERROR "cmake/layers.txt: can't read \"${line}\"")
    endif()
    set(layer ${CMAKE_MATCH_1})
    separate_arguments(allowed UNIX_COMMAND "${CMAKE_MATCH_3}")
    set(STUDIO_ALLOW_${layer} ${allowed})
    list(APPEND STUDIO_LAYERS ${layer})
endforeach()

function(studio_check_layer layer)
    if(NOT layer IN_LIST STUDIO_LAYERS)
        message(FATAL_ERROR "Layer '${layer}' is not in cmake/layers.txt")
    endif()
    foreach(used IN LISTS ARGN)
        if(NOT used IN_LIST STUDIO_ALLOW_${layer})
            message(FATAL_ERROR "Layer '${layer}' must not use layer '${used}'")
        endif()
    endforeach()
endfunction()

function(studio_common target)
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/app")
    target_link_libraries(${target} PRIVATE studio_options)
    if(STUDIO_WARNINGS_AS_ERRORS)
        set_target_properties(${target} PROPERTIES COMPILE_WARNING_AS_ERROR ON)
    endif()
endfunction()

# studio_add_library(<layer> SOURCES ... [USES <layers>] [PUBLIC <libs>] [PRIVATE <libs>] [PCH <headers>])
# Creates studio_<layer>. Stops the configure step when USES breaks the layer rules.
function(studio_add_library layer)
    cmake_parse_arguments(arg "" "" "SOURCES;USES;PUBLIC;PRIVATE;PCH" ${ARGN})
    studio_check_layer(${layer} ${arg_USES})
    list(TRANSFORM arg_USES PREPEND studio_)

    add_library(studio_${layer} STATIC ${arg_SOURCES})
    target_link_libraries(studio_${layer} PUBLIC ${arg_USES} ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    studio_common(studio_${layer})
    if(arg_PCH AND STUDIO_PCH)
        target_precompile_headers(studio_${layer} PRIVATE ${arg_PCH})
    endif()
endfunction()
