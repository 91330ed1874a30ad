// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace
{

/// As "mta-sts --help" lists them.
QStringList commands()
{
    const QString help = QString::fromUtf8(program::run({QStringLiteral("--help")}).output);
    static const QRegularExpression heading(QStringLiteral("^  mta-sts ([a-z]+(?: [a-z]+)?)(?= )"), QRegularExpression::MultilineOption);
    QStringList found;
    for (const QRegularExpressionMatch &match : heading.globalMatch(help))
        found.append(match.captured(1));
    return found;
}

QByteArray manPage()
{
    QFile page(QStringLiteral(SOURCE_DIR "/docs/man/mta-sts.1"));
    return page.open(QIODevice::ReadOnly) ? page.readAll().replace("\\-", "-") : QByteArray();
}

} // namespace

class CommandLineUsageTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *arguments, const char *says) {
            QTest::newRow(name) << QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts) << QByteArray(says);
        };
        row("no command", "", "What is to be done");
        row("unknown command", "audti", "no command \"audti\"");
        row("a domain without a command", "example.com", "mta-sts audit example.com");
        row("option before the command", "--quick audit example.com", "before its options");
        row("policy alone", "policy", "policy lint");
        row("record alone", "record x", "record lint");
        row("no domain", "audit", "Which domain");
        row("unknown option", "audit example.com --frmat json", "--frmat");
        row("short option", "audit example.com -v", "-v");
        row("option without its value", "audit example.com --resolver", "--resolver");
        row("option followed by an option", "audit example.com --output --quick", "--output");
        row("switch with a value", "audit example.com --quick=yes", "--quick");
        row("unknown format", "audit example.com --format xml", "xml");
        row("unknown severity", "audit example.com --fail-on fatal", "fatal");
        row("unknown rule to ignore", "audit example.com --ignore no-such-rule", "no-such-rule");
        row("jobs that are no number", "audit example.com --jobs many", "many");
        row("no jobs", "audit example.com --jobs 0", "--jobs");
        row("port out of range", "audit example.com --smtp-port 65536", "65536");
        row("negative timeout", "audit example.com --timeout -1", "--timeout");
        row("timeout that is no number", "audit example.com --timeout nan", "nan");
        row("quick and deep", "audit example.com --quick --deep", "--deep");
        row("domains from two places", "audit example.com --from -", "--from");
        row("list that is not there", "audit --from /nowhere/list", "/nowhere/list");
        row("list that is a folder", "audit --from /tmp", "/tmp");
        row("resolver that is none", "audit example.com --resolver nonsense!", "nonsense!");
        row("proxy that is none", "audit example.com --proxy http://127.0.0.1:1", "http://127.0.0.1:1");
        row("CA file that is not there", "audit example.com --ca-file /nowhere/ca.pem", "/nowhere/ca.pem");
        row("CA file without certificates", "audit example.com --ca-file /dev/null", "/dev/null");
        row("trust anchor that is not there", "audit example.com --trust-anchor /nowhere/root.key", "/nowhere/root.key");
        row("EHLO name that is none", "audit example.com --ehlo-name under_score.example", "under_score.example");
        row("output that cannot be written", "audit example.com --output /nowhere/report", "/nowhere/report");
        row("save that cannot be written", "audit example.com --save /nowhere/facts.json", "/nowhere/facts.json");
        row("save of several in a file", "audit a.example b.example --save /dev/null", "/dev/null");
        row("unknown language", "audit example.com --lang tlh", "tlh");
        row("nothing to judge", "judge", "evidence");
        row("judge at no time", "judge x --at yesterday", "yesterday");
        row("evidence that is not there", "judge /nowhere/facts.json", "/nowhere/facts.json");
        row("no policy", "policy lint", "policy");
        row("policy that is not there", "policy lint /nowhere/mta-sts.txt", "/nowhere/mta-sts.txt");
        row("no policy to fix", "policy fix", "policy");
        row("no policy to format", "policy format", "policy");
        row("several policies to standard output", "policy fix a b", "--in-place");
        row("standard input in place", "policy fix --in-place -", "Standard input");
        row("policy to fix that is not there", "policy fix /nowhere/mta-sts.txt", "/nowhere/mta-sts.txt");
        row("no record", "record lint", "--text");
        row("record from two places", "record lint file --text v=STSv1", "--text");
        row("no record to fix", "record fix", "--text");
        row("record to fix from two places", "record fix file --text v=STSv1", "--text");
        row("several records to standard output", "record fix a b", "--in-place");
        row("typed record in place", "record fix --in-place --text v=STSv1", "--in-place");
        row("record to fix that is not there", "record fix /nowhere/record", "/nowhere/record");
        row("unknown rule", "rules no-such-rule", "no-such-rule");
        row("two rules", "rules a b", "one rule");
        row("a format rules do not have", "rules --format csv", "csv");
        row("match without a host", "match *.example.com", "host");
        row("match without a pattern", "match mx.*.example.com mx.a.example.com", "mx.*.example.com");
        row("pattern with a dot at its end", "match mx.example.com. mx.example.com", "ends with a dot");
    }

    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const program::Ran ran = program::run(arguments);
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.complainsInOneLine(), ran.complaints.constData());
        QVERIFY2(ran.complaints.contains(says), ran.complaints.constData());
        QCOMPARE(ran.output, QByteArray());
    }

    void typedControlCharactersAreMadeVisible()
    {
        const program::Ran ran = program::run({QStringLiteral("audit"), QStringLiteral("--format"), QStringLiteral("\x1b[31mred\n")});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.complainsInOneLine());
        QVERIFY(!ran.complaints.contains('\x1b'));
    }

    void hostileArgumentsAreMadeVisible_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString bad = u"x\u001b]0;owned\u0007\n\u009b2J\u202e%1%2"_qs;
        const auto option = [&](const char *name) { return QStringList{u"audit"_qs, u"a.example"_qs, QLatin1String(name), bad}; };
        for (const char *name : {"--resolver", "--proxy", "--ca-file", "--trust-anchor", "--ehlo-name", "--timeout", "--jobs", "--format",
                                 "--fail-on", "--ignore", "--lang"})
            QTest::newRow(name) << option(name);
        QTest::newRow("--output") << QStringList{u"audit"_qs, u"192.0.2.1"_qs, u"--output"_qs, u"/nowhere/"_qs + bad};
        QTest::newRow("--save") << QStringList{u"audit"_qs, u"192.0.2.1"_qs, u"--save"_qs, u"/nowhere/"_qs + bad + u"/x"_qs};
        QTest::newRow("--from") << QStringList{u"audit"_qs, u"--from"_qs, bad};
        QTest::newRow("a domain") << QStringList{u"audit"_qs, bad, u"--fail-on"_qs, u"never"_qs};
        QTest::newRow("an option") << QStringList{u"audit"_qs, u"--"_qs + bad};
        QTest::newRow("a command") << QStringList{bad};
        QTest::newRow("judge") << QStringList{u"judge"_qs, bad};
        QTest::newRow("judge --at") << QStringList{u"judge"_qs, u"x"_qs, u"--at"_qs, bad};
        QTest::newRow("policy lint") << QStringList{u"policy"_qs, u"lint"_qs, bad};
        QTest::newRow("record lint") << QStringList{u"record"_qs, u"lint"_qs, bad};
        QTest::newRow("record fix") << QStringList{u"record"_qs, u"fix"_qs, bad};
        QTest::newRow("match") << QStringList{u"match"_qs, bad, bad};
        QTest::newRow("rules") << QStringList{u"rules"_qs, bad};
    }
    void hostileArgumentsAreMadeVisible()
    {
        QFETCH(QStringList, arguments);
        const program::Ran ran = program::run(arguments);
        QCOMPARE(ran.status, 2);
        QVERIFY(!ran.complaints.isEmpty());
        for (const QByteArray &output : {ran.output, ran.complaints}) {
            const QString text = QString::fromUtf8(output);
            for (const QChar c : text)
                QVERIFY2(c == u'\n' || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format), output.constData());
        }
        QVERIFY2(ran.complaints.startsWith("mta-sts: ") && ran.complaints.count("\n") == 1, ran.complaints.constData());
    }

    void octetsThatAreNoTextAreTaken()
    {
        for (const char *locale : {"C", "C.UTF-8"}) {
            QProcess process;
            process.setProcessEnvironment(program::environment({{u"LC_ALL"_qs, QLatin1String(locale)}}));
            process.start(u"/bin/sh"_qs, {u"-c"_qs, u"\"$0\" audit \"$(printf 'a\\377\\302.example')\" --format ndjson"_qs, program::path});
            QVERIFY(process.waitForFinished(30000));
            QCOMPARE(process.exitCode(), 2);
            const QByteArray line = process.readAllStandardOutput();
            QVERIFY2(QJsonDocument::fromJson(line).object().contains(QLatin1String("error")), line.constData());
            QCOMPARE(QString::fromUtf8(line).toUtf8(), line);
        }
    }

    void hugeListsAreRead_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<int>("lines");
        QTest::newRow("a hundred thousand lines") << QByteArray("not a domain!\n").repeated(100'000) << 100'000;
        QTest::newRow("a line of a megabyte") << QByteArray(QByteArray(1'000'000, 'x') + ".example\n192.0.2.1\n") << 2;
        QTest::newRow("NULs and controls") << QByteArray("a\0b.example\n\x1b[2J.example\r\n\xff\xfe.example\n\x9b.example", 46) << 4;
    }
    void hugeListsAreRead()
    {
        QFETCH(QByteArray, list);
        const program::Ran ran = program::run({u"audit"_qs, u"--from"_qs, u"-"_qs, u"--format"_qs, u"ndjson"_qs}, list);
        QCOMPARE(ran.status, 2);
        QTEST(int(ran.output.count('\n')), "lines");
        QVERIFY(!ran.complaints.contains('\x1b') && !ran.complaints.contains('\0'));
        for (const QJsonObject &object : ran.lines().mid(0, 10))
            QVERIFY(!object.value(QLatin1String("error")).toString().isEmpty());
    }

    void portableLocaleGivesNoWarnings()
    {
        const program::Ran ran = program::run({QStringLiteral("match"), QStringLiteral("a.example"), QStringLiteral("a.example")}, {},
                                              {{QStringLiteral("LC_ALL"), QStringLiteral("C")}});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.complaints, QByteArray());
    }

    void helpAndVersion_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("overview") << QStringLiteral("--help") << QByteArray("mta-sts policy lint");
        QTest::newRow("version") << QStringLiteral("--version") << QByteArray("mta-sts " MTA_VERSION "\n");
        QTest::newRow("version of a command") << QStringLiteral("audit --version") << QByteArray("mta-sts " MTA_VERSION "\n");
        for (const char *command : {"audit", "judge", "rules", "policy lint", "policy fix", "policy format", "record lint", "record fix",
                                    "match", "plan new", "plan check", "plan adopt", "plan export", "plan steps"})
            QTest::newRow(command) << QString(QLatin1String(command) + QLatin1String(" --help"))
                                   << QByteArray(QByteArray("Usage: mta-sts ") + command);
        QTest::newRow("ssh -D") << QStringLiteral("audit --help") << QByteArray("ssh -D");
    }

    void helpAndVersion()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, says);
        const program::Ran ran = program::run(arguments.split(u' '));
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.complaints, QByteArray());
        QVERIFY2(ran.output.contains(says), ran.output.constData());
        for (const QByteArray &line : ran.output.split('\n'))
            QVERIFY2(arguments == QLatin1String("--help") || line.startsWith("Usage:") || QString::fromUtf8(line).size() <= 100,
                     line.constData());
    }

    void everyOptionOfTheContractIsInTheHelp()
    {
        const QByteArray help = program::run({QStringLiteral("audit"), QStringLiteral("--help")}).output;
        for (const char *option :
             {"from",       "format",   "output", "jobs", "timeout", "resolver",      "trust-anchor", "ca-file", "smtp-port",
              "https-port", "dns-port", "ipv4",   "ipv6", "proxy",   "allow-private", "ehlo-name",    "ignore",  "quick",
              "deep",       "fail-on",  "save",   "lang", "quiet",   "verbose",       "no-color",     "version", "help"})
            QVERIFY2(help.contains("  --" + QByteArray(option) + ' ') || help.contains("  --" + QByteArray(option) + '\n'), option);
    }

    void manPageNamesEveryOption()
    {
        const QByteArray text = manPage();
        QVERIFY(commands().size() >= 17);
        for (const QString &command : commands()) {
            const program::Ran ran = program::run((command + QLatin1String(" --help")).split(u' '));
            for (const QByteArray &line : ran.output.split('\n')) {
                if (!line.startsWith("  --"))
                    continue;
                const QByteArray option = line.trimmed().split(' ').first();
                QVERIFY2(text.contains(option), option.constData());
            }
        }
    }

    void manPageHasEachSectionOnceAndTheExitStatusOfEachCommand()
    {
        const QStringList sections = QString::fromUtf8('\n' + manPage()).split(QStringLiteral("\n.SH ")).mid(1);
        QHash<QString, QString> bodies;
        for (const QString &section : sections) {
            const QString title = section.left(section.indexOf(u'\n'));
            QVERIFY2(!bodies.contains(title), qPrintable(title));
            bodies.insert(title, section);
        }
        const QString statuses = bodies.value(QStringLiteral("EXIT STATUS")).remove(u'"');
        for (const QString &command : commands()) {
            const QRegularExpression heading(QStringLiteral("\\n\\.BR? [^\\n]*\\b%1\\b").arg(command));
            QVERIFY2(statuses.contains(heading), qPrintable(command));
        }
    }

    void everyUnusableDomainIsNamedAndTheRestGoesOn()
    {
        const QByteArray list = "# comment\n\nnot a domain\nlocalhost\n";
        const program::Ran ran =
            program::run({QStringLiteral("audit"), QStringLiteral("--from"), QStringLiteral("-"), QStringLiteral("--format"),
                          QStringLiteral("ndjson"), QStringLiteral("--resolver"), QStringLiteral("127.0.0.1:9")},
                         list);
        QCOMPARE(ran.status, 2);
        const QList<QJsonObject> objects = ran.lines();
        QCOMPARE(objects.size(), 2);
        QCOMPARE(objects[0].value(QLatin1String("domain")).toString(), QStringLiteral("not a domain"));
        QVERIFY(!objects[0].value(QLatin1String("error")).toString().isEmpty());
        QCOMPARE(objects[0].value(QLatin1String("verdict")).toString(), QStringLiteral("undetermined"));
        QCOMPARE(ran.complaints.count('\n'), 2);
    }

    void emptyListIsAnEmptyArray()
    {
        const QStringList arguments{QStringLiteral("audit"), QStringLiteral("--from"), QStringLiteral("-"), QStringLiteral("--format"),
                                    QStringLiteral("json")};
        const program::Ran ran = program::run(arguments, "# nothing\n");
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.json().isArray());
        QVERIFY(ran.json().toArray().isEmpty());
    }

    void escapesGoOnlyToTerminalsThatUnderstandThem_data()
    {
        QTest::addColumn<QString>("terminal");
        QTest::addColumn<bool>("escapes");
        QTest::newRow("xterm") << QStringLiteral("xterm") << true;
        QTest::newRow("dumb") << QStringLiteral("dumb") << false;
    }

    void escapesGoOnlyToTerminalsThatUnderstandThem()
    {
        QFETCH(QString, terminal);
        QFETCH(bool, escapes);
        const int descriptor = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(descriptor >= 0 && ::grantpt(descriptor) == 0 && ::unlockpt(descriptor) == 0);
        QProcess process;
        process.setProcessEnvironment(program::environment({{QStringLiteral("TERM"), terminal}}));
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QString::fromLocal8Bit(::ptsname(descriptor)));
        // Both the progress line and a complaint; nobody listens on that port.
        process.start(program::path,
                      {QStringLiteral("audit"), QStringLiteral("a.example"), QStringLiteral("a_b.example"), QStringLiteral("--resolver"),
                       QStringLiteral("127.0.0.1:1"), QStringLiteral("--timeout"), QStringLiteral("0.2")});
        QVERIFY(process.waitForFinished());
        QByteArray shown(1 << 16, Qt::Uninitialized);
        shown.resize(std::max<ssize_t>(::read(descriptor, shown.data(), static_cast<size_t>(shown.size())), 0));
        ::close(descriptor);
        QVERIFY(!shown.isEmpty());
        QCOMPARE(shown.contains('\x1b'), escapes);
    }

    void outputThatIsLostIsNoSuccess_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("rules, full disk") << QStringLiteral("\"$0\" rules >/dev/full");
        QTest::newRow("match, full disk") << QStringLiteral("\"$0\" match a.example a.example --format json >/dev/full");
        QTest::newRow("audit, full disk") << QStringLiteral("\"$0\" audit 192.0.2.1 --format json --fail-on never >/dev/full");
        QTest::newRow("closed") << QStringLiteral("\"$0\" rules >&-");
        QTest::newRow("input closed") << QStringLiteral("\"$0\" audit --from - <&-");
    }

    void outputThatIsLostIsNoSuccess()
    {
        QFETCH(QString, line);
        QProcess shell;
        shell.setProcessEnvironment(program::environment());
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), line, program::path});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 2);
        const QByteArray complaints = shell.readAllStandardError();
        QVERIFY2(complaints.contains(line.contains(u'<') ? "Cannot read standard input" : "Cannot write to standard output"),
                 complaints.constData());
    }
};

QTEST_GUILESS_MAIN(CommandLineUsageTest)
#include "tst_cli_usage.moc"
