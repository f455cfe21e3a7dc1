# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Helpers that keep every CMakeLists.txt of the tree to a list of files and links.

# Warnings, sanitizers and the include root (the project folder) for every target of the project.
add_library(antecedent_options INTERFACE)
target_compile_options(antecedent_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual>)
if(ANTECEDENT_WERROR)
    target_compile_options(antecedent_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
if(ANTECEDENT_SANITIZE)
    # With sanitizers g++ 12 warns of values in its own <regex> that are not used uninitialized.
    target_compile_options(antecedent_options INTERFACE -fsanitize=${ANTECEDENT_SANITIZE} -fno-omit-frame-pointer
        $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-maybe-uninitialized>)
    target_link_options(antecedent_options INTERFACE -fsanitize=${ANTECEDENT_SANITIZE})
endif()
if(ANTECEDENT_FUZZ)
    # All code tells libFuzzer where inputs get to, and undefined behaviour ends a run.
    target_compile_options(antecedent_options INTERFACE -fsanitize=fuzzer-no-link -fno-sanitize-recover=all)
endif()
target_include_directories(antecedent_options INTERFACE ${CMAKE_SOURCE_DIR})

# antecedent_library(<name> SOURCES files... [PUBLIC links...] [PRIVATE links...])
function(antecedent_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE antecedent_options ${ARG_PRIVATE})
endfunction()

# Builds every test and what it needs, and nothing else.
add_custom_target(antecedent_tests)

# antecedent_moc(<name>): the target has QObjects.
function(antecedent_moc name)
    set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS=1")
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS QT_NO_FOREACH)
endfunction()

# Flags for a target that reads a precompiled header. -fpch-preprocess: as ccache needs it. Read from a compiled header,
# std::string loses its standing as a system header, and g++ 12 then warns of bounds in it that are not exceeded.
function(antecedent_precompiled_flags name)
    target_compile_options(${name} PRIVATE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess -Wno-array-bounds
        -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread>)
endfunction()

# The headers of Qt are most of the time that a test takes to compile, so all tests share one compiled form of Qt Test's,
# and those of the window one with Qt Widgets. What a test does is not worth optimising.
function(antecedent_precompile_qt_test)
    # Without the folder of each test, which differ and are only for QFINDTESTDATA.
    set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
    antecedent_precompile_for_tests(antecedent_precompiled_qt_test <QtTest>)
    if(NOT ANTECEDENT_SANITIZE OR ANTECEDENT_SANITIZE_WINDOW)
        antecedent_precompile_for_tests(antecedent_precompiled_widgets_test <QtWidgets> <QtTest>)
        target_link_libraries(antecedent_precompiled_widgets_test PRIVATE Qt6::Widgets)
    endif()
endfunction()
function(antecedent_precompile_for_tests name)
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "// Holds the precompiled header.\n")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE antecedent_options Qt6::Test)
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS QT_NO_FOREACH)
    target_compile_options(${name} PRIVATE $<$<CONFIG:Debug>:-O0>)
    target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

# antecedent_moc_test(<tst_name> sources...): writes <source>.moc for each source that includes it. A test has its QObject
# in its own source and nowhere else, so that AUTOMOC's search, and the file that it compiles for each target, are spared.
function(antecedent_moc_test name)
    foreach(source ${ARGN})
        get_filename_component(base ${source} NAME_WE)
        set(input ${CMAKE_CURRENT_SOURCE_DIR}/${source})
        file(STRINGS ${input} includes REGEX "include \"${base}\\.moc\"")
        if(includes)
            set(output ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${base}.moc)
            add_custom_command(OUTPUT ${output} COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc
                COMMAND Qt6::moc -o ${output} ${input} DEPENDS ${input} Qt6::moc VERBATIM)
            target_sources(${name} PRIVATE ${output})
            target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc)
        endif()
    endforeach()
endfunction()

# antecedent_run_test(<program> [ARGUMENTS arguments...] [LABELS labels...] [ENVIRONMENT settings...])
# The program as a test of CTest, under the name asan.<program> where it is built with sanitizers.
function(antecedent_run_test name)
    cmake_parse_arguments(ARG "" "" "ARGUMENTS;LABELS;ENVIRONMENT" ${ARGN})
    add_dependencies(antecedent_tests ${name})
    set(test ${name})
    if(ANTECEDENT_SANITIZE)
        set(test asan.${name})
        list(APPEND ARG_ENVIRONMENT "UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1")
    endif()
    add_test(NAME ${test} COMMAND ${name} ${ARG_ARGUMENTS})
    set_tests_properties(${test} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 600
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=Asia/Kolkata;LC_ALL=C.UTF-8;${ARG_ENVIRONMENT}")
endfunction()

# antecedent_test(<tst_name> SOURCES files... LINKS links... [LABELS labels...] [WIDGETS|GUI])
# WIDGETS: links Qt6::Widgets. GUI: Qt6::Gui alone, whose definitions change Qt Test's header, so that neither compiled
# form fits.
# A Qt Test program: tests link libraries and never recompile their sources. Runs offscreen, in a fixed and in a foreign zone.
function(antecedent_test name)
    cmake_parse_arguments(ARG "GUI;WIDGETS" "" "SOURCES;LINKS;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    antecedent_moc_test(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE antecedent_options Qt6::Test ${ARG_LINKS})
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS QT_NO_FOREACH
        ANTECEDENT_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/data" ANTECEDENT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_compile_options(${name} PRIVATE $<$<CONFIG:Debug>:-O0>)
    if(ARG_WIDGETS)
        target_precompile_headers(${name} REUSE_FROM antecedent_precompiled_widgets_test)
        antecedent_precompiled_flags(${name})
    elseif(NOT ARG_GUI)
        target_precompile_headers(${name} REUSE_FROM antecedent_precompiled_qt_test)
        antecedent_precompiled_flags(${name})
    endif()
    antecedent_run_test(${name} LABELS ${ARG_LABELS})
endfunction()

# antecedent_embed(<target> <symbol> <file>)
# Links a file's bytes into a target, between the symbols antecedent_<symbol>_begin and antecedent_<symbol>_end:
#   extern "C" const unsigned char antecedent_<symbol>_begin[], antecedent_<symbol>_end[];
function(antecedent_embed target symbol file)
    get_filename_component(path ${file} ABSOLUTE)
    set(assembly ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.S)
    if(WIN32)
        set(section ".section .rdata,\"dr\"")
        set(note "")
    else()
        set(section ".section .rodata")
        set(note ".section .note.GNU-stack,\"\",@progbits")
    endif()
    file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT [[
@section@
.balign 16
.globl antecedent_@symbol@_begin
antecedent_@symbol@_begin:
.incbin "@path@"
.globl antecedent_@symbol@_end
antecedent_@symbol@_end:
.byte 0
@note@
]])
    set_source_files_properties(${assembly} TARGET_DIRECTORY ${target} PROPERTIES OBJECT_DEPENDS ${path})
    target_sources(${target} PRIVATE ${assembly})
endfunction()

# antecedent_embed_texts(<target> <symbol> <files>...)
# The same for several text files in one: each stands behind a line "%% <file name>".
function(antecedent_embed_texts target symbol)
    set(all "")
    foreach(file ${ARGN})
        get_filename_component(name ${file} NAME)
        file(READ ${file} text)
        string(APPEND all "%% ${name}\n${text}\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    endforeach()
    set(joined ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.txt)
    file(CONFIGURE OUTPUT ${joined} CONTENT "${all}" @ONLY NEWLINE_STYLE UNIX)
    antecedent_embed(${target} ${symbol} ${joined})
endfunction()
