// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "dane/tlsa.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"
#include "fakes/testca.h"

#include <QTest>

using namespace mta;
using fakes::CertificateSpec;
using fakes::Identity;

namespace
{

const QString mx1 = QStringLiteral("mx1.good.example");
constexpr int life = 90; // days

/// A server's certificate with its authority, as days from the observation.
struct Chain {
    int leafEnds = 60;
    int authorityEnds = 2000;
    bool sendAuthority = true;
    int leafLife = life;
};

QList<Certificate> chainOf(const Chain &wanted)
{
    CertificateSpec authority;
    authority.commonName = QStringLiteral("Signing Authority");
    authority.authority = true;
    authority.notBefore = observedThen().addDays(-1000);
    authority.notAfter = observedThen().addDays(wanted.authorityEnds);
    const Identity issuer = fakes::selfSigned(authority);
    CertificateSpec leaf;
    leaf.commonName = mx1;
    leaf.dnsNames = QStringList{mx1};
    leaf.notAfter = observedThen().addDays(wanted.leafEnds);
    leaf.notBefore = leaf.notAfter.addDays(-wanted.leafLife);
    QList<Certificate> chain{fakes::issue(leaf, issuer).certificate()};
    if (wanted.sendAuthority)
        chain.append(issuer.certificate());
    return chain;
}

TlsaRecord record(quint8 usage, quint8 selector, quint8 type, const Certificate &of)
{
    return {usage, selector, type, associationData(of, selector, type)};
}
TlsaRecord other(quint8 usage, quint8 selector)
{
    return {usage, selector, 1, QByteArray(32, 'n')};
}

using Records = std::function<QList<TlsaRecord>(const QList<Certificate> &)>;

/// One mail server, under DANE alone.
DomainFacts factsWith(const Chain &wanted, const Records &records)
{
    DomainFacts facts = factsWithoutSts();
    setMx(facts, {mx1});
    const QList<Certificate> chain = chainOf(wanted);
    forMxSessions(facts, [&](TlsSession &session) {
        session.chain = chain;
        session.verdict.path = chain;
    });
    setTlsa(facts, [&](const Certificate &) { return records(chain); });
    return facts;
}

struct Row {
    const char *sentence;
    const char *expected;
    Chain chain;
    Records records;
};

} // namespace

class tst_RulesRollover : public QObject
{
    Q_OBJECT

private slots:
    void recordsAtTheNextRenewal_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < rows().size(); ++i)
            QTest::newRow(rows().at(i).sentence) << i;
    }
    void recordsAtTheNextRenewal()
    {
        QFETCH(int, index);
        const Row &row = rows().at(index);
        const DomainFacts facts = factsWith(row.chain, row.records);
        QCOMPARE(outcomeName(askRule("dane-rollover-missing", facts).outcome), QString::fromLatin1(row.expected));
        const bool found = idsOf(judge(facts, facts.observedAt), Severity::Warning).contains(QStringLiteral("dane-rollover-missing"));
        QCOMPARE(found, qstrcmp(row.expected, "fail") == 0);
    }

    void theRecordsToAddAreSaid()
    {
        const DomainFacts facts = factsWith({}, [](const auto &chain) { return QList{record(3, 0, 1, chain[0])}; });
        const QList<Certificate> chain = facts.mxHosts[0].probes[0].tls.chain;
        const Verdict verdict = askRule("dane-rollover-missing", facts);
        QCOMPARE(verdict.hits.size(), 1);
        const QString advice = verdict.hits.first().values.value(QStringLiteral("advice"));
        QVERIFY2(advice.contains(QStringLiteral("_25._tcp.mx1.good.example. IN TLSA ") + tlsaText(record(3, 1, 1, chain[0]))),
                 qPrintable(advice));
        QVERIFY2(advice.contains(tlsaText(record(2, 1, 1, chain[1]))), qPrintable(advice));
        QCOMPARE(verdict.hits.first().values.value(QStringLiteral("until")).left(10),
                 observedThen().addDays(60).toString(QStringLiteral("yyyy-MM-dd")));
    }

    void anAuthorityThatGoesIsNotAdvised_data()
    {
        QTest::addColumn<int>("authorityEnds");
        QTest::addColumn<bool>("sent");
        QTest::newRow("it ends before the next certificate would") << 100 << true;
        QTest::newRow("it was not sent") << 2000 << false;
    }
    void anAuthorityThatGoesIsNotAdvised()
    {
        QFETCH(int, authorityEnds);
        QFETCH(bool, sent);
        const DomainFacts facts = factsWith({60, authorityEnds, sent}, [](const auto &chain) { return QList{record(3, 0, 1, chain[0])}; });
        const QString advice = askRule("dane-rollover-missing", facts).hits.first().values.value(QStringLiteral("advice"));
        QVERIFY2(advice.contains(QStringLiteral("TLSA 3 1 1")) && !advice.contains(QStringLiteral("TLSA 2 1 1")), qPrintable(advice));
    }

    void nothingIsSaidOfWhatWasNotSeen()
    {
        DomainFacts facts = factsWith({}, [](const auto &chain) { return QList{record(3, 0, 1, chain[0])}; });
        for (MxProbe &probe : facts.mxHosts[0].probes)
            probe = brokenProbe(probe.address.toString(), ProbeEnd::Complete, SmtpDialog::Stage::Greeting,
                                SmtpDialog::Failure::GreetingTemporary);
        QCOMPARE(outcomeName(askRule("dane-rollover-missing", facts).outcome), QStringLiteral("undetermined"));
    }

    void norByAClockThatIsWrong()
    {
        DomainFacts facts = factsWith({}, [](const auto &chain) { return QList{record(3, 0, 1, chain[0])}; });
        facts.witness.programBuilt = facts.observedAt.addYears(1);
        QCOMPARE(outcomeName(askRule("dane-rollover-missing", facts).outcome), QStringLiteral("undetermined"));
    }

private:
    static const QList<Row> &rows()
    {
        using Sent = const QList<Certificate> &;
        static const QList<Row> list{
            {"the certificate alone", "fail", {}, [](Sent c) { return QList{record(3, 0, 1, c[0])}; }},
            {"the certificate in full", "fail", {}, [](Sent c) { return QList{record(3, 0, 0, c[0])}; }},
            {"the key alone may be kept", "pass", {}, [](Sent c) { return QList{record(3, 1, 1, c[0])}; }},
            {"the key alone, with days to go", "pass", {2}, [](Sent c) { return QList{record(3, 1, 1, c[0])}; }},
            {"the key in full", "pass", {}, [](Sent c) { return QList{record(3, 1, 0, c[0])}; }},
            {"certificate and key",
             "pass",
             {},
             [](Sent c) {
                 return QList{record(3, 0, 1, c[0]), record(3, 1, 1, c[0])};
             }},
            {"the certificate and its authority",
             "pass",
             {},
             [](Sent c) {
                 return QList{record(3, 0, 1, c[0]), record(2, 1, 1, c[1])};
             }},
            {"the certificate and one that may be the next",
             "pass",
             {},
             [](Sent c) {
                 return QList{record(3, 0, 1, c[0]), other(3, 0)};
             }},
            {"the certificate and a key that may be the next",
             "pass",
             {},
             [](Sent c) {
                 return QList{record(3, 0, 1, c[0]), other(3, 1)};
             }},
            {"the certificate and another authority",
             "pass",
             {},
             [](Sent c) {
                 return QList{record(3, 0, 1, c[0]), other(2, 1)};
             }},
            {"the certificate and a record that is not for mail",
             "fail",
             {},
             [](Sent c) {
                 return QList{record(3, 0, 1, c[0]), record(1, 1, 1, c[0])};
             }},
            {"the certificate and the digest of nothing",
             "fail",
             {},
             [](Sent c) {
                 return QList{record(3, 0, 1, c[0]),
                              {3, 1, 1, QByteArray::fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")}};
             }},
            {"the certificate and a digest that a stronger one sets aside",
             "fail",
             {},
             [](Sent c) {
                 return QList{record(3, 0, 2, c[0]), record(3, 0, 1, c[0])};
             }},
            {"the certificate and a former one in full",
             "fail",
             {},
             [](Sent c) {
                 const Certificate former = certificateFor({mx1}, observedThen().addDays(-150), observedThen().addDays(-60));
                 return QList{record(3, 0, 1, c[0]), TlsaRecord{3, 0, 0, former.der}};
             }},
            {"the authority alone", "pass", {}, [](Sent c) { return QList{record(2, 1, 1, c[1])}; }},
            {"the authority's certificate alone", "pass", {}, [](Sent c) { return QList{record(2, 0, 1, c[1])}; }},
            {"an authority in full that is not sent", "pass", {}, [](Sent c) { return QList{record(2, 0, 0, c[1])}; }},
            // Renewed 30 days before its end, a certificate of 90 days ends 60 days later than this one.
            {"an authority that just outlives the next certificate",
             "pass",
             {60, 121},
             [](Sent c) { return QList{record(2, 1, 1, c[1])}; }},
            {"an authority that just does not", "fail", {60, 119}, [](Sent c) { return QList{record(2, 1, 1, c[1])}; }},
            {"an authority that ends, and the key",
             "pass",
             {60, 70},
             [](Sent c) {
                 return QList{record(2, 1, 1, c[1]), record(3, 1, 1, c[0])};
             }},
            {"an authority that ends, and the certificate",
             "fail",
             {60, 70},
             [](Sent c) {
                 return QList{record(2, 1, 1, c[1]), record(3, 0, 1, c[0])};
             }},
            {"a certificate of a year's life, renewed in a year",
             "fail",
             {397, 4000, true, 397},
             [](Sent c) { return QList{record(3, 0, 1, c[0])}; }},
            {"the last day that counts as near", "fail", {398, 4000, true, 3650}, [](Sent c) { return QList{record(3, 0, 1, c[0])}; }},
            {"a certificate made to be pinned for years",
             "pass",
             {399, 4000, true, 3650},
             [](Sent c) { return QList{record(3, 0, 1, c[0])}; }},
            {"an expired certificate that usage 3 does not mind", "fail", {-2}, [](Sent c) { return QList{record(3, 0, 1, c[0])}; }},
            {"records that match nothing today have another finding", "not-applicable", {}, [](Sent) { return QList{other(3, 0)}; }},
            {"no records", "not-applicable", {}, [](Sent) { return QList<TlsaRecord>(); }},
            {"records that are not for mail", "not-applicable", {}, [](Sent c) { return QList{record(1, 0, 1, c[0])}; }},
        };
        return list;
    }
};

QTEST_GUILESS_MAIN(tst_RulesRollover)
#include "tst_rules_rollover.moc"
