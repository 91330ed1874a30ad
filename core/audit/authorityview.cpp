// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/authorityview.h"

#include "base/domainname.h"
#include "mtasts/stsrecord.h"
#include "tlsrpt/tlsrptrecord.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

namespace mta
{

namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("Verdict", text);
}

/// RFC 1034 §4.3.1: only what a server holds itself counts here.
bool isAuthoritative(const Lookup &lookup)
{
    const bool answer =
        lookup.status == AnswerStatus::NoError || lookup.status == AnswerStatus::NoData || lookup.status == AnswerStatus::NxDomain;
    return answer && readMessage(lookup.message, lookup.question).authoritative;
}

/// The first alias that leads out of the zone: what is there is for others to say, even where the server happens to know. Else empty.
QString wayOut(const QStringList &aliases, const QString &zone)
{
    for (const QString &alias : aliases) {
        if (!isWithin(alias, zone))
            return words(QT_TRANSLATE_NOOP("Verdict", "an alias of %1")).arg(alias);
    }
    return {};
}

/// The TXT values behind a name, as `select` sorts them for a sender.
template<class Select>
QString selectedText(const Lookup &lookup, const QString &zone, Select select)
{
    if (!isAuthoritative(lookup))
        return {};
    const Answer<TxtRecord> answer = txtRecords(lookup);
    if (const QString alias = wayOut(answer.aliases, zone); !alias.isEmpty())
        return alias;
    QList<QByteArray> values;
    for (const TxtRecord &record : answer.records)
        values.append(record.joined());
    const auto set = select(values);
    using State = decltype(set.state);
    if (set.state == State::Absent)
        return words(QT_TRANSLATE_NOOP("Verdict", "no record"));
    if (set.state != State::Multiple)
        return QString::fromUtf8(set.record.raw);
    QStringList all;
    for (const QByteArray &candidate : set.candidates)
        all.append(QString::fromUtf8(candidate));
    all.sort(); // servers give them in any order
    return all.join(QStringLiteral(" | "));
}

} // namespace

ServerState serverState(const ServerAnswers &answers)
{
    if (!answers.soa.asked())
        return ServerState::NotAsked;
    if (answers.soa.message.isEmpty())
        return ServerState::Silent;
    return isAuthoritative(answers.soa) ? ServerState::Answers : ServerState::Lame;
}

QString lameClause(const Lookup &soa)
{
    switch (soa.status) {
    case AnswerStatus::Refused:
        return words(QT_TRANSLATE_NOOP("Verdict", "it refuses to answer (REFUSED)"));
    case AnswerStatus::ServFail:
        return words(QT_TRANSLATE_NOOP("Verdict", "it cannot answer (SERVFAIL)"));
    case AnswerStatus::Failed:
        return soa.detail == QLatin1String("referral")
                   ? words(QT_TRANSLATE_NOOP("Verdict", "it does not hold the zone, and points to other servers"))
                   : words(QT_TRANSLATE_NOOP("Verdict", "its answer cannot be used (%1)")).arg(soa.detail);
    default:
        return words(QT_TRANSLATE_NOOP("Verdict", "it does not hold the zone, and answers from hearsay"));
    }
}

QString stsAnswer(const Lookup &lookup, const QString &zone)
{
    return selectedText(lookup, zone, selectStsRecord);
}

QString tlsRptAnswer(const Lookup &lookup, const QString &zone)
{
    return selectedText(lookup, zone, selectTlsRptRecord);
}

QString mxAnswer(const Lookup &lookup, const QString &zone)
{
    if (!isAuthoritative(lookup))
        return {};
    const Answer<MxRecord> answer = mxRecords(lookup);
    if (const QString alias = wayOut(answer.aliases, zone); !alias.isEmpty())
        return alias;
    QList<MxRecord> records = answer.records;
    std::sort(records.begin(), records.end(),
              [](const MxRecord &a, const MxRecord &b) { return std::tie(a.preference, a.exchange) < std::tie(b.preference, b.exchange); });
    QStringList texts;
    for (const MxRecord &record : std::as_const(records))
        texts.append(QStringLiteral("%1 %2").arg(QString::number(record.preference), record.exchange));
    return texts.isEmpty() ? words("no record") : texts.join(QStringLiteral(", "));
}

QString serialAnswer(const Lookup &soa, const QString &zone)
{
    const std::optional<SoaRecord> record = isAuthoritative(soa) ? soaRecord(soa) : std::nullopt;
    return record && record->zone == zone ? QString::number(record->serial) : QString();
}

} // namespace mta
