// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The checklist, in the order in which nothing can go wrong: first what senders fetch, then what sends them there (RFC 8461 §8.1).
#include "base/placeholders.h"
#include "base/wiretext.h"
#include "deploy/bundle.h"
#include "deploy/hosting.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace mta
{

namespace
{

/// Markdown takes nothing within a code span for anything else; the span is longer than any row of backticks in it.
QString code(const QString &text)
{
    static const QRegularExpression ticks(QStringLiteral("`+"));
    qsizetype longest = 0;
    for (auto match = ticks.globalMatch(text); match.hasNext();)
        longest = std::max(longest, match.next().capturedLength());
    const QString fence(longest + 1, u'`');
    const QString blank = longest > 0 ? QStringLiteral(" ") : QString();
    return fence + blank + text + blank + fence;
}

/// Names of others are in it: nothing of it is Markdown.
QString unmarked(QString text)
{
    static const QRegularExpression marks(QStringLiteral("([\\\\`*_<>\\[\\]#|~])"));
    return text.replace(marks, QStringLiteral("\\\\1"));
}

class Checklist
{
public:
    Checklist(const Plan &plan, const QList<Condition> &conditions)
        : m_plan(plan), m_conditions(conditions), m_zone(zoneForRecords(plan)), m_records(zoneRecords(plan))
    {
    }

    QString text()
    {
        heading(1, QT_TRANSLATE_NOOP("Deploy", "MTA-STS for {domain}"));
        if (m_plan.policy)
            protect();
        else
            paragraph(QT_TRANSLATE_NOOP("Deploy", "The plan has no policy: {domain} is meant to be without MTA-STS."));
        reports();
        if (m_plan.policy)
            announce();
        keys();
        check();
        beforeEnforce();
        return m_text;
    }

private:
    void protect();
    void server();
    void reports();
    void announce();
    void keys();
    void check();
    void beforeEnforce();

    QString say(const char *sentence) const
    {
        return fillPlaceholders(QCoreApplication::translate("Deploy", sentence),
                                {{QStringLiteral("domain"), visibleText(m_plan.domain.ascii, 260)},
                                 {QStringLiteral("host"), QString(QLatin1String("mta-sts.") + visibleText(m_plan.domain.ascii, 260))},
                                 {QStringLiteral("zone"), visibleText(m_zone, 260)}});
    }
    void heading(int level, const char *sentence)
    {
        if (!m_text.isEmpty() && !m_text.endsWith(QLatin1String("\n\n")))
            m_text += u'\n';
        m_text += QString(level, u'#') + u' ' + say(sentence) + QStringLiteral("\n\n");
    }
    void paragraph(const char *sentence) { m_text += say(sentence) + QStringLiteral("\n\n"); }
    void task(const QString &text, bool done = false) { m_text += QLatin1String(done ? "- [x] " : "- [ ] ") + text + u'\n'; }
    void point(const QString &text) { m_text += QLatin1String("- ") + text + u'\n'; }
    /// The records at a name; false where there is none.
    bool records(const QString &owner);

    const Plan &m_plan;
    const QList<Condition> &m_conditions;
    const QString m_zone;
    const QList<ZoneRecord> m_records;
    QString m_text;
};

bool Checklist::records(const QString &owner)
{
    bool any = false;
    for (const ZoneRecord &record : m_records) {
        if (record.owner != owner)
            continue;
        const QString value = visibleText(record.value, 1000) + (record.type == RecordType::Cname ? QStringLiteral(".") : QString());
        task(QStringLiteral("%1 %2 %3")
                 .arg(code(recordTypeName(record.type)), code(visibleText(relativeName(owner, m_zone), 260)), code(value)));
        any = true;
    }
    return any;
}

void Checklist::protect()
{
    paragraph(QT_TRANSLATE_NOOP(
        "Deploy", "Do this from top to bottom. Short names are those within the zone {zone}; the folder records has the same in the form "
                  "that your DNS takes."));
    if (m_plan.zone.isEmpty())
        paragraph(QT_TRANSLATE_NOOP(
            "Deploy", "The plan does not name the zone: {zone} is assumed. Where your DNS has another, the short names differ."));
    heading(2, QT_TRANSLATE_NOOP("Deploy", "Lead {host} to the policy server"));
    if (!records(QLatin1String("mta-sts.") + m_plan.domain.ascii))
        task(say(QT_TRANSLATE_NOOP("Deploy", "Create the record of {host}, an address or an alias: the plan does not say which.")));
    heading(2, QT_TRANSLATE_NOOP("Deploy", "Serve the policy"));
    server();
    heading(2, QT_TRANSLATE_NOOP("Deploy", "Look at it"));
    task(say(QT_TRANSLATE_NOOP(
        "Deploy",
        "https://{host}/.well-known/mta-sts.txt shows the policy, without a redirect and without a warning of the certificate.")));
    task(say(QT_TRANSLATE_NOOP("Deploy", "Every line is that of the file policy/.well-known/mta-sts.txt.")));
}

void Checklist::server()
{
    const Result<HostingGuide> guide = hostingGuide(m_plan);
    if (!guide) {
        task(guide.error().text);
        return;
    }
    point(policyServerTitle(m_plan.hosting.server));
    for (const HostingFile &file : guide->files)
        point(code(QLatin1String("server/") + file.name) + QLatin1String(": ") + file.purpose);
    for (const QString &step : guide->steps)
        task(step);
    heading(3, QT_TRANSLATE_NOOP("Deploy", "The certificate"));
    for (const QString &sentence : guide->certificate)
        point(sentence);
    heading(3, QT_TRANSLATE_NOOP("Deploy", "What goes wrong easily"));
    for (const QString &sentence : guide->traps)
        point(sentence);
}

void Checklist::reports()
{
    if (m_plan.reports.isEmpty())
        return;
    heading(2, QT_TRANSLATE_NOOP("Deploy", "Ask for reports"));
    records(QLatin1String("_smtp._tls.") + m_plan.domain.ascii);
}

void Checklist::announce()
{
    heading(2, QT_TRANSLATE_NOOP("Deploy", "Announce the policy"));
    paragraph(QT_TRANSLATE_NOOP("Deploy", "Only when everything before is done: from now on senders fetch the policy. It is the record in "
                                          "records/last. With every change of the policy the id has to change, after the file."));
    records(QLatin1String("_mta-sts.") + m_plan.domain.ascii);
}

void Checklist::keys()
{
    if (m_plan.tlsa.isEmpty())
        return;
    heading(2, QT_TRANSLATE_NOOP("Deploy", "Publish the keys of the mail servers (TLSA)"));
    paragraph(QT_TRANSLATE_NOOP("Deploy", "They count in zones that are signed with DNSSEC, and they have to change before the keys do."));
    QStringList hosts;
    for (const IntendedTlsa &tlsa : m_plan.tlsa)
        hosts.append(tlsa.host);
    hosts.removeDuplicates();
    for (const QString &host : hosts)
        records(QLatin1String("_25._tcp.") + host);
}

void Checklist::check()
{
    heading(2, QT_TRANSLATE_NOOP("Deploy", "Check"));
    task(code(QLatin1String("mta-sts audit ") + visibleText(m_plan.domain.ascii, 260)));
    if (!m_plan.policy)
        return;
    switch (m_plan.policy->mode) {
    case PolicyMode::Testing:
        if (!m_conditions.isEmpty()) // which say more
            break;
        task(say(QT_TRANSLATE_NOOP(
            "Deploy",
            "Read the reports of at least two weeks. When they name no failure that is yours, change the mode to enforce, and the id.")));
        break;
    case PolicyMode::Enforce:
        task(say(QT_TRANSLATE_NOOP(
            "Deploy",
            "Before a mail server gets a new name, the policy has to cover old and new names, until no sender remembers the policy "
            "before.")));
        break;
    case PolicyMode::None:
        task(say(QT_TRANSLATE_NOOP(
            "Deploy", "Leave record and policy where they are until no sender remembers the policy before; then both may go.")));
        break;
    }
}

void Checklist::beforeEnforce()
{
    if (m_conditions.isEmpty())
        return;
    heading(2, QT_TRANSLATE_NOOP("Deploy", "Before mode enforce"));
    for (const Condition &condition : m_conditions)
        task(unmarked(conditionText(condition)), condition.state == ConditionState::Met);
}

} // namespace

QString checklist(const Plan &plan, const QList<Condition> &conditions)
{
    return Checklist(plan, conditions).text();
}

} // namespace mta
