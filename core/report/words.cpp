// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/words.h"

#include "base/wiretext.h"

namespace mta
{

QString verdictText(DomainVerdict verdict)
{
    switch (verdict) {
    case DomainVerdict::Protected:
        return Report::tr("protected");
    case DomainVerdict::Testing:
        return Report::tr("testing");
    case DomainVerdict::Unprotected:
        return Report::tr("unprotected");
    case DomainVerdict::AtRisk:
        return Report::tr("at risk");
    case DomainVerdict::Undetermined:
        return Report::tr("undetermined");
    case DomainVerdict::NotApplicable:
        return Report::tr("not applicable");
    }
    return {};
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return Report::tr("note");
    case Severity::Warning:
        return Report::tr("warning");
    case Severity::Error:
        return Report::tr("error");
    }
    return {};
}

QString areaText(Area area)
{
    switch (area) {
    case Area::Domain:
        return Report::tr("Domain");
    case Area::Record:
        return Report::tr("Record");
    case Area::PolicyHost:
        return Report::tr("Policy host");
    case Area::Policy:
        return Report::tr("Policy");
    case Area::MxHosts:
        return Report::tr("Mail servers");
    case Area::Certificates:
        return Report::tr("Certificates");
    case Area::TlsRpt:
        return Report::tr("TLS-RPT");
    }
    return {};
}

namespace
{

struct KeyText {
    const char *key;
    const char *text;
};

/// The text of a stable key; the key itself, made visible, when it is none of ours.
template<size_t size>
QString textOf(const KeyText (&table)[size], const QString &key)
{
    for (const KeyText &entry : table) {
        if (key == QLatin1String(entry.key))
            return QCoreApplication::translate("Report", entry.text);
    }
    return visibleText(key, 80);
}

// The result types of RFC 8460 §4.3, and three of our own.
constexpr KeyText results[] = {
    {"ok", QT_TRANSLATE_NOOP("Report", "good")},
    {"untested", QT_TRANSLATE_NOOP("Report", "not tested")},
    {"unreachable", QT_TRANSLATE_NOOP("Report", "unreachable")},
    {"starttls-not-supported", QT_TRANSLATE_NOOP("Report", "no STARTTLS")},
    {"certificate-host-mismatch", QT_TRANSLATE_NOOP("Report", "certificate for another name")},
    {"certificate-expired", QT_TRANSLATE_NOOP("Report", "certificate expired")},
    {"certificate-not-trusted", QT_TRANSLATE_NOOP("Report", "certificate not trusted")},
    {"validation-failure", QT_TRANSLATE_NOOP("Report", "encryption failed")},
    {"tlsa-invalid", QT_TRANSLATE_NOOP("Report", "TLSA record does not match")},
    {"dnssec-invalid", QT_TRANSLATE_NOOP("Report", "DNSSEC validation failed")},
};

constexpr KeyText reasons[] = {
    {"blocked", QT_TRANSLATE_NOOP("Report", "this network may block port 25")},
    {"bogus", QT_TRANSLATE_NOOP("Report", "its address came with an answer that fails DNSSEC validation")},
    {"cancelled", QT_TRANSLATE_NOOP("Report", "stopped before it was asked")},
    {"clock", QT_TRANSLATE_NOOP("Report", "the clock of this computer was wrong")},
    {"ehlo-after-tls", QT_TRANSLATE_NOOP("Report", "EHLO refused after TLS")},
    {"ehlo-refused", QT_TRANSLATE_NOOP("Report", "EHLO refused")},
    {"family", QT_TRANSLATE_NOOP("Report", "addresses of this family were not wanted")},
    {"greeting-refused", QT_TRANSLATE_NOOP("Report", "turned away at the greeting")},
    {"guard", QT_TRANSLATE_NOOP("Report", "private or reserved address, not contacted")},
    {"handshake", QT_TRANSLATE_NOOP("Report", "TLS handshake failed")},
    {"hidden", QT_TRANSLATE_NOOP("Report", "not offered, but the command is accepted")},
    {"incomplete", QT_TRANSLATE_NOOP("Report", "the conversation ended early")},
    {"incomplete-chain", QT_TRANSLATE_NOOP("Report", "intermediate certificate missing")},
    {"injection", QT_TRANSLATE_NOOP("Report", "plaintext injected before TLS")},
    {"limit", QT_TRANSLATE_NOOP("Report", "more addresses than are tested")},
    {"no-certificate", QT_TRANSLATE_NOOP("Report", "no certificate")},
    {"no-ehlo", QT_TRANSLATE_NOOP("Report", "an old server without EHLO")},
    {"no-network", QT_TRANSLATE_NOOP("Report", "this computer has no network of this kind")},
    {"no-route", QT_TRANSLATE_NOOP("Report", "no route to the host")},
    {"not-needed", QT_TRANSLATE_NOOP("Report", "not needed")},
    {"not-smtp", QT_TRANSLATE_NOOP("Report", "the answer is not SMTP")},
    {"not-yet-valid", QT_TRANSLATE_NOOP("Report", "certificate not valid yet")},
    {"only-common-name", QT_TRANSLATE_NOOP("Report", "only a common name")},
    {"protocol", QT_TRANSLATE_NOOP("Report", "SMTP grammar broken")},
    {"proxy", QT_TRANSLATE_NOOP("Report", "the proxy did not work")},
    {"refused", QT_TRANSLATE_NOOP("Report", "connection refused")},
    {"reset", QT_TRANSLATE_NOOP("Report", "connection cut")},
    {"revoked", QT_TRANSLATE_NOOP("Report", "certificate revoked")},
    {"self-signed", QT_TRANSLATE_NOOP("Report", "self-signed")},
    {"starttls-refused", QT_TRANSLATE_NOOP("Report", "STARTTLS refused")},
    {"tarpit", QT_TRANSLATE_NOOP("Report", "answers too slowly")},
    {"temporary", QT_TRANSLATE_NOOP("Report", "asked to come back later")},
    {"timeout", QT_TRANSLATE_NOOP("Report", "no answer in time")},
    {"time", QT_TRANSLATE_NOOP("Report", "no time was left for it")},
    {"tls-old", QT_TRANSLATE_NOOP("Report", "only TLS older than 1.2")},
    {"untrusted", QT_TRANSLATE_NOOP("Report", "unknown root")},
    {"weak", QT_TRANSLATE_NOOP("Report", "weak key or signature")},
};

} // namespace

QString resultText(const QString &result)
{
    return textOf(results, result);
}

QString reasonText(const QString &reason)
{
    return reason.isEmpty() ? QString() : textOf(reasons, reason);
}

QString outcomeText(const AddressOutcome &outcome)
{
    const QString reason = reasonText(outcome.reason);
    const QString result = resultText(outcome.result);
    QString text = reason.isEmpty() ? result : Report::tr("%1 (%2)", "result (reason)").arg(result, reason);
    if (outcome.otherKey)
        text = Report::tr("%1; its second certificate", "result; which certificate has it").arg(text);
    switch (outcome.dane) {
    case DaneResult::Valid:
        return Report::tr("%1; DANE valid").arg(text);
    case DaneResult::Unusable:
        return Report::tr("%1; DANE not usable").arg(text);
    case DaneResult::Failing:
        return Report::tr("%1; DANE fails").arg(text);
    default:
        return text;
    }
}

QString stsStatusText(StsStatus status)
{
    switch (status) {
    case StsStatus::Absent:
        return Report::tr("no record");
    case StsStatus::RecordInvalid:
        return Report::tr("record not valid");
    case StsStatus::PolicyUnavailable:
        return Report::tr("policy not available");
    case StsStatus::PolicyInvalid:
        return Report::tr("policy not valid");
    case StsStatus::None:
        return Report::tr("mode none");
    case StsStatus::Testing:
        return Report::tr("mode testing");
    case StsStatus::Enforce:
        return Report::tr("mode enforce");
    case StsStatus::Undetermined:
        return Report::tr("undetermined");
    }
    return {};
}

QString linkStateText(ChainLink::State state)
{
    switch (state) {
    case ChainLink::State::Good:
        return Report::tr("good");
    case ChainLink::State::Attention:
        return Report::tr("attention");
    case ChainLink::State::Broken:
        return Report::tr("broken");
    case ChainLink::State::NotTested:
        return Report::tr("not tested");
    }
    return {};
}

QString deliveryText(const std::optional<bool> &wouldDeliver)
{
    if (!wouldDeliver)
        return Report::tr("unknown");
    return *wouldDeliver ? Report::tr("deliver") : Report::tr("not deliver");
}

QString securityText(Security security)
{
    switch (security) {
    case Security::Unknown:
        return Report::tr("not validated");
    case Security::Secure:
        return Report::tr("signed and valid");
    case Security::Insecure:
        return Report::tr("not signed");
    case Security::Bogus:
        return Report::tr("signature not valid");
    }
    return {};
}

namespace
{

QString statusText(AnswerStatus status)
{
    switch (status) {
    case AnswerStatus::NotAsked:
        return Report::tr("not asked");
    case AnswerStatus::NoError:
        return Report::tr("answered");
    case AnswerStatus::NoData:
        return Report::tr("no record of this type");
    case AnswerStatus::NxDomain:
        return Report::tr("no such name (NXDOMAIN)");
    case AnswerStatus::ServFail:
        return Report::tr("the server failed (SERVFAIL)");
    case AnswerStatus::Refused:
        return Report::tr("refused (REFUSED)");
    case AnswerStatus::Timeout:
        return Report::tr("no answer in time");
    case AnswerStatus::Failed:
        return Report::tr("no resolver could be reached");
    }
    return {};
}

} // namespace

QString answerText(const Lookup &lookup)
{
    const QString detail = lookup.bogusReason.isEmpty() ? lookup.detail : lookup.bogusReason;
    const QString status = statusText(lookup.status);
    return detail.isEmpty() ? status : Report::tr("%1: %2", "state: detail").arg(status, visibleText(detail, 300));
}

QString countsText(const DomainAudit &audit)
{
    auto counted = [&](Severity severity, const QString &none, const QString &one, const QString &more) {
        const int number = audit.count(severity);
        return number == 0 ? none : number == 1 ? one : more;
    };
    const QString errors = counted(Severity::Error, Report::tr("no errors"), Report::tr("one error"),
                                   Report::tr("%n errors", nullptr, audit.count(Severity::Error)));
    const QString warnings = counted(Severity::Warning, Report::tr("no warnings"), Report::tr("one warning"),
                                     Report::tr("%n warnings", nullptr, audit.count(Severity::Warning)));
    const QString notes = counted(Severity::Note, Report::tr("no notes"), Report::tr("one note"),
                                  Report::tr("%n notes", nullptr, audit.count(Severity::Note)));
    return Report::tr("%1, %2, %3", "errors, warnings, notes").arg(errors, warnings, notes);
}

QString domainText(const DomainName &domain)
{
    if (domain.unicode.isEmpty() || domain.unicode == domain.ascii)
        return visibleText(domain.ascii, 300);
    return Report::tr("%1 (%2)", "domain (its A-label form)").arg(visibleText(domain.unicode, 300), visibleText(domain.ascii, 300));
}

QString reportTitle(const QList<RunItem> &items)
{
    if (items.size() == 1)
        return Report::tr("Mail security of %1")
            .arg(items.first().audit ? domainText(items.first().audit->facts.domain) : visibleText(items.first().input, 300));
    return Report::tr("Mail security of %n domains", nullptr, static_cast<int>(items.size()));
}

} // namespace mta
