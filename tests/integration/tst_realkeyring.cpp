// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/realservers.h"
#include "publish/keyring.h"

#include <QDir>
#include <QDirIterator>
#include <QLibrary>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/stat.h>

using namespace mta;

namespace
{

const QByteArray words = "words that nobody is to see";

TsigKey key(const char *name = "ddns.example")
{
    return {QLatin1String(name), TsigAlgorithm::HmacSha512, Secret(QByteArrayView(words))};
}

Context soon()
{
    return {QDeadlineTimer(20000), {}};
}

} // namespace

/// The keyring module with a session and a keyring of its own.
class RealKeyringTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_daemon;
    Keyring *m_keyring = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &[program, package] :
             {std::pair("dbus-daemon", "dbus-daemon"), std::pair("gnome-keyring-daemon", "gnome-keyring")}) {
            if (fakes::serverProgram(program).isEmpty())
                QSKIP(qPrintable(QStringLiteral("the package %1 is not installed").arg(QLatin1String(package))));
        }
        if (!QLibrary(QStringLiteral("secret-1"), 0).load())
            QSKIP("the package libsecret-1-0 is not installed");
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
            const QString folder = m_folder.filePath(QLatin1String(name));
            QDir().mkpath(folder);
            ::chmod(QFile::encodeName(folder).constData(), 0700);
            qputenv(name, folder.toLocal8Bit());
        }
        // Of its own, and without services that it would start by itself.
        QFile configuration(m_folder.filePath(QStringLiteral("bus.conf")));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write(
            "<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toLocal8Bit() +
            "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
            "<allow own=\"*\"/></policy></busconfig>");
        configuration.close();
        m_bus.start(fakes::serverProgram("dbus-daemon"), {QStringLiteral("--config-file=") + configuration.fileName(),
                                                          QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(m_bus.waitForReadyRead(10000));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        const QLibrary module(QStringLiteral(BINARY_DIR "/app/mta-sts-keyring"));
        const auto entry = reinterpret_cast<Keyring *(*)()>(QLibrary(module.fileName()).resolve("mtaKeyring"));
        QVERIFY(entry);
        m_keyring = entry();
    }
    void cleanupTestCase()
    {
        std::signal(SIGTERM, SIG_IGN); // GLib ends a program whose session bus is gone
        for (QProcess *process : {&m_daemon, &m_bus}) {
            process->terminate();
            process->waitForFinished(5000);
        }
    }

    void withoutAKeyringItIsSaid()
    {
        const Result<TsigKey> read = m_keyring->read(QStringLiteral("ddns.example"), soon());
        QVERIFY(!read);
        QVERIFY2(read.error().code != ErrorCode::NotFound, qPrintable(read.error().text));
        QVERIFY(!read.error().text.isEmpty());
    }

    void aKeyIsKeptReadAndForgotten()
    {
        m_daemon.start(fakes::serverProgram("gnome-keyring-daemon"),
                       {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
        m_daemon.write("the password of the keyring");
        m_daemon.closeWriteChannel();
        const QDeadlineTimer deadline(10000);
        Result<TsigKey> read = Error{};
        while (read.error().code != ErrorCode::NotFound && !deadline.hasExpired()) {
            QTest::qWait(50); // lets the password through
            read = m_keyring->read(QStringLiteral("ddns.example"), soon());
        }
        QVERIFY2(read.error().code == ErrorCode::NotFound,
                 qPrintable(read.error().text + QString::fromLocal8Bit(m_daemon.readAllStandardError() + m_bus.readAllStandardError())));

        const Result<bool> kept = m_keyring->keep(key(), soon());
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().text));
        QVERIFY(m_keyring->keep(key("other.example"), soon()));
        read = m_keyring->read(QStringLiteral("ddns.example"), soon());
        QVERIFY2(read, read ? "" : qPrintable(read.error().text));
        QVERIFY(*read == key());
        QVERIFY(m_keyring->forget(QStringLiteral("ddns.example"), soon()));
        QCOMPARE(m_keyring->read(QStringLiteral("ddns.example"), soon()).error().code, ErrorCode::NotFound);
        QVERIFY(m_keyring->read(QStringLiteral("other.example"), soon()));

        // No file holds it in the clear.
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray octets = file.readAll();
            QVERIFY2(!octets.contains(words) && !octets.contains(words.toBase64()), qPrintable(file.fileName()));
            ++seen;
        }
        QVERIFY(seen > 0);
    }

    void callsEndWithTheWish()
    {
        std::stop_source stop;
        stop.request_stop();
        QElapsedTimer timer;
        timer.start();
        m_keyring->read(QStringLiteral("other.example"), {QDeadlineTimer(QDeadlineTimer::Forever), stop.get_token()});
        QVERIFY(timer.elapsed() < 2000);
    }
};

QTEST_GUILESS_MAIN(RealKeyringTest)
#include "tst_realkeyring.moc"
