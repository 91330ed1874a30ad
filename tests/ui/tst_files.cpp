// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/files.h"

#include "fakes/factsbuilder.h"
#include "store/evidence.h"
#include "ui/domaininput.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace mta;
using namespace Qt::StringLiterals;

class FilesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QByteArray &octets) const
    {
        QFile file(m_folder.filePath(u"file"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size())
            qFatal("no file for the test");
        return file.fileName();
    }

private slots:
    void aListIsBounded_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<bool>("read");
        QTest::newRow("as large as may be") << qsizetype(maxDomainListSize) << true;
        QTest::newRow("one octet more") << qsizetype(maxDomainListSize) + 1 << false;
    }
    void aListIsBounded()
    {
        QFETCH(qsizetype, size);
        QFETCH(bool, read);
        const QByteArray domain = "a.example\n";
        const OpenedFile opened = readAnyFile(write(QByteArray(size - domain.size(), '\n') + domain));
        QCOMPARE(opened.error.isEmpty(), read);
        QCOMPARE(opened.text.endsWith(u"a.example\n"_s), read);
        QVERIFY2(read || opened.error.contains(u"too large for a list of domains"_s), qPrintable(opened.error));
    }

    void evidenceIsJudged()
    {
        const OpenedFile opened = readAnyFile(write(toEvidence({goodFacts()})));
        QCOMPARE(opened.error, QString());
        QCOMPARE(opened.audits.size(), 1);
    }

    void whatIsNoFileIsSaidToBeNone_data()
    {
        QTest::addColumn<QString>("path");
        const QString pipe = m_folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QTest::newRow("a folder") << m_folder.path();
        QTest::newRow("a pipe that nobody writes to") << pipe;
        QTest::newRow("a device") << u"/dev/zero"_s;
    }
    void whatIsNoFileIsSaidToBeNone()
    {
        QFETCH(QString, path);
        const OpenedFile opened = readAnyFile(path);
        QVERIFY2(opened.error.contains(u"is not a file"_s), qPrintable(opened.error));
        QVERIFY(opened.text.isEmpty() && opened.audits.isEmpty());
    }

    void evidenceThatSaysOneThingTwiceIsRefused()
    {
        const QByteArray twice = toEvidence({goodFacts()}).replace("\"cancelled\"", "\"cancelled\": true, \"cancelled\"");
        const OpenedFile opened = readAnyFile(write(twice));
        QVERIFY2(opened.error.contains(u"it says /domains/0/cancelled twice"_s), qPrintable(opened.error));
        QVERIFY(opened.audits.isEmpty());
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "tst_files.moc"
