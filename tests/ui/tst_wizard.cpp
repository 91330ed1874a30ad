// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/factsbuilder.h"
#include "mtasts/policyterms.h"
#include "ui/plans/planspage.h"
#include "ui/widgets/domainbox.h"
#include "wizardfixture.h"
#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QRadioButton>

using namespace mta;

/// What is typed on the pages of the wizard, and what they say of a domain.
class WizardTest : public WizardFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void goodInputChangesThePlan_data();
    void goodInputChangesThePlan();
    void badInputIsToldAtItsFieldAndStays_data();
    void badInputIsToldAtItsFieldAndStays();
    void namesThatBeginAlikeCanBeTyped();
    void undoBringsBackWhatStoodThere();
    void buttonsReplaceWhatCannotBeUsed();
    void tabGoesDownThePage();
    void everyInputHasAnAccessibleName();
    void whatAButtonPlansTakesNothingElseAway();
    void aServerThatFailsAtOneAddressIsNotReady();
    void aServerThatFailsIsToldInPlainWords_data();
    void aServerThatFailsIsToldInPlainWords();
    void withoutAPolicyNoModeIsChosen();
    void leavingIsPlannedAndTakenBackByKeys();
    void whatSendersCannotUseIsNotCalledThere();
    void aLookThatFailedIsNotTheStateOfToday();
    void aPlanForEnforceIsNotGreenWhereMailWouldBeLost();
    void aListWithoutStepsDoesNotContradictWhatStandsAbove();
    void oneDomainIsProtectedAtATime_data();
    void oneDomainIsProtectedAtATime();
    void theWayToTheEditorIsOpenFromADomainField();
    void keysDoSomethingOnEveryPageOrAreSwitchedOff();
};

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

/// Of a server that could not be reached today nothing is known, and what is planned for it stays.
void WizardTest::whatAButtonPlansTakesNothingElseAway()
{
    DomainFacts facts = goodFacts();
    facts.mxHosts[0].addresses.a.security = facts.mxHosts[0].addresses.aaaa.security = Security::Secure;
    for (MxProbe &probe : facts.mxHosts[1].probes)
        probe = brokenProbe(probe.address.toString(), ProbeEnd::Refused, SmtpDialog::Stage::Greeting);
    become(facts);
    Plan planned = plan();
    const IntendedTlsa other{u"mx2.good.example"_s, {3, 1, 1, QByteArray(32, 'a')}};
    planned.tlsa = {{u"mx1.good.example"_s, {3, 1, 1, QByteArray(32, 'b')}}, other};
    m_studio->plans().change(wizard()->plan(), planned);
    press(u"Plan TLSA records (DANE)"_s);
    QVERIFY(plan().tlsa.contains(other));
    QVERIFY(!plan().tlsa.contains(planned.tlsa.first()));
    QVERIFY(plan().tlsa.size() >= 2);
}

void WizardTest::aServerThatFailsAtOneAddressIsNotReady()
{
    become(goodFacts());
    const auto today = [this] { return rows(u"wizardHosts"_s)->rowsModel()->rows().first().cells.at(2); };
    QCOMPARE(today().state, State::Good);
    DomainFacts facts = goodFacts();
    MxProbe &probe = facts.mxHosts[0].probes.last();
    probe = brokenProbe(probe.address.toString(), ProbeEnd::Complete, SmtpDialog::Stage::Ehlo, SmtpDialog::Failure::EhloUnknown);
    become(facts);
    QCOMPARE(today().state, State::Broken);
    QVERIFY2(today().text.contains(probe.address.toString()), qPrintable(today().text));
}

void WizardTest::aServerThatFailsIsToldInPlainWords_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("mark");
    QTest::newRow("in enforce senders keep mail back")
        << QByteArray("enforce") << State::Broken << u"senders would not deliver to mx1.good.example today"_s;
    QTest::newRow("in testing they deliver all the same")
        << QByteArray("testing") << State::Attention << u"mx1.good.example would fail today"_s;
}

void WizardTest::aServerThatFailsIsToldInPlainWords()
{
    QFETCH(QByteArray, mode);
    DomainFacts facts = goodFacts();
    setPolicy(facts, mta::policyText(mode));
    for (MxProbe &probe : facts.mxHosts[0].probes)
        replaceLeaf(probe.tls, certificateFor({u"other.example"_s}, facts.observedAt.addDays(-1), facts.observedAt.addDays(60)));
    become(facts);
    const Cell today = rows(u"wizardHosts"_s)->rowsModel()->rows().first().cells.at(2);
    QCOMPARE(today.text, u"would fail: certificate for another name (certificate-host-mismatch)"_s);
    QCOMPARE(today.state, State::Broken);
    QVERIFY(isNoted(u"mx1.good.example "_s + today.text)); // where there is room for it
    WizardContext context;
    context.plan = plan();
    context.audit = m_studio->desk().latest(plan().domain)->audit;
    const StepMark mark = wizard()->step(1)->mark(context);
    QTEST(mark.state, "state");
    QTEST(mark.text, "mark");
}

void WizardTest::leavingIsPlannedAndTakenBackByKeys()
{
    become(goodFacts());
    wizard()->showStep(2);
    const Plan before = plan();
    auto *leave = window().findChild<QPushButton *>(u"wizardLeave"_s);
    auto *back = window().findChild<QPushButton *>(u"wizardReturn"_s);
    QVERIFY(leave->isVisible() && !back->isVisible());
    leave->setFocus();
    QTest::keyClick(leave, Qt::Key_Space);
    QVERIFY(!plan().policy && plan().id.isEmpty());
    QCOMPARE(plan().published, before.published);
    QVERIFY(back->isVisible() && !leave->isVisible());
    // Nothing but a clear choice plans a policy again.
    for (const QString &name : {u"wizardMaxAge"_s, u"wizardPatternLines"_s})
        QVERIFY2(!field(name)->isEnabled(), qPrintable(name));
    QCOMPARE(QApplication::focusWidget(), back);
    QVERIFY(wizard()->list()->item(2)->data(Qt::AccessibleDescriptionRole).toString().contains(u"leaving MTA-STS"_s));
    QTest::keyClick(back, Qt::Key_Space);
    QCOMPARE(plan(), before);
    m_studio->plans().undo(wizard()->plan());
    QVERIFY(!plan().policy);
    QVERIFY(!field(u"wizardMaxAge"_s)->isEnabled());
    // A mode that is chosen while leaving is one for the mail servers, and at the host that still serves.
    window().findChild<QRadioButton *>(u"mode-testing"_s)->click();
    QCOMPARE(plan().policy->mode, PolicyMode::Testing);
    QCOMPARE(plan().policy->mx, before.policy->mx);
    QCOMPARE(plan().hosting, before.hosting);
    QVERIFY(field(u"wizardMaxAge"_s)->isEnabled() && field(u"wizardPatternLines"_s)->isEnabled());
}

void WizardTest::withoutAPolicyNoModeIsChosen()
{
    auto *testing = window().findChild<QRadioButton *>(u"mode-testing"_s);
    const QList<QRadioButton *> modes = wizard()->step(2)->findChildren<QRadioButton *>();
    QCOMPARE(modes.size(), 3);
    const auto chosen = [&modes] {
        return std::count_if(modes.cbegin(), modes.cend(), [](const QRadioButton *mode) { return mode->isChecked(); });
    };
    QCOMPARE(chosen(), 1);
    Plan leaving = plan();
    leaving.policy.reset();
    leaving.id.clear();
    m_studio->plans().change(wizard()->plan(), leaving);
    QCOMPARE(chosen(), 0);
    QVERIFY(!field(u"wizardEnforce"_s)->isEnabled());
    testing->click();
    QVERIFY(plan().policy && plan().policy->mode == PolicyMode::Testing);
    QCOMPARE(chosen(), 1);
}

void WizardTest::whatSendersCannotUseIsNotCalledThere()
{
    const auto says = [this](const QString &sentence) {
        const QList<QLabel *> labels = wizard()->step(0)->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text().contains(sentence); });
    };
    DomainFacts facts = goodFacts();
    setRecord(facts, {"v=STSv1; id=not-an-id;"});
    become(facts);
    QVERIFY(says(u"There is a record of MTA-STS, but senders cannot use it"_s));
    facts = goodFacts();
    forPolicySessions(facts, [](TlsSession &tls) { tls.verdict.trust = Trust::SelfSigned; });
    become(facts);
    QVERIFY(says(u"but senders do not get it as it is served"_s));
}

void WizardTest::aLookThatFailedIsNotTheStateOfToday()
{
    become(goodFacts());
    WizardContext context;
    context.plan = plan();
    context.audit = m_studio->desk().latest(plan().domain)->audit;
    QCOMPARE(wizard()->step(0)->mark(context).state, State::Good);
    context.trouble = u"The resolver cannot be used."_s;
    QCOMPARE(wizard()->step(0)->mark(context).state, State::NotTested);
}

void WizardTest::aPlanForEnforceIsNotGreenWhereMailWouldBeLost()
{
    become(goodFacts());
    QVERIFY(isNoted(u"Mode enforce is planned. \u201cPublish and check\u201d shows what is left to do."_s));
    QVERIFY(plan().policy && plan().policy->mode == PolicyMode::Enforce);
    setText(field(u"wizardServers"_s), u"10 mx1.good.example\n20 uncovered.example.net"_s);
    setText(field(u"wizardPatternLines"_s), u"mx1.good.example"_s);
    DomainFacts facts = goodFacts();
    setPolicy(facts, policyText("enforce", "other.good.example"));
    setRecord(facts, {"v=STSv1; id=others;"});
    become(facts);
    const QList<Row> conditions = rows(u"wizardConditions"_s)->rowsModel()->rows();
    QVERIFY(std::any_of(conditions.cbegin(), conditions.cend(), [](const Row &row) { return row.cells.first().state == State::Broken; }));
    QVERIFY(isNoted(u"Mode enforce is planned, and not all of this is true: mail could be lost."_s));
}

void WizardTest::aListWithoutStepsDoesNotContradictWhatStandsAbove()
{
    become(goodFacts());
    wizard()->showStep(6);
    RowsView *way = rows(u"wizardWay"_s);
    QCOMPARE(way->model()->rowCount(), 0);
    QCOMPARE(way->emptyText(), u"No step is left to do."_s);
    setText(field(u"wizardServers"_s), u"10 mx1.good.example\n20 uncovered.example.net"_s);
    QCOMPARE(way->model()->rowCount(), 0);
    QVERIFY(wizard()->step(6)->mark({}).state != State::Good);
    QCOMPARE(way->emptyText(), u"There are no steps to show yet: first see what stands above."_s);
}

void WizardTest::oneDomainIsProtectedAtATime_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("more");
    QTest::newRow("a domain") << u"other.example"_s << 1;
    QTest::newRow("an e-mail address") << u"somebody@other.example"_s << 1;
    QTest::newRow("two domains") << u"other.example, third.example"_s << 0;
    QTest::newRow("a domain and something else") << u"other.example, -"_s << 0;
    QTest::newRow("nothing") << QString() << 0;
}

void WizardTest::oneDomainIsProtectedAtATime()
{
    QFETCH(QString, typed);
    QFETCH(int, more);
    window().showPage(MainWindow::Plans);
    const qsizetype before = m_studio->plans().ids().size();
    auto *box = window().plansPage()->findChild<DomainBox *>();
    box->setText(typed);
    QTest::keyClick(box->field(), Qt::Key_Return);
    waitUntilDone();
    QCOMPARE(m_studio->plans().ids().size(), before + more);
    QCOMPARE(window().page(), more > 0 ? MainWindow::Wizard : MainWindow::Plans);
    QCOMPARE(box->text(), typed); // nothing typed is lost
    QCOMPARE(box->message().isEmpty(), more > 0);
    QVERIFY(!box->message().contains(u"audits"_s));
    QCOMPARE(box->field()->accessibleDescription(), box->message());
}

void WizardTest::theWayToTheEditorIsOpenFromADomainField()
{
    // Some platforms have a line take the key for itself.
    struct Taking : QObject {
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::ShortcutOverride)
                event->accept();
            return false;
        }
    } taking;
    const auto isTaken = [&taking](QLineEdit *field) {
        field->installEventFilter(&taking);
        QKeyEvent press(QEvent::ShortcutOverride, Qt::Key_E, Qt::ControlModifier);
        press.ignore();
        QCoreApplication::sendEvent(field, &press);
        return press.isAccepted();
    };
    QLineEdit other;
    QVERIFY(isTaken(&other));
    for (const DomainBox *box : window().findChildren<DomainBox *>())
        QVERIFY(!isTaken(box->field()));
}

void WizardTest::keysDoSomethingOnEveryPageOrAreSwitchedOff()
{
    const auto enabled = [this](const QString &action) { return window().action(action)->isEnabled(); };
    // The domain field that is seen, also where the page has the focus.
    window().showPage(MainWindow::Plans);
    rows(u"plans"_s)->setFocus();
    window().action(u"domain"_s)->trigger();
    QVERIFY(window().plansPage()->findChild<DomainBox *>()->field()->hasFocus());
    window().showPlan(wizard()->plan());
    waitUntilDone();
    window().action(u"domain"_s)->trigger();
    QVERIFY(window().domainBox()->isVisible());
    QVERIFY(window().domainBox()->field()->hasFocus());
    // In the wizard the domain is looked at again.
    QVERIFY(!enabled(u"again"_s));
    window().showPlan(wizard()->plan());
    QVERIFY(enabled(u"again"_s));
    window().action(u"again"_s)->trigger();
    QVERIFY(m_studio->desk().running());
    QVERIFY(!enabled(u"again"_s));
    waitUntilDone();
    QVERIFY(enabled(u"again"_s));
    for (const QString &action : {u"mend"_s, u"mendAll"_s, u"tidy"_s}) {
        window().showPage(MainWindow::Wizard);
        QVERIFY(!enabled(action));
        window().showPage(MainWindow::Editor);
        QVERIFY(enabled(action));
    }
}

QTEST_MAIN(WizardTest)
#include "tst_wizard.moc"
