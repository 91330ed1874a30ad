// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/checks.h"
#include "audit/circumstances.h"
#include "audit/rules.h"

#include <QCoreApplication>

namespace mta
{

namespace
{

Verdict noSuchDomain(const Situation &situation)
{
    if (!situation.facts.mx.asked() || (situation.facts.mx.failed() && !situation.noSuchDomain))
        return Verdict::undetermined();
    if (!situation.noSuchDomain)
        return {};
    return Verdict::of({{situation.facts.domain.ascii, {}, QStringLiteral("/mx"), false}});
}

Verdict parked(const Situation &situation)
{
    if (situation.mxKind == MxKind::Unknown || !situation.facts.sts.asked() || situation.facts.sts.failed())
        return Verdict::undetermined();
    if (situation.mxKind != MxKind::Absent || situation.record.state != StsRecordSet::State::Absent)
        return {};
    return Verdict::of({{situation.facts.domain.ascii, {}, QStringLiteral("/mx"), false}});
}

void addBogus(QList<Hit> &hits, const QString &subject, const Lookup &lookup, const QString &evidence)
{
    const bool known = std::any_of(hits.cbegin(), hits.cend(), [&](const Hit &hit) { return hit.subject == subject; });
    if (known || !lookup.asked() || lookup.security != Security::Bogus)
        return;
    const QString reason = lookup.bogusReason.isEmpty() ? QCoreApplication::translate("Verdict", "no reason given") : lookup.bogusReason;
    hits.append({subject,
                 {{QStringLiteral("name"), lookup.question.name},
                  {QStringLiteral("type"), recordTypeName(lookup.question.type)},
                  {QStringLiteral("reason"), reason}},
                 evidence,
                 false});
}

/// One hit for the domain's own names, one for each MX host: they may lie in other zones.
Verdict bogus(const Situation &situation)
{
    const DomainFacts &facts = situation.facts;
    QList<Hit> hits;
    addBogus(hits, facts.domain.ascii, facts.sts, QStringLiteral("/sts"));
    addBogus(hits, facts.domain.ascii, facts.mx, QStringLiteral("/mx"));
    addBogus(hits, facts.domain.ascii, facts.tlsRpt, QStringLiteral("/tlsRpt"));
    addBogus(hits, facts.domain.ascii, facts.policyHost.a, QStringLiteral("/policyHost/a"));
    addBogus(hits, facts.domain.ascii, facts.policyHost.aaaa, QStringLiteral("/policyHost/aaaa"));
    addBogus(hits, facts.domain.ascii, facts.domainAddresses.a, QStringLiteral("/domainAddresses/a"));
    addBogus(hits, facts.domain.ascii, facts.domainAddresses.aaaa, QStringLiteral("/domainAddresses/aaaa"));
    for (int i = 0; i < facts.mxHosts.size(); ++i) {
        const MxHost &host = facts.mxHosts.at(i);
        addBogus(hits, host.name, host.addresses.a, QStringLiteral("/mxHosts/%1/addresses/a").arg(i));
        addBogus(hits, host.name, host.addresses.aaaa, QStringLiteral("/mxHosts/%1/addresses/aaaa").arg(i));
    }
    if (hits.isEmpty() && facts.sts.security == Security::Unknown && facts.mx.security == Security::Unknown)
        return Verdict::undetermined(); // nobody validated anything
    return Verdict::of(hits);
}

Verdict clockIsWrong(const Situation &situation)
{
    const ClockDoubt doubt = clockDoubt(situation.facts);
    if (doubt.isEmpty())
        return {};
    QString witness;
    if (doubt.witness == QLatin1String("root"))
        witness = QCoreApplication::translate("Verdict", "the signature over the keys of the DNS root");
    else if (doubt.witness == QLatin1String("build"))
        witness = QCoreApplication::translate("Verdict", "the day on which this program was built");
    else
        witness = QCoreApplication::translate("Verdict", "the date that the servers state, at which all their certificates are valid");
    return Verdict::of({{situation.facts.domain.ascii,
                         {{QStringLiteral("shown"), dateText(doubt.shown)},
                          {QStringLiteral("likely"), dateText(doubt.likely)},
                          {QStringLiteral("witness"), witness}},
                         QStringLiteral("/witness"),
                         false}});
}

Verdict tlsIsIntercepted(const Situation &situation)
{
    const QString issuer = interceptor(situation.facts, situation.policyHostName());
    if (issuer.isEmpty())
        return {};
    return Verdict::of({{situation.facts.domain.ascii, {{QStringLiteral("issuer"), issuer}}, QStringLiteral("/witness"), false}});
}

Verdict portIsBlocked(const Situation &situation)
{
    if (!situation.facts.witness.smtpSeemsBlocked)
        return {};
    return Verdict::of({{situation.facts.domain.ascii,
                         {{QStringLiteral("port"), QString::number(situation.facts.conditions.smtpPort)}},
                         QStringLiteral("/witness"),
                         false}});
}

constexpr Rule rules[] = {
    {
        .id = "domain-nxdomain",
        .area = Area::Domain,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8020 §2",
        .message = QT_TRANSLATE_NOOP("Rules", "The domain {subject} does not exist: the DNS answered NXDOMAIN."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "A name that does not exist has nothing below it either: no mail servers, no MTA-STS record. Mail to it is returned at once."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Check the spelling. If the name is right, see whether its registration has lapsed, and "
                                             "whether the name servers of the registration serve the zone."),
        .check = noSuchDomain,
    },
    {
        .id = "domain-parked",
        .area = Area::Domain,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 5321 §5.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} takes no mail: it has neither MX records nor an address, and no MTA-STS record."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Without an MX record or an address no sender can deliver, so there is nothing to protect."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Nothing has to be done. To say it plainly, publish a null MX (RFC 7505): {subject}. MX 0 ."),
        .check = parked,
    },
    {
        .id = "dnssec-bogus",
        .area = Area::Domain,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 4035 §5.5",
        .message = QT_TRANSLATE_NOOP("Rules", "DNSSEC validation fails for {name} {type}: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "The zone says that it is signed, but its signatures do not hold (the answer is bogus). Every resolver that validates "
                     "answers SERVFAIL: senders behind one find neither your mail servers nor your policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Sign the zone again and compare the DS record at the registry with the zone's keys. Expired "
                                             "signatures and a DS record left over after a change of provider are the usual causes. If it "
                                             "cannot be mended soon, have the DS record removed: an unsigned zone works."),
        .check = bogus,
    },
    {
        .id = "local-clock-wrong",
        .area = Area::Domain,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 5280 §4.1.2.5",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "This computer's clock seems to be wrong: it showed {shown}, while {witness} points to {likely} or thereabouts."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Whether a certificate is in date can only be told with the right time. So nothing is "
                                                  "said about expired certificates, and none of it counts against the domain."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Set the clock (for example: timedatectl set-ntp true) and audit again. Saved evidence can be "
                                             "judged at the right time: mta-sts judge FILE --at TIME"),
        .check = clockIsWrong,
    },
    {
        .id = "tls-intercepted",
        .area = Area::Domain,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "Something on this network opens TLS connections and signs them again; its certificates are issued by: {issuer}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "A proxy or a security product on this computer or network puts its own certificate in the place of the policy "
                     "host's. What senders elsewhere see cannot be told from here, so the policy host's certificate is not judged."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Audit from a network without TLS inspection, or have the names that begin with mta-sts. excepted from it."),
        .check = tlsIsIntercepted,
    },
    {
        .id = "smtp-port-blocked",
        .area = Area::MxHosts,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "BCP 134",
        .message = QT_TRANSLATE_NOOP("Rules", "This network seems to block outgoing connections to port {port}: mail servers of different "
                                              "networks stay silent, while DNS and HTTPS work."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Many access providers and clouds block the SMTP port to keep spam in. The mail servers "
                                                  "could then not be tested; that says nothing about them."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Audit from a machine that may send mail, or through it: ssh -D 1080 USER@HOST there, and "
                                             "here the option --proxy socks5://127.0.0.1:1080 (also in the preferences)."),
        .check = portIsBlocked,
    },
};

} // namespace

const QList<const Rule *> &domainRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
