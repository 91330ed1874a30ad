// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/world.h"

#include "practice/placement.h"
#include "practice/servers.h"
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

namespace mta
{
namespace
{

Error notStarted()
{
    return {ErrorCode::Io,
            QCoreApplication::translate(
                "Practice", "The practice world could not be started: this machine does not let a program listen on its loopback "
                            "addresses (127.77.0.0/16), or its folder for temporary files cannot be written.")};
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Servers live in a thread of their own; files in a folder that goes with them.
class RunningWorld : public PracticeWorld
{
public:
    ~RunningWorld() override
    {
        if (m_servers)
            QMetaObject::invokeMethod(
                m_servers.get(), [this] { m_servers->stop(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    bool start(const Placement &placement)
    {
        m_thread.setObjectName(QStringLiteral("practice"));
        m_servers = std::make_unique<PracticeServers>(placement);
        m_servers->moveToThread(&m_thread);
        m_thread.start();
        bool started = false;
        QMetaObject::invokeMethod(
            m_servers.get(), [this, &started] { started = m_servers->start(); }, Qt::BlockingQueuedConnection);
        return started && m_folder.isValid() && writeFile(caFile(), m_servers->rootPem()) &&
               writeFile(trustAnchorFile(), m_servers->rootKey());
    }

    QString resolver() const override { return m_servers->resolver(); }
    QString caFile() const override { return m_folder.filePath(QStringLiteral("ca.pem")); }
    QString trustAnchorFile() const override { return m_folder.filePath(QStringLiteral("root.key")); }
    quint16 smtpPort() const override { return m_servers->smtpPort(); }
    quint16 httpsPort() const override { return m_servers->httpsPort(); }
    quint16 dnsPort() const override { return m_servers->dnsPort(); }

    bool publish(const QByteArray &owner, const QByteArray &type, const QByteArrayList &data) override
    {
        bool published = false;
        QMetaObject::invokeMethod(
            m_servers.get(), [&] { published = m_servers->publish(owner, type, data); }, Qt::BlockingQueuedConnection);
        return published;
    }

    void serve(const QByteArray &host, CertificateKind certificate, const QByteArrayList &answers) override
    {
        QMetaObject::invokeMethod(
            m_servers.get(), [&] { m_servers->serve(host, certificate, answers); }, Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
    QTemporaryDir m_folder;
    std::unique_ptr<PracticeServers> m_servers;
};

} // namespace

const QList<PracticeDomain> &practiceDomains()
{
    static const QList<PracticeDomain> domains = [] {
        QList<PracticeDomain> list;
        for (const Scenario &scenario : scenarios()) {
            list.append({QString::fromLatin1(scenario.setup.domain), QCoreApplication::translate("Practice", scenario.lesson),
                         QLatin1String(scenario.verdict), scenario.findings});
        }
        return list;
    }();
    return domains;
}

Result<std::shared_ptr<PracticeWorld>> startPracticeWorld(const Placement &placement)
{
    auto world = std::make_shared<RunningWorld>();
    if (!world->start(placement))
        return notStarted();
    return std::shared_ptr<PracticeWorld>(world);
}

Result<std::shared_ptr<PracticeWorld>> PracticeWorld::start()
{
    return startPracticeWorld({});
}

} // namespace mta
