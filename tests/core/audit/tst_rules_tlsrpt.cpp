// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/rules.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "ruletable.h"

using namespace mta;

namespace
{

const QString owner = QStringLiteral("_smtp._tls.good.example");
const QByteArray goodRecord = "v=TLSRPTv1; rua=mailto:tls@reports.example";

Change record(const QList<QByteArray> &values)
{
    return [values](DomainFacts &facts) { facts.tlsRpt = txtLookup(owner, values); };
}

Change lookup(const Lookup &lookup)
{
    return [lookup](DomainFacts &facts) { facts.tlsRpt = lookup; };
}

Change destination(const ReportDestination &destination)
{
    return [destination](DomainFacts &facts) {
        facts.tlsRpt = txtLookup(owner, {goodRecord});
        facts.reportDestinations = {destination};
    };
}

ReportDestination mailTo(const Lookup &mx, const HostAddresses &addresses = {})
{
    return {QStringLiteral("reports.example"), true, mx, addresses};
}

ReportDestination httpsTo(const HostAddresses &addresses)
{
    return {QStringLiteral("reports.example"), false, {}, addresses};
}

HostAddresses noAddresses()
{
    const QString host = QStringLiteral("reports.example");
    return {noDataLookup(host, RecordType::A), noDataLookup(host, RecordType::Aaaa)};
}

} // namespace

class RulesTlsRptTest : public QObject
{
    Q_OBJECT

private slots:
    void outcomes_data();
    void outcomes();
    void together_data();
    void together();
    void cleanupTestCase();

private:
    RuleTable m_table;
};

void RulesTlsRptTest::outcomes_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *id, const char *name, const Change &change, const char *answer) {
        QTest::addRow("%s: %s", id, name) << QByteArray(id) << change << QString::fromLatin1(answer);
    };
    const Change nothing = [](DomainFacts &) {};
    const Lookup missing = nxdomainLookup(owner, RecordType::Txt);
    const Change none = lookup(missing);
    const Change timeout = lookup(failedLookup(owner, RecordType::Txt, AnswerStatus::Timeout));

    row("tlsrpt-dns-error", "answered", nothing, "pass");
    row("tlsrpt-dns-error", "no such name is an answer", none, "pass");
    row("tlsrpt-dns-error", "timeout", timeout, "fail");
    row("tlsrpt-dns-error", "bogus", lookup(bogusLookup(txtLookup(owner, {goodRecord}), QStringLiteral("x"))), "fail");
    row("tlsrpt-dns-error", "not asked", lookup({}), "undetermined");

    row("tlsrpt-absent", "there", nothing, "pass");
    row("tlsrpt-absent", "no such name", none, "fail");
    row("tlsrpt-absent", "a DMARC record is none", record({"v=DMARC1; p=none; rua=mailto:a@good.example"}), "fail");
    row("tlsrpt-absent", "another version is something else", record({"v=TLSRPTv2; rua=mailto:a@good.example"}), "pass");
    row(
        "tlsrpt-absent", "domain without mail",
        [missing](DomainFacts &facts) {
            facts.tlsRpt = missing;
            facts.mx = mxLookup(QStringLiteral("good.example"), {{0, QStringLiteral(".")}});
        },
        "n/a");
    row("tlsrpt-absent", "timeout", timeout, "undetermined");

    row("tlsrpt-multiple", "one", nothing, "pass");
    row("tlsrpt-multiple", "one beside a foreign one", record({goodRecord, "hello"}), "pass");
    row("tlsrpt-multiple", "two", record({goodRecord, "v=TLSRPTv1; rua=mailto:b@good.example"}), "fail");
    row("tlsrpt-multiple", "timeout", timeout, "undetermined");

    row("tlsrpt-syntax", "good", nothing, "pass");
    row("tlsrpt-syntax", "several rua", record({"v=TLSRPTv1; rua=mailto:a@good.example,https://r.example/; rua=mailto:b@good.example"}),
        "pass");
    row("tlsrpt-syntax", "version 2", record({"v=TLSRPTv2; rua=mailto:a@good.example"}), "fail");
    row("tlsrpt-syntax", "version in small letters", record({"v=tlsrptv1; rua=mailto:a@good.example"}), "fail");
    row("tlsrpt-syntax", "version last", record({"rua=mailto:a@good.example; v=TLSRPTv1"}), "fail");
    row("tlsrpt-syntax", "pasted quotes", record({"\"" + goodRecord + "\""}), "fail");
    row("tlsrpt-syntax", "trailing space", record({goodRecord + " "}), "fail");
    row("tlsrpt-syntax", "two mistakes", record({goodRecord + ";; x=a b"}), "fail 2");
    row("tlsrpt-syntax", "spaced delimiter alone", record({"v=TLSRPTv1 ; rua=mailto:a@good.example"}), "pass");
    row("tlsrpt-syntax", "spaced delimiter beside another record", record({"v=TLSRPTv1 ; rua=mailto:a@good.example", "hello"}), "fail");
    row("tlsrpt-syntax", "bad rua has a rule of its own", record({"v=TLSRPTv1; rua=a@good.example"}), "pass");
    row("tlsrpt-syntax", "absent", none, "n/a");
    row("tlsrpt-syntax", "timeout", timeout, "undetermined");

    row("tlsrpt-rua", "good", nothing, "pass");
    row("tlsrpt-rua", "https", record({"v=TLSRPTv1; rua=https://r.example/"}), "pass");
    row("tlsrpt-rua", "missing", record({"v=TLSRPTv1;"}), "fail");
    row("tlsrpt-rua", "empty", record({"v=TLSRPTv1; rua="}), "fail");
    row("tlsrpt-rua", "no scheme", record({"v=TLSRPTv1; rua=a@good.example"}), "fail");
    row("tlsrpt-rua", "http and a misspelt scheme", record({"v=TLSRPTv1; rua=http://r.example,mailo:a@good.example,mailto:a@good.example"}),
        "fail 2");
    row("tlsrpt-rua", "another version", record({"v=TLSRPTv2;"}), "n/a");
    row("tlsrpt-rua", "hidden behind a missing semicolon", record({"v=TLSRPTv1 rua=mailto:a@good.example"}), "n/a");
    row("tlsrpt-rua", "absent", none, "n/a");
    row("tlsrpt-rua", "timeout", timeout, "undetermined");

    const auto elsewhere = [missing](const Lookup &old, const Lookup &apex) {
        return [=](DomainFacts &facts) {
            facts.tlsRpt = missing;
            facts.tlsRptMisplaced = old;
            facts.apexTxt = apex;
        };
    };
    const QString oldName = QStringLiteral("_smtp-tlsrpt.good.example");
    const QString apexName = QStringLiteral("good.example");
    const Lookup noOld = nxdomainLookup(oldName, RecordType::Txt);
    const Lookup noApex = noDataLookup(apexName, RecordType::Txt);
    row("tlsrpt-misplaced", "in its place", nothing, "pass");
    row("tlsrpt-misplaced", "nowhere", elsewhere(noOld, noApex), "pass");
    row("tlsrpt-misplaced", "at the name of old drafts", elsewhere(txtLookup(oldName, {goodRecord}), noApex), "fail");
    row("tlsrpt-misplaced", "at the apex", elsewhere(noOld, txtLookup(apexName, {"v=spf1 -all", goodRecord})), "fail");
    row("tlsrpt-misplaced", "at both", elsewhere(txtLookup(oldName, {goodRecord}), txtLookup(apexName, {goodRecord})), "fail 2");
    row("tlsrpt-misplaced", "one of the places could not be looked at",
        elsewhere(noOld, failedLookup(apexName, RecordType::Txt, AnswerStatus::Timeout)), "undetermined");
    row("tlsrpt-misplaced", "found although the other place could not be looked at",
        elsewhere(txtLookup(oldName, {goodRecord}), failedLookup(apexName, RecordType::Txt, AnswerStatus::Timeout)), "fail");
    row("tlsrpt-misplaced", "nobody looked", elsewhere({}, {}), "undetermined");
    row("tlsrpt-misplaced", "timeout", timeout, "undetermined");

    const auto second = [](const Lookup &said) {
        return [said](DomainFacts &facts) {
            setAuthorities(facts);
            facts.authorities.servers[1].answers[0].tlsRpt = said;
        };
    };
    row("tlsrpt-inconsistent", "not asked for", nothing, "n/a");
    row("tlsrpt-inconsistent", "both say the same", setAuthorities, "pass");
    row("tlsrpt-inconsistent", "another address", second(authoritative(txtLookup(owner, {goodRecord}))), "fail");
    row("tlsrpt-inconsistent", "nothing", second(authoritative(missing)), "fail");
    row("tlsrpt-inconsistent", "a zone of its own, to which the server points",
        second(failedLookup(owner, RecordType::Txt, AnswerStatus::Failed)), "undetermined");

    const QString host = QStringLiteral("reports.example");
    const HostAddresses reachable = addressesOf(host, {QStringLiteral("192.0.2.9")}, {});
    const HostAddresses unknown{failedLookup(host, RecordType::A, AnswerStatus::Timeout),
                                failedLookup(host, RecordType::Aaaa, AnswerStatus::Timeout)};
    row("tlsrpt-rua-undeliverable", "mail with an MX record",
        destination(mailTo(mxLookup(host, {{10, QStringLiteral("mx.reports.example")}}))), "pass");
    row("tlsrpt-rua-undeliverable", "mail to an address record", destination(mailTo(noDataLookup(host, RecordType::Mx), reachable)),
        "pass");
    row("tlsrpt-rua-undeliverable", "mail to a null MX", destination(mailTo(mxLookup(host, {{0, QStringLiteral(".")}}))), "fail");
    row("tlsrpt-rua-undeliverable", "mail to no domain", destination(mailTo(nxdomainLookup(host, RecordType::Mx))), "fail");
    row("tlsrpt-rua-undeliverable", "mail to a domain with nothing", destination(mailTo(noDataLookup(host, RecordType::Mx), noAddresses())),
        "fail");
    row("tlsrpt-rua-undeliverable", "MX lookup failed", destination(mailTo(failedLookup(host, RecordType::Mx, AnswerStatus::ServFail))),
        "undetermined");
    row("tlsrpt-rua-undeliverable", "https host", destination(httpsTo(reachable)), "pass");
    row("tlsrpt-rua-undeliverable", "https host without an address", destination(httpsTo(noAddresses())), "fail");
    const auto literal = [](const char *address) {
        return destination({QString::fromLatin1(address), false, {}, {nxdomainLookup(QString::fromLatin1(address), RecordType::A), {}}});
    };
    row("tlsrpt-rua-undeliverable", "https to an IPv4 address", literal("192.0.2.9"), "pass");
    row("tlsrpt-rua-undeliverable", "https to an IPv6 address", literal("[2001:db8::9]"), "pass");
    row("tlsrpt-rua-undeliverable", "https host unknown", destination(httpsTo(unknown)), "undetermined");
    row(
        "tlsrpt-rua-undeliverable", "nobody looked", [](DomainFacts &facts) { facts.reportDestinations.clear(); }, "n/a");
    row("tlsrpt-rua-undeliverable", "no record", none, "n/a");
    row("tlsrpt-rua-undeliverable", "timeout", timeout, "undetermined");
}

void RulesTlsRptTest::outcomes()
{
    QFETCH(QByteArray, id);
    QFETCH(Change, change);
    DomainFacts facts = goodFacts();
    change(facts);
    QTEST(m_table.answer(id, facts), "answer");
}

void RulesTlsRptTest::together_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *name, const Change &change, const char *ids) {
        QTest::newRow(name) << change << QString::fromLatin1(ids);
    };
    row(
        "all is well", [](DomainFacts &) {}, "");
    row("absent", lookup(nxdomainLookup(owner, RecordType::Txt)), "tlsrpt-absent");
    row("lookup failed", lookup(failedLookup(owner, RecordType::Txt, AnswerStatus::ServFail)), "tlsrpt-dns-error");
    row("wrong version", record({"v=TLSRPTv2"}), "tlsrpt-syntax");
    row("version alone", record({"v=TLSRPTv1"}), "tlsrpt-rua");
    row("bad grammar and bad address", record({"v=TLSRPTv1; rua=x;;"}), "tlsrpt-rua tlsrpt-syntax");
    row("two", record({goodRecord, goodRecord}), "tlsrpt-multiple");
}

void RulesTlsRptTest::together()
{
    QFETCH(Change, change);
    DomainFacts facts = goodFacts();
    change(facts);
    QTEST(idsIn(Area::TlsRpt, facts).join(u' '), "ids");
}

void RulesTlsRptTest::cleanupTestCase()
{
    QCOMPARE(m_table.untested(tlsRptRules()), QStringList());
}

QTEST_APPLESS_MAIN(RulesTlsRptTest)
#include "tst_rules_tlsrpt.moc"
