// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/realservers.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef MTA_DESKTOP_NOTIFIER
#include "app/gui/desktopnotifier.h"
#include <QDBusConnectionInterface>
#include <QDBusContext>

using namespace mta;

namespace
{

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

/// What a desktop has at this name (Desktop Notifications Specification 1.2).
class NotificationServer : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Note {
        QString program;
        uint replaces;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int expires;
    };
    QList<Note> notes;
    bool refuses = false;

public slots:
    uint Notify(const QString &program, uint replaces, const QString &, const QString &summary, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int expires)
    {
        if (refuses) {
            sendErrorReply(QDBusError::Failed, QStringLiteral("not now"));
            return 0;
        }
        notes.append({program, replaces, summary, body, actions, hints, expires});
        return replaces != 0 ? replaces : static_cast<uint>(100 + notes.size());
    }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

} // namespace

/// Notes on a session bus of its own, with a server of ours behind the name.
class DesktopNotifierTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    NotificationServer m_server;

    QDBusConnection serving() const { return QDBusConnection(QStringLiteral("server")); }
    bool told(DesktopNotifier &notifier, const DesktopNote &note)
    {
        const qsizetype before = m_server.notes.size();
        notifier.tell(note);
        if (!QTest::qWaitFor([&] { return m_server.notes.size() == before + 1; }, 10000))
            return false;
        QTest::qWait(100); // for the answer
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (fakes::serverProgram("dbus-daemon").isEmpty())
            QSKIP("the package dbus-daemon is not installed");
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
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QDBusConnection connection = QDBusConnection::connectToBus(QString::fromLocal8Bit(address), QStringLiteral("server"));
        QVERIFY(connection.isConnected());
        QVERIFY(connection.registerObject(path, &m_server, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    }
    void init()
    {
        if (serving().isConnected())
            serving().registerService(service);
        m_server.refuses = false;
        m_server.notes.clear();
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("server"));
        m_bus.terminate();
        m_bus.waitForFinished(5000);
    }

    void aNoteArrives()
    {
        DesktopNotifier notifier;
        QVERIFY(told(notifier, {QStringLiteral("example.com: Announce the policy"), QStringLiteral("Publish the record.")}));
        const NotificationServer::Note &note = m_server.notes.first();
        QCOMPARE(note.program, QStringLiteral("MTA-STS Studio"));
        QCOMPARE(note.summary, QStringLiteral("example.com: Announce the policy"));
        QCOMPARE(note.body, QStringLiteral("Publish the record."));
        QCOMPARE(note.actions.value(0), QStringLiteral("default"));
        QCOMPARE(note.actions.value(2), QStringLiteral("tomorrow"));
        QCOMPARE(note.actions.size(), 4);
        QCOMPARE(note.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("mta-sts-studio"));
        QCOMPARE(note.replaces, 0U);
    }

    void textsAreNoMarkup_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a link") << QStringLiteral("<a href=\"https://evil.example\">here</a>");
        QTest::newRow("an image") << QStringLiteral("<img src=\"file:///etc/passwd\" alt='x'/>");
        QTest::newRow("an entity") << QStringLiteral("&lt;b&gt;bold&lt;/b&gt; & more");
        QTest::newRow("unfinished") << QStringLiteral("a < b");
    }
    void textsAreNoMarkup()
    {
        QFETCH(QString, text);
        DesktopNotifier notifier;
        QVERIFY(told(notifier, {text, text}));
        const NotificationServer::Note &note = m_server.notes.first();
        for (const QChar sign : {u'<', u'>', u'&'})
            QVERIFY2(!note.summary.contains(sign), qPrintable(note.summary));
        QVERIFY2(!note.body.contains(u'<') && !note.body.contains(u'>'), qPrintable(note.body));
        // A server that reads markup shows what was meant.
        QString shown = note.body;
        shown.replace(QLatin1String("&lt;"), QLatin1String("<")).replace(QLatin1String("&gt;"), QLatin1String(">"));
        shown.replace(QLatin1String("&quot;"), QLatin1String("\"")).replace(QLatin1String("&amp;"), QLatin1String("&"));
        QCOMPARE(shown, text);
    }

    void aNewerNoteTakesThePlaceOfTheOlder()
    {
        DesktopNotifier notifier;
        QVERIFY(told(notifier, {QStringLiteral("one"), {}}));
        QVERIFY(told(notifier, {QStringLiteral("two"), {}}));
        QCOMPARE(m_server.notes.at(1).replaces, 101U);
        emit m_server.NotificationClosed(101, 2);
        QTest::qWait(100);
        QVERIFY(told(notifier, {QStringLiteral("three"), {}}));
        QCOMPARE(m_server.notes.at(2).replaces, 0U);
    }

    void answersOfTheUser()
    {
        DesktopNotifier notifier;
        QSignalSpy opened(&notifier, &Notifier::opened);
        QSignalSpy putOff(&notifier, &Notifier::putOffNow);
        QVERIFY(told(notifier, {QStringLiteral("one"), {}}));
        emit m_server.ActionInvoked(7, QStringLiteral("default")); // of another program's note
        emit m_server.ActionInvoked(101, QStringLiteral("something else"));
        emit m_server.ActionInvoked(101, QStringLiteral("tomorrow"));
        QTRY_COMPARE(putOff.size(), 1);
        QCOMPARE(opened.size(), 0);
        emit m_server.ActionInvoked(101, QStringLiteral("default"));
        QTRY_COMPARE(opened.size(), 1);
    }

    void aServerThatRefuses()
    {
        m_server.refuses = true;
        DesktopNotifier notifier;
        QSignalSpy failed(&notifier, &Notifier::failed);
        notifier.tell({QStringLiteral("one"), {}});
        QTRY_COMPARE(failed.size(), 1);
    }

    void aDesktopWithoutAServer()
    {
        serving().unregisterService(service);
        DesktopNotifier notifier;
        QSignalSpy failed(&notifier, &Notifier::failed);
        notifier.tell({QStringLiteral("one"), {}});
        QCOMPARE(failed.size(), 0); // nobody waits for it
        QTRY_COMPARE(failed.size(), 1);
    }

    /// The last: the connection to the session is one for the whole program.
    void aSessionWhoseBusIsGone()
    {
        DesktopNotifier notifier;
        QVERIFY(told(notifier, {QStringLiteral("one"), {}}));
        m_bus.terminate();
        QVERIFY(m_bus.waitForFinished(5000));
        QSignalSpy failed(&notifier, &Notifier::failed);
        notifier.tell({QStringLiteral("two"), {}});
        QTRY_COMPARE(failed.size(), 1);
        DesktopNotifier another;
        QSignalSpy failedToo(&another, &Notifier::failed);
        another.tell({QStringLiteral("three"), {}});
        QTRY_COMPARE(failedToo.size(), 1);
    }
};

#else

class DesktopNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutDBus() { QSKIP("Qt6 was built without D-Bus"); }
};

#endif

QTEST_GUILESS_MAIN(DesktopNotifierTest)
#include "tst_desktopnotifier.moc"
