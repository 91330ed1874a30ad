// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// How long a run of sftp may take, and what it may say: with a program of that name that does as a test says.

#include "publish/sftp.h"

#include "systemcalls/clock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

class TestSftp : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_path = qgetenv("PATH"); }
    void cleanup() { qputenv("PATH", m_path); }

    void anHonestRunIsNoTrouble()
    {
        setProgram("exit 0");
        QVERIFY(sftpRemove(m_place, {}));
        setProgram("echo 'it is gone already' >&2; exit 1");
        const Result<bool> removed = sftpRemove(m_place, {});
        QVERIFY(!removed && removed.error().text.contains(QStringLiteral("it is gone already")));
    }

    void whatItSaysIsBounded_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<bool>("good");
        constexpr int most = 1024 * 1024;
        for (const char *where : {"1", "2"}) {
            QTest::addRow("an octet less, to %s", where) << most - 1 << QByteArray(where) << true;
            QTest::addRow("as much as may be, to %s", where) << most << QByteArray(where) << true;
            QTest::addRow("an octet more, to %s", where) << most + 1 << QByteArray(where) << false;
        }
    }
    void whatItSaysIsBounded()
    {
        QFETCH(int, size);
        QFETCH(QByteArray, where);
        QFETCH(bool, good);
        setProgram("head -c " + QByteArray::number(size) + " /dev/zero >&" + where);
        const Result<bool> removed = sftpRemove(m_place, {});
        QCOMPARE(bool(removed), good);
        if (!removed)
            QVERIFY2(removed.error().text.contains(QStringLiteral("more from www.example.com")), qPrintable(removed.error().text));
    }

    void aRunEndsAfterAMinute()
    {
        setProgram("exec sleep 1000");
        const fakes::Clock clock;
        const Result<bool> removed = sftpRemove(m_place, {});
        QVERIFY(!removed && removed.error().text.contains(QStringLiteral("did not end in time")));
        const auto elapsed = clock.elapsed();
        QVERIFY2(elapsed >= 60s && elapsed < 61s, qPrintable(QString::number(elapsed.count()))); // its end takes a moment
    }

private:
    void setProgram(const QByteArray &line)
    {
        QFile file(m_folder.filePath(QStringLiteral("sftp")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("#!/bin/sh\n" + line + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
        file.close();
        qputenv("PATH", QFile::encodeName(m_folder.path()) + ':' + m_path);
    }

    const QTemporaryDir m_folder;
    const SftpPlace m_place{{}, QStringLiteral("www.example.com"), QStringLiteral("/srv")};
    QByteArray m_path;
};

QTEST_GUILESS_MAIN(TestSftp)
#include "tst_sftp.moc"
