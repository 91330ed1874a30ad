// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dane/match.h"

#include "fakes/testca.h"
#include <QTest>

using namespace mta;
using fakes::CertificateSpec;
using fakes::Identity;
using fakes::KeyKind;

namespace
{

const QString host = QStringLiteral("mx.example.com");
const QDateTime now = QDateTime::currentDateTimeUtc();

QList<Certificate> chainOf(const QList<Identity> &identities)
{
    QList<Certificate> result;
    for (const Identity &identity : identities)
        result.append(identity.certificate());
    return result;
}

TlsaRecord about(const Identity &identity, quint8 usage, quint8 selector, quint8 type)
{
    return {usage, selector, type, associationData(identity.certificate(), selector, type)};
}

TlsaRecord stale(quint8 usage, quint8 selector, quint8 type)
{
    return {usage, selector, type, QByteArray(type == 2 ? 64 : 32, 'x')};
}

} // namespace

Q_DECLARE_METATYPE(QList<mta::Certificate>)
Q_DECLARE_METATYPE(QList<mta::TlsaRecord>)
Q_DECLARE_METATYPE(QList<mta::TlsaState>)

class TestMatch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void judges_data();
    void judges();
    void everyFormMatches_data();
    void everyFormMatches();
    void names_data();
    void names();
    void dates_data();
    void dates();
    void severalRecords_data();
    void severalRecords();
    void securityLevels_data();
    void securityLevels();
    void tellsThePath();
    void manyAnchorsGivenInFull();
    void limits();
    void meantRecords_data();
    void meantRecords();

private:
    Identity issued(const CertificateSpec &spec) const { return fakes::issue(spec, m_intermediate); }

    Identity m_root;
    Identity m_stranger;
    Identity m_intermediate;
    Identity m_leaf;
};

void TestMatch::initTestCase()
{
    m_root = fakes::rootAuthority(QStringLiteral("Test Root"));
    m_stranger = fakes::rootAuthority(QStringLiteral("Stranger Root"));
    m_intermediate = fakes::intermediateAuthority(QStringLiteral("Test Intermediate"), m_root);
    m_leaf = fakes::serverIdentity(host, m_intermediate);
}

void TestMatch::judges_data()
{
    const Identity self = fakes::selfSigned({.commonName = host, .dnsNames = {host}});
    const Identity client =
        issued({.commonName = host, .dnsNames = {host}, .extensions = {{QByteArray("extendedKeyUsage"), QByteArray("clientAuth")}}});
    const Identity plain = issued({.commonName = QStringLiteral("no authority"), .dnsNames = {host}});
    const Identity below = fakes::issue({.commonName = host, .dnsNames = {host}}, plain);
    const Identity narrow =
        fakes::issue({.commonName = QStringLiteral("narrow"),
                      .dnsNames = {},
                      .authority = true,
                      .extensions = {{QByteArray("nameConstraints"), QByteArray("critical,permitted;DNS:example.org")}}},
                     m_root);
    const Identity outside = fakes::serverIdentity(host, narrow);
    const QList<Certificate> chain = chainOf({m_leaf, m_intermediate, m_root});
    const QList<Certificate> usual = chainOf({m_leaf, m_intermediate});
    const Certificate garbage = parseCertificate("garbage");

    QTest::addColumn<QList<Certificate>>("sent");
    QTest::addColumn<TlsaRecord>("record");
    QTest::addColumn<DaneOutcome>("outcome");
    QTest::addColumn<int>("depth");
    const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };
    // Usage 3 (RFC 7672 §3.1.1)
    row("the server's certificate") << chain << about(m_leaf, 3, 0, 1) << DaneOutcome::Valid << 0;
    row("its key, alone") << chainOf({m_leaf}) << about(m_leaf, 3, 1, 1) << DaneOutcome::Valid << 0;
    row("self-signed") << chainOf({self}) << about(self, 3, 1, 1) << DaneOutcome::Valid << 0;
    row("usage 3 for a client's certificate") << chainOf({client}) << about(client, 3, 1, 1) << DaneOutcome::Valid << 0;
    row("another key") << chain << stale(3, 1, 1) << DaneOutcome::Mismatch << -1;
    row("usage 3 for the issuer") << chain << about(m_intermediate, 3, 1, 1) << DaneOutcome::Mismatch << -1;
    row("usage 3 for the server's certificate, sent second")
        << chainOf({m_intermediate, m_leaf}) << about(m_leaf, 3, 1, 1) << DaneOutcome::Mismatch << -1;
    // Usage 2 (RFC 7672 §3.1.2)
    row("the issuer") << chain << about(m_intermediate, 2, 1, 1) << DaneOutcome::Valid << 1;
    row("the issuer, its own issuer not sent") << usual << about(m_intermediate, 2, 1, 1) << DaneOutcome::Valid << 1;
    row("the root, sent") << chain << about(m_root, 2, 0, 1) << DaneOutcome::Valid << 2;
    row("the root, not sent") << usual << about(m_root, 2, 0, 1) << DaneOutcome::Mismatch << -1;
    row("the root, not sent but given in full") << usual << about(m_root, 2, 0, 0) << DaneOutcome::Valid << 2;
    row("the root's key, not sent but given in full") << usual << about(m_root, 2, 1, 0) << DaneOutcome::Valid << 1;
    row("the issuer, not sent but given in full") << chainOf({m_leaf}) << about(m_intermediate, 2, 0, 0) << DaneOutcome::Valid << 1;
    row("the issuer's key, not sent but given in full") << chainOf({m_leaf}) << about(m_intermediate, 2, 1, 0) << DaneOutcome::Valid << 0;
    row("the root in full, the intermediate missing") << chainOf({m_leaf}) << about(m_root, 2, 0, 0) << DaneOutcome::Mismatch << -1;
    row("a stranger in full") << chain << about(m_stranger, 2, 0, 0) << DaneOutcome::Mismatch << -1;
    row("a stranger's key in full") << chain << about(m_stranger, 2, 1, 0) << DaneOutcome::Mismatch << -1;
    row("a stranger that was sent as well") << chainOf({m_leaf, m_intermediate, m_stranger}) << about(m_stranger, 2, 0, 1)
                                            << DaneOutcome::ChainInvalid << -1;
    row("the root, sent without the intermediate")
        << chainOf({m_leaf, m_root}) << about(m_root, 2, 0, 1) << DaneOutcome::ChainInvalid << -1;
    row("out of order") << chainOf({m_leaf, m_root, m_intermediate}) << about(m_root, 2, 0, 1) << DaneOutcome::Valid << 2;
    row("usage 2 for the server's certificate") << chain << about(m_leaf, 2, 0, 1) << DaneOutcome::Mismatch << -1;
    row("usage 2 for a self-signed certificate") << chainOf({self}) << about(self, 2, 0, 1) << DaneOutcome::Mismatch << -1;
    row("usage 2 in full for a self-signed certificate") << chainOf({self}) << about(self, 2, 0, 0) << DaneOutcome::Mismatch << -1;
    row("a key in full that signs its own certificate") << chainOf({self}) << about(self, 2, 1, 0) << DaneOutcome::Valid << 0;
    row("usage 2 above a client's certificate")
        << chainOf({client, m_intermediate}) << about(m_intermediate, 2, 0, 1) << DaneOutcome::ChainInvalid << -1;
    row("an issuer that is no authority") << chainOf({below, plain}) << about(plain, 2, 0, 1) << DaneOutcome::ChainInvalid << -1;
    row("a name its issuer may not sign") << chainOf({outside, narrow, m_root}) << about(m_root, 2, 0, 1) << DaneOutcome::ChainInvalid
                                          << -1;
    row("an unreadable certificate on top") << (chain + QList{garbage}) << about(m_root, 2, 0, 1) << DaneOutcome::Valid << 2;
    // Nothing to judge by
    row("PKIX-EE that would fit") << chain << about(m_leaf, 1, 1, 1) << DaneOutcome::NoneUsable << -1;
    row("PKIX-TA that would fit") << chain << about(m_root, 0, 1, 1) << DaneOutcome::NoneUsable << -1;
    row("data of the wrong length") << chain << TlsaRecord{3, 1, 1, "short"} << DaneOutcome::NoneUsable << -1;
    row("nothing sent") << QList<Certificate>() << about(m_leaf, 3, 1, 1) << DaneOutcome::Unknown << -1;
    row("nothing sent, nothing usable") << QList<Certificate>() << about(m_leaf, 1, 1, 1) << DaneOutcome::NoneUsable << -1;
    row("the server's certificate cannot be read") << QList{garbage} << about(m_leaf, 3, 1, 1) << DaneOutcome::Mismatch << -1;
    row("an anchor above what cannot be read") << (QList{garbage} + chainOf({m_root})) << about(m_root, 2, 0, 1)
                                               << DaneOutcome::ChainInvalid << -1;
}

void TestMatch::judges()
{
    QFETCH(QList<Certificate>, sent);
    QFETCH(TlsaRecord, record);
    const DaneVerdict verdict = verifyDane(sent, {record}, {host}, now);
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.depth, "depth");
    QCOMPARE(verdict.matches.size(), 1);
    QCOMPARE(verdict.matches.first().record, record);
    QCOMPARE(verdict.matches.first().depth, verdict.depth);
    QVERIFY(record.usage == 2 ? verdict.matches.first().sentAt != 0 : verdict.matches.first().sentAt <= 0);
    QCOMPARE(verdict.detail.isEmpty(), verdict.outcome != DaneOutcome::ChainInvalid);
}

void TestMatch::everyFormMatches_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::newRow("EC") << KeyKind::EcP256;
    QTest::newRow("RSA") << KeyKind::Rsa2048;
    QTest::newRow("Ed25519") << KeyKind::Ed25519;
}

void TestMatch::everyFormMatches()
{
    QFETCH(KeyKind, kind);
    const Identity leaf = issued({.commonName = {}, .dnsNames = {host}, .key = kind});
    const QList<Identity> identities{leaf, m_intermediate, m_root};
    const QList<Certificate> chain = chainOf(identities);
    for (int at = 0; at < 3; ++at) {
        for (quint8 selector = 0; selector < 2; ++selector) {
            for (quint8 type = 0; type < 3; ++type) {
                TlsaRecord record = about(identities.at(at), at == 0 ? 3 : 2, selector, type);
                const DaneVerdict verdict = verifyDane(chain, {record}, {host}, now);
                QCOMPARE(verdict.outcome, DaneOutcome::Valid);
                QCOMPARE(verdict.depth, at);
                QCOMPARE(verdict.matches.first().sentAt, at);
                if (record.usage == 2 && selector == 0 && type == 0)
                    continue; // an anchor in full is what its key is: its own signature does not matter
                record.data[record.data.size() - 1] = char(record.data.back() ^ 1);
                QVERIFY(verifyDane(chain, {record}, {host}, now).outcome != DaneOutcome::Valid);
            }
        }
    }
}

void TestMatch::names_data()
{
    const QString other = QStringLiteral("mx.example.org");
    QTest::addColumn<QString>("commonName");
    QTest::addColumn<QStringList>("dnsNames");
    QTest::addColumn<QStringList>("references");
    QTest::addColumn<bool>("named");
    QTest::newRow("its name") << QString() << QStringList{host} << QStringList{host} << true;
    QTest::newRow("another name") << QString() << QStringList{other} << QStringList{host} << false;
    QTest::newRow("the second of its names") << QString() << QStringList{other, host} << QStringList{host} << true;
    QTest::newRow("the second reference") << QString() << QStringList{other} << QStringList{host, other} << true;
    QTest::newRow("no reference") << host << QStringList{host} << QStringList() << false;
    QTest::newRow("a wildcard") << QString() << QStringList{QStringLiteral("*.example.com")} << QStringList{host} << true;
    QTest::newRow("a wildcard inside a label") << QString() << QStringList{QStringLiteral("m*.example.com")} << QStringList{host} << false;
    QTest::newRow("the CN alone counts") << host << QStringList() << QStringList{host} << true;
    QTest::newRow("the CN alone, a wildcard, upper case") << QStringLiteral("*.EXAMPLE.com") << QStringList() << QStringList{host} << true;
    QTest::newRow("the CN beside a DNS-ID does not count") << host << QStringList{other} << QStringList{host} << false;
    QTest::newRow("no name at all") << QString() << QStringList() << QStringList{host} << false;
}

void TestMatch::names()
{
    QFETCH(QString, commonName);
    QFETCH(QStringList, dnsNames);
    QFETCH(QStringList, references);
    QFETCH(bool, named);
    const Identity leaf = issued({.commonName = commonName, .dnsNames = dnsNames});
    const QList<Certificate> chain = chainOf({leaf, m_intermediate});
    const DaneVerdict anchor = verifyDane(chain, {about(m_intermediate, 2, 1, 1)}, references, now);
    QCOMPARE(anchor.outcome, named ? DaneOutcome::Valid : DaneOutcome::NameMismatch);
    QCOMPARE(anchor.named, named);
    QCOMPARE(anchor.depth, 1);
    QCOMPARE(verifyDane(chain, {about(leaf, 3, 1, 1)}, references, now).outcome, DaneOutcome::Valid);
}

void TestMatch::dates_data()
{
    QTest::addColumn<QDateTime>("at");
    QTest::addColumn<DaneOutcome>("outcome");
    QTest::newRow("a second before it begins") << now.addDays(-10).addSecs(-1) << DaneOutcome::NotYetValid;
    QTest::newRow("a second after it begins") << now.addDays(-10).addSecs(1) << DaneOutcome::Valid;
    QTest::newRow("a second before it ends") << now.addDays(10).addSecs(-1) << DaneOutcome::Valid;
    QTest::newRow("a second after it ends") << now.addDays(10).addSecs(1) << DaneOutcome::Expired;
}

void TestMatch::dates()
{
    QFETCH(QDateTime, at);
    QFETCH(DaneOutcome, outcome);
    const QList<std::pair<QByteArray, QByteArray>> signs{{QByteArray("keyUsage"), QByteArray("critical,keyCertSign")}};
    const CertificateSpec authority{.commonName = QStringLiteral("Root"),
                                    .dnsNames = {},
                                    .notBefore = now.addDays(-20),
                                    .notAfter = now.addDays(20),
                                    .authority = true,
                                    .extensions = signs};
    const CertificateSpec shortLived{.commonName = host, .dnsNames = {host}, .notBefore = now.addDays(-10), .notAfter = now.addDays(10)};
    const Identity root = fakes::selfSigned(authority);
    const Identity leaf = fakes::issue(shortLived, root);
    const QList<Certificate> chain = chainOf({leaf, root});
    QCOMPARE(verifyDane(chain, {about(root, 2, 0, 1)}, {host}, at).outcome, outcome);
    QCOMPARE(verifyDane(chainOf({leaf}), {about(root, 2, 0, 0)}, {host}, at).outcome, outcome);
    QCOMPARE(verifyDane(chainOf({leaf}), {about(root, 2, 1, 0)}, {host}, at).outcome, outcome);
    QCOMPARE(verifyDane(chain, {about(leaf, 3, 0, 1)}, {host}, at).outcome, DaneOutcome::Valid);
    // What is wrong with the name as well is not lost.
    const DaneVerdict both = verifyDane(chain, {about(root, 2, 0, 1)}, {QStringLiteral("other.example")}, at);
    QCOMPARE(both.outcome, outcome == DaneOutcome::Valid ? DaneOutcome::NameMismatch : outcome);
    QVERIFY(!both.named);
}

void TestMatch::severalRecords_data()
{
    using enum TlsaState;
    const TlsaRecord leafKey = about(m_leaf, 3, 1, 1);
    const TlsaRecord leafKey512 = about(m_leaf, 3, 1, 2);
    const TlsaRecord issuer = about(m_intermediate, 2, 1, 1);
    const TlsaRecord root = about(m_root, 2, 0, 1);

    QTest::addColumn<QList<TlsaRecord>>("records");
    QTest::addColumn<DaneOutcome>("outcome");
    QTest::addColumn<int>("decisive");
    QTest::addColumn<QList<TlsaState>>("states");
    const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };
    row("none") << QList<TlsaRecord>() << DaneOutcome::NoRecords << -1 << QList<TlsaState>();
    row("the next key beside the present one") << QList{stale(3, 1, 1), leafKey} << DaneOutcome::Valid << 1 << QList{NoMatch, Holds};
    row("usage 3 before usage 2") << QList{issuer, leafKey} << DaneOutcome::Valid << 1 << QList{Holds, Holds};
    row("the nearest anchor") << QList{root, issuer} << DaneOutcome::Valid << 1 << QList{Holds, Holds};
    row("an anchor when usage 3 does not match") << QList{stale(3, 1, 1), root} << DaneOutcome::Valid << 1 << QList{NoMatch, Holds};
    row("one unusable, one that fits") << QList{about(m_leaf, 1, 1, 1), leafKey} << DaneOutcome::Valid << 1 << QList{Unusable, Holds};
    row("one unusable, one that does not fit") << QList{about(m_leaf, 1, 1, 1), stale(3, 1, 1)} << DaneOutcome::Mismatch << -1
                                               << QList{Unusable, NoMatch};
    row("all unusable") << QList{about(m_leaf, 1, 1, 1), TlsaRecord{3, 1, 1, {}}} << DaneOutcome::NoneUsable << -1
                        << QList{Unusable, Unusable};
    // RFC 7671 §9
    row("both digests fit") << QList{leafKey, leafKey512} << DaneOutcome::Valid << 1 << QList{Outranked, Holds};
    row("the stronger digest is stale") << QList{leafKey, stale(3, 1, 2)} << DaneOutcome::Mismatch << -1 << QList{Outranked, NoMatch};
    row("the stronger digest has another selector") << QList{leafKey, stale(3, 0, 2)} << DaneOutcome::Valid << 0 << QList{Holds, NoMatch};
    row("the stronger digest has another usage") << QList{leafKey, stale(2, 1, 2)} << DaneOutcome::Valid << 0 << QList{Holds, NoMatch};
    row("the stronger digest is unusable") << QList{leafKey, TlsaRecord{3, 1, 2, QByteArray(63, 'x')}} << DaneOutcome::Valid << 0
                                           << QList{Holds, Unusable};
    row("full data is no digest") << QList{about(m_leaf, 3, 1, 0), stale(3, 1, 2)} << DaneOutcome::Valid << 0 << QList{Holds, NoMatch};
    row("a stale stronger digest of an anchor")
        << QList{issuer, stale(2, 1, 2)} << DaneOutcome::Mismatch << -1 << QList{Outranked, NoMatch};
}

void TestMatch::severalRecords()
{
    QFETCH(QList<TlsaRecord>, records);
    QFETCH(QList<TlsaState>, states);
    const DaneVerdict verdict = verifyDane(chainOf({m_leaf, m_intermediate, m_root}), records, {host}, now);
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.decisive, "decisive");
    QList<TlsaState> seen;
    for (const TlsaMatch &match : verdict.matches)
        seen.append(match.state);
    QCOMPARE(seen, states);
}

void TestMatch::securityLevels_data()
{
    QTest::addColumn<Certificate>("leaf");
    QTest::addColumn<int>("level");
    const CertificateSpec good{.commonName = host, .dnsNames = {host}};
    CertificateSpec small = good;
    small.key = KeyKind::Rsa1024;
    CertificateSpec old = good;
    old.digest = "SHA1";
    QTest::newRow("what is usual") << issued(good).certificate() << 2;
    QTest::newRow("RSA with 1024 bits") << issued(small).certificate() << 1;
    QTest::newRow("signed with SHA-1") << issued(old).certificate() << 0;
}

void TestMatch::securityLevels()
{
    QFETCH(Certificate, leaf);
    const QList<Certificate> chain{leaf, m_intermediate.certificate()};
    const DaneVerdict anchor = verifyDane(chain, {about(m_intermediate, 2, 1, 1)}, {host}, now);
    QCOMPARE(anchor.outcome, DaneOutcome::Valid);
    QTEST(anchor.securityLevel, "level");
    const DaneVerdict own = verifyDane(chain, {TlsaRecord{3, 1, 1, leaf.spkiSha256}}, {host}, now);
    QCOMPARE(own.outcome, DaneOutcome::Valid);
    QCOMPARE(own.securityLevel, -1);
}

void TestMatch::tellsThePath()
{
    const auto verify = [](const QList<Identity> &sent, const TlsaRecord &record) {
        return verifyDane(chainOf(sent), {record}, {host}, now).path;
    };
    const QList<Certificate> whole = chainOf({m_leaf, m_intermediate, m_root});
    QCOMPARE(verify({m_leaf, m_intermediate, m_root}, about(m_leaf, 3, 1, 1)), whole.mid(0, 1));
    QCOMPARE(verify({m_leaf, m_intermediate, m_root}, about(m_intermediate, 2, 1, 1)), whole.mid(0, 2));
    QCOMPARE(verify({m_leaf, m_root, m_intermediate}, about(m_root, 2, 1, 1)), whole);
    QCOMPARE(verify({m_leaf, m_intermediate}, about(m_root, 2, 0, 0)), whole); // the root out of the record
    QCOMPARE(verify({m_leaf, m_intermediate}, about(m_root, 2, 1, 0)), whole.mid(0, 2));
    QVERIFY(verify({m_leaf, m_intermediate}, stale(2, 1, 1)).isEmpty());
}

void TestMatch::manyAnchorsGivenInFull()
{
    QList<TlsaRecord> records;
    for (int i = 0; i <= maxAnchorsTriedAlone; ++i)
        records.append(about(fakes::rootAuthority(QStringLiteral("Stranger %1").arg(i)), 2, 0, 0));
    const QList<Certificate> chain = chainOf({m_leaf, m_intermediate});
    QCOMPARE(verifyDane(chain, records, {host}, now).outcome, DaneOutcome::Mismatch);
    records.append(about(m_root, 2, 0, 0));
    const DaneVerdict verdict = verifyDane(chain, records, {host}, now);
    QCOMPARE(verdict.outcome, DaneOutcome::Valid);
    QCOMPARE(verdict.decisive, maxAnchorsTriedAlone + 1);
    QCOMPARE(verdict.matches.at(0).state, TlsaState::NoMatch);
    QCOMPARE(verdict.matches.at(maxAnchorsTriedAlone).state, TlsaState::Unchecked);
    // Without a name in common the one found does not hold; those beside it were not looked into, and nobody can say they do not.
    const DaneVerdict unnamed = verifyDane(chain, records, {QStringLiteral("other.example")}, now);
    QCOMPARE(unnamed.outcome, DaneOutcome::Unknown);
}

void TestMatch::limits()
{
    QList<TlsaRecord> records(maxRecordsPerAnswer - 1, stale(3, 1, 1));
    records.append(about(m_leaf, 3, 1, 1));
    const QList<Certificate> chain = chainOf({m_leaf, m_intermediate});
    QCOMPARE(verifyDane(chain, records, {host}, now).outcome, DaneOutcome::Valid);
    records.prepend(stale(3, 1, 1));
    const DaneVerdict beyond = verifyDane(chain, records, {host}, now);
    QCOMPARE(beyond.outcome, DaneOutcome::Mismatch);
    QCOMPARE(beyond.matches.size(), maxRecordsPerAnswer);

    QList<Certificate> deep{m_leaf.certificate()};
    while (deep.size() < maxChainLength - 1)
        deep.append(m_stranger.certificate());
    const TlsaRecord issuer = about(m_intermediate, 2, 1, 1);
    QCOMPARE(verifyDane(deep + chainOf({m_intermediate}), {issuer}, {host}, now).outcome, DaneOutcome::Valid);
    deep.append(m_stranger.certificate());
    QCOMPARE(verifyDane(deep + chainOf({m_intermediate}), {issuer}, {host}, now).outcome, DaneOutcome::Mismatch);
}

void TestMatch::meantRecords_data()
{
    QTest::addColumn<TlsaRecord>("record");
    QTest::addColumn<TlsaRecord>("meant"); // empty: none
    const auto with = [](TlsaRecord record, quint8 usage, quint8 selector, quint8 type) {
        return TlsaRecord{usage, selector, type, std::move(record.data)};
    };
    const TlsaRecord key = about(m_leaf, 3, 1, 1);
    const TlsaRecord whole = about(m_leaf, 3, 0, 2);
    const TlsaRecord issuer = about(m_intermediate, 2, 1, 1);
    QTest::newRow("right as it is") << key << TlsaRecord();
    QTest::newRow("an anchor, right as it is") << issuer << TlsaRecord();
    QTest::newRow("belongs to nothing") << stale(3, 1, 1) << TlsaRecord();
    QTest::newRow("no data") << TlsaRecord{3, 1, 1, {}} << TlsaRecord();
    QTest::newRow("PKIX-EE for DANE-EE") << with(key, 1, 1, 1) << key;
    QTest::newRow("DANE-TA for DANE-EE") << with(key, 2, 1, 1) << key;
    QTest::newRow("DANE-EE for DANE-TA") << with(issuer, 3, 1, 1) << issuer;
    QTest::newRow("the other selector") << with(key, 3, 0, 1) << key;
    QTest::newRow("the other digest") << with(whole, 3, 0, 1) << whole;
    QTest::newRow("nothing right but the data") << with(whole, 9, 9, 9) << whole;
}

void TestMatch::meantRecords()
{
    QFETCH(TlsaRecord, record);
    QFETCH(TlsaRecord, meant);
    const auto found = meantRecord(record, chainOf({m_leaf, m_intermediate}));
    QCOMPARE(found.value_or(TlsaRecord()), meant);
    QVERIFY(!meantRecord(record, {}).has_value());
}

QTEST_GUILESS_MAIN(TestMatch)
#include "tst_match.moc"
