// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/publicsuffix.h"

#include <algorithm>
#include <libpsl.h>

namespace mta
{

namespace
{

/// RFC 6762 §3 and §G, RFC 8375; "internal" is kept for this by ICANN.
constexpr const char *privateZones[] = {"corp", "home", "home.arpa", "internal", "intranet", "lan", "local", "private"};

} // namespace

SuffixKind suffixKind(const QString &name)
{
    const QByteArray ascii = name.toLatin1();
    if (std::find(std::begin(privateZones), std::end(privateZones), ascii) != std::end(privateZones))
        return SuffixKind::Private;
    if (ascii.isEmpty() || !psl_is_public_suffix(psl_builtin(), ascii.constData()))
        return SuffixKind::None;
    return psl_is_public_suffix2(psl_builtin(), ascii.constData(), PSL_TYPE_ICANN) ? SuffixKind::Registry : SuffixKind::Provider;
}

QString registrableDomain(const QString &name)
{
    const QByteArray ascii = name.toLatin1();
    return ascii.isEmpty() ? QString() : QString::fromLatin1(psl_registrable_domain(psl_builtin(), ascii.constData()));
}

} // namespace mta
