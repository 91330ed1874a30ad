# SPDX-FileCopyrightText: The MTA-STS Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# One interface target that carries the warnings, the strict Qt switches, the sanitizers and the hardening of every target of ours.
add_library(mta_options INTERFACE)
target_compile_options(mta_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough
    $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-zero-variadic-macro-arguments>
    $<$<BOOL:${MTA_WERROR}>:-Werror>)
target_compile_definitions(mta_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    MTA_VERSION="${PROJECT_VERSION}")
if(MTA_SANITIZE OR MTA_FUZZ)
    target_compile_options(mta_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(mta_options INTERFACE -fsanitize=address,undefined)
endif()
if(MTA_FUZZ)
    target_compile_options(mta_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(CMAKE_BUILD_TYPE MATCHES "Release|RelWithDebInfo")
    target_compile_options(mta_options INTERFACE -fstack-protector-strong)
    target_compile_definitions(mta_options INTERFACE _FORTIFY_SOURCE=2)
    target_link_options(mta_options INTERFACE -Wl,-z,relro,-z,now)
endif()
