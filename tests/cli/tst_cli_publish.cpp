// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What is typed for a publishing; the publishing itself is in tests/integration.
#include "program.h"

#include "fakes/goodplan.h"
#include "store/plans.h"

#include <QTemporaryDir>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class CommandLinePublishTest : public QObject
{
    Q_OBJECT

private slots:
    void aWaitMayBeAnHour_data()
    {
        QTest::addColumn<QString>("seconds");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a second less") << u"3599"_s << QByteArray("/nowhere/plan.json");
        QTest::newRow("an hour") << u"3600"_s << QByteArray("/nowhere/plan.json");
        QTest::newRow("a second more") << u"3601"_s << QByteArray("--wait");
    }
    void aWaitMayBeAnHour()
    {
        QFETCH(QString, seconds);
        QFETCH(QByteArray, said);
        const program::Ran ran =
            program::run({u"plan"_s, u"publish"_s, u"/nowhere/plan.json"_s, u"--folder"_s, m_folder.path(), u"--wait"_s, seconds});
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.complaints.contains(said), ran.complaints.constData());
    }

    void anAnswerIsLookedForInSixtyFourOctets_data()
    {
        QTest::addColumn<int>("blanks");
        QTest::addColumn<bool>("published");
        QTest::newRow("yes at the beginning") << 0 << true;
        QTest::newRow("an octet less") << 60 << true;
        QTest::newRow("as far as may be") << 61 << true;
        QTest::newRow("its last letter is beyond") << 62 << false;
    }
    void anAnswerIsLookedForInSixtyFourOctets()
    {
        QFETCH(int, blanks);
        QFETCH(bool, published);
        const QString plan = m_folder.filePath(u"plan.json"_s);
        QVERIFY(mta::savePlan(plan, mta::goodPlan(), {}));
        const QTemporaryDir site;
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const QString name = QString::fromLocal8Bit(::ptsname(terminal));
        const QByteArray typed = QByteArray(blanks, ' ') + "yes\n";
        QCOMPARE(::write(terminal, typed.constData(), static_cast<size_t>(typed.size())), typed.size());
        QProcess process;
        process.setProcessEnvironment(program::environment({{u"TERM"_s, u"dumb"_s}}));
        process.setStandardInputFile(name);
        process.setStandardOutputFile(name);
        process.start(program::path, {u"plan"_s, u"publish"_s, plan, u"--folder"_s, site.path(), u"--no-wait"_s});
        QVERIFY(process.waitForFinished());
        ::close(terminal);
        QVERIFY2(QFile::exists(site.filePath(u".well-known/mta-sts.txt"_s)) == published, process.readAllStandardError().constData());
        QFile::remove(plan);
    }

private:
    const QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CommandLinePublishTest)
#include "tst_cli_publish.moc"
