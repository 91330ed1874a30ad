// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/certificatehits.h"
#include "dane/tlsa.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"
#include "fakes/testca.h"
#include "ruletable.h"

using namespace mta;

Q_DECLARE_METATYPE(mta::Change)

namespace
{

const QString mx1 = QStringLiteral("mx1.good.example");
constexpr TlsOffer rsa{.key = TlsOffer::Key::Rsa};

TlsOffer only(TlsVersion version)
{
    return {.least = version, .most = version};
}

Certificate leaf(int from, int until, const QString &name = mx1)
{
    return certificateFor({name}, observedThen().addDays(from), observedThen().addDays(until));
}

MxProbe sentAway(const MxProbe &probe)
{
    return brokenProbe(probe.address.toString(), ProbeEnd::Complete, SmtpDialog::Stage::Greeting, SmtpDialog::Failure::GreetingTemporary);
}

void sendAway(MxProbe &probe)
{
    probe = sentAway(probe);
}

/// Every cell of the grid is known, and all is well: no RSA key, TLS 1.2 and 1.3.
DomainFacts deepFacts()
{
    DomainFacts facts = goodFacts();
    facts.conditions.depth = Depth::Deep;
    for (MxHost &host : facts.mxHosts) {
        addExtraProbes(host, rsa, refuseHandshake);
        addExtraProbes(host, only(TlsVersion::Tls12), [](MxProbe &probe) { probe.tls.version = TlsVersion::Tls12; });
        addExtraProbes(host, only(TlsVersion::Tls11), refuseHandshake);
        addExtraProbes(host, only(TlsVersion::Tls10), refuseHandshake);
    }
    return facts;
}

void forExtras(DomainFacts &facts, const TlsOffer &offer, const std::function<void(MxProbe &)> &change, int host = 0, int addresses = 2)
{
    for (ExtraProbe &extra : facts.mxHosts[host].extraProbes) {
        if (extra.offer == offer && addresses-- > 0)
            change(extra.probe);
    }
}

/// The first `addresses` of the first host have this RSA certificate too.
Change otherCertificate(const Certificate &certificate, int addresses = 2, const std::function<void(TlsSession &)> &also = {})
{
    return [=](DomainFacts &facts) {
        forExtras(
            facts, rsa,
            [&](MxProbe &probe) {
                probe = goodProbe(mx1, probe.address.toString());
                Certificate shown = certificate;
                shown.keyType = QStringLiteral("RSA");
                shown.keyBits = 2048;
                replaceLeaf(probe.tls, shown);
                if (also)
                    also(probe.tls);
            },
            0, addresses);
    };
}

Change extra(const TlsOffer &offer, void (*change)(MxProbe &), int addresses = 2)
{
    return [=](DomainFacts &facts) { forExtras(facts, offer, change, 0, addresses); };
}

} // namespace

class tst_RulesTlsGrid : public QObject
{
    Q_OBJECT

private slots:
    void rules_data();
    void rules();
    void everyRuleIsSeenBothWays();
    void whatAnUnevenServerComesTo_data();
    void whatAnUnevenServerComesTo();
    void theEvidenceIsWhereTheCertificateIs();
    void theMissingIntermediateHasASource_data();
    void theMissingIntermediateHasASource();
    void anIntermediateThatOnlyThisMachineHasIsMissing();

private:
    RuleTable m_table;
};

void tst_RulesTlsGrid::rules_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const char *id, const char *expected, const Change &change) {
        QTest::newRow(name) << QByteArray(id) << QString::fromLatin1(expected) << change;
    };
    const Change nothing = [](DomainFacts &) {};
    const Change standard = [](DomainFacts &facts) { facts.conditions.depth = Depth::Standard; };
    const Change unasked = [](DomainFacts &facts) {
        for (MxHost &host : facts.mxHosts)
            host.extraProbes.clear();
    };

    row("no other key", "mx-cert-other-key", "pass", nothing);
    row("not asked at this depth", "mx-cert-other-key", "n/a", standard);
    row("not asked although it should have been", "mx-cert-other-key", "undetermined", unasked);
    row("greylisted when asked for the other key", "mx-cert-other-key", "undetermined", extra(rsa, sendAway));
    row("greylisted at one address of two", "mx-cert-other-key", "undetermined", extra(rsa, sendAway, 1));
    row("the other key is good", "mx-cert-other-key", "pass", otherCertificate(leaf(-31, 61)));
    row("the other key expired", "mx-cert-other-key", "fail", otherCertificate(leaf(-90, -2)));
    row("the other key expired at one address only", "mx-cert-other-key", "pass", otherCertificate(leaf(-90, -2), 1));
    row("the other key is for another name", "mx-cert-other-key", "fail", otherCertificate(leaf(-31, 61, QStringLiteral("other.example"))));
    row("the other key comes without its intermediate", "mx-cert-other-key", "fail",
        otherCertificate(leaf(-31, 61), 2, [](TlsSession &tls) {
            tls.verdict = {Trust::IncompleteChain, tls.chain, {}};
        }));
    row("the other key expires soon: another rule's", "mx-cert-other-key", "pass", otherCertificate(leaf(-80, 10)));
    row("the other key expired, and this clock is wrong", "mx-cert-other-key", "undetermined", [](DomainFacts &facts) {
        otherCertificate(leaf(-90, -2))(facts);
        facts.witness.rootSignedFrom = facts.observedAt.addDays(30);
        facts.witness.rootSignedUntil = facts.observedAt.addDays(40);
    });
    row("the other key ends soon", "mx-cert-expires-soon", "fail", otherCertificate(leaf(-80, 10)));
    const auto window = [](int days, const Change &change) {
        return [=](DomainFacts &facts) {
            facts.conditions.expiryDays = days;
            change(facts);
        };
    };
    row("the other key ends in the window", "mx-cert-expires-before-renewal", "fail", window(30, otherCertificate(leaf(-60, 20))));
    row("the other key ends after the window", "mx-cert-expires-before-renewal", "pass", window(15, otherCertificate(leaf(-60, 20))));

    const auto withTlsa = [](const Change &change) {
        return [change](DomainFacts &facts) {
            setTlsa(facts, [](const Certificate &c) { return QList{keyRecord(c)}; });
            change(facts);
        };
    };
    row("no TLSA records", "dane-other-key", "n/a", otherCertificate(leaf(-31, 61)));
    row("one key, and a record for it", "dane-other-key", "pass", withTlsa(nothing));
    row("two keys, one record", "dane-other-key", "fail", withTlsa(otherCertificate(leaf(-31, 61))));
    row("two keys, a record for each", "dane-other-key", "pass", [](DomainFacts &facts) {
        otherCertificate(leaf(-31, 61))(facts);
        setTlsa(facts, [](const Certificate &c) { return QList{keyRecord(c), keyRecord(leaf(-31, 61))}; });
    });
    row("neither key matches: another rule's", "dane-other-key", "pass", [](DomainFacts &facts) {
        otherCertificate(leaf(-31, 61))(facts);
        setTlsa(facts, [](const Certificate &) { return QList<TlsaRecord>{{3, 1, 1, QByteArray(32, 'x')}}; });
    });

    row("old versions are off", "mx-tls-legacy-offered", "pass", nothing);
    row("old versions were not asked for", "mx-tls-legacy-offered", "n/a", standard);
    row("TLS 1.1 is on", "mx-tls-legacy-offered", "fail", [](DomainFacts &facts) {
        forExtras(facts, only(TlsVersion::Tls11), [](MxProbe &probe) {
            probe = goodProbe(mx1, probe.address.toString());
            probe.tls.version = TlsVersion::Tls11;
        });
    });
    row("greylisted when asked for TLS 1.0", "mx-tls-legacy-offered", "undetermined", extra(only(TlsVersion::Tls10), sendAway));
    row("nothing but old versions: another rule's", "mx-tls-legacy-offered", "pass",
        [](DomainFacts &facts) { forMxSessions(facts, [](TlsSession &tls) { tls.version = TlsVersion::Tls11; }); });

    row("TLS 1.2 and 1.3", "mx-tls12-missing", "pass", nothing);
    row("TLS 1.3 only", "mx-tls12-missing", "fail", extra(only(TlsVersion::Tls12), refuseHandshake));
    row("TLS 1.3 only, at one address", "mx-tls12-missing", "fail", extra(only(TlsVersion::Tls12), refuseHandshake, 1));
    row("TLS 1.2 could not be asked for", "mx-tls12-missing", "undetermined", extra(only(TlsVersion::Tls12), sendAway));

    const auto weakIn12 = [](DomainFacts &facts) {
        forExtras(facts, only(TlsVersion::Tls12),
                  [](MxProbe &probe) { probe.tls.cipher = QStringLiteral("TLS_RSA_WITH_AES_128_CBC_SHA"); });
    };
    row("weak in TLS 1.2 alone", "mx-tls-weak", "fail", weakIn12);
    row("old versions may be weak", "mx-tls-weak", "pass", [](DomainFacts &facts) {
        forExtras(facts, only(TlsVersion::Tls10), [](MxProbe &probe) {
            probe = goodProbe(mx1, probe.address.toString());
            probe.tls.version = TlsVersion::Tls10;
            probe.tls.cipher = QStringLiteral("TLS_RSA_WITH_3DES_EDE_CBC_SHA");
        });
    });

    const fakes::Identity root = fakes::rootAuthority(QStringLiteral("R"));
    const fakes::Identity upper = fakes::intermediateAuthority(QStringLiteral("Upper"), root);
    const fakes::Identity lower = fakes::intermediateAuthority(QStringLiteral("Lower"), upper);
    const Certificate own = fakes::serverIdentity(mx1, lower).certificate();
    const QList<Certificate> whole{own, lower.certificate(), upper.certificate()};
    const auto sending = [](const QList<Certificate> &chain) {
        return [chain](DomainFacts &facts) {
            for (MxProbe &probe : facts.mxHosts[0].probes)
                probe.tls.chain = chain;
        };
    };
    row("in order", "mx-cert-chain-order", "pass", sending(whole));
    row("the wrong way round", "mx-cert-chain-order", "fail", sending({whole.at(0), whole.at(2), whole.at(1)}));
    row("nothing needless", "mx-cert-chain-extra", "pass", sending(whole));
    row("the root too", "mx-cert-chain-extra", "fail", sending(whole + QList{root.certificate()}));
    row("a stranger", "mx-cert-chain-extra", "fail", sending(whole + QList{goodRoot()}));
    row("a stranger beside the other key", "mx-cert-chain-extra", "fail",
        otherCertificate(leaf(-31, 61), 2, [stranger = upper.certificate()](TlsSession &tls) { tls.chain.append(stranger); }));

    const auto anchored = [&](quint8 usage, const Certificate &named, Security security = Security::Secure) {
        return [=](DomainFacts &facts) {
            sending(whole + QList{root.certificate()})(facts);
            setTlsa(
                facts,
                [=](const Certificate &) {
                    return QList<TlsaRecord>{{usage, 0, 1, associationData(named, 0, 1)}};
                },
                Security::Secure, security);
        };
    };
    // RFC 7671 §5.2.2: a server must send the authority that a record of usage 2 holds the digest of.
    row("the root, which a TLSA record names as authority", "mx-cert-chain-extra", "pass", anchored(2, root.certificate()));
    row("the root, beside a record of usage 3", "mx-cert-chain-extra", "fail", anchored(3, own));
    row("the root, beside a record of another authority", "mx-cert-chain-extra", "fail", anchored(2, lower.certificate()));
    row("the root, named by a record that does not count", "mx-cert-chain-extra", "fail",
        anchored(2, root.certificate(), Security::Insecure));

    const auto mustStaple = [](const QByteArray &response) {
        return [response](DomainFacts &facts) {
            for (MxProbe &probe : facts.mxHosts[0].probes) {
                probe.tls.chain[0].mustStaple = true;
                probe.tls.ocspResponse = response;
            }
        };
    };
    row("does not have to staple", "mx-cert-staple-missing", "pass", nothing);
    row("has to staple, and does", "mx-cert-staple-missing", "pass", mustStaple("response"));
    row("has to staple, and does not", "mx-cert-staple-missing", "fail", mustStaple({}));
}

void tst_RulesTlsGrid::rules()
{
    QFETCH(QByteArray, id);
    QFETCH(Change, change);
    DomainFacts facts = deepFacts();
    change(facts);
    QTEST(m_table.answer(id, facts), "expected");
}

void tst_RulesTlsGrid::everyRuleIsSeenBothWays()
{
    rules_data();
    QList<const Rule *> mine;
    for (const char *id : {"mx-cert-other-key", "dane-other-key", "mx-tls-legacy-offered", "mx-tls12-missing", "mx-cert-chain-order",
                           "mx-cert-chain-extra", "mx-cert-staple-missing"})
        mine.append(findRule(QLatin1String(id)));
    QCOMPARE(m_table.untested(mine), QStringList());
}

void tst_RulesTlsGrid::whatAnUnevenServerComesTo_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QStringList>("serious");
    const auto row = [](const char *name, const Change &change, const char *verdict, const char *result, const QStringList &serious) {
        QTest::newRow(name) << change << QString::fromLatin1(verdict) << QString::fromLatin1(result) << serious;
    };
    const Change expired = otherCertificate(leaf(-90, -2));
    row("both keys good", otherCertificate(leaf(-31, 61)), "protected", "ok", {});
    row("the other expired: some senders do not deliver", expired, "at-risk", "certificate-expired", {QStringLiteral("mx-cert-other-key")});
    row("at one address: they go to the next", otherCertificate(leaf(-90, -2), 1), "protected", "ok",
        {QStringLiteral("mx-address-differs")});
    row("could not be tested: nothing is known of it", extra(rsa, sendAway), "protected", "ok", {});
    row("a handshake that breaks is no certificate", extra(rsa, [](MxProbe &probe) { probe.tls.version = TlsVersion::Tls13; }), "protected",
        "ok", {});
    row("without a policy it is a warning",
        [=](DomainFacts &facts) {
            expired(facts);
            setRecord(facts, {});
            facts.fetches.clear();
        },
        "unprotected", "certificate-expired", {QStringLiteral("mx-cert-other-key")});
    row("a TLSA record for one of two keys",
        [](DomainFacts &facts) {
            otherCertificate(leaf(-31, 61))(facts);
            setTlsa(facts, [](const Certificate &c) { return QList{keyRecord(c)}; });
        },
        "at-risk", "tlsa-invalid", {QStringLiteral("dane-conflict"), QStringLiteral("dane-other-key")});
    row("neither DANE nor the policy accepts the other: they do not disagree",
        [=](DomainFacts &facts) {
            expired(facts);
            setTlsa(facts, [](const Certificate &c) { return QList{keyRecord(c)}; });
        },
        "at-risk", "certificate-expired", {QStringLiteral("dane-other-key"), QStringLiteral("mx-cert-other-key")});
    row("DANE accepts the other, the policy does not",
        [=](DomainFacts &facts) {
            expired(facts);
            setTlsa(facts, [](const Certificate &c) { return QList{keyRecord(c), keyRecord(leaf(-90, -2))}; });
        },
        "at-risk", "certificate-expired", {QStringLiteral("dane-conflict"), QStringLiteral("mx-cert-other-key")});
}

void tst_RulesTlsGrid::whatAnUnevenServerComesTo()
{
    QFETCH(Change, change);
    QFETCH(QStringList, serious);
    DomainFacts facts = deepFacts();
    change(facts);
    const DomainAudit audit = judge(facts, facts.observedAt);
    QTEST(domainVerdictName(audit.verdict), "verdict");
    QTEST(audit.mx.first().result, "result");
    QStringList found = idsOf(audit, Severity::Error) + idsOf(audit, Severity::Warning);
    found.sort();
    QCOMPARE(found, serious);
    if (audit.verdict == DomainVerdict::AtRisk)
        QVERIFY2(audit.headline.contains(QStringLiteral("RSA")), qPrintable(audit.headline));
}

void tst_RulesTlsGrid::theEvidenceIsWhereTheCertificateIs()
{
    DomainFacts facts = deepFacts();
    otherCertificate(leaf(-90, -2))(facts);
    const Verdict verdict = askRule("mx-cert-other-key", facts);
    QCOMPARE(verdict.hits.size(), 1); // both addresses together
    QCOMPARE(verdict.hits.first().evidence, QStringLiteral("/mxHosts/0/extraProbes/0/probe/tls"));
    QCOMPARE(verdict.hits.first().values.value(QStringLiteral("key")), QStringLiteral("RSA"));
}

void tst_RulesTlsGrid::theMissingIntermediateHasASource_data()
{
    QTest::addColumn<bool>("published");
    QTest::addColumn<bool>("sentElsewhere");
    QTest::newRow("nobody knows") << false << false;
    QTest::newRow("the certificate says where") << true << false;
    QTest::newRow("another host sends it") << false << true;
    QTest::newRow("both") << true << true;
}

void tst_RulesTlsGrid::theMissingIntermediateHasASource()
{
    QFETCH(bool, published);
    QFETCH(bool, sentElsewhere);
    const QString url = QStringLiteral("http://ca.example/lower.crt");
    const fakes::Identity root = fakes::rootAuthority(QStringLiteral("R"));
    const fakes::Identity lower = fakes::intermediateAuthority(QStringLiteral("Lower"), root);
    fakes::CertificateSpec spec;
    spec.dnsNames = QStringList{mx1};
    if (published)
        spec.extensions = {{"authorityInfoAccess", "caIssuers;URI:" + url.toLatin1()}};
    const Certificate own = fakes::issue(spec, lower).certificate();
    DomainFacts facts = goodFacts();
    for (MxProbe &probe : facts.mxHosts[0].probes) {
        probe.tls.chain = {own};
        probe.tls.verdict = {Trust::IncompleteChain, {own}, {}};
    }
    if (sentElsewhere)
        facts.mxHosts[1].probes[0].tls.chain.append(lower.certificate());
    const Verdict verdict = askRule("mx-cert-incomplete-chain", facts);
    const Values values = verdict.hits.value(0).values;
    QCOMPARE(values.value(QStringLiteral("issuer")), QStringLiteral("CN=Lower"));
    const QString source = values.value(QStringLiteral("source"));
    QVERIFY(!source.isEmpty());
    QCOMPARE(source.contains(url), published);
    QCOMPARE(source.contains(QStringLiteral("mx2.good.example")), sentElsewhere);
}

void tst_RulesTlsGrid::anIntermediateThatOnlyThisMachineHasIsMissing()
{
    DomainFacts facts = goodFacts();
    const fakes::Identity lower = fakes::intermediateAuthority(QStringLiteral("Lower"), fakes::rootAuthority(QStringLiteral("R")));
    Certificate inDate = lower.certificate();
    inDate.notBefore = observedThen().addDays(-1);
    for (MxProbe &probe : facts.mxHosts[0].probes)
        probe.tls.verdict.path.insert(1, inDate);
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(idsOf(audit), QStringList{QStringLiteral("mx-cert-incomplete-chain")});
    QCOMPARE(audit.mx.first().result, QStringLiteral("certificate-not-trusted"));
    for (MxProbe &probe : facts.mxHosts[0].probes)
        probe.tls.chain.append(lower.certificate());
    QCOMPARE(judge(facts, facts.observedAt).mx.first().result, QStringLiteral("ok"));
}

QTEST_GUILESS_MAIN(tst_RulesTlsGrid)
#include "tst_rules_tlsgrid.moc"
