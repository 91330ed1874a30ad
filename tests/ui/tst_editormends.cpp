// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "fakes/factsbuilder.h"
#include "mtasts/policy.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/octetedit.h"
#include "ui/records/recordspage.h"
#include "ui/widgets/rowsview.h"
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QByteArray validPolicy = "version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 1209600\r\n";

} // namespace

/// What is said of a text while it is typed, and what mends it.
class EditorMendsTest : public QObject
{
    Q_OBJECT

private slots:
    void findingsFollowWhatIsTyped()
    {
        EditorPage page({});
        page.open("version: STSv1\r\nmode: enforced\r\nmx: mx.example.com\r\nmax_age: 1209600\r\n", {});
        QTRY_COMPARE(page.list()->model()->rowCount(), 2);
        QCOMPARE(page.list()->model()->index(0, 0).data().toString(), u"2:7"_s);
        QVERIFY(page.status().contains(u"not"_s));
        page.edit()->goTo(2, 15);
        QTest::keyClick(page.edit(), Qt::Key_Backspace);
        QTRY_COMPARE(page.list()->model()->rowCount(), 0);
        QCOMPARE(page.edit()->octets(), validPolicy);
        QTRY_VERIFY(page.status().contains(u"would honour"_s));
    }

    void oneClickMendsOneThingAndLeavesTheRest()
    {
        EditorPage page({});
        const QByteArray before = "version: STSv1\nmode: enforced\r\n# hello\nmx: mx.example.com \nmax-age: 1209600";
        page.open(before, {});
        QTRY_VERIFY(page.list()->model()->rowCount() >= 3);
        for (int row = 0; row < page.list()->model()->rowCount(); ++row) {
            if (page.list()->model()->index(row, 0).data().toString() == "2:7"_L1)
                page.list()->setCurrentIndex(page.list()->model()->index(row, 0));
        }
        page.mendCurrent();
        QCOMPARE(page.edit()->octets(), QByteArray(before).replace("enforced", "enforce"));
        page.edit()->undo();
        QCOMPARE(page.edit()->octets(), before);
    }

    void everythingClearIsMendedAtOnceAndCanBeUndone()
    {
        EditorPage page({});
        const QByteArray before = "version: STSv1\r\nmode: enforced\r\nmx: mx.example.com.\r\nmax-age: 1209600\r\n";
        page.open(before, {});
        QTRY_VERIFY(page.list()->model()->rowCount() >= 3);
        page.mendAll();
        QVERIFY(parsePolicy(page.edit()->octets()).valid());
        page.edit()->undo();
        QCOMPARE(page.edit()->octets(), before);
        page.edit()->redo();
        QVERIFY(parsePolicy(page.edit()->octets()).valid());
    }

    void aMendOfAnEarlierTextIsNotMade()
    {
        EditorPage page({});
        page.open("version: STSv1\r\nmode: enforced\r\nmx: mx.example.com\r\nmax_age: 1209600\r\n", {});
        QTRY_COMPARE(page.list()->model()->rowCount(), 2);
        page.edit()->goTo(1, 1);
        page.edit()->textCursor().insertText(u"x"_s);
        const QByteArray typed = page.edit()->octets();
        page.mendCurrent();
        QCOMPARE(page.edit()->octets(), typed);
    }

    void aRecordOfAnAuditIsEditedAsACopy()
    {
        DomainFacts facts = goodFacts();
        setRecord(facts, {"id=1 v=STSv1"}); // nothing tells what it is but where it was found
        const DomainAudit audit = judge(facts, facts.observedAt);
        RecordsPage records;
        records.setAudit(&audit, false);
        const QSignalSpy wanted(&records, &RecordsPage::editWanted);
        QAction *edit = nullptr;
        for (QAction *action : records.findChildren<QAction *>())
            edit = action->text() == "Edit a copy of the record"_L1 ? action : edit;
        QVERIFY(edit);
        QVERIFY(records.showPointer(u"/mx"_s));
        QVERIFY(!edit->isEnabled());
        QVERIFY(records.showPointer(u"/sts"_s));
        QVERIFY(edit->isEnabled());
        edit->trigger();
        QCOMPARE(wanted.size(), 1);
        EditorPage page({});
        page.open(wanted.first().first().toByteArray(), {}, EditedKind::Record);
        QTRY_COMPARE(page.status(), u"Senders would not use this record: it is not valid."_s);
        QCOMPARE(page.edit()->octets(), QByteArray("id=1 v=STSv1"));
        QCOMPARE(page.draft().kind, EditedKind::Record);
    }

    void whatAMendTakesAwayIsShown()
    {
        EditorPage page({});
        auto *preview = page.findChild<CodeView *>(u"mendPreview"_s);
        page.open("version: STSv1\r\n# ours\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 1209600\r\n", {});
        QTRY_COMPARE(page.list()->model()->rowCount(), 1);
        QCOMPARE(preview->toPlainText(), u"# ours\u21b5"_s);
        page.edit()->change("version: STSv1\r\nmode: enforced\r\nmx: mx.example.com\r\nmax_age: 1209600\r\n");
        QTRY_COMPARE(preview->toPlainText(), u"mode: enforce\u21b5"_s);
    }

    void aLongRecordIsSeenWhole()
    {
        EditorPage page({});
        page.resize(800, 600);
        page.setVisible(true);
        page.open("v=TLSRPTv1; rua=" + QByteArray("a@example.com ").repeated(50), {});
        QTRY_VERIFY(page.list()->model()->rowCount() > 0);
        auto *preview = page.findChild<CodeView *>(u"mendPreview"_s);
        for (const CodeView *view : {static_cast<CodeView *>(page.edit()), preview})
            QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
        page.edit()->change(QByteArray("version: STSv1 ") + QByteArray(1000, 'x'));
        QTRY_VERIFY(page.edit()->horizontalScrollBar()->maximum() > 0); // the lines of a policy are what they are
    }

    void tabGoesThroughThePageAsItIsRead()
    {
        EditorPage page({});
        page.resize(1000, 700);
        page.setVisible(true);
        page.open("version: STSv1\nmode: enforced\nmx: mx.example.com\nmax_age: 1209600\n", {});
        QTRY_COMPARE(page.list()->model()->rowCount(), 2);
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QStringList stops;
        auto *first = page.findChild<QPushButton *>();
        first->setFocus();
        do {
            const QWidget *widget = page.focusWidget();
            const auto *button = qobject_cast<const QPushButton *>(widget);
            stops.append(button ? button->text() : widget->accessibleName());
            QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
        } while (page.focusWidget() != first && stops.size() < 30);
        QCOMPARE(stops.first(9),
                 QStringList({u"Open\u2026"_s, u"Save"_s, u"Save as\u2026"_s, u"What the text is"_s, u"Mend all that is clear"_s,
                              u"Policy or record"_s, u"Findings about the text"_s, u"The line when it is mended"_s, u"Mend"_s}));
    }

    void findingsStandInTheOrderOfTheText()
    {
        EditorPage page({});
        page.open("version: STS1v1\nmode: enforced\n\nmx: mx.example.com\nmax_age: 1209600\n", {});
        QTRY_VERIFY(page.list()->model()->rowCount() >= 5);
        QStringList places;
        for (int row = 0; row < page.list()->model()->rowCount(); ++row)
            places.append(page.list()->model()->index(row, 0).data().toString());
        QStringList sorted = places;
        sorted.sort();
        QCOMPARE(places, sorted);
    }

    void twoClicksOnAMendMendOnce()
    {
        EditorPage page({});
        const QByteArray before = "version: STSv1\r\nmode: enforced\r\nmx: mx.example.com\r\nmax_age: 1209600\r\n";
        page.open(before, {});
        QTRY_COMPARE(page.list()->model()->rowCount(), 2);
        page.mendCurrent();
        page.mendCurrent(); // the text has not been looked at again yet
        page.mendAll();
        QCOMPARE(page.edit()->octets(), validPolicy);
        QTRY_COMPARE(page.list()->model()->rowCount(), 0);
    }

    void recordsAreMended_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("a misspelt version") << QByteArray("v=STS1v1; id=1;") << QByteArray("v=STSv1; id=1;");
        QTest::newRow("a line end stays") << QByteArray("v=STSv1 ID=1\r\n") << QByteArray("v=STSv1; id=1\r\n");
        QTest::newRow("a line of a zone file") << QByteArray("_mta-sts 3600 IN TXT \"v=STSv1; id=1;\"\n") << QByteArray("v=STSv1; id=1;\n");
        QTest::newRow("TLS-RPT") << QByteArray("v=TLSRPTv1; ruf=a@example.com") << QByteArray("v=TLSRPTv1; rua=mailto:a@example.com");
    }
    void recordsAreMended()
    {
        QFETCH(QByteArray, before);
        EditorPage page({});
        page.open(before, {});
        QTRY_VERIFY(page.list()->model()->rowCount() > 0);
        QCOMPARE(page.draft().kind, EditedKind::Record);
        page.mendAll();
        QTEST(page.edit()->octets(), "after");
        page.edit()->undo();
        QCOMPARE(page.edit()->octets(), before);
        page.edit()->redo();
        QTRY_VERIFY(page.status().startsWith(u"A valid record"_s));
    }

    void whatIsPastedIsCheckedAsWhatItIs()
    {
        EditorPage page({});
        const auto paste = [&page](const QString &text) {
            QApplication::clipboard()->setText(text);
            page.edit()->selectAll();
            page.edit()->paste();
        };
        paste(u"\"v=TLSRPTv1; rua=mailto:a@example.com\""_s);
        QTRY_COMPARE(page.draft().kind, EditedKind::Record);
        paste(QString::fromLatin1(validPolicy));
        QTRY_COMPARE(page.draft().kind, EditedKind::Policy);
        paste(u"whatever"_s);
        QTest::qWait(100);
        QCOMPARE(page.draft().kind, EditedKind::Policy);
        auto *kind = page.findChild<QComboBox *>();
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down); // somebody says what it is
        QCOMPARE(page.draft().kind, EditedKind::Record);
        paste(QString::fromLatin1(validPolicy));
        QTest::qWait(100);
        QCOMPARE(page.draft().kind, EditedKind::Record);
        page.edit()->change({}); // from the beginning
        QTest::qWait(100);
        paste(QString::fromLatin1(validPolicy));
        QTRY_COMPARE(page.draft().kind, EditedKind::Policy);
    }

    void aHostileFileNameIsMadeVisible()
    {
        EditorPage page({});
        page.open("mode: enforce\n", u"/tmp/\u202egnp.\u001b[31m\n.txt"_s);
        QTRY_VERIFY(page.list()->model()->rowCount() > 0);
        QStringList texts{page.status()};
        for (const QLabel *label : page.findChildren<QLabel *>())
            texts.append({label->text(), label->toolTip(), label->accessibleName()});
        for (int row = 0; row < page.list()->model()->rowCount(); ++row)
            texts.append(page.list()->model()->index(row, 1).data().toString());
        for (const QString &text : std::as_const(texts))
            QVERIFY2(!text.contains(QChar(0x202e)) && !text.contains(QChar(0x1b)), qPrintable(text));
    }

    void recordsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("says");
        QTest::newRow("a record") << QByteArray("v=STSv1; id=20260101;") << u"A valid record of MTA-STS (RFC 8461 §3.1)."_s;
        QTest::newRow("with the line end of an editor")
            << QByteArray("v=STSv1; id=20260101;\r\n") << u"A valid record of MTA-STS (RFC 8461 §3.1)."_s;
        QTest::newRow("TLS-RPT") << QByteArray("v=TLSRPTv1; rua=mailto:a@example.com") << u"A valid record of TLS-RPT (RFC 8460 §3)."_s;
        QTest::newRow("without an id") << QByteArray("v=STSv1;") << u"Senders would not use this record: it is not valid."_s;
    }
    void recordsAreChecked()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QString, says);
        EditorPage page({});
        page.open(octets, {});
        QTRY_COMPARE(page.status(), says);
        QCOMPARE(page.draft().kind, EditedKind::Record);
    }

    void onlyAValidPolicyIsTidied()
    {
        EditorPage page({});
        const QSignalSpy told(&page, &EditorPage::told);
        page.open("mode: enforce\n", {});
        page.tidy();
        QCOMPARE(page.edit()->octets(), QByteArray("mode: enforce\n"));
        QCOMPARE(told.size(), 1);
        page.edit()->change("max_age: 1209600\nmx: MX.example.com\nmode: enforce\nversion: STSv1\n");
        page.tidy();
        QCOMPARE(page.edit()->octets(), validPolicy);
        QCOMPARE(told.size(), 1);
    }
};

QTEST_MAIN(EditorMendsTest)
#include "tst_editormends.moc"
