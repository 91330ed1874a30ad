// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/scrub.h"

#include "audit/judge.h"
#include "base/wiretext.h"
#include "dns/specialaddress.h"
#include "scrub/certificates.h"
#include "scrub/factswalk.h"
#include "scrub/leaks.h"
#include "scrub/messagescrub.h"
#include "scrub/textscrub.h"
#include "store/evidence.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>

namespace mta
{

namespace
{

bool isAny(const char *member, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [member](const char *name) { return qstrcmp(member, name) == 0; });
}

/// Replaces everything that is met. While learning certificates stay: who signed them is known only when all have been seen.
class Scrubber : public FactsVisitor
{
public:
    Scrubber(Pseudonyms &pseudonyms, CertificateScrubber &certificates, bool learning)
        : m_pseudonyms(pseudonyms), m_certificates(certificates), m_learning(learning)
    {
    }

    void text(const char *member, QString &value) override
    {
        if (isAny(member, {"ascii", "name", "host"}))
            value = m_pseudonyms.name(value);
        else if (QString subject; isAny(member, {"interceptingIssuer"}) && !(subject = m_certificates.scrubbedSubject(value)).isNull())
            value = subject;
        else
            value = scrubbedText(value, m_pseudonyms);
    }

    void lines(const char *member, QByteArray &value) override
    {
        const bool grammar = isAny(member, {"body", "policy", "record"});
        value = scrubbedText(value, m_pseudonyms, grammar ? TextKind::Grammar : TextKind::Free);
    }

    void octets(const char *member, QByteArray &value) override
    {
        if (isAny(member, {"message"}))
            value = scrubbedMessage(value, m_pseudonyms, [this](const TlsaRecord &record) { return association(record); });
        else if (isAny(member, {"der"}))
            certificate(value);
        else if (!isAny(member, {"ocspResponse"})) // which enter() has replaced
            value.fill('\0');
    }

    void address(QHostAddress &value) override { value = m_pseudonyms.address(value); }

    void enter(PolicyFetch &fetch) override
    {
        if (!fetch.decoded) // packed in a way we cannot unpack: who knows what is in it
            fetch.body.fill('x');
    }

    void enter(TlsSession &session) override
    {
        if (!m_learning)
            session.ocspResponse = m_certificates.scrubbedStaple(session, m_pseudonyms);
    }

private:
    void certificate(QByteArray &der)
    {
        if (!m_learning) {
            der = m_certificates.scrubbed(der, m_pseudonyms);
            return;
        }
        m_certificates.learn(der);
        const QStringList names = parseCertificate(der).dnsNames;
        for (const QString &name : names)
            scrubbedHost(name.toUtf8(), m_pseudonyms);
    }

    QByteArray association(const TlsaRecord &record)
    {
        if (!m_learning)
            return m_certificates.scrubbed(record, m_pseudonyms);
        m_certificates.learn(record);
        return record.data;
    }

    Pseudonyms &m_pseudonyms;
    CertificateScrubber &m_certificates;
    bool m_learning;
};

Error refused(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

/// Documentation addresses count as special ones. Which of them stand for such, and which for ordinary ones, has to be told.
void noteSpecialAddresses(DomainFacts &facts, bool before, const Pseudonyms &pseudonyms)
{
    QList<SpecialAddress> special = before ? facts.conditions.specialAddresses : QList<SpecialAddress>();
    const auto note = [&](const QHostAddress &address, const QString &purpose) {
        if (!purpose.isEmpty())
            special.append({address, purpose});
    };
    const auto &addresses = pseudonyms.addresses();
    for (auto it = addresses.cbegin(); it != addresses.cend(); ++it)
        note(QHostAddress(it.value()), specialPurpose(QHostAddress(it.key())));
    QStringList kept(pseudonyms.lore().taken.cbegin(), pseudonyms.lore().taken.cend());
    kept.sort();
    for (const QString &each : std::as_const(kept)) {
        const QHostAddress address(each);
        if (!before && !address.isNull() && isNobodys(address))
            note(address, specialPurpose(address));
    }
    facts.conditions.specialAddresses = special.mid(0, maxSpecialAddresses);
    facts.conditions.scrubbed = true;
}

QString described(const DomainAudit &audit)
{
    return domainVerdictName(audit.verdict) + u' ' + stsStatusName(audit.stsStatus) + u' ' + tlsRptStatusName(audit.tlsRptStatus);
}

/// What a finding is about, as it must be called now. A name in Unicode is one in ASCII first.
QString renamed(const QString &subject, Pseudonyms &pseudonyms)
{
    const Result<DomainName> name = parseDomainName(subject);
    return name && name->unicode == subject ? toUnicodeName(pseudonyms.name(name->ascii)) : scrubbedText(subject, pseudonyms);
}

/// What of the judgement would be different; empty when nothing.
QString difference(const DomainFacts &before, const DomainFacts &after, Pseudonyms &pseudonyms)
{
    const DomainAudit was = judge(before, before.observedAt);
    const DomainAudit is = judge(after, after.observedAt);
    if (described(was) != described(is))
        return described(was);
    for (qsizetype i = 0; i < std::max(was.findings.size(), is.findings.size()); ++i) {
        const Finding old = was.findings.value(i);
        const Finding now = is.findings.value(i);
        if (old.ruleId != now.ruleId || old.severity != now.severity || old.evidence != now.evidence)
            return old.ruleId.isEmpty() ? now.ruleId : old.ruleId;
        if (renamed(old.subject, pseudonyms) != now.subject)
            return old.ruleId;
    }
    if (was.undetermined != is.undetermined)
        return (was.undetermined + is.undetermined).value(0);
    for (qsizetype i = 0; i < was.mx.size(); ++i) {
        if (was.mx[i].result != is.mx.value(i).result || was.mx[i].coveredBy.isNull() != is.mx.value(i).coveredBy.isNull())
            return scrubbedText(was.mx[i].host, pseudonyms);
    }
    return {};
}

} // namespace

Result<Scrubbed> scrub(const QList<DomainFacts> &facts)
{
    CertificateScrubber certificates(QCryptographicHash::hash(toEvidence(facts), QCryptographicHash::Sha256));
    Pseudonyms first;
    Scrubber learner(first, certificates, true);
    for (DomainFacts domain : facts)
        walk(domain, learner);

    Scrubbed result{facts, Pseudonyms(first.lore()), 0};
    for (const DomainFacts &domain : facts)
        result.pseudonyms.name(domain.domain.ascii);
    certificates.issueAll(result.pseudonyms);
    if (certificates.exhausted())
        return refused(QCoreApplication::translate("Scrub", "Nothing was written: there are so many certificates that sign others in this "
                                                            "evidence that making their keys anew would take too long. Take fewer "
                                                            "domains at a time."));
    Scrubber scrubber(result.pseudonyms, certificates, false);
    bool readable = true;
    for (DomainFacts &domain : result.facts)
        readable = walk(domain, scrubber) && readable;
    if (result.pseudonyms.exhausted())
        return refused(QCoreApplication::translate("Scrub", "Nothing was written: there are more IPv4 addresses in this evidence than the "
                                                            "%1 that are set aside for examples. Take fewer domains at a time.")
                           .arg(3 * 254));
    if (certificates.failed())
        return refused(QCoreApplication::translate("Scrub", "Nothing was written: a certificate is signed with a kind of key that this "
                                                            "program cannot make anew."));
    for (qsizetype i = 0; i < facts.size(); ++i)
        noteSpecialAddresses(result.facts[i], facts[i].conditions.scrubbed, result.pseudonyms);
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const QString other = readable ? difference(facts[i], result.facts[i], result.pseudonyms) : QStringLiteral("/domain");
        if (!other.isEmpty())
            return refused(QCoreApplication::translate("Scrub", "Nothing was written: without its names the audit of %1 would be judged "
                                                                "differently (%2), and so would show something else.")
                               .arg(visibleText(facts[i].domain.unicode, 300), visibleText(other, 100)));
    }
    if (const auto leak = leakIn(result.facts, originalsIn(result.pseudonyms, certificates.certificates().keys())))
        return refused(QCoreApplication::translate("Scrub", "Nothing was written: %1 would still be in it.").arg(visibleText(*leak, 300)));
    result.certificates = static_cast<int>(certificates.certificates().size());
    return result;
}

QByteArray pseudonymsJson(const Pseudonyms &pseudonyms)
{
    const auto object = [](const QMap<QString, QString> &map) {
        QJsonObject json;
        for (auto it = map.cbegin(); it != map.cend(); ++it)
            json.insert(it.key(), it.value());
        return json;
    };
    QJsonObject words;
    for (auto it = pseudonyms.words().cbegin(); it != pseudonyms.words().cend(); ++it)
        words.insert(QString::fromLatin1(it.key()), QString::fromLatin1(it.value()));
    return QJsonDocument(QJsonObject{{QStringLiteral("names"), object(pseudonyms.names())},
                                     {QStringLiteral("addresses"), object(pseudonyms.addresses())},
                                     {QStringLiteral("localParts"), object(pseudonyms.localParts())},
                                     {QStringLiteral("titles"), object(pseudonyms.titles())},
                                     {QStringLiteral("words"), words}})
        .toJson();
}

Result<bool> mayHoldScrubbed(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() || !info.isFile() || info.size() == 0)
        return true;
    const Result<QList<DomainFacts>> there = loadEvidence(path);
    if (there && std::all_of(there->cbegin(), there->cend(), [](const DomainFacts &facts) { return facts.conditions.scrubbed; }))
        return true;
    return refused(QCoreApplication::translate("Scrub", "Nothing was written: %1 is there already, and is not evidence without names. "
                                                        "Choose another name, or move it away.")
                       .arg(visibleText(path, 300)));
}

} // namespace mta
