// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/policyfile.h"

#include "fakes/realservers.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace mta;
using namespace mta::fakes;

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
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

Context soon()
{
    return {QDeadlineTimer(30000), {}};
}

} // namespace

/// The system's sftp against a real sshd on loopback, with keys made for this.
class RealSftpTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    quint16 m_port = 0;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    bool makeKey(const char *name) const
    {
        return QProcess::execute(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                                                QStringLiteral("-N"), QString(), QStringLiteral("-f"), path(name)}) == 0;
    }
    /// Settings of ssh that know the server and have this key.
    QString settings(const char *key, const char *knownHosts) const
    {
        const QString name = path("config-") + QLatin1String(key) + QLatin1String(knownHosts);
        put(name, "Host there\n  HostName 127.0.0.1\n  Port " + QByteArray::number(m_port) + "\n  IdentityFile \"" +
                      path(key).toLocal8Bit() + "\"\n  IdentitiesOnly yes\n  IdentityAgent none\n  UserKnownHostsFile \"" +
                      path(knownHosts).toLocal8Bit() + "\"\n  GlobalKnownHostsFile /dev/null\n  StrictHostKeyChecking ask\n");
        return name;
    }
    SftpPlace at(const QString &where) const
    {
        return {QString::fromLocal8Bit(getpwuid(geteuid())->pw_name), QStringLiteral("there"), where, settings("user", "known")};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString sshd = serverProgram("sshd");
        if (sshd.isEmpty() || serverProgram("sftp").isEmpty())
            QSKIP("the packages openssh-server and openssh-client are not both installed");
        if (geteuid() == 0)
            QDir().mkpath(QStringLiteral("/run/sshd")); // where a root's sshd gives up its rights
        QVERIFY(makeKey("host") && makeKey("user") && makeKey("stranger"));
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress(QHostAddress::LocalHost), 0));
        m_port = free.serverPort();
        free.close();
        put(path("authorized"), contents(path("user.pub")));
        put(path("known"), "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + contents(path("host.pub")));
        put(path("nobody"), "");
        put(path("other"), "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + contents(path("stranger.pub")));
        put(path("sshd_config"), "ListenAddress 127.0.0.1:" + QByteArray::number(m_port) + "\nHostKey " + path("host").toLocal8Bit() +
                                     "\nAuthorizedKeysFile " + path("authorized").toLocal8Bit() +
                                     "\nPidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin "
                                     "prohibit-password\nSubsystem sftp internal-sftp\n");
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.setStandardOutputFile(path("log"));
        m_server.start(sshd, {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path("sshd_config")});
        const QDeadlineTimer deadline(10000);
        Result<PolicyFileState> state = Error{};
        while (!(state = lookAtPolicyFile(at(path("site")), soon())) && !deadline.hasExpired() && !m_server.waitForFinished(50))
            continue;
        QVERIFY2(state, qPrintable(QString::fromLocal8Bit(contents(path("log")).right(2000)) + (state ? QString() : state.error().text)));
        QVERIFY(!state->exists);
    }
    void cleanupTestCase()
    {
        m_server.terminate();
        m_server.waitForFinished(5000);
    }

    void aFileIsWrittenReplacedAndRolledBack()
    {
        QDir().mkpath(path("www"));
        const PolicyPlace place = at(path("www"));
        const QString file = path("www/.well-known/mta-sts.txt");
        const PolicyFileChange first{{}, {true, oldText}};
        const Result<bool> done = publishPolicyFile(place, first, soon());
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
        QCOMPARE(contents(file), oldText);
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0644U);
        const PolicyFileChange second{{true, oldText}, {true, newText}};
        QVERIFY(publishPolicyFile(place, second, soon()));
        QCOMPARE(contents(file), newText);
        const Result<bool> late = publishPolicyFile(place, second, soon());
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Changed);
        QVERIFY(publishPolicyFile(place, inverse(second), soon()));
        QCOMPARE(contents(file), oldText);
        QVERIFY(publishPolicyFile(place, inverse(first), soon()));
        QCOMPARE(QDir(path("www/.well-known")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void hostilePathsAreNothingButPaths_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"with blank", "a\"b'c\\d", "a*b?c[de]{f,g}", "#a;b|c", "!touch pwned", "$(touch pwned)`touch pwned`", "-r",
                                 "stra\xc3\x9f"
                                 "e~",
                                 "a\\*b", "a\\\"b", " leading and trailing "})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void hostilePathsAreNothingButPaths()
    {
        QFETCH(QString, name);
        const QString folder = path("hostile/") + name;
        QVERIFY(QDir().mkpath(folder));
        // What a pattern would find as well.
        QVERIFY(QDir().mkpath(path("hostile/aXb")));
        const QString file = folder + QStringLiteral("/.well-known/mta-sts.txt");
        const Result<bool> written = sftpWrite(at(folder), oldText, soon());
        QVERIFY2(written, written ? "" : qPrintable(written.error().text));
        QCOMPARE(contents(file), oldText);
        const Result<std::optional<QByteArray>> read = sftpRead(at(folder), 1024, soon());
        QVERIFY(read && *read == oldText);
        QVERIFY(sftpRemove(at(folder), soon()));
        QVERIFY(!QFileInfo::exists(file));
        QVERIFY(!QFileInfo::exists(path("hostile/aXb/.well-known")));
        QVERIFY(!QFileInfo::exists(QStringLiteral("pwned")));
    }

    void relativePathsBeginAtTheUsersFolder()
    {
        const QString home = QString::fromLocal8Bit(getpwuid(geteuid())->pw_dir);
        const QTemporaryDir folder(home + QStringLiteral("/-mta-sts-test"));
        if (!folder.isValid())
            QSKIP("the home folder cannot be written");
        QVERIFY(publishPolicyFile(at(QFileInfo(folder.path()).fileName()), {{}, {true, oldText}}, soon()));
        QCOMPARE(contents(folder.filePath(QStringLiteral(".well-known/mta-sts.txt"))), oldText);
    }

    void whatIsNoFileOfItsOwnIsRefused_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"link", "folder", "too large"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void whatIsNoFileOfItsOwnIsRefused()
    {
        QFETCH(QString, kind);
        const QString folder = path("odd-") + kind.section(u' ', 0, 0);
        const QString file = folder + QStringLiteral("/mta-sts.txt");
        put(folder + QStringLiteral("/other"), "precious");
        if (kind == QLatin1String("link"))
            QVERIFY(QFile::link(folder + QStringLiteral("/other"), file));
        if (kind == QLatin1String("folder"))
            put(file + QStringLiteral("/inside"), "precious");
        if (kind == QLatin1String("too large"))
            put(file, QByteArray(8 * 1024 * 1024, 'x'));
        const Result<bool> done = publishPolicyFile(at(file), {{}, {true, newText}}, soon());
        QVERIFY(!done);
        QVERIFY(done.error().code != ErrorCode::Changed);
        QCOMPARE(contents(folder + QStringLiteral("/other")), QByteArray("precious"));
    }

    void aFailedWriteLeavesNothingBehind()
    {
        // The file cannot take its place: a folder appears there between the look and the writing.
        const QString folder = path("late");
        QDir().mkpath(folder + QStringLiteral("/mta-sts.txt/inside"));
        QVERIFY(!sftpWrite(at(folder + QStringLiteral("/mta-sts.txt")), newText, soon()));
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("mta-sts.txt")});
        QVERIFY(!publishPolicyFile(at(path("no/such/folder")), {{}, {true, newText}}, soon()));
    }

    void whoIsNotLetInIsToldWhy_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("knownHosts");
        QTest::addColumn<QString>("says");
        QTest::newRow("a key that the host does not take") << "stranger"
                                                           << "known"
                                                           << "ssh-add";
        QTest::newRow("a host that nobody knows") << "user"
                                                  << "nobody"
                                                  << "fingerprint";
        QTest::newRow("a host with another key than it had") << "user"
                                                             << "other"
                                                             << "fingerprint";
    }
    void whoIsNotLetInIsToldWhy()
    {
        QFETCH(QString, key);
        QFETCH(QString, knownHosts);
        QFETCH(QString, says);
        SftpPlace place = at(path("www"));
        place.configFile = settings(key.toLatin1().constData(), knownHosts.toLatin1().constData());
        const Result<PolicyFileState> state = lookAtPolicyFile(place, soon());
        QVERIFY(!state);
        QVERIFY2(state.error().text.contains(says), qPrintable(state.error().text));
        QVERIFY(!state.error().text.contains(u'\n'));
    }

    void itEndsWithTheTimeAndTheWish()
    {
        // Somebody who accepts and says nothing.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress(QHostAddress::LocalHost), 0));
        SftpPlace place = at(path("www"));
        const QString config = path("config-silent");
        put(config, "Host there\n  HostName 127.0.0.1\n  Port " + QByteArray::number(silent.serverPort()) + '\n');
        place.configFile = config;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!lookAtPolicyFile(place, {QDeadlineTimer(300), {}}));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!lookAtPolicyFile(place, {QDeadlineTimer(QDeadlineTimer::Forever), stop.get_token()}));
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(RealSftpTest)
#include "tst_realsftp.moc"
