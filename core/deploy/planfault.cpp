// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/planfault.h"

#include "base/wiretext.h"
#include "mtasts/stsrecord.h"
#include "tlsrpt/reporturi.h"
#include "tlsrpt/tlsrptrecord.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace mta
{

namespace
{

/// A name that a record may have or lead to: labels of letters, digits, hyphens and underscores, lower case.
bool isRecordName(const QString &name)
{
    const QStringList labels = name.split(u'.');
    return name.size() <= 253 && std::all_of(labels.cbegin(), labels.cend(), [](const QString &label) {
               return !label.isEmpty() && label.size() <= 63 && std::all_of(label.cbegin(), label.cend(), [](QChar c) {
                   return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
               });
           });
}

bool isServerName(const QString &host)
{
    return isHostName(host) && host == host.toLower();
}

/// Saved files know the years from 1970 to 9999.
bool isTime(const QDateTime &time)
{
    return time.isValid() && time.toUTC().date().year() >= 1970 && time.toUTC().date().year() <= 9999;
}

/// Gathers the faults of one plan, part by part.
class Checking
{
public:
    explicit Checking(const Plan &plan) : m_plan(plan) {}

    QList<PlanFault> faults()
    {
        domain();
        if (m_plan.policy)
            policy(*m_plan.policy, QStringLiteral("/policy"));
        id();
        mailServers();
        reports();
        hosting();
        tlsa();
        if (m_plan.notes.toUtf8().size() > maxPlanNotes || !m_plan.notes.isValidUtf16())
            add(QStringLiteral("/notes"), "notes");
        publications();
        return m_faults;
    }

private:
    void add(const QString &place, const char *reason, const QString &value = {})
    {
        m_faults.append({place, QLatin1String(reason), value});
    }
    static QString at(const char *list, qsizetype index, const char *member = "")
    {
        return QStringLiteral("/%1/%2%3").arg(QLatin1String(list), QString::number(index), QLatin1String(member));
    }

    void domain()
    {
        const Result<DomainName> known = parseDomainName(m_plan.domain.ascii);
        if (!known || *known != m_plan.domain)
            add(QStringLiteral("/domain"), "domain", m_plan.domain.ascii);
        // The zone may begin at the record itself, or anywhere above it.
        else if (!m_plan.zone.isEmpty() && !isWithin(QLatin1String("_mta-sts.") + m_plan.domain.ascii, m_plan.zone))
            add(QStringLiteral("/zone"), "zone", m_plan.zone);
        if (m_plan.ttl.count() < 0 || m_plan.ttl > maxTtl)
            add(QStringLiteral("/ttl"), "ttl", QString::number(m_plan.ttl.count()));
    }

    /// RFC 8461 §3.2.
    void policy(const PolicyTerms &terms, const QString &place)
    {
        const qsizetype before = m_faults.size();
        if (terms.maxAge.count() < 0 || terms.maxAge > maxPolicyAge)
            add(place + QLatin1String("/maxAge"), "max-age", QString::number(terms.maxAge.count()));
        if (terms.mx.isEmpty() && terms.mode != PolicyMode::None)
            add(place + QLatin1String("/mx"), "no-pattern");
        QSet<QString> known;
        for (qsizetype i = 0; i < terms.mx.size(); ++i) {
            const QString &pattern = terms.mx.at(i);
            const QString where = place + QStringLiteral("/mx/%1").arg(i);
            if (!parseMxPattern(pattern.toUtf8()).valid || pattern != pattern.toLower())
                add(where, "pattern", pattern);
            else if (known.contains(pattern))
                add(where, "repeated", pattern);
            known.insert(pattern);
        }
        // What is left is an extension that does not read back, or a file that is too large.
        if (m_faults.size() == before && !policyText(terms))
            add(place + QLatin1String("/extensions"), "extension");
    }

    void id()
    {
        const QString place = QStringLiteral("/id");
        if (!m_plan.policy && !m_plan.id.isEmpty())
            add(place, "id-without-policy", QString::fromUtf8(m_plan.id));
        else if (m_plan.policy && !stsRecordText(m_plan.id)) // RFC 8461 §3.1
            add(place, m_plan.id.isEmpty() ? "no-id" : "id", QString::fromUtf8(m_plan.id));
    }

    void mailServers()
    {
        if (m_plan.mx.size() > maxPlanMx)
            add(QStringLiteral("/mx"), "too-many", QString::number(maxPlanMx));
        QSet<QString> known;
        for (qsizetype i = 0; i < m_plan.mx.size(); ++i) {
            const QString &host = m_plan.mx.at(i).host;
            if (!isServerName(host))
                add(at("mx", i, "/host"), "host", host);
            else if (known.contains(host))
                add(at("mx", i, "/host"), "repeated", host);
            known.insert(host);
        }
    }

    void reports()
    {
        if (m_plan.reports.size() > maxPlanReports)
            add(QStringLiteral("/reports"), "too-many", QString::number(maxPlanReports));
        for (qsizetype i = 0; i < m_plan.reports.size(); ++i) {
            const QByteArray &report = m_plan.reports.at(i);
            if (!tlsRptRecordText({report})) // RFC 8460 §3
                add(at("reports", i), "report", QString::fromUtf8(report));
            else if (m_plan.reports.indexOf(report) < i)
                add(at("reports", i), "repeated", QString::fromUtf8(report));
        }
    }

    void hosting()
    {
        const PolicyHosting &hosting = m_plan.hosting;
        const QString &alias = hosting.alias;
        if (!alias.isEmpty() && (!isRecordName(alias) || alias == QLatin1String("mta-sts.") + m_plan.domain.ascii))
            add(QStringLiteral("/hosting/alias"), "alias", alias);
        if (!alias.isEmpty() && !hosting.addresses.isEmpty()) // RFC 1034 §3.6.2
            add(QStringLiteral("/hosting/addresses"), "alias-and-addresses", alias);
        if (hosting.addresses.size() > maxPlanAddresses)
            add(QStringLiteral("/hosting/addresses"), "too-many", QString::number(maxPlanAddresses));
        for (qsizetype i = 0; i < hosting.addresses.size(); ++i) {
            const QHostAddress &address = hosting.addresses.at(i);
            if (address.isNull() || !address.scopeId().isEmpty())
                add(at("hosting/addresses", i), "address", address.toString());
            else if (hosting.addresses.indexOf(address) < i)
                add(at("hosting/addresses", i), "repeated", address.toString());
        }
    }

    void tlsa()
    {
        if (m_plan.tlsa.size() > maxPlanTlsa)
            add(QStringLiteral("/tlsa"), "too-many", QString::number(maxPlanTlsa));
        for (qsizetype i = 0; i < m_plan.tlsa.size(); ++i) {
            const IntendedTlsa &tlsa = m_plan.tlsa.at(i);
            if (!isServerName(tlsa.host))
                add(at("tlsa", i, "/host"), "host", tlsa.host);
            if (tlsa.record.data.isEmpty() || tlsa.record.data.size() > maxPlanTlsaData)
                add(at("tlsa", i, "/data"), "tlsa-data");
            else if (m_plan.tlsa.indexOf(tlsa) < i)
                add(at("tlsa", i), "repeated", tlsa.host);
        }
    }

    void publications()
    {
        if (m_plan.published.size() > maxPublications)
            add(QStringLiteral("/published"), "too-many", QString::number(maxPublications));
        for (qsizetype i = 0; i < m_plan.published.size(); ++i) {
            const Publication &publication = m_plan.published.at(i);
            const bool last = i + 1 == m_plan.published.size();
            if (!isTime(publication.from) || (i > 0 && publication.from < m_plan.published.at(i - 1).from))
                add(at("published", i, "/from"), "from");
            if (publication.until.isValid() ? !isTime(publication.until) || publication.until < publication.from : !last)
                add(at("published", i, "/until"), "until");
            if (!publication.id.isEmpty() && !stsRecordText(publication.id))
                add(at("published", i, "/id"), "id", QString::fromUtf8(publication.id));
            policy(publication.policy, at("published", i, "/policy"));
        }
    }

    const Plan &m_plan;
    QList<PlanFault> m_faults;
};

const QHash<QString, const char *> &sentences()
{
    static const QHash<QString, const char *> table{
        {QStringLiteral("domain"), QT_TRANSLATE_NOOP("Plan", "“%1” is not a mail domain. Write its name, for example example.com.")},
        {QStringLiteral("zone"),
         QT_TRANSLATE_NOOP("Plan", "The zone “%1” cannot hold the records of this domain. Name the domain itself or "
                                   "one above it, or leave it empty.")},
        {QStringLiteral("ttl"), QT_TRANSLATE_NOOP("Plan", "%1 is no time to live (TTL). Use seconds, for example 3600.")},
        {QStringLiteral("max-age"),
         QT_TRANSLATE_NOOP("Plan", "A policy cannot be kept for %1 seconds (max_age). Use 0 to 31557600, for example 604800, a week.")},
        {QStringLiteral("no-pattern"),
         QT_TRANSLATE_NOOP("Plan", "The policy names no mail server (mx). Senders would not use it: name at least one.")},
        {QStringLiteral("pattern"), QT_TRANSLATE_NOOP("Plan", "“%1” is neither the name of a mail server nor a pattern (mx). Write it in "
                                                              "lower case, such as mx1.example.com or *.example.com.")},
        {QStringLiteral("extension"), QT_TRANSLATE_NOOP("Plan", "One of the policy's further fields cannot be written so that senders read "
                                                                "it, or the policy is too large. Remove fields that nobody needs.")},
        {QStringLiteral("repeated"), QT_TRANSLATE_NOOP("Plan", "“%1” stands here twice. Once is enough.")},
        {QStringLiteral("id-without-policy"),
         QT_TRANSLATE_NOOP("Plan", "There is an id, “%1”, but no policy that it could announce. Leave it "
                                   "empty, or add a policy.")},
        {QStringLiteral("no-id"),
         QT_TRANSLATE_NOOP("Plan", "The record has no id. Senders need one to see that the policy has changed: use "
                                   "the date and time, for example 20260131T120000.")},
        {QStringLiteral("id"), QT_TRANSLATE_NOOP("Plan", "“%1” is no id of a record. Use 1 to 32 letters and digits, for example "
                                                         "20260131T120000.")},
        {QStringLiteral("host"), QT_TRANSLATE_NOOP("Plan", "“%1” is no name of a mail server. Write it in lower case without a final dot, "
                                                           "such as mx1.example.com.")},
        {QStringLiteral("report"), QT_TRANSLATE_NOOP("Plan", "Reports cannot be sent to “%1”. Write an address such as "
                                                             "mailto:tlsrpt@example.com or https://example.com/tlsrpt.")},
        {QStringLiteral("alias"), QT_TRANSLATE_NOOP("Plan", "The policy host cannot be an alias of “%1”. Write the name that the provider "
                                                            "told you, in lower case without a final dot.")},
        {QStringLiteral("alias-and-addresses"),
         QT_TRANSLATE_NOOP("Plan",
                           "The policy host is meant to be an alias of %1 and to have addresses as well. A name has one or the other "
                           "(RFC 1034 §3.6.2): remove the alias or the addresses.")},
        {QStringLiteral("address"), QT_TRANSLATE_NOOP("Plan", "“%1” is no IPv4 or IPv6 address that others could use.")},
        {QStringLiteral("tlsa-data"), QT_TRANSLATE_NOOP("Plan", "This TLSA record has no data, or more than a plan can hold. Write the "
                                                                "digest in hexadecimal digits.")},
        {QStringLiteral("notes"), QT_TRANSLATE_NOOP("Plan", "The notes are longer than 64 KiB, or are no text. Shorten them.")},
        {QStringLiteral("from"), QT_TRANSLATE_NOOP("Plan", "The time from which this was published is missing, or earlier than that of the "
                                                           "entry before it. The earliest comes first.")},
        {QStringLiteral("until"),
         QT_TRANSLATE_NOOP("Plan", "This was replaced before it was published, or it still stands although another "
                                   "one came later. Mend the time, or leave it out in the last entry only.")},
        {QStringLiteral("too-many"), QT_TRANSLATE_NOOP("Plan", "There are more than %1 of them, more than a plan can hold.")},
    };
    return table;
}

} // namespace

QList<PlanFault> faultsOf(const Plan &plan)
{
    return Checking(plan).faults();
}

QString planFaultText(const PlanFault &fault)
{
    const char *sentence = sentences().value(fault.reason, "");
    const QString text = QCoreApplication::translate("Plan", sentence);
    return text.contains(QLatin1String("%1")) ? text.arg(visibleText(fault.value, 200)) : text;
}

} // namespace mta
