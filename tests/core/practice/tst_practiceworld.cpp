// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/catalogue.h"
#include "fakes/auditdomain.h"
#include "practice/dnsserver.h"
#include "practice/scenario.h"
#include "practice/world.h"

#include <QElapsedTimer>
#include <QTest>

using namespace mta;

namespace
{

NetworkOptions optionsFor(const PracticeWorld &world)
{
    NetworkOptions options;
    options.resolver = world.resolver();
    options.caFile = world.caFile();
    options.trustAnchorFile = world.trustAnchorFile();
    options.smtpPort = world.smtpPort();
    options.httpsPort = world.httpsPort();
    options.ehloName = "auditor.example";
    return options;
}

QStringList practiceNames()
{
    QStringList names;
    for (const PracticeDomain &domain : practiceDomains())
        names.append(domain.name);
    return names;
}

QByteArray query(const char *name, ldns_rr_type type, bool edns)
{
    ldns_pkt *packet = ldns_pkt_query_new(ldns_dname_new_frm_str(name), type, LDNS_RR_CLASS_IN, LDNS_RD);
    if (edns)
        ldns_pkt_set_edns_udp_size(packet, 1232);
    uint8_t *wire = nullptr;
    size_t size = 0;
    ldns_pkt2wire(&wire, packet, &size);
    const QByteArray octets(reinterpret_cast<const char *>(wire), static_cast<qsizetype>(size));
    free(wire);
    ldns_pkt_free(packet);
    return octets;
}

bool truncated(const QByteArray &reply)
{
    return reply.size() > 2 && (static_cast<quint8>(reply.at(2)) & 0x02) != 0;
}
int responseCode(const QByteArray &reply)
{
    return reply.size() > 3 ? static_cast<quint8>(reply.at(3)) & 0x0f : -1;
}

} // namespace

class TestPracticeWorld : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QElapsedTimer timer;
        timer.start();
        const auto started = PracticeWorld::start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().text));
        m_world = *started;
        qInfo("started in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() < 2000); // about 60 ms on a machine that has nothing else to do
        m_audits = auditDomains(practiceNames(), optionsFor(*m_world));
        QCOMPARE(m_audits.size(), practiceDomains().size());
    }

    void everyDomainSaysWhatItTeaches()
    {
        const QStringList verdicts{QStringLiteral("protected"), QStringLiteral("testing"),      QStringLiteral("unprotected"),
                                   QStringLiteral("at-risk"),   QStringLiteral("undetermined"), QStringLiteral("not-applicable")};
        QSet<QString> names, lessons;
        for (const PracticeDomain &domain : practiceDomains()) {
            QVERIFY2(domain.name.endsWith(QStringLiteral(".example")), qPrintable(domain.name));
            QVERIFY2(domain.lesson.endsWith(u'.'), qPrintable(domain.lesson));
            QVERIFY2(verdicts.contains(domain.verdict), qPrintable(domain.verdict));
            for (const QString &id : domain.findings)
                QVERIFY2(findRule(id), qPrintable(id));
            names.insert(domain.name);
            lessons.insert(domain.lesson);
        }
        QCOMPARE(names.size(), practiceDomains().size());
        QCOMPARE(lessons.size(), practiceDomains().size());
    }

    void auditComesToWhatIsStated_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < practiceDomains().size(); ++i)
            QTest::addRow("%s", qPrintable(practiceDomains().at(i).name)) << i;
    }
    void auditComesToWhatIsStated()
    {
        QFETCH(int, index);
        const PracticeDomain &domain = practiceDomains().at(index);
        const DomainAudit &audit = m_audits.at(index);
        const QStringList everything = findingIds(audit, Severity::Note);
        QString messages;
        for (const Finding &finding : audit.findings)
            messages += finding.ruleId + QStringLiteral(": ") + findingMessage(finding) + u'\n';

        for (const QString &id : domain.findings)
            QVERIFY2(everything.contains(id), qPrintable(id + QStringLiteral(" is missing in\n") + messages));
        for (const QString &id : findingIds(audit, Severity::Warning))
            QVERIFY2(domain.findings.contains(id), qPrintable(id + QStringLiteral(" was not stated, in\n") + messages));
        QCOMPARE(domainVerdictName(audit.verdict), domain.verdict);
    }

    void lookupsHaveTheirSecurity()
    {
        QCOMPARE(auditOf("well-run.example").facts.sts.security, Security::Secure);
        QCOMPARE(auditOf("well-run.example").facts.mx.security, Security::Secure);
        QCOMPARE(auditOf("no-mta-sts.example").facts.sts.security, Security::Secure); // a proven absence
        QCOMPARE(auditOf("delegated.example").facts.sts.security, Security::Secure);
        QCOMPARE(auditOf("unsigned.example").facts.sts.security, Security::Insecure);
        QCOMPARE(auditOf("expired-signatures.example").facts.sts.security, Security::Bogus);
    }

    void unknownDomainDoesNotExist()
    {
        const auto audits = auditDomains({QStringLiteral("nobody-is-here.example")}, optionsFor(*m_world));
        QCOMPARE(audits.size(), 1);
        QCOMPARE(audits.first().verdict, DomainVerdict::NotApplicable);
        QCOMPARE(findingIds(audits.first(), Severity::Warning), QStringList{QStringLiteral("domain-nxdomain")});
    }

    void policyIsEditedWithoutANewId()
    {
        const auto world = PracticeWorld::start();
        QVERIFY(world);
        const QStringList name{QStringLiteral("id-unchanged.example")};
        const auto before = auditDomains(name, optionsFor(**world));
        const auto after = auditDomains(name, optionsFor(**world));
        QCOMPARE(before.size() + after.size(), 2);
        QCOMPARE(before.first().record.record.id, after.first().record.record.id);
        QVERIFY(!before.first().facts.fetches.isEmpty() && !after.first().facts.fetches.isEmpty());
        QVERIFY(before.first().facts.fetches.first().body != after.first().facts.fetches.first().body);
    }

    void whatAnOwnerChangesIsSeenAtOnce()
    {
        const auto started = PracticeWorld::start();
        QVERIFY(started);
        const std::shared_ptr<PracticeWorld> world = *started;
        const QStringList name{QStringLiteral("no-mta-sts.example")};
        const auto audited = [&] { return auditDomains(name, optionsFor(*world)).value(0); };
        QCOMPARE(audited().stsStatus, StsStatus::Absent);
        QCOMPARE(audited().facts.sts.security, Security::Secure);
        QVERIFY(world->publish("_mta-sts.no-mta-sts.example", "TXT", {"\"v=STSv1; id=1;\""}));
        DomainAudit audit = audited();
        QCOMPARE(audit.stsStatus, StsStatus::PolicyUnavailable);
        QCOMPARE(audit.facts.sts.security, Security::Secure);
        QVERIFY(world->publish("mta-sts.no-mta-sts.example", "A", {world->resolver().section(u':', 0, 0).toLatin1()}));
        QVERIFY(findingIds(audited(), Severity::Error).contains(QStringLiteral("policy-tls-failed"))); // nobody of that name yet
        const QByteArray policy = policyText("testing", {"mx1.no-mta-sts.example", "mx2.no-mta-sts.example"});
        world->serve("mta-sts.no-mta-sts.example", CertificateKind::Good, {httpAnswer(policy)});
        audit = audited();
        QCOMPARE(audit.stsStatus, StsStatus::Testing);
        QCOMPARE(findingIds(audit, Severity::Warning), QStringList());
        world->serve("mta-sts.no-mta-sts.example", CertificateKind::Expired, {httpAnswer(policy)});
        QCOMPARE(findingIds(audited(), Severity::Error), QStringList{QStringLiteral("policy-cert-expired")});
        QVERIFY(world->publish("no-mta-sts.example", "MX", {"10 mx1.no-mta-sts.example."}));
        QCOMPARE(audited().facts.mxHosts.size(), 1);
        QVERIFY(world->publish("_mta-sts.no-mta-sts.example", "TXT", {}));
        audit = audited();
        QCOMPARE(audit.stsStatus, StsStatus::Absent);
        QCOMPARE(audit.facts.sts.security, Security::Secure); // a proven absence
        QVERIFY(!world->publish("_mta-sts.no-mta-sts.example", "A", {"no address"}));
    }

    void worldsStandSideBySideAndStop()
    {
        QString folder;
        for (int i = 0; i < 3; ++i) {
            const auto one = PracticeWorld::start();
            const auto other = PracticeWorld::start();
            QVERIFY(one && other);
            QVERIFY((*one)->resolver() != (*other)->resolver());
            QVERIFY(QFile::exists((*one)->caFile()) && QFile::exists((*one)->trustAnchorFile()));
            folder = (*one)->caFile();
        }
        QVERIFY(!QFile::exists(folder));
    }

    void longAnswersGoOverTcp()
    {
        std::vector<Zone> zones;
        zones.emplace_back("big.example.", Zone::Signing::None);
        for (int i = 0; i < 20; ++i)
            QVERIFY(zones.front().add("big.example.", "TXT \"" + QByteArray::number(i) + QByteArray(100, 'x') + '"'));
        const QByteArray question = query("big.example.", LDNS_RR_TYPE_TXT, true);
        QVERIFY(truncated(respond(zones, question, Transport::Udp)));
        const QByteArray whole = respond(zones, question, Transport::Tcp);
        QVERIFY(!truncated(whole));
        QVERIFY(whole.size() > 2000);
    }

    void withoutEdnsFiveHundredTwelveOctetsAreTheLimit()
    {
        std::vector<Zone> zones;
        zones.emplace_back("big.example.", Zone::Signing::None);
        for (int i = 0; i < 6; ++i)
            QVERIFY(zones.front().add("big.example.", "TXT \"" + QByteArray::number(i) + QByteArray(100, 'x') + '"'));
        QVERIFY(!truncated(respond(zones, query("big.example.", LDNS_RR_TYPE_TXT, true), Transport::Udp)));
        QVERIFY(truncated(respond(zones, query("big.example.", LDNS_RR_TYPE_TXT, false), Transport::Udp)));
    }

    void absenceIsToldApart()
    {
        std::vector<Zone> zones;
        zones.emplace_back("a.example.", Zone::Signing::Valid);
        QVERIFY(zones.front().add("x.y.a.example.", "A 192.0.2.1"));
        QCOMPARE(responseCode(respond(zones, query("x.y.a.example.", LDNS_RR_TYPE_TXT, true), Transport::Udp)), LDNS_RCODE_NOERROR);
        // RFC 8020: a name with names below it exists.
        QCOMPARE(responseCode(respond(zones, query("y.a.example.", LDNS_RR_TYPE_A, true), Transport::Udp)), LDNS_RCODE_NOERROR);
        QCOMPARE(responseCode(respond(zones, query("z.a.example.", LDNS_RR_TYPE_A, true), Transport::Udp)), LDNS_RCODE_NXDOMAIN);
    }

    void nonsenseGetsNoAnswer()
    {
        std::vector<Zone> zones;
        zones.emplace_back("a.example.", Zone::Signing::None);
        const QByteArray good = query("a.example.", LDNS_RR_TYPE_MX, true);
        QVERIFY(respond(zones, {}, Transport::Udp).isEmpty());
        QVERIFY(respond(zones, QByteArray(40, '\xff'), Transport::Udp).isEmpty());
        QVERIFY(respond(zones, respond(zones, good, Transport::Udp), Transport::Udp).isEmpty()); // an answer is no question
        for (qsizetype size = 0; size < good.size(); ++size)
            respond(zones, good.left(size), Transport::Udp); // every cut: no crash
    }

private:
    const DomainAudit &auditOf(const char *name) const { return m_audits.at(practiceNames().indexOf(QLatin1String(name))); }

    std::shared_ptr<PracticeWorld> m_world;
    QList<DomainAudit> m_audits;
};

QTEST_GUILESS_MAIN(TestPracticeWorld)
#include "tst_practiceworld.moc"
