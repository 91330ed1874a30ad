// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What each format makes of a record, character by character, and what it refuses. That the programs concerned read it the same way is
// tested with them (tests/integration/tst_zonetexts.cpp).
#include "deploy/zoneformats.h"

#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const QString zone = QStringLiteral("example.com");

ZoneRecord text(const QByteArray &value, const QString &owner = QStringLiteral("_mta-sts.example.com"))
{
    return {owner, 3600s, RecordType::Txt, value, 0};
}

const QByteArray announced = "v=STSv1; id=20260101T000000;";
const QByteArray tlsa = "3 1 1 " + QByteArray(64, 'a');

QByteArray written(ZoneFormat format, const QList<ZoneRecord> &records)
{
    const Result<QByteArray> result = zoneText(format, records, zone);
    return result ? *result : "refused: " + result.error().text.toUtf8();
}

} // namespace

class TestZoneFormats : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatHasANameAFileAndATitle();
    void aRecordIsWritten_data();
    void aRecordIsWritten();
    void aValueIsDataAndNothingElse_data();
    void aValueIsDataAndNothingElse();
    void whatCannotBeSaidIsRefused_data();
    void whatCannotBeSaidIsRefused();
    void whatIsNoRecordIsRefusedByAll_data();
    void whatIsNoRecordIsRefusedByAll();
    void longTextIsSplit();
    void anAliasMakesWayForAddresses();
    void namesStandInTheOrderThatOctoDnsWants();
    void recordsElsewhereAreToldApart();
    void fieldsForPasting();
    void theZoneIsThePlansOrTheRegistrableDomain();
};

void TestZoneFormats::everyFormatHasANameAFileAndATitle()
{
    QStringList names;
    QStringList files;
    int place = 0;
    for (const ZoneFormatInfo &info : zoneFormats()) {
        QCOMPARE(static_cast<int>(info.format), place++);
        QCOMPARE(&zoneFormatInfo(info.format), &info);
        names.append(QString::fromLatin1(info.name));
        files.append(QString::fromLatin1(info.fileName));
        QVERIFY(!zoneFormatTitle(info.format).isEmpty() && !zoneFormatUse(info.format).isEmpty());
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(files.removeDuplicates(), 0);
    QCOMPARE(names.size(), 10);
}

void TestZoneFormats::aRecordIsWritten_data()
{
    QTest::addColumn<ZoneFormat>("format");
    QTest::addColumn<ZoneRecord>("record");
    QTest::addColumn<QByteArray>("expected");
    const ZoneRecord record = text(announced);
    const ZoneRecord alias{QStringLiteral("mta-sts.example.com"), 300s, RecordType::Cname, "policy.example.net", 0};
    const ZoneRecord key{QStringLiteral("_25._tcp.mx.example.com"), 300s, RecordType::Tlsa, tlsa, 0};
    const ZoneRecord apex{QStringLiteral("example.com"), 300s, RecordType::Mx, "mx.example.com", 10};
    QTest::newRow("paste: text") << ZoneFormat::Paste << record
                                 << QByteArray("Type:       TXT\nName:       _mta-sts\nWhole name: _mta-sts.example.com\nTTL:        3600\n"
                                               "Value:      v=STSv1; id=20260101T000000;\n");
    QTest::newRow("bind: text") << ZoneFormat::Bind << record
                                << QByteArray("$ORIGIN example.com.\n_mta-sts 3600 IN TXT \"v=STSv1; id=20260101T000000;\"\n");
    QTest::newRow("bind: an alias ends in a dot")
        << ZoneFormat::Bind << alias << QByteArray("$ORIGIN example.com.\nmta-sts 300 IN CNAME policy.example.net.\n");
    QTest::newRow("bind: the zone itself") << ZoneFormat::Bind << apex
                                           << QByteArray("$ORIGIN example.com.\n@ 300 IN MX 10 mx.example.com.\n");
    QTest::newRow("nsupdate: an alias makes way")
        << ZoneFormat::Nsupdate << record
        << QByteArray("zone example.com.\nupdate delete _mta-sts.example.com. TXT\nupdate delete _mta-sts.example.com. CNAME\n"
                      "update add _mta-sts.example.com. 3600 TXT \"v=STSv1; id=20260101T000000;\"\nsend\n");
    QTest::newRow("dnscontrol: TLSA") << ZoneFormat::DnsControl << key
                                      << "D_EXTEND(\"example.com\",\n  TLSA(\"_25._tcp.mx\", 3, 1, 1, \"" + QByteArray(64, 'a') +
                                             "\", TTL(300))\n);\n";
    QTest::newRow("octodns: semicolons") << ZoneFormat::OctoDns << record
                                         << QByteArray("---\n\"_mta-sts\":\n  - ttl: 3600\n    type: TXT\n    values:\n"
                                                       "      - \"v=STSv1\\\\; id=20260101T000000\\\\;\"\n");
    QTest::newRow("octodns: keys stand in the order of the alphabet, or it refuses the file")
        << ZoneFormat::OctoDns << key
        << "---\n\"_25._tcp.mx\":\n  - ttl: 300\n    type: TLSA\n    values:\n      - {certificate_association_data: \"" +
               QByteArray(64, 'a') + "\", certificate_usage: 3, matching_type: 1, selector: 1}\n";
    QTest::newRow("octodns: those of MX, too")
        << ZoneFormat::OctoDns << apex
        << QByteArray("---\n\"\":\n  - ttl: 300\n    type: MX\n    values:\n      - {exchange: \"mx.example.com.\", preference: 10}\n");
    QTest::newRow("terraform-route53: the provider adds the outer quotes")
        << ZoneFormat::TerraformRoute53 << record
        << QByteArray("# For the provider hashicorp/aws.\nvariable \"route53_zone_id\" {\n  type        = string\n  description = \"The "
                      "hosted zone's id at Route 53\"\n}\n\nresource \"aws_route53_record\" \"_mta-sts_txt\" {\n  zone_id = "
                      "var.route53_zone_id\n  name    = \"_mta-sts.example.com\"\n  type    = \"TXT\"\n  ttl     = 3600\n  records = "
                      "[\"v=STSv1; id=20260101T000000;\"]\n}\n");
}

void TestZoneFormats::aRecordIsWritten()
{
    QFETCH(ZoneFormat, format);
    QFETCH(ZoneRecord, record);
    QFETCH(QByteArray, expected);
    QCOMPARE(written(format, {record}), expected);
}

void TestZoneFormats::aValueIsDataAndNothingElse_data()
{
    QTest::addColumn<ZoneFormat>("format");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("inside"); ///< how it stands in the text
    QTest::newRow("bind: a quote") << ZoneFormat::Bind << QByteArray("a\"b") << QByteArray("TXT \"a\\\"b\"\n");
    QTest::newRow("bind: a line feed and a directive")
        << ZoneFormat::Bind << QByteArray("a\n$INCLUDE /etc/passwd") << QByteArray("TXT \"a\\010$INCLUDE /etc/passwd\"\n");
    QTest::newRow("bind: octets that are no ASCII") << ZoneFormat::Bind << QByteArray("\x00\xff", 2) << QByteArray("TXT \"\\000\\255\"\n");
    QTest::newRow("nsupdate: a line feed and a command")
        << ZoneFormat::Nsupdate << QByteArray("a\nupdate delete example.com.") << QByteArray("TXT \"a\\010update delete example.com.\"\n");
    QTest::newRow("powershell: a quote and a command") << ZoneFormat::PowerShell << QByteArray("a'; Stop-Computer; '$(b)`")
                                                       << QByteArray("-DescriptiveText 'a''; Stop-Computer; ''$(b)`'");
    for (const int size : {253, 254})
        QTest::addRow("powershell: %d characters", size)
            << ZoneFormat::PowerShell << QByteArray(size, 'a') << "-DescriptiveText '" + QByteArray(size, 'a') + '\'';
    QTest::newRow("route53: octal") << ZoneFormat::Route53 << QByteArray("a\nb\xff") << QByteArray("\"\\\"a\\\\012b\\\\377\\\"\"");
    QTest::newRow("cloudflare: a quote of the shell")
        << ZoneFormat::Cloudflare << QByteArray("a'$(id)`id`") << QByteArray("\"\\\"a\\u0027$(id)`id`\\\"\"");
    QTest::newRow("terraform-cloudflare: a template")
        << ZoneFormat::TerraformCloudflare << QByteArray("$${a}%%{b}") << QByteArray("\"\\\"$\\u0024{a}%\\u0025{b}\\\"\"");
    QTest::newRow("terraform-route53: a template")
        << ZoneFormat::TerraformRoute53 << QByteArray("${a}\"") << QByteArray("[\"\\u0024{a}\\\\\\\"\"]");
    QTest::newRow("dnscontrol: the end of the literal")
        << ZoneFormat::DnsControl << QByteArray("\"); require('fs'); (\"") << QByteArray("\"\\\"); require('fs'); (\\\"\"");
}

void TestZoneFormats::aValueIsDataAndNothingElse()
{
    QFETCH(ZoneFormat, format);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, inside);
    const QByteArray all = written(format, {text(value)});
    QVERIFY2(all.contains(inside), all.constData());
}

void TestZoneFormats::whatCannotBeSaidIsRefused_data()
{
    QTest::addColumn<ZoneFormat>("format");
    QTest::addColumn<ZoneRecord>("record");
    QTest::newRow("paste: nobody can type a line feed") << ZoneFormat::Paste << text("a\nb");
    QTest::newRow("powershell: one string of 254 characters is all it takes") << ZoneFormat::PowerShell << text(QByteArray(255, 'a'));
    QTest::newRow("powershell: other quotes than those of ASCII count as quotes") << ZoneFormat::PowerShell << text("a\xe2\x80\x99");
    QTest::newRow("powershell: a usage without a name")
        << ZoneFormat::PowerShell << ZoneRecord{QStringLiteral("_25._tcp.mx.example.com"), 300s, RecordType::Tlsa, "255 1 1 aa", 0};
    QTest::newRow("octodns: a backslash") << ZoneFormat::OctoDns << text("a\\b");
    QTest::newRow("octodns: a quote") << ZoneFormat::OctoDns << text("a\"b");
    QTest::newRow("octodns: a line feed") << ZoneFormat::OctoDns << text("a\nb");
    QTest::newRow("dnscontrol: octets that are no characters") << ZoneFormat::DnsControl << text("a\xff");
}

void TestZoneFormats::whatCannotBeSaidIsRefused()
{
    QFETCH(ZoneFormat, format);
    QFETCH(ZoneRecord, record);
    const Result<QByteArray> result = zoneText(format, {record}, zone);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Unsupported);
    QVERIFY2(result.error().text.contains(record.owner), qPrintable(result.error().text));
    QVERIFY(zoneText(ZoneFormat::Bind, {record}, zone)); // it is a record all the same
}

void TestZoneFormats::whatIsNoRecordIsRefusedByAll_data()
{
    QTest::addColumn<ZoneRecord>("record");
    QTest::addColumn<QString>("zone");
    const auto at = [](const char *owner) { return text(announced, QString::fromLatin1(owner)); };
    QTest::newRow("an owner with a blank") << at("_mta-sts .example.com") << zone;
    QTest::newRow("an owner with a line feed") << at("_mta-sts.example.com\n") << zone;
    QTest::newRow("an owner with a quote") << at("a\".example.com") << zone;
    QTest::newRow("an owner that ends in a dot") << at("a.example.com.") << zone;
    QTest::newRow("an owner with an empty label") << at("a..example.com") << zone;
    QTest::newRow("an owner with capitals") << at("A.example.com") << zone;
    QTest::newRow("a label of 64 octets") << text(announced, QString(64, u'a') + QLatin1String(".example.com")) << zone;
    QTest::newRow("an owner in another zone") << at("_mta-sts.example.net") << zone;
    QTest::newRow("an owner that only ends alike") << at("_mta-sts.notexample.com") << zone;
    QTest::newRow("no zone") << at("_mta-sts.example.com") << QString();
    QTest::newRow("a zone that is none") << at("_mta-sts.example.com") << QStringLiteral("com\"");
    QTest::newRow("no text") << text({}) << zone;
    QTest::newRow("text longer than a record can be") << text(QByteArray(65280, 'a')) << zone;
    QTest::newRow("an address that is none") << ZoneRecord{QStringLiteral("mta-sts.example.com"), 1s, RecordType::A, "192.0.2.1\n", 0}
                                             << zone;
    QTest::newRow("an address of the other family")
        << ZoneRecord{QStringLiteral("mta-sts.example.com"), 1s, RecordType::A, "2001:db8::1", 0} << zone;
    QTest::newRow("an address with a scope") << ZoneRecord{QStringLiteral("mta-sts.example.com"), 1s, RecordType::Aaaa, "fe80::1%eth0", 0}
                                             << zone;
    QTest::newRow("an alias of no name") << ZoneRecord{QStringLiteral("mta-sts.example.com"), 1s, RecordType::Cname, "a b", 0} << zone;
    QTest::newRow("TLSA with too large a number")
        << ZoneRecord{QStringLiteral("a.example.com"), 1s, RecordType::Tlsa, "256 1 1 aa", 0} << zone;
    QTest::newRow("TLSA with half an octet") << ZoneRecord{QStringLiteral("a.example.com"), 1s, RecordType::Tlsa, "3 1 1 aaa", 0} << zone;
    QTest::newRow("TLSA without data") << ZoneRecord{QStringLiteral("a.example.com"), 1s, RecordType::Tlsa, "3 1 1 ", 0} << zone;
    QTest::newRow("a type that no plan has") << ZoneRecord{QStringLiteral("a.example.com"), 1s, RecordType::Ns, "a.example.com", 0} << zone;
    QTest::newRow("a negative TTL") << ZoneRecord{QStringLiteral("a.example.com"), -1s, RecordType::Txt, "a", 0} << zone;
}

void TestZoneFormats::whatIsNoRecordIsRefusedByAll()
{
    QFETCH(ZoneRecord, record);
    QFETCH(QString, zone);
    for (const ZoneFormatInfo &info : zoneFormats()) {
        const Result<QByteArray> result = zoneText(info.format, {record}, zone);
        QVERIFY2(!result, info.name);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    }
    QVERIFY(!pasteFields({record}, zone));
}

void TestZoneFormats::longTextIsSplit()
{
    const auto line = [](qsizetype octets) { return written(ZoneFormat::Bind, {text(QByteArray(octets, 'a'))}).split('\n').value(1); };
    QCOMPARE(line(255), "_mta-sts 3600 IN TXT \"" + QByteArray(255, 'a') + '"');
    QCOMPARE(line(256), "_mta-sts 3600 IN TXT \"" + QByteArray(255, 'a') + "\" \"a\"");
    QCOMPARE(line(510), "_mta-sts 3600 IN TXT \"" + QByteArray(255, 'a') + "\" \"" + QByteArray(255, 'a') + '"');
    QVERIFY(line(65279).endsWith('"'));
    QVERIFY(written(ZoneFormat::TerraformRoute53, {text(QByteArray(256, 'a'))}).contains("a\\\"\\\"a\"]"));
}

void TestZoneFormats::anAliasMakesWayForAddresses()
{
    const ZoneRecord address{QStringLiteral("mta-sts.example.com"), 60s, RecordType::A, "192.0.2.1", 0};
    const ZoneRecord alias{QStringLiteral("mta-sts.example.com"), 60s, RecordType::Cname, "policy.example.net", 0};
    QVERIFY(written(ZoneFormat::Nsupdate, {address}).contains("update delete mta-sts.example.com. CNAME\n"));
    QVERIFY(written(ZoneFormat::Nsupdate, {alias}).contains("update delete mta-sts.example.com. AAAA\n"));
    // One address, and an old one of the other family would lead some senders elsewhere.
    QVERIFY(written(ZoneFormat::Nsupdate, {address}).contains("update delete mta-sts.example.com. AAAA\n"));
    QVERIFY(written(ZoneFormat::PowerShell, {address}).contains("-RRType 'AAAA' -Force"));
    QVERIFY(written(ZoneFormat::Cloudflare, {address}).contains("mta-sts.example.com CNAME A AAAA\n"));
    QVERIFY(written(ZoneFormat::Nsupdate, {address, alias}).startsWith("refused: "));
}

void TestZoneFormats::namesStandInTheOrderThatOctoDnsWants()
{
    const auto address = [](const char *name) { return ZoneRecord{QString::fromLatin1(name), 300s, RecordType::A, "192.0.2.1", 0}; };
    const QByteArray all = written(ZoneFormat::OctoDns, {address("mx10.example.com"), address("mx2.example.com"), address("mx.example.com"),
                                                         address("example.com"), address("_25.example.com"), text(announced)});
    QByteArrayList names;
    for (const QByteArray &line : all.split('\n')) {
        if (line.startsWith('"'))
            names.append(line.mid(1).chopped(2));
    }
    QCOMPARE(names, (QByteArrayList{"", "_25", "_mta-sts", "mx", "mx2", "mx10"}));
}

void TestZoneFormats::recordsElsewhereAreToldApart()
{
    const ZoneRecord here = text(announced);
    const ZoneRecord there = text(announced, QStringLiteral("_25._tcp.mx.example.net"));
    const ZoneShares shares = divideByZone({there, here}, zone);
    QCOMPARE(shares.within, QList<ZoneRecord>{here});
    QCOMPARE(shares.elsewhere, QList<ZoneRecord>{there});
}

void TestZoneFormats::fieldsForPasting()
{
    const ZoneRecord alias{QStringLiteral("mta-sts.sub.example.com"), 60s, RecordType::Cname, "policy.example.net", 0};
    const Result<QList<PasteFields>> fields = pasteFields({text(announced), text(announced), alias}, zone);
    QVERIFY(fields);
    const QList<PasteFields> expected{
        {QStringLiteral("TXT"), QStringLiteral("_mta-sts"), QStringLiteral("_mta-sts.example.com"), QString::fromLatin1(announced), 3600s},
        {QStringLiteral("CNAME"), QStringLiteral("mta-sts.sub"), QStringLiteral("mta-sts.sub.example.com"),
         QStringLiteral("policy.example.net."), 60s}};
    QCOMPARE(*fields, expected);
}

void TestZoneFormats::theZoneIsThePlansOrTheRegistrableDomain()
{
    Plan plan;
    plan.domain = {QStringLiteral("mail.example.co.uk"), QStringLiteral("mail.example.co.uk")};
    QCOMPARE(zoneForRecords(plan), QStringLiteral("example.co.uk"));
    plan.zone = QStringLiteral("mail.example.co.uk");
    QCOMPARE(zoneForRecords(plan), QStringLiteral("mail.example.co.uk"));
}

QTEST_GUILESS_MAIN(TestZoneFormats)
#include "tst_zoneformats.moc"
