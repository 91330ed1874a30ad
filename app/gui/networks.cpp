// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/gui/networks.h"

#include "app/common/keyring.h"
#include "app/common/language.h"
#ifdef MTA_DESKTOP_NOTIFIER
#include "app/gui/desktopnotifier.h"
#endif
#include "app/gui/planpublisher.h"
#include "net/realnetwork.h"
#include "practice/world.h"
#include <QCoreApplication>
#include <QGuiApplication>
#include <QStandardPaths>
#include <mutex>

namespace mta
{

namespace
{

/// Keeps what the network stands on alive as long as the network.
class Handle : public NetworkHandle
{
public:
    Handle(std::shared_ptr<RealNetwork> network, std::shared_ptr<PracticeWorld> world)
        : m_world(std::move(world)), m_network(std::move(network))
    {
    }
    Network network() override { return m_network->network(); }
    void describe(Conditions &conditions) const override { m_network->describe(conditions); }

private:
    std::shared_ptr<PracticeWorld> m_world;
    std::shared_ptr<RealNetwork> m_network;
};

Result<std::shared_ptr<NetworkHandle>> handleFor(const NetworkOptions &options, std::shared_ptr<PracticeWorld> world)
{
    const auto network = RealNetwork::create(options);
    if (!network)
        return network.error();
    return std::static_pointer_cast<NetworkHandle>(std::make_shared<Handle>(*network, std::move(world)));
}

NetworkOptions liveOptions(const Preferences &preferences)
{
    NetworkOptions options;
    options.resolver = preferences.resolver;
    options.proxy = preferences.proxy;
    options.ehloName = preferences.ehloName.toLatin1();
    return options;
}

Result<std::shared_ptr<NetworkHandle>> liveNetwork(const Preferences &preferences)
{
    return handleFor(liveOptions(preferences), nullptr);
}

/// The practice world is started when it is first wanted, and then stays.
class Practice
{
public:
    Result<std::shared_ptr<NetworkHandle>> network()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_world) {
            const auto world = PracticeWorld::start();
            if (!world)
                return world.error();
            m_world = *world;
        }
        NetworkOptions options;
        options.resolver = m_world->resolver();
        options.caFile = m_world->caFile();
        options.trustAnchorFile = m_world->trustAnchorFile();
        options.smtpPort = m_world->smtpPort();
        options.httpsPort = m_world->httpsPort();
        options.dnsPort = m_world->dnsPort();
        return handleFor(options, m_world);
    }

private:
    std::mutex m_mutex;
    std::shared_ptr<PracticeWorld> m_world;
};

QList<PracticeLesson> lessons()
{
    QList<PracticeLesson> result;
    for (const PracticeDomain &domain : practiceDomains())
        result.append({domain.name, domain.lesson});
    return result;
}

QString nameOf(const QString &code)
{
    // Qt names the one English of several after a country; ours is of none.
    const QString name = code == QLatin1String("en") ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
    return name.isEmpty() ? code : QString(name.left(1).toUpper() + name.mid(1));
}

} // namespace

void useLanguage(const QString &code)
{
    installLanguage(code.isEmpty() ? languageOfEnvironment() : code);
    // Qt 6.4 does not follow the language by itself.
    if (qGuiApp)
        QGuiApplication::setLayoutDirection(QLocale().textDirection());
}

Environment environment()
{
    Environment result;
    result.live = liveNetwork;
    result.practice = [practice = std::make_shared<Practice>()](const Preferences &) { return practice->network(); };
    result.lessons = lessons;
#ifdef MTA_DESKTOP_NOTIFIER
    result.notifier = std::make_shared<DesktopNotifier>();
#endif
    result.publisher = std::make_shared<PlanPublisher>(systemKeyring, liveOptions);
    for (const QString &code : availableLanguages())
        result.languages.append({code, nameOf(code)});
    result.useLanguage = useLanguage;
    if (const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation); !data.isEmpty()) {
        result.historyFolder = data + QLatin1String("/sightings");
        result.draftFolder = data + QLatin1String("/drafts");
    }
    return result;
}

} // namespace mta
