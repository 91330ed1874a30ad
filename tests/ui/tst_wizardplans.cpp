// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/publications.h"
#include "fakes/factsbuilder.h"
#include "mtasts/stsrecord.h"
#include "store/plans.h"
#include "ui/plans/planspage.h"
#include "ui/words.h"
#include "wizardfixture.h"
#include <QFile>
#include <QLabel>

using namespace mta;

/// What becomes of a plan in the wizard: by what is learnt of the domain, when it is left, saved, and found again.
class WizardPlansTest : public WizardFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void anAuditCutsOffNothingThatWasUndone();
    void whatIsKnownAlreadyChangesNothing();
    void anotherIdForTheSamePolicyIsTakenOver();
    void whatWasTypedWhileTheDomainWasLookedAtStays();
    void reportsReadOfOneDomainAreNotReadOfAnother();
    void whatWasSaidToBeDoneStays();
    void whatWasLeftInFieldsOutlivesTheProgram();
    void unsavedPlansOutliveTheProgram();
    void thePlanIsSavedAndOpenedAgain();
    void aFileThatSomebodyElseChangedIsNotOverwritten();
    void aNetworkThatCannotBeUsedIsSaid();
    void whatIsStoppedIsNoAudit();
    void anUnknownStateGivesNoSteps();
    void whatWasNotSavedOutlivesItsFile();
    void whatCannotBeKeptIsSaid();
    void allPlansOfADomainLearn();
    void aSavedAuditIsNotHowTheDomainIsToday();
    void whatWasSeenLongAgoIsLookedAtAgain();
};

void WizardPlansTest::anAuditCutsOffNothingThatWasUndone()
{
    const Plan before = plan();
    setText(field(u"wizardReports"_s), u"other@good.example"_s);
    const Plan after = plan();
    m_studio->plans().undo(wizard()->plan());
    DomainFacts facts = goodFacts(); // something that nobody knew yet
    setPolicy(facts, policyText("testing"));
    setRecord(facts, {"v=STSv1; id=testing;"});
    become(facts);
    QVERIFY(!plan().published.isEmpty());
    QCOMPARE(plan().published.last().id, QByteArray("testing"));
    QCOMPARE(plan().reports, before.reports);
    QVERIFY(m_studio->plans().item(wizard()->plan())->history.canRedo());
    m_studio->plans().redo(wizard()->plan());
    QCOMPARE(plan().reports, after.reports);
    QCOMPARE(plan().published.last().id, QByteArray("testing"));
}

void WizardPlansTest::whatIsKnownAlreadyChangesNothing()
{
    become(goodFacts());
    const auto changed = [this] { return m_studio->plans().item(wizard()->plan())->history.changed(); };
    QVERIFY(!m_studio->plans().item(wizard()->plan())->history.canUndo()); // how the domain is was no step of anybody
    window().savePlanTo(wizard()->plan(), m_folder->filePath(u"known.json"_s));
    QVERIFY(!changed());
    lookAgain();
    QVERIFY(!changed());
    // Published from here, and seen afterwards.
    setText(field(u"wizardMaxAge"_s), u"5184000"_s);
    m_studio->plans().learn(wizard()->plan(), [](const Plan &known) { return withPublished(known, QDateTime::currentDateTimeUtc()); });
    window().savePlanTo(wizard()->plan(), {});
    QVERIFY(!changed());
    QCOMPARE(plan().published.size(), 2);
    DomainFacts facts = goodFacts();
    setPolicy(facts, *mta::policyText(*plan().policy));
    setRecord(facts, {*stsRecordText(plan().id)});
    become(facts);
    QVERIFY(!changed());
}

void WizardPlansTest::anotherIdForTheSamePolicyIsTakenOver()
{
    become(goodFacts());
    const Plan before = plan();
    DomainFacts facts = goodFacts();
    setRecord(facts, {"v=STSv1; id=another;"});
    become(facts);
    QCOMPARE(plan().id, QByteArray("another"));
    QCOMPARE(plan().policy, before.policy);
    QVERIFY2(window().infoBar()->text().contains(u"another"_s), qPrintable(window().infoBar()->text()));
    QCOMPARE(window().findChild<RowsView *>(u"wizardWay"_s)->model()->rowCount(), 0);
    QCOMPARE(window().findChild<FieldNote *>(u"wizardHowFar"_s)->text(), u"All is published as planned."_s);
}

void WizardPlansTest::whatWasTypedWhileTheDomainWasLookedAtStays()
{
    m_spoilt = true;
    m_handle->fake.delay = std::chrono::milliseconds(100);
    for (const int id : m_studio->plans().ids())
        m_studio->plans().close(id);
    window().protect({u"other.example"_s, u"other.example"_s});
    emit wizard()->auditWanted(plan().domain, true);
    QVERIFY(m_studio->desk().running());
    setText(field(u"wizardTtl"_s), u"77"_s);
    setText(field(u"wizardZone"_s), u"example"_s);
    waitUntilDone();
    QVERIFY(plan().policy);
    QCOMPARE(plan().ttl, std::chrono::seconds(77));
    QCOMPARE(plan().zone, u"example"_s);
    QCOMPARE(textOf(field(u"wizardTtl"_s)), u"77"_s);
}

/// It is the user's word: in the plan with its date, and nowhere else.
void WizardPlansTest::reportsReadOfOneDomainAreNotReadOfAnother()
{
    const auto stateOfReports = [this] {
        for (const Row &row : window().findChild<RowsView *>(u"wizardConditions"_s)->rowsModel()->rows()) {
            if (row.key == u"reports-read"_s)
                return row.cells.first().state;
        }
        return std::optional<State>();
    };
    QCOMPARE(stateOfReports(), State::NotTested);
    window().findChild<QPushButton *>(u"wizardQuiet"_s)->click();
    QCOMPARE(stateOfReports(), State::Good);
    QVERIFY(plan().reportsRead && plan().reportsRead->said.isValid() && !plan().reportsRead->failures);
    protect(u"other.example"_s);
    QCOMPARE(stateOfReports(), State::NotTested);
    protect(u"good.example"_s);
    QCOMPARE(stateOfReports(), State::Good);
    const std::optional<ReportsRead> said = plan().reportsRead;
    m_spoilt = true;
    makeStudio();
    protect(u"good.example"_s);
    QCOMPARE(plan().reportsRead, said);
    QCOMPARE(stateOfReports(), State::Good);
    m_studio->plans().change(wizard()->plan(), [this] {
        Plan other = plan();
        other.reportsRead->failures = true;
        return other;
    }());
    QCOMPARE(stateOfReports(), State::Broken);
}

void WizardPlansTest::whatWasSaidToBeDoneStays()
{
    wizard()->showStep(6);
    setText(field(u"wizardAddresses"_s), u"192.0.2.77"_s);
    const auto done = [this](int step = 0) {
        return window().findChild<RowsView *>(u"wizardWay"_s)->rowsModel()->rows().value(step).cells.value(1).text;
    };
    QCOMPARE(done(), u"now: say when it is done"_s);
    auto *confirm = window().findChild<QPushButton *>(u"wizardConfirm"_s);
    QVERIFY(confirm->isVisible());
    confirm->click();
    QCOMPARE(done(), u"done, as far as is known"_s);
    protect(u"other.example"_s);
    QCOMPARE(done(), QString());
    protect(u"good.example"_s);
    QCOMPARE(done(), u"done, as far as is known"_s);
    QCOMPARE(wizard()->currentStep(), 6);
    m_spoilt = true;
    makeStudio();
    protect(u"good.example"_s);
    QCOMPARE(wizard()->currentStep(), 6);
    QCOMPARE(done(), u"done, as far as is known"_s);
    // What waits for its time goes on to, though no look at the domain tells of it.
    DomainFacts facts = goodFacts();
    facts.policyHost = addressesOf(u"mta-sts.good.example"_s, {u"192.0.2.77"_s}, {});
    facts.fetches = {facts.fetches.first()};
    facts.fetches.first().address = QHostAddress(u"192.0.2.77"_s);
    become(facts);
    QCOMPARE(done(1), u"done"_s);
    const QString waits = done(2);
    QVERIFY2(waits.startsWith(u"wait until "_s), qPrintable(waits));
    makeStudio();
    protect(u"good.example"_s);
    QCOMPARE(done(0), u"done, as far as is known"_s);
    QCOMPARE(done(1), u"done"_s);
    QCOMPARE(done(2), waits);
    // Not where somebody went another way meanwhile.
    setPolicy(facts, policyText("testing"));
    setRecord(facts, {"v=STSv1; id=others;"});
    become(facts);
    makeStudio();
    protect(u"good.example"_s);
    QVERIFY(done(2) != waits);
    become(goodFacts());
    setText(field(u"wizardAddresses"_s), u"192.0.2.77"_s);
    QCOMPARE(done(), u"now: say when it is done"_s);
    // For another wish it was not said.
    setText(field(u"wizardAddresses"_s), u"192.0.2.78"_s);
    QCOMPARE(done(), u"now: say when it is done"_s);
}

void WizardPlansTest::whatWasLeftInFieldsOutlivesTheProgram()
{
    const QString long_(maxUnusableText + 1, u'a');
    setText(field(u"wizardTtl"_s), u"an hour"_s);
    setText(field(u"wizardMaxAge"_s), {});
    setText(field(u"wizardServers"_s), long_);
    const QString message = field(u"wizardTtl"_s)->accessibleDescription();
    m_spoilt = true;
    makeStudio();
    protect(u"good.example"_s);
    QCOMPARE(textOf(field(u"wizardTtl"_s)), u"an hour"_s);
    QCOMPARE(field(u"wizardTtl"_s)->accessibleDescription(), message);
    QCOMPARE(textOf(field(u"wizardMaxAge"_s)), QString());
    QVERIFY(!field(u"wizardMaxAge"_s)->accessibleDescription().isEmpty());
    QVERIFY(textOf(field(u"wizardServers"_s)) != long_);
    // Mended, it is forgotten; so it is with the plan.
    setText(field(u"wizardTtl"_s), u"3600"_s);
    makeStudio();
    protect(u"good.example"_s);
    QCOMPARE(textOf(field(u"wizardTtl"_s)), u"3600"_s);
    m_studio->plans().close(wizard()->plan());
    makeStudio();
    protect(u"good.example"_s);
    QVERIFY(!textOf(field(u"wizardMaxAge"_s)).isEmpty());
}

void WizardPlansTest::unsavedPlansOutliveTheProgram()
{
    setText(field(u"wizardReports"_s), u"kept@good.example"_s);
    setText(field(u"wizardTtl"_s), u"77"_s);
    const Plan before = plan();
    m_spoilt = true;
    makeStudio();
    QCOMPARE(m_studio->plans().ids().size(), 1);
    window().showPlan(m_studio->plans().find(u"good.example"_s));
    waitUntilDone();
    QCOMPARE(plan().reports, before.reports);
    QCOMPARE(plan().ttl, before.ttl);
    QCOMPARE(textOf(field(u"wizardReports"_s)), u"mailto:kept@good.example"_s);
}

void WizardPlansTest::thePlanIsSavedAndOpenedAgain()
{
    m_spoilt = true;
    const QString path = m_folder->filePath(u"good.json"_s);
    setText(field(u"wizardReports"_s), u"first@good.example"_s);
    window().savePlanTo(wizard()->plan(), path);
    const Result<PlanFile> saved = loadPlan(path);
    QVERIFY(saved);
    QCOMPARE(saved->plan, plan());
    // What is changed after that is kept beside the file, and found with it.
    setText(field(u"wizardReports"_s), u"second@good.example"_s);
    makeStudio();
    QCOMPARE(m_studio->plans().ids().size(), 1);
    window().openPlan(path);
    waitUntilDone();
    QCOMPARE(plan().reports, QList<QByteArray>{"mailto:second@good.example"});
    m_studio->plans().undo(wizard()->plan());
    m_studio->plans().undo(wizard()->plan());
    QCOMPARE(plan().reports, QList<QByteArray>{"mailto:first@good.example"});
    QCOMPARE(loadPlan(path)->plan, saved->plan);
}

void WizardPlansTest::aFileThatSomebodyElseChangedIsNotOverwritten()
{
    m_spoilt = true;
    const QString path = m_folder->filePath(u"good.json"_s);
    window().savePlanTo(wizard()->plan(), path);
    Plan theirs = plan();
    theirs.notes = u"by somebody else"_s;
    QVERIFY(savePlan(path, theirs, loadPlan(path)->fingerprint));
    setText(field(u"wizardReports"_s), u"mine@good.example"_s);
    const Plan mine = plan();
    window().savePlanTo(wizard()->plan(), {});
    QVERIFY(!window().infoBar()->text().isEmpty());
    QCOMPARE(loadPlan(path)->plan, theirs);
    QCOMPARE(plan(), mine);
    QVERIFY(m_studio->plans().item(wizard()->plan())->history.changed());
    // Into another file it can be saved.
    window().savePlanTo(wizard()->plan(), m_folder->filePath(u"mine.json"_s));
    QCOMPARE(loadPlan(m_folder->filePath(u"mine.json"_s))->plan, mine);
}

void WizardPlansTest::aNetworkThatCannotBeUsedIsSaid()
{
    m_spoilt = true;
    m_environment.live = [](const Preferences &) -> Result<std::shared_ptr<NetworkHandle>> {
        return Error{ErrorCode::InvalidInput, u"The resolver cannot be used."_s};
    };
    makeStudio();
    window().protect({u"good.example"_s, u"good.example"_s});
    waitUntilDone();
    const QList<QLabel *> labels = wizard()->step(0)->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *label) { return label->text() == u"The resolver cannot be used."_s; }));
    QCOMPARE(window().findChild<RowsView *>(u"wizardWay"_s)->model()->rowCount(), 0);
    QCOMPARE(window().infoBar()->text(), u"The resolver cannot be used."_s); // also on the pages that do not show it
}

void WizardPlansTest::whatIsStoppedIsNoAudit()
{
    m_spoilt = true;
    m_handle->fake.delay = std::chrono::seconds(20);
    window().protect({u"slow.example"_s, u"slow.example"_s});
    QVERIFY(m_studio->desk().running());
    m_studio->desk().cancelAll();
    waitUntilDone();
    QCOMPARE(plan().domain.ascii, u"slow.example"_s);
    QCOMPARE(window().findChild<RowsView *>(u"wizardWay"_s)->model()->rowCount(), 0);
    QCOMPARE(window().findChild<RowsView *>(u"wizardConditions"_s)->model()->rowCount(), 0);
    const Row *row = rows(u"plans"_s)->rowsModel()->rows().isEmpty() ? nullptr : &rows(u"plans"_s)->rowsModel()->rows().last();
    QVERIFY(row);
    QCOMPARE(row->cells[0].text, u"slow.example"_s);
    QTRY_COMPARE(rows(u"plans"_s)->rowsModel()->rows().last().cells[3].text, u"not looked at yet"_s);
    QVERIFY(!window().plansPage()->compared().last().audit);
}

/// Whichever of them is carried out, what was published before counts for its steps.
void WizardPlansTest::allPlansOfADomainLearn()
{
    become(goodFacts());
    Plan second = plan();
    QVERIFY(!second.published.isEmpty());
    second.published.clear();
    second.notes = u"the other way"_s;
    const QString path = m_folder->filePath(u"second.json"_s);
    QVERIFY(savePlan(path, second, {}));
    window().openPlan(path);
    waitUntilDone();
    QCOMPARE(m_studio->plans().ids().size(), 2);
    QCOMPARE(plan().notes, second.notes);
    lookAgain();
    QVERIFY(!plan().published.isEmpty());
    for (const int id : m_studio->plans().ids()) {
        QCOMPARE(m_studio->plans().item(id)->plan().published.size(), 1);
        QCOMPARE(m_studio->plans().item(id)->plan().published.first().id, plan().published.first().id);
    }
}

void WizardPlansTest::aSavedAuditIsNotHowTheDomainIsToday()
{
    m_spoilt = true;
    makeStudio(); // which has seen nothing yet
    const DomainFacts saved = goodFacts();
    window().showItem(m_studio->desk().addOpened({judge(saved, saved.observedAt)}).first());
    const qsizetype before = m_handle->fake.asked().size();
    protect(u"good.example"_s);
    QVERIFY(m_handle->fake.asked().size() > before);
}

void WizardPlansTest::whatWasSeenLongAgoIsLookedAtAgain()
{
    m_spoilt = true;
    const auto seen = [this] { return m_studio->desk().latest(plan().domain)->audit->facts.observedAt; };
    const auto said = [this](const QString &text) {
        const QList<QLabel *> labels = wizard()->step(0)->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text().contains(text); });
    };
    const QDateTime first = seen();
    protect(u"good.example"_s);
    QCOMPARE(seen(), first);
    QVERIFY(said(u"Seen %1."_s.arg(momentWords(first, m_environment.now()))));
    auto now = std::make_shared<QDateTime>(QDateTime::currentDateTimeUtc());
    m_environment.now = [now] { return *now; };
    makeStudio();
    protect(u"good.example"_s);
    const QDateTime again = seen();
    *now = again.addSecs(3599);
    protect(u"good.example"_s);
    QCOMPARE(seen(), again);
    *now = again.addSecs(3601);
    protect(u"good.example"_s);
    QVERIFY(seen() > again);
}

/// Steps that begin from nothing would take down what is there and could not be seen.
void WizardPlansTest::anUnknownStateGivesNoSteps()
{
    m_spoilt = true;
    DomainFacts facts = goodFacts();
    facts.sts.status = AnswerStatus::ServFail;
    facts.sts.message.clear();
    fill(m_handle->fake, facts);
    lookAgain();
    setText(field(u"wizardReports"_s), u"other@good.example"_s); // another way
    const StepMark mark = wizard()->step(6)->mark({});
    QVERIFY(mark.state != State::Good);
    QCOMPARE(window().findChild<RowsView *>(u"wizardWay"_s)->model()->rowCount(), 0);
    QVERIFY(!window().findChild<FieldNote *>(u"wizardHowFar"_s)->text().isEmpty());
}

void WizardPlansTest::whatWasNotSavedOutlivesItsFile()
{
    m_spoilt = true;
    const QString path = m_folder->filePath(u"gone.json"_s);
    window().savePlanTo(wizard()->plan(), path);
    setText(field(u"wizardReports"_s), u"kept@good.example"_s);
    m_studio.reset();
    QVERIFY(QFile::remove(path));
    makeStudio();
    QCOMPARE(m_studio->plans().ids().size(), 1);
    protect(u"good.example"_s);
    QCOMPARE(plan().reports, QList<QByteArray>{"mailto:kept@good.example"});
    QVERIFY(open()->path.isEmpty());
    makeStudio(); // and so it stays
    QCOMPARE(m_studio->plans().ids().size(), 1);
}

void WizardPlansTest::whatCannotBeKeptIsSaid()
{
    m_spoilt = true;
    const QString file = m_folder->filePath(u"file"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    m_environment.draftFolder = file + u"/drafts"_s; // no folder can be made in a file
    makeStudio();
    protect(u"good.example"_s);
    window().infoBar()->hide();
    setText(field(u"wizardReports"_s), u"kept@good.example"_s);
    m_studio->plans().keepAll();
    QVERIFY(!window().infoBar()->text().isEmpty());
}

QTEST_MAIN(WizardPlansTest)
#include "tst_wizardplans.moc"
