// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/publications.h"
#include "fakes/factsbuilder.h"
#include "fakes/uifakes.h"
#include "mtasts/stsrecord.h"
#include "store/plans.h"
#include "ui/mainwindow.h"
#include "ui/plans/plandesk.h"
#include "ui/plans/planspage.h"
#include "ui/studio.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/wizardpage.h"
#include <QAccessible>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

/// The pages of the wizard without a run: what is typed into them, undone, saved, and found again.
class WizardTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void goodInputChangesThePlan_data();
    void goodInputChangesThePlan();
    void badInputIsToldAtItsFieldAndStays_data();
    void badInputIsToldAtItsFieldAndStays();
    void namesThatBeginAlikeCanBeTyped();
    void undoBringsBackWhatStoodThere();
    void buttonsReplaceWhatCannotBeUsed();
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
    void tabGoesDownThePage();
    void everyInputHasAnAccessibleName();

private:
    void become(const DomainFacts &facts);
    MainWindow &window() { return m_studio->window(); }
    WizardPage *wizard() { return window().wizardPage(); }
    Plan plan() { return m_studio->plans().item(wizard()->plan())->plan(); }
    void makeStudio();
    void protect(const QString &domain);
    void waitUntilDone() { QTRY_VERIFY_WITH_TIMEOUT(!m_studio->desk().running(), 10000); }
    void lookAgain();
    int pagesInTrouble()
    {
        int count = 0;
        for (int i = 0; i < wizard()->list()->count(); ++i)
            count += wizard()->list()->item(i)->data(Qt::AccessibleDescriptionRole).toString().contains(u"cannot be used yet"_s);
        return count;
    }
    QWidget *field(const QString &name) { return window().findChild<QWidget *>(name); }
    static QString textOf(QWidget *field);
    static void setText(QWidget *field, const QString &text);
    bool isNoted(const QString &message);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::shared_ptr<MapHandle> m_handle;
    Environment m_environment;
    std::unique_ptr<Studio> m_studio;
    bool m_spoilt = false; ///< the next test begins with another window and another network
};

void WizardTest::cleanup()
{
    if (m_spoilt || QTest::currentTestFailed())
        return m_studio.reset();
    for (const int id : m_studio->plans().ids())
        m_studio->plans().close(id);
}

void WizardTest::init()
{
    m_spoilt = false;
    if (m_studio)
        return protect(u"good.example"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    Preferences preferences;
    preferences.allowPrivate = true; // the good facts use documentation addresses
    savePreferences(*m_settings, preferences);
    m_handle = std::make_shared<MapHandle>();
    fill(m_handle->fake, goodFacts());
    fill(m_handle->fake, goodFactsAs(u"other.example"_s));
    m_environment = fakeEnvironment(m_handle);
    m_environment.draftFolder = m_folder->filePath(u"drafts"_s);
    makeStudio();
    protect(u"good.example"_s);
}

void WizardTest::makeStudio()
{
    m_studio.reset();
    m_studio = std::make_unique<Studio>(*qApp, m_environment, *m_settings);
    window().show();
}

void WizardTest::protect(const QString &domain)
{
    window().protect({domain, domain});
    waitUntilDone();
    QCOMPARE(window().page(), MainWindow::Wizard);
    QCOMPARE(plan().domain.ascii, domain);
}

void WizardTest::lookAgain()
{
    emit wizard()->auditWanted(plan().domain, true);
    QVERIFY(m_studio->desk().running());
    waitUntilDone();
}

/// The domain is so from now on, with certificates that hold today.
void WizardTest::become(const DomainFacts &facts)
{
    DomainFacts today = facts;
    const auto renewed = [](TlsSession &session) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        replaceLeaf(session, certificateFor(session.chain.first().dnsNames, now.addDays(-1), now.addDays(60)));
    };
    forPolicySessions(today, renewed);
    forMxSessions(today, renewed);
    m_spoilt = true;
    fill(m_handle->fake, today);
    lookAgain();
}

QString WizardTest::textOf(QWidget *field)
{
    const auto *line = qobject_cast<QLineEdit *>(field);
    return line ? line->text() : qobject_cast<QPlainTextEdit *>(field)->toPlainText();
}

void WizardTest::setText(QWidget *field, const QString &text)
{
    if (auto *line = qobject_cast<QLineEdit *>(field))
        line->setText(text);
    else
        qobject_cast<QPlainTextEdit *>(field)->setPlainText(text);
}

bool WizardTest::isNoted(const QString &message)
{
    const QList<FieldNote *> notes = window().findChildren<FieldNote *>();
    return std::any_of(notes.cbegin(), notes.cend(), [&](const FieldNote *note) { return !note->isHidden() && note->text() == message; });
}

void WizardTest::goodInputChangesThePlan_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *sentence, const QString &name, const QString &text) { QTest::newRow(sentence) << name << text; };
    row("a further mail server", u"wizardServers"_s, u"10 mx1.good.example\n20 mx2.good.example\n30 backup.example.net"_s);
    row("a mail server without preference", u"wizardServers"_s, u"mx1.good.example"_s);
    row("a mail server in capitals", u"wizardServers"_s, u"0 MX1.Good.Example."_s);
    row("no mail server", u"wizardServers"_s, {});
    row("a wildcard", u"wizardPatternLines"_s, u"*.good.example"_s);
    row("several patterns with blanks", u"wizardPatternLines"_s, u" mx1.good.example \n\n mx3.good.example"_s);
    row("the longest max_age", u"wizardMaxAge"_s, u"31557600"_s);
    row("max_age 0", u"wizardMaxAge"_s, u"0"_s);
    row("an address for reports", u"wizardReports"_s, u"somebody@good.example"_s);
    row("mailto and https", u"wizardReports"_s, u"mailto:a@b.example\nhttps://r.example/x"_s);
    row("no reports", u"wizardReports"_s, {});
    row("an alias", u"wizardAlias"_s, u"mta-sts.provider.example."_s);
    row("two addresses", u"wizardAddresses"_s, u"192.0.2.7\n2001:db8::7"_s);
    row("the zone above", u"wizardZone"_s, u"Example."_s);
    row("a short TTL", u"wizardTtl"_s, u"60"_s);
    row("the longest TTL", u"wizardTtl"_s, u"2147483647"_s);
}

void WizardTest::goodInputChangesThePlan()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QWidget *input = field(name);
    QVERIFY(input);
    const Plan before = plan();
    const QString shown = textOf(input);
    setText(input, text);
    const Plan after = plan();
    QVERIFY(after != before);
    QCOMPARE(textOf(input), text); // as it was typed
    QVERIFY2(!isNoted(input->accessibleDescription()) || name == u"wizardMaxAge"_s, qPrintable(input->accessibleDescription()));
    m_studio->plans().undo(wizard()->plan());
    QCOMPARE(plan(), before);
    QCOMPARE(textOf(input), shown);
    m_studio->plans().redo(wizard()->plan());
    QCOMPARE(plan(), after);
    QVERIFY(textOf(input) != shown);
    lookAgain();
    QCOMPARE(plan().policy, after.policy);
    QCOMPARE(plan().mx, after.mx);
}

void WizardTest::badInputIsToldAtItsFieldAndStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *sentence, const QString &name, const QString &text) { QTest::newRow(sentence) << name << text; };
    const auto many = [](int count, const QString &line) {
        QStringList lines;
        for (int i = 1; i <= count; ++i)
            lines.append(line.arg(i));
        return lines.join(u'\n');
    };
    row("an address is no mail server", u"wizardServers"_s, u"10 192.0.2.1"_s);
    row("a pattern is no mail server", u"wizardServers"_s, u"*.good.example"_s);
    row("a preference that is too large", u"wizardServers"_s, u"65536 mx1.good.example"_s);
    row("too many words", u"wizardServers"_s, u"10 mx1.good.example mx2.good.example"_s);
    row("a mail server twice", u"wizardServers"_s, u"10 mx1.good.example\n20 MX1.good.example"_s);
    row("one mail server more than a plan holds", u"wizardServers"_s, many(maxPlanMx + 1, u"mx%1.good.example"_s));
    row("markup", u"wizardServers"_s, u"10 <b>mx1.good.example</b>"_s);
    row("a letter that turns the line around", u"wizardServers"_s, u"10 mx1.\u202egood.example"_s);
    row("a star within a label", u"wizardPatternLines"_s, u"mx*.good.example"_s);
    row("a star alone", u"wizardPatternLines"_s, u"*"_s);
    row("a pattern twice", u"wizardPatternLines"_s, u"mx1.good.example\nMX1.good.example"_s);
    row("no pattern", u"wizardPatternLines"_s, {});
    row("a line of a policy file", u"wizardPatternLines"_s, u"mx: mx1.good.example"_s);
    row("a second more than a year", u"wizardMaxAge"_s, u"31557601"_s);
    row("less than nothing", u"wizardMaxAge"_s, u"-1"_s);
    row("a max_age in words", u"wizardMaxAge"_s, u"a week"_s);
    row("no max_age", u"wizardMaxAge"_s, {});
    row("reports to another scheme", u"wizardReports"_s, u"ftp://good.example/"_s);
    row("reports to two addresses in one", u"wizardReports"_s, u"mailto:a@b.example,mailto:c@d.example"_s);
    row("reports twice to one address", u"wizardReports"_s, u"a@b.example\nmailto:a@b.example"_s);
    row("one destination more than a plan holds", u"wizardReports"_s, many(maxPlanReports + 1, u"a%1@b.example"_s));
    row("an alias of two words", u"wizardAlias"_s, u"not a name"_s);
    row("an alias of itself", u"wizardAlias"_s, u"mta-sts.good.example"_s);
    row("an alias with an address in it", u"wizardAlias"_s, u"https://mta-sts.provider.example/"_s);
    row("no address", u"wizardAddresses"_s, u"300.1.1.1"_s);
    row("an address of one link", u"wizardAddresses"_s, u"fe80::1%eth0"_s);
    row("an address twice", u"wizardAddresses"_s, u"192.0.2.7\n192.0.2.7"_s);
    row("one address more than a plan holds", u"wizardAddresses"_s, many(maxPlanAddresses + 1, u"192.0.2.%1"_s));
    row("a zone beside the domain", u"wizardZone"_s, u"elsewhere.example"_s);
    row("a zone below the domain", u"wizardZone"_s, u"sub.good.example"_s);
    row("a TTL below nothing", u"wizardTtl"_s, u"-5"_s);
    row("a TTL above the largest", u"wizardTtl"_s, u"2147483648"_s);
    row("no TTL", u"wizardTtl"_s, {});
}

void WizardTest::badInputIsToldAtItsFieldAndStays()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QWidget *input = field(name);
    QVERIFY(input);
    const Plan before = plan();
    setText(input, text);
    QCOMPARE(plan(), before);
    const QString message = input->accessibleDescription();
    QVERIFY(!message.isEmpty());
    QVERIFY2(isNoted(message), qPrintable(message));
    QCOMPARE(pagesInTrouble(), 1); // whatever the plan says
    // Not when the domain is looked at again, nor when another field is changed.
    lookAgain();
    QWidget *other = field(name == u"wizardTtl"_s ? u"wizardZone"_s : u"wizardTtl"_s);
    setText(other, name == u"wizardTtl"_s ? u"example"_s : u"77"_s);
    QVERIFY(plan() != before);
    QCOMPARE(textOf(input), text);
    QCOMPARE(input->accessibleDescription(), message);
    QVERIFY(isNoted(message));
    // But it is no input for another plan.
    protect(u"other.example"_s);
    QVERIFY(!isNoted(message));
    QVERIFY(input->accessibleDescription() != message);
    QVERIFY(textOf(input) != text || text.isEmpty());
    // Whoever comes back finds it again.
    protect(u"good.example"_s);
    QCOMPARE(textOf(input), text);
    QCOMPARE(input->accessibleDescription(), message);
    QVERIFY(isNoted(message));
    QCOMPARE(pagesInTrouble(), 1);
}

void WizardTest::namesThatBeginAlikeCanBeTyped()
{
    for (const auto &[name, step] :
         {std::pair(u"wizardPatternLines"_s, 1), std::pair(u"wizardServers"_s, 1), std::pair(u"wizardReports"_s, 3)}) {
        wizard()->showStep(step);
        auto *input = window().findChild<QPlainTextEdit *>(name);
        const QString first = name == u"wizardReports"_s ? u"a@b.example"_s : u"mx.good.example"_s;
        input->clear();
        QTest::keyClicks(input, first);
        QTest::keyClick(input, Qt::Key_Return);
        QTest::keyClicks(input, first + u".net"_s);
        QCOMPARE(input->toPlainText(), first + u'\n' + first + u".net"_s);
        QVERIFY2(input->accessibleDescription().isEmpty(), qPrintable(input->accessibleDescription()));
    }
    QCOMPARE(plan().policy->mx, (QStringList{u"mx.good.example"_s, u"mx.good.example.net"_s}));
    QCOMPARE(plan().mx.size(), 2);
    QCOMPARE(plan().reports.size(), 2);
}

void WizardTest::undoBringsBackWhatStoodThere()
{
    QWidget *servers = field(u"wizardServers"_s);
    const Plan before = plan();
    const QString shown = textOf(servers);
    setText(servers, u"10 mx9.good.example"_s);
    setText(servers, u"10 mx9.good.example\nno mail server"_s);
    m_studio->plans().undo(wizard()->plan());
    QCOMPARE(plan(), before);
    QCOMPARE(textOf(servers), shown);
    QVERIFY(servers->accessibleDescription().isEmpty());
}

void WizardTest::buttonsReplaceWhatCannotBeUsed()
{
    const auto press = [this](const QString &text) {
        for (QPushButton *button : window().findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button->click();
        }
        QFAIL(qPrintable(text));
    };
    QWidget *servers = field(u"wizardServers"_s);
    QWidget *patterns = field(u"wizardPatternLines"_s);
    const QString shown = textOf(servers);
    setText(servers, u"no mail server"_s);
    press(u"Take those in the DNS"_s);
    QCOMPARE(textOf(servers), shown);
    QVERIFY(servers->accessibleDescription().isEmpty());
    setText(patterns, u"*"_s);
    press(u"Suggest exact names"_s);
    QCOMPARE(textOf(patterns), u"mx1.good.example\nmx2.good.example"_s);
    QVERIFY(patterns->accessibleDescription().isEmpty());
}

void WizardTest::anAuditCutsOffNothingThatWasUndone()
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

void WizardTest::whatIsKnownAlreadyChangesNothing()
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

void WizardTest::anotherIdForTheSamePolicyIsTakenOver()
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

void WizardTest::whatWasTypedWhileTheDomainWasLookedAtStays()
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
void WizardTest::reportsReadOfOneDomainAreNotReadOfAnother()
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

void WizardTest::whatWasSaidToBeDoneStays()
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

void WizardTest::whatWasLeftInFieldsOutlivesTheProgram()
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

void WizardTest::unsavedPlansOutliveTheProgram()
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

void WizardTest::thePlanIsSavedAndOpenedAgain()
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

void WizardTest::aFileThatSomebodyElseChangedIsNotOverwritten()
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

void WizardTest::aNetworkThatCannotBeUsedIsSaid()
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

void WizardTest::whatIsStoppedIsNoAudit()
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
}

/// Steps that begin from nothing would take down what is there and could not be seen.
void WizardTest::anUnknownStateGivesNoSteps()
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

/// From the top of a page to its end, then on to the next: as it is read.
void WizardTest::tabGoesDownThePage()
{
    for (int step = 0; step < wizard()->stepCount(); ++step) {
        wizard()->showStep(step);
        QCoreApplication::processEvents();
        WizardStep *page = wizard()->step(step);
        QPoint last(0, -1);
        QStringList way;
        for (QWidget *widget = page->nextInFocusChain(); widget != page; widget = widget->nextInFocusChain()) {
            if (!page->isAncestorOf(widget) || !(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || widget->focusProxy())
                continue;
            const QPoint place = widget->mapTo(page, QPoint(0, 0));
            way.append(u"%1 %2 at %3"_s.arg(QLatin1String(widget->metaObject()->className()), widget->objectName()).arg(place.y()));
            // Side by side counts from the left.
            const bool on = place.y() >= last.y() + 8 || (qAbs(place.y() - last.y()) < 8 && place.x() > last.x()) || last.y() < 0;
            QVERIFY2(on, qPrintable(way.join(u'\n')));
            last = place;
        }
        QVERIFY(!way.isEmpty());
    }
}

void WizardTest::everyInputHasAnAccessibleName()
{
    for (int step = 0; step < wizard()->stepCount(); ++step) {
        wizard()->showStep(step);
        for (QWidget *widget : wizard()->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QLabel") ||
                widget->inherits("QScrollArea") || widget->inherits("QSplitter"))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(u"%1 %2"_s.arg(QLatin1String(widget->metaObject()->className()), widget->objectName())));
        }
    }
}

QTEST_MAIN(WizardTest)
#include "tst_wizard.moc"
