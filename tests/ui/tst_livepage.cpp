// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/adopt.h"
#include "fakes/factsbuilder.h"
#include "fakes/uifakes.h"
#include "ui/audit/auditpage.h"
#include "ui/live/livepage.h"
#include "ui/mainwindow.h"
#include "ui/models/liverows.h"
#include "ui/plans/plandesk.h"
#include "ui/studio.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/rowsview.h"
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

/// What is live beside what is planned, in the window.
class LivePageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_studio.reset(); }

    void withoutAPlanItIsSaidWhatThisIsFor();
    void linesStandBesideEachOther();
    void whatMendsADifferenceIsCopied_data();
    void whatMendsADifferenceIsCopied();
    void liveIsAdoptedAndTakenBack();
    void allThatIsLiveIsAdopted();
    void whatCannotBeAdoptedIsSaid();
    void whatIsNotTestedIsNeitherGreenNorRed();
    void chipsLeaveOneStateOnly();
    void aClosedPlanLeavesTheInvitation();
    void hugeAndHostilePoliciesAreShownInTime_data();
    void hugeAndHostilePoliciesAreShownInTime();

private:
    MainWindow &window() { return m_studio->window(); }
    LivePage *page() { return window().auditPage()->live(); }
    int plan(const std::function<void(Plan &)> &change);
    void open(const DomainFacts &facts);
    QStringList rows();
    void choose(PlanItem item, const QString &subject);
    QPushButton *button(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Studio> m_studio;
};

void LivePageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_studio = std::make_unique<Studio>(*qApp, fakeEnvironment(std::make_shared<MapHandle>()), *m_settings);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

/// The plan of the good domain as it is, with a change.
int LivePageTest::plan(const std::function<void(Plan &)> &change)
{
    const DomainFacts facts = goodFacts();
    Plan plan = planFromLive(judge(facts, facts.observedAt)).plan;
    if (change)
        change(plan);
    return m_studio->plans().add(plan);
}

void LivePageTest::open(const DomainFacts &facts)
{
    window().showItem(m_studio->desk().addOpened({judge(facts, facts.observedAt)}).first());
    QTest::keySequence(&window(), QKeySequence(u"Ctrl+I"_s));
    QTRY_VERIFY(page()->isVisible());
}

/// "what|state|planned|live|right", lines of a row after it.
QStringList LivePageTest::rows()
{
    QStringList lines;
    const auto add = [&](const Row &row) {
        QStringList cells;
        for (const Cell &cell : row.cells)
            cells.append(cell.text);
        lines.append(cells.join(u'|'));
    };
    for (const Row &row : page()->list()->rowsModel()->rows()) {
        add(row);
        for (const Row &line : row.children)
            add(line);
    }
    return lines;
}

void LivePageTest::choose(PlanItem item, const QString &subject)
{
    for (const Row &row : page()->list()->rowsModel()->rows()) {
        if (row.key.startsWith(planItemName(item) + u' ' + subject))
            page()->list()->selectKey(row.key);
    }
    QVERIFY2(page()->list()->currentRow() && page()->list()->currentRow()->key.startsWith(planItemName(item) + u' ' + subject),
             qPrintable(rows().join(u'\n')));
}

QPushButton *LivePageTest::button(const QString &text)
{
    for (QPushButton *each : page()->findChildren<QPushButton *>()) {
        if (each->text() == text || each->accessibleName() == text)
            return each;
    }
    return nullptr;
}

void LivePageTest::withoutAPlanItIsSaidWhatThisIsFor()
{
    open(goodFacts());
    QVERIFY(!page()->list()->isVisible());
    QVERIFY(!page()->filterField());
    QVERIFY(button(u"Protect this domain"_s)->isVisible());
    button(u"Protect this domain"_s)->click();
    QCOMPARE(window().page(), MainWindow::Wizard);
    QVERIFY(m_studio->plans().find(u"good.example"_s) != 0);
    // With a plan of what is live everything is as planned.
    QTest::keySequence(&window(), QKeySequence(u"Ctrl+I"_s));
    QTRY_VERIFY(page()->list()->isVisible());
    QVERIFY2(page()->summary().startsWith(u"0 not as planned"_s), qPrintable(page()->summary()));
    QVERIFY(!button(u"Adopt all that is live"_s)->isEnabled());
    button(u"Open the plan"_s)->click();
    QCOMPARE(window().page(), MainWindow::Wizard);
}

void LivePageTest::linesStandBesideEachOther()
{
    plan([](Plan &plan) {
        plan.policy->mode = PolicyMode::Testing;
        plan.policy->mx.append(u"mx3.good.example"_s);
        plan.hosting.addresses = {QHostAddress(u"192.0.2.99"_s), QHostAddress(u"192.0.2.98"_s)};
    });
    open(goodFacts());
    const QStringList shown = rows();
    for (const QString &line : {u"|differs|mode: testing|mode: enforce|"_s, u"|as planned|mx: mx1.good.example|mx: mx1.good.example|"_s,
                                u"|missing|mx: mx3.good.example||"_s, u"|192.0.2.98|"_s})
        QVERIFY2(std::any_of(shown.cbegin(), shown.cend(), [&](const QString &row) { return row.contains(line); }),
                 qPrintable(shown.join(u'\n')));
    // Within the line only the word that is another is marked, on both sides.
    const RowsModel *model = page()->list()->rowsModel();
    bool marked = false;
    for (const Row &row : model->rows()) {
        for (const Row &line : row.children) {
            if (line.cells[2].text != "mode: testing"_L1)
                continue;
            marked = true;
            QCOMPARE(line.cells[2].text.mid(line.cells[2].markFrom, line.cells[2].markLength), u"testing"_s);
            QCOMPARE(line.cells[3].text.mid(line.cells[3].markFrom, line.cells[3].markLength), u"enforce"_s);
        }
    }
    QVERIFY(marked);
    // The first difference is chosen, and a line leads to what its row says.
    QVERIFY(page()->list()->currentRow());
    QVERIFY(page()->list()->currentRow()->tag != static_cast<int>(LiveState::Same));
}

void LivePageTest::whatMendsADifferenceIsCopied_data()
{
    QTest::addColumn<PlanItem>("item");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("copied");
    QTest::newRow("the record for TLS-RPT") << PlanItem::TlsRpt << u"_smtp._tls.good.example"_s
                                            << u"v=TLSRPTv1; rua=mailto:other@good.example"_s;
    QTest::newRow("a mail server that is missing") << PlanItem::Mx << u"mx3.good.example"_s << u"30 mx3.good.example."_s;
    QTest::newRow("the policy whole, with its line ends")
        << PlanItem::Policy << u"https://"_s
        << u"version: STSv1\r\nmode: testing\r\nmx: mx1.good.example\r\nmx: mx2.good.example\r\nmax_age: %1\r\n"_s;
    QTest::newRow("nothing for what is as planned") << PlanItem::Record << u"_mta-sts.good.example"_s << QString();
}

void LivePageTest::whatMendsADifferenceIsCopied()
{
    QFETCH(PlanItem, item);
    QFETCH(QString, subject);
    QFETCH(QString, copied);
    const int id = plan([](Plan &plan) {
        plan.policy->mode = PolicyMode::Testing;
        plan.reports = {"mailto:other@good.example"};
        plan.mx.append({30, u"mx3.good.example"_s});
    });
    const qint64 maxAge = m_studio->plans().item(id)->plan().policy->maxAge.count();
    copied.replace(u"%1"_s, QString::number(maxAge));
    open(goodFacts());
    choose(item, subject);
    QApplication::clipboard()->setText(u"before"_s);
    QPushButton *copy = button(u"Copy what mends it"_s);
    QCOMPARE(copy->isEnabled(), !copied.isEmpty());
    copy->click();
    const QString there = QApplication::clipboard()->text();
    if (copied.isEmpty())
        QCOMPARE(there, u"before"_s);
    else
        QVERIFY2(there.startsWith(copied), qPrintable(there));
}

void LivePageTest::liveIsAdoptedAndTakenBack()
{
    const int id = plan([](Plan &plan) {
        plan.reports = {"mailto:other@good.example"};
        plan.mx.append({30, u"mx3.good.example"_s});
    });
    const Plan before = m_studio->plans().item(id)->plan();
    open(goodFacts());
    choose(PlanItem::TlsRpt, u"_smtp._tls.good.example"_s);
    // Both sides are read whole, however narrow the list.
    QStringList read;
    for (const QLabel *label : page()->findChildren<QLabel *>())
        read.append(label->text());
    QVERIFY2(read.contains(u"Planned: v=TLSRPTv1; rua=mailto:other@good.example"_s), qPrintable(read.join(u'\n')));
    button(u"Adopt live as intended"_s)->click();
    const Plan after = m_studio->plans().item(id)->plan();
    QVERIFY(after.reports != before.reports);
    QCOMPARE(after.mx, before.mx); // another difference stays
    QVERIFY2(page()->summary().startsWith(u"1 not as planned"_s), qPrintable(page()->summary()));
    QVERIFY(!button(u"Adopt live as intended"_s)->isEnabled());
    QVERIFY(window().infoBar()->isVisible());
    button(u"Undo the last change of the plan"_s)->click();
    QCOMPARE(m_studio->plans().item(id)->plan(), before);
    QVERIFY2(page()->summary().startsWith(u"2 not as planned"_s), qPrintable(page()->summary()));
    button(u"Do the change of the plan again"_s)->click();
    QCOMPARE(m_studio->plans().item(id)->plan(), after);
}

void LivePageTest::allThatIsLiveIsAdopted()
{
    const int id = plan([](Plan &plan) {
        plan.policy->mode = PolicyMode::Testing;
        plan.mx.removeLast();
    });
    open(goodFacts());
    button(u"Adopt all that is live"_s)->click();
    QVERIFY2(page()->summary().startsWith(u"0 not as planned"_s), qPrintable(page()->summary()));
    QCOMPARE(m_studio->plans().item(id)->plan().policy->mode, PolicyMode::Enforce);
    QCOMPARE(m_studio->plans().item(id)->plan().mx.size(), 2);
}

void LivePageTest::whatCannotBeAdoptedIsSaid()
{
    const int id = plan({});
    const Plan before = m_studio->plans().item(id)->plan();
    DomainFacts facts = goodFacts();
    setTlsRpt(facts, {"v=TLSRPTv1; rua=nonsense"});
    open(facts);
    choose(PlanItem::TlsRpt, u"_smtp._tls.good.example"_s);
    button(u"Adopt live as intended"_s)->click();
    QCOMPARE(m_studio->plans().item(id)->plan().reports, before.reports);
    QVERIFY(!window().infoBar()->text().isEmpty());
    QVERIFY2(!window().infoBar()->text().contains(u"Undo"_s), qPrintable(window().infoBar()->text()));
}

void LivePageTest::whatIsNotTestedIsNeitherGreenNorRed()
{
    plan({});
    DomainFacts facts = goodFacts();
    facts.sts = Lookup();
    open(facts);
    choose(PlanItem::Record, u"_mta-sts.good.example"_s);
    QCOMPARE(page()->list()->currentRow()->cells[1].state, State::NotTested);
    QCOMPARE(page()->list()->currentRow()->cells[1].text, u"not tested"_s);
    QVERIFY(!button(u"Adopt live as intended"_s)->isEnabled());
    QVERIFY(!button(u"Copy what mends it"_s)->isEnabled());
}

void LivePageTest::chipsLeaveOneStateOnly()
{
    plan([](Plan &plan) { plan.mx.append({30, u"mx3.good.example"_s}); });
    open(goodFacts());
    page()->filterBar()->chip(static_cast<int>(LiveState::Missing))->click();
    const QAbstractItemModel *model = page()->list()->model();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, 0).data().toString(), u"Mail server: mx3.good.example"_s);
    page()->filterBar()->chip(static_cast<int>(LiveState::Missing))->click();
    QVERIFY(model->rowCount() > 5);
}

void LivePageTest::aClosedPlanLeavesTheInvitation()
{
    const int id = plan({});
    open(goodFacts());
    QVERIFY(page()->list()->isVisible());
    QVERIFY(!page()->asText().isEmpty());
    m_studio->plans().close(id);
    QVERIFY(!page()->list()->isVisible());
    QVERIFY(page()->asText().isEmpty());
    // A plan of another domain is none of this one.
    Plan other;
    other.domain = {u"other.example"_s, u"other.example"_s};
    m_studio->plans().add(other);
    QVERIFY(!page()->list()->isVisible());
}

void LivePageTest::hugeAndHostilePoliciesAreShownInTime_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray head = "version: STSv1\nmode: testing\nmax_age: 86400\n";
    QByteArray hosts;
    for (int i = 0; hosts.size() < maxPolicySize - 100; ++i)
        hosts += "mx:a" + QByteArray::number(i) + ".b\n";
    QTest::newRow("thousands of mail servers") << head + hosts;
    QTest::newRow("thousands of lines that are none") << head + QByteArray("a\n").repeated(32000);
    QTest::newRow("one line") << head + "x: " + QByteArray(65000, 'y');
    QTest::newRow("signs that nobody should see") << head + "x: \xe2\x80\xae\x1b[31m\0 \xff\r\n\x9b\n\r";
}

void LivePageTest::hugeAndHostilePoliciesAreShownInTime()
{
    QFETCH(QByteArray, body);
    plan({});
    DomainFacts facts = goodFacts();
    setPolicy(facts, body);
    QElapsedTimer timer;
    timer.start();
    open(facts);
    choose(PlanItem::Policy, {});
    page()->adopt();
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    for (const QString &line : rows())
        QVERIFY2(!line.contains(QChar(0x202e)) && !line.contains(QChar(0x1b)) && !line.contains(QChar(0x9b)) && !line.contains(QChar(0)),
                 qPrintable(line));
}

QTEST_MAIN(LivePageTest)
#include "tst_livepage.moc"
