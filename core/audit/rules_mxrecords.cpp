// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/mxhits.h"
#include "audit/outcome.h"
#include "audit/rules.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace mta
{

namespace
{

const QString atMx = QStringLiteral("/mx");

Hit aboutDomain(const Situation &situation, Values values = {})
{
    return {situation.facts.domain.ascii, std::move(values), atMx, false};
}

/// The names in MX records that are hosts: RFC 7505 §3 makes "." none.
QStringList exchanges(const Situation &situation)
{
    QStringList names;
    if (situation.facts.mx.failed())
        return names;
    for (const MxRecord &record : mxRecords(situation.facts.mx).records) {
        if (record.exchange != QLatin1String("."))
            names.append(record.exchange);
    }
    return names;
}

/// An address where a name belongs, with or without brackets.
bool isAddressLiteral(QString name)
{
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.mid(1, name.size() - 2);
    if (name.startsWith(QLatin1String("ipv6:"), Qt::CaseInsensitive))
        name = name.mid(5);
    const QStringList labels = name.split(u'.');
    const bool quad = labels.size() == 4 && std::all_of(labels.cbegin(), labels.cend(), [](const QString &label) {
                          bool number = false;
                          return label.toUInt(&number) <= 255 && number;
                      });
    return quad || (name.contains(u':') && QHostAddress(name).protocol() == QAbstractSocket::IPv6Protocol);
}

/// Rules about the records alone say nothing of a domain whose MX records are not known.
std::optional<Verdict> beforeRecords(const Situation &situation)
{
    if (!situation.facts.mx.asked() || situation.facts.mx.failed())
        return Verdict::undetermined();
    return std::nullopt;
}

Verdict nullMx(const Situation &situation)
{
    if (const auto before = beforeRecords(situation))
        return *before;
    return situation.mxKind == MxKind::Null ? Verdict::of({aboutDomain(situation)}) : Verdict{};
}

Verdict nullWithOthers(const Situation &situation)
{
    if (const auto before = beforeRecords(situation))
        return *before;
    const QStringList names = exchanges(situation);
    if (names.isEmpty() || names.size() == mxRecords(situation.facts.mx).records.size())
        return {};
    return Verdict::of({aboutDomain(situation, {{QStringLiteral("others"), names.join(QStringLiteral(", "))}})});
}

Verdict implicitMx(const Situation &situation)
{
    if (situation.mxKind == MxKind::Unknown)
        return Verdict::undetermined();
    return situation.mxKind == MxKind::Implicit ? Verdict::of({aboutDomain(situation)}) : Verdict{};
}

Verdict noAddress(const Situation &situation)
{
    if (situation.mxKind == MxKind::Unknown)
        return Verdict::undetermined();
    // A domain without mail that has an MTA-STS record means to take mail: without the record it is domain-parked.
    if (situation.mxKind == MxKind::Absent) {
        const bool meant = situation.record.state != StsRecordSet::State::Absent;
        return meant ? Verdict::of({aboutDomain(situation)}) : Verdict::notApplicable();
    }
    QList<Hit> hits;
    bool unknown = false;
    for (int i = 0; i < situation.mx.size(); ++i) {
        const MxHost &host = situation.facts.mxHosts.at(i);
        const bool missing = hasNoAddress(host.addresses) || (isAddressLiteral(host.name) && host.addresses.all().isEmpty());
        unknown = unknown || (!missing && usableAddresses(host.addresses).isEmpty());
        if (missing)
            hits.append({host.name, {}, QStringLiteral("/mxHosts/%1/addresses/a").arg(i), !senderUses(situation, situation.mx.at(i))});
    }
    return hits.isEmpty() && unknown ? Verdict::undetermined() : Verdict::of(hits);
}

Verdict isAlias(const Situation &situation)
{
    if (const auto before = beforeMx(situation))
        return *before;
    QList<Hit> hits;
    for (int i = 0; i < situation.mx.size() && situation.mxKind == MxKind::Listed; ++i) {
        const MxHost &host = situation.facts.mxHosts.at(i);
        const QStringList overIpv4 = addressRecords(host.addresses.a).aliases;
        const QStringList aliases = overIpv4.isEmpty() ? addressRecords(host.addresses.aaaa).aliases : overIpv4;
        if (aliases.isEmpty())
            continue;
        hits.append(
            {host.name,
             {{QStringLiteral("target"), aliases.last()}},
             QStringLiteral("/mxHosts/%1/addresses/%2").arg(i).arg(overIpv4.isEmpty() ? QStringLiteral("aaaa") : QStringLiteral("a")),
             false});
    }
    return Verdict::of(hits);
}

Verdict isAddress(const Situation &situation)
{
    if (const auto before = beforeRecords(situation))
        return *before;
    QList<Hit> hits;
    QSet<QString> seen;
    for (const QString &name : exchanges(situation)) {
        if (isAddressLiteral(name) && !seen.contains(name))
            hits.append({name, {}, atMx, false});
        seen.insert(name);
    }
    return Verdict::of(hits);
}

Verdict privateAddress(const Situation &situation)
{
    if (const auto before = beforeMx(situation))
        return *before;
    if (situation.facts.conditions.allowPrivate)
        return Verdict::notApplicable();
    QList<Hit> hits;
    for (int i = 0; i < situation.mx.size(); ++i) {
        const MxHost &host = situation.facts.mxHosts.at(i);
        for (const QHostAddress &address : usableAddresses(host.addresses)) {
            const QString purpose = specialPurpose(situation.facts.conditions, address);
            if (purpose.isEmpty())
                continue;
            const bool ipv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
            hits.append({host.name,
                         {{QStringLiteral("address"), address.toString()}, {QStringLiteral("purpose"), purpose}},
                         QStringLiteral("/mxHosts/%1/addresses/%2").arg(i).arg(ipv4 ? QStringLiteral("a") : QStringLiteral("aaaa")),
                         false});
        }
    }
    return Verdict::of(sameHits(hits));
}

Verdict single(const Situation &situation)
{
    if (const auto before = beforeRecords(situation))
        return *before;
    QStringList names = exchanges(situation);
    names.removeDuplicates();
    return names.size() == 1 ? Verdict::of({aboutDomain(situation, {{QStringLiteral("host"), names.first()}})}) : Verdict{};
}

Verdict duplicate(const Situation &situation)
{
    if (const auto before = beforeRecords(situation))
        return *before;
    const QStringList names = exchanges(situation);
    QStringList once = names;
    once.removeDuplicates();
    QList<Hit> hits;
    for (const QString &name : once) {
        const qsizetype count = names.count(name);
        if (count > 1)
            hits.append({name, {{QStringLiteral("count"), QString::number(count)}}, atMx, false});
    }
    return Verdict::of(hits);
}

Verdict tooMany(const Situation &situation)
{
    if (const auto before = beforeRecords(situation))
        return *before;
    QStringList names = exchanges(situation);
    names.removeDuplicates();
    if (names.size() <= maxMxHosts)
        return {};
    return Verdict::of({aboutDomain(
        situation, {{QStringLiteral("count"), QString::number(names.size())}, {QStringLiteral("limit"), QString::number(maxMxHosts)}})});
}

QString patternsText(const Situation &situation)
{
    QStringList texts;
    for (const MxPattern &pattern : situation.policy->mx)
        texts.append(pattern.text);
    return texts.isEmpty() ? QCoreApplication::translate("Verdict", "none") : texts.join(QStringLiteral(", "));
}

/// Why coverage is no question: no policy that hosts are checked against, or no hosts.
std::optional<Verdict> beforeCoverage(const Situation &situation)
{
    if (situation.stsStatus == StsStatus::Undetermined)
        return Verdict::undetermined();
    if (!situation.inForce())
        return Verdict::notApplicable();
    return beforeMx(situation);
}

Verdict notCovered(const Situation &situation)
{
    if (const auto before = beforeCoverage(situation))
        return *before;
    QList<Hit> hits;
    for (int i = 0; i < situation.mx.size(); ++i) {
        const MxOutcome &host = situation.mx.at(i);
        if (host.coveredBy.isNull()) // RFC 8461 §4.1
            hits.append({host.host, {{QStringLiteral("patterns"), patternsText(situation)}}, QStringLiteral("/mxHosts/%1").arg(i), false});
    }
    return Verdict::of(hits);
}

Verdict noneCovered(const Situation &situation)
{
    if (const auto before = beforeCoverage(situation))
        return *before;
    const bool covered =
        std::any_of(situation.mx.cbegin(), situation.mx.cend(), [](const MxOutcome &host) { return !host.coveredBy.isNull(); });
    if (covered || situation.mx.isEmpty())
        return {};
    return Verdict::of({{situation.facts.domain.ascii,
                         {{QStringLiteral("patterns"), patternsText(situation)}},
                         QStringLiteral("/fetches/%1/body").arg(situation.fetch),
                         false}});
}

constexpr Rule rules[] = {
    {
        .id = "mx-none-covered",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §4.1",
        .message = QT_TRANSLATE_NOOP("Rules", "No mail server of {subject} is named in its policy; the policy names: {patterns}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "In mode enforce, senders that honour MTA-STS then deliver no mail at all to the domain; "
                                                  "in mode testing they report every delivery as a failure."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Add an mx line to the policy for each mail server, then give the _mta-sts record a new id. "
                                             "Senders may keep the old policy until its max_age has run out."),
        .check = noneCovered,
    },
    {
        .id = "mx-not-covered",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §4.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} is not named in the policy; the policy names: {patterns}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "In mode enforce, senders that honour MTA-STS deliver no mail to this server; in mode "
                                                  "testing they report it. A pattern that begins with *. stands for exactly one label."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Add this line to the policy, then give the _mta-sts record a new id: mx: {subject}"),
        .check = notCovered,
    },
    {
        .id = "mx-null",
        .area = Area::MxHosts,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 7505 §3",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} says that it takes no mail (null MX)."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Mail to the domain is returned at once, so there is nothing to protect."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Nothing has to be done. If the domain should take mail, replace the null MX with the names of its mail servers."),
        .check = nullMx,
    },
    {
        .id = "mx-null-with-others",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 7505 §3",
        .message =
            QT_TRANSLATE_NOOP("Rules", "{subject} has a null MX, which says that it takes no mail, and other MX records as well: {others}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "A null MX must stand alone. Beside others its meaning is anybody's guess: some senders deliver, some return the mail."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Remove the MX record with the target \".\" if the domain takes mail, or all the others if it does not."),
        .check = nullWithOthers,
    },
    {
        .id = "mx-implicit",
        .area = Area::MxHosts,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 5321 §5.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} has no MX record; senders deliver to the address of the domain itself."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "The domain is then its own mail server (the implicit MX): the policy and the certificate must name {subject}."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Publish an MX record that names the mail server. If the domain takes no mail, publish a null MX: {subject}. MX 0 ."),
        .check = implicitMx,
    },
    {
        .id = "mx-no-address",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §5.1",
        .message = QT_TRANSLATE_NOOP("Rules", "Mail for {subject} cannot be delivered: the name has no address."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders skip a mail server without an A or AAAA record. When there is no other one, mail is returned."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Publish an A or AAAA record for {subject}, or remove the MX record that names it."),
        .check = noAddress,
    },
    {
        .id = "mx-is-cname",
        .area = Area::MxHosts,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 2181 §10.3",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server name {subject} is an alias (CNAME) of {target}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "An MX record must name a host, not an alias. Some senders refuse it; those that honour "
                                                  "MTA-STS expect policy and certificate to name {subject}, not {target}."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "Let the MX record name {target} itself and the policy and its certificate too, or give {subject} addresses of its own."),
        .check = isAlias,
    },
    {
        .id = "mx-is-ip",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 1035 §3.3.9",
        .message = QT_TRANSLATE_NOOP("Rules", "An MX record holds an IP address instead of a name: {subject}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "The target of an MX record is always read as a name, and no such name exists. Most "
                                                  "senders cannot deliver, and no policy can cover it."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Give the mail server a name with an A or AAAA record, and let the MX record hold that name."),
        .check = isAddress,
    },
    {
        .id = "mx-private-address",
        .area = Area::MxHosts,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 6890 §2.2.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The mail server {subject} has the address {address}, which is not a public one ({purpose}); it was not contacted."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Such an address cannot be reached from the Internet. Senders that try it lose time, and "
                                                  "mail may end at a machine of their own network."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
                                    "Publish only public addresses for {subject}. To audit a private network, allow it: --allow-private"),
        .check = privateAddress,
    },
    {
        .id = "mx-single",
        .area = Area::MxHosts,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 5321 §5.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} has one mail server only: {host}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "While it is away, senders keep the mail and try again, usually for some days. Nothing is lost by that."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "Nothing has to be done. A second mail server shortens delays, but needs a certificate and a place in the policy too."),
        .check = single,
    },
    {
        .id = "mx-duplicate",
        .area = Area::MxHosts,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 5321 §5.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} stands in {count} MX records."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders try it more than once in vain when it is away; otherwise it does no harm."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Keep the MX record with the preference you mean, and remove the others."),
        .check = duplicate,
    },
    {
        .id = "mx-too-many",
        .area = Area::MxHosts,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §5.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} has {count} mail servers; the first {limit} were tested."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "Senders limit the number of servers that they try too, so many are never used; and what was not tested may be at fault."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Name fewer mail servers. Several addresses of one name share the load as well."),
        .check = tooMany,
    },
};

} // namespace

const QList<const Rule *> &mxRecordRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
