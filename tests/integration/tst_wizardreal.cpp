// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The whole wizard, by its widgets and keys, against servers as people operate them: Knot or BIND, nginx, Postfix. What it says is done as
// it says it, with the texts that it gives, and it has to see that, and what breaks.

#include "deploy/zonewriters.h"
#include "fakes/auditdomain.h"
#include "operatedwizard.h"
#include "store/plans.h"
#include "ui/widgets/codeview.h"
#include "ui/wizard/publishform.h"
#include "ui/wizard/publishpanel.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace mta;
using namespace mta::fakes;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// How somebody gets the first policy and its records to where they belong.
enum class Way {
    Panel, ///< the wizard publishes them, by DNS UPDATE and into a folder
    Paste, ///< step by step, by hand, with the texts of the wizard
};

} // namespace
Q_DECLARE_METATYPE(Way)

class WizardRealTest : public QObject, private OperatedWizard
{
    Q_OBJECT

public:
    explicit WizardRealTest(const QString &missing) : m_missing(missing) {}

private slots:
    void initTestCase()
    {
        if (!m_missing.isEmpty())
            QSKIP(qPrintable(m_missing));
        if (!RealUpdateServer::missing(RealUpdateServer::Knot).isEmpty() && !RealUpdateServer::missing(RealUpdateServer::Bind).isEmpty())
            QSKIP("neither the package knot nor the package bind9 is installed");
    }
    void fromABareDomainToEnforce_data();
    void fromABareDomainToEnforce();
    void whatBreaksIsToldAndGreenWhenMended_data();
    void whatBreaksIsToldAndGreenWhenMended();
    void anEditWithoutItsNewIdIsTold();
    void leavingEndsWithoutATrace();
    void cleanupTestCase() { end(); }

private:
    void fillIn();
    void enforce(Way way);
    void isProtected();
    void protectFromTheBeginning(RealUpdateServer::Kind kind, Way way);
    void beFinished();
    void carryOut(int number);
    void isGreen();

    const QString m_missing;
    bool m_finished = false; ///< the domain is in enforce, and all is well
    bool m_inVain = false;   ///< none comes so far
};

/// The pages on which somebody says what is wanted.
void WizardRealTest::fillIn()
{
    QCOMPARE(audit().stsStatus, StsStatus::Absent);
    QCOMPARE(plan().policy->mode, PolicyMode::Testing);
    QCOMPARE(plan().policy->mx, (QStringList{m_domain->mailServer(1), m_domain->mailServer(2)}));
    QCOMPARE(markOf(MailServers), State::Good);
    MTA_DO(showPage(Reports));
    MTA_DO(type(named<QPlainTextEdit>("wizardReports"), {u"reports@provider.example"_s}));
    MTA_DO(showPage(Hosting));
    MTA_DO(type(named<QPlainTextEdit>("wizardAddresses"), m_domain->webAddresses()));
    QTest::keyClicks(named<QComboBox>("wizardServer"), u"nginx"_s);
    QCOMPARE(plan().hosting.server, PolicyServer::Nginx);
    QCOMPARE(plan().hosting.addresses.size(), 2);
    QCOMPARE(markOf(Hosting), State::Good);
    QCOMPARE(ways(), u"publish-reports point-policy-host publish-policy publish-record"_s);
    window().savePlanTo(wizard()->plan(), planFile());
    QVERIFY(QFile::exists(planFile()));
}

void WizardRealTest::enforce(Way way)
{
    MTA_DO(showPage(Enforce));
    QCOMPARE(markOf(Enforce), State::NotTested); // nobody has read the reports
    MTA_DO(press(wizard()->step(Enforce), u"I read the reports: no failures"_s));
    QVERIFY2(wordsOf(Enforce).contains(u"All is ready"_s), qPrintable(wordsOf(Enforce)));
    const QByteArray former = plan().id;
    MTA_DO(press(wizard()->step(Enforce), u"Plan mode enforce"_s));
    QCOMPARE(plan().policy->mode, PolicyMode::Enforce);
    QVERIFY(plan().id != former);
    QCOMPARE(ways(), u"publish-policy publish-record"_s);
    const DeploymentStep step = steps()->way().steps.first();
    QCOMPARE(step.purpose, PolicyPurpose::Enforce);
    // Resolvers may remember other mail servers; the weeks in testing are over.
    QVERIFY(step.notBefore > now() && step.notBefore <= now().addDays(1));
    if (way == Way::Paste) { // what publishes from here sees the mail servers for the first time
        MTA_DO(lookFromHere());
        const QString note = steps()->panel()->note()->text();
        QVERIFY2(note.contains(u"resolvers may remember other MX records"_s), qPrintable(note));
        QVERIFY(!steps()->panel()->carryOutButton()->isVisible());
        MTA_DO(daysPass(2));
    }
    waitUntil(steps()->way().steps.first().notBefore);
    MTA_DO(publishFromHere());
}

void WizardRealTest::isGreen()
{
    for (int step = 0; step < steps()->way().steps.size(); ++step)
        QVERIFY2(stateOf(step) == State::Good, qPrintable(wordsOf(Publish)));
    QCOMPARE(howFar(), u"All is published as planned."_s);
    for (const Page page : {MailServers, Hosting, Publish})
        QVERIFY2(markOf(page) == State::Good, qPrintable(markWords(page)));
}

/// The window says so, and so do an audit of its own and the plan's file.
void WizardRealTest::isProtected()
{
    MTA_DO(isGreen());
    QCOMPARE(markOf(Domain), State::Good);
    QCOMPARE(markOf(Enforce), State::Good);
    const DomainAudit audit = auditDomains({m_domain->name()}, m_domain->network(), Depth::Deep).value(0);
    QVERIFY2(audit.verdict == DomainVerdict::Protected, qPrintable(audit.headline));
    QCOMPARE(audit.stsStatus, StsStatus::Enforce);
    QCOMPARE(findingIds(audit, Severity::Warning), QStringList());
    QCOMPARE(audit.facts.fetches.size(), m_domain->webAddresses().size());
    for (const PolicyFetch &fetch : audit.facts.fetches)
        QCOMPARE(fetch.body, previewedPolicy());

    MTA_DO(press(wizard(), u"Save the plan"_s));
    const Result<PlanFile> file = loadPlan(planFile());
    QVERIFY2(file, file ? "" : qPrintable(file.error().text));
    QCOMPARE(file->plan.id, audit.record.record.id);
    const QList<Publication> &published = file->plan.published;
    QCOMPARE(published.size(), 2);
    QCOMPARE(published.first().policy.mode, PolicyMode::Testing);
    QVERIFY(published.first().until.isValid() && published.first().from.daysTo(published.first().until) >= 14);
    QCOMPARE(published.last().policy, *file->plan.policy);
    QCOMPARE(published.last().id, file->plan.id);
    QVERIFY(published.first().id != published.last().id && !published.last().until.isValid());
    QCOMPARE(published.last().policy.maxAge, audit.policy->maxAge);
}

void WizardRealTest::protectFromTheBeginning(RealUpdateServer::Kind kind, Way way)
{
    m_finished = false;
    MTA_DO(begin(kind));
    MTA_DO(fillIn());
    MTA_DO(hostWithNginx());
    if (way == Way::Paste)
        MTA_DO(publishByHand());
    else
        MTA_DO(publishFromHere());
    MTA_DO(isGreen());
    QCOMPARE(audit().stsStatus, StsStatus::Testing);
    QCOMPARE(audit().facts.sts.security, kind == RealUpdateServer::Knot ? Security::Secure : Security::Insecure);
    QVERIFY(markOf(Enforce) != State::Good);
    QCOMPARE(plan().published.size(), 1);
    QCOMPARE(plan().published.first().id, plan().id);
    MTA_DO(daysPass(15));
    MTA_DO(enforce(way));
    MTA_DO(isProtected());
    m_finished = true;
}

void WizardRealTest::fromABareDomainToEnforce_data()
{
    QTest::addColumn<RealUpdateServer::Kind>("kind");
    QTest::addColumn<Way>("way");
    QTest::newRow("lines are pasted into a zone file of BIND, which is not signed") << RealUpdateServer::Bind << Way::Paste;
    QTest::newRow("the wizard publishes in a zone that Knot signs") << RealUpdateServer::Knot << Way::Panel;
}

void WizardRealTest::fromABareDomainToEnforce()
{
    QFETCH(RealUpdateServer::Kind, kind);
    QFETCH(Way, way);
    if (const QString missing = RealUpdateServer::missing(kind); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    protectFromTheBeginning(kind, way);
}

/// A domain in enforce: that of the test before where it has come so far.
void WizardRealTest::beFinished()
{
    if (!std::exchange(m_finished, false)) {
        QVERIFY2(!std::exchange(m_inVain, true), "no domain comes as far as enforce");
        const bool knot = RealUpdateServer::missing(RealUpdateServer::Knot).isEmpty();
        protectFromTheBeginning(knot ? RealUpdateServer::Knot : RealUpdateServer::Bind, Way::Panel);
        m_inVain = !std::exchange(m_finished, false);
    }
}

/// Exactly what the step says, by hand, at the earliest time that is safe; and the window sees it.
void WizardRealTest::carryOut(int number)
{
    const DeploymentStep step = steps()->way().steps.at(number);
    waitUntil(step.notBefore);
    QVERIFY(stateOf(number) != State::Good);
    QByteArrayList lines;
    for (const ZoneRecord &record : step.remove)
        lines.append("update delete " + record.owner.toLatin1() + ". " + recordTypeName(record.type).toLatin1() + ' ' +
                     zonewriters::presentation(record));
    for (const ZoneRecord &record : step.add)
        lines.append("update add " + record.owner.toLatin1() + ". " + QByteArray::number(qint64(record.ttl.count())) + ' ' +
                     recordTypeName(record.type).toLatin1() + ' ' + zonewriters::presentation(record));
    if (!lines.isEmpty())
        MTA_DO(nsupdate(lines));
    if (step.kind == StepKind::PublishPolicy)
        QVERIFY(write(policyFile(), *policyText(*step.after.policy)));
    if (step.kind == StepKind::RemovePolicy)
        QVERIFY(QFile::remove(policyFile()));
    MTA_DO(look());
    QVERIFY2(stateOf(number) == State::Good, qPrintable(u"step %1: %2"_s.arg(number).arg(wordsOf(Publish))));
}

void WizardRealTest::whatBreaksIsToldAndGreenWhenMended_data()
{
    using Change = std::function<bool(OperatedDomain &, const QString &policyFile)>;
    QTest::addColumn<Change>("spoil");
    QTest::addColumn<Page>("page");
    QTest::addColumn<State>("state");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char *sentence, const Change &spoil, Page page, State state, const QStringList &said) {
        QTest::newRow(sentence) << spoil << page << state << said;
    };
    const auto replace = [](const QByteArray &before, const QByteArray &after) -> Change {
        return [=](OperatedDomain &domain, const QString &) {
            QByteArray text = contents(domain.web().configuration());
            return text.contains(before) && write(domain.web().configuration(), text.replace(before, after)) && domain.startWeb();
        };
    };
    row("the certificate of a mail server has expired",
        [](OperatedDomain &domain, const QString &) { return domain.certifyMail(CertificateFault::Expired); }, MailServers, State::Broken,
        {u"would fail: certificate expired (certificate-expired)"_s,
         u"will not deliver to mx2.bare.example: its certificate expired 2 days ago"_s});
    row("the certificate of a mail server is of another name",
        [](OperatedDomain &domain, const QString &) { return domain.certifyMail(CertificateFault::OtherName); }, MailServers, State::Broken,
        {u"would fail: certificate for another name (certificate-host-mismatch)"_s,
         u"will not deliver to mx2.bare.example: its certificate does not name it"_s});
    row("nginx redirects",
        replace("location = /.well-known/mta-sts.txt {", "location = /.well-known/mta-sts.txt { return 301 https://www.bare.example/;"),
        Publish, State::Broken, {u"a redirect (301) to: https://www.bare.example/"_s});
    row("nginx does not find the file", [](OperatedDomain &, const QString &file) { return QFile::remove(file); }, Publish, State::Broken,
        {u"the HTTP status 404 at 127.53.0.2, fd53::2"_s});
    row("nginx serves a page in place of the policy",
        [](OperatedDomain &, const QString &file) { return write(file, "<!DOCTYPE html>\n<title>Welcome</title>\n"); }, Publish,
        State::Broken, {u"it is HTML, not a policy"_s});
    row("the certificate of the policy host has expired",
        [](OperatedDomain &domain, const QString &) { return domain.startWeb(CertificateFault::Expired); }, Publish, State::Broken,
        {u"The certificate of the policy host mta-sts.bare.example expired 2 days ago"_s});
    row("nginx has stopped",
        [](OperatedDomain &domain, const QString &) {
            domain.web().stop();
            return true;
        },
        Publish, State::Broken, {u"No connection to the policy host mta-sts.bare.example at 127.53.0.2, fd53::2"_s});
}

void WizardRealTest::whatBreaksIsToldAndGreenWhenMended()
{
    MTA_DO(beFinished());
    using Change = std::function<bool(OperatedDomain &, const QString &policyFile)>;
    QFETCH(Change, spoil);
    QFETCH(Page, page);
    QFETCH(State, state);
    QFETCH(QStringList, said);
    const QByteArray configuration = contents(m_domain->web().configuration());
    const QByteArray policy = contents(policyFile());
    const Plan planned = plan();
    QVERIFY2(spoil(*m_domain, policyFile()), qPrintable(m_domain->error()));
    MTA_DO(showPage(Publish));
    MTA_DO(look());
    QVERIFY2(markOf(page) == state, qPrintable(wordsOf(page)));
    if (page == Publish)
        QCOMPARE(stateOf(0), State::Broken);
    const QString words = wordsOf(page) + u'\n' + wordsOf(Domain);
    for (const QString &part : said)
        QVERIFY2(words.contains(part), qPrintable(words));
    QVERIFY2(markOf(Domain) != State::Good, qPrintable(markWords(Domain)));

    QVERIFY(write(m_domain->web().configuration(), configuration));
    QVERIFY(write(policyFile(), policy));
    QVERIFY2(m_domain->startWeb(), qPrintable(m_domain->error()));
    QVERIFY2(m_domain->certifyMail(CertificateFault::None), qPrintable(m_domain->error()));
    if (page == Publish)
        MTA_DO(turnsGreenByItself(0));
    else
        MTA_DO(look());
    MTA_DO(isGreen());
    QCOMPARE(markOf(Domain), State::Good);
    QCOMPARE(plan().id, planned.id);
    m_finished = true;
}

/// Senders that know the id would never fetch what was written.
void WizardRealTest::anEditWithoutItsNewIdIsTold()
{
    MTA_DO(beFinished());
    MTA_DO(showPage(Policy));
    QLineEdit *age = named<QLineEdit>("wizardMaxAge");
    const QByteArray former = plan().id;
    age->selectAll();
    QTest::keyClicks(age, u"1209600"_s);
    QCOMPARE(plan().policy->maxAge, std::chrono::seconds(1209600));
    QVERIFY(plan().id != former);
    QCOMPARE(ways(), u"publish-policy publish-record"_s);
    QVERIFY(write(policyFile(), previewedPolicy()));
    MTA_DO(showPage(Publish));
    MTA_DO(look());
    QCOMPARE(stateOf(0), State::Good);
    QCOMPARE(stateOf(1), State::Attention);
    QVERIFY2(trouble().contains(u"_mta-sts.bare.example"_s), qPrintable(trouble()));
    QVERIFY2(trouble().contains(u"the id of the record is still "_s + QLatin1String(former)), qPrintable(trouble()));
    QVERIFY(markOf(Publish) != State::Good);
    MTA_DO(publishFromHere());
    MTA_DO(isGreen());
    QCOMPARE(audit().record.record.id, plan().id);
    m_finished = true;
}

/// RFC 8461 §8.3.
void WizardRealTest::leavingEndsWithoutATrace()
{
    MTA_DO(beFinished());
    MTA_DO(showPage(Policy));
    MTA_DO(press(wizard()->step(Policy), u"&Leave MTA-STS"_s));
    QVERIFY(!plan().policy);
    QCOMPARE(ways(), u"publish-policy publish-record remove-record remove-policy"_s);
    // Mode none comes first; no hand is needed for it.
    MTA_DO(publishFromHere());
    QCOMPARE(audit().stsStatus, StsStatus::None);
    QVERIFY(!plan().policy);
    QCOMPARE(stateOf(0), State::Good);
    QCOMPARE(stateOf(1), State::Good);
    // The rest is refused until nobody holds a policy any more.
    MTA_DO(lookFromHere());
    PublishPanel *panel = steps()->panel();
    QVERIFY(!panel->carryOutButton()->isVisible());
    QVERIFY2(panel->note()->text().contains(u"RFC 8461 \u00a78.3"_s), qPrintable(panel->note()->text()));
    QVERIFY(QFile::exists(policyFile()));
    MTA_DO(press(panel, u"Back to the steps"_s));
    const DeploymentStep removal = steps()->way().steps.at(2);
    std::chrono::seconds longest{0};
    for (const Publication &former : plan().published)
        longest = std::max(longest, former.policy.maxAge);
    QVERIFY(longest >= std::chrono::seconds(604800));
    const auto outlasts = [longest](const StepWait &wait) { return wait.reason == WaitReason::CachedPolicy && wait.span >= longest; };
    QVERIFY(std::any_of(removal.waits.cbegin(), removal.waits.cend(), outlasts));
    QVERIFY(removal.notBefore > now());
    QVERIFY2(wordsOf(Publish).contains(u"wait until"_s), qPrintable(wordsOf(Publish)));

    MTA_DO(daysPass(15));
    MTA_DO(showPage(Publish));
    // Whoever comes back goes on where they were, and not before it was to be.
    QCOMPARE(stateOf(0), State::Good);
    QCOMPARE(stateOf(1), State::Good);
    QCOMPARE(steps()->way().steps.at(2).kind, StepKind::RemoveRecord);
    QCOMPARE(steps()->way().steps.at(2).notBefore, removal.notBefore);
    MTA_DO(lookFromHere());
    panel = steps()->panel();
    QVERIFY2(panel->changes()->toPlainText().contains(u"mta-sts.txt is removed:"_s), qPrintable(panel->note()->text()));
    MTA_DO(agree());
    QVERIFY(!QFile::exists(policyFile()));
    MTA_DO(showPage(Reports));
    named<QPlainTextEdit>("wizardReports")->clear();
    MTA_DO(showPage(Publish));
    QCOMPARE(ways(), u"remove-reports"_s);
    MTA_DO(carryOut(0));
    QCOMPARE(markOf(Publish), State::Good);
    const DomainAudit audit = auditDomains({m_domain->name()}, m_domain->network(), Depth::Deep).value(0);
    QCOMPARE(audit.stsStatus, StsStatus::Absent);
    QCOMPARE(audit.tlsRptStatus, TlsRptStatus::Absent);
    QVERIFY(audit.facts.policyHost.a.status == AnswerStatus::NxDomain);
}

int main(int argc, char *argv[])
{
    const QString missing = OperatedDomain::enterNetwork(); // before there is a second thread
    QApplication application(argc, argv);
    WizardRealTest test(missing);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_wizardreal.moc"
