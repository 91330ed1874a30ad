// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Authoritative servers that do not agree: several NSD, each with a zone of its own making, found through real delegation from a root of
// this test's own, by full recursion.

#include "fakes/auditdomain.h"
#include "fakes/ownnetwork.h"
#include "fakes/signedzones.h"

using namespace mta;

namespace
{

using Kind = SignedZones::Kind;

QString addressOf(int number)
{
    return QStringLiteral("127.53.0.%1").arg(number);
}

/// split.example as one of its servers holds it. ns.example, which the zone names too, does not serve it; nobody is at ns4.
SignedZones::Zone version(quint32 serial, const char *id, const char *mx = "mx")
{
    QStringList records{QStringLiteral("_mta-sts TXT \"v=STSv1; id=%1;\"").arg(QLatin1String(id)),
                        QStringLiteral("@ MX 10 %1").arg(QLatin1String(mx)),
                        QStringLiteral("mx A 127.53.1.1"),
                        QStringLiteral("_smtp._tls TXT \"v=TLSRPTv1; rua=mailto:a@split.example\""),
                        QStringLiteral("news MX 10 mx.split.example."),
                        QStringLiteral("mail MX 0 ."),
                        QStringLiteral("*.wild MX 10 mx.split.example.")};
    for (int i = 1; i <= 4; ++i)
        records += {QStringLiteral("@ NS ns%1").arg(i), QStringLiteral("ns%1 A %2").arg(i).arg(addressOf(i))};
    return {QStringLiteral("split.example"), Kind::Unsigned, records, serial};
}

QStringList ids(const DomainAudit &audit)
{
    return findingIds(audit, Severity::Note);
}

} // namespace

class TestNameservers : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void serversAreComparedAsTheyAnswer();
    void serversThatAgreeAreNotBlamed();
    void anotherPortMayBeChosen();

private:
    std::unique_ptr<SignedZones> serve(int number, const SignedZones::Zone &zone)
    {
        auto server = std::make_unique<SignedZones>(QList<SignedZones::Zone>{zone}, QStringList{addressOf(number)});
        if (!server->isRunning())
            QTest::qFail(qPrintable(server->error()), __FILE__, __LINE__);
        return server;
    }
    DomainAudit audit()
    {
        NetworkOptions options;
        options.resolver = QStringLiteral("recursive");
        options.trustAnchorFile = m_root->anchorFile();
        return auditDomains({QStringLiteral("split.example")}, options, Depth::Deep).value(0);
    }

    std::unique_ptr<SignedZones> m_root;
};

void TestNameservers::initTestCase()
{
    if (!SignedZones::missing().isEmpty())
        QSKIP(qPrintable(SignedZones::missing()));
    if (const QString missing = enterOwnNetwork(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QStringList delegation;
    for (int i = 1; i <= 4; ++i)
        delegation += {QStringLiteral("split NS ns%1.split").arg(i), QStringLiteral("ns%1.split A %2").arg(i).arg(addressOf(i))};
    m_root = std::make_unique<SignedZones>(
        QList<SignedZones::Zone>{{QStringLiteral("."), Kind::Signed, {}}, {QStringLiteral("example"), Kind::Signed, delegation}},
        rootServerAddresses() + QStringList{QStringLiteral("127.0.0.1")});
    QVERIFY2(m_root->isRunning(), qPrintable(m_root->error()));
}

void TestNameservers::serversAreComparedAsTheyAnswer()
{
    const auto first = serve(1, version(7, "1"));
    const auto second = serve(2, version(7, "1"));
    const auto third = serve(3, version(6, "old", "mx.gone.split.example."));
    const DomainAudit found = audit();
    QCOMPARE(found.facts.authorities.zone(), QStringLiteral("split.example"));
    QCOMPARE(found.facts.authorities.servers.size(), 5);
    const QStringList said = ids(found);
    for (const char *id : {"sts-record-inconsistent", "mx-inconsistent", "zone-serial-differs", "nameserver-lame", "nameserver-silent",
                           "sts-subdomain-uncovered"})
        QVERIFY2(said.contains(QLatin1String(id)), qPrintable(said.join(u' ')));
    QVERIFY(!said.contains(QStringLiteral("tlsrpt-inconsistent")));
    for (const Finding &finding : found.findings) {
        if (finding.ruleId == QLatin1String("sts-record-inconsistent"))
            QVERIFY2(findingMessage(finding).endsWith(QStringLiteral("“v=STSv1; id=old;” (ns3.split.example at 127.53.0.3)")),
                     qPrintable(findingMessage(finding)));
        if (finding.ruleId == QLatin1String("nameserver-lame"))
            QCOMPARE(finding.subject, QStringLiteral("ns.example"));
        if (finding.ruleId == QLatin1String("nameserver-silent"))
            QCOMPARE(finding.subject, QStringLiteral("ns4.split.example"));
        if (finding.ruleId == QLatin1String("sts-subdomain-uncovered"))
            QCOMPARE(finding.subject, QStringLiteral("news.split.example"));
    }
}

void TestNameservers::serversThatAgreeAreNotBlamed()
{
    const auto first = serve(1, version(7, "1"));
    const auto second = serve(2, version(7, "1"));
    const auto third = serve(3, version(7, "1"));
    const QStringList said = ids(audit());
    for (const char *id : {"sts-record-inconsistent", "mx-inconsistent", "tlsrpt-inconsistent", "zone-serial-differs"})
        QVERIFY2(!said.contains(QLatin1String(id)), qPrintable(said.join(u' ')));
}

void TestNameservers::anotherPortMayBeChosen()
{
    const SignedZones zones(
        {{QStringLiteral("."), Kind::Signed, {}},
         {QStringLiteral("example"), Kind::Signed, {}},
         {QStringLiteral("good.example"),
          Kind::Signed,
          {QStringLiteral("_mta-sts TXT \"v=STSv1; id=1;\""), QStringLiteral("@ MX 10 mx"), QStringLiteral("mx A 127.53.1.1")}}});
    QVERIFY2(zones.isRunning(), qPrintable(zones.error()));
    NetworkOptions options;
    options.resolver = zones.resolver();
    options.trustAnchorFile = zones.anchorFile();
    options.dnsPort = zones.port();
    const DomainAudit found = auditDomains({QStringLiteral("good.example")}, options, Depth::Deep).value(0);
    QCOMPARE(found.facts.conditions.dnsPort, zones.port());
    QCOMPARE(found.facts.authorities.servers.size(), 1);
    const ServerAnswers answers = found.facts.authorities.servers.first().answers.value(0);
    QCOMPARE(answers.soa.status, AnswerStatus::NoError);
    QCOMPARE(txtRecords(answers.sts).records.value(0).joined(), "v=STSv1; id=1;");
    QVERIFY(!ids(found).contains(QStringLiteral("nameserver-lame")));
    // Nobody is at the usual port.
    options.dnsPort = 53535;
    const DomainAudit elsewhere = auditDomains({QStringLiteral("good.example")}, options, Depth::Deep).value(0);
    QVERIFY(elsewhere.facts.authorities.servers.first().answers.value(0).soa.failed());
    QVERIFY(elsewhere.undetermined.contains(QStringLiteral("nameserver-lame"))); // not tested, never red
}

QTEST_GUILESS_MAIN(TestNameservers)
#include "tst_nameservers.moc"
