// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/seentext.h"

#include "base/wiretext.h"
#include "store/evidence.h"
#include "ui/models/mailserverrows.h"
#include "ui/models/policyrows.h"
#include "ui/models/recordrows.h"
#include <QCoreApplication>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList lookupLines(const DomainFacts &facts, const QString &pointer)
{
    const Lookup *lookup = lookupAt(facts, pointer);
    if (!lookup)
        return {};
    QStringList lines;
    for (const RecordText &record : answerRecords(*lookup))
        lines.append(
            u"%1 %2 %3 %4"_s.arg(visibleText(record.owner), QString::number(record.ttl.count()), record.type, visibleText(record.value)));
    if (lines.isEmpty()) {
        for (const Row &row : recordRows(facts)) {
            if (row.pointer == pointer)
                lines.append(u"%1 %2: %3"_s.arg(row.cells[0].text, row.cells[1].text, row.cells[3].text));
        }
    }
    if (!lookup->bogusReason.isEmpty())
        lines.append(visibleText(lookup->bogusReason));
    if (!lookup->detail.isEmpty())
        lines.append(visibleText(lookup->detail));
    return lines;
}

const PolicyFetch *fetchAt(const DomainFacts &facts, const QString &pointer)
{
    if (!pointer.startsWith("/fetches/"_L1))
        return nullptr;
    const int index = pointer.section(u'/', 2, 2).toInt();
    return index >= 0 && index < facts.fetches.size() ? &facts.fetches[index] : nullptr;
}

const TlsSession *sessionAt(const DomainFacts &facts, const QString &pointer)
{
    if (!pointer.contains("/tls"_L1))
        return nullptr;
    if (const PolicyFetch *fetch = fetchAt(facts, pointer))
        return &fetch->tls;
    const MxProbe *probe = probeAt(facts, pointer);
    return probe ? &probe->tls : nullptr;
}

QStringList certificateLines(const TlsSession &session, const QString &pointer)
{
    const int index = pointer.contains("/chain/"_L1) ? pointer.section(u"/chain/"_s, 1).toInt() : 0;
    if (index < 0 || index >= session.chain.size())
        return {};
    const Certificate &certificate = session.chain[index];
    const auto time = [](const QDateTime &when) { return when.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s); };
    return {QCoreApplication::translate("Seen", "Subject: %1").arg(visibleText(certificate.subject)),
            QCoreApplication::translate("Seen", "Names: %1").arg(visibleText(certificate.dnsNames.join(u", "_s), 400)),
            QCoreApplication::translate("Seen", "Issuer: %1").arg(visibleText(certificate.issuer)),
            QCoreApplication::translate("Seen", "Valid: %1 to %2").arg(time(certificate.notBefore), time(certificate.notAfter)),
            QCoreApplication::translate("Seen", "Key: %1, signed with %2")
                .arg(visibleText(certificate.keyType), visibleText(certificate.signatureAlgorithm))};
}

QStringList fetchLines(const PolicyFetch &fetch, const QString &pointer)
{
    QStringList lines;
    if (pointer.endsWith("/body"_L1)) {
        for (const PolicyLineView &line : policyLines(PolicyLint{parsePolicy(fetch.body), {}}))
            lines.append(u"%1  %2"_s.arg(lines.size() + 1, 2).arg(line.text));
        return lines;
    }
    lines.append(fetchSummary(fetch));
    lines += visibleLines(QByteArray(fetch.head).replace("\r\n", "\n")).split(u'\n', Qt::SkipEmptyParts);
    return lines;
}

QStringList probeLines(const MxProbe &probe)
{
    QStringList lines{probeSummary(probe)};
    for (const TranscriptLine &line : probe.transcript)
        lines.append(u"%1 %2"_s.arg(line.from == TranscriptLine::From::Client   ? u">"_s
                                    : line.from == TranscriptLine::From::Server ? u"<"_s
                                                                                : u"-"_s,
                                    visibleText(line.octets)));
    return lines;
}

QStringList linesAt(const DomainFacts &facts, const QString &pointer)
{
    if (const QStringList records = lookupLines(facts, pointer); !records.isEmpty())
        return records;
    if (const TlsSession *session = sessionAt(facts, pointer)) {
        if (const QStringList fields = certificateLines(*session, pointer); !fields.isEmpty())
            return fields;
    }
    if (const PolicyFetch *fetch = fetchAt(facts, pointer))
        return fetchLines(*fetch, pointer);
    const MxProbe *probe = pointer.contains("/probes/"_L1) ? probeAt(facts, pointer) : nullptr;
    if (probe)
        return probeLines(*probe);
    // Both families of a host.
    const QStringList addresses = lookupLines(facts, pointer + u"/a"_s) + lookupLines(facts, pointer + u"/aaaa"_s);
    if (!addresses.isEmpty())
        return addresses;
    return visibleLines(evidenceAt(facts, pointer).toUtf8()).split(u'\n');
}

} // namespace

QString seenText(const DomainFacts &facts, const QString &pointer, int lines)
{
    QStringList all = linesAt(facts, pointer);
    if (all.size() > lines) {
        all = all.mid(0, lines);
        all.append(u"\u2026"_s);
    }
    return all.join(u'\n');
}

} // namespace mta
