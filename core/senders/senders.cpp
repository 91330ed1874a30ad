// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "senders/senders.h"

#include "dns/message.h"
#include "senders/lenient.h"
#include "senders/readers.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

/// Under a day Google is said not to act on a policy.
constexpr std::chrono::seconds oneDay{24 * 3600};

const char *const largeProviders = "large-providers";

QList<Sender> table()
{
    return {
        {"mox", "mox", "mox", QT_TRANSLATE_NOOP("Senders", "Follows the standard to the letter, but does not look at the media type."),
         moxPolicy, moxRecords, moxMatches},
        {"postfix-tlspol", "postfix-tlspol", "Postfix",
         QT_TRANSLATE_NOOP("Senders",
                           "One bad line spoils the whole file, and the media type must be text/plain. DANE goes first where there "
                           "is any. Postfix compares the patterns with the names in the certificate."),
         tlspolPolicy, tlspolRecords, postfixMatches},
        {"go-mtasts", "go-mtasts", "maddy",
         QT_TRANSLATE_NOOP("Senders",
                           "A blank line, or a second colon in a line, spoils the whole file; the media type must be text/plain. "
                           "There must be no other TXT record beside the one for MTA-STS."),
         goMtaStsPolicy, goMtaStsRecords, goMtaStsMatches},
        {"postfix-mta-sts-resolver", "postfix-mta-sts-resolver", "Postfix",
         QT_TRANSLATE_NOOP("Senders",
                           "Takes any text as mx. The media type must be text/plain, with its charset where the file is not plain "
                           "ASCII. Postfix compares the patterns with the names in the certificate."),
         resolverPolicy, resolverRecords, postfixMatches},
        {"chasquid", "chasquid", "chasquid",
         QT_TRANSLATE_NOOP("Senders", "Reads the first 10 KiB only, wants text/plain, a max_age above zero, and an mx even in mode none."),
         chasquidPolicy, chasquidRecords, chasquidMatches},
        {"stalwart", "Stalwart", "Stalwart",
         QT_TRANSLATE_NOOP("Senders",
                           "Does not look at the HTTP status, and does without version and max_age; wants an mx even in mode none."),
         stalwartPolicy, stalwartRecords, stalwartMatches},
        {"mailauth", "mailauth", "ZoneMTA, WildDuck, EmailEngine",
         QT_TRANSLATE_NOOP("Senders",
                           "Case does not matter, a missing mode counts as none, and a wildcard stands for any number of labels."),
         mailauthPolicy, mailauthRecords, mailauthMatches},
        {"mimecast", "Mimecast (Java library)", "",
         QT_TRANSLATE_NOOP("Senders", "Not predicted. Its wildcard stands for any text, in mode testing every host matches, and whether it "
                                      "wants text/plain and CRLF can be switched.")},
        {largeProviders, "Google, Microsoft, Yahoo, Comcast, Proton, Fastmail", "",
         QT_TRANSLATE_NOOP("Senders", "Not predicted: they publish no parser. Advice in the field has it that Google does not act on a "
                                      "max_age under one day.")},
    };
}

QByteArrayList joinedValues(const Lookup &lookup)
{
    QByteArrayList values;
    for (const TxtRecord &record : txtRecords(lookup).records)
        values.append(record.joined());
    return values;
}

QStringList uncoveredHosts(const Sender &sender, const SenderVerdict &policy, const DomainFacts &facts)
{
    QStringList hosts;
    if (policy.reading != Reading::Honoured || policy.mode == PolicyMode::None)
        return hosts;
    for (const MxHost &host : facts.mxHosts) {
        const bool covered = std::any_of(policy.mx.cbegin(), policy.mx.cend(),
                                         [&](const QByteArray &pattern) { return sender.matchesHost(pattern, host.name); });
        if (!covered)
            hosts.append(host.name);
    }
    return hosts;
}

/// Nothing is predicted, but what is said in the field is shown as such.
SenderVerdict hearsay(const Sender &sender, const ServedPolicy &served)
{
    SenderVerdict verdict;
    const Policy policy = parsePolicy(served.body);
    if (qstrcmp(sender.id, largeProviders) == 0 && policy.valid() && policy.mode != PolicyMode::None && policy.maxAge < oneDay)
        verdict.reason = QStringLiteral("max-age-day");
    return verdict;
}

} // namespace

ServedPolicy asServed(const PolicyFetch &fetch)
{
    const HttpHeader *type = fetch.header("content-type");
    ServedPolicy served;
    served.httpStatus = fetch.httpStatus;
    served.contentType = type ? type->value : fetch.mediaType;
    served.contentEncoding = fetch.contentEncoding;
    served.body = fetch.body;
    served.cut = fetch.end == FetchEnd::TooLarge;
    return served;
}

const QList<Sender> &senders()
{
    static const QList<Sender> list = table();
    return list;
}

const Sender *findSender(const QString &id)
{
    const auto found =
        std::find_if(senders().cbegin(), senders().cend(), [&](const Sender &sender) { return id == QLatin1String(sender.id); });
    return found == senders().cend() ? nullptr : &*found;
}

QString senderNote(const Sender &sender)
{
    return QCoreApplication::translate("Senders", sender.note);
}

SenderVerdict assess(const Sender &sender, const ServedPolicy &policy)
{
    if (!sender.predicted())
        return hearsay(sender, policy);
    return policy.delivered ? sender.readPolicy(policy) : refused("not-delivered");
}

SenderVerdict assessRecords(const Sender &sender, const QByteArrayList &values)
{
    return sender.predicted() ? sender.readRecords(values) : SenderVerdict();
}

Reading SenderRow::reading() const
{
    if (record.reading == Reading::Refused || policy.reading == Reading::Refused)
        return Reading::Refused;
    return record.reading == Reading::Honoured ? policy.reading : Reading::Unknown;
}

const SenderVerdict &SenderRow::decisive() const
{
    return record.reading == Reading::Refused ? record : policy;
}

QList<SenderRow> assessAll(const DomainFacts &facts, const std::optional<ServedPolicy> &served)
{
    const QByteArrayList values = joinedValues(facts.sts);
    const bool recordKnown = facts.sts.asked() && !facts.sts.failed();
    QList<SenderRow> rows;
    for (const Sender &sender : senders()) {
        SenderRow row;
        row.sender = &sender;
        if (recordKnown)
            row.record = assessRecords(sender, values);
        if (served)
            row.policy = assess(sender, *served);
        row.uncovered = uncoveredHosts(sender, row.policy, facts);
        rows.append(row);
    }
    return rows;
}

} // namespace mta
