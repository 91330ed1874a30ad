// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/auditrunner.h"

#include "audit/judge.h"
#include "store/sightingstore.h"
#include "survey/batch.h"
#include <QHash>
#include <QMap>
#include <condition_variable>
#include <mutex>

namespace mta
{

namespace
{
constexpr std::chrono::milliseconds deliveryInterval{50};
}

Result<std::shared_ptr<NetworkHandle>> NetworkSource::acquire(Origin origin, const Preferences &preferences)
{
    const std::lock_guard lock(m_mutex);
    Shared &shared = origin == Origin::Practice ? m_practice : m_live;
    if (auto handle = shared.handle.lock(); handle && shared.preferences == preferences)
        return handle;
    const NetworkFactory &make = origin == Origin::Practice ? m_environment.practice : m_environment.live;
    if (!make)
        return Error{ErrorCode::Unsupported, AuditRunner::tr("There is no network to audit with.")};
    auto made = make(preferences);
    if (made)
        shared = {*made, preferences};
    return made;
}

/// What the survey's threads leave and the delivery takes away.
struct AuditRunner::Mailbox {
    std::mutex mutex;
    std::condition_variable_any changed;
    QMap<int, DomainFacts> partial;
    QMap<int, DomainFacts> complete;
};

AuditRunner::AuditRunner(std::shared_ptr<NetworkSource> source, AuditJob job, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_job(std::move(job))
{
}

AuditRunner::~AuditRunner()
{
    m_stop.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void AuditRunner::start()
{
    m_thread = std::thread([this] { work(); });
}

void AuditRunner::cancel()
{
    m_stop.request_stop();
}

void AuditRunner::work()
{
    Mailbox mailbox;
    QString error;
    {
        // Judging has a thread of its own, so that it never holds up the survey.
        std::jthread delivery([this, &mailbox](std::stop_token done) { deliver(mailbox, done); });
        error = surveyInto(mailbox);
    }
    QMetaObject::invokeMethod(
        this, [this, error] { emit finished(error); }, Qt::QueuedConnection);
}

QString AuditRunner::surveyInto(Mailbox &mailbox)
{
    const auto handle = m_source->acquire(m_job.origin, m_job.preferences);
    if (!handle)
        return handle.error().text;
    BatchOptions options;
    const Preferences &preferences = m_job.preferences;
    const bool list = m_job.domains.size() > 1;
    options.conditions.toolVersion = QStringLiteral(MTA_VERSION);
    options.conditions.ipv4 = preferences.ipv4;
    options.conditions.ipv6 = preferences.ipv6;
    // The practice world lives on this machine's own addresses.
    options.conditions.allowPrivate = preferences.allowPrivate || m_job.origin == Origin::Practice;
    options.conditions.depth =
        list && preferences.depth == Depth::Standard && m_job.origin == Origin::Live ? Depth::Quick : preferences.depth;
    options.conditions.expiryDays = preferences.expiryDays;
    (*handle)->describe(options.conditions);
    options.operationTimeout = std::chrono::seconds(preferences.timeoutSeconds);

    QHash<QString, int> indexes;
    for (qsizetype i = 0; i < m_job.domains.size(); ++i)
        indexes.insert(m_job.domains[i].ascii, static_cast<int>(i));
    const auto complete = [this, &mailbox](int index, DomainFacts facts) {
        if (!m_job.historyFolder.isEmpty())
            SightingStore(m_job.historyFolder).carryOn(facts); // an aid: the audit stands without it
        const std::lock_guard lock(mailbox.mutex);
        mailbox.partial.remove(index);
        mailbox.complete.insert(index, facts);
        mailbox.changed.notify_all();
    };
    const auto progress = [&mailbox, &indexes](const DomainFacts &facts) {
        const std::lock_guard lock(mailbox.mutex);
        const int index = indexes.value(facts.domain.ascii, -1);
        if (index >= 0 && !mailbox.complete.contains(index))
            mailbox.partial.insert(index, facts);
        mailbox.changed.notify_all();
    };
    Context context;
    context.stop = m_stop.get_token();
    surveyAll(m_job.domains, options, (*handle)->network(), complete, progress, context);
    return {};
}

void AuditRunner::deliver(Mailbox &mailbox, std::stop_token done)
{
    bool last = false;
    while (!last) {
        QMap<int, DomainFacts> partial;
        QMap<int, DomainFacts> complete;
        {
            std::unique_lock lock(mailbox.mutex);
            mailbox.changed.wait(lock, done, [&mailbox] { return !mailbox.partial.isEmpty() || !mailbox.complete.isEmpty(); });
            last = done.stop_requested();
            partial.swap(mailbox.partial);
            complete.swap(mailbox.complete);
        }
        QList<AuditNews> batch;
        for (auto it = partial.cbegin(); !last && it != partial.cend(); ++it)
            batch.append({it.key(), false, judge(it.value(), it.value().observedAt)});
        for (auto it = complete.cbegin(); it != complete.cend(); ++it)
            batch.append({it.key(), true, judge(it.value(), it.value().observedAt)});
        if (!batch.isEmpty())
            QMetaObject::invokeMethod(
                this, [this, batch] { emit news(batch); }, Qt::QueuedConnection);
        std::unique_lock lock(mailbox.mutex);
        mailbox.changed.wait_for(lock, done, deliveryInterval, [] { return false; });
    }
}

} // namespace mta
