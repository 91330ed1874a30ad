// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/policyfile.h"

#include "mtasts/policy.h"
#include "systemcalls/systemcalls.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

using namespace mta;

namespace
{

const QByteArray oldText = "version: STSv1\r\nmode: testing\r\nmx: mx.example.com\r\nmax_age: 86400\r\n";
const QByteArray newText = "version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 86400\r\n";

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
}

void put(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

uint modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

class PolicyFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePathIsTheFolderOrTheFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("file");
        QTest::newRow("a folder") << "/var/www/mta-sts"
                                  << "/var/www/mta-sts/.well-known/mta-sts.txt";
        QTest::newRow("a folder with a slash at its end") << "/var/www/"
                                                          << "/var/www/.well-known/mta-sts.txt";
        QTest::newRow("the file") << "/srv/policies/mta-sts.txt"
                                  << "/srv/policies/mta-sts.txt";
        QTest::newRow("the file alone") << "mta-sts.txt"
                                        << "mta-sts.txt";
    }
    void thePathIsTheFolderOrTheFile()
    {
        QFETCH(QString, path);
        QTEST(LocalPlace{path}.file(), "file");
        QTEST((SftpPlace{{}, QStringLiteral("host"), path}.file()), "file");
    }

    void aFileIsWrittenReplacedAndRolledBack()
    {
        const QTemporaryDir folder;
        const PolicyPlace place = LocalPlace{folder.path()};
        const QString file = folder.filePath(QStringLiteral(".well-known/mta-sts.txt"));
        const mode_t before = ::umask(0077);
        Result<PolicyFileState> state = lookAtPolicyFile(place, {});
        QVERIFY(state && !state->exists);
        const PolicyFileChange first{*state, {true, oldText}};
        QVERIFY(publishPolicyFile(place, first, {}));
        ::umask(before);
        QCOMPARE(contents(file), oldText);
        QCOMPARE(modeOf(file), 0644U);
        QCOMPARE(modeOf(QFileInfo(file).path()), 0755U);

        ::chmod(QFile::encodeName(file).constData(), 0600);
        state = lookAtPolicyFile(place, {});
        const PolicyFileChange second{*state, {true, newText}};
        QVERIFY(publishPolicyFile(place, second, {}));
        QCOMPARE(contents(file), newText);
        QCOMPARE(modeOf(file), 0644U);
        QVERIFY(publishPolicyFile(place, inverse(second), {}));
        QCOMPARE(contents(file), oldText);
        QVERIFY(publishPolicyFile(place, inverse(first), {}));
        QVERIFY(!QFileInfo::exists(file));
        QCOMPARE(QDir(QFileInfo(file).path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 0);
    }

    void whatChangedMeanwhileIsNotOverwritten_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::newRow("another policy") << oldText + "mx: mx2.example.com\r\n";
        QTest::newRow("one octet less") << oldText.chopped(1);
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("gone") << QByteArray("absent");
    }
    void whatChangedMeanwhileIsNotOverwritten()
    {
        QFETCH(QByteArray, now);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("mta-sts.txt"));
        put(file, now);
        if (now == "absent")
            QFile::remove(file);
        const Result<bool> done = publishPolicyFile(LocalPlace{file}, {{true, oldText}, {true, newText}}, {});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Changed);
        QCOMPARE(contents(file), now);
    }

    void whatIsNoFileOfItsOwnIsRefused_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"link to a file", "link to nothing", "folder", "pipe", "link in place of .well-known", "too large",
                                 "no folder", "no folder for the file"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void whatIsNoFileOfItsOwnIsRefused()
    {
        QFETCH(QString, kind);
        const QTemporaryDir folder;
        const QString other = folder.filePath(QStringLiteral("other"));
        const QString file = folder.filePath(QStringLiteral("site/.well-known/mta-sts.txt"));
        put(other, "precious");
        QDir().mkpath(QFileInfo(file).path());
        if (kind == QLatin1String("link to a file"))
            QFile::link(other, file);
        if (kind == QLatin1String("link to nothing"))
            QFile::link(folder.filePath(QStringLiteral("nothing")), file);
        if (kind == QLatin1String("folder"))
            QDir().mkpath(file);
        if (kind == QLatin1String("pipe"))
            QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
        if (kind == QLatin1String("link in place of .well-known")) {
            QDir().rmdir(QFileInfo(file).path());
            QFile::link(folder.path(), QFileInfo(file).path());
        }
        if (kind == QLatin1String("too large"))
            put(file, QByteArray(maxPolicySize + 1, 'x'));
        const LocalPlace place{kind == QLatin1String("no folder")                ? folder.filePath(QStringLiteral("nowhere"))
                               : kind == QLatin1String("no folder for the file") ? folder.filePath(QStringLiteral("nowhere/mta-sts.txt"))
                                                                                 : folder.filePath(QStringLiteral("site"))};
        const Result<bool> done = publishPolicyFile(place, {{}, {true, newText}}, {});
        QVERIFY(!done);
        QVERIFY(!done.error().text.isEmpty());
        QCOMPARE(contents(other), QByteArray("precious"));
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("nothing"))));
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("nowhere"))));
    }

    void theLargestPolicyIsTaken()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("mta-sts.txt"));
        put(file, QByteArray(maxPolicySize, 'x'));
        const Result<PolicyFileState> state = lookAtPolicyFile(LocalPlace{file}, {});
        QVERIFY(state);
        QCOMPARE(state->text.size(), maxPolicySize);
    }

    /// The folder the user names may be a link: that is how a site's releases are switched.
    void theFolderItselfMayBeALink()
    {
        const QTemporaryDir folder;
        QDir().mkpath(folder.filePath(QStringLiteral("release")));
        QFile::link(folder.filePath(QStringLiteral("release")), folder.filePath(QStringLiteral("current")));
        QVERIFY(publishPolicyFile(LocalPlace{folder.filePath(QStringLiteral("current"))}, {{}, {true, newText}}, {}));
        QCOMPARE(contents(folder.filePath(QStringLiteral("release/.well-known/mta-sts.txt"))), newText);
    }

    /// A full disk, a failing one, a folder that may not be written: the old file stays as it was, and nothing is left lying about.
    void whenWritingFailsTheOldFileStays_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("error");
        using fakes::Call;
        QTest::newRow("the disk is full") << static_cast<int>(Call::Write) << ENOSPC;
        QTest::newRow("the disk fails at the end") << static_cast<int>(Call::Sync) << EIO;
        QTest::newRow("the new file cannot take its place") << static_cast<int>(Call::Rename) << EACCES;
        QTest::newRow("the folder is read-only") << static_cast<int>(Call::Open) << EROFS;
    }
    void whenWritingFailsTheOldFileStays()
    {
        QFETCH(int, call);
        QFETCH(int, error);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("mta-sts.txt"));
        put(file, oldText);
        int failures = 0;
        for (int nth = 1; nth < 6; ++nth) {
            const fakes::Misfortune misfortune({static_cast<fakes::Call>(call)}, nth, error);
            const Result<bool> done = publishPolicyFile(LocalPlace{file}, {{true, oldText}, {true, newText}}, {});
            if (!misfortune.struck())
                break;
            const fakes::Spared spared;
            failures += done ? 0 : 1;
            // There may be another way to the same end; and where only the last look failed the new file stands, whole as well.
            QVERIFY(contents(file) == newText || (!done && contents(file) == oldText));
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
            put(file, oldText);
        }
        QVERIFY(failures > 0);
    }

    void placesOfSftpAreReadStrictly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SftpPlace>("place");
        const auto good = [](const char *text, const char *user, const char *host, const char *path) {
            QTest::newRow(text) << QString::fromUtf8(text)
                                << SftpPlace{QString::fromUtf8(user), QString::fromUtf8(host), QString::fromUtf8(path)};
        };
        good("www.example.com:/var/www", "", "www.example.com", "/var/www");
        good("web@www.example.com:/var/www", "web", "www.example.com", "/var/www");
        good("host-of-settings:site", "", "host-of-settings", "site");
        good("web@[2001:db8::1]:/var/www", "web", "2001:db8::1", "/var/www");
        good("host:/with:colon", "", "host", "/with:colon");
        good("host:/with blank/and \"quotes\"", "", "host", "/with blank/and \"quotes\"");
        good("host:/straße", "", "host", "/straße");
        for (const char *bad : {"",
                                "host",
                                "host:",
                                ":/var/www",
                                "@host:/var/www",
                                "-oProxyCommand=id:/x",
                                "web@-oProxyCommand=id:/x",
                                "-web@host:/x",
                                "host name:/x",
                                "we b@host:/x",
                                "host;id:/x",
                                "$(id):/x",
                                "`id`@host:/x",
                                "host:/x\n!id",
                                "host:/x\r!id",
                                "host:/x\x1b[2J",
                                "[host]:/x",
                                "[::1:/x",
                                "[fe80::1%eth0]:/x",
                                "a@b@host:/x",
                                "h\xc3\xb6st:/x",
                                "host:/x\xc2\x85y",
                                "sftp://host/x"})
            QTest::addRow("refused: %s", bad) << QString::fromUtf8(bad) << SftpPlace{};
        QTest::newRow("the longest path") << QString(QStringLiteral("host:/") + QString(maxSftpPath - 1, u'x'))
                                          << SftpPlace{{}, QStringLiteral("host"), QString(u'/' + QString(maxSftpPath - 1, u'x'))};
        QTest::newRow("refused: a path one octet longer") << QString(QStringLiteral("host:/") + QString(maxSftpPath, u'x')) << SftpPlace{};
    }
    void placesOfSftpAreReadStrictly()
    {
        QFETCH(QString, text);
        QFETCH(SftpPlace, place);
        const Result<SftpPlace> read = parseSftpPlace(text);
        QCOMPARE(static_cast<bool>(read), !place.host.isEmpty());
        if (read)
            QCOMPARE(*read, place);
        else
            QVERIFY(!read.error().text.contains(u'\n') && !read.error().text.contains(u'\x1b'));
    }

    void pathsBecomeOneWordOfTheBatchLanguage_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("plain") << "/var/www" << QByteArray("\"/var/www\"");
        QTest::newRow("a blank") << "/my site" << QByteArray("\"/my site\"");
        QTest::newRow("quotes") << "/a\"b" << QByteArray("\"/a\\\"b\"");
        QTest::newRow("a backslash") << "/a\\b" << QByteArray("\"/a\\\\b\"");
        QTest::newRow("a hyphen first") << "-r" << QByteArray("\"./-r\"");
        QTest::newRow("a command after a line feed") << "/a\n!id" << QByteArray();
        QTest::newRow("a carriage return") << "/a\r" << QByteArray();
        QTest::newRow("a zero") << QString(QStringLiteral("/a") + QChar(u'\0')) << QByteArray();
        QTest::newRow("half a character") << QString(QChar(0xd800)) << QByteArray();
        QTest::newRow("nothing") << "" << QByteArray();
    }
    void pathsBecomeOneWordOfTheBatchLanguage()
    {
        QFETCH(QString, path);
        QTEST(sftpWord(path).value_or(QByteArray()), "word");
    }
};

QTEST_GUILESS_MAIN(PolicyFileTest)
#include "tst_policyfile.moc"
