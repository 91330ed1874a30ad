// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/testca.h"
#include "x509/tlssession.h"
#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace mta;
using fakes::Identity;
using fakes::KeyKind;

Q_DECLARE_METATYPE(QList<mta::Certificate>)

namespace
{

const QString host = QStringLiteral("mail.example.com");

QList<Certificate> chainOf(const QList<Identity> &identities)
{
    QList<Certificate> result;
    for (const Identity &identity : identities)
        result.append(identity.certificate());
    return result;
}

} // namespace

class TestChain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void judgesChains_data();
    void judgesChains();
    void pathEndsAtTheRoot();
    void datesDoNotMatter();
    void roots_data();
    void roots();
    void readsRootsFromAFile();
    void limitsTheFileOfRoots();
    void systemStoreIsLazyAndHonoursItsFolder();
    void oneStoreServesManyThreads();
    void stapledStatus_data();
    void stapledStatus();
    void versionNames();

private:
    Identity m_root;
    Identity m_other;
    Identity m_intermediate;
    Identity m_leaf;
};

void TestChain::initTestCase()
{
    m_root = fakes::rootAuthority(QStringLiteral("Test Root"));
    m_other = fakes::rootAuthority(QStringLiteral("Stranger Root"));
    m_intermediate = fakes::intermediateAuthority(QStringLiteral("Test Intermediate"), m_root);
}

void TestChain::judgesChains_data()
{
    QTest::addColumn<QList<Certificate>>("sent");
    QTest::addColumn<Trust>("trust");
    const auto leaf = fakes::serverIdentity(host, m_intermediate);
    const auto direct = fakes::serverIdentity(host, m_root);
    const auto row = [](const char *name, const QList<Identity> &sent, Trust trust) { QTest::newRow(name) << chainOf(sent) << trust; };

    QTest::newRow("no chain") << QList<Certificate>() << Trust::Unknown;
    QTest::newRow("a leaf that cannot be parsed") << QList<Certificate>{parseCertificate("x")} << Trust::Invalid;
    row("leaf and intermediate", {leaf, m_intermediate}, Trust::Trusted);
    row("leaf, intermediate and root", {leaf, m_intermediate, m_root}, Trust::Trusted);
    row("signed by the root itself", {direct}, Trust::Trusted);
    row("in the wrong order", {leaf, m_root, m_intermediate}, Trust::Trusted);
    row("with a stranger in between", {leaf, m_other, m_intermediate}, Trust::Trusted);
    QTest::newRow("with rubbish in between") << QList<Certificate>{leaf.certificate(), parseCertificate("x"), m_intermediate.certificate()}
                                             << Trust::Trusted;
    row("without the intermediate", {leaf}, Trust::IncompleteChain);
    row("root instead of the intermediate", {leaf, m_root}, Trust::IncompleteChain);
    row("the trusted root itself as a server", {m_root}, Trust::Invalid);

    const auto plain = fakes::intermediateAuthority(QStringLiteral("Test CA 2"), m_root);
    row("without an intermediate of any name", {fakes::serverIdentity(host, plain)}, Trust::IncompleteChain);
    const auto second = fakes::intermediateAuthority(QStringLiteral("Second"), m_intermediate);
    row("without the upper of two intermediates", {fakes::serverIdentity(host, second), second}, Trust::IncompleteChain);

    const auto selfSigned = fakes::selfSigned({.commonName = host, .dnsNames = {host}, .extensions = {}});
    row("self-signed", {selfSigned}, Trust::SelfSigned);
    row("self-signed with others behind it", {selfSigned, m_intermediate, m_root}, Trust::SelfSigned);
    row("self-signed for another purpose",
        {fakes::selfSigned({.commonName = host, .dnsNames = {host}, .extensions = {{"extendedKeyUsage", "clientAuth"}}})},
        Trust::SelfSigned);

    const auto foreign = fakes::intermediateAuthority(QStringLiteral("Stranger Services"), m_other);
    row("an unknown root, sent", {fakes::serverIdentity(host, m_other), m_other}, Trust::UntrustedRoot);
    row("an unknown root, not sent", {fakes::serverIdentity(host, foreign), foreign}, Trust::UntrustedRoot);
    row("an unknown root that signed the leaf, not sent", {fakes::serverIdentity(host, m_other)}, Trust::UntrustedRoot);

    const auto impostor = fakes::rootAuthority(QStringLiteral("Test Root")); // the name of ours, another key
    row("a root of the same name with another key", {fakes::serverIdentity(host, impostor), impostor}, Trust::UntrustedRoot);

    row("for clients only",
        {fakes::issue({.commonName = host, .dnsNames = {host}, .extensions = {{"extendedKeyUsage", "clientAuth"}}}, m_root)},
        Trust::Invalid);
    row("signed by a server's certificate", {fakes::serverIdentity(host, direct), direct}, Trust::Invalid);
    const auto constrained = fakes::issue({.commonName = QStringLiteral("Constrained"),
                                           .dnsNames = {},
                                           .authority = true,
                                           .extensions = {{"nameConstraints", "critical,permitted;DNS:example.org"}}},
                                          m_root);
    row("outside the name constraints", {fakes::serverIdentity(host, constrained), constrained}, Trust::Invalid);
    row("inside the name constraints", {fakes::serverIdentity(QStringLiteral("mail.example.org"), constrained), constrained},
        Trust::Trusted);
    const auto shallow = fakes::issue(
        {.commonName = QStringLiteral("Shallow"), .dnsNames = {}, .authority = true, .pathLength = 0, .extensions = {}}, m_root);
    const auto below = fakes::intermediateAuthority(QStringLiteral("Below"), shallow);
    row("longer than the path length allows", {fakes::serverIdentity(host, below), below, shallow}, Trust::Invalid);

    QByteArray tampered = direct.der();
    tampered[tampered.size() - 3] = static_cast<char>(tampered.at(tampered.size() - 3) ^ 1);
    QTest::newRow("a broken signature") << QList<Certificate>{parseCertificate(tampered)} << Trust::Invalid;

    row("a weak key is judged elsewhere",
        {fakes::issue({.commonName = host, .dnsNames = {host}, .key = KeyKind::Rsa1024, .extensions = {}}, m_root)}, Trust::Trusted);
    row("SHA-1 is judged elsewhere", {fakes::issue({.commonName = host, .dnsNames = {host}, .digest = "SHA1", .extensions = {}}, m_root)},
        Trust::Trusted);
    row("only a CN is judged elsewhere", {fakes::issue({.commonName = host, .dnsNames = {}, .extensions = {}}, m_root)}, Trust::Trusted);
}

void TestChain::judgesChains()
{
    QFETCH(QList<Certificate>, sent);
    const ChainVerdict verdict = verifyChain(sent, TrustStore::fromCertificates({m_root.certificate()}));
    QFETCH(Trust, trust);
    QVERIFY2(verdict.trust == trust, qPrintable(QStringLiteral("%1: %2").arg(static_cast<int>(verdict.trust)).arg(verdict.detail)));
    QCOMPARE(verdict.detail.isEmpty(), trust == Trust::Trusted || trust == Trust::Unknown);
}

void TestChain::pathEndsAtTheRoot()
{
    const auto leaf = fakes::serverIdentity(host, m_intermediate);
    const auto store = TrustStore::fromCertificates({m_root.certificate()});
    const ChainVerdict verdict = verifyChain(chainOf({leaf, m_other, m_intermediate}), store);
    QCOMPARE(verdict.path, chainOf({leaf, m_intermediate, m_root}));
    QCOMPARE(verdict.path.last().subject, QStringLiteral("CN=Test Root"));

    const ChainVerdict incomplete = verifyChain(chainOf({leaf}), store);
    QCOMPARE(incomplete.path, chainOf({leaf}));
    QVERIFY2(incomplete.detail.contains(QLatin1String("CN=Test Intermediate")), qPrintable(incomplete.detail));
}

void TestChain::datesDoNotMatter()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto store = TrustStore::fromCertificates({m_root.certificate()});
    const auto expired = fakes::issue(
        {.commonName = host, .dnsNames = {host}, .notBefore = now.addDays(-90), .notAfter = now.addDays(-1), .extensions = {}}, m_root);
    const auto early = fakes::issue(
        {.commonName = host, .dnsNames = {host}, .notBefore = now.addDays(1), .notAfter = now.addDays(90), .extensions = {}}, m_root);
    QCOMPARE(verifyChain(chainOf({expired}), store).trust, Trust::Trusted);
    QCOMPARE(verifyChain(chainOf({early}), store).trust, Trust::Trusted);
}

void TestChain::roots_data()
{
    QTest::addColumn<QList<Certificate>>("roots");
    QTest::addColumn<QList<Certificate>>("sent");
    QTest::addColumn<Trust>("trust");
    const auto leaf = fakes::serverIdentity(host, m_intermediate);
    const auto selfSigned = fakes::selfSigned({.commonName = host, .dnsNames = {host}, .extensions = {}});
    QTest::newRow("no roots at all") << QList<Certificate>() << chainOf({leaf, m_intermediate, m_root}) << Trust::UntrustedRoot;
    QTest::newRow("a self-signed leaf that is an anchor") << chainOf({selfSigned}) << chainOf({selfSigned}) << Trust::Trusted;
    // An intermediate in the store does not end the path: only roots are anchors.
    QTest::newRow("only the intermediate as an anchor")
        << chainOf({m_intermediate}) << chainOf({leaf, m_intermediate}) << Trust::UntrustedRoot;
    QTest::newRow("the intermediate in the store helps") << chainOf({m_intermediate, m_root}) << chainOf({leaf}) << Trust::Trusted;
    QTest::newRow("several roots") << chainOf({m_other, m_root}) << chainOf({leaf, m_intermediate}) << Trust::Trusted;
}

void TestChain::roots()
{
    QFETCH(QList<Certificate>, roots);
    QFETCH(QList<Certificate>, sent);
    const auto store = TrustStore::fromCertificates(roots);
    QCOMPARE(store.isEmpty(), roots.isEmpty());
    const ChainVerdict verdict = verifyChain(sent, store);
    QFETCH(Trust, trust);
    QVERIFY2(verdict.trust == trust, qPrintable(verdict.detail));
}

void TestChain::readsRootsFromAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("roots.pem"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_other.certificatePem() + m_root.certificatePem());
    file.close();
    const auto store = TrustStore::fromFile(path);
    QVERIFY(store);
    QCOMPARE(store->description(), path);
    QCOMPARE(verifyChain(chainOf({fakes::serverIdentity(host, m_root)}), *store).trust, Trust::Trusted);

    const auto missing = TrustStore::fromFile(folder.filePath(QStringLiteral("none.pem")));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::Io);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("not a certificate");
    file.close();
    const auto wrong = TrustStore::fromFile(path);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::InvalidInput);
    QVERIFY(wrong.error().text.contains(path));
}

void TestChain::limitsTheFileOfRoots()
{
    QTemporaryDir folder;
    constexpr qsizetype most = 16 * 1024 * 1024;
    const QByteArray root = m_root.certificatePem();
    for (const qsizetype size : {most, most + 1}) {
        QFile file(folder.filePath(QStringLiteral("roots.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(size - root.size(), '\n') + root) == size);
        file.close();
        const auto store = TrustStore::fromFile(file.fileName());
        QCOMPARE(bool(store), size == most);
        if (!store)
            QVERIFY2(store.error().text.contains(QStringLiteral("larger than 16 MiB")), qPrintable(store.error().text));
    }
}

void TestChain::systemStoreIsLazyAndHonoursItsFolder()
{
    QTemporaryDir folder;
    const auto hash = X509_NAME_hash_ex(X509_get_subject_name(m_root.x509.get()), nullptr, nullptr, nullptr);
    QFile link(folder.filePath(QStringLiteral("%1.0").arg(hash, 8, 16, QLatin1Char('0'))));
    QVERIFY(link.open(QIODevice::WriteOnly));
    link.close();
    qputenv("SSL_CERT_DIR", folder.path().toLocal8Bit());
    const auto store = TrustStore::system();
    QCOMPARE(store.description(), QStringLiteral("system"));
    QVERIFY(!store.isEmpty());
    // Written only now: nothing may have been read before.
    QVERIFY(link.open(QIODevice::WriteOnly));
    link.write(m_root.certificatePem());
    link.close();
    QCOMPARE(verifyChain(chainOf({fakes::serverIdentity(host, m_root)}), store).trust, Trust::Trusted);
    qunsetenv("SSL_CERT_DIR");
    QCOMPARE(verifyChain(chainOf({fakes::serverIdentity(host, m_root)}), TrustStore::system()).trust, Trust::UntrustedRoot);
}

void TestChain::oneStoreServesManyThreads()
{
    const auto store = TrustStore::fromCertificates({m_root.certificate()});
    const auto sent = chainOf({fakes::serverIdentity(host, m_intermediate), m_intermediate});
    std::atomic<int> trusted = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int round = 0; round < 20; ++round)
                    trusted += verifyChain(sent, store).trust == Trust::Trusted ? 1 : 0;
            });
    }
    QCOMPARE(trusted.load(), 160);
}

void TestChain::stapledStatus_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<Revocation>("status");
    const auto now = QDateTime::currentDateTimeUtc();
    const auto leaf = fakes::serverIdentity(host, m_intermediate);
    const auto neighbour = fakes::serverIdentity(host, m_intermediate);
    const auto delegate = fakes::issue(
        {.commonName = QStringLiteral("OCSP"), .dnsNames = {}, .extensions = {{"extendedKeyUsage", "OCSPSigning"}}}, m_intermediate);
    const auto noDelegate = fakes::serverIdentity(QStringLiteral("ocsp.example.com"), m_intermediate);
    const auto lapsed = fakes::issue({.commonName = QStringLiteral("Old OCSP"),
                                      .dnsNames = {},
                                      .notBefore = now.addDays(-9),
                                      .notAfter = now.addDays(-2),
                                      .extensions = {{"extendedKeyUsage", "OCSPSigning"}}},
                                     m_intermediate);
    m_leaf = leaf;
    const auto row = [&](const char *name, const Identity &subject, const Identity &signer, const fakes::OcspSpec &spec,
                         Revocation status) {
        QTest::newRow(name) << fakes::ocspResponse(subject, m_intermediate, signer, spec) << status;
    };
    QTest::newRow("none") << QByteArray() << Revocation::Unknown;
    QTest::newRow("rubbish") << QByteArray("rubbish") << Revocation::Unknown;
    row("good", leaf, m_intermediate, {}, Revocation::Good);
    row("good, identified by SHA-256", leaf, m_intermediate, {.sha256Id = true}, Revocation::Good);
    row("revoked", leaf, m_intermediate, {.revoked = true}, Revocation::Revoked);
    row("good, signed by a delegate", leaf, delegate, {}, Revocation::Good);
    row("revoked, signed by a delegate", leaf, delegate, {.revoked = true}, Revocation::Revoked);
    row("signed by a server that is no delegate", leaf, noDelegate, {.revoked = true}, Revocation::Unknown);
    row("signed by a delegate that has expired", leaf, lapsed, {}, Revocation::Unknown);
    row("signed by a stranger", leaf, m_other, {.revoked = true}, Revocation::Unknown);
    row("about another certificate", neighbour, m_intermediate, {.revoked = true}, Revocation::Unknown);
    row("out of date", leaf, m_intermediate, {.thisUpdate = now.addDays(-9), .nextUpdate = now.addSecs(-600)}, Revocation::Unknown);
    row("just within the clock's skew", leaf, m_intermediate, {.thisUpdate = now.addDays(-9), .nextUpdate = now.addSecs(-60)},
        Revocation::Good);
    row("from the future", leaf, m_intermediate, {.thisUpdate = now.addSecs(3600)}, Revocation::Unknown);
    row("fresh without an end", leaf, m_intermediate, {.nextUpdate = {}}, Revocation::Good);
    row("old without an end", leaf, m_intermediate, {.thisUpdate = now.addDays(-8), .nextUpdate = {}}, Revocation::Unknown);
}

void TestChain::stapledStatus()
{
    QFETCH(QByteArray, response);
    TlsSession session;
    session.chain = chainOf({m_leaf, m_intermediate});
    session.ocspResponse = response;
    QTEST(mta::stapledStatus(session, QDateTime::currentDateTimeUtc()), "status"); // the issuer was sent
    session.verdict = verifyChain(session.chain, TrustStore::fromCertificates({m_root.certificate(), m_intermediate.certificate()}));
    session.chain.removeLast();
    QTEST(mta::stapledStatus(session, QDateTime::currentDateTimeUtc()), "status"); // the issuer was found
}

void TestChain::versionNames()
{
    QCOMPARE(tlsVersionName(TlsVersion::Tls13), QStringLiteral("TLS 1.3"));
    QCOMPARE(tlsVersionName(TlsVersion::Tls10), QStringLiteral("TLS 1.0"));
}

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
