# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Translations of the window: resources/translations/antecedent_<language>.ts. See the README there.

# The tools stand beside those of Qt for the building system, also where another system is built for. Never those of
# PATH first: a chooser of Qt versions may stand there.
get_target_property(antecedent_moc_file Qt6::moc LOCATION)
get_filename_component(antecedent_qt_tools ${antecedent_moc_file} DIRECTORY)
foreach(tool lrelease lupdate)
    string(TOUPPER ANTECEDENT_${tool} variable)
    find_program(${variable} NAMES ${tool} HINTS ${antecedent_qt_tools} ${antecedent_qt_tools}/../bin /usr/lib/qt6/bin
        NO_DEFAULT_PATH DOC "${tool} of Qt 6")
    find_program(${variable} NAMES ${tool}6 ${tool}-qt6 ${tool} DOC "${tool} of Qt 6")
endforeach()
if(NOT ANTECEDENT_LRELEASE)
    message(FATAL_ERROR "lrelease of Qt 6 was not found; Debian has it in qt6-l10n-tools. "
        "Set ANTECEDENT_LRELEASE to where it is.")
endif()
# Qt's own texts: buttons of standard dialogs, the file dialog, menus of text fields.
find_file(ANTECEDENT_QTBASE_DE qtbase_de.qm NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH
    PATHS ${antecedent_qt_tools}/../translations /usr/share/qt6/translations DOC "Qt's own texts in German")
if(NOT ANTECEDENT_QTBASE_DE)
    message(STATUS "qtbase_de.qm was not found: standard dialogs stay English in a German window. "
        "Debian has it in qt6-translations-l10n.")
endif()

# antecedent_translations(<target>): links :/translations/antecedent_<language>.qm and Qt's own into the target.
function(antecedent_translations target)
    set(folder ${CMAKE_SOURCE_DIR}/resources/translations)
    set(compiled ${CMAKE_CURRENT_BINARY_DIR}/translations)
    file(MAKE_DIRECTORY ${compiled})
    set(files "")
    foreach(language en de)
        set(output ${compiled}/antecedent_${language}.qm)
        add_custom_command(OUTPUT ${output} DEPENDS ${folder}/antecedent_${language}.ts
            COMMAND ${ANTECEDENT_LRELEASE} -silent ${folder}/antecedent_${language}.ts -qm ${output} VERBATIM)
        list(APPEND files ${output})
    endforeach()
    if(ANTECEDENT_QTBASE_DE)
        file(COPY_FILE ${ANTECEDENT_QTBASE_DE} ${compiled}/qtbase_de.qm ONLY_IF_DIFFERENT)
        list(APPEND files ${compiled}/qtbase_de.qm)
    endif()
    qt_add_resources(${target} translations PREFIX /translations BASE ${compiled} FILES ${files})
endfunction()

# Takes the texts of the sources over into the .ts files. By hand, because it changes files of the tree.
if(ANTECEDENT_LUPDATE)
    set(antecedent_lupdate ${ANTECEDENT_LUPDATE} -silent -I ${CMAKE_SOURCE_DIR} -locations none -no-obsolete
        ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR}/widgets)
    add_custom_target(update_translations
        COMMAND ${antecedent_lupdate} -source-language en -target-language de_DE
            -ts ${CMAKE_SOURCE_DIR}/resources/translations/antecedent_de.ts
        COMMAND ${antecedent_lupdate} -source-language en -target-language en_GB -pluralonly
            -ts ${CMAKE_SOURCE_DIR}/resources/translations/antecedent_en.ts
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
endif()
