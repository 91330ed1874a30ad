// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/calendar.h"
#include "stepplans.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace mta;

namespace
{

const QDateTime stamp(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

const DomainName domain{QStringLiteral("example.com"), QStringLiteral("example.com")};

QList<Reminder> newServer(const QDateTime &now = stamp)
{
    PlanSituation situation{protectedPlan(), protectedPlan(), {}, {}, {}};
    situation.intended.mx.append({30, QStringLiteral("mx3.example.com")});
    situation.intended.policy->mx.append(QStringLiteral("mx3.example.com"));
    return reminders(situation, now);
}

/// Content lines (RFC 5545 §3.1), unfolded; empty when the text does not keep to the rules of lines.
QByteArrayList contentLines(const QByteArray &text)
{
    if (!text.endsWith("\r\n") || QString::fromUtf8(text).toUtf8() != text)
        return {};
    QByteArrayList lines;
    QByteArray rest = text.chopped(2);
    for (qsizetype at = 0; at <= rest.size();) {
        const qsizetype end = rest.indexOf("\r\n", at) < 0 ? rest.size() : rest.indexOf("\r\n", at);
        const QByteArray line = rest.sliced(at, end - at);
        const bool controls = std::any_of(line.cbegin(), line.cend(), [](char c) { return static_cast<uchar>(c) < 0x20 || c == 0x7f; });
        if (line.isEmpty() || line.size() > 75 || controls || QString::fromUtf8(line).contains(QChar::ReplacementCharacter))
            return {};
        if (line.startsWith(' '))
            lines.last() += line.sliced(1);
        else
            lines.append(line);
        at = end + 2;
    }
    return lines;
}

/// RFC 5545 §3.3.11, backwards; null for what is no text.
QString unescaped(const QByteArray &value)
{
    QByteArray result;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.at(i) == ';' || value.at(i) == ',')
            return {};
        if (value.at(i) != '\\') {
            result += value.at(i);
            continue;
        }
        const char next = ++i < value.size() ? value.at(i) : '\0';
        if (next == 'n')
            result += '\n';
        else if (next == '\\' || next == ';' || next == ',')
            result += next;
        else
            return {};
    }
    return QString::fromUtf8(result);
}

QByteArrayList valuesOf(const QByteArray &text, const QByteArray &name)
{
    QByteArrayList values;
    for (const QByteArray &line : contentLines(text)) {
        if (line.startsWith(name + ':'))
            values.append(line.sliced(name.size() + 1));
    }
    return values;
}

Reminder eventOn(const QDateTime &at, const QString &text, ReminderKind kind = ReminderKind::LookAgain)
{
    return {kind, QStringLiteral("key"), at, true, 0, text, text};
}

} // namespace

class CalendarTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsAreEvents();
    void eventsKeepTheirNames();
    void textsSurvive_data();
    void textsSurvive();
    void linesAreFoldedAtTheirMost();
    void descriptionsAreBounded();
    void dates();
    void anotherProgramReadsIt();
};

void CalendarTest::stepsAreEvents()
{
    const QByteArray text = calendarText(domain, newServer(), stamp);
    const QByteArrayList lines = contentLines(text);
    QCOMPARE(lines.first(), QByteArray("BEGIN:VCALENDAR"));
    QCOMPARE(lines.last(), QByteArray("END:VCALENDAR"));
    QCOMPARE(lines.count("BEGIN:VEVENT"), 3);
    QCOMPARE(lines.count("BEGIN:VALARM"), 3);
    QCOMPARE(lines.count("END:VALARM"), 3);
    QCOMPARE(lines.count("END:VEVENT"), 3);
    QCOMPARE(valuesOf(text, "VERSION"), QByteArrayList{"2.0"});
    QCOMPARE(valuesOf(text, "DTSTART"), (QByteArrayList{"20260601T120000Z", "20260601T120000Z", "20260608T120100Z"}));
    QCOMPARE(valuesOf(text, "DTSTAMP"), QByteArrayList(3, "20260601T120000Z"));
}

void CalendarTest::eventsKeepTheirNames()
{
    const QByteArrayList before = valuesOf(calendarText(domain, newServer(), stamp), "UID");
    QCOMPARE(QSet<QByteArray>(before.cbegin(), before.cend()).size(), 3);
    QCOMPARE(valuesOf(calendarText(domain, newServer(stamp.addDays(1)), stamp.addDays(1)), "UID"), before);
    const DomainName other{QStringLiteral("example.org"), QStringLiteral("example.org")};
    QVERIFY(valuesOf(calendarText(other, newServer(), stamp), "UID").first() != before.first());
}

void CalendarTest::textsSurvive_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected = {}) {
        QTest::newRow(name) << text << (expected.isNull() ? text : expected);
    };
    row("nothing special", QStringLiteral("Publish"));
    row("what has a meaning", QStringLiteral("a;b,c\\d:e\"f"));
    row("a letter n behind a backslash", QStringLiteral("\\n"));
    row("two lines", QStringLiteral("one\ntwo"));
    row("a line of its own", QStringLiteral("x\r\nEND:VEVENT"), QStringLiteral("x\\r\nEND:VEVENT"));
    row("control characters", QStringLiteral("a\tb\x07"), QStringLiteral("a\\tb\\x07"));
    row("right to left", QString(QChar(0x202e)), QStringLiteral("\\u{202e}"));
    for (int length = 60; length < 80; ++length) { // the fold comes at every place of a character
        row(qPrintable(QStringLiteral("umlauts behind %1 letters").arg(length)), QString(length, u'x') + QString(100, QChar(0xe4)));
        row(qPrintable(QStringLiteral("emoji behind %1 letters").arg(length)),
            QString(length, u'x') + QString::fromUtf8("\xf0\x9f\x93\xac\xf0\x9f\x93\xac\xf0\x9f\x93\xac"));
        row(qPrintable(QStringLiteral("commas behind %1 letters").arg(length)), QString(length, u'x') + QString(80, u','));
    }
    row("blanks at a fold", QString(200, u' '));
}

void CalendarTest::textsSurvive()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const QByteArray file = calendarText(domain, {eventOn(stamp, text)}, stamp);
    QVERIFY(!contentLines(file).isEmpty());
    QCOMPARE(unescaped(valuesOf(file, "SUMMARY").value(0)), QStringLiteral("example.com: ") + expected);
    QCOMPARE(unescaped(valuesOf(file, "DESCRIPTION").value(0)), expected);
    QCOMPARE(contentLines(file).count("END:VEVENT"), 1);
}

/// RFC 5545 §3.1: 75 octets without the end of the line.
void CalendarTest::linesAreFoldedAtTheirMost()
{
    for (const int size : {74, 75, 76}) {
        const QByteArray begin = "SUMMARY:example.com: ";
        const QByteArray line = begin + QByteArray(size - begin.size(), 'x');
        const QByteArray text = calendarText(domain, {eventOn(stamp, QString::fromLatin1(line.sliced(begin.size())))}, stamp);
        QVERIFY2(text.contains(size <= 75 ? line + "\r\n" : line.chopped(1) + "\r\n x\r\n"), text.constData());
    }
}

void CalendarTest::descriptionsAreBounded()
{
    for (const int size : {3999, 4000, 4001}) {
        const QString text(size, u'x');
        const QByteArray file = calendarText(domain, {eventOn(stamp, text)}, stamp);
        QCOMPARE(unescaped(valuesOf(file, "DESCRIPTION").value(0)), size <= 4000 ? text : text.left(4000) + QChar(0x2026));
    }
}

void CalendarTest::dates()
{
    const auto starts = [](const QList<Reminder> &events) { return valuesOf(calendarText(domain, events, stamp), "DTSTART"); };
    QCOMPARE(starts({eventOn(stamp.addSecs(1), {})}), QByteArrayList{"20260601T120001Z"});
    QCOMPARE(starts({eventOn(stamp.addSecs(-1), {})}), QByteArrayList{"20260601T120000Z"}); // what is due already is due today
    QCOMPARE(starts({eventOn({}, {})}), QByteArrayList());
    QCOMPARE(starts({eventOn(stamp, {}, ReminderKind::Problem)}), QByteArrayList());
    QCOMPARE(starts({eventOn(QDateTime(QDate(2026, 6, 2), QTime(2, 0), Qt::OffsetFromUTC, 7200), {})}), QByteArrayList{"20260602T000000Z"});
}

void CalendarTest::anotherProgramReadsIt()
{
    QList<Reminder> events = newServer();
    events.append(eventOn(stamp, QString(70, u'x') + QString(40, QChar(0xe4)) + QStringLiteral("a;b,c\\d\ne")));
    QProcess python;
    const QString debians = QStringLiteral("/usr/bin/python3"); // whose modules are Debian's; another may come first in the path
    python.start(QFile::exists(debians) ? debians : QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral(R"(
import sys, json
try:
    import icalendar
except ImportError:
    sys.exit(77)
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([[str(e['UID']), e['DTSTART'].dt.isoformat(), str(e['SUMMARY']), str(e['DESCRIPTION']), len(e.subcomponents)]
                  for e in calendar.walk('VEVENT')]))
)")});
    if (!python.waitForStarted())
        QSKIP("python3 is not here");
    python.write(calendarText(domain, events, stamp));
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished());
    if (python.exitCode() == 77)
        QSKIP("python3-icalendar is not here");
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    const QJsonArray read = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    QCOMPARE(read.size(), events.size());
    for (qsizetype i = 0; i < events.size(); ++i) {
        const QJsonArray event = read.at(i).toArray();
        QCOMPARE(QDateTime::fromString(event.at(1).toString(), Qt::ISODate), events.at(i).at);
        QCOMPARE(event.at(2).toString(), QStringLiteral("example.com: ") + events.at(i).title);
        QCOMPARE(event.at(3).toString(), events.at(i).text);
        QCOMPARE(event.at(4).toInt(), 1);
    }
}

QTEST_GUILESS_MAIN(CalendarTest)
#include "tst_calendar.moc"
