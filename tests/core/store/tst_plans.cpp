// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "store/plans.h"

#include "fakes/goodplan.h"
#include "fakes/jsonschema.h"
#include "store/planrecovery.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

Plan smallestPlan()
{
    Plan plan;
    plan.domain = {u"good.example"_s, u"good.example"_s};
    return plan;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(octets), octets.size());
}

/// The good plan's text with one piece of it replaced.
QByteArray spoilt(const QByteArray &piece, const QByteArray &replacement)
{
    const QByteArray text = planText(goodPlan());
    if (text.count(piece) < 1)
        qFatal("the plan does not hold %s", piece.constData());
    const qsizetype at = text.indexOf(piece);
    return text.left(at) + replacement + text.mid(at + piece.size());
}

} // namespace

class TestPlans : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSavedIsReadTheSame_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::newRow("every member holds something") << goodPlan();
        QTest::newRow("a domain and nothing else") << smallestPlan();
        Plan plan = goodPlan();
        plan.hosting = {PolicyServer::Delegated, u"_policy.provider.example"_s, {}};
        QTest::newRow("the policy host is an alias") << plan;
        plan = smallestPlan();
        plan.domain = *parseDomainName(u"bücher.example");
        QTest::newRow("a domain with other letters") << plan;
        plan = smallestPlan();
        plan.notes = u"\n\n a\u202eb\"\\\x01\n"_s;
        QTest::newRow("notes with what hides and with blank lines") << plan;
        plan = goodPlan();
        plan.zone = u"_mta-sts.good.example"_s;
        QTest::newRow("the record has a zone of its own") << plan;
        plan = goodPlan();
        plan.policy->mode = PolicyMode::None;
        plan.policy->mx.clear();
        QTest::newRow("a policy of mode none without mail servers") << plan;
        plan = smallestPlan();
        for (int i = 0; i < maxPlanMx; ++i)
            plan.mx.append({static_cast<quint16>(i), u"mx%1.good.example"_s.arg(i)});
        QTest::newRow("as many mail servers as a plan can hold") << plan;
        plan = smallestPlan();
        plan.tlsa = {{u"mx1.good.example"_s, {3, 0, 0, QByteArray(maxPlanTlsaData, 'a')}}};
        QTest::newRow("a TLSA record as large as it can be") << plan;
        plan = smallestPlan();
        plan.notes = QString(maxPlanNotes, u'a');
        QTest::newRow("notes as long as they can be") << plan;
    }
    void whatIsSavedIsReadTheSame()
    {
        QFETCH(Plan, plan);
        const QByteArray text = planText(plan);
        const Result<Plan> again = readPlan(text);
        QVERIFY2(again, again ? "" : qPrintable(again.error().text));
        QCOMPARE(*again, plan);
        QCOMPARE(planText(*again), text);
        QVERIFY(text.endsWith("}\n"));
    }

    void isTextForVersionControl()
    {
        const QByteArray text = planText(goodPlan());
        for (const char *line :
             {"    \"planVersion\": 1,\n", "        \"mode\": \"enforce\",\n", "            \"mx1.good.example\",\n",
              "            \"data\": \"abababababababababababababababababababababababababababababababab\",\n",
              "        \"mailto:tlsrpt@good.example\",\n", "            \"from\": \"2026-01-01T00:00:00.000Z\",\n",
              "        \"First testing, then enforce.\",\n", "        \"server\": \"nginx\"\n", "                \"value\": \"Grüße\"\n"})
            QVERIFY2(text.contains(line), line);
    }

    void isDescribedByItsSchema()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/docs/schema/plan.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!schema.isEmpty());
        for (const Plan &plan : {goodPlan(), smallestPlan()})
            QCOMPARE(schemaComplaints(QJsonDocument::fromJson(planText(plan)).object(), schema), QStringList());
        for (const QByteArray &wrong :
             {spoilt("\"mode\"", "\"Mode\""), spoilt("\"nginx\"", "\"ngin\""), spoilt("\"abab", "\"xbab"),
              spoilt("\"planVersion\": 1", "\"planVersion\": 2"), spoilt("\"said\"", "\"until\""), spoilt("\"ttl\"", "\"TTL\"")})
            QVERIFY2(!schemaComplaints(QJsonDocument::fromJson(wrong).object(), schema).isEmpty(), wrong.constData());
    }

    void whatIsNoPlanIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &text, const QString &says) { QTest::newRow(name) << text << says; };
        row("nothing at all", "", u"octet"_s);
        row("a list", "[]", u"not a plan"_s);
        row("saved evidence", "{\"format\": \"mta-sts-studio-evidence\", \"version\": 1}", u"not a plan"_s);
        row("a later version", spoilt("\"planVersion\": 1", "\"planVersion\": 2"), u"newer version"_s);
        row("a version that is no whole number", spoilt("\"planVersion\": 1", "\"planVersion\": 0.5"), u"not a plan"_s);
        row("a version in words", spoilt("\"planVersion\": 1", "\"planVersion\": \"1\""), u"not a plan"_s);
        row("cut off", planText(goodPlan()).chopped(10), u"octet"_s);
        row("two texts one after the other", planText(goodPlan()) + planText(goodPlan()), u"octet"_s);
        row("marks of a merge that failed", "<<<<<<< HEAD\n" + planText(goodPlan()), u"octet 1"_s);
        row("larger than a plan can be", QByteArray(maxPlanSize + 1, ' '), u"4 MiB"_s);
        row("a member that no plan has", spoilt("\"ttl\"", "\"TTL\""), u"/TTL"_s);
        row("a member that no policy has", spoilt("\"maxAge\"", "\"max_age\""), u"/policy/max"_s);
        row("a member that no entry of a list has", spoilt("\"preference\": 20", "\"preference\": 20, \"weight\": 1"), u"/mx/1/weight"_s);
        row("an unknown member whose name hides", spoilt("\"ttl\"", "\"t\\u202etl\""), u"/t\\u{202e}tl"_s);
        row("a member twice", spoilt("\"ttl\": 600", "\"ttl\": 600, \"ttl\": 60"), u"“/ttl” stands twice"_s);
        row("a member twice, once spelt with an escape", spoilt("\"ttl\": 600", "\"ttl\": 600, \"\\u0074tl\": 60"),
            u"“/ttl” stands twice"_s);
        row("a member of an inner object twice", spoilt("\"mode\": \"enforce\"", "\"mode\": \"testing\", \"mode\": \"enforce\""),
            u"“/policy/mode” stands twice"_s);
        row("no domain", spoilt("\"domain\": \"good.example\",", ""), u"/domain is missing"_s);
        row("a domain that is none", spoilt("\"domain\": \"good.example\"", "\"domain\": \"../../etc\""), u"/domain"_s);
        row("a domain with a line break", spoilt("\"domain\": \"good.example\"", "\"domain\": \"good\\n.example\""), u"/domain"_s);
        row("no mode", spoilt("\"mode\": \"enforce\",", ""), u"/policy/mode is missing"_s);
        row("no max_age", spoilt("\"maxAge\": 1209600,", ""), u"/policy/maxAge is missing"_s);
        row("a mode that is none", spoilt("\"enforce\"", "\"enforced\""), u"/policy/mode"_s);
        row("a server that nobody knows", spoilt("\"nginx\"", "\"ngin\""), u"/hosting/server"_s);
        row("a number where a text is due", spoilt("\"zone\": \"good.example\"", "\"zone\": 7"), u"/zone holds another kind"_s);
        row("half a character", spoilt("\"First testing", "\"\\ud800 testing"), u"/notes/0"_s);
        row("a preference out of range", spoilt("\"preference\": 20", "\"preference\": 65536"), u"/mx/1/preference"_s);
        row("a digest with a letter that is no digit", spoilt("\"abab", "\"xbab"), u"/tlsa/0/data"_s);
        row("a digest with half an octet", spoilt("\"abab", "\"bab"), u"/tlsa/0/data"_s);
        row("a TLSA record without its usage", spoilt(",\n            \"usage\": 3", ""), u"/tlsa/0/usage is missing"_s);
        row("a publication without its policy", spoilt("\"policy\": {\n                \"extensions\": [\n                ],", "\"x\": {"),
            u"/published/0"_s);
        row("a time without a zone", spoilt("\"2026-01-01T00:00:00.000Z\"", "\"2026-01-01T00:00:00\""), u"/published/0/from"_s);
        row("an address as nobody writes it", spoilt("\"192.0.2.80\"", "\"192.0.2.080\""), u"/hosting/addresses/0"_s);
        row("more mail servers than a plan can hold",
            spoilt("\"mx\": [\n        {", "\"mx\": [" + QByteArray("{\"host\":\"a.example\"},").repeated(maxPlanMx) + "{"),
            u"/mx holds more"_s);
        row("a pattern that is none", spoilt("\"*.mail.good.example\"", "\"mail.*.good.example\""), u"/policy/mx/1"_s);
    }
    void whatIsNoPlanIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const Result<Plan> plan = readPlan(text);
        QVERIFY(!plan);
        QVERIFY2(plan.error().text.contains(says), qPrintable(plan.error().text));
    }

    void whatIsMissingHasItsDefault()
    {
        const Result<Plan> plan = readPlan("{\"planVersion\": 1, \"domain\": \"Good.Example\"}");
        QVERIFY(plan);
        QCOMPARE(*plan, smallestPlan());
    }

    void aFileIsSavedAndLoaded()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"good.example.plan.json"_s);
        const Result<QByteArray> saved = savePlan(path, goodPlan(), {});
        QVERIFY(saved);
        const Result<PlanFile> file = loadPlan(path);
        QVERIFY(file);
        QCOMPARE(file->plan, goodPlan());
        QCOMPARE(file->fingerprint, *saved);
        QCOMPARE(read(path), planText(goodPlan()));

        Plan changed = goodPlan();
        changed.notes = u"changed"_s;
        const Result<QByteArray> again = savePlan(path, changed, *saved);
        QVERIFY(again);
        QCOMPARE(loadPlan(path)->plan, changed);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void nothingIsSavedOverWhatSomebodyElseWrote()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.json"_s);
        const QByteArray loaded = *savePlan(path, goodPlan(), {});
        Plan mine = goodPlan();
        mine.notes = u"mine"_s;
        Plan theirs = goodPlan();
        theirs.notes = u"theirs"_s;
        write(path, planText(theirs));

        const Result<QByteArray> refused = savePlan(path, mine, loaded);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Changed);
        QVERIFY2(refused.error().text.contains(u"changed by somebody else"_s), qPrintable(refused.error().text));
        QCOMPARE(read(path), planText(theirs));

        const Result<QByteArray> asNew = savePlan(path, mine, {});
        QVERIFY(!asNew);
        QCOMPARE(asNew.error().code, ErrorCode::Changed);
        QCOMPARE(read(path), planText(theirs));

        QVERIFY(savePlan(path, theirs, loaded)); // what is there already needs no quarrel
        QFile::remove(path);
        QVERIFY(savePlan(path, mine, loaded)); // nothing is overwritten
        QCOMPARE(loadPlan(path)->plan, mine);
    }

    void aPlanWithAFaultIsNotSaved()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.json"_s);
        Plan plan = goodPlan();
        plan.id = "not an id";
        const Result<QByteArray> saved = savePlan(path, plan, {});
        QVERIFY(!saved);
        QVERIFY2(saved.error().text.contains(u"/id"_s), qPrintable(saved.error().text));
        QVERIFY(!QFile::exists(path));
    }

    void aPlanThatIsTooLargeIsNotSaved()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.json"_s);
        Plan plan = smallestPlan();
        for (int i = 0; i < maxPlanTlsa; ++i)
            plan.tlsa.append({u"mx%1.good.example"_s.arg(i), {3, 0, 0, QByteArray(maxPlanTlsaData, 'a')}});
        const Result<QByteArray> saved = savePlan(path, plan, {});
        QVERIFY(!saved);
        QVERIFY2(saved.error().text.contains(u"4 MiB"_s), qPrintable(saved.error().text));
        QVERIFY(!QFile::exists(path));
    }

    void troubleWithTheFileIsTold()
    {
        const QTemporaryDir folder;
        QCOMPARE(loadPlan(folder.filePath(u"none.json"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(loadPlan(folder.path()).error().code, ErrorCode::Io);
        QCOMPARE(savePlan(folder.filePath(u"none/plan.json"_s), goodPlan(), {}).error().code, ErrorCode::Io);
        write(folder.filePath(u"bad.json"_s), "{");
        QVERIFY(loadPlan(folder.filePath(u"bad.json"_s)).error().text.contains(u"bad.json"_s));
    }

    void unsavedWorkComesBack()
    {
        const QTemporaryDir folder;
        const PlanRecovery recovery(folder.filePath(u"unsaved"_s));
        const QString path = folder.filePath(u"plan.json"_s);
        const QByteArray fingerprint = *savePlan(path, goodPlan(), {});
        const QDateTime at(QDate(2026, 2, 1), QTime(12, 0), Qt::UTC);
        QVERIFY(!recovery.recoverable(path));
        QVERIFY(recovery.all().isEmpty());

        Plan plan = goodPlan();
        plan.policy->mx.append(u"not a pattern"_s); // half typed
        QVERIFY(recovery.keep({plan, path, fingerprint, at}));
        const std::optional<RecoverablePlan> state = recovery.recoverable(path);
        QVERIFY(state);
        QCOMPARE(state->plan, plan);
        QCOMPARE(state->path, path);
        QCOMPARE(state->fingerprint, fingerprint);
        QCOMPARE(state->at, at);
        QVERIFY(!recovery.recoverable(folder.filePath(u"other.json"_s)));

        Plan untitled = smallestPlan();
        untitled.notes = u"no file yet"_s;
        QVERIFY(recovery.keep({untitled, {}, {}, at}));
        QCOMPARE(recovery.all().size(), 2);

        recovery.discard(path, plan.domain);
        recovery.discard({}, untitled.domain);
        QVERIFY(!recovery.recoverable(path));
        QVERIFY(recovery.all().isEmpty());
    }

    void whatWasSavedNeedsNoRecovery()
    {
        const QTemporaryDir folder;
        const PlanRecovery recovery(folder.filePath(u"unsaved"_s));
        const QString path = folder.filePath(u"plan.json"_s);
        Plan plan = goodPlan();
        QVERIFY(recovery.keep({plan, path, {}, QDateTime::currentDateTimeUtc()}));
        QVERIFY(recovery.recoverable(path)); // the file was never written
        QVERIFY(savePlan(path, plan, {}));
        QVERIFY(!recovery.recoverable(path));
        QVERIFY(recovery.all().isEmpty());
    }

    void aPolicyHasSoManyPatterns_data()
    {
        QTest::addColumn<int>("patterns");
        QTest::addColumn<QString>("says");
        const int most = static_cast<int>(maxPolicySize / 7);
        QTest::newRow("one less") << most - 1 << QString();
        QTest::newRow("as many as may be") << most << QString();
        QTest::newRow("one more") << most + 1 << u"/policy/mx holds more"_s;
    }
    void aPolicyHasSoManyPatterns()
    {
        QFETCH(int, patterns);
        QFETCH(QString, says);
        Plan plan = goodPlan();
        plan.policy->mx = QStringList(patterns, u"a"_s);
        const Result<Plan> again = readUnfinishedPlan(planText(plan));
        QCOMPARE(bool(again), says.isNull());
        if (!again)
            QVERIFY2(again.error().text.contains(says), qPrintable(again.error().text));
        plan = goodPlan();
        plan.policy->extensions = QList<PolicyField>(patterns, {"x", "y"});
        QCOMPARE(bool(readUnfinishedPlan(planText(plan))), says.isNull());
    }

    void theLatestUnsavedPlansAreLookedAt()
    {
        const QTemporaryDir folder;
        const PlanRecovery recovery(folder.path());
        const auto keep = [&](int number) {
            Plan plan = smallestPlan();
            plan.domain.ascii = plan.domain.unicode = u"d%1.example"_s.arg(number);
            QVERIFY(recovery.keep({plan, {}, {}, QDateTime::currentDateTimeUtc()}));
        };
        for (int i = 0; i < 99; ++i)
            keep(i);
        QCOMPARE(recovery.all().size(), 99);
        keep(99);
        QCOMPARE(recovery.all().size(), 100);
        keep(100);
        QCOMPARE(recovery.all().size(), 100);
    }

    void unsavedWorkIsAsLargeAsAPlanCanBe()
    {
        const QTemporaryDir folder;
        const PlanRecovery recovery(folder.path());
        const QString path = folder.filePath(u"plan"_s);
        QVERIFY(recovery.keep({goodPlan(), path, {}, QDateTime::currentDateTimeUtc()}));
        const QString file = folder.filePath(QDir(folder.path()).entryList(QDir::Files).value(0));
        const QByteArray whole = read(file).trimmed();
        constexpr qsizetype most = 2 * 4 * 1024 * 1024 + 64 * 1024;
        for (const qsizetype size : {most - 1, most, most + 1}) {
            write(file, '{' + QByteArray(size - whole.size(), ' ') + whole.sliced(1));
            QCOMPARE(bool(recovery.recoverable(path)), size <= most);
        }
    }

    /// RFC 8259 §4 leaves open which of them counts.
    void unsavedWorkThatSaysOneThingTwiceIsPassedOver()
    {
        const QTemporaryDir folder;
        const PlanRecovery recovery(folder.path());
        const QString path = folder.filePath(u"plan"_s);
        QVERIFY(recovery.keep({goodPlan(), path, {}, QDateTime::currentDateTimeUtc()}));
        const QString file = folder.filePath(QDir(folder.path()).entryList(QDir::Files).value(0));
        write(file, R"({"fingerprint": "ab", )" + read(file).sliced(1));
        QVERIFY(!recovery.recoverable(path));
    }

    void damagedUnsavedWorkIsPassedOver()
    {
        const QTemporaryDir folder;
        const PlanRecovery recovery(folder.path());
        const QString path = folder.filePath(u"plan"_s);
        QVERIFY(recovery.keep({goodPlan(), path, {}, QDateTime::currentDateTimeUtc()}));
        const QString name = QDir(folder.path()).entryList(QDir::Files).value(0);
        const QByteArray whole = read(folder.filePath(name));
        for (qsizetype length = 0; length < whole.size(); length += 97) {
            write(folder.filePath(name), whole.left(length));
            QVERIFY(!recovery.recoverable(path));
        }
        write(folder.filePath(name), whole);
        QVERIFY(recovery.recoverable(path));
    }
};

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
