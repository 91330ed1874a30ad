// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/authorityhits.h"
#include "audit/checks.h"
#include "audit/rules.h"
#include "audit/texthits.h"
#include "audit/textreasons.h"
#include "base/versionedrecord.h"
#include "dns/message.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace mta
{

namespace
{

using State = TlsRptRecordSet::State;

QString words(const char *text)
{
    return QCoreApplication::translate("Verdict", text);
}

/// Why nothing can be said about the record, or nullopt.
std::optional<Verdict> beforeRecord(const Situation &situation)
{
    if (!situation.facts.tlsRpt.asked() || situation.facts.tlsRpt.failed())
        return Verdict::undetermined();
    return std::nullopt;
}

Hit recordHit(const Situation &situation, int column, Values values)
{
    values.insert(QStringLiteral("record"), rawText(situation.tlsRpt.record.raw));
    return hitAt(situation, 1, column, QStringLiteral("/tlsRpt"), std::move(values));
}

bool hasFault(const TlsRptRecord &record, const char *reason)
{
    return std::any_of(record.errors.cbegin(), record.errors.cend(),
                       [reason](const SyntaxError &error) { return error.reason == QLatin1String(reason); });
}

/// One record that senders look into, or one that fails only because of what was pasted around it.
bool isReadable(const Situation &situation)
{
    const TlsRptRecordSet &set = situation.tlsRpt;
    return set.state == State::One || (set.state == State::WrongVersion && !hasFault(set.record, "version"));
}

Verdict dnsError(const Situation &situation)
{
    const Lookup &lookup = situation.facts.tlsRpt;
    if (!lookup.asked())
        return Verdict::undetermined();
    if (!lookup.failed())
        return {};
    return Verdict::of({recordHit(situation, 1, {{QStringLiteral("reason"), lookupFailure(lookup)}})});
}

/// A domain that takes no mail gets no reports either.
Verdict absent(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.mxKind == MxKind::Null || situation.mxKind == MxKind::Absent)
        return Verdict::notApplicable();
    if (situation.tlsRpt.state != State::Absent)
        return {};
    return Verdict::of({recordHit(situation, 1, {})});
}

Verdict multiple(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.tlsRpt.state != State::Multiple)
        return {};
    const QList<QByteArray> &all = situation.tlsRpt.candidates;
    return Verdict::of({recordHit(
        situation, 1, {{QStringLiteral("count"), QString::number(all.size())}, {QStringLiteral("records"), rawText(all.join(" | "))}})});
}

Verdict syntax(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    const TlsRptRecordSet &set = situation.tlsRpt;
    if (set.state != State::One && set.state != State::WrongVersion)
        return Verdict::notApplicable();
    QList<Hit> hits;
    for (const SyntaxError &error : set.record.errors) {
        if (hits.size() < maxTextHits)
            hits.append(recordHit(situation, error.column, {{QStringLiteral("reason"), syntaxClause(error.reason)}}));
        if (error.reason == QLatin1String("version") || error.reason == QLatin1String("quotes"))
            break; // what follows comes of it, or belongs to another kind of record
    }
    // RFC 8460 §3: beside others, only records that begin with "v=TLSRPTv1;" are kept.
    if (hits.isEmpty() && set.state == State::WrongVersion)
        hits.append(
            recordHit(situation, 1,
                      {{QStringLiteral("reason"),
                        words(QT_TRANSLATE_NOOP(
                            "Verdict", "beside other TXT records it must begin with the version and a semicolon right behind it"))}}));
    return Verdict::of(std::move(hits));
}

Verdict rua(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    const TlsRptRecord &record = situation.tlsRpt.record;
    // Where the beginning is broken the rua may be there all the same, out of a parser's reach.
    const bool outOfReach = record.rua.isEmpty() && (hasFault(record, "no-delimiter") || hasFault(record, "quotes"));
    if (!isReadable(situation) || outOfReach)
        return Verdict::notApplicable();
    if (record.rua.isEmpty())
        return Verdict::of({recordHit(situation, static_cast<int>(record.raw.size()) + 1,
                                      {{QStringLiteral("reason"), words(QT_TRANSLATE_NOOP("Verdict", "there is no rua field"))}})});
    QList<Hit> hits;
    QSet<QByteArray> told; // ",,," is one mistake
    for (qsizetype i = 0; i < record.rua.size(); ++i) {
        const ReportUri &uri = record.rua.at(i);
        if (uri.valid || told.contains(uri.text) || hits.size() == maxTextHits)
            continue;
        told.insert(uri.text);
        const QString reason = words(QT_TRANSLATE_NOOP("Verdict", "“%1”: %2")).arg(rawText(uri.text), uriClause(uri.reason));
        hits.append(recordHit(situation, record.ruaColumns.at(i), {{QStringLiteral("reason"), reason}}));
    }
    return Verdict::of(std::move(hits));
}

/// Where a record lies that belongs to `_smtp._tls`.
Verdict misplaced(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.tlsRpt.state != State::Absent)
        return {};
    const DomainFacts &facts = situation.facts;
    const std::pair<const Lookup *, const char *> places[] = {{&facts.tlsRptMisplaced, "/tlsRptMisplaced"}, {&facts.apexTxt, "/apexTxt"}};
    QList<Hit> hits;
    bool unknown = false;
    for (const auto &[lookup, evidence] : places) {
        unknown = unknown || !lookup->asked() || lookup->failed();
        if (!lookup->asked() || lookup->failed())
            continue;
        const QList<TxtRecord> records = txtRecords(*lookup).records;
        const auto found = std::find_if(records.cbegin(), records.cend(),
                                        [](const TxtRecord &record) { return beginsWithVersion(record.joined(), "v=TLSRPTv1"); });
        if (found == records.cend())
            continue;
        Hit hit = recordHit(situation, 1, {{QStringLiteral("place"), lookup->question.name}});
        hit.values.insert(QStringLiteral("record"), rawText(found->joined()));
        hit.evidence = QLatin1String(evidence);
        hits.append(hit);
    }
    if (hits.isEmpty() && unknown)
        return facts.conditions.depth == Depth::Quick ? Verdict::notApplicable() : Verdict::undetermined();
    return Verdict::of(std::move(hits));
}

/// Why a destination cannot take reports; empty when it can, nullopt when that is not known.
std::optional<QString> destinationTrouble(const ReportDestination &destination)
{
    if (destination.mail) {
        if (!destination.mx.asked() || destination.mx.failed())
            return std::nullopt;
        if (destination.mx.status == AnswerStatus::NxDomain)
            return words(QT_TRANSLATE_NOOP("Verdict", "the domain does not exist"));
        const QList<MxRecord> records = mxRecords(destination.mx).records;
        const auto isNull = [](const MxRecord &record) { return record.exchange == QLatin1String("."); };
        if (!records.isEmpty()) // RFC 7505 §3
            return std::all_of(records.cbegin(), records.cend(), isNull)
                       ? words(QT_TRANSLATE_NOOP("Verdict", "the domain takes no mail (null MX)"))
                       : QString();
    }
    // RFC 3986 §3.2.2: an https URI may name an address itself, and there is nothing to look up.
    const bool literal = destination.host.startsWith(u'[') || !QHostAddress(destination.host).isNull();
    if (literal || !usableAddresses(destination.addresses).isEmpty())
        return QString();
    if (!hasNoAddress(destination.addresses))
        return std::nullopt;
    return destination.mail ? words(QT_TRANSLATE_NOOP("Verdict", "the domain has neither an MX record nor an address"))
                            : words(QT_TRANSLATE_NOOP("Verdict", "the host has no address"));
}

Verdict undeliverable(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.tlsRpt.state != State::One)
        return Verdict::notApplicable();
    const QList<ReportDestination> &destinations = situation.facts.reportDestinations;
    QList<Hit> hits;
    bool unknown = false;
    for (qsizetype i = 0; i < destinations.size(); ++i) {
        const std::optional<QString> trouble = destinationTrouble(destinations.at(i));
        unknown = unknown || !trouble;
        if (!trouble || trouble->isEmpty() || hits.size() == maxTextHits)
            continue;
        Hit hit = recordHit(situation, 1, {{QStringLiteral("destination"), destinations.at(i).host}, {QStringLiteral("reason"), *trouble}});
        hit.evidence = QStringLiteral("/reportDestinations/%1").arg(i);
        hits.append(hit);
    }
    if (hits.isEmpty() && unknown)
        return Verdict::undetermined();
    return destinations.isEmpty() ? Verdict::notApplicable() : Verdict::of(std::move(hits));
}

constexpr Rule rules[] = {
    {
        .id = "tlsrpt-dns-error",
        .area = Area::TlsRpt,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8460 §3",
        .message = QT_TRANSLATE_NOOP("Rules", "The TLS-RPT record of {subject} could not be looked up: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders that get no answer do not know where to send their reports."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "See that every name server of the zone answers for _smtp._tls.{domain}: dig +dnssec _smtp._tls.{domain} TXT"),
        .check = dnsError,
    },
    {
        .id = "tlsrpt-absent",
        .area = Area::TlsRpt,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8460 §3",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} asks for no reports: there is no TLS-RPT record at _smtp._tls.{domain}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Only by the daily reports of senders do you learn that encryption to your mail servers "
                                                  "fails, and that mail waits because of it."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Publish: _smtp._tls.{domain}. IN TXT \"v=TLSRPTv1; rua=mailto:tls-reports@{domain}\", with an address that exists."),
        .check = absent,
    },
    {
        .id = "tlsrpt-multiple",
        .area = Area::TlsRpt,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8460 §3",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} has {count} TLS-RPT records: {records}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "With more than one, senders must assume that the domain wants no reports."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Leave a single TXT record at _smtp._tls.{domain}. It may name several addresses, with commas between them."),
        .check = multiple,
    },
    {
        .id = "tlsrpt-syntax",
        .area = Area::TlsRpt,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8460 §3",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The TLS-RPT record of {subject} is malformed at character {column}: {reason}. It reads: {record}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders need not read a malformed record: you may get no reports."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Write it in this form, with an address of yours: v=TLSRPTv1; rua=mailto:tls-reports@example.com"),
        .check = syntax,
    },
    {
        .id = "tlsrpt-rua",
        .area = Area::TlsRpt,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8460 §3",
        .message = QT_TRANSLATE_NOOP("Rules", "The TLS-RPT record of {subject} names no usable place for reports: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Reports are sent by mail or HTTPS, to what stands behind rua=. Without a usable address there are none."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Write it in this form, with an address of yours: v=TLSRPTv1; rua=mailto:tls-reports@example.com"),
        .check = rua,
    },
    {
        .id = "tlsrpt-misplaced",
        .area = Area::TlsRpt,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8460 §3",
        .message = QT_TRANSLATE_NOOP("Rules", "There is a TLS-RPT record at {place}, where no sender looks: {record}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders ask for a TXT record at _smtp._tls.{domain} and nowhere else. Other names stem from drafts of the standard."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Move the record to _smtp._tls.{domain}"),
        .check = misplaced,
    },
    {
        .id = "tlsrpt-rua-undeliverable",
        .area = Area::TlsRpt,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8460 §3",
        .message = QT_TRANSLATE_NOOP("Rules", "Reports about {subject} cannot reach {destination}: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders try, fail, and drop the report: nobody learns that something is wrong."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Name an address that takes mail, or an https URL that works, in the record, which now reads: {record}"),
        .check = undeliverable,
    },
    {
        .id = "tlsrpt-inconsistent",
        .area = Area::TlsRpt,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 1034 §4.3.5",
        .message = QT_TRANSLATE_NOOP("Rules", "The name servers of {zone} disagree about the TLS-RPT record of {subject}: {answers}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Where a sender's reports go, if anywhere, depends on the name server that its resolver "
                                                  "happens to ask."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that changes reach every name server of {zone}, then audit again: dig @SERVER "
                                             "_smtp._tls.{domain} TXT +norecurse"),
        .check = tlsRptInconsistent,
    },
};

} // namespace

const QList<const Rule *> &tlsRptRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
