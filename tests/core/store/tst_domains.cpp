// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Recorded domains, judged again. Every folder of tests/domains is a sentence that says what its domain shows; it holds evidence.json, as
// `mta-sts audit --save` writes it, and findings.json, what the judge must say of it. A missing findings.json is written, and the test
// fails once so that somebody reads it before it is committed.

#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"
#include "fakes/spoiltfacts.h"
#include "store/evidence.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>
#include <ctime>

using namespace mta;

class tst_Domains : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isJudgedAsRecorded_data();
    void isJudgedAsRecorded();
    void placeAndLanguageMakeNoDifference_data();
    void placeAndLanguageMakeNoDifference();
    void evidenceIsWhereFindingsPoint_data();
    void evidenceIsWhereFindingsPoint();
};

namespace
{

QDir folder()
{
    return QDir(QStringLiteral(SOURCE_DIR "/tests/domains"));
}

QStringList scenarios()
{
    return folder().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

/// Spoilt domains whose certificates are what they say, so that they can be read again from their DER.
const QStringList &madeUp()
{
    static const QStringList names = {
        QStringLiteral("a-mail-server-can-be-taken-over"),
        QStringLiteral("a-name-server-is-silent"),
        QStringLiteral("a-subdomain-takes-mail-without-a-record"),
        QStringLiteral("clock-of-this-computer-is-wrong"),
        QStringLiteral("domain-does-not-exist"),
        QStringLiteral("mail-server-asks-to-come-back-later"),
        QStringLiteral("mail-server-certificate-expired"),
        QStringLiteral("mail-server-fails-over-ipv6"),
        QStringLiteral("name-servers-disagree-about-the-record"),
        QStringLiteral("one-mail-server-is-not-in-the-policy"),
        QStringLiteral("policy-changed-and-the-id-did-not"),
        QStringLiteral("policy-host-certificate-expired"),
        QStringLiteral("policy-host-certificate-is-revoked"),
        QStringLiteral("policy-host-is-an-alias-of-nothing"),
        QStringLiteral("policy-host-redirects"),
        QStringLiteral("policy-is-in-testing"),
        QStringLiteral("policy-mode-is-misspelt"),
        QStringLiteral("port-25-is-blocked-on-this-network"),
        QStringLiteral("policy-is-in-testing-for-months"),
        QStringLiteral("record-is-absent"),
        QStringLiteral("record-is-gone-and-senders-remember-the-policy"),
        QStringLiteral("reports-are-not-asked-for"),
        QStringLiteral("starttls-is-stripped-on-the-way"),
        QStringLiteral("wildcard-is-one-label-too-deep"),
        QStringLiteral("zone-fails-dnssec-validation"),
    };
    return names;
}

QString stateName(ChainLink::State state)
{
    switch (state) {
    case ChainLink::State::Good:
        return QStringLiteral("good");
    case ChainLink::State::Attention:
        return QStringLiteral("attention");
    case ChainLink::State::Broken:
        return QStringLiteral("broken");
    case ChainLink::State::NotTested:
        break;
    }
    return QStringLiteral("not tested");
}

QJsonArray hostsOf(const DomainAudit &audit)
{
    QJsonArray hosts;
    for (const MxOutcome &host : audit.mx) {
        QJsonArray addresses;
        for (const AddressOutcome &address : host.addresses) {
            const QString reason = address.reason.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(address.reason);
            addresses.append(QString(address.address.toString() + QStringLiteral(": ") + address.result + reason));
        }
        hosts.append(QJsonObject{{QStringLiteral("host"), host.host},
                                 {QStringLiteral("coveredBy"), host.coveredBy.isNull() ? QJsonValue() : QJsonValue(host.coveredBy)},
                                 {QStringLiteral("result"), host.result},
                                 {QStringLiteral("addresses"), addresses}});
    }
    return hosts;
}

QJsonObject described(const DomainAudit &audit)
{
    QJsonArray findings;
    for (const Finding &finding : audit.findings) {
        findings.append(QJsonObject{{QStringLiteral("id"), finding.ruleId},
                                    {QStringLiteral("severity"), severityName(finding.severity)},
                                    {QStringLiteral("message"), findingMessage(finding)},
                                    {QStringLiteral("evidence"), finding.evidence}});
    }
    QJsonArray links;
    for (const ChainLink &link : audit.links)
        links.append(QString(areaName(link.area) + QStringLiteral(": ") + stateName(link.state) + QStringLiteral(", ") + link.text));
    return {{QStringLiteral("domain"), audit.facts.domain.ascii},
            {QStringLiteral("verdict"), domainVerdictName(audit.verdict)},
            {QStringLiteral("mtaSts"), stsStatusName(audit.stsStatus)},
            {QStringLiteral("tlsRpt"), tlsRptStatusName(audit.tlsRptStatus)},
            {QStringLiteral("headline"), audit.headline},
            {QStringLiteral("nextStep"), audit.nextStep},
            {QStringLiteral("links"), links},
            {QStringLiteral("mx"), hostsOf(audit)},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("undetermined"), QJsonArray::fromStringList(audit.undetermined)}};
}

void addRows()
{
    QTest::addColumn<QString>("scenario");
    for (const QString &scenario : scenarios())
        QTest::newRow(qPrintable(scenario)) << scenario;
}

} // namespace

void tst_Domains::initTestCase()
{
    for (const QString &name : madeUp()) {
        const QString path = folder().filePath(name + QStringLiteral("/evidence.json"));
        const auto how = std::find_if(spoiltFacts().cbegin(), spoiltFacts().cend(),
                                      [&](const Spoilt &spoilt) { return name == QLatin1String(spoilt.sentence); });
        QVERIFY2(how != spoiltFacts().cend(), qPrintable(name));
        if (QFile::exists(path))
            continue;
        QVERIFY(folder().mkpath(name));
        QVERIFY(saveEvidence(path, {spoilt(*how)}));
    }
    QVERIFY(!scenarios().isEmpty());
}

void tst_Domains::isJudgedAsRecorded_data()
{
    addRows();
}

void tst_Domains::isJudgedAsRecorded()
{
    QFETCH(QString, scenario);
    const QDir here(folder().filePath(scenario));
    const Result<QList<DomainFacts>> facts = loadEvidence(here.filePath(QStringLiteral("evidence.json")));
    QVERIFY2(facts, facts ? "" : qPrintable(facts.error().text));
    QJsonArray judged;
    for (const DomainFacts &domain : *facts)
        judged.append(described(judge(domain, domain.observedAt)));
    const QByteArray text = QJsonDocument(judged).toJson();

    QFile golden(here.filePath(QStringLiteral("findings.json")));
    if (!golden.exists()) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(text);
        QFAIL("findings.json was missing and has been written: read it, then commit it");
    }
    QVERIFY(golden.open(QIODevice::ReadOnly));
    const QList<QByteArray> expected = golden.readAll().split('\n');
    const QList<QByteArray> actual = text.split('\n');
    for (qsizetype line = 0; line < std::max(expected.size(), actual.size()); ++line)
        QCOMPARE(actual.value(line), expected.value(line));
}

void tst_Domains::placeAndLanguageMakeNoDifference_data()
{
    addRows();
}

void tst_Domains::placeAndLanguageMakeNoDifference()
{
    QFETCH(QString, scenario);
    const QString path = folder().filePath(scenario + QStringLiteral("/evidence.json"));
    const auto judged = [&path](const char *zone, const QLocale &locale) {
        qputenv("TZ", zone);
        tzset();
        QLocale::setDefault(locale);
        QStringList lines;
        const Result<QList<DomainFacts>> facts = loadEvidence(path);
        for (const DomainFacts &domain : facts ? *facts : QList<DomainFacts>()) {
            const DomainAudit audit = judge(domain, domain.observedAt);
            lines.append(domainVerdictName(audit.verdict));
            for (const Finding &finding : audit.findings)
                lines.append(finding.ruleId + u' ' + severityName(finding.severity) + u' ' + finding.evidence);
        }
        QLocale::setDefault(QLocale::c());
        qunsetenv("TZ");
        tzset();
        return lines;
    };
    const QStringList here = judged("UTC", QLocale::c());
    QVERIFY(!here.isEmpty());
    QCOMPARE(judged("Pacific/Kiritimati", QLocale(QLocale::Arabic)), here);
    QCOMPARE(judged("America/St_Johns", QLocale(QLocale::German)), here);
    QCOMPARE(judged("UTC", QLocale::c()), here);
}

void tst_Domains::evidenceIsWhereFindingsPoint_data()
{
    addRows();
}

void tst_Domains::evidenceIsWhereFindingsPoint()
{
    QFETCH(QString, scenario);
    const Result<QList<DomainFacts>> facts = loadEvidence(folder().filePath(scenario + QStringLiteral("/evidence.json")));
    QVERIFY(facts);
    for (const DomainFacts &domain : *facts) {
        for (const Finding &finding : judge(domain, domain.observedAt).findings)
            QVERIFY2(!evidenceAt(domain, finding.evidence).isEmpty(), qPrintable(finding.ruleId + QStringLiteral(": ") + finding.evidence));
    }
}

QTEST_GUILESS_MAIN(tst_Domains)
#include "tst_domains.moc"
