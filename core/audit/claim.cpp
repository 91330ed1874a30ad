// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/claim.h"

#include "base/domainname.h"
#include "base/publicsuffix.h"

#include <QCoreApplication>

namespace mta
{

namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("Verdict", text);
}

} // namespace

QString Claim::clause() const
{
    switch (who) {
    case Who::Owner:
        return words(QT_TRANSLATE_NOOP("Verdict", "it lies below your own domain %1, so nobody else can take it")).arg(name);
    case Who::Nobody:
        return words(QT_TRANSLATE_NOOP("Verdict", "its top-level domain does not exist, so nobody can register it"));
    case Who::Anybody:
        return words(QT_TRANSLATE_NOOP("Verdict", "the domain %1 is not in the DNS; if it is free, anybody can register it")).arg(name);
    case Who::Customers:
        return words(QT_TRANSLATE_NOOP("Verdict", "names in %1 go to any customer of that provider who asks for them")).arg(name);
    case Who::Stranger:
        return words(QT_TRANSLATE_NOOP("Verdict", "it lies in the zone %1, whose owner can give it to somebody else")).arg(name);
    case Who::Unknown:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Verdict", "who could take it cannot be told from the answer"));
}

Claim claimOn(const QString &name, const Lookup &missing, const QString &domain)
{
    const std::optional<SoaRecord> soa = soaRecord(missing);
    if (missing.status != AnswerStatus::NxDomain || missing.failed() || !soa || !isWithin(name, soa->zone))
        return {};
    const QString own = registrableDomain(domain);
    if (!own.isEmpty() && isWithin(name, own))
        return {Claim::Who::Owner, own};
    if (soa->zone == QLatin1String("."))
        return {Claim::Who::Nobody, soa->zone};
    switch (suffixKind(soa->zone)) {
    case SuffixKind::Registry:
        if (const QString free = registrableDomain(name); !free.isEmpty())
            return {Claim::Who::Anybody, free};
        return {Claim::Who::Stranger, soa->zone};
    case SuffixKind::Provider:
        return {Claim::Who::Customers, soa->zone};
    case SuffixKind::Private:
    case SuffixKind::None:
        break;
    }
    return {Claim::Who::Stranger, soa->zone};
}

} // namespace mta
