// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "survey/survey.h"

#include "base/publicsuffix.h"
#include "base/taskgroup.h"
#include "dane/basedomain.h"
#include "dns/specialaddress.h"
#include "mtasts/stsrecord.h"
#include "survey/authorities.h"
#include "survey/followups.h"
#include "survey/subdomains.h"

#include <QElapsedTimer>
#include <QSet>
#include <algorithm>
#include <atomic>
#include <memory>

namespace mta
{

namespace
{

/// The longest way of an honest domain is three operations deep, and slow ones may have to wait for each other's connections. Beyond this
/// many, what is left is told as not tested.
constexpr int domainPatience = 6;

/// One domain under observation. Every answer starts the tasks that follow from it; nothing waits but the end.
class Observation
{
public:
    Observation(const Network &network, std::chrono::milliseconds operationTimeout, QThreadPool &pool, const Progress &progress,
                const Context &context)
        : m_network(network),
          m_timeout(operationTimeout),
          m_progress(progress),
          m_context(context.within(domainPatience * operationTimeout)),
          m_bench{network, operationTimeout, m_context, m_tasks, [this](const auto &changeFacts) { change(changeFacts); }},
          m_tasks(pool)
    {
    }

    DomainFacts run(const DomainName &domain, const Conditions &conditions);

private:
    using Place = std::function<Lookup &(DomainFacts &)>;
    using Then = std::function<void(const Lookup &)>;

    /// `then` begins with the first answer of use, `proven` when its DNSSEC status is known.
    void ask(const QString &name, RecordType type, Place place, Then then = {}, Then proven = {});
    void askAddresses(const QString &name, std::function<HostAddresses &(DomainFacts &)> place, Then then = {}, Then proven = {});
    void onSts(const Lookup &lookup);
    void onMx(const Lookup &lookup);
    void onTlsRpt(const Lookup &lookup);
    void askPolicyHost();
    void fetchPolicies(const Lookup &addresses);
    void probeHost(qsizetype index, const Lookup &addresses);
    void probeFurther(qsizetype index, const QString &name, const MxProbe &probe);
    void askTlsa(qsizetype index, const Lookup &addresses);
    void askMisplaced();
    void askParent();
    void askApex();
    void complete();

    /// Changes the facts and shows them to whoever watches.
    template<class Change>
    void change(Change change)
    {
        QMutexLocker lock(&m_mutex);
        change(m_facts);
        if (m_progress)
            m_progress(m_facts);
    }
    const Conditions &conditions() const { return m_facts.conditions; } // never changes while tasks run
    const QString &domain() const { return m_facts.domain.ascii; }
    Patience patience(qsizetype addresses) const;

    const Network &m_network;
    const std::chrono::milliseconds m_timeout;
    const Progress &m_progress;
    const Context m_context;
    QMutex m_mutex;
    DomainFacts m_facts;
    QSet<qsizetype> m_tlsaAsked; ///< hosts; guarded by the mutex
    std::atomic<bool> m_apexAsked = false;
    const Workbench m_bench; ///< for parts in files of their own
    TaskGroup m_tasks;       // last: its destructor waits for tasks that use the rest
};

/// What follows begins with the plain answer if that is of use, else with the validated one. Both in one task: validation seldom has to
/// hurry, since connections take more round trips.
void Observation::ask(const QString &name, RecordType type, Place place, Then then, Then proven)
{
    m_tasks.start([=, this] {
        const Context context = m_context.within(m_timeout);
        const auto lookup = [&](Resolver::Assurance assurance) { return m_network.resolver.lookup({name, type}, assurance, context); };
        const Lookup plain = lookup(Resolver::Assurance::Plain);
        const auto goOn = [&](const Then &next, const Lookup &known) {
            if (next && !m_context.cancelled())
                next(known);
        };
        const bool early = plain.asked() && !plain.failed();
        change([&](DomainFacts &facts) { place(facts) = plain; });
        if (early)
            goOn(then, plain);
        const Lookup known = joined(plain, lookup(Resolver::Assurance::Validated));
        change([&](DomainFacts &facts) { place(facts) = known; });
        if (!early)
            goOn(then, known);
        goOn(proven, known);
    });
}

void Observation::askAddresses(const QString &name, std::function<HostAddresses &(DomainFacts &)> place, Then then, Then proven)
{
    ask(
        name, RecordType::A, [place](DomainFacts &facts) -> Lookup & { return place(facts).a; }, then, proven);
    ask(
        name, RecordType::Aaaa, [place](DomainFacts &facts) -> Lookup & { return place(facts).aaaa; }, then, proven);
}

/// One silent address may use at most a third of the time while others of the same host wait for their turn at a sender.
Patience Observation::patience(qsizetype addresses) const
{
    return {m_timeout, addresses > 1 ? m_timeout / 3 : m_timeout};
}

void Observation::onSts(const Lookup &lookup)
{
    QList<QByteArray> values;
    for (const TxtRecord &record : txtRecords(lookup).records)
        values.append(record.joined());
    const auto state = selectStsRecord(values).state;
    // A sender fetches a policy only for a record it may use (RFC 8461 §3.1).
    if (conditions().depth == Depth::Quick && state == StsRecordSet::State::One)
        askPolicyHost();
    if (conditions().depth != Depth::Quick && state != StsRecordSet::State::One && !lookup.failed()) {
        askMisplaced();
        askParent();
    }
}

/// Where people put the record of MTA-STS and that of TLS-RPT by mistake; one question answers for both.
void Observation::askApex()
{
    if (!m_apexAsked.exchange(true))
        ask(domain(), RecordType::Txt, [](DomainFacts &facts) -> Lookup & { return facts.apexTxt; });
}

void Observation::askMisplaced()
{
    askApex();
    ask(QLatin1String("mta-sts.") + domain(), RecordType::Txt, [](DomainFacts &facts) -> Lookup & { return facts.policyHostTxt; });
    ask(QLatin1String("_mta_sts.") + domain(), RecordType::Txt, [](DomainFacts &facts) -> Lookup & { return facts.underscoreTxt; });
}

/// RFC 8461 §3.4: the policy of a domain does not hold for those below it, as people tend to think.
void Observation::askParent()
{
    const QString parent = registrableDomain(domain());
    if (!parent.isEmpty() && parent != domain())
        ask(QLatin1String("_mta-sts.") + parent, RecordType::Txt, [](DomainFacts &facts) -> Lookup & { return facts.parentSts; });
}

void Observation::askPolicyHost()
{
    askAddresses(
        QLatin1String("mta-sts.") + domain(), [](DomainFacts &facts) -> HostAddresses & { return facts.policyHost; },
        [this](const Lookup &addresses) { fetchPolicies(addresses); });
}

void Observation::fetchPolicies(const Lookup &addresses)
{
    const QList<AddressRecord> records = addressRecords(addresses).records.mid(0, maxAddressesPerHost);
    for (const AddressRecord &record : records) {
        if (!whyNotContacted(record.address, conditions()).isEmpty())
            continue; // complete() says why
        m_tasks.start([this, address = record.address, count = records.size()] {
            const PolicyFetch fetch =
                m_network.policyFetcher.fetch(QLatin1String("mta-sts.") + domain(), address, patience(count), m_context);
            change([&](DomainFacts &facts) { facts.fetches.append(fetch); });
        });
    }
}

void Observation::onMx(const Lookup &lookup)
{
    // Of a domain that does not exist only the servers of a whole top-level domain could tell.
    if (conditions().depth == Depth::Deep && lookup.status != AnswerStatus::NxDomain)
        askAuthorities(m_bench, domain(), conditions());
    const QList<MxHost> hosts = hostsToProbe(lookup);
    // RFC 5321 §5.1: without any MX record the domain itself is the host, if it has an address.
    const bool implicit = lookup.status == AnswerStatus::NoData;
    if (implicit) {
        askAddresses(
            domain(), [](DomainFacts &facts) -> HostAddresses & { return facts.domainAddresses; },
            [this](const Lookup &addresses) { probeHost(-1, addresses); }, [this](const Lookup &addresses) { askTlsa(-1, addresses); });
        return;
    }
    change([&](DomainFacts &facts) { facts.mxHosts = hosts; });
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        askAddresses(
            hosts.at(i).name, [i](DomainFacts &facts) -> HostAddresses & { return facts.mxHosts[i].addresses; },
            [this, i](const Lookup &addresses) { probeHost(i, addresses); }, [this, i](const Lookup &addresses) { askTlsa(i, addresses); });
    }
}

/// `index` -1 is the implicit MX, which comes into being with its first address.
void Observation::probeHost(qsizetype index, const Lookup &addresses)
{
    QList<AddressRecord> records = addressRecords(addresses).records;
    if (records.isEmpty())
        return;
    QString name = domain();
    {
        QMutexLocker lock(&m_mutex);
        if (index < 0) {
            if (m_facts.mxHosts.isEmpty())
                m_facts.mxHosts.append({domain(), 0, {}, {}});
            index = 0;
        }
        name = m_facts.mxHosts.at(index).name;
        records = records.mid(0, addressesToProbe(m_facts.mxHosts.size()));
    }
    for (const AddressRecord &record : records) {
        if (!whyNotContacted(record.address, conditions()).isEmpty())
            continue;
        m_tasks.start([this, index, name, address = record.address, count = records.size()] {
            const MxProbe probe = m_network.smtpProber.probe(name, address, {}, patience(count), m_context);
            change([&](DomainFacts &facts) { facts.mxHosts[index].probes.append(probe); });
            if (conditions().depth == Depth::Deep)
                m_tasks.start([this, index, name, probe] { probeFurther(index, name, probe); });
        });
    }
}

/// One connection after the other, so that the place of a second one is left to whoever needs it for a verdict; all of them together
/// take no longer than one probe may.
void Observation::probeFurther(qsizetype index, const QString &name, const MxProbe &probe)
{
    std::chrono::milliseconds spent{0};
    for (const TlsOffer &offer : offersAfter(probe)) {
        if (spent >= m_timeout || m_context.over())
            return;
        const ExtraProbe extra{offer,
                               m_network.smtpProber.probe(name, probe.address, offer, {m_timeout - spent, m_timeout - spent}, m_context)};
        spent += extra.probe.elapsed;
        change([&](DomainFacts &facts) { facts.mxHosts[index].extraProbes.append(extra); });
        if (!goesAlong(extra.probe))
            return;
    }
}

/// In a task of its own beside the probes, which take longer. `index` as in probeHost().
void Observation::askTlsa(qsizetype index, const Lookup &addresses)
{
    const QStringList bases = tlsaBases(index < 0 ? domain() : addresses.question.name, addresses, conditions().depth);
    if (bases.isEmpty())
        return;
    {
        QMutexLocker lock(&m_mutex);
        index = std::max<qsizetype>(index, 0);
        if (m_tlsaAsked.contains(index)) // both families lead to the same names
            return;
        m_tlsaAsked.insert(index);
    }
    m_tasks.start([this, index, bases] {
        for (const QString &base : bases) {
            const Context context = m_context.within(m_timeout);
            const Question question{tlsaQuestionName(base), RecordType::Tlsa};
            const Lookup plain = m_network.resolver.lookup(question, Resolver::Assurance::Plain, context);
            const Lookup known = joined(plain, m_network.resolver.lookup(question, Resolver::Assurance::Validated, context));
            change([&](DomainFacts &facts) { facts.mxHosts[index].tlsa.append(known); });
            // RFC 7672 §2.2.3: the first name with secure records decides; one that fails keeps the mail from being sent.
            if (known.failed() || !known.asked() || (known.security == Security::Secure && !tlsaRecords(known).records.isEmpty()))
                return;
        }
    });
}

void Observation::onTlsRpt(const Lookup &lookup)
{
    if (conditions().depth == Depth::Quick || lookup.failed())
        return;
    const QList<ReportDestination> destinations = reportDestinations(lookup);
    change([&](DomainFacts &facts) { facts.reportDestinations = destinations; });
    for (qsizetype i = 0; i < destinations.size(); ++i) {
        const QString host = destinations.at(i).host;
        if (destinations.at(i).mail)
            ask(host, RecordType::Mx, [i](DomainFacts &facts) -> Lookup & { return facts.reportDestinations[i].mx; });
        askAddresses(host, [i](DomainFacts &facts) -> HostAddresses & { return facts.reportDestinations[i].addresses; });
    }
    if (!destinations.isEmpty())
        return;
    ask(QLatin1String("_smtp-tlsrpt.") + domain(), RecordType::Txt, [](DomainFacts &facts) -> Lookup & { return facts.tlsRptMisplaced; });
    askApex();
}

/// Puts probes and fetches into the order of the addresses, and says of every address that was not contacted why.
void Observation::complete()
{
    m_facts.cancelled = m_context.cancelled();
    if (m_facts.mxHosts.size() == 1 && m_facts.mx.status == AnswerStatus::NoData)
        m_facts.mxHosts.first().addresses = m_facts.domainAddresses;
    for (MxHost &host : m_facts.mxHosts) {
        host.probes = inOrder(host.probes, host.addresses, m_facts.conditions, m_facts.cancelled);
        host.extraProbes = inOrder(host.extraProbes, host.addresses);
    }
    m_facts.fetches = inOrder(m_facts.fetches, m_facts.policyHost, m_facts.conditions, m_facts.cancelled);
    completeAuthorities(m_facts.authorities, m_facts.conditions, m_facts.cancelled);
}

DomainFacts Observation::run(const DomainName &domainName, const Conditions &conditionsOfRun)
{
    QElapsedTimer clock;
    clock.start();
    m_facts.domain = domainName;
    m_facts.conditions = conditionsOfRun;
    m_facts.observedAt = QDateTime::currentDateTimeUtc();

    // The MX path is the longest, so it is asked first.
    ask(
        domain(), RecordType::Mx, [](DomainFacts &facts) -> Lookup & { return facts.mx; }, [this](const Lookup &lookup) { onMx(lookup); });
    ask(
        QLatin1String("_mta-sts.") + domain(), RecordType::Txt, [](DomainFacts &facts) -> Lookup & { return facts.sts; },
        [this](const Lookup &lookup) { onSts(lookup); });
    ask(
        QLatin1String("_smtp._tls.") + domain(), RecordType::Txt, [](DomainFacts &facts) -> Lookup & { return facts.tlsRpt; },
        [this](const Lookup &lookup) { onTlsRpt(lookup); });
    if (conditions().depth != Depth::Quick)
        askPolicyHost();
    m_network.resolver.prepare();
    m_tasks.wait();
    if (conditions().depth == Depth::Deep && !m_context.cancelled()) {
        askSubdomains(m_bench, DomainFacts(m_facts)); // what everything else has named
        m_tasks.wait();
    }
    complete();
    m_facts.elapsed = std::chrono::milliseconds(clock.elapsed());
    if (m_network.testify)
        m_network.testify(m_facts);
    return m_facts;
}

} // namespace

DomainFacts survey(const DomainName &domain, const Conditions &conditions, const Network &network,
                   std::chrono::milliseconds operationTimeout, QThreadPool &pool, const Progress &progress, const Context &context)
{
    return Observation(network, operationTimeout, pool, progress, context).run(domain, conditions);
}

} // namespace mta
