// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/calendar.h"

#include "audit/checks.h"
#include "base/wiretext.h"
#include "deploy/steptexts.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace mta
{

namespace
{

constexpr qsizetype maxLine = 75; ///< RFC 5545 §3.1, octets without the line end
constexpr qsizetype maxText = 4000;

QString filled(const char *text, const Values &values)
{
    Values visible;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        visible.insert(value.key(), visibleText(value.value(), 300));
    return fillPlaceholders(QCoreApplication::translate("Calendar", text), visible);
}

/// RFC 5545 §3.3.11. Control characters have no place in a text.
QByteArray escaped(const QString &text)
{
    QByteArray result = visibleLines(text.toUtf8(), maxText).toUtf8();
    return result.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
}

/// RFC 5545 §3.1: longer lines go on behind a blank on the next. No character is cut in two.
QByteArray folded(const QByteArray &line)
{
    QByteArray result;
    qsizetype room = maxLine;
    qsizetype at = 0;
    while (line.size() - at > room) {
        qsizetype end = at + room;
        while (end > at + 1 && (static_cast<uchar>(line.at(end)) & 0xc0) == 0x80) // inside of a UTF-8 character
            --end;
        result += line.sliced(at, end - at) + "\r\n ";
        at = end;
        room = maxLine - 1;
    }
    return result + line.sliced(at) + "\r\n";
}

QByteArray timeText(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1(); // RFC 5545 §3.3.5, form 2
}

/// RFC 5545 §3.8.4.7: the same for the same event.
QByteArray uid(const DomainName &domain, const CalendarEvent &event)
{
    const QByteArray digest = QCryptographicHash::hash((domain.ascii + u'\n' + event.key).toUtf8(), QCryptographicHash::Sha256);
    return digest.toHex().left(32) + "@mta-sts." + domain.ascii.toLatin1();
}

} // namespace

QList<CalendarEvent> calendarEvents(const DeploymentPlan &plan)
{
    QList<CalendarEvent> events;
    QHash<StepKind, int> seen;
    for (const DeploymentStep &step : plan.steps) {
        QStringList description{stepExplanation(step)};
        for (const StepWait &wait : step.waits)
            description.append(waitText(wait));
        description.append(
            filled(QT_TRANSLATE_NOOP("Calendar", "If it goes wrong: {rollback}"), {{QStringLiteral("rollback"), stepRollback(step)}}));
        events.append({QStringLiteral("step %1 %2").arg(stepKindName(step.kind)).arg(seen[step.kind]++), step.notBefore,
                       filled(QT_TRANSLATE_NOOP("Calendar", "{domain}: {title}"),
                              {{QStringLiteral("domain"), plan.domain.unicode}, {QStringLiteral("title"), stepTitle(step)}}),
                       description.join(QStringLiteral("\n\n"))});
    }
    return events;
}

QList<CalendarEvent> calendarEvents(const DomainName &domain, const QList<Condition> &conditions)
{
    QList<CalendarEvent> events;
    for (const Condition &condition : conditions) {
        if (condition.state != ConditionState::Met && condition.lookAgain.isValid())
            events.append({QStringLiteral("condition ") + conditionName(condition.kind), condition.lookAgain,
                           filled(QT_TRANSLATE_NOOP("Calendar", "{domain}: look again at what mode enforce needs"),
                                  {{QStringLiteral("domain"), domain.unicode}}),
                           conditionText(condition)});
    }
    return events;
}

QList<CalendarEvent> calendarEvents(const DomainName &domain, const QList<ExpiringCertificate> &expiring)
{
    QList<CalendarEvent> events;
    for (const ExpiringCertificate &certificate : expiring) {
        const Values values{{QStringLiteral("domain"), domain.unicode},
                            {QStringLiteral("host"), certificate.host},
                            {QStringLiteral("date"), dateText(certificate.notAfter)}};
        events.append({QStringLiteral("certificate ") + certificate.host, certificate.notAfter.addDays(-certificateDays),
                       filled(QT_TRANSLATE_NOOP("Calendar", "{domain}: the certificate of {host} ends in two weeks"), values),
                       filled(QT_TRANSLATE_NOOP("Calendar", "It ends on {date}. If it has been renewed since, nothing is to be done; "
                                                            "otherwise senders refuse it from then on."),
                              values)});
    }
    return events;
}

QByteArray calendarText(const DomainName &domain, const QList<CalendarEvent> &events, const QDateTime &stamp)
{
    QByteArray text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//MTA-STS Studio//mta-sts//EN\r\n";
    for (const CalendarEvent &event : events) {
        if (!event.start.isValid())
            continue;
        text += "BEGIN:VEVENT\r\n";
        text += folded("UID:" + uid(domain, event));
        text += folded("DTSTAMP:" + timeText(stamp));
        text += folded("DTSTART:" + timeText(event.start));
        text += "DURATION:PT30M\r\nTRANSP:TRANSPARENT\r\n";
        text += folded("SUMMARY:" + escaped(event.summary));
        text += folded("DESCRIPTION:" + escaped(event.description));
        text += "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\n"; // RFC 5545 §3.6.6
        text += folded("DESCRIPTION:" + escaped(event.summary));
        text += "END:VALARM\r\nEND:VEVENT\r\n";
    }
    return text + "END:VCALENDAR\r\n";
}

} // namespace mta
