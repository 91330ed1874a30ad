// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/catalogue.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"
#include "fakes/spoiltfacts.h"

#include <QRegularExpression>
#include <QTest>

using namespace mta;

class tst_Catalogue : public QObject
{
    Q_OBJECT

private slots:
    void idsAreUniqueAndWellFormed();
    void everyRuleIsWhole_data();
    void everyRuleIsWhole();
    void everyIdOfTheContractIsThere();
    void nothingIsWrongWithAGoodDomain();
    void valuesAreShownUpToAThousandCharacters();
    void everyRuleFailsSomewhere();
    void aSpoiltDomainGivesJustItsFindings_data();
    void aSpoiltDomainGivesJustItsFindings();
    void sentencesAreFilledIn();
    void unknownIdsAreSaidAsTheyAre();
};

void tst_Catalogue::idsAreUniqueAndWellFormed()
{
    QSet<QString> seen;
    static const QRegularExpression form(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)+$"));
    for (const Rule *rule : catalogue()) {
        const QString id = QString::fromLatin1(rule->id);
        QVERIFY2(!seen.contains(id), rule->id);
        QVERIFY2(form.match(id).hasMatch(), rule->id);
        QCOMPARE(findRule(id), rule);
        seen.insert(id);
    }
    QVERIFY(seen.size() > 100);
    QVERIFY(!findRule(QStringLiteral("no-such-rule")));
}

void tst_Catalogue::everyRuleIsWhole_data()
{
    QTest::addColumn<QString>("id");
    for (const Rule *rule : catalogue())
        QTest::newRow(rule->id) << QString::fromLatin1(rule->id);
}

void tst_Catalogue::everyRuleIsWhole()
{
    QFETCH(QString, id);
    const Rule *rule = findRule(id);
    static const QRegularExpression source(QStringLiteral("^(RFC \\d+ §[\\dA-Z.]+|BCP \\d+( §[\\d.]+)?|IANA .+)$"));
    QVERIFY2(source.match(QString::fromUtf8(rule->citation)).hasMatch(), rule->citation);
    for (const char *text : {rule->message, rule->explanation, rule->remedy}) {
        const QString sentence = QString::fromUtf8(text);
        QVERIFY(!sentence.isEmpty());
        QCOMPARE(sentence, sentence.trimmed());
        QVERIFY2(!sentence.contains(u'!'), text);
    }
    QVERIFY(rule->mitigated <= rule->severity);
    QVERIFY(rule->check);
}

void tst_Catalogue::everyIdOfTheContractIsThere()
{
    // The ids that other programs rely on; a new one may come, none may go.
    const QByteArrayList promised =
        QByteArray(
            "sts-record-absent sts-record-multiple sts-record-version sts-record-syntax sts-id-missing sts-id-invalid sts-dns-error "
            "sts-cname-broken "
            "policy-without-record sts-record-fragile sts-record-misplaced sts-record-delegated sts-record-inconsistent "
            "sts-subdomain-uncovered policy-host-no-address "
            "policy-host-dns-error "
            "policy-host-unreachable policy-host-timeout policy-host-private-address policy-tls-failed policy-tls-old policy-cert-expired "
            "policy-cert-not-yet-valid policy-cert-self-signed policy-cert-untrusted policy-cert-name policy-cert-incomplete-chain "
            "policy-cert-weak "
            "policy-cert-expires-soon policy-http-status policy-http-redirect policy-http-malformed policy-http-truncated "
            "policy-content-type "
            "policy-content-encoding policy-too-large policy-host-dangling policy-host-address-differs policy-syntax policy-version "
            "policy-mode "
            "policy-max-age policy-max-age-short policy-mx-missing policy-mx-pattern policy-duplicate-key policy-unknown-key "
            "policy-senders-disagree "
            "policy-mode-testing "
            "policy-mode-none policy-mode-testing-long policy-still-cached sts-id-unchanged mx-cert-expires-before-renewal policy-encoding "
            "policy-near-miss policy-mx-broad policy-mx-unused policy-max-age-advice policy-revocation "
            "mx-not-covered "
            "mx-none-covered mx-null mx-null-with-others mx-implicit mx-no-address mx-is-cname mx-is-ip mx-private-address mx-unreachable "
            "mx-timeout "
            "mx-greeting mx-protocol mx-ehlo mx-dns-error mx-slow mx-single mx-untestable mx-duplicate mx-address-differs mx-ipv6-failing "
            "starttls-absent starttls-hidden starttls-refused starttls-injection mx-tls-failed mx-tls-old mx-cert-expired "
            "mx-cert-not-yet-valid "
            "mx-cert-expires-soon mx-cert-self-signed mx-cert-name mx-cert-no-san mx-cert-untrusted mx-cert-incomplete-chain mx-cert-weak "
            "mx-tls-weak "
            "mx-cert-revoked dane-valid dane-mismatch dane-unusable dane-insecure dane-bogus dane-empty-digest dane-conflict "
            "dane-rollover-missing dane-starttls dane-mx-insecure "
            "dnssec-unsigned "
            "dnssec-bogus tlsrpt-absent tlsrpt-multiple tlsrpt-syntax tlsrpt-dns-error tlsrpt-rua tlsrpt-misplaced "
            "tlsrpt-rua-undeliverable domain-nxdomain domain-parked local-clock-wrong tls-intercepted smtp-port-blocked")
            .split(' ');
    for (const QByteArray &id : promised)
        QVERIFY2(findRule(QString::fromLatin1(id)), id.constData());
}

void tst_Catalogue::nothingIsWrongWithAGoodDomain()
{
    const DomainFacts facts = goodFacts();
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(idsOf(audit), QStringList());
    QCOMPARE(audit.undetermined, QStringList());
    for (const Rule *rule : catalogue())
        QVERIFY2(askRule(rule->id, facts).outcome != Verdict::Outcome::Fail, rule->id);
}

void tst_Catalogue::valuesAreShownUpToAThousandCharacters()
{
    for (const int size : {999, 1000, 1001}) {
        const Finding finding{QStringLiteral("policy-near-miss"),
                              Severity::Error,
                              QStringLiteral("good.example"),
                              {{QStringLiteral("written"), QString(size, u'Z')}},
                              {}};
        const QString message = findingMessage(finding);
        QCOMPARE(message.contains(QString(size, u'Z')), size <= 1000);
        QVERIFY(message.count(u'Z') >= 999 && message.count(u'Z') <= 1000);
    }
}

void tst_Catalogue::everyRuleFailsSomewhere()
{
    QSet<QString> failing;
    for (const Spoilt &how : spoiltFacts()) {
        const QStringList ids = how.findings + how.notes;
        failing += QSet<QString>(ids.cbegin(), ids.cend());
    }
    QStringList never;
    for (const Rule *rule : catalogue()) {
        if (!failing.contains(QString::fromLatin1(rule->id)))
            never.append(QString::fromLatin1(rule->id));
    }
    QCOMPARE(never, QStringList());
}

void tst_Catalogue::aSpoiltDomainGivesJustItsFindings_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < spoiltFacts().size(); ++i)
        QTest::newRow(spoiltFacts().at(i).sentence) << i;
}

void tst_Catalogue::aSpoiltDomainGivesJustItsFindings()
{
    QFETCH(int, index);
    const Spoilt &how = spoiltFacts().at(index);
    const DomainFacts facts = spoilt(how);
    const DomainAudit audit = judge(facts, facts.observedAt);
    QStringList serious = idsOf(audit, Severity::Error) + idsOf(audit, Severity::Warning);
    std::sort(serious.begin(), serious.end());
    QCOMPARE(serious, how.findings);
    for (const QString &id : how.notes)
        QVERIFY2(idsOf(audit, Severity::Note).contains(id), qPrintable(id));
    QCOMPARE(domainVerdictName(audit.verdict), QString::fromLatin1(how.verdict));
    for (const QString &id : how.findings + how.notes)
        QCOMPARE(askRule(id.toLatin1().constData(), facts).outcome, Verdict::Outcome::Fail);
    for (const Finding &finding : audit.findings) {
        QVERIFY2(!findingMessage(finding).contains(QStringLiteral("{subject}")), qPrintable(finding.ruleId));
        QVERIFY(!findingExplanation(finding).isEmpty());
        QVERIFY(!findingRemedy(finding).isEmpty());
    }
    QCOMPARE(audit.links.size(), 6);
    QVERIFY(!audit.headline.isEmpty());
    QVERIFY2(!audit.headline.contains(u'%'), qPrintable(audit.headline));
}

void tst_Catalogue::sentencesAreFilledIn()
{
    const Finding finding{QStringLiteral("mx-is-cname"),
                          Severity::Warning,
                          QStringLiteral("mx.a.example"),
                          {{QStringLiteral("target"), QStringLiteral("evil\u202e.example\n{subject}")}},
                          QStringLiteral("/mxHosts/0")};
    const QString message = findingMessage(finding);
    QVERIFY(message.contains(QStringLiteral("mx.a.example")));
    QVERIFY2(!message.contains(u'\n') && !message.contains(QChar(0x202e)), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("{subject}")), "what strangers wrote is never looked into");
}

void tst_Catalogue::unknownIdsAreSaidAsTheyAre()
{
    QCOMPARE(findingMessage({QStringLiteral("from-the-future"), Severity::Note, {}, {}, {}}), QStringLiteral("from-the-future"));
}

QTEST_GUILESS_MAIN(tst_Catalogue)
#include "tst_catalogue.moc"
