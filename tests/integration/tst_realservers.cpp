// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Audits against NSD, unbound, nginx and Postfix as Debian ships them, each domain set up in one way (scenarios_*.cpp). The domains are
// audited twice, each time all of them side by side: through unbound, which validates, and by the command line with NSD asked directly.

#include "cli/program.h"
#include "fakes/auditdomain.h"
#include "fakes/jsonschema.h"
#include "fakes/privatenetwork.h"
#include "integration/scenarios.h"
#include "report/render.h"

#include <QFile>
#include <QTest>

using namespace mta;
using fakes::Needs;
using fakes::RealDomain;
using fakes::Scenario;

namespace
{

const QList<Scenario> &scenarios()
{
    using namespace fakes;
    static const QList<Scenario> all = mailScenarios() + recordScenarios() + zoneScenarios() + policyHostScenarios() +
                                       policyAnswerScenarios() + policyScenarios() + mxScenarios() + addressScenarios() +
                                       dialogScenarios() + nameScenarios();
    return all;
}

/// Postfix is met where its ways matter.
bool wantsPostfix(qsizetype index)
{
    static const qsizetype count = fakes::mailScenarios().size();
    return index < count;
}

RealDomain domainOf(qsizetype index)
{
    const Scenario &scenario = scenarios().at(index);
    RealDomain domain(scenario.name.isEmpty() ? scenario.label + QByteArray(".example") : scenario.name);
    if (!wantsPostfix(index))
        fakes::playMail(domain, fakes::talkWell);
    scenario.change(domain);
    return domain;
}

bool isPossible(const Scenario &scenario)
{
    return scenario.needs == Needs::Nothing || fakes::inPrivateNetwork();
}

/// The ids of an object's findings, without repetition.
QStringList idsIn(const QJsonObject &object, const QStringList &severities)
{
    QStringList ids;
    for (const QJsonValue &finding : object[u"findings"].toArray()) {
        if (severities.contains(finding[u"severity"].toString()))
            ids.append(finding[u"id"].toString());
    }
    ids.removeDuplicates();
    return ids;
}

/// "mx1 ok", "mx1 address unreachable refused"
QStringList resultsIn(const QJsonObject &object)
{
    QStringList results;
    for (const QJsonValue &host : object[u"mx"].toArray()) {
        const QString name = host[u"host"].toString().section(u'.', 0, 0);
        results.append(name + u' ' + host[u"result"].toString());
        for (const QJsonValue &address : host[u"addresses"].toArray()) {
            const QString result = name + QStringLiteral(" address ") + address[u"result"].toString();
            results += {result, result + u' ' + address[u"reason"].toString()};
        }
    }
    return results;
}

} // namespace

class TestRealServers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void throughUnbound_data() { addRows(); }
    void throughUnbound() { check(m_throughUnbound); }
    void nsdDirectly_data() { addRows(); }
    void nsdDirectly();
    void validationSeesTheTruth();
    void privateAddressesAreLeftAlone();
    void silenceAlonePointsAtThisNetwork();
    void unusableLinesDoNotEndTheRun();
    void cleanupTestCase() { m_servers.reset(); }

private:
    static void addRows()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < scenarios().size(); ++i)
            QTest::addRow("%s", scenarios().at(i).label) << i;
    }
    void check(const QHash<int, QJsonObject> &objects) const;
    QStringList options(const QString &resolver) const;
    static int numberOf(const char *label)
    {
        int i = 0;
        while (qstrcmp(scenarios().at(i).label, label) != 0)
            ++i;
        return i;
    }

    std::unique_ptr<fakes::RealServers> m_servers;
    QJsonObject m_schema;
    QHash<int, DomainAudit> m_audits;
    QHash<int, QJsonObject> m_throughUnbound; ///< by the number of the scenario
    QHash<int, QJsonObject> m_direct;
};

void TestRealServers::initTestCase()
{
    if (const QString missing = fakes::RealServers::missing(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("Missing: ") + missing));
    if (!fakes::enterPrivateNetwork())
        qInfo("No right to make a private network: what needs one is skipped.");
    QFile schema(QStringLiteral(SOURCE_DIR "/docs/schema/audit.schema.json"));
    QVERIFY(schema.open(QIODevice::ReadOnly));
    m_schema = QJsonDocument::fromJson(schema.readAll()).object();

    QList<RealDomain> domains;
    QList<int> numbers;
    QStringList names;
    QByteArray typed;
    for (int i = 0; i < scenarios().size(); ++i) {
        if (!isPossible(scenarios().at(i)))
            continue;
        domains.append(domainOf(i));
        numbers.append(i);
        names.append(QString::fromLatin1(domains.last().name));
        typed += (scenarios().at(i).typed.isEmpty() ? domains.last().name : scenarios().at(i).typed) + '\n';
    }
    m_servers = std::make_unique<fakes::RealServers>();
    QVERIFY2(m_servers->start(domains), qPrintable(m_servers->error()));

    NetworkOptions network;
    network.caFile = m_servers->caFile();
    network.trustAnchorFile = m_servers->anchorFile();
    network.smtpPort = m_servers->smtpPort();
    network.httpsPort = m_servers->httpsPort();
    network.ehloName = "auditor.example";
    network.resolver = m_servers->resolver();
    const QList<DomainAudit> audits = auditDomains(names, network);
    QCOMPARE(audits.size(), names.size());
    for (qsizetype i = 0; i < audits.size(); ++i) {
        m_audits[numbers.at(i)] = audits.at(i);
        RunItem item;
        item.input = names.at(i);
        item.audit = audits.at(i);
        m_throughUnbound[numbers.at(i)] = renderJson(item);
    }

    const auto ran = program::run(options(m_servers->nameServer()) + QStringList{QStringLiteral("--deep"), QStringLiteral("--format"),
                                                                                 QStringLiteral("ndjson"), QStringLiteral("--from"),
                                                                                 QStringLiteral("-"), QStringLiteral("--allow-private")},
                                  typed);
    QCOMPARE(ran.status, 1);
    for (const QJsonObject &object : ran.lines()) {
        const qsizetype place = names.indexOf(object[u"domain"].toString());
        QVERIFY2(place >= 0, qPrintable(object[u"domain"].toString()));
        m_direct[numbers.at(place)] = object;
    }
    QCOMPARE(m_direct.size(), names.size());
}

QStringList TestRealServers::options(const QString &resolver) const
{
    return {QStringLiteral("audit"),
            QStringLiteral("--resolver"),
            resolver,
            QStringLiteral("--ca-file"),
            m_servers->caFile(),
            QStringLiteral("--trust-anchor"),
            m_servers->anchorFile(),
            QStringLiteral("--smtp-port"),
            QString::number(m_servers->smtpPort()),
            QStringLiteral("--https-port"),
            QString::number(m_servers->httpsPort()),
            QStringLiteral("--ehlo-name"),
            QStringLiteral("auditor.example"),
            QStringLiteral("--timeout"),
            QStringLiteral("10"),
            QStringLiteral("--jobs"),
            QStringLiteral("64")};
}

void TestRealServers::nsdDirectly()
{
    QFETCH(int, index);
    if (scenarios().at(index).needs == Needs::Recursion)
        QSKIP("NSD does not follow delegations");
    check(m_direct);
}

void TestRealServers::check(const QHash<int, QJsonObject> &objects) const
{
    QFETCH(int, index);
    const Scenario &scenario = scenarios().at(index);
    if (!isPossible(scenario))
        QSKIP("needs a private network");
    const fakes::Expected &expected = scenario.expected;
    const QJsonObject object = objects[index];
    QCOMPARE(schemaComplaints(object, m_schema), QStringList());
    const QStringList everything = idsIn(object, {QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("note")});
    const QString all = everything.join(u' ') + QStringLiteral("; ") + resultsIn(object).join(QStringLiteral(", "));
    QStringList stated;
    for (const char *id : expected.findings) {
        stated.append(QLatin1String(id));
        QVERIFY2(everything.contains(stated.last()), qPrintable(stated.last() + QStringLiteral(" is missing in: ") + all));
    }
    for (const char *id : expected.forbidden)
        QVERIFY2(!everything.contains(QLatin1String(id)), id);
    for (const QString &id : idsIn(object, {QStringLiteral("error"), QStringLiteral("warning")}))
        QVERIFY2(stated.contains(id), qPrintable(id + QStringLiteral(" is a false alarm; ") + all));
    const QStringList results = resultsIn(object);
    for (const char *result : expected.results)
        QVERIFY2(results.contains(QLatin1String(result)), qPrintable(QLatin1String(result) + QStringLiteral(" is missing in: ") + all));
    QCOMPARE(object[u"mtaSts"][u"status"].toString(), QLatin1String(expected.status));
    QCOMPARE(object[u"verdict"].toString(), QLatin1String(expected.verdict));
}

void TestRealServers::validationSeesTheTruth()
{
    const auto security = [this](const char *label) { return m_audits[numberOf(label)].facts.sts.security; };
    QCOMPARE(security("all-well"), Security::Secure);
    QCOMPARE(security("unsigned"), Security::Insecure);
    for (const char *label : {"tampered", "signatures-expired", "ds-of-another-key"})
        QCOMPARE(security(label), Security::Bogus);
    QCOMPARE(security("nothing"), Security::Secure); // a proven absence
}

void TestRealServers::privateAddressesAreLeftAlone()
{
    const auto ran = program::run(options(m_servers->resolver()) +
                                  QStringList{QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("all-well.example")});
    const QJsonObject object = ran.json().toObject();
    const QStringList ids = idsIn(object, {QStringLiteral("error"), QStringLiteral("warning")});
    QCOMPARE(ids, (QStringList{QStringLiteral("policy-host-private-address"), QStringLiteral("mx-private-address")}));
    QCOMPARE(object[u"verdict"].toString(), QStringLiteral("undetermined"));
    QVERIFY(resultsIn(object).contains(QStringLiteral("mx1 untested")));
    QCOMPARE(ran.status, 3);
}

/// Where nobody answers on the port, the network here may block it: nothing is said against the domain.
void TestRealServers::silenceAlonePointsAtThisNetwork()
{
    const auto ran = program::run(options(m_servers->resolver()) +
                                  QStringList{QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--allow-private"),
                                              QStringLiteral("--timeout"), QStringLiteral("3"), QStringLiteral("mx-silent.example")});
    const QJsonObject object = ran.json().toObject();
    QCOMPARE(idsIn(object, {QStringLiteral("error"), QStringLiteral("warning")}), QStringList());
    QVERIFY(idsIn(object, {QStringLiteral("note")}).contains(QStringLiteral("mx-untestable")));
    QCOMPARE(object[u"verdict"].toString(), QStringLiteral("undetermined"));
    QCOMPARE(object[u"mtaSts"][u"status"].toString(), QStringLiteral("enforce"));
    QVERIFY(resultsIn(object).contains(QStringLiteral("mx1 address untested blocked")));
    QCOMPARE(ran.status, 3);
}

void TestRealServers::unusableLinesDoNotEndTheRun()
{
    const QByteArray tooLong = QByteArray(64, 'x') + ".example";
    const QByteArrayList lines{"# a comment", "", "example", "no such thing", "192.0.2.1", tooLong, "a..example", "all-well.example"};
    const auto ran = program::run(options(m_servers->resolver()) + QStringList{QStringLiteral("--format"), QStringLiteral("json"),
                                                                               QStringLiteral("--allow-private"), QStringLiteral("--from"),
                                                                               QStringLiteral("-")},
                                  lines.join('\n'));
    const QJsonArray objects = ran.json().toArray();
    QCOMPARE(objects.size(), 6);
    for (const QJsonValue &value : objects) {
        const QJsonObject object = value.toObject();
        QCOMPARE(schemaComplaints(object, m_schema), QStringList());
        const QString domain = object[u"domain"].toString();
        const bool good = domain == QLatin1String("all-well.example");
        if (domain == QLatin1String("example")) // a name of one label is a name
            continue;
        QCOMPARE(object[u"error"].isNull(), good);
        QCOMPARE(object[u"verdict"].toString(), good ? QStringLiteral("protected") : QStringLiteral("undetermined"));
    }
    QCOMPARE(ran.status, 2);
}

QTEST_GUILESS_MAIN(TestRealServers)
#include "tst_realservers.moc"
