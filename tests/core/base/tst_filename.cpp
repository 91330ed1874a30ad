// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/filename.h"

#include <QTest>

using namespace mta;

class FileNameTest : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("name");
        QTest::newRow("a domain") << u"mail.example.com"_qs << u"mail.example.com.json"_qs;
        QTest::newRow("A-labels") << u"xn--bcher-kva.example"_qs << u"xn--bcher-kva.example.json"_qs;
        QTest::newRow("nothing") << QString() << u"_.json"_qs;
        QTest::newRow("a way out of the folder") << u"../../etc/cron.d/x"_qs << u"_.._.._etc_cron.d_x.json"_qs;
        QTest::newRow("an absolute path") << u"/etc/passwd"_qs << u"_etc_passwd.json"_qs;
        QTest::newRow("a path of Windows") << u"c:\\windows\\x"_qs << u"c__windows_x.json"_qs;
        QTest::newRow("hidden") << u".bashrc"_qs << u"_.bashrc.json"_qs;
        QTest::newRow("an option") << u"-rf"_qs << u"_-rf.json"_qs;
        QTest::newRow("a device") << u"con.example"_qs << u"_con.example.json"_qs;
        QTest::newRow("a device alone") << u"LPT1"_qs << u"_LPT1.json"_qs;
        QTest::newRow("no device") << u"console.example"_qs << u"console.example.json"_qs;
        QTest::newRow("controls") << u"a\nb\u001b[2J\u202e"_qs << u"a_b__2J_.json"_qs;
        QTest::newRow("a character less than may be") << QString(199, u'a') << QString(QString(199, u'a') + u".json"_qs);
        QTest::newRow("as long as may be") << QString(200, u'a') << QString(QString(200, u'a') + u".json"_qs);
        QTest::newRow("a character more") << QString(201, u'a') << QString(QString(183, u'a') + u"_a92efd82109373e5.json"_qs);
    }
    void names()
    {
        QFETCH(QString, domain);
        QTEST(fileNameFor(domain, QStringLiteral("json")), "name");
    }

    void longNamesStayApart()
    {
        const QString first = fileNameFor(QString(240, u'a') + u".example"_qs, u"json"_qs);
        const QString second = fileNameFor(QString(240, u'a') + u".example.org"_qs, u"json"_qs);
        QVERIFY(first != second);
        QVERIFY(first.size() <= 205 && second.size() <= 205);
    }
};

QTEST_GUILESS_MAIN(FileNameTest)
#include "tst_filename.moc"
