// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment.h"

namespace mta
{

/// The real network, the practice world and the languages, for the window.
Environment environment();

/// Takes the language with this code, or what the system says when it is empty.
void useLanguage(const QString &code);

} // namespace mta
