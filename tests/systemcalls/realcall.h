// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>
#include <dlfcn.h>

namespace mta::fakes
{

/// The system's own function of that name.
template<class Function>
Function *real(const char *name)
{
    // Not static in a template of its own per name: dlsym() is quick enough for tests.
    Function *function = nullptr;
    void *symbol = ::dlsym(RTLD_NEXT, name);
    std::memcpy(&function, &symbol, sizeof function);
    return function;
}

} // namespace mta::fakes
