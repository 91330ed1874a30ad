// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// This machine fails: the first, the second, the third ... allocation of OpenSSL, call for a socket, or write to a file. Nothing may crash
// or leak, and what could not be done is "not tested" or an error: never good, and never the domain's fault.

#include "audit/judge.h"
#include "audit/outcome.h"
#include "dane/match.h"
#include "fakes/factsbuilder.h"
#include "fakes/testca.h"
#include "net/dnstransport.h"
#include "net/policyfetcher.h"
#include "net/starttlsprober.h"
#include "store/evidence.h"
#include "systemcalls/scriptedserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <functional>
#include <limits>
#include <openssl/crypto.h>

using namespace mta;
using fakes::Call;
using fakes::Misfortune;

namespace
{

// OpenSSL's memory: every allocation is counted, and one of this thread may fail. It is the program's own functions that are called, for
// more than there is.
std::atomic<qint64> blocks = 0;
CRYPTO_malloc_fn programAllocates = nullptr;
CRYPTO_realloc_fn programReallocates = nullptr;
CRYPTO_free_fn programReleases = nullptr;
constexpr size_t tooMuch = std::numeric_limits<size_t>::max() / 4;
thread_local int allocationsLeft = -1; // until one fails; -1: none does

bool allocationFails()
{
    return allocationsLeft >= 0 && !fakes::Spared::now() && allocationsLeft-- == 0;
}

void *allocate(size_t size, const char *file, int line)
{
    void *block = programAllocates(size > 0 && allocationFails() ? tooMuch : size, file, line);
    blocks += block ? 1 : 0;
    return block;
}

void *reallocate(void *block, size_t size, const char *file, int line)
{
    if (!block)
        return allocate(size, file, line);
    blocks -= size > 0 ? 0 : 1;
    return programReallocates(block, size > 0 && allocationFails() ? tooMuch : size, file, line);
}

void release(void *block, const char *file, int line)
{
    blocks -= block ? 1 : 0;
    programReleases(block, file, line);
}

/// Whether there were as many allocations as that.
bool withAllocationFailing(int nth, const std::function<void()> &piece)
{
    allocationsLeft = nth - 1;
    piece();
    return std::exchange(allocationsLeft, -1) < 0;
}

/// Without what OpenSSL keeps of errors, and for random numbers, for each thread.
qint64 settledBlocks()
{
    OPENSSL_thread_stop();
    return blocks;
}

struct Trouble {
    const char *name;
    std::initializer_list<Call> calls;
    int error;
    bool harmless; ///< the system only asks for patience
};

const Trouble troubles[] = {
    {"no descriptor for a socket", {Call::Socket}, EMFILE, false},
    {"no memory for a socket", {Call::Socket}, ENOMEM, false},
    {"no descriptor for a pipe", {Call::Pipe}, EMFILE, true},
    {"no options", {Call::Option}, ENOBUFS, true},
    {"no port is left", {Call::Connect}, EADDRNOTAVAIL, false},
    {"not allowed to connect", {Call::Connect}, EPERM, false},
    {"poll is interrupted", {Call::Poll}, EINTR, true},
    {"poll has no memory", {Call::Poll}, ENOMEM, false},
    {"receiving is interrupted", {Call::Receive}, EINTR, true},
    {"nothing to receive after all", {Call::Receive}, EAGAIN, true},
    {"half of it is received", {Call::Receive}, Misfortune::Halfway, true},
    {"receiving has no memory", {Call::Receive}, ENOMEM, false},
    {"sending is interrupted", {Call::Send}, EINTR, true},
    {"the buffer is full", {Call::Send}, EAGAIN, true},
    {"half of it is sent", {Call::Send}, Misfortune::Halfway, true},
    {"sending has no memory", {Call::Send}, ENOBUFS, false},
    {"the network is down", {Call::Send}, ENETDOWN, false},
};

} // namespace

Q_DECLARE_METATYPE(const Trouble *)

class tst_Failures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void probeWithoutMemory();
    void fetchWithoutMemory();
    void certificatesWithoutMemory();
    void judgeWithoutMemory();
    void evidenceWithoutMemory();
    void probe_data() { addTroubles(); }
    void probe();
    void fetch_data() { addTroubles(); }
    void fetch();
    void lookup_data() { addTroubles(); }
    void lookup();
    void save_data();
    void save();
    void load_data();
    void load();

private:
    void addTroubles();
    MxProbe probed() const;
    PolicyFetch fetched() const;
    void checkProbe(const MxProbe &probe, bool harmless) const;
    void checkFetch(const PolicyFetch &fetch, bool harmless) const;
    void withoutMemory(const std::function<void()> &piece) const;

    const DomainFacts m_facts = goodFacts();
    const QString m_mx = m_facts.mxHosts.first().name;
    const QString m_policyHost = QStringLiteral("mta-sts.") + m_facts.domain.ascii;
    std::shared_ptr<const TlsClient> m_tls;
    std::shared_ptr<SSL_CTX> m_server;
    QHash<QByteArray, Certificate> m_certificates; ///< as they are read when nothing fails
};

void tst_Failures::initTestCase()
{
    fakes::CertificateSpec root{.commonName = QStringLiteral("Failing Root"),
                                .notBefore = observedThen().addYears(-5),
                                .notAfter = observedThen().addYears(5),
                                .authority = true};
    const fakes::Identity authority = fakes::selfSigned(root);
    const fakes::Identity server = fakes::issue({.commonName = m_mx,
                                                 .dnsNames = {m_mx, m_policyHost},
                                                 .notBefore = observedThen().addDays(-30),
                                                 .notAfter = observedThen().addDays(60)},
                                                authority);
    m_tls = std::make_shared<TlsClient>(TrustStore::fromCertificates({authority.certificate()}));
    m_server.reset(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_use_certificate(m_server.get(), server.x509.get());
    SSL_CTX_use_PrivateKey(m_server.get(), server.key.get());
    for (const Certificate &certificate : {server.certificate(), authority.certificate()})
        m_certificates.insert(certificate.der, certificate);
    // What OpenSSL fetches once and keeps is there from here on.
    checkProbe(probed(), true);
    checkFetch(fetched(), true);
}

void tst_Failures::addTroubles()
{
    QTest::addColumn<const Trouble *>("trouble");
    for (const Trouble &trouble : troubles)
        QTest::newRow(trouble.name) << &trouble;
}

MxProbe tst_Failures::probed() const
{
    fakes::ScriptedServer server({.said = {"220 mx1.good.example\r\n", "250-mx1.good.example\r\n250 STARTTLS\r\n", "220 go\r\n",
                                           "250 mx1.good.example\r\n", "221 bye\r\n"},
                                  .greets = true,
                                  .tls = m_server.get()});
    StartTlsProber prober(m_tls, {25, std::nullopt, "probe.example"});
    const fakes::Diverted diverted(server);
    std::stop_source stop; // as in every audit: there is somebody who may stop it
    return prober.probe(m_mx, QHostAddress(QStringLiteral("192.0.2.1")), {}, {std::chrono::seconds(2), std::chrono::seconds(2)},
                        {QDeadlineTimer(QDeadlineTimer::Forever), stop.get_token()});
}

PolicyFetch tst_Failures::fetched() const
{
    const QByteArray body = policyText("enforce");
    fakes::ScriptedServer server(
        {.said = {"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body},
         .greets = false,
         .tls = m_server.get()});
    HttpsPolicyFetcher fetcher(m_tls, {443, std::nullopt});
    const fakes::Diverted diverted(server);
    std::stop_source stop;
    return fetcher.fetch(m_policyHost, QHostAddress(QStringLiteral("192.0.2.1")), {std::chrono::seconds(2), std::chrono::seconds(2)},
                         {QDeadlineTimer(QDeadlineTimer::Forever), stop.get_token()});
}

/// Good when nothing was wrong, and otherwise good or not tested; certificates as they are, or not at all.
void tst_Failures::checkProbe(const MxProbe &probe, bool harmless) const
{
    MxProbe timeless = probe; // most failures end alike: each is judged once
    timeless.transcript.clear();
    timeless.connectTime = timeless.slowestStage = timeless.elapsed = timeless.tls.elapsed = {};
    static QList<MxProbe> known[2];
    if (known[harmless].contains(timeless))
        return;
    known[harmless].append(timeless);
    DomainFacts facts = m_facts;
    for (MxProbe &each : facts.mxHosts.first().probes)
        each = probe;
    const DomainAudit audit = judge(facts, facts.observedAt);
    const QString result = audit.mx.first().addresses.first().result;
    const QByteArray about = result.toUtf8() + ' ' + audit.mx.first().addresses.first().reason.toUtf8() + ' ' + probe.detail.toUtf8();
    QVERIFY2(isOk(result) || (isUntested(result) && !harmless), about.constData());
    for (const Finding &finding : audit.findings)
        QVERIFY2(finding.severity == Severity::Note || finding.ruleId == QLatin1String("mx-untestable"), qPrintable(finding.ruleId));
    if (!isOk(result))
        return;
    QVERIFY(probe.tls.established && probe.tls.verdict.trust == Trust::Trusted);
    for (const Certificate &certificate : probe.tls.chain)
        QCOMPARE(certificate.dnsNames, m_certificates.value(certificate.der).dnsNames);
}

void tst_Failures::checkFetch(const PolicyFetch &fetch, bool harmless) const
{
    PolicyFetch timeless = fetch;
    timeless.elapsed = timeless.tls.elapsed = {};
    static QList<PolicyFetch> known[2];
    if (known[harmless].contains(timeless))
        return;
    known[harmless].append(timeless);
    DomainFacts facts = m_facts;
    for (PolicyFetch &each : facts.fetches)
        each = fetch;
    const DomainAudit audit = judge(facts, facts.observedAt);
    const QByteArray about = stsStatusName(audit.stsStatus).toUtf8() + ' ' + fetch.detail.toUtf8();
    QVERIFY2(audit.stsStatus == StsStatus::Enforce || (audit.stsStatus == StsStatus::Undetermined && !harmless), about.constData());
    for (const Finding &finding : audit.findings)
        QVERIFY2(finding.severity == Severity::Note, qPrintable(finding.ruleId));
}

void tst_Failures::withoutMemory(const std::function<void()> &piece) const
{
    constexpr int endless = 100000;
    piece();
    int nth = 0;
    for (bool failed = true; failed && nth < endless;) {
        ++nth;
        const qint64 before = settledBlocks();
        failed = withAllocationFailing(nth, piece);
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(QStringLiteral("allocation %1").arg(nth)));
        // What OpenSSL keeps for the next time it keeps once.
        if (const qint64 after = settledBlocks(); after > before) {
            withAllocationFailing(nth, piece);
            QVERIFY2(settledBlocks() <= after, qPrintable(QStringLiteral("allocation %1 leaks").arg(nth)));
        }
    }
    QVERIFY2(nth > 2 && nth < endless, "either it uses no memory of OpenSSL, or it never ends");
}

void tst_Failures::probeWithoutMemory()
{
    withoutMemory([this] { checkProbe(probed(), false); });
}

void tst_Failures::fetchWithoutMemory()
{
    withoutMemory([this] { checkFetch(fetched(), false); });
}

/// Read and verified as they are, or said not to have been.
void tst_Failures::certificatesWithoutMemory()
{
    const QList<Certificate> known = m_certificates.values();
    withoutMemory([&] {
        QList<Certificate> chain;
        for (const Certificate &good : known) {
            const Certificate read = parseCertificate(good.der);
            QVERIFY(read.valid != read.unread);
            if (read.valid) {
                QCOMPARE(read.dnsNames, good.dnsNames);
                QCOMPARE(read.subject, good.subject);
                QCOMPARE(read.issuer, good.issuer);
                QCOMPARE(read.keyType, good.keyType);
                QCOMPARE(read.keyBits, good.keyBits);
                QCOMPARE(read.notAfter, good.notAfter);
                QCOMPARE(read.spkiSha256, good.spkiSha256);
                QCOMPARE(read.authority, good.authority);
            }
            chain.append(read);
        }
        std::sort(chain.begin(), chain.end(), [](const Certificate &a, const Certificate &b) { return a.authority < b.authority; });
        const TrustStore store = m_tls->trustStore();
        const ChainVerdict verdict = verifyChain({chain.first()}, store);
        QVERIFY2(verdict.trust == Trust::Trusted || verdict.trust == Trust::Unknown, qPrintable(verdict.detail));
    });
}

/// All of it or none: no rule speaks where the judge could not look.
void tst_Failures::judgeWithoutMemory()
{
    DomainFacts facts = m_facts; // of one address, for there are many allocations
    facts.mxHosts = {facts.mxHosts.first()};
    facts.mxHosts.first().addresses = addressesOf(m_mx, {facts.mxHosts.first().probes.first().address.toString()}, {});
    facts.mxHosts.first().probes = {facts.mxHosts.first().probes.first()};
    facts.fetches = {facts.fetches.first()};
    setTlsa(facts, [](const Certificate &certificate) { return QList<TlsaRecord>{keyRecord(certificate)}; });
    const DomainAudit good = judge(facts, facts.observedAt);
    withoutMemory([&] {
        const DomainAudit audit = judge(facts, facts.observedAt);
        if (audit.verdict == DomainVerdict::Undetermined) {
            QVERIFY(audit.findings.isEmpty());
            return;
        }
        QCOMPARE(audit.verdict, good.verdict);
        QCOMPARE(audit.findings, good.findings);
        QCOMPARE(audit.mx, good.mx);
    });
}

void tst_Failures::evidenceWithoutMemory()
{
    const QByteArray evidence = toEvidence({m_facts});
    withoutMemory([&] {
        const Result<QList<DomainFacts>> read = fromEvidence(evidence);
        if (read)
            QCOMPARE(read->first().mxHosts.first().probes.first().tls.chain.first().dnsNames, QStringList{m_mx});
        else
            QVERIFY(!read.error().text.isEmpty());
    });
}

void tst_Failures::probe()
{
    QFETCH(const Trouble *, trouble);
    for (int nth = 1;; ++nth) {
        MxProbe seen;
        bool struck = false;
        {
            const Misfortune misfortune(trouble->calls, nth, trouble->error);
            seen = probed();
            struck = misfortune.struck();
        }
        checkProbe(seen, !struck || trouble->harmless);
        if (!struck || QTest::currentTestFailed())
            return;
    }
}

void tst_Failures::fetch()
{
    QFETCH(const Trouble *, trouble);
    for (int nth = 1;; ++nth) {
        PolicyFetch seen;
        bool struck = false;
        {
            const Misfortune misfortune(trouble->calls, nth, trouble->error);
            seen = fetched();
            struck = misfortune.struck();
        }
        checkFetch(seen, !struck || trouble->harmless);
        if (!struck || QTest::currentTestFailed())
            return;
    }
}

namespace
{

/// A name server that says what it was asked, without an answer.
class Echo : public fakes::FarEnd
{
public:
    void hear(const QByteArray &octets) override
    {
        m_answer = octets;
        if (m_answer.size() > 3)
            m_answer[2] = static_cast<char>(m_answer.at(2) | 0x80); // RFC 1035 §4.1.1: a response
    }
    bool isReadable() const override { return !m_answer.isEmpty(); }
    QByteArray say(qsizetype most) override { return std::exchange(m_answer, {}).left(most); }

private:
    QByteArray m_answer;
};

} // namespace

void tst_Failures::lookup()
{
    QFETCH(const Trouble *, trouble);
    // No system cuts datagrams; and where a second one is sent, this far end does not know which of the two sockets is to hear it.
    const bool unfit = trouble->error == Misfortune::Halfway || trouble->error == EAGAIN;
    for (int nth = 1; !unfit; ++nth) {
        Echo server;
        Lookup seen;
        bool struck = false;
        {
            const fakes::Diverted diverted(server);
            const Misfortune misfortune(trouble->calls, nth, trouble->error);
            const Context context{QDeadlineTimer(std::chrono::milliseconds(1500)), {}};
            seen = askForLookup({{QHostAddress(QStringLiteral("192.0.2.53")), 53}}, {QStringLiteral("good.example"), RecordType::Mx},
                                Asked::Resolver, context);
            struck = misfortune.struck();
        }
        QVERIFY(seen.status == AnswerStatus::NoData || (struck && seen.failed() && !trouble->harmless));
        if (!struck)
            return;
    }
}

void tst_Failures::save_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("harmless");
    const auto row = [](const char *name, Call call, int error, bool harmless = false) {
        QTest::newRow(name) << static_cast<int>(call) << error << harmless;
    };
    row("no descriptor", Call::Open, EMFILE);
    row("a read-only disk", Call::Open, EROFS);
    row("a full disk", Call::Write, ENOSPC);
    row("a broken disk", Call::Write, EIO);
    row("writing is interrupted", Call::Write, EINTR, true);
    row("half of it is written", Call::Write, Misfortune::Halfway, true);
    row("a disk that breaks at the end", Call::Sync, EIO);
    row("no new name", Call::Rename, EACCES);
}

/// The old file or the new one, and never less.
void tst_Failures::save()
{
    QFETCH(int, call);
    QFETCH(int, error);
    QFETCH(bool, harmless);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("saved.json"));
    DomainFacts older = m_facts;
    older.elapsed += std::chrono::milliseconds(1);
    int failures = 0;
    for (int nth = 1;; ++nth) {
        QVERIFY(saveEvidence(path, {older}));
        bool struck = false;
        Result<bool> saved(false);
        {
            const Misfortune misfortune({static_cast<Call>(call)}, nth, error);
            saved = saveEvidence(path, {m_facts});
            struck = misfortune.struck();
        }
        QVERIFY(saved || (struck && !harmless && !saved.error().text.isEmpty()));
        failures += saved ? 0 : 1;
        const auto there = loadEvidence(path);
        QVERIFY(there);
        QCOMPARE(there->first(), saved ? m_facts : older);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("saved.json")});
        if (!struck)
            break;
    }
    QVERIFY(harmless || failures > 0);
}

void tst_Failures::load_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("harmless");
    QTest::newRow("no descriptor") << static_cast<int>(Call::Open) << EMFILE << false;
    QTest::newRow("a broken disk") << static_cast<int>(Call::Read) << EIO << false;
    QTest::newRow("reading is interrupted") << static_cast<int>(Call::Read) << EINTR << true;
    QTest::newRow("half of it is read") << static_cast<int>(Call::Read) << static_cast<int>(Misfortune::Halfway) << true;
}

void tst_Failures::load()
{
    QFETCH(int, call);
    QFETCH(int, error);
    QFETCH(bool, harmless);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("saved.json"));
    QVERIFY(saveEvidence(path, {m_facts}));
    for (int nth = 1;; ++nth) {
        bool struck = false;
        Result<QList<DomainFacts>> loaded(QList<DomainFacts>{});
        {
            const Misfortune misfortune({static_cast<Call>(call)}, nth, error);
            loaded = loadEvidence(path);
            struck = misfortune.struck();
        }
        QVERIFY(loaded || (struck && !harmless && !loaded.error().text.isEmpty()));
        if (loaded)
            QCOMPARE(loaded->first(), m_facts);
        if (!struck)
            return;
    }
}

/// Under AddressSanitizer too, too much is refused rather than the end.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "allocator_may_return_null=1";
}

int main(int argc, char **argv)
{
    CRYPTO_get_mem_functions(&programAllocates, &programReallocates, &programReleases);
    if (CRYPTO_set_mem_functions(allocate, reallocate, release) != 1)
        qFatal("OpenSSL has its memory already");
    tst_Failures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_failures.moc"
