// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/hosting.h"
#include "deploy/zip.h"
#include "fakes/goodplan.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;

namespace
{

QStringList pathsOf(const QList<BundleFile> &files)
{
    QStringList paths;
    for (const BundleFile &file : files)
        paths.append(file.path);
    return paths;
}

QByteArray contentOf(const QList<BundleFile> &files, const char *path)
{
    for (const BundleFile &file : files)
        if (file.path == QLatin1String(path))
            return file.content;
    return "not there";
}

} // namespace

class TestBundle : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsInIt();
    void onlyTheFormatsAskedFor();
    void aFormatThatCannotSayItIsLeftOutOrRefused();
    void recordsElsewhereHaveAFileOfTheirOwn();
    void aPlanThatIsNoneIsRefused();
    void theChecklistSaysWhatComesFirst();
    void conditionsAreInTheChecklist();
    void whatIsInAPlanMarksNothingUp();
    void everyServerHasAGuide();
    void aLongDomainHasABucketAllTheSame();
    void whatCannotBeServedIsRefused_data();
    void whatCannotBeServedIsRefused();
    void pathsStayWithinTheFolder();
    void theArchiveIsTheSameEveryTimeAndUnpacks();
};

void TestBundle::everythingIsInIt()
{
    const Plan plan = goodPlan();
    const Result<QList<BundleFile>> files = exportBundle(plan, {{}, {{QStringLiteral("plan.json"), "{}"}}});
    QVERIFY2(files, qPrintable(files ? QString() : files.error().text));
    const QStringList expected{
        QStringLiteral("checklist.md"),
        QStringLiteral("records/first/records.txt"),
        QStringLiteral("records/first/records.zone"),
        QStringLiteral("records/first/records.nsupdate"),
        QStringLiteral("records/first/records.ps1"),
        QStringLiteral("records/first/route53.json"),
        QStringLiteral("records/first/cloudflare.sh"),
        QStringLiteral("records/first/cloudflare.tf"),
        QStringLiteral("records/first/route53.tf"),
        QStringLiteral("records/first/octodns.yaml"),
        QStringLiteral("records/first/dnscontrol.js"),
        QStringLiteral("records/last/records.txt"),
        QStringLiteral("records/last/records.zone"),
        QStringLiteral("records/last/records.nsupdate"),
        QStringLiteral("records/last/records.ps1"),
        QStringLiteral("records/last/route53.json"),
        QStringLiteral("records/last/cloudflare.sh"),
        QStringLiteral("records/last/cloudflare.tf"),
        QStringLiteral("records/last/route53.tf"),
        QStringLiteral("records/last/octodns.yaml"),
        QStringLiteral("records/last/dnscontrol.js"),
        QStringLiteral("policy/.well-known/mta-sts.txt"),
        QStringLiteral("server/.well-known/mta-sts.txt"),
        QStringLiteral("server/mta-sts.good.example.conf"),
        QStringLiteral("plan.json"),
    };
    QCOMPARE(pathsOf(*files), expected);
    QCOMPARE(contentOf(*files, "policy/.well-known/mta-sts.txt"), *policyText(*plan.policy));
    QVERIFY(contentOf(*files, "records/last/records.zone").contains("_mta-sts 600 IN TXT \"v=STSv1; id=20260101T000000;\"\n"));
    QVERIFY(!contentOf(*files, "records/first/records.zone").contains("STSv1"));
    QVERIFY(!contentOf(*files, "records/last/records.zone").contains("192.0.2.80"));
}

void TestBundle::onlyTheFormatsAskedFor()
{
    const Result<QList<BundleFile>> files = exportBundle(goodPlan(), {{ZoneFormat::Bind, ZoneFormat::Route53}, {}});
    QVERIFY(files);
    QCOMPARE(pathsOf(*files).filter(QStringLiteral("records/")),
             (QStringList{QStringLiteral("records/first/records.zone"), QStringLiteral("records/first/route53.json"),
                          QStringLiteral("records/last/records.zone"), QStringLiteral("records/last/route53.json")}));
}

void TestBundle::aFormatThatCannotSayItIsLeftOutOrRefused()
{
    Plan plan = goodPlan();
    plan.reports = {"https://reports.good.example/" + QByteArray(250, 'a')}; // longer than a string of PowerShell's cmdlet
    const Result<QList<BundleFile>> all = exportBundle(plan);
    QVERIFY(all);
    QVERIFY(!pathsOf(*all).contains(QStringLiteral("records/first/records.ps1")));
    QVERIFY(pathsOf(*all).contains(QStringLiteral("records/first/records.zone")));
    QVERIFY(!exportBundle(plan, {{ZoneFormat::PowerShell}, {}}));
}

void TestBundle::recordsElsewhereHaveAFileOfTheirOwn()
{
    Plan plan = goodPlan();
    plan.mx.append({30, QStringLiteral("mx.provider.example")});
    plan.policy->mx.append(QStringLiteral("mx.provider.example"));
    plan.tlsa.append({QStringLiteral("mx.provider.example"), {3, 1, 1, QByteArray(32, 'a')}});
    const Result<QList<BundleFile>> files = exportBundle(plan);
    QVERIFY2(files, qPrintable(files ? QString() : files.error().text));
    QVERIFY(!contentOf(*files, "records/first/records.zone").contains("provider"));
    QVERIFY(contentOf(*files, "records/elsewhere.txt").contains("Whole name: _25._tcp.mx.provider.example\n"));
}

void TestBundle::aPlanThatIsNoneIsRefused()
{
    Plan plan = goodPlan();
    plan.policy->mx = {QStringLiteral("a pattern with blanks")};
    const Result<QList<BundleFile>> files = exportBundle(plan);
    QVERIFY(!files);
    QCOMPARE(files.error().code, ErrorCode::InvalidInput);
}

void TestBundle::theChecklistSaysWhatComesFirst()
{
    const QString text = checklist(goodPlan());
    // RFC 8461 §8.1: what is fetched before what sends senders there.
    const QList<qsizetype> places{text.indexOf(QLatin1String("`A` `mta-sts` `192.0.2.80`")),
                                  text.indexOf(QLatin1String("nginx -t")),
                                  text.indexOf(QLatin1String("`_smtp._tls`")),
                                  text.indexOf(QLatin1String("`_mta-sts`")),
                                  text.indexOf(QLatin1String("`_25._tcp.mx1`")),
                                  text.indexOf(QLatin1String("`mta-sts audit good.example`"))};
    QVERIFY(!places.contains(-1));
    QVERIFY2(std::is_sorted(places.begin(), places.end()), qPrintable(text));
    QVERIFY(!text.contains(QRegularExpression(QStringLiteral("\\{[a-z]+\\}"))));
}

void TestBundle::conditionsAreInTheChecklist()
{
    Plan plan = goodPlan();
    plan.policy->mode = PolicyMode::Testing;
    QVERIFY(!checklist(plan).contains(QLatin1String("Before mode enforce")));
    QVERIFY(checklist(plan).contains(QLatin1String("Read the reports")));
    const QString text = checklist(
        plan, {{ConditionKind::NoErrors, ConditionState::Met, {}, {}},
               {ConditionKind::ReportsRead, ConditionState::Unknown, {}, {}},
               {ConditionKind::ServersCovered, ConditionState::NotMet, {{QStringLiteral("hosts"), QStringLiteral("*<a>_")}}, {}}});
    QVERIFY2(text.contains(QLatin1String("## Before mode enforce\n\n- [x] The audit finds no error.\n- [ ] Nobody said yet")),
             qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("does not cover \\*\\<a\\>\\_:")), qPrintable(text));
    QVERIFY(!text.contains(QLatin1String("Read the reports of at least")));
}

void TestBundle::whatIsInAPlanMarksNothingUp()
{
    Plan plan = goodPlan();
    plan.hosting.server = PolicyServer::Undecided;
    plan.reports = {"https://reports.good.example/a`b``c"}; // not a URI, and yet nothing to mark up
    plan.notes = QStringLiteral("<script>");
    plan.zone = QStringLiteral("good.example\n# heading");
    plan.domain.ascii = QStringLiteral("good.example\n# heading");
    const QString text = checklist(plan);
    QVERIFY(!text.contains(QLatin1String("\n# heading")));
    QVERIFY(!text.contains(QLatin1String("<script>")));
}

void TestBundle::everyServerHasAGuide()
{
    Plan plan = goodPlan();
    QCOMPARE(policyServers().size(), 13);
    QVERIFY(!policyServers().contains(PolicyServer::Undecided));
    for (const PolicyServer server : policyServers()) {
        plan.hosting.server = server;
        plan.hosting.alias = QStringLiteral("policy.provider.example");
        const Result<HostingGuide> guide = hostingGuide(plan);
        QVERIFY2(guide, qPrintable(policyServerTitle(plan.hosting.server)));
        QVERIFY(!guide->steps.isEmpty() && !guide->certificate.isEmpty() && !guide->traps.isEmpty());
        QStringList sentences = guide->steps + guide->certificate + guide->traps;
        for (const HostingFile &file : guide->files) {
            sentences.append(file.purpose);
            QVERIFY2(!file.content.contains("@HOST@") && !file.content.contains("@DOMAIN@") && !file.content.contains("@BUCKET@"),
                     qPrintable(file.name));
        }
        QVERIFY(!sentences.join(u'\n').contains(QRegularExpression(QStringLiteral("\\{[a-z]+\\}"))));
        QVERIFY(!sentences.contains(QString()));
    }
}

void TestBundle::aLongDomainHasABucketAllTheSame()
{
    const auto bucketOf = [](const QString &domain) {
        Plan plan = goodPlan();
        plan.domain = {domain, domain};
        plan.hosting.server = PolicyServer::S3CloudFront;
        const Result<HostingGuide> guide = hostingGuide(plan);
        static const QRegularExpression line(QStringLiteral("\nbucket=([a-z0-9-]+)\n"));
        return guide ? line.match(QString::fromLatin1(guide->files.at(1).content)).captured(1) : QString();
    };
    QCOMPARE(bucketOf(QStringLiteral("good.example")), QStringLiteral("mta-sts-good-example"));
    for (const int size : {62, 63}) { // with "mta-sts-" and "-example"
        const QString name(size - 16, u'a');
        QCOMPARE(bucketOf(name + QLatin1String(".example")), QStringLiteral("mta-sts-%1-example").arg(name));
    }
    const QString longer = bucketOf(QString(64 - 16, u'a') + QLatin1String(".example"));
    QVERIFY(longer.size() == 63 && longer.startsWith(QStringLiteral("mta-sts-aaa")) && !longer.endsWith(QStringLiteral("-exampl")));
    const QString label = QString(60, u'a');
    QCOMPARE(bucketOf(label + QLatin1String(".example")).size(), 63);
    QVERIFY(bucketOf(label + QLatin1String(".example")) != bucketOf(label + QLatin1String(".test")));
}

void TestBundle::whatCannotBeServedIsRefused_data()
{
    QTest::addColumn<Plan>("plan");
    Plan plan = goodPlan();
    plan.hosting.server = PolicyServer::Undecided;
    QTest::newRow("nobody is chosen") << plan;
    plan = goodPlan();
    plan.policy.reset();
    QTest::newRow("no policy") << plan;
    plan = goodPlan();
    plan.policy->mx.clear();
    QTest::newRow("a policy that none can say") << plan;
    plan = goodPlan();
    plan.hosting = {PolicyServer::Delegated, {}, {}};
    QTest::newRow("an alias of nothing") << plan;
    plan = goodPlan();
    plan.domain.ascii = QStringLiteral("good.example;\n}");
    QTest::newRow("a domain that is none") << plan;
    plan = goodPlan();
    plan.domain.ascii = QStringLiteral("$(id).example");
    QTest::newRow("a domain that a shell would run") << plan;
}

void TestBundle::whatCannotBeServedIsRefused()
{
    QFETCH(Plan, plan);
    const Result<HostingGuide> guide = hostingGuide(plan);
    QVERIFY(!guide);
    QVERIFY(!guide.error().text.isEmpty());
}

void TestBundle::pathsStayWithinTheFolder()
{
    Plan plan = goodPlan();
    static const QRegularExpression part(QStringLiteral("\\A[A-Za-z0-9._-]+\\z"));
    for (int i = static_cast<int>(PolicyServer::Undecided); i <= static_cast<int>(PolicyServer::Delegated); ++i) {
        plan.hosting = {
            static_cast<PolicyServer>(i), i == static_cast<int>(PolicyServer::Delegated) ? QStringLiteral("a.example") : QString(), {}};
        const Result<QList<BundleFile>> files = exportBundle(plan);
        QVERIFY(files);
        QStringList paths = pathsOf(*files);
        QCOMPARE(paths.removeDuplicates(), 0);
        for (const QString &path : paths)
            for (const QString &name : path.split(u'/'))
                QVERIFY2(part.match(name).hasMatch() && name != u'.' && name != QLatin1String(".."), qPrintable(path));
    }
}

void TestBundle::theArchiveIsTheSameEveryTimeAndUnpacks()
{
    const QList<BundleFile> files = *exportBundle(goodPlan()) + QList<BundleFile>{{QStringLiteral("empty"), {}},
                                                                                  {QStringLiteral("octets"), QByteArray("\0\xff\r\n", 4)}};
    const std::optional<QByteArray> archive = zipArchive(files, QStringLiteral("top"));
    QVERIFY(archive);
    QCOMPARE(zipArchive(files, QStringLiteral("top")), archive);
    const QString unzip = QStandardPaths::findExecutable(QStringLiteral("unzip"));
    if (unzip.isEmpty())
        QSKIP("package that is not installed: unzip");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.zip")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*archive) == archive->size());
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(unzip, {QStringLiteral("-q"), QStringLiteral("a.zip")});
    QVERIFY(process.waitForFinished(20000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    for (const BundleFile &wanted : files) {
        QFile unpacked(folder.filePath(QLatin1String("top/") + wanted.path));
        QVERIFY2(unpacked.open(QIODevice::ReadOnly), qPrintable(wanted.path));
        QCOMPARE(unpacked.readAll(), wanted.content);
        QCOMPARE(unpacked.permissions().testFlag(QFile::ExeOwner), wanted.path.endsWith(QLatin1String(".sh")));
    }
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
