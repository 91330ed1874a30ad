// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Whatever stands in a record, each format gives it to the program that reads the format, or refuses it: nothing becomes a directive, and
// nothing else arrives. The readers are the real ones: BIND, NSD, Knot, nsupdate, bash with curl in a likeness, node, PyYAML,
// Terraform's library.

#include "deploy/zoneformats.h"
#include "dns/message.h"
#include "fakes/foregroundserver.h"
#include "fakes/realservers.h"
#include "net/dnstransport.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace mta;
using namespace std::chrono_literals;
using fakes::serverProgram;

namespace
{

const QString zone = QStringLiteral("example.com");

/// Text that would be something else if it got out of its quotes, in one language or another.
QList<QByteArray> hostileValues()
{
    QList<QByteArray> values{
        "v=STSv1; id=20260101T000000;",
        "v=TLSRPTv1; rua=mailto:tls%40reports@example.com,https://reports.example.com/a?b=c!10m",
        "\"",
        "\"\"",
        "\\",
        "\\\"",
        "\\\\\" \"",
        "' or '",
        "'; Stop-Computer; '",
        "$(touch owned)",
        "`touch owned`",
        "${file(\"/etc/passwd\")}",
        "$${a}",
        "%{ for a in b }",
        "%%{a}",
        "a\nb",
        "a\n$INCLUDE /etc/passwd\n",
        "x\"\n_mta-sts 60 IN TXT \"v=STSv1; id=owned",
        "a\nupdate delete example.com. NS\nsend\n",
        "a\nEND\ntouch owned\n",
        "); throw 1; (",
        "\"); process.exit(0); (\"",
        "</script>",
        "a: b",
        "- a",
        "&anchor *alias !!python/object:os.system",
        "# comment",
        "; comment",
        "a;b",
        "a\\;b",
        "a\\010b",
        " leading and trailing ",
        "\t",
        "{{ 1 }}",
        "\r\n",
        QByteArray(1, '\0'),
        QByteArray("\xff\xfe\x80"),
        "gr\xc3\xbc\xc3\x9f",
        "\xe2\x80\x98quoted\xe2\x80\x99",
        QByteArray(255, 'a'),
        QByteArray(256, 'b'),
        QByteArray(254, 'c') + "\"\"",
        QByteArray(3000, '"'),
    };
    QRandomGenerator random(8461);
    for (int i = 0; i < 60; ++i) {
        QByteArray value(1 + random.bounded(300), Qt::Uninitialized);
        for (char &octet : value) // half of them of printable characters alone
            octet = static_cast<char>(i % 2 ? random.bounded(256) : 32 + random.bounded(95));
        values.append(value);
    }
    return values;
}

/// Every hostile value at a name of its own, as far as the format takes it, and one record of each other type.
QList<ZoneRecord> recordsFor(ZoneFormat format)
{
    QList<ZoneRecord> records;
    int number = 0;
    for (const QByteArray &value : hostileValues()) {
        const ZoneRecord record{QStringLiteral("t%1.example.com").arg(number++), 300s, RecordType::Txt, value, 0};
        if (zoneText(format, {record}, zone))
            records.append(record);
    }
    const auto add = [&](const char *owner, RecordType type, const QByteArray &value) {
        records.append({QString::fromLatin1(owner), 600s, type, value, 0});
    };
    add("mta-sts.example.com", RecordType::A, "192.0.2.1");
    add("mta-sts.example.com", RecordType::A, "192.0.2.2");
    add("mta-sts.example.com", RecordType::Aaaa, "2001:db8::1");
    add("mta-sts.sub.example.com", RecordType::Cname, "policy.example.net");
    add("_25._tcp.mx.example.com", RecordType::Tlsa, "3 1 1 " + QByteArray(64, 'a'));
    add("_25._tcp.mx.example.com", RecordType::Tlsa, "2 0 2 " + QByteArray(128, 'b'));
    return records;
}

/// "TXT t1.example.com 300 76616c7565": what a reader understood, in an order of its own.
QString line(const QString &type, const QString &owner, qint64 ttl, const QByteArray &value)
{
    return type + u' ' + owner + u' ' + QString::number(ttl) + u' ' + QString::fromLatin1(value.toHex());
}

QStringList linesOf(const QList<ZoneRecord> &records)
{
    QStringList lines;
    for (const ZoneRecord &record : records)
        lines.append(line(recordTypeName(record.type), record.owner, record.ttl.count(), record.value));
    lines.sort();
    return lines;
}

/// Character-strings in quotes as they stand in a master file (RFC 1035 §5.1), or with octal numbers.
QByteArray unquoted(const QByteArray &text, int base)
{
    QByteArray value;
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            inside = !inside;
        } else if (text[i] == '\\' && text.mid(i + 1, 3).toInt(nullptr, base) >= 0 && isdigit(text[i + 1])) {
            value += static_cast<char>(text.mid(i + 1, 3).toInt(nullptr, base));
            i += 3;
        } else if (text[i] == '\\') {
            value += text[++i];
        } else if (inside) {
            value += text[i];
        } else if (text[i] != ' ') {
            return "something outside of quotes";
        }
    }
    return value;
}

QByteArray withoutDot(const QString &name)
{
    return (name.endsWith(u'.') ? name.chopped(1) : QStringLiteral("a name without its dot")).toLatin1();
}

QString wholeName(const QString &relative)
{
    return relative.isEmpty() || relative == u'@' ? zone : relative + u'.' + zone;
}

QByteArray tlsa(const QJsonObject &object, const char *usage, const char *matching, const char *data)
{
    return QByteArray::number(object[QLatin1String(usage)].toInt()) + ' ' + QByteArray::number(object[u"selector"].toInt()) + ' ' +
           QByteArray::number(object[QLatin1String(matching)].toInt()) + ' ' + object[QLatin1String(data)].toString().toLatin1();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

quint16 freePort()
{
    for (;;) { // of both protocols
        QTcpServer tcp;
        QUdpSocket udp;
        if (tcp.listen(QHostAddress::LocalHost) && udp.bind(QHostAddress::LocalHost, tcp.serverPort()))
            return tcp.serverPort();
    }
}

struct Ran {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

Ran run(const QString &program, const QStringList &arguments, const QByteArray &input = {}, const QProcessEnvironment &environment = {})
{
    QProcess process;
    if (!environment.isEmpty())
        process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

#define NEEDS(program, package)                                                                                                            \
    if (serverProgram(program).isEmpty())                                                                                                  \
    QSKIP("package that is not installed: " package)

} // namespace

class TestZoneTexts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void zoneLinesAreServedByNsd();
    void zoneLinesAreServedByBind();
    void zoneLinesPassTheCheckers_data();
    void zoneLinesPassTheCheckers();
    void aDynamicUpdateLeavesTheseRecordsAndNoOthers();
    void route53ReadsJson();
    void theCloudflareScriptMakesOneCall();
    void nodeRunsDnsControl();
    void yamlIsReadForOctoDns();
    void powerShellsQuotesEndWhereTheValueEnds();
    void terraformsOwnLibraryReadsHcl_data();
    void terraformsOwnLibraryReadsHcl();

private:
    QString path(const char *file) const { return m_folder->filePath(QLatin1String(file)); }
    QByteArray masterFile(const QByteArray &lines) const;
    bool startBind(const QByteArray &zoneFile);
    Lookup ask(const QString &name, RecordType type) const;
    QStringList served(const QList<ZoneRecord> &records) const;

    const QTemporaryDir m_cache; ///< of what Go has compiled
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<fakes::ForegroundServer> m_server;
    quint16 m_port = 0;
};

void TestZoneTexts::init()
{
    m_server.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_port = freePort();
}

/// The lines behind what every zone begins with.
QByteArray TestZoneTexts::masterFile(const QByteArray &lines) const
{
    return "$TTL 60\n@ IN SOA ns hostmaster 1 3600 600 86400 60\n@ IN NS ns\nns IN A 127.0.0.1\n" + lines;
}

Lookup TestZoneTexts::ask(const QString &name, RecordType type) const
{
    return askForLookup({{QHostAddress(QHostAddress::LocalHost), m_port}}, {name, type}, Asked::Authority, Context().within(5s));
}

/// What the server says of every name and type of the list.
QStringList TestZoneTexts::served(const QList<ZoneRecord> &records) const
{
    QStringList lines;
    QList<std::pair<QString, RecordType>> asked;
    for (const ZoneRecord &record : records) {
        if (asked.contains({record.owner, record.type}))
            continue;
        asked.append({record.owner, record.type});
        const Lookup lookup = ask(record.owner, record.type);
        const auto add = [&](qint64 ttl, const QByteArray &value) {
            lines.append(line(recordTypeName(record.type), record.owner, ttl, value));
        };
        switch (record.type) {
        case RecordType::Txt:
            for (const TxtRecord &text : txtRecords(lookup).records)
                add(txtRecords(lookup).ttl.count(), text.joined());
            break;
        case RecordType::Tlsa:
        case RecordType::Cname:
            for (const RecordText &text : answerRecords(lookup))
                add(text.ttl.count(), record.type == RecordType::Cname ? withoutDot(text.value)
                                                                       : text.value.toLower().remove(QLatin1String("\"")).toLatin1());
            break;
        default:
            for (const AddressRecord &address : addressRecords(lookup).records)
                add(addressRecords(lookup).ttl.count(), address.address.toString().toLatin1());
        }
    }
    lines.sort();
    return lines;
}

void TestZoneTexts::zoneLinesAreServedByNsd()
{
    NEEDS("nsd", "nsd");
    const QList<ZoneRecord> records = recordsFor(ZoneFormat::Bind);
    QCOMPARE(records.size(), hostileValues().size() + 6); // a master file can say everything
    const QByteArray port = QByteArray::number(m_port);
    write(path("zone"), masterFile(*zoneText(ZoneFormat::Bind, records, zone)));
    const QByteArray folder = m_folder->path().toLocal8Bit();
    write(path("conf"), "server:\n ip-address: 127.0.0.1@" + port + "\n username: \"\"\n chroot: \"\"\n database: \"\"\n zonesdir: \"" +
                            folder + "\"\n pidfile: \"" + folder + "/pid\"\n xfrdfile: \"" + folder + "/xfrd\"\n xfrdir: \"" + folder +
                            "\"\n zonelistfile: \"" + folder +
                            "/list\"\n server-count: 1\n rrl-ratelimit: 0\nremote-control:\n control-enable: no\n"
                            "zone:\n name: \"example.com\"\n zonefile: \"zone\"\n");
    m_server = std::make_unique<fakes::ForegroundServer>();
    QVERIFY2(m_server->start(serverProgram("nsd"), {QStringLiteral("-d"), QStringLiteral("-c"), path("conf")},
                             [&] { return ask(zone, RecordType::Soa).status == AnswerStatus::NoError; }),
             qPrintable(m_server->error()));
    QCOMPARE(served(records), linesOf(records));
}

bool TestZoneTexts::startBind(const QByteArray &zoneFile)
{
    const QByteArray folder = m_folder->path().toLocal8Bit();
    write(path("zone"), zoneFile);
    write(path("conf"), "options { directory \"" + folder + "\"; listen-on port " + QByteArray::number(m_port) +
                            " { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; pid-file none; session-keyfile none; notify no; };\n"
                            "controls { };\nzone \"example.com\" { type primary; file \"zone\"; allow-update { 127.0.0.1; }; };\n");
    m_server = std::make_unique<fakes::ForegroundServer>();
    return m_server->start(serverProgram("named"), {QStringLiteral("-g"), QStringLiteral("-c"), path("conf")},
                           [&] { return ask(zone, RecordType::Soa).status == AnswerStatus::NoError; });
}

void TestZoneTexts::zoneLinesAreServedByBind()
{
    NEEDS("named", "bind9");
    const QList<ZoneRecord> records = recordsFor(ZoneFormat::Bind);
    QVERIFY2(startBind(masterFile(*zoneText(ZoneFormat::Bind, records, zone))), qPrintable(m_server->error()));
    QCOMPARE(served(records), linesOf(records));
}

void TestZoneTexts::zoneLinesPassTheCheckers_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments"); ///< before the file
    QTest::newRow("named-checkzone of bind9-utils") << QStringLiteral("named-checkzone") << QStringList{zone};
    QTest::newRow("nsd-checkzone of nsd") << QStringLiteral("nsd-checkzone") << QStringList{zone};
    QTest::newRow("kzonecheck of knot-dnssecutils") << QStringLiteral("kzonecheck") << QStringList{QStringLiteral("-o"), zone};
}

void TestZoneTexts::zoneLinesPassTheCheckers()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const QString found = serverProgram(program.toLatin1().constData());
    if (found.isEmpty())
        QSKIP(qPrintable(QStringLiteral("program that is not installed: ") + QLatin1String(QTest::currentDataTag())));
    write(path("zone"), masterFile(*zoneText(ZoneFormat::Bind, recordsFor(ZoneFormat::Bind), zone)));
    const Ran checked = run(found, arguments + QStringList{path("zone")});
    QVERIFY2(checked.status == 0, (checked.output + checked.errors).constData());
    write(path("zone"), masterFile("a IN TXT \"no end\n"));
    QVERIFY(run(found, arguments + QStringList{path("zone")}).status != 0); // the checker does check
}

void TestZoneTexts::aDynamicUpdateLeavesTheseRecordsAndNoOthers()
{
    NEEDS("named", "bind9");
    NEEDS("nsupdate", "bind9-dnsutils");
    // What stands there before: another policy's record, an alias in place of addresses, addresses in place of an alias, a stranger.
    const QByteArray before = "t0 300 IN TXT \"v=STSv1; id=before;\"\nmta-sts 300 IN CNAME elsewhere.example.net.\n"
                              "mta-sts.sub 300 IN A 192.0.2.99\n_25._tcp.mx 300 IN TLSA 3 1 1 00\nstranger 300 IN TXT \"stays\"\n";
    QVERIFY2(startBind(masterFile(before)), qPrintable(m_server->error()));
    const QList<ZoneRecord> records = recordsFor(ZoneFormat::Nsupdate);
    QCOMPARE(records.size(), hostileValues().size() + 6);
    // The server line is what somebody adds whose primary is not the one that the SOA record names.
    const QByteArray text = "server 127.0.0.1 " + QByteArray::number(m_port) + '\n' + *zoneText(ZoneFormat::Nsupdate, records, zone);
    const Ran updated = run(serverProgram("nsupdate"), {QStringLiteral("-v")}, text); // by TCP: it is long
    QVERIFY2(updated.status == 0 && updated.errors.isEmpty(), (updated.output + updated.errors).constData());
    QCOMPARE(served(records), linesOf(records));
    QCOMPARE(txtRecords(ask(QStringLiteral("stranger.example.com"), RecordType::Txt)).records.value(0).joined(), QByteArray("stays"));
    QCOMPARE(nameserverNames(ask(zone, RecordType::Ns)).records, QStringList{QStringLiteral("ns.example.com")});
}

void TestZoneTexts::route53ReadsJson()
{
    const QList<ZoneRecord> records = recordsFor(ZoneFormat::Route53);
    QCOMPARE(records.size(), hostileValues().size() + 6);
    QStringList lines;
    const QJsonDocument document = QJsonDocument::fromJson(*zoneText(ZoneFormat::Route53, records, zone));
    for (const QJsonValue &change : document[u"Changes"].toArray()) {
        QCOMPARE(change[u"Action"].toString(), QStringLiteral("UPSERT"));
        const QJsonObject set = change[u"ResourceRecordSet"].toObject();
        const QString type = set[u"Type"].toString();
        for (const QJsonValue &value : set[u"ResourceRecords"].toArray()) {
            const QByteArray text = value[u"Value"].toString().toUtf8();
            const QByteArray read = type == u"TXT" ? unquoted(text, 8) : type == u"CNAME" ? withoutDot(QString::fromUtf8(text)) : text;
            lines.append(line(type, QString::fromUtf8(withoutDot(set[u"Name"].toString())), set[u"TTL"].toInt(), read));
        }
    }
    lines.sort();
    QCOMPARE(lines, linesOf(records));
}

void TestZoneTexts::theCloudflareScriptMakesOneCall()
{
    NEEDS("bash", "bash");
    NEEDS("jq", "jq");
    const QList<ZoneRecord> records = recordsFor(ZoneFormat::Cloudflare);
    QCOMPARE(records.size(), hostileValues().size() + 6);
    write(path("script"), *zoneText(ZoneFormat::Cloudflare, records, zone));
    // In place of curl: writes down what it is given. To the question for mta-sts it says that an alias is there, a key, and a stranger.
    write(path("curl"), "#!/bin/bash\nhead=$(cat)\nprintf '%s\\0' \"$head\" \"$@\" >>\"$FOLDER/calls\"\nprintf '\\1' >>\"$FOLDER/calls\"\n"
                        "found='{\"result\":[]}'\ncase \"$*\" in *name.exact=mta-sts.example.com*) found='{\"result\":["
                        "{\"id\":\"old\",\"name\":\"mta-sts.example.com\",\"type\":\"CNAME\"},"
                        "{\"id\":\"key\",\"name\":\"mta-sts.example.com\",\"type\":\"SSHFP\"},"
                        "{\"id\":\"stranger\",\"name\":\"www.example.com\",\"type\":\"A\"}]}' ;; esac\nprintf '%s' \"$found\"\n");
    QFile::setPermissions(path("curl"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), m_folder->path() + u':' + environment.value(QStringLiteral("PATH")));
    environment.insert(QStringLiteral("FOLDER"), m_folder->path());
    environment.insert(QStringLiteral("CLOUDFLARE_API_TOKEN"), QStringLiteral("secret"));
    environment.insert(QStringLiteral("CLOUDFLARE_ZONE_ID"), QStringLiteral("zone"));
    const Ran ran = run(serverProgram("bash"), {path("script")}, {}, environment);
    QVERIFY2(ran.status == 0, ran.errors.constData());
    QFile calls(path("calls"));
    QVERIFY(calls.open(QIODevice::ReadOnly));
    const QByteArrayList all = calls.readAll().split('\1').mid(0, -1);
    const QByteArrayList last = all.at(all.size() - 2).split('\0');
    QCOMPARE(last.first(), QByteArray("Authorization: Bearer secret\nContent-Type: application/json"));
    for (const QByteArray &argument : last.mid(1))
        QVERIFY(!argument.contains("secret"));
    QVERIFY(last.contains("https://api.cloudflare.com/client/v4/zones/zone/dns_records/batch"));
    const QJsonDocument sent = QJsonDocument::fromJson(last.at(last.indexOf("--data") + 1));
    QCOMPARE(sent[u"deletes"].toArray(), (QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("old")}}}));
    QStringList lines;
    for (const QJsonValue &post : sent[u"posts"].toArray()) {
        const QString type = post[u"type"].toString();
        const QByteArray content = post[u"content"].toString().toUtf8();
        const QByteArray read = type == u"TXT"    ? unquoted(content, 10)
                                : type == u"TLSA" ? tlsa(post[u"data"].toObject(), "usage", "matching_type", "certificate")
                                                  : content;
        lines.append(line(type, post[u"name"].toString(), post[u"ttl"].toInt(), read));
    }
    lines.sort();
    QCOMPARE(lines, linesOf(records));
    QVERIFY(!QFile::exists(QStringLiteral("owned")) && !QFile::exists(path("owned")));
}

void TestZoneTexts::nodeRunsDnsControl()
{
    NEEDS("node", "nodejs");
    const QList<ZoneRecord> records = recordsFor(ZoneFormat::DnsControl);
    QVERIFY(records.size() > 40);
    const QByteArray stubs = "const told = [];\n"
                             "const record = (type) => (name, ...rest) => ({ type, name, ttl: rest.pop().ttl, rest });\n"
                             "const TTL = (ttl) => ({ ttl });\n"
                             "const [A, AAAA, TXT, CNAME, TLSA] = ['A', 'AAAA', 'TXT', 'CNAME', 'TLSA'].map(record);\n"
                             "const D_EXTEND = (zone, ...records) => told.push({ zone, records });\n";
    write(path("run.js"), stubs + *zoneText(ZoneFormat::DnsControl, records, zone) + "console.log(JSON.stringify(told));\n");
    const Ran ran = run(serverProgram("node"), {path("run.js")});
    QVERIFY2(ran.status == 0, ran.errors.constData());
    const QJsonArray told = QJsonDocument::fromJson(ran.output).array();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][u"zone"].toString(), zone);
    QStringList lines;
    for (const QJsonValue &record : told[0][u"records"].toArray()) {
        QStringList parts;
        for (const QJsonValue &part : record[u"rest"].toArray())
            parts.append(part.toVariant().toString());
        const QString type = record[u"type"].toString();
        const QByteArray value = type == u"CNAME" ? withoutDot(parts.value(0)) : parts.join(u' ').toUtf8();
        lines.append(line(type, wholeName(record[u"name"].toString()), record[u"ttl"].toInt(), value));
    }
    lines.sort();
    QCOMPARE(lines, linesOf(records));
}

void TestZoneTexts::yamlIsReadForOctoDns()
{
    const QString python = serverProgram("python3");
    if (python.isEmpty() || run(python, {QStringLiteral("-c"), QStringLiteral("import yaml")}).status != 0)
        QSKIP("package that is not installed: python3-yaml");
    const QList<ZoneRecord> records = recordsFor(ZoneFormat::OctoDns);
    QVERIFY(records.size() > 20);
    const Ran ran = run(
        python, {QStringLiteral("-c"), QStringLiteral("import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin.buffer), sys.stdout)")},
        *zoneText(ZoneFormat::OctoDns, records, zone));
    QVERIFY2(ran.status == 0, ran.errors.constData());
    const QJsonObject names = QJsonDocument::fromJson(ran.output).object();
    QStringList lines;
    for (auto name = names.begin(); name != names.end(); ++name) {
        for (const QJsonValue &set : name.value().toArray()) {
            const QString type = set[u"type"].toString();
            const QJsonArray values = type == u"CNAME" ? QJsonArray{set[u"value"]} : set[u"values"].toArray();
            for (const QJsonValue &value : values) {
                QByteArray text = value.toString().toUtf8();
                if (type == u"CNAME")
                    text = withoutDot(value.toString());
                else if (type == u"TLSA")
                    text = tlsa(value.toObject(), "certificate_usage", "matching_type", "certificate_association_data");
                else
                    text.replace("\\;", ";");
                lines.append(line(type, wholeName(name.key()), set[u"ttl"].toInt(), text));
            }
        }
    }
    lines.sort();
    QCOMPARE(lines, linesOf(records));
}

/// There is no PowerShell in Debian. Its rule is short: between single quotes two of them stand for one, and nothing else means anything
/// (about_Quoting_Rules).
void TestZoneTexts::powerShellsQuotesEndWhereTheValueEnds()
{
    const QList<ZoneRecord> records = recordsFor(ZoneFormat::PowerShell);
    QVERIFY(records.size() > 40);
    for (const ZoneRecord &record : records) {
        if (record.type != RecordType::Txt)
            continue;
        const QByteArrayList lines = zoneText(ZoneFormat::PowerShell, {record}, zone)->split('\n');
        QCOMPARE(lines.size(), 5); // two removals, one addition, and the ends
        const QByteArray before = "Add-DnsServerResourceRecord -ZoneName 'example.com' -Name '" +
                                  record.owner.section(u'.', 0, 0).toLatin1() + "' -Txt -DescriptiveText '";
        QVERIFY(lines.at(3).startsWith(before));
        QByteArray value;
        qsizetype at = before.size();
        for (; at < lines.at(3).size(); ++at) {
            if (lines.at(3)[at] == '\'' && lines.at(3).mid(at + 1, 1) != "'")
                break;
            if (lines.at(3)[at] == '\'')
                ++at;
            value += lines.at(3)[at];
        }
        QCOMPARE(value, record.value);
        QCOMPARE(lines.at(3).mid(at), QByteArray("' -TimeToLive ([TimeSpan]::FromSeconds(300))"));
    }
}

void TestZoneTexts::terraformsOwnLibraryReadsHcl_data()
{
    QTest::addColumn<ZoneFormat>("format");
    QTest::newRow("for Cloudflare") << ZoneFormat::TerraformCloudflare;
    QTest::newRow("for Route 53") << ZoneFormat::TerraformRoute53;
}

void TestZoneTexts::terraformsOwnLibraryReadsHcl()
{
    QFETCH(ZoneFormat, format);
    const QString sources = QStringLiteral("/usr/share/gocode");
    if (serverProgram("go").isEmpty() || !QFileInfo::exists(sources + QStringLiteral("/src/github.com/hashicorp/hcl/v2")))
        QSKIP("packages that are not installed: golang-go, golang-github-hashicorp-hcl-v2-dev");
    const QList<ZoneRecord> records = recordsFor(format);
    QCOMPARE(records.size(), hostileValues().size() + 6);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GO111MODULE"), QStringLiteral("off"));
    environment.insert(QStringLiteral("GOPATH"), sources);
    environment.insert(QStringLiteral("GOCACHE"), m_cache.path());
    const Ran ran = run(serverProgram("go"), {QStringLiteral("run"), QStringLiteral(SOURCE_DIR "/tests/integration/readhcl.go")},
                        *zoneText(format, records, zone), environment);
    QVERIFY2(ran.status == 0, ran.errors.constData());
    QStringList lines;
    QStringList labels;
    for (const QJsonValue &block : QJsonDocument::fromJson(ran.output).array()) {
        if (block[u"block"].toString() == u"variable")
            continue;
        labels.append(block[u"labels"][1].toString());
        const QString type = block[u"type"].toString();
        const bool cloudflare = format == ZoneFormat::TerraformCloudflare;
        const QJsonArray values = cloudflare ? QJsonArray{block[u"content"]} : block[u"records"].toArray();
        for (const QJsonValue &value : values) {
            QByteArray text = value.toString().toUtf8();
            if (type == u"TXT")
                text = cloudflare ? unquoted(text, 10) : unquoted('"' + text + '"', 8);
            else if (type == u"TLSA" && cloudflare)
                text = tlsa(block[u"data"].toObject(), "usage", "matching_type", "certificate");
            else if (type == u"CNAME" && !cloudflare)
                text = withoutDot(value.toString());
            lines.append(line(type, block[u"name"].toString(), block[u"ttl"].toInt(), text));
        }
    }
    lines.sort();
    QCOMPARE(lines, linesOf(records));
    QCOMPARE(labels.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestZoneTexts)
#include "tst_zonetexts.moc"
