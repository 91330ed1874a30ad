// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/calendar.h"

#include "base/placeholders.h"
#include "base/wiretext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <algorithm>

namespace mta
{

namespace
{

constexpr qsizetype maxLine = 75; ///< RFC 5545 §3.1, octets without the line end
constexpr qsizetype maxText = 4000;

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

/// RFC 5545 §3.8.4.7: the same for the same event, so that calendars move it instead of adding another.
QByteArray uid(const DomainName &domain, const QString &key)
{
    const QByteArray digest = QCryptographicHash::hash((domain.ascii + u'\n' + key).toUtf8(), QCryptographicHash::Sha256);
    return digest.toHex().left(32) + "@mta-sts." + domain.ascii.toLatin1();
}

QByteArray eventText(const DomainName &domain, const Reminder &reminder, const QDateTime &stamp)
{
    const QString summary =
        fillPlaceholders(QCoreApplication::translate("Calendar", "{domain}: {title}"),
                         {{QStringLiteral("domain"), visibleText(domain.unicode, 300)}, {QStringLiteral("title"), reminder.title}});
    QByteArray text = "BEGIN:VEVENT\r\n";
    text += folded("UID:" + uid(domain, reminder.key));
    text += folded("DTSTAMP:" + timeText(stamp));
    text += folded("DTSTART:" + timeText(std::max(reminder.at, stamp)));
    text += "DURATION:PT30M\r\nTRANSP:TRANSPARENT\r\n";
    text += folded("SUMMARY:" + escaped(summary));
    text += folded("DESCRIPTION:" + escaped(reminder.text));
    text += "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\n"; // RFC 5545 §3.6.6
    text += folded("DESCRIPTION:" + escaped(summary));
    return text + "END:VALARM\r\nEND:VEVENT\r\n";
}

} // namespace

QByteArray calendarText(const DomainName &domain, const QList<Reminder> &reminders, const QDateTime &stamp)
{
    QByteArray text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//MTA-STS Studio//mta-sts//EN\r\n";
    for (const Reminder &reminder : reminders) {
        if (reminder.at.isValid() && reminder.kind != ReminderKind::Problem)
            text += eventText(domain, reminder, stamp);
    }
    return text + "END:VCALENDAR\r\n";
}

} // namespace mta
