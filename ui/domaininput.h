// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/domainname.h"
#include <QList>
#include <QString>

namespace mta
{

/// What a person typed, pasted or dropped, read as domains.
struct DomainInput {
    struct Unusable {
        QString text;
        QString reason; ///< one sentence

        bool operator==(const Unusable &) const = default;
    };
    QList<DomainName> domains; ///< without repetition, in order
    QList<Unusable> unusable;
};

/// Lines first (blank ones and those that begin with # are skipped), then the words of lines that are no single domain.
DomainInput readDomainInput(const QString &text);

/// Larger lists are refused before they are read.
inline constexpr qsizetype maxDomainListSize = 16 * 1024 * 1024;

} // namespace mta
