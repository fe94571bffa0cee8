# SPDX-License-Identifier: GPL-3.0-or-later
# How the project's targets are made.
#
# Each library sees only the headers of the libraries it links: its own folder is linked under
# build/include/<name>/<folder>, so a wrong include does not compile.

function(crema_own_include target folder visibility)
    set(root "${CMAKE_BINARY_DIR}/include/${target}")
    get_filename_component(leaf "${folder}" NAME)
    file(MAKE_DIRECTORY "${root}")
    if(NOT EXISTS "${root}/${leaf}")
        file(CREATE_LINK "${folder}" "${root}/${leaf}" SYMBOLIC)
    endif()
    target_include_directories(${target} ${visibility} "${root}")
endfunction()

# crema_core_library(name SOURCES ... [LINKS ...] [PRIVATE_LINKS ...]) : the library crema_<name> of core/<name>
function(crema_core_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(crema_${name} STATIC ${ARG_SOURCES})
    crema_own_include(crema_${name} "${CMAKE_CURRENT_SOURCE_DIR}" PUBLIC)
    target_link_libraries(crema_${name} PUBLIC crema_flags Qt6::Core ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# crema_loaded_library(name part SOURCES ... LINKS ...) : a part of the library crema_<name> that is loaded when it is first needed
# (core/base/loadedlibrary.h): lib/crema/libcrema-<name>-<part>. It may not link crema_<name>, which has it built.
function(crema_loaded_library name part)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_library(crema_${name}_${part} MODULE ${ARG_SOURCES})
    target_include_directories(crema_${name}_${part} PRIVATE "${CMAKE_BINARY_DIR}/include/crema_${name}")
    target_link_libraries(crema_${name}_${part} PRIVATE crema_flags Qt6::Core ${ARG_LINKS} -Wl,--exclude-libs,ALL)
    set_target_properties(crema_${name}_${part} PROPERTIES OUTPUT_NAME "crema-${name}-${part}"
        LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib/crema" CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    add_dependencies(crema_${name} crema_${name}_${part})
endfunction()

# crema_ui_library(name SOURCES ... [LINKS ...]) : the library crema_ui_<name> of ui/<name>; headers as "<name>/x.h" under ui/
function(crema_ui_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_library(crema_ui_${name} STATIC ${ARG_SOURCES})
    set_target_properties(crema_ui_${name} PROPERTIES AUTOMOC ON)
    set(root "${CMAKE_BINARY_DIR}/include/crema_ui_${name}/ui")
    file(MAKE_DIRECTORY "${root}")
    if(NOT EXISTS "${root}/${name}")
        file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${name}" SYMBOLIC)
    endif()
    target_include_directories(crema_ui_${name} PUBLIC "${CMAKE_BINARY_DIR}/include/crema_ui_${name}")
    target_link_libraries(crema_ui_${name} PUBLIC crema_flags Qt6::Widgets ${ARG_LINKS})
endfunction()

# crema_add_test(name SOURCES ... [LINKS ...]) : one Qt Test program, run offscreen
function(crema_add_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON UNITY_BUILD OFF
        RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE crema_test_support ${ARG_LINKS})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 600 ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
