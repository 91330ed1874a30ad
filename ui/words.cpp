// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString dateText(const QDate &date, const QDate &today)
{
    if (date.year() != today.year())
        return QLocale().toString(date, QCoreApplication::translate("Words", "d MMMM yyyy", "date format"));
    return QLocale().toString(date, QCoreApplication::translate("Words", "d MMMM", "date format without the year"));
}

} // namespace

QString stateWord(State state)
{
    switch (state) {
    case State::Good:
        return QCoreApplication::translate("Words", "good");
    case State::Attention:
        return QCoreApplication::translate("Words", "attention");
    case State::Broken:
        return QCoreApplication::translate("Words", "broken");
    case State::NotTested:
        break;
    }
    return QCoreApplication::translate("Words", "not tested");
}

State verdictState(DomainVerdict verdict)
{
    switch (verdict) {
    case DomainVerdict::Protected:
        return State::Good;
    case DomainVerdict::Testing:
    case DomainVerdict::Unprotected:
        return State::Attention;
    case DomainVerdict::AtRisk:
        return State::Broken;
    case DomainVerdict::Undetermined:
    case DomainVerdict::NotApplicable:
        break;
    }
    return State::NotTested;
}

State severityState(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return State::Broken;
    case Severity::Warning:
        return State::Attention;
    case Severity::Note:
        break;
    }
    return State::Good;
}

QString momentWords(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return QCoreApplication::translate("Words", "unknown");
    const QDateTime local = moment.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QString time = QLocale().toString(local.time(), u"HH:mm"_s);
    if (local.date() == today)
        return QCoreApplication::translate("Words", "today %1").arg(time);
    if (local.date() == today.addDays(-1))
        return QCoreApplication::translate("Words", "yesterday %1").arg(time);
    return QCoreApplication::translate("Words", "%1, %2", "date, time").arg(dateText(local.date(), today), time);
}

QString dayWords(const QDateTime &day, const QDateTime &now)
{
    if (!day.isValid())
        return QCoreApplication::translate("Words", "unknown");
    const QDate date = day.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    const qint64 days = today.daysTo(date);
    const QString text = dateText(date, today);
    if (days == 0 && day < now)
        return QCoreApplication::translate("Words", "earlier today, %1").arg(text);
    if (days == 0)
        return QCoreApplication::translate("Words", "today, %1").arg(text);
    if (days == 1)
        return QCoreApplication::translate("Words", "tomorrow, %1").arg(text);
    if (days == -1)
        return QCoreApplication::translate("Words", "yesterday, %1").arg(text);
    if (days > 0)
        return QCoreApplication::translate("Words", "in %1 days, %2").arg(days).arg(text);
    return QCoreApplication::translate("Words", "%1 days ago, %2").arg(-days).arg(text);
}

QString elapsedWords(std::chrono::milliseconds elapsed)
{
    const qint64 ms = elapsed.count();
    if (ms < 100)
        return QCoreApplication::translate("Words", "%1 ms").arg(ms);
    if (ms < 60000)
        return QCoreApplication::translate("Words", "%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    return QCoreApplication::translate("Words", "%1 min %2 s").arg(ms / 60000).arg(ms / 1000 % 60);
}

QString durationWords(std::chrono::seconds duration)
{
    const qint64 seconds = duration.count();
    const qint64 days = seconds / 86400;
    const QString exact = QString::number(seconds);
    if (seconds % 86400 == 0 && days > 1)
        return QCoreApplication::translate("Words", "%1 days (%2 s)").arg(QString::number(days), exact);
    if (days >= 2)
        return QCoreApplication::translate("Words", "about %1 days (%2 s)").arg(QString::number(days), exact);
    if (seconds >= 7200)
        return QCoreApplication::translate("Words", "about %1 hours (%2 s)").arg(QString::number(seconds / 3600), exact);
    if (seconds >= 120)
        return QCoreApplication::translate("Words", "about %1 minutes (%2 s)").arg(QString::number(seconds / 60), exact);
    return QCoreApplication::translate("Words", "%1 s").arg(exact);
}

QString plainToolTip(const QString &text)
{
    // U+2060 WORD JOINER is invisible and ends what Qt::mightBeRichText() takes for a tag or an entity.
    QString plain = text;
    plain.replace(u'<', u"<\u2060"_s);
    plain.replace(u'&', u"&\u2060"_s);
    return plain;
}

} // namespace mta
