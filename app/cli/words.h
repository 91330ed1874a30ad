// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace mta::cli
{

/// A sentence of the command line in the user's language. Not called tr(): the translation tools would then overlook the
/// QT_TRANSLATE_NOOP inside the call.
inline QString words(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

} // namespace mta::cli
