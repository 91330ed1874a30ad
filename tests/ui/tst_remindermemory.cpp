// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "fakes/factsbuilder.h"
#include "fakes/uifakes.h"
#include "ui/models/reminderrows.h"
#include "ui/plans/remindermemory.h"
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QDateTime due(QDate(2026, 6, 15), QTime(12, 0), Qt::UTC);

Reminder reminder(const QDateTime &at = due, const QString &key = u"step publish-policy 0"_s)
{
    return {ReminderKind::Step, key, at, true, 1, u"Publish"_s, {}};
}

/// What can be done all along: worked out at another time each time.
Reminder undated(const QDateTime &now)
{
    Reminder each = reminder(now);
    each.waited = false;
    return each;
}

} // namespace

/// What was told, and which certificates were seen, from one run to the next.
class ReminderMemoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    }

    void newsOnceForItsDate_data()
    {
        QTest::addColumn<int>("told");   ///< the date that was told, in seconds after `due`; -1: none
        QTest::addColumn<int>("putOff"); ///< until when, in seconds after `due`; -1: it was not
        QTest::addColumn<int>("now");
        QTest::addColumn<bool>("news");
        QTest::newRow("a second before") << -1 << -1 << -1 << false;
        QTest::newRow("to the second") << -1 << -1 << 0 << true;
        QTest::newRow("a year late") << -1 << -1 << 31536000 << true;
        QTest::newRow("told already") << 0 << -1 << 60 << false;
        QTest::newRow("told for another date") << 3600 << -1 << 60 << true;
        QTest::newRow("put off, a second before") << 0 << 86400 << 86399 << false;
        QTest::newRow("put off, to the second") << 0 << 86400 << 86400 << true;
        QTest::newRow("put off for another date") << 3600 << 86400 << 60 << true;
    }
    void newsOnceForItsDate()
    {
        QFETCH(int, told);
        QFETCH(int, putOff);
        QFETCH(int, now);
        {
            ReminderMemory memory(*m_settings);
            if (told >= 0 && putOff >= 0)
                memory.putOff(u"a.example"_s, reminder(due.addSecs(told)), due.addSecs(putOff));
            else if (told >= 0)
                memory.setTold(u"a.example"_s, reminder(due.addSecs(told)));
        }
        const ReminderMemory memory(*m_settings);
        QTEST(memory.isNews(u"a.example"_s, reminder(), due.addSecs(now)), "news");
        QVERIFY(memory.isNews(u"b.example"_s, reminder(), due)); // another domain's
        QVERIFY(memory.isNews(u"a.example"_s, reminder(due, u"step publish-record 0"_s), due));
    }

    void whatHasNoDateIsNewsWhenItWasPutOff()
    {
        ReminderMemory memory(*m_settings);
        QVERIFY(!memory.isNews(u"a.example"_s, undated(due), due));
        memory.putOff(u"a.example"_s, undated(due), due.addDays(1));
        QVERIFY(memory.isPutOff(u"a.example"_s, undated(due.addSecs(86399)), due.addSecs(86399)));
        QVERIFY(!memory.isPutOff(u"a.example"_s, undated(due.addDays(1)), due.addDays(1)));
        QVERIFY(memory.isNews(u"a.example"_s, undated(due.addDays(1)), due.addDays(1)));
        memory.setTold(u"a.example"_s, undated(due.addDays(1)));
        QVERIFY(!memory.isNews(u"a.example"_s, undated(due.addDays(2)), due.addDays(2)));
    }

    void theOldestIsForgottenFirst()
    {
        ReminderMemory memory(*m_settings);
        for (int i = 0; i < maxToldReminders; ++i)
            memory.setTold(u"a.example"_s, reminder(due, QString::number(i)));
        QVERIFY(!memory.isNews(u"a.example"_s, reminder(due, u"0"_s), due));
        memory.setTold(u"a.example"_s, reminder(due, u"more"_s));
        QVERIFY(memory.isNews(u"a.example"_s, reminder(due, u"0"_s), due));
        QVERIFY(!memory.isNews(u"a.example"_s, reminder(due, u"1"_s), due));
        QVERIFY(!ReminderMemory(*m_settings).isNews(u"a.example"_s, reminder(due, u"more"_s), due));
    }

    void certificatesOfHostsThatWereNotReached()
    {
        const DomainFacts facts = goodFacts();
        const DomainAudit all = judge(facts, facts.observedAt);
        ReminderMemory memory(*m_settings);
        memory.learnCertificates(all);
        const QList<ExpiringCertificate> known = memory.certificates(u"good.example"_s);
        QCOMPARE(known, expiringCertificates(all));
        QCOMPARE(known.size(), 3);
        // Nobody answers on port 25: they are what they were. A server that is gone is forgotten.
        DomainFacts less = facts;
        for (MxHost &host : less.mxHosts)
            host.probes.clear();
        less.mxHosts.removeLast();
        memory.learnCertificates(judge(less, less.observedAt));
        QStringList hosts;
        for (const ExpiringCertificate &each : ReminderMemory(*m_settings).certificates(u"good.example"_s))
            hosts.append(each.host);
        QCOMPARE(hosts, (QStringList{u"mta-sts.good.example"_s, u"mx1.good.example"_s}));
        QVERIFY(memory.certificates(u"other.example"_s).isEmpty());
        memory.forgetCertificates();
        QVERIFY(ReminderMemory(*m_settings).certificates(u"good.example"_s).isEmpty());
    }

    void onlySoManyCertificatesAreKnown()
    {
        m_settings->beginWriteArray(u"reminders/certificates"_s);
        for (int i = 0; i < maxRememberedCertificates - 3; ++i) {
            m_settings->setArrayIndex(i);
            m_settings->setValue(u"domain"_s, u"d%1.example"_s.arg(i));
            m_settings->setValue(u"host"_s, u"mx.d%1.example"_s.arg(i));
            m_settings->setValue(u"ends"_s, due.toString(Qt::ISODateWithMs));
        }
        m_settings->endArray();
        ReminderMemory memory(*m_settings);
        const DomainFacts facts = goodFacts();
        memory.learnCertificates(judge(facts, facts.observedAt)); // three more: as many as are kept
        QCOMPARE(memory.certificates(u"d0.example"_s).size(), 1);
        const DomainFacts others = goodFactsAs(u"other.example"_s);
        memory.learnCertificates(judge(others, others.observedAt));
        QVERIFY(memory.certificates(u"d0.example"_s).isEmpty());
        QCOMPARE(memory.certificates(u"good.example"_s).size(), 3);
        QCOMPARE(ReminderMemory(*m_settings).certificates(u"other.example"_s).size(), 3);
    }

    void onlySoManyDatesAreShown()
    {
        PlanDates dates;
        for (int i = 0; i < 4; ++i)
            dates.agenda.next.append(reminder(due.addDays(i + 1), QString::number(i)));
        QCOMPARE(datesText(dates, due).split(u'\n').size(), 4);
        dates.agenda.next.append(reminder(due.addDays(9), u"9"_s));
        QCOMPARE(datesText(dates, due).split(u'\n').size(), 5);
        QVERIFY(datesText(dates, due).endsWith(u"and 1 more"_s));
    }

    void whenInWords_data()
    {
        QTest::addColumn<Reminder>("reminder");
        QTest::addColumn<QString>("words");
        const QDateTime noon = due.toLocalTime();
        QTest::newRow("in a second") << reminder(noon.addSecs(1)) << u"today "_s + noon.addSecs(1).time().toString(u"HH:mm"_s);
        QTest::newRow("to the second") << reminder(noon) << u"due: today, 15 June"_s;
        QTest::newRow("a second ago") << reminder(noon.addSecs(-1)) << u"due: earlier today, 15 June"_s;
        QTest::newRow("tomorrow") << reminder(noon.addDays(1)) << u"tomorrow, 16 June"_s;
        QTest::newRow("all along") << undated(noon) << u"now"_s;
        Reminder second = undated(noon);
        second.step = 2;
        QTest::newRow("the step after the one that is due") << second << u"after that"_s;
    }
    void whenInWords()
    {
        QFETCH(Reminder, reminder);
        QTEST(reminderWhen(reminder, due), "words");
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

QTEST_MAIN(ReminderMemoryTest)
#include "tst_remindermemory.moc"
