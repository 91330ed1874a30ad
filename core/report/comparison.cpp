// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/comparison.h"

#include "base/wiretext.h"
#include "report/digest.h"
#include "report/terminal.h"
#include "report/words.h"

#include <QJsonArray>

namespace mta
{

namespace
{

using Topic = Difference::Topic;
using Change = Difference::Change;

constexpr int lineWidth = 100;

QString topicText(Topic topic)
{
    switch (topic) {
    case Topic::Verdict:
        return Report::tr("Verdict");
    case Topic::Status:
        return Report::tr("MTA-STS");
    case Topic::Link:
        return Report::tr("The chain");
    case Topic::Finding:
        return Report::tr("Findings");
    case Topic::Record:
        return Report::tr("Record");
    case Topic::Policy:
        return Report::tr("Policy");
    case Topic::MxHost:
        return Report::tr("Mail servers");
    case Topic::Certificate:
        return Report::tr("Certificates");
    case Topic::Tlsa:
        return Report::tr("TLSA records");
    case Topic::TlsRpt:
        break;
    }
    return Report::tr("TLS-RPT");
}

/// The words for the stable keys of an enumeration, found by its names.
template<class Enum>
QString wordFor(const QString &name, QString (*nameOf)(Enum), QString (*textOf)(Enum), int count)
{
    for (int i = 0; i < count; ++i) {
        if (nameOf(static_cast<Enum>(i)) == name)
            return textOf(static_cast<Enum>(i));
    }
    return name;
}

QString stateWords(const QString &name)
{
    static const QStringList names{QStringLiteral("good"), QStringLiteral("attention"), QStringLiteral("broken"),
                                   QStringLiteral("not-tested")};
    const qsizetype index = names.indexOf(name);
    return index < 0 ? name : linkStateText(static_cast<ChainLink::State>(index));
}

/// "2026-08-14T12:00:00Z, issuer, key": the date in words.
QString certificateWords(const QString &value, const QLocale &locale)
{
    const qsizetype comma = value.indexOf(u',');
    const QDateTime until = QDateTime::fromString(value.left(comma), Qt::ISODate);
    return Report::tr("until %1%2", "date, then issuer and key after a comma").arg(momentText(until, locale), value.mid(comma));
}

QString valueText(const Difference &difference, const QString &value, const QLocale &locale)
{
    if (value.isEmpty())
        return {};
    switch (difference.topic) {
    case Topic::Verdict:
        return wordFor(value, domainVerdictName, verdictText, 6);
    case Topic::Status:
        return wordFor(value, stsStatusName, stsStatusText, 8);
    case Topic::Link:
        return stateWords(value);
    case Topic::Finding:
        return wordFor(stateWords(value), severityName, severityText, 3);
    case Topic::Certificate:
        return visibleText(certificateWords(value, locale), 400);
    case Topic::MxHost:
        if (difference.detail == QLatin1String("result"))
            return resultText(value);
        break;
    default:
        break;
    }
    return visibleText(value, 400);
}

QString detailText(const Difference &difference)
{
    static const QHash<QString, const char *> texts{
        {QStringLiteral("preference"), QT_TRANSLATE_NOOP("Report", "preference")},
        {QStringLiteral("coveredBy"), QT_TRANSLATE_NOOP("Report", "covered by")},
        {QStringLiteral("result"), QT_TRANSLATE_NOOP("Report", "result")},
        {QStringLiteral("address"), QT_TRANSLATE_NOOP("Report", "address")},
        {QStringLiteral("renewed"), QT_TRANSLATE_NOOP("Report", "renewed with the same key")},
        {QStringLiteral("key-changed"), QT_TRANSLATE_NOOP("Report", "another key")},
        {QStringLiteral("line-ends"), QT_TRANSLATE_NOOP("Report", "only the line ends")},
    };
    const char *text = texts.value(difference.detail);
    return text ? QCoreApplication::translate("Report", text) : QString();
}

QString whatText(const Difference &difference)
{
    QString subject = visibleText(difference.subject, 300);
    if (difference.topic == Topic::Link) {
        for (const Area area : {Area::Record, Area::PolicyHost, Area::Policy, Area::MxHosts, Area::Certificates, Area::TlsRpt}) {
            if (areaName(area) == difference.subject)
                return areaText(area);
        }
    }
    if (difference.topic == Topic::Finding)
        return subject.isEmpty() ? difference.detail : Report::tr("%1, %2", "rule, subject").arg(difference.detail, subject);
    if (difference.topic == Topic::Policy && difference.detail == QLatin1String("line"))
        return Report::tr("line %1").arg(difference.lineAfter > 0 ? difference.lineAfter : difference.lineBefore);
    const QString detail = detailText(difference);
    if (subject.isEmpty() || detail.isEmpty())
        return subject + detail;
    return Report::tr("%1, %2", "host, what of it").arg(subject, detail);
}

ChainLink::State stateAfter(const Difference &difference)
{
    switch (difference.topic) {
    case Topic::Verdict:
        for (int i = 0; i < 6; ++i) {
            if (domainVerdictName(static_cast<DomainVerdict>(i)) == difference.after)
                return stateOfVerdict(static_cast<DomainVerdict>(i));
        }
        break;
    case Topic::Link:
        for (int i = 0; i < 4; ++i) {
            if (stateWords(difference.after) == linkStateText(static_cast<ChainLink::State>(i)))
                return static_cast<ChainLink::State>(i);
        }
        break;
    case Topic::Finding:
        if (difference.after == QLatin1String("not-tested"))
            return ChainLink::State::NotTested;
        return difference.change == Change::Gone ? ChainLink::State::Good : stateOfSeverity(difference.finding->severity);
    case Topic::MxHost:
        if (difference.detail == QLatin1String("result"))
            return stateOfResult(difference.after);
        break;
    default:
        break;
    }
    return ChainLink::State::NotTested;
}

QString policyLine(const Difference &difference, const QString &number)
{
    switch (difference.change) {
    case Change::Appeared:
        return number + visibleText(difference.after);
    case Change::Gone:
        return number + visibleText(difference.before);
    case Change::Changed:
        break;
    }
    return number + markedLine(difference.before.toUtf8(), difference.after.toUtf8());
}

QString differenceLines(const Difference &difference, const Ink &ink, const QLocale &locale)
{
    const QString indent = QStringLiteral("    ");
    const DifferenceDigest digest = differenceDigest(difference, locale);
    const QString mark = changeMark(difference.change) + u' ';
    if (difference.topic == Topic::Policy && difference.detail == QLatin1String("line"))
        return indent + mark + policyLine(difference, padded(digest.what, 10)) + u'\n';
    QString line = digest.what;
    if (!digest.before.isEmpty() && !digest.after.isEmpty())
        line += (line.isEmpty() ? QString() : QStringLiteral(": ")) +
                Report::tr("%1 -> %2", "before, after").arg(digest.before, ink.state(digest.state, digest.after));
    else
        line += (line.isEmpty() ? QString() : QStringLiteral(": ")) + digest.before + digest.after;
    return indent + mark + line + u'\n' + (digest.more.isEmpty() ? QString() : wrapped(digest.more, indent + indent, lineWidth));
}

} // namespace

QString markedLine(const QByteArray &before, const QByteArray &after)
{
    const CommonEnds ends = commonEnds(before, after);
    const auto middle = [&](const QByteArray &text) { return text.mid(ends.front, text.size() - ends.front - ends.back); };
    QString marked = visibleText(after.left(ends.front));
    if (!middle(before).isEmpty())
        marked += QStringLiteral("[-") + visibleText(middle(before)) + QStringLiteral("-]");
    if (!middle(after).isEmpty())
        marked += QStringLiteral("{+") + visibleText(middle(after)) + QStringLiteral("+}");
    return marked + visibleText(after.right(ends.back));
}

QString changeMark(Difference::Change change)
{
    switch (change) {
    case Change::Appeared:
        return QStringLiteral("+");
    case Change::Gone:
        return QStringLiteral("-");
    case Change::Changed:
        break;
    }
    return QStringLiteral("~");
}

DifferenceDigest differenceDigest(const Difference &difference, const QLocale &locale)
{
    return {difference.change,
            topicText(difference.topic),
            whatText(difference),
            valueText(difference, difference.before, locale),
            valueText(difference, difference.after, locale),
            difference.finding ? visibleText(findingMessage(*difference.finding)) : QString(),
            stateAfter(difference)};
}

QString renderComparisonText(const Comparison &comparison, bool colour)
{
    const Ink ink(colour);
    const QLocale locale;
    QString text =
        ink.bold(domainText(comparison.domain)) + QStringLiteral("  ") +
        Report::tr("%1 -> %2", "before, after").arg(momentText(comparison.before, locale), momentText(comparison.after, locale)) + u'\n';
    if (comparison.same())
        return text + QStringLiteral("  ") + Report::tr("Nothing is different.") + u'\n';
    std::optional<Topic> topic;
    for (const Difference &difference : comparison.differences) {
        if (topic != difference.topic)
            text += QStringLiteral("\n  ") + ink.bold(topicText(difference.topic)) + u'\n';
        topic = difference.topic;
        text += differenceLines(difference, ink, locale);
    }
    return text;
}

QJsonObject renderComparisonJson(const Comparison &comparison)
{
    const auto value = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(text.toUtf8())); };
    const auto number = [](int line) { return line > 0 ? QJsonValue(line) : QJsonValue(); };
    QJsonArray differences;
    for (const Difference &difference : comparison.differences) {
        differences.append(QJsonObject{
            {QStringLiteral("topic"), topicName(difference.topic)},
            {QStringLiteral("change"), changeName(difference.change)},
            {QStringLiteral("subject"), value(difference.subject)},
            {QStringLiteral("detail"), value(difference.detail)},
            {QStringLiteral("before"), value(difference.before)},
            {QStringLiteral("after"), value(difference.after)},
            {QStringLiteral("lineBefore"), number(difference.lineBefore)},
            {QStringLiteral("lineAfter"), number(difference.lineAfter)},
            {QStringLiteral("message"), difference.finding ? value(visibleText(findingMessage(*difference.finding))) : QJsonValue()},
        });
    }
    return {{QStringLiteral("domain"), comparison.domain.ascii},
            {QStringLiteral("same"), comparison.same()},
            {QStringLiteral("differences"), differences}};
}

} // namespace mta
