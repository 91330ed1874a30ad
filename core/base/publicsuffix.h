// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace mta
{

/// Where the ownership of names changes hands (publicsuffix.org), by the list that libpsl was built with: the same facts give the same
/// judgement on this machine. Names are A-labels in lower case without a trailing dot.
enum class SuffixKind {
    None,     ///< somebody's own name
    Registry, ///< anybody may register a name below it: com, co.uk; a top-level domain that is not in the list counts too
    Provider, ///< customers of one provider get names below it: github.io
    Private,  ///< for networks of one's own: the public DNS has no such zone, and nobody registers names in it
};
SuffixKind suffixKind(const QString &name);

/// The public suffix and one label more, which is what somebody registers; empty for a public suffix itself.
QString registrableDomain(const QString &name);

} // namespace mta
