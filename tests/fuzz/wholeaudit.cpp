// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "wholeaudit.h"

#include "audit/judge.h"
#include "audit/outcome.h"
#include "deploy/adopt.h"
#include "deploy/planfault.h"
#include "report/planreport.h"
#include "store/evidence.h"
#include "store/plans.h"

#include <QJsonDocument>
#include <QStringDecoder>
#include <array>
#include <cstdlib>

namespace mta::fuzz
{
namespace
{

constexpr qsizetype maxOutput = 16 * 1024 * 1024;

bool isUtf8(const QByteArray &octets)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(octets);
    return !decoder.hasError() && text.toUtf8().size() == octets.size();
}

/// Nothing that a terminal would obey.
bool isPlain(const QString &text)
{
    return text.isValidUtf16() && std::none_of(text.cbegin(), text.cend(), [](QChar c) {
               return (c.unicode() < 0x20 && c != u'\n') || (c.unicode() >= 0x7f && c.unicode() < 0xa0) ||
                      (c.unicode() >= 0x202a && c.unicode() <= 0x202e) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
           });
}

/// Rows of RFC 4180, all with as many cells as the header.
void checkCsv(const QByteArray &rows)
{
    const qsizetype columns = csvHeader().count(',') + 1;
    qsizetype cells = 1;
    bool quoted = false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const char c = rows.at(i);
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            ++cells;
        else if (!quoted && c == '\n')
            require(std::exchange(cells, 1) == columns && rows.at(i - 1) == '\r');
    }
    require(!quoted && rows.endsWith("\r\n") && isUtf8(rows) && rows.size() <= maxOutput);
}

void checkTrust(const DomainAudit &audit)
{
    if (audit.verdict != DomainVerdict::Protected)
        return;
    // RFC 8461 §3.3 and §4.2: neither the policy nor a mail server is believed without a chain to a trusted root.
    require(audit.policyFetch >= 0 && audit.policy && audit.policy->valid());
    const TlsSession &policyHost = audit.facts.fetches.at(audit.policyFetch).tls;
    require(policyHost.established && policyHost.verdict.trust == Trust::Trusted);
    for (qsizetype i = 0; i < audit.mx.size(); ++i) {
        for (qsizetype j = 0; j < audit.mx.at(i).addresses.size(); ++j) {
            const TlsSession &session = audit.facts.mxHosts.at(i).probes.at(j).tls;
            require(!isOk(audit.mx.at(i).addresses.at(j).result) || (session.established && session.verdict.trust == Trust::Trusted));
        }
    }
}

void checkEvidence(const DomainAudit &audit)
{
    const QByteArray evidence = toEvidence({audit.facts});
    require(isUtf8(evidence) && evidence.size() <= maxOutput);
    const Result<QList<DomainFacts>> again = fromEvidence(evidence);
    require(again && again->size() == 1 && again->first() == audit.facts);
    const DomainAudit second = judge(again->first(), audit.judgedAt);
    require(audit.verdict == second.verdict && audit.findings == second.findings && audit.undetermined == second.undetermined);
    require(audit.mx == second.mx && audit.headline == second.headline && audit.nextStep == second.nextStep && audit.links == second.links);
}

void checkPlaces(const DomainAudit &audit)
{
    constexpr int looked = 2; // each looks through the whole evidence, which takes seconds of a large one under the sanitizers
    QSet<QString> places;
    for (const Finding &finding : audit.findings) {
        if (places.size() < looked && !places.contains(finding.evidence))
            require(!evidenceAt(audit.facts, finding.evidence).isEmpty());
        places.insert(finding.evidence);
    }
}

RunItem itemOf(const DomainAudit &audit)
{
    return {audit.facts.domain.ascii, audit, {}};
}

void checkJson(const DomainAudit &audit)
{
    const QJsonObject json = renderJson(itemOf(audit));
    const QByteArray text = QJsonDocument(json).toJson();
    require(isUtf8(text) && text.size() <= maxOutput && QJsonDocument::fromJson(text).object() == json);
}

void checkRows(const DomainAudit &audit)
{
    checkCsv(renderCsv(itemOf(audit)));
}

void checkText(const DomainAudit &audit)
{
    for (const bool verbose : {false, true}) {
        const QString words = renderText(itemOf(audit), false, verbose);
        require(isPlain(words) && words.endsWith(u'\n') && words.size() <= maxOutput);
    }
}

void checkHtml(const DomainAudit &audit)
{
    const QByteArray page = renderHtml({itemOf(audit)}, QLocale::c());
    require(isUtf8(page) && page.size() <= maxOutput && !page.toLower().contains("<script"));
}

/// What is live can be planned, saved and told, or it is said why not; and then nothing but certificates is different.
void checkPlan(const DomainAudit &audit)
{
    const Adoption adoption = planFromLive(audit);
    require(faultsOf(adoption.plan).isEmpty());
    const QByteArray text = planText(adoption.plan);
    if (text.size() <= maxPlanSize) {
        const Result<Plan> again = readPlan(text);
        require(again && *again == adoption.plan);
    }
    const LiveComparison comparison = compareWithLive(adoption.plan, audit);
    for (const LiveRow &row : comparison.rows) {
        const auto isLeft = [&row](const NotAdopted &left) { return left.item == row.item && left.subject == row.subject; };
        require(!row.isDifferent() || row.item == PlanItem::PolicyCertificate || row.item == PlanItem::MxCertificate ||
                std::any_of(adoption.left.cbegin(), adoption.left.cend(), isLeft));
        require(row.isDifferent() == !liveReasonText(row).isEmpty() && row.isDifferent() == !liveAdvice(row).isEmpty());
    }
    require(isPlain(renderPlanText(comparison, false, true)));
    require(isUtf8(QJsonDocument(renderPlanJson(comparison)).toJson()) && isUtf8(renderPlanCsv(comparison, audit.facts.domain.ascii)));
}

constexpr std::array looks{checkEvidence, checkPlaces, checkJson, checkRows, checkText, checkHtml, checkPlan};

} // namespace

bool looksAtEverything = false;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkWholeAudit(const DomainFacts &facts, const QByteArray &input)
{
    const DomainAudit audit = judge(facts, facts.observedAt);
    require(audit.links.size() == 6 && !audit.headline.isEmpty());
    require(std::none_of(audit.findings.cbegin(), audit.findings.cend(), [](const Finding &finding) { return finding.subject.isEmpty(); }));
    checkTrust(audit);
    const size_t turn = qChecksum(input) % (5 * looks.size());
    for (size_t i = 0; i < looks.size(); ++i) {
        if (looksAtEverything || i == turn)
            looks.at(i)(audit);
    }
}

QByteArray octetsOf(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

QByteArrayList partsOf(const QByteArray &input, qsizetype most)
{
    QByteArrayList parts;
    qsizetype at = 0;
    while (parts.size() < most - 1) {
        const qsizetype border = input.indexOf('\xfe', at);
        if (border < 0)
            break;
        parts.append(input.sliced(at, border - at));
        at = border + 1;
    }
    return parts << input.sliced(at);
}

} // namespace mta::fuzz
