// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/realnetwork.h"
#include "ui/mainwindow.h"
#include "ui/plans/plandesk.h"
#include "ui/studio.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/publishstep.h"
#include "ui/wizard/wizardpage.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

/// In a helper everything is in vain after a failure.
#define MTA_DO(call)                                                                                                                       \
    do {                                                                                                                                   \
        call;                                                                                                                              \
        if (QTest::currentTestFailed())                                                                                                    \
            return;                                                                                                                        \
    } while (false)

namespace mta
{

/// The window's network on real sockets.
class SocketHandle : public NetworkHandle
{
public:
    explicit SocketHandle(std::shared_ptr<RealNetwork> network) : m_network(std::move(network)) {}
    Network network() override { return m_network->network(); }
    void describe(Conditions &conditions) const override { m_network->describe(conditions); }

    static Result<std::shared_ptr<NetworkHandle>> make(const NetworkOptions &options)
    {
        const auto network = RealNetwork::create(options);
        if (!network)
            return network.error();
        return std::static_pointer_cast<NetworkHandle>(std::make_shared<SocketHandle>(*network));
    }

private:
    std::shared_ptr<RealNetwork> m_network;
};

/// What somebody does at the wizard of a window, and sees there. Header-only: the tests that use it link what it needs.
class WizardHand
{
protected:
    /// Pages of the wizard, in their order.
    enum Page { Domain, MailServers, Policy, Reports, Hosting, Dns, Publish, Enforce };

    ~WizardHand() = default;

    MainWindow &window() { return m_studio->window(); }
    WizardPage *wizard() { return window().wizardPage(); }
    PublishStep *steps() { return qobject_cast<PublishStep *>(wizard()->step(Publish)); }
    Plan plan() { return m_studio->plans().item(wizard()->plan())->plan(); }
    DomainAudit audit() { return m_studio->desk().latest(plan().domain)->audit.value_or(DomainAudit()); }
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(m_ahead); }
    /// The wizard's clock shows at least this time.
    void waitUntil(const QDateTime &time) { m_ahead = std::max<qint64>(m_ahead, QDateTime::currentDateTimeUtc().secsTo(time) + 1); }
    template<class T>
    T *named(const char *name)
    {
        return window().findChild<T *>(QLatin1String(name));
    }

    void waitUntilDone() { QTRY_VERIFY_WITH_TIMEOUT(!m_studio->desk().running(), 60000); }
    void look()
    {
        named<QPushButton>("wizardLook")->click();
        QVERIFY(m_studio->desk().running());
        waitUntilDone();
    }

    /// The steps that there are, by their names.
    QString ways()
    {
        QStringList kinds;
        for (const DeploymentStep &step : steps()->way().steps)
            kinds.append(stepKindName(step.kind));
        return kinds.join(u' ');
    }
    State stateOf(int step) { return steps()->list()->rowsModel()->rows().value(step).cells.value(1).state.value_or(State::NotTested); }
    /// What the mark in the list of pages says.
    State markOf(Page page)
    {
        WizardContext context;
        context.plan = plan();
        context.now = now();
        context.audit = audit();
        return wizard()->step(page)->mark(context).state;
    }
    QString markWords(Page page) { return wizard()->list()->item(page)->data(Qt::AccessibleDescriptionRole).toString(); }
    QString trouble() { return named<QLabel>("wizardObjections")->isHidden() ? QString() : named<QLabel>("wizardObjections")->text(); }
    QString howFar() { return named<FieldNote>("wizardHowFar")->text(); }

    std::unique_ptr<Studio> m_studio;
    qint64 m_ahead = 0; ///< seconds by which the wizard's clock is ahead
};

} // namespace mta
