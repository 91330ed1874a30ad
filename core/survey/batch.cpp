// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "survey/batch.h"

#include "base/taskgroup.h"
#include "survey/sharedprober.h"
#include "survey/witnesses.h"

#include <algorithm>
#include <vector>

namespace mta
{

namespace
{

/// Hands out what is finished, in order of completion; keeps back what others of the run may still throw light on.
class Outlet
{
public:
    explicit Outlet(const std::function<void(int, const DomainFacts &)> &finished) : m_finished(finished) {}

    void add(int index, const DomainFacts &facts)
    {
        QMutexLocker lock(&m_mutex);
        m_witnesses.hear(facts);
        m_kept.push_back({index, facts});
        release(false);
    }
    void close()
    {
        QMutexLocker lock(&m_mutex);
        release(true);
    }

private:
    void release(bool all)
    {
        std::erase_if(m_kept, [&](Kept &kept) {
            if (!all && m_witnesses.isOpen(kept.facts))
                return false;
            m_witnesses.testify(kept.facts);
            m_finished(kept.index, kept.facts);
            return true;
        });
    }

    struct Kept {
        int index;
        DomainFacts facts;
    };
    const std::function<void(int, const DomainFacts &)> &m_finished;
    QMutex m_mutex;
    Witnesses m_witnesses;
    std::vector<Kept> m_kept;
};

} // namespace

void surveyAll(const QList<DomainName> &domains, const BatchOptions &options, const Network &network,
               const std::function<void(int index, const DomainFacts &facts)> &finished, const Progress &progress, const Context &context)
{
    SharedProber prober(network.smtpProber);
    const Network shared{network.resolver, network.policyFetcher, prober, network.testify};
    const int jobs = std::clamp(options.jobs, 1, 256);

    QThreadPool workers; // one thread for each domain at work, which mostly waits
    workers.setMaxThreadCount(std::min<int>(jobs, static_cast<int>(std::max<qsizetype>(domains.size(), 1))));
    QThreadPool operations; // one thread for each question, fetch or probe at work
    operations.setMaxThreadCount(std::clamp(jobs * 32, 64, 512));

    Outlet outlet(finished);
    {
        TaskGroup group(workers);
        for (int index = 0; index < domains.size(); ++index) {
            group.start([&, index] {
                if (context.cancelled())
                    return; // not begun: nothing is known
                outlet.add(index,
                           survey(domains.at(index), options.conditions, shared, options.operationTimeout, operations, progress, context));
            });
        }
    }
    outlet.close();
}

} // namespace mta
