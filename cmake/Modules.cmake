# SPDX-FileCopyrightText: The MTA-STS Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The module map. Every folder of core/ is one static library, mta_<folder>; what it may include is exactly what stands behind
# DEPENDS. The map is written to <build>/modules.txt, and tests/layering holds every #include against it.

set_property(GLOBAL PROPERTY MTA_MODULES "")

# mta_add_module(<name> [MOC] [DEPENDS module...] [LINKS target...] [PUBLIC_LINKS target...])
# MOC for the few that define QObjects. LINKS are third-party libraries for the .cpp files only; PUBLIC_LINKS are those whose types appear in the headers.
function(mta_add_module name)
    cmake_parse_arguments(arg "MOC" "" "DEPENDS;LINKS;PUBLIC_LINKS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "*.cpp")
    file(GLOB headers CONFIGURE_DEPENDS "*.h")
    set(target mta_${name})
    add_library(${target} STATIC ${sources})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/core FILES ${headers})
    set_target_properties(${target} PROPERTIES AUTOMOC "${arg_MOC}" LINKER_LANGUAGE CXX VERIFY_INTERFACE_HEADER_SETS ON)
    list(TRANSFORM arg_DEPENDS PREPEND mta_ OUTPUT_VARIABLE modules)
    target_link_libraries(${target} PUBLIC ${modules} ${arg_PUBLIC_LINKS} PRIVATE mta_options ${arg_LINKS})
    if(name STREQUAL "base")
        target_precompile_headers(${target} PRIVATE <QtCore/QtCore>)
    else()
        target_precompile_headers(${target} REUSE_FROM mta_base)
    endif()
    mta_declare_arrows(${name} ${arg_DEPENDS})
endfunction()

# What a folder may include, for folders that are not built with mta_add_module (ui, app) as well.
function(mta_declare_arrows name)
    string(JOIN " " line ${name} ${ARGN})
    set_property(GLOBAL APPEND PROPERTY MTA_MODULES "${line}")
endfunction()

function(mta_write_module_map)
    get_property(lines GLOBAL PROPERTY MTA_MODULES)
    string(JOIN "\n" text ${lines})
    file(WRITE "${PROJECT_BINARY_DIR}/modules.txt" "${text}\n")
endfunction()
