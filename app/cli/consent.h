// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <stop_token>

namespace mta::cli
{

enum class Consent {
    Given,
    Denied,
    Nobody, ///< there is no terminal, so nobody can be asked
};

/// Asks a person on the terminal; what is not a clear yes is a no. A stop is one, too.
Consent askForConsent(const QString &question, const std::stop_token &stop);

} // namespace mta::cli
