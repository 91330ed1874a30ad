// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/mailserverrows.h"

#include "base/wiretext.h"
#include "ui/models/tlsgridrows.h"
#include "ui/words.h"
#include <QCoreApplication>
#include <algorithm>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Cell notTested()
{
    return Cell{QCoreApplication::translate("MailServers", "not tested"), State::NotTested};
}

Cell startTlsCell(const MxProbe &probe)
{
    if (!probe.plain)
        return notTested();
    if (!probe.plain->startTls)
        return Cell{QCoreApplication::translate("MailServers", "not offered"), State::Broken};
    if (probe.failure == SmtpDialog::Failure::StartTlsRefused || probe.failure == SmtpDialog::Failure::StartTlsTemporary)
        return Cell{QCoreApplication::translate("MailServers", "offered, then refused"), State::Broken};
    if (!probe.injected.isEmpty())
        return Cell{QCoreApplication::translate("MailServers", "text injected"), State::Broken};
    return Cell{QCoreApplication::translate("MailServers", "offered"), State::Good};
}

Cell tlsCell(const MxProbe &probe)
{
    if (!probe.tls.attempted)
        return notTested();
    if (!probe.tls.established)
        return Cell{QCoreApplication::translate("MailServers", "failed"), State::Broken};
    // RFC 8996, RFC 8461 §7.2: below TLS 1.2 a sender refuses.
    const State state = probe.tls.version >= TlsVersion::Tls12 ? State::Good : State::Broken;
    return Cell{tlsVersionName(probe.tls.version), state};
}

Cell certificateCell(const MxProbe *probe, const AddressOutcome *outcome)
{
    if (!probe || probe->tls.chain.isEmpty())
        return notTested();
    const QString result = outcome ? outcome->result : QString();
    if (result.startsWith("certificate-"_L1))
        return Cell{resultText(result), State::Broken};
    if (result == "untested"_L1 || result.isEmpty())
        return notTested();
    if (result == "ok"_L1)
        return Cell{QCoreApplication::translate("MailServers", "valid"), State::Good};
    return Cell{QCoreApplication::translate("MailServers", "seen"), std::nullopt, false, true};
}

Cell expiryCell(const Certificate &certificate, const QDateTime &at)
{
    if (certificate.der.isEmpty() || !certificate.notAfter.isValid())
        return Cell{{}, std::nullopt, false, true};
    Cell cell{dayWords(certificate.notAfter, at)};
    cell.sort = certificate.notAfter;
    const qint64 seconds = at.secsTo(certificate.notAfter);
    if (seconds < 0)
        cell.state = State::Broken;
    else if (seconds < 14 * 86400)
        cell.state = State::Attention;
    return cell;
}

Cell senderCell(const QString &result, const std::optional<bool> &delivers, const std::optional<bool> &deliversEnforced, StsStatus status,
                bool dane)
{
    if (!delivers)
        return notTested();
    if (result == "unreachable"_L1)
        return Cell{QCoreApplication::translate("MailServers", "get no connection"), State::Broken};
    if (!*delivers)
        return Cell{QCoreApplication::translate("MailServers", "refuse to deliver"), State::Broken};
    if (dane && status != StsStatus::Testing && status != StsStatus::Enforce)
        return Cell{QCoreApplication::translate("MailServers", "deliver, protected by DANE"), State::Good};
    if (status != StsStatus::Testing && status != StsStatus::Enforce)
        return Cell{QCoreApplication::translate("MailServers", "deliver, without protection"), State::Attention};
    if (deliversEnforced && !*deliversEnforced)
        return Cell{QCoreApplication::translate("MailServers", "deliver, and report a failure"), State::Attention};
    return Cell{QCoreApplication::translate("MailServers", "deliver"), State::Good};
}

/// The best a sender would meet at any address: it tries them in turn.
std::optional<bool> best(const QList<AddressOutcome> &outcomes, std::optional<bool> AddressOutcome::*member)
{
    std::optional<bool> result;
    for (const AddressOutcome &outcome : outcomes) {
        if (outcome.*member && (!result || *(outcome.*member)))
            result = outcome.*member;
    }
    return result;
}

Row addressRow(const DomainAudit &audit, const MxHost *host, const AddressOutcome &outcome, const QString &hostPointer)
{
    const MxProbe *probe = nullptr;
    qsizetype index = 0;
    for (; host && index < host->probes.size(); ++index) {
        if (host->probes[index].address == outcome.address) {
            probe = &host->probes[index];
            break;
        }
    }
    const bool pending = !probe;
    Row row{
        outcome.address.toString(),
        {Cell{outcome.address.toString(), std::nullopt, true},
         senderCell(outcome.result, outcome.wouldDeliver, outcome.wouldDeliverEnforced, audit.stsStatus, outcome.dane == DaneResult::Valid),
         Cell{{}}, pending ? notTested() : startTlsCell(*probe), pending ? notTested() : tlsCell(*probe), certificateCell(probe, &outcome),
         expiryCell(outcome.certificate, audit.judgedAt), Cell{{}}}};
    row.pointer = pending ? hostPointer : hostPointer + u"/probes/%1"_s.arg(index);
    if (host)
        row.children = tlsGridRows(audit, *host, outcome, hostPointer);
    return row;
}

Row hostRow(const DomainAudit &audit, const MxOutcome &outcome, qsizetype position)
{
    const MxHost *host = nullptr;
    qsizetype index = 0;
    for (; index < audit.facts.mxHosts.size(); ++index) {
        if (audit.facts.mxHosts[index].name == outcome.host && audit.facts.mxHosts[index].preference == outcome.preference) {
            host = &audit.facts.mxHosts[index];
            break;
        }
    }
    const bool hasPolicy = audit.policy.has_value();
    Cell covered{visibleText(outcome.coveredBy), std::nullopt, true};
    if (outcome.coveredBy.isNull())
        covered = hasPolicy ? Cell{QCoreApplication::translate("MailServers", "by no pattern"), State::Broken}
                            : Cell{QCoreApplication::translate("MailServers", "no policy"), std::nullopt, false, true};
    Cell preference{QString::number(outcome.preference)};
    preference.sort = outcome.preference;
    const bool dane = std::any_of(outcome.addresses.cbegin(), outcome.addresses.cend(),
                                  [](const AddressOutcome &address) { return address.dane == DaneResult::Valid; });
    Cell sender = senderCell(outcome.result, best(outcome.addresses, &AddressOutcome::wouldDeliver),
                             best(outcome.addresses, &AddressOutcome::wouldDeliverEnforced), audit.stsStatus, dane);
    const Cell result{outcome.result == "ok"_L1 ? QString() : resultText(outcome.result), std::nullopt, false, true};
    Row row{outcome.host + u'/' + QString::number(position),
            {Cell{visibleText(toUnicodeName(outcome.host)), std::nullopt, true}, sender, covered, Cell{{}}, Cell{{}}, result, Cell{{}},
             preference}};
    row.pointer = host ? u"/mxHosts/%1"_s.arg(index) : u"/mx"_s;
    for (const AddressOutcome &address : outcome.addresses)
        row.children.append(addressRow(audit, host, address, row.pointer));
    return row;
}

} // namespace

QStringList mailServerHeaders()
{
    // The answer stands next to the name.
    return {QCoreApplication::translate("MailServers", "Host and address"),
            QCoreApplication::translate("MailServers", "A sender would"),
            QCoreApplication::translate("MailServers", "Covered by"),
            QCoreApplication::translate("MailServers", "STARTTLS"),
            QCoreApplication::translate("MailServers", "TLS"),
            QCoreApplication::translate("MailServers", "Certificate"),
            QCoreApplication::translate("MailServers", "Expires"),
            QCoreApplication::translate("MailServers", "Preference")};
}

QList<Row> mailServerRows(const DomainAudit &audit)
{
    QList<Row> rows;
    for (qsizetype i = 0; i < audit.mx.size(); ++i)
        rows.append(hostRow(audit, audit.mx[i], i));
    return rows;
}

const MxProbe *probeAt(const DomainFacts &facts, const QString &pointer)
{
    // "/mxHosts/1/probes/0"
    const QStringList parts = pointer.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 2 || parts[0] != "mxHosts"_L1)
        return nullptr;
    const qsizetype host = parts[1].toInt();
    if (host >= facts.mxHosts.size())
        return nullptr;
    if (parts.size() >= 4 && parts[2] == "extraProbes"_L1) { // "/mxHosts/1/extraProbes/0/probe"
        const QList<ExtraProbe> &extras = facts.mxHosts[host].extraProbes;
        const qsizetype extra = parts[3].toInt();
        return extra < extras.size() ? &extras[extra].probe : nullptr;
    }
    const QList<MxProbe> &probes = facts.mxHosts[host].probes;
    const qsizetype probe = parts.size() >= 4 && parts[2] == "probes"_L1 ? parts[3].toInt() : 0;
    return probe < probes.size() ? &probes[probe] : nullptr;
}

QString probeSummary(const MxProbe &probe)
{
    switch (probe.end) {
    case ProbeEnd::NotTried:
        if (probe.detail == "guard"_L1)
            return QCoreApplication::translate(
                "MailServers", "Not contacted: the address is not a public one. Allow private addresses in the preferences to test it.");
        if (probe.detail == "family"_L1)
            return QCoreApplication::translate("MailServers", "Not contacted: this kind of address is switched off in the preferences.");
        if (probe.detail == "cancelled"_L1)
            return QCoreApplication::translate("MailServers", "Not contacted: the audit was stopped.");
        return QCoreApplication::translate("MailServers", "Not contacted.");
    case ProbeEnd::NoNetwork:
        return QCoreApplication::translate("MailServers", "This machine has no way to that kind of address.");
    case ProbeEnd::Refused:
        return QCoreApplication::translate("MailServers", "The connection was refused.");
    case ProbeEnd::Unreachable:
        return QCoreApplication::translate("MailServers", "There is no route to this address.");
    case ProbeEnd::Reset:
        return QCoreApplication::translate("MailServers", "The server cut the connection.");
    case ProbeEnd::Timeout:
        return probe.connected
                   ? QCoreApplication::translate("MailServers", "The server stopped answering.")
                   : QCoreApplication::translate("MailServers", "No answer: the server is down, or port 25 is blocked on the way.");
    case ProbeEnd::ProxyFailed:
        return QCoreApplication::translate("MailServers", "The proxy did not work: %1").arg(visibleText(probe.detail));
    case ProbeEnd::TlsFailed:
        return QCoreApplication::translate("MailServers", "The TLS handshake failed: %1").arg(visibleText(probe.tls.failure));
    case ProbeEnd::Complete:
        break;
    }
    if (probe.tls.established)
        return QCoreApplication::translate("MailServers", "%1 with %2, %3 in all.", "TLS version, cipher, time")
            .arg(tlsVersionName(probe.tls.version), visibleText(probe.tls.cipher), elapsedWords(probe.elapsed));
    return QCoreApplication::translate("MailServers", "The conversation ended without encryption after %1.")
        .arg(elapsedWords(probe.elapsed));
}

QStringList transcriptHeaders()
{
    return {QCoreApplication::translate("MailServers", "Time"), QCoreApplication::translate("MailServers", "Who"),
            QCoreApplication::translate("MailServers", "Line")};
}

namespace
{
QString whoText(TranscriptLine::From from)
{
    switch (from) {
    case TranscriptLine::From::Client:
        return QCoreApplication::translate("MailServers", "we");
    case TranscriptLine::From::Server:
        return QCoreApplication::translate("MailServers", "server");
    case TranscriptLine::From::Note:
        break;
    }
    return QCoreApplication::translate("MailServers", "note");
}
} // namespace

QList<Row> transcriptRows(const MxProbe &probe)
{
    QList<Row> rows;
    for (const TranscriptLine &line : probe.transcript) {
        const bool note = line.from == TranscriptLine::From::Note;
        Cell time{QCoreApplication::translate("MailServers", "%1 ms").arg(line.at.count()), std::nullopt, false, true};
        time.sort = static_cast<qlonglong>(line.at.count());
        rows.append(
            Row{QString::number(rows.size()),
                {time, Cell{whoText(line.from), std::nullopt, false, true}, Cell{visibleText(line.octets), std::nullopt, !note, note}}});
    }
    return rows;
}

QString transcriptText(const MxProbe &probe)
{
    QString text;
    for (const TranscriptLine &line : probe.transcript)
        text += u"%1 ms\t%2\t%3\n"_s.arg(QString::number(line.at.count()), whoText(line.from), visibleText(line.octets));
    return text;
}

} // namespace mta
