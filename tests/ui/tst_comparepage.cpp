// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "fakes/factsbuilder.h"
#include "fakes/uifakes.h"
#include "store/evidence.h"
#include "ui/audit/auditpage.h"
#include "ui/compare/compareheader.h"
#include "ui/compare/comparepage.h"
#include "ui/mainwindow.h"
#include "ui/models/comparisonrows.h"
#include "ui/studio.h"
#include "ui/widgets/domainbox.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/rowsview.h"
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

/// Two audits of a domain, side by side in the window.
class ComparePageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aRepeatedAuditIsComparedWithTheOneBefore();
    void nothingDifferentIsSaidPlainly();
    void filesOfOneDomainAreCompared();
    void savedAuditsAreComparedWithWhatIsShown();
    void whatCannotBeComparedIsSaidAndNothingIsLost_data();
    void whatCannotBeComparedIsSaidAndNothingIsLost();
    void theComparisonIsCopiedAndSaved();
    void formerAuditsAreBounded();

private:
    MainWindow &window() { return m_studio->window(); }
    Desk &desk() { return m_studio->desk(); }
    ComparePage *comparison() { return window().auditPage()->compare(); }
    void type(const QString &text);
    void waitUntilDone();
    void press(const QKeySequence &key) { QTest::keySequence(&window(), key); }
    int openFacts(const DomainFacts &facts);
    QStringList comparedRows();
    QString save(const DomainFacts &facts, const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::shared_ptr<MapHandle> m_handle;
    std::unique_ptr<Studio> m_studio;
};

void ComparePageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    Preferences preferences;
    preferences.theme = ThemeChoice::Light;
    preferences.allowPrivate = true; // the good facts use documentation addresses
    savePreferences(*m_settings, preferences);
    m_handle = std::make_shared<MapHandle>();
    fill(m_handle->fake, goodFacts());
    m_studio = std::make_unique<Studio>(*qApp, fakeEnvironment(m_handle), *m_settings);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void ComparePageTest::cleanup()
{
    m_studio.reset();
}

void ComparePageTest::type(const QString &text)
{
    press(QKeySequence(u"Ctrl+L"_s));
    QTRY_VERIFY(window().domainBox()->field()->hasFocus());
    window().domainBox()->field()->clear();
    QTest::keyClicks(window().domainBox()->field(), text);
    QTest::keyClick(window().domainBox()->field(), Qt::Key_Return);
}

void ComparePageTest::waitUntilDone()
{
    QTRY_VERIFY_WITH_TIMEOUT(!desk().running(), 10000);
}

int ComparePageTest::openFacts(const DomainFacts &facts)
{
    const int id = desk().addOpened({judge(facts, facts.observedAt)}).first();
    window().showItem(id);
    return id;
}

/// "topic|what|change|before|after", topic by topic.
QStringList ComparePageTest::comparedRows()
{
    QStringList lines;
    for (const Row &group : comparison()->list()->rowsModel()->rows()) {
        for (const Row &row : group.children) {
            QStringList cells{group.cells[0].text};
            for (qsizetype i = 0; i < 4; ++i)
                cells.append(row.cells[i].text);
            lines.append(cells.join(u'|'));
        }
    }
    return lines;
}

QString ComparePageTest::save(const DomainFacts &facts, const QString &name)
{
    const QString path = m_folder->filePath(name);
    return saveEvidence(path, {facts}) ? path : QString();
}

namespace
{

/// The good facts an hour before, when the policy was in testing.
DomainFacts testingFacts()
{
    DomainFacts facts = goodFacts();
    setPolicy(facts, "version: STSv1\r\nmode: testing\r\nmx: mx1.good.example\r\nmx: mx2.good.example\r\nmax_age: 1209600\r\n");
    facts.observedAt = facts.observedAt.addSecs(-3600);
    return facts;
}

} // namespace

void ComparePageTest::aRepeatedAuditIsComparedWithTheOneBefore()
{
    type(u"good.example"_s);
    waitUntilDone();
    press(QKeySequence(u"Ctrl+D"_s));
    QVERIFY(comparison()->isVisible());
    QVERIFY(!comparison()->choice()->isEnabled()); // with nothing yet
    QVERIFY(comparedRows().isEmpty());
    fill(m_handle->fake, testingFacts());
    press(QKeySequence(u"F5"_s));
    waitUntilDone();
    QTRY_VERIFY2(comparedRows().contains(u"Policy|line 2|changed|mode: enforce|mode: testing"_s), qPrintable(comparedRows().join(u'\n')));
    QCOMPARE(comparison()->choice()->count(), 1);
    QVERIFY2(comparison()->header()->text().contains(u", audited here. Later: "_s), qPrintable(comparison()->header()->text()));
    // The policy as a whole, and in the changed line only the word that is another.
    QVERIFY(comparedRows().contains(u"Policy|line 3|as before|mx: mx1.good.example|mx: mx1.good.example"_s));
    const RowsModel *model = comparison()->list()->rowsModel();
    const QModelIndex line = model->indexOf(u"line 2 2"_s);
    QCOMPARE(line.siblingAtColumn(2).data(RowsModel::MarkRole).toPoint(), QPoint(6, 7));
    QCOMPARE(line.siblingAtColumn(3).data(RowsModel::MarkRole).toPoint(), QPoint(6, 7));
    // A stopped repetition is no audit to compare with.
    m_handle->fake.delay = std::chrono::seconds(20);
    const QStringList rows = comparedRows();
    press(QKeySequence(u"F5"_s));
    QTRY_VERIFY(desk().running());
    QTest::qWait(120);
    QCOMPARE(comparedRows(), rows); // and nothing jumps while it runs
    QVERIFY(comparison()->header()->isVisible());
    press(QKeySequence(u"Esc"_s));
    waitUntilDone();
    QCOMPARE(comparison()->choice()->count(), 1);
}

void ComparePageTest::nothingDifferentIsSaidPlainly()
{
    DomainFacts before = goodFacts();
    before.observedAt = before.observedAt.addSecs(-60);
    openFacts(before);
    openFacts(goodFacts());
    window().auditPage()->showTab(7);
    QTRY_VERIFY(comparison()->header()->text().contains(u"Nothing is different."_s));
    for (const QString &row : comparedRows())
        QVERIFY2(row.startsWith(u"Findings as before|"_s), qPrintable(row));
}

void ComparePageTest::filesOfOneDomainAreCompared()
{
    // In whichever order they are named: the later one is shown, the earlier one stands first.
    for (const bool reversed : {false, true}) {
        desk().clear();
        QStringList paths{save(testingFacts(), u"old.json"_s), save(goodFacts(), u"new.json"_s)};
        if (reversed)
            paths.swapItemsAt(0, 1);
        window().openFiles(paths);
        QTRY_COMPARE(desk().ids().size(), 1);
        QTRY_COMPARE(window().page(), MainWindow::Audit);
        QCOMPARE(desk().item(window().auditPage()->item())->audit->facts.observedAt, goodFacts().observedAt);
        QTRY_VERIFY(comparedRows().contains(u"Verdict|Verdict|changed|testing|protected"_s));
        window().showPage(MainWindow::Start);
    }
}

void ComparePageTest::savedAuditsAreComparedWithWhatIsShown()
{
    const int id = openFacts(goodFacts());
    const QString path = save(testingFacts(), u"before.json"_s);
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    window().auditPage()->showTab(7);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(comparison()->acceptDrops());
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(comparison(), &enter);
    QCoreApplication::sendEvent(comparison(), &drop);
    QTRY_VERIFY(comparedRows().contains(u"Verdict|Verdict|changed|testing|protected"_s));
    // What was shown is still shown, and nothing else is on the desk.
    QCOMPARE(window().auditPage()->item(), id);
    QCOMPARE(desk().item(id)->audit->facts, goodFacts());
    QCOMPARE(desk().ids(), QList<int>{id});
    QVERIFY(comparison()->choice()->currentText().contains(u"before.json"_s));
    // Once more: it is offered once. Another one: it is chosen, and the first can be chosen again.
    DomainFacts none = testingFacts();
    setPolicy(none, "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n");
    none.observedAt = none.observedAt.addSecs(7200);
    window().compareWith({path, save(none, u"none.json"_s)});
    QTRY_VERIFY(comparison()->choice()->currentText().contains(u"none.json"_s));
    QTRY_VERIFY(comparedRows().contains(u"Verdict|Verdict|changed|protected|unprotected"_s)); // the later one last
    QCOMPARE(comparison()->choice()->count(), 2);
    comparison()->choice()->setFocus();
    QTest::keyClick(comparison()->choice(), Qt::Key_Down);
    QTRY_VERIFY(comparedRows().contains(u"Verdict|Verdict|changed|testing|protected"_s));
    // Findings that are gone, and the chips that leave only them.
    comparison()->filterBar()->chip(static_cast<int>(DifferenceKind::Gone))->click();
    QVERIFY(comparison()->list()->model()->rowCount() >= 1);
    for (int group = 0; group < comparison()->list()->model()->rowCount(); ++group) {
        const QModelIndex heading = comparison()->list()->model()->index(group, 0);
        for (int row = 0; row < comparison()->list()->model()->rowCount(heading); ++row)
            QCOMPARE(comparison()->list()->model()->index(row, 1, heading).data().toString(), u"gone"_s);
    }
}

void ComparePageTest::whatCannotBeComparedIsSaidAndNothingIsLost_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("said");
    const QByteArray whole = toEvidence({testingFacts()});
    QTest::newRow("damaged") << whole.left(whole.size() / 2) << u"other.json"_s;
    QTest::newRow("foreign") << QByteArray("[1, 2, 3]") << u"other.json"_s;
    QTest::newRow("a list of domains") << QByteArray("good.example\n") << u"other.json"_s;
    QTest::newRow("another domain") << toEvidence({goodFactsAs(u"else.example"_s)})
                                    << u"holds no audit of good.example, but of else.example"_s;
}

void ComparePageTest::whatCannotBeComparedIsSaidAndNothingIsLost()
{
    QFETCH(QByteArray, octets);
    QFETCH(QString, said);
    const int id = openFacts(goodFacts());
    window().compareWith({save(testingFacts(), u"before.json"_s)});
    QTRY_VERIFY(!comparedRows().isEmpty());
    const QStringList rows = comparedRows();
    QFile file(m_folder->filePath(u"other.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(octets);
    file.close();
    window().compareWith({file.fileName()});
    QTRY_VERIFY(!window().infoBar()->text().isEmpty());
    QVERIFY2(window().infoBar()->text().contains(said), qPrintable(window().infoBar()->text()));
    QCOMPARE(comparedRows(), rows);
    QCOMPARE(desk().ids(), QList<int>{id});
    QVERIFY(!QApplication::activeModalWidget());
}

void ComparePageTest::theComparisonIsCopiedAndSaved()
{
    openFacts(testingFacts());
    openFacts(goodFacts());
    QTRY_VERIFY(!comparison()->asText().isEmpty());
    const QString text = comparison()->asText();
    QVERIFY2(text.contains(u"mode: [-testing-]{+enforce+}"_s), qPrintable(text));
    for (QPushButton *button : comparison()->findChildren<QPushButton *>()) {
        if (button->accessibleName() == "Copy the comparison as text"_L1)
            button->click();
    }
    QCOMPARE(QApplication::clipboard()->text(), text);
    const QString path = m_folder->filePath(u"comparison.txt"_s);
    window().saveComparisonTo(path);
    QTRY_VERIFY(window().infoBar()->text().contains(u"comparison.txt"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), text);
    window().saveComparisonTo(u"/nowhere/at/all.txt"_s);
    QTRY_VERIFY(window().infoBar()->text().contains(u"all.txt"_s));
}

void ComparePageTest::formerAuditsAreBounded()
{
    const int id = openFacts(goodFacts());
    OtherAudit other{*desk().item(id)->audit, Origin::File, u"a.json"_s};
    for (int i = 0; i <= maxFormerAudits; ++i) {
        other.audit.facts.observedAt = other.audit.facts.observedAt.addSecs(1);
        desk().addOther(other);
        QCOMPARE(desk().others(id).size(), qMin<qsizetype>(i + 1, maxFormerAudits));
    }
    QCOMPARE(desk().others(id).first().audit.facts.observedAt, other.audit.facts.observedAt);
}

QTEST_MAIN(ComparePageTest)
#include "tst_comparepage.moc"
