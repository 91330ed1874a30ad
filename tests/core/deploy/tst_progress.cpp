// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/adopt.h"
#include "deploy/progress.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"

#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

using State = StepProgress::State;
using Change = std::function<void(DomainFacts &)>;

/// The good domain on its way from `live` to `intended`, one of the steps, and how the domain looks when somebody checks it.
struct Case {
    const char *sentence;
    std::function<void(Plan &live, Plan &intended)> wish;
    StepKind kind;
    Change change = {};
    State state = State::Done;
    QStringList objections = {};
};

const TlsaRecord otherKey{3, 1, 1, QByteArray(32, 'a')};
const QString mx1 = u"mx1.good.example"_s;
const QString mx2 = u"mx2.good.example"_s;

DomainAudit judged(const DomainFacts &facts)
{
    return judge(facts, facts.observedAt);
}

Plan goodPlanOf(const DomainFacts &facts)
{
    return planFromLive(judged(facts)).plan;
}

void protect(Plan &live, Plan &intended)
{
    intended.published.clear();
    live.policy.reset();
    live.id.clear();
    live.reports.clear();
    live.hosting = {};
    live.published.clear();
}

void leaveMtaSts(Plan &, Plan &intended)
{
    intended.policy.reset();
    intended.id.clear();
    intended.reports.clear();
    intended.hosting = {};
}

void secondServer(Plan &live, Plan &)
{
    live.mx = {live.mx.first()};
}

void withoutSecondServer(Plan &live, Plan &)
{
    live.mx.append({30, u"mx3.good.example"_s});
}

TlsaRecord shownKey()
{
    return keyRecord(goodFacts().mxHosts.first().probes.first().tls.chain.first());
}

void rollKeys(Plan &live, Plan &intended)
{
    live.tlsa = {{mx1, otherKey}};
    intended.tlsa = {{mx1, shownKey()}};
}

void noRecord(DomainFacts &facts)
{
    setRecord(facts, {});
}

void untrusted(DomainFacts &facts, const std::function<void(TlsSession &)> &change)
{
    noRecord(facts);
    forPolicySessions(facts, change);
}

void endFetches(DomainFacts &facts, FetchEnd end)
{
    for (PolicyFetch &fetch : facts.fetches) {
        const QHostAddress address = fetch.address;
        fetch = {};
        fetch.address = address;
        fetch.end = end;
    }
}

void tlsaOf(DomainFacts &facts, const QList<TlsaRecord> &records)
{
    setTlsa(facts, [&](const Certificate &) { return records; });
}

void unreached(DomainFacts &facts)
{
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes)
            probe = brokenProbe(probe.address.toString(), ProbeEnd::Refused, SmtpDialog::Stage::Greeting);
    }
}

QList<Case> publishing()
{
    using enum StepKind;
    return {
        {"reports are asked for", protect, PublishReports},
        {"nobody is asked for reports",
         protect,
         PublishReports,
         [](DomainFacts &f) { setTlsRpt(f, {}); },
         State::Open,
         {u"tlsrpt-absent"_s}},
        {"reports go elsewhere", protect, PublishReports, [](DomainFacts &f) { setTlsRpt(f, {"v=TLSRPTv1; rua=mailto:a@b.example"}); },
         State::Open},
        {"whether reports are asked for could not be looked up", protect, PublishReports,
         [](DomainFacts &f) { f.tlsRpt = failedLookup(u"_smtp._tls.good.example"_s, RecordType::Txt, AnswerStatus::Timeout); },
         State::NotTested},

        {"names lead to the policy host", protect, PointPolicyHost},
        {"names lead to the policy host and nothing announces it", protect, PointPolicyHost, noRecord},
        {"names lead elsewhere", protect, PointPolicyHost,
         [](DomainFacts &f) { f.policyHost.a = addressLookup(u"mta-sts.good.example"_s, {u"192.0.2.99"_s}); }, State::Open},
        {"there is no such name yet",
         protect,
         PointPolicyHost,
         [](DomainFacts &f) {
             noRecord(f);
             f.policyHost = {nxdomainLookup(u"mta-sts.good.example"_s, RecordType::A),
                             nxdomainLookup(u"mta-sts.good.example"_s, RecordType::Aaaa)};
             f.fetches.clear();
         },
         State::Open,
         {u"policy-host-no-address"_s}},
        {"the name could not be looked up",
         protect,
         PointPolicyHost,
         [](DomainFacts &f) {
             f.policyHost = {failedLookup(u"mta-sts.good.example"_s, RecordType::A, AnswerStatus::Timeout),
                             failedLookup(u"mta-sts.good.example"_s, RecordType::Aaaa, AnswerStatus::Timeout)};
             f.fetches.clear();
         },
         State::Open,
         {u"policy-host-dns-error"_s}},
        {"names lead to a server with a certificate for another name, and nothing announces it",
         protect,
         PointPolicyHost,
         [](DomainFacts &f) { untrusted(f, [](TlsSession &tls) { tls.chain.first().dnsNames = {u"www.good.example"_s}; }); },
         State::Open,
         {u"policy-cert-name"_s}},

        {"the policy is served", protect, PublishPolicy},
        {"the policy is served before a record announces it", protect, PublishPolicy, noRecord},
        {"another policy is served", protect, PublishPolicy,
         [](DomainFacts &f) {
             noRecord(f);
             setPolicy(f, policyText("testing", "mx9.good.example"));
         },
         State::Open},
        {"a policy is served that senders cannot read",
         protect,
         PublishPolicy,
         [](DomainFacts &f) {
             noRecord(f);
             setPolicy(f, "# ours\n" + policyText("testing"));
         },
         State::Open,
         {u"policy-syntax"_s}},
        {"the policy host redirects before a record announces it",
         protect,
         PublishPolicy,
         [](DomainFacts &f) {
             noRecord(f);
             for (PolicyFetch &fetch : f.fetches) {
                 fetch.httpStatus = 301;
                 fetch.redirectTo = "https://www.good.example/";
                 fetch.body.clear();
             }
         },
         State::Open,
         {u"policy-http-redirect"_s}},
        {"the policy is served with a certificate of its own making, before a record announces it",
         protect,
         PublishPolicy,
         [](DomainFacts &f) { untrusted(f, [](TlsSession &tls) { tls.verdict.trust = Trust::SelfSigned; }); },
         State::Open,
         {u"policy-cert-self-signed"_s}},
        {"the policy is served with a certificate that has expired, before a record announces it",
         protect,
         PublishPolicy,
         [](DomainFacts &f) {
             untrusted(f, [](TlsSession &tls) {
                 replaceLeaf(tls, certificateFor({u"mta-sts.good.example"_s}, observedThen().addDays(-90), observedThen().addDays(-1)));
             });
         },
         State::Open,
         {u"policy-cert-expired"_s}},
        {"the policy is served at one of two addresses only",
         protect,
         PublishPolicy,
         [](DomainFacts &f) {
             noRecord(f);
             f.fetches.last().httpStatus = 404;
             f.fetches.last().body.clear();
         },
         State::Open,
         {u"policy-host-address-differs"_s}},
        {"the policy host was not asked", protect, PublishPolicy,
         [](DomainFacts &f) {
             noRecord(f);
             f.fetches.clear();
         },
         State::NotTested},

        {"the record announces the policy", protect, PublishRecord},
        {"there is no record", protect, PublishRecord, noRecord, State::Open, {u"sts-record-absent"_s}},
        {"there are two records",
         protect,
         PublishRecord,
         [](DomainFacts &f) {
             setRecord(f, {"v=STSv1; id=20260601T000000;", "v=STSv1; id=1;"});
         },
         State::Open,
         {u"sts-record-multiple"_s}},
        {"the record has another id", protect, PublishRecord, [](DomainFacts &f) { setRecord(f, {"v=STSv1; id=1;"}); }, State::Open},
        {"the record could not be looked up", protect, PublishRecord,
         [](DomainFacts &f) { f.sts = failedLookup(u"_mta-sts.good.example"_s, RecordType::Txt, AnswerStatus::ServFail); },
         State::NotTested},
    };
}

QList<Case> leaving()
{
    using enum StepKind;
    return {
        {"the record is gone", leaveMtaSts, RemoveRecord, noRecord},
        {"the record is still there", leaveMtaSts, RemoveRecord, {}, State::Open},
        {"whether the record is gone could not be looked up", leaveMtaSts, RemoveRecord,
         [](DomainFacts &f) { f.sts = failedLookup(u"_mta-sts.good.example"_s, RecordType::Txt, AnswerStatus::Timeout); },
         State::NotTested},
        {"policy and policy host are gone", leaveMtaSts, RemovePolicy,
         [](DomainFacts &f) {
             noRecord(f);
             f.policyHost = {nxdomainLookup(u"mta-sts.good.example"_s, RecordType::A),
                             nxdomainLookup(u"mta-sts.good.example"_s, RecordType::Aaaa)};
             f.fetches.clear();
         }},
        {"the policy is still served", leaveMtaSts, RemovePolicy, noRecord, State::Open, {u"policy-without-record"_s}},
        {"a policy of mode none is still served", leaveMtaSts, RemovePolicy,
         [](DomainFacts &f) {
             noRecord(f);
             setPolicy(f, "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n");
         },
         State::Open},
        {"the policy is gone, and a record for all names gives its host an address", leaveMtaSts, RemovePolicy,
         [](DomainFacts &f) {
             noRecord(f);
             for (PolicyFetch &fetch : f.fetches) {
                 fetch.httpStatus = 404;
                 fetch.body.clear();
             }
         }},
        {"a record for all names leads to a server that refuses", leaveMtaSts, RemovePolicy,
         [](DomainFacts &f) {
             noRecord(f);
             endFetches(f, FetchEnd::Refused);
         }},
        {"a record for all names leads to a server that knows no such host", leaveMtaSts, RemovePolicy,
         [](DomainFacts &f) {
             noRecord(f);
             endFetches(f, FetchEnd::TlsFailed);
         }},
        {"nobody knows what the policy host serves now", leaveMtaSts, RemovePolicy,
         [](DomainFacts &f) {
             noRecord(f);
             endFetches(f, FetchEnd::Timeout);
         },
         State::NotTested},
        {"one address of the policy host refuses, the other is silent", leaveMtaSts, RemovePolicy,
         [](DomainFacts &f) {
             noRecord(f);
             endFetches(f, FetchEnd::Refused);
             f.fetches.last().end = FetchEnd::Timeout;
         },
         State::NotTested},
        {"whether the policy host is gone could not be looked up", leaveMtaSts, RemovePolicy,
         [](DomainFacts &f) {
             noRecord(f);
             f.policyHost = {failedLookup(u"mta-sts.good.example"_s, RecordType::A, AnswerStatus::Timeout),
                             failedLookup(u"mta-sts.good.example"_s, RecordType::Aaaa, AnswerStatus::Timeout)};
             f.fetches.clear();
         },
         State::NotTested},
        {"no reports are asked for any more", leaveMtaSts, RemoveReports, [](DomainFacts &f) { setTlsRpt(f, {}); }},
        {"reports are still asked for", leaveMtaSts, RemoveReports, {}, State::Open},
    };
}

QList<Case> mailServers()
{
    using enum StepKind;
    const auto mxFails = [](DomainFacts &f) {
        f.mx = failedLookup(u"good.example"_s, RecordType::Mx, AnswerStatus::Timeout), f.mxHosts.clear();
    };
    return {
        {"the new mail server is there", secondServer, AddMx},
        {"the new mail server is not there", secondServer, AddMx, [](DomainFacts &f) { setMx(f, {mx1}); }, State::Open},
        {"the MX records could not be looked up", secondServer, AddMx, mxFails, State::NotTested},
        {"the new mail server has a certificate of its own making",
         secondServer,
         AddMx,
         [](DomainFacts &f) {
             for (MxProbe &probe : f.mxHosts.last().probes)
                 probe.tls.verdict.trust = Trust::SelfSigned;
         },
         State::Open,
         {u"mx-cert-self-signed"_s}},
        {"another mail server has a certificate of its own making", secondServer, AddMx,
         [](DomainFacts &f) {
             for (MxProbe &probe : f.mxHosts.first().probes)
                 probe.tls.verdict.trust = Trust::SelfSigned;
         }},
        {"another mail server appeared meanwhile", secondServer, AddMx,
         [](DomainFacts &f) {
             setMx(f, {mx1, mx2, u"mx9.good.example"_s});
         }},
        {"no mail server could be reached", secondServer, AddMx, unreached, State::NotTested},

        {"the former mail server is gone", withoutSecondServer, RemoveMx},
        {"the former mail server is gone, and no other can be reached", withoutSecondServer, RemoveMx, unreached},
        {"the former mail server is still there", withoutSecondServer, RemoveMx,
         [](DomainFacts &f) {
             setMx(f, {mx1, mx2, u"mx3.good.example"_s});
         },
         State::Open},
        {"whether the former mail server is gone could not be looked up", withoutSecondServer, RemoveMx, mxFails, State::NotTested},
        {"nobody sees that a mail server was switched off", withoutSecondServer, RetireMx, {}, State::Unseen},

        {"the new TLSA record stands beside the former", rollKeys, AddTlsa,
         [](DomainFacts &f) {
             tlsaOf(f, {otherKey, shownKey()});
         }},
        {"the new TLSA record is not there", rollKeys, AddTlsa, [](DomainFacts &f) { tlsaOf(f, {otherKey}); }, State::Open},
        {"TLSA records were not asked for", rollKeys, AddTlsa, {}, State::NotTested},
        {"the mail server shows the new key", rollKeys, SwitchKeys,
         [](DomainFacts &f) {
             tlsaOf(f, {otherKey, shownKey()});
         }},
        {"the mail server shows the former key, which still matches",
         [](Plan &live, Plan &intended) {
             live.tlsa = {{mx1, shownKey()}};
             intended.tlsa = {{mx1, otherKey}};
         },
         SwitchKeys,
         [](DomainFacts &f) {
             tlsaOf(f, {otherKey, shownKey()});
         },
         State::Open},
        {"one address of the mail server shows another key", rollKeys, SwitchKeys,
         [](DomainFacts &f) {
             tlsaOf(f, {otherKey, shownKey()});
             f.mxHosts.first().probes.last().tls = sessionWith(f.mxHosts.last().probes.first().tls.chain.first());
         },
         State::Open},
        {"the mail server could not be asked for its key", rollKeys, SwitchKeys, unreached, State::NotTested},
        {"the former TLSA record is gone", rollKeys, RemoveTlsa, [](DomainFacts &f) { tlsaOf(f, {shownKey()}); }},
        {"the former TLSA record is still there", rollKeys, RemoveTlsa,
         [](DomainFacts &f) {
             tlsaOf(f, {otherKey, shownKey()});
         },
         State::Open},
        {"whether the only TLSA record is gone was not asked for",
         [](Plan &live, Plan &) {
             live.tlsa = {{mx1, otherKey}};
         },
         RemoveTlsa,
         {},
         State::NotTested},
        {"nobody asks for the TLSA record of a former mail server",
         [](Plan &live, Plan &) {
             live.tlsa = {{u"mx3.good.example"_s, otherKey}};
             live.mx.append({30, u"mx3.good.example"_s});
         },
         RemoveTlsa,
         {},
         State::Unseen},
    };
}

QString described(const StepProgress &progress)
{
    QStringList lines;
    for (const LiveRow &row : progress.rows)
        lines.append(planItemName(row.item) + u' ' + row.subject + u' ' + row.type + u' ' + liveStateName(row.state));
    for (const Finding &finding : progress.objections)
        lines.append(u"objection "_s + finding.ruleId + u' ' + finding.subject);
    for (const QString &id : progress.undecided)
        lines.append(u"undecided "_s + id);
    return u"state %1\n"_s.arg(static_cast<int>(progress.state)) + lines.join(u'\n');
}

DeploymentPlan wayOf(const std::function<void(Plan &, Plan &)> &wish)
{
    const DomainFacts facts = goodFacts();
    Plan live = goodPlanOf(facts);
    Plan intended = live;
    wish(live, intended);
    return planSteps(live, intended, facts.observedAt);
}

const DeploymentStep *lastOf(const DeploymentPlan &way, StepKind kind)
{
    const auto found =
        std::find_if(way.steps.crbegin(), way.steps.crend(), [kind](const DeploymentStep &step) { return step.kind == kind; });
    return found == way.steps.crend() ? nullptr : &*found;
}

/// How steps look, one word each.
QList<StepProgress> progressOfAll(const DeploymentPlan &way, std::initializer_list<State> states)
{
    QList<StepProgress> all;
    for (const State state : states) {
        StepProgress progress;
        progress.state = state;
        all.append(progress);
    }
    all.resize(way.steps.size());
    return all;
}

} // namespace

class TestProgress : public QObject
{
    Q_OBJECT

private slots:
    void aStepIs_data()
    {
        QTest::addColumn<Case>("what");
        for (const QList<Case> &cases : {publishing(), leaving(), mailServers()}) {
            for (const Case &each : cases)
                QTest::newRow(each.sentence) << each;
        }
    }
    void aStepIs()
    {
        QFETCH(Case, what);
        const DeploymentPlan way = wayOf(what.wish);
        const DeploymentStep *step = lastOf(way, what.kind);
        QVERIFY(step);
        DomainFacts facts = goodFacts();
        if (what.change)
            what.change(facts);
        const StepProgress progress = progressOf(*step, judged(facts));
        QVERIFY2(progress.state == what.state, qPrintable(described(progress)));
        QStringList objections;
        for (const Finding &finding : progress.objections)
            objections.append(finding.ruleId);
        objections.removeDuplicates();
        QVERIFY2(what.objections.isEmpty() || objections == what.objections, qPrintable(described(progress)));
        // What is green has nothing against it, and what is not says why.
        if (progress.state == State::Done)
            QVERIFY2(objections.isEmpty() && progress.undecided.isEmpty(), qPrintable(described(progress)));
        if (progress.state == State::Open) {
            const bool row =
                std::any_of(progress.rows.cbegin(), progress.rows.cend(), [](const LiveRow &each) { return each.isDifferent(); });
            QVERIFY2(row || !objections.isEmpty(), qPrintable(described(progress)));
        }
    }

    /// RFC 8461 §3.1: by another id senders look again, and find the same. By one that stood for another policy they do not.
    void anotherIdForThePlannedPolicyIsDone_data()
    {
        QTest::addColumn<QList<Publication>>("published");
        QTest::addColumn<State>("state");
        const PolicyTerms planned = *goodPlanOf(goodFacts()).policy;
        PolicyTerms former = planned;
        former.mode = PolicyMode::Testing;
        const QDateTime day = observedThen().addDays(-9);
        using P = QList<Publication>;
        QTest::newRow("it was announced as planned before") << P{{day, {}, "20260601T000000", planned}} << State::Done;
        QTest::newRow("it was seen, too") << P{{day, day.addDays(1), "20260601T000000", planned}, {day.addDays(1), {}, "another", planned}}
                                          << State::Done;
        QTest::newRow("another policy had another id") << P{{day, {}, "former", former}} << State::Done;
        QTest::newRow("the id stood for another policy")
            << P{{day, day.addDays(1), "another", former}, {day.addDays(1), {}, "20260601T000000", planned}} << State::Open;
        QTest::newRow("nobody knows what it stood for") << P{} << State::Open;
        QTest::newRow("it is all that was ever seen") << P{{day, {}, "another", planned}} << State::Open;
    }
    void anotherIdForThePlannedPolicyIsDone()
    {
        QFETCH(QList<Publication>, published);
        QFETCH(State, state);
        const DeploymentPlan way = wayOf(protect);
        DomainFacts facts = goodFacts();
        setRecord(facts, {"v=STSv1; id=another;"});
        const StepProgress progress = progressOf(*lastOf(way, StepKind::PublishRecord), judged(facts), published);
        QVERIFY2(progress.state == state, qPrintable(described(progress)));
        if (state == State::Done)
            QCOMPARE(progress.rows.first().notes, QStringList{u"another-id"_s});
        // With another policy served it is not done by any id.
        setPolicy(facts, policyText("testing"));
        QVERIFY(progressOf(*lastOf(way, StepKind::PublishRecord), judged(facts), published).state != State::Done);
    }

    void whatMustPassBeforeIsNamed()
    {
        const DeploymentPlan way = wayOf([](Plan &live, Plan &) { live.policy->mode = PolicyMode::Testing; });
        const DeploymentStep *enforce = lastOf(way, StepKind::PublishPolicy);
        QVERIFY(enforce && enforce->purpose == PolicyPurpose::Enforce);
        DomainFacts facts = goodFacts();
        setPolicy(facts, policyText("testing"));
        QVERIFY(progressOf(*enforce, judged(facts)).preconditions.isEmpty());
        forMxSessions(facts, [](TlsSession &tls) { tls.verdict.trust = Trust::SelfSigned; });
        const StepProgress progress = progressOf(*enforce, judged(facts));
        QVERIFY(!progress.preconditions.isEmpty());
        QCOMPARE(progress.preconditions.first().ruleId, u"mx-cert-self-signed"_s);
    }

    void theServersOfTheZoneKnowBetterThanCaches_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<State>("state");
        const auto row = [](const char *sentence, const Change &change, State state) { QTest::newRow(sentence) << change << state; };
        const QString name = u"_mta-sts.good.example"_s;
        row(
            "both servers have the record, and the resolver remembers that there was none", [](DomainFacts &) {}, State::Done);
        row(
            "one server does not have it yet",
            [=](DomainFacts &f) { f.authorities.servers[0].answers[0].sts = authoritative(nxdomainLookup(name, RecordType::Txt)); },
            State::Open);
        row(
            "one server is silent",
            [=](DomainFacts &f) {
                f.authorities.servers[0].answers[0].soa = failedLookup(u"good.example"_s, RecordType::Soa, AnswerStatus::Timeout);
                f.authorities.servers[0].answers[0].sts = {};
            },
            State::NotTested);
        row(
            "one server answers for the zone and not for the record",
            [=](DomainFacts &f) { f.authorities.servers[0].answers[0].sts = failedLookup(name, RecordType::Txt, AnswerStatus::Timeout); },
            State::Open);
        row(
            "both servers have another record",
            [=](DomainFacts &f) {
                for (AuthoritativeServer &server : f.authorities.servers)
                    server.answers[0].sts = authoritative(txtLookup(name, {"v=STSv1; id=1;"}));
            },
            State::Open);
        row(
            "no server was asked", [](DomainFacts &f) { f.authorities = {}; }, State::Open);
        row(
            "the resolver gets no answer that holds",
            [=](DomainFacts &f) { f.sts = failedLookup(name, RecordType::Txt, AnswerStatus::ServFail); }, State::NotTested);
    }
    void theServersOfTheZoneKnowBetterThanCaches()
    {
        QFETCH(Change, change);
        QFETCH(State, state);
        const DeploymentPlan way = wayOf(protect);
        DomainFacts facts = goodFacts();
        setAuthorities(facts);
        facts.sts = nxdomainLookup(u"_mta-sts.good.example"_s, RecordType::Txt, Security::Insecure);
        change(facts);
        const StepProgress progress = progressOf(*lastOf(way, StepKind::PublishRecord), asPublished(judged(facts)));
        QVERIFY2(progress.state == state, qPrintable(described(progress)));
    }

    void whatIsReplacedStaysDone()
    {
        const DeploymentPlan way = wayOf(protect);
        QCOMPARE(way.steps.size(), 6); // reports, host, policy, record, enforce, record
        const QDateTime monday(QDate(2026, 6, 1), QTime(0, 0), Qt::UTC);
        using enum State;
        QList<StepTime> times = stepTimes(way, progressOfAll(way, {Done, Done, Open, Open, Open, Open}), {}, monday);
        QCOMPARE(times.at(1), (StepTime{monday, false}));
        QVERIFY(!times.at(2).isDone() && !times.at(5).isDone());
        times = stepTimes(way, progressOfAll(way, {Done, Done, Done, Done, Open, Open}), times, monday.addDays(1));
        QCOMPARE(times.at(1).at, monday);
        QCOMPARE(times.at(3), (StepTime{monday.addDays(1), false}));
        // The file in mode enforce stands in the place of the one in testing.
        times = stepTimes(way, progressOfAll(way, {Done, Done, Open, Done, Done, Open}), times, monday.addDays(20));
        QCOMPARE(times.at(2), (StepTime{monday.addDays(1), false}));
        QVERIFY(times.at(4).isDone());
        // It breaks: that step is open again, not the one before it.
        times = stepTimes(way, progressOfAll(way, {Done, Done, Open, Done, Open, Open}), times, monday.addDays(21));
        QCOMPARE(times.at(4), (StepTime{monday.addDays(20), true}));
        QVERIFY(times.at(2).isDone());
        times = stepTimes(way, progressOfAll(way, {Done, Done, Open, Done, NotTested, Open}), times, monday.addDays(22));
        QVERIFY(!times.at(4).isDone());
        // Mended, it counts from then on.
        times = stepTimes(way, progressOfAll(way, {Done, Done, Open, Done, Done, Open}), times, monday.addDays(23));
        QCOMPARE(times.at(4), (StepTime{monday.addDays(23), false}));
    }

    void whoeverGoesAheadHasDoneTheStepsOnTheWay()
    {
        const DeploymentPlan way = wayOf(protect);
        const QDateTime monday(QDate(2026, 6, 1), QTime(0, 0), Qt::UTC);
        using enum State;
        const QList<StepTime> times = stepTimes(way, progressOfAll(way, {Done, Done, Open, Open, Done, Done}), {}, monday);
        for (const StepTime &time : times)
            QVERIFY(time.isDone());
    }

    void whatWasSaidToBeDoneStaysUntilItIsSeenNotToBe()
    {
        const DeploymentPlan way = wayOf(rollKeys);
        const QDateTime monday(QDate(2026, 6, 1), QTime(0, 0), Qt::UTC);
        using enum State;
        QList<StepTime> times(way.steps.size());
        times[1].at = monday;
        QVERIFY(stepTimes(way, progressOfAll(way, {Done, NotTested, Open}), times, monday.addDays(1)).at(1).isDone());
        QVERIFY(!stepTimes(way, progressOfAll(way, {Done, Open, Open}), times, monday.addDays(1)).at(1).isDone());
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
