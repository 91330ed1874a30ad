// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFunctionPointer>

namespace mta
{

/// The entry of a module: a part of the program that is loaded when it is asked for, because what it needs costs more to load than most
/// runs may cost as a whole. Null when the module is not installed. Needs no application object.
QFunctionPointer moduleEntry(const char *module, const char *entry);

} // namespace mta
