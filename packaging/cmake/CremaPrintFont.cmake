# SPDX-License-Identifier: GPL-3.0-or-later
# crema_print_font(target) : the typeface of the prep PDF, cut from Inter by resources/fonts/printfont.py, as a resource of the target
find_program(CREMA_PYTHON python3 HINTS /usr/bin REQUIRED)
find_path(CREMA_INTER Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter /usr/share/fonts/inter REQUIRED
    DOC "folder of the fonts of Inter 4 (Debian: fonts-inter)")
execute_process(COMMAND "${CREMA_PYTHON}" -c "import fontTools" RESULT_VARIABLE missing ERROR_QUIET)
if(missing)
    message(FATAL_ERROR "${CREMA_PYTHON} has no fontTools (Debian: python3-fonttools)")
endif()

function(crema_print_font target)
    set(script "${PROJECT_SOURCE_DIR}/resources/fonts/printfont.py")
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/fonts")
    file(MAKE_DIRECTORY "${folder}")
    foreach(style Regular SemiBold)
        set(font "${CREMA_INTER}/Inter-${style}.otf")
        add_custom_command(OUTPUT "${folder}/${style}.otf" DEPENDS "${script}" "${font}" VERBATIM
            COMMAND "${CREMA_PYTHON}" "${script}" "${font}" "${folder}/${style}.otf" "${style}")
        list(APPEND fonts "${folder}/${style}.otf")
    endforeach()
    # Uncompressed: read where they lie, at the first PDF.
    qt_add_resources(${target} printfonts PREFIX "/fonts" BASE "${folder}" FILES ${fonts} OPTIONS --no-compress)
endfunction()
