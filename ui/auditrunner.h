// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "ui/environment.h"
#include <QObject>
#include <stop_token>
#include <thread>

namespace mta
{

/// Where the facts of a run come from.
enum class Origin { Live, Practice, File };

/// Hands one network to all runs that overlap, so that they share its politeness, and a fresh one to the next: a repeated audit asks anew.
class NetworkSource
{
public:
    explicit NetworkSource(Environment environment) : m_environment(std::move(environment)) {}
    /// Thread-safe; blocks while a network is being made.
    Result<std::shared_ptr<NetworkHandle>> acquire(Origin origin, const Preferences &preferences);

private:
    struct Shared {
        std::weak_ptr<NetworkHandle> handle;
        Preferences preferences;
    };
    Environment m_environment;
    std::mutex m_mutex;
    Shared m_live;
    Shared m_practice;
};

struct AuditJob {
    QList<DomainName> domains;
    Origin origin = Origin::Live;
    Preferences preferences;
    QString historyFolder; ///< empty: nothing is remembered
};

/// News of one domain of a run.
struct AuditNews {
    int index = 0;         ///< into AuditJob::domains
    bool complete = false; ///< else the facts known so far
    DomainAudit audit;
};

/// Surveys and judges in worker threads; the window hears of it at most every 50 ms. Destroying it stops and waits.
class AuditRunner : public QObject
{
    Q_OBJECT

public:
    AuditRunner(std::shared_ptr<NetworkSource> source, AuditJob job, QObject *parent = nullptr);
    ~AuditRunner() override;

    void start();
    void cancel();
    bool cancelled() const { return m_stop.stop_requested(); }
    const AuditJob &job() const { return m_job; }

signals:
    void news(const QList<mta::AuditNews> &news);
    /// The last signal. `error` is a sentence when the network could not be used at all, else empty.
    void finished(const QString &error);

private:
    struct Mailbox;
    void work();
    QString surveyInto(Mailbox &mailbox);
    void deliver(Mailbox &mailbox, std::stop_token done);

    std::shared_ptr<NetworkSource> m_source;
    AuditJob m_job;
    std::stop_source m_stop;
    std::thread m_thread;
};

} // namespace mta

Q_DECLARE_METATYPE(mta::AuditNews)
