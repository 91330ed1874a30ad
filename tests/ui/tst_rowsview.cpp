// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/uifakes.h"
#include "store/evidence.h"
#include "ui/models/certificaterows.h"
#include "ui/models/comparisonrows.h"
#include "ui/models/deliveryrows.h"
#include "ui/models/evidencerows.h"
#include "ui/models/findingrows.h"
#include "ui/models/mailserverrows.h"
#include "ui/models/policyrows.h"
#include "ui/models/recordrows.h"
#include "ui/models/resultrows.h"
#include "ui/models/rowsexport.h"
#include "ui/models/senderrows.h"
#include "ui/recentdomains.h"
#include "ui/widgets/rowsview.h"
#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// A column of a test table.
struct Rows {
    QList<Row> rows;
};

QList<Row> someRows()
{
    Row group{u"g"_s, {Cell{u"Group"_s}, Cell{{}}}};
    group.group = true;
    Row a{u"a"_s, {Cell{u"=alpha"_s, State::Broken}, Cell{u"one, \"two\""_s}}};
    a.pointer = u"/a"_s;
    a.tag = 1;
    Row b{u"b"_s, {Cell{u"beta"_s}, Cell{u"three"_s}}};
    b.tag = 2;
    group.children = {a, b};
    return {group};
}

} // namespace

Q_DECLARE_METATYPE(Rows)

class RowsViewTest : public QObject
{
    Q_OBJECT

private slots:
    void everyModelIsConsistent_data();
    void everyModelIsConsistent();
    void recentDomainsAreConsistent();
    void changedCellsKeepTheCurrentRow();
    void otherRowsKeepTheCurrentKey();
    void aViewWithRowsHasACurrentIndexAndAnEmptyOneTakesNoFocus();
    void filterLooksAtEveryColumnAndHidesEmptyGroups();
    void tagsFilter();
    void columnsGrowWithTheirContentsUntilSomebodySetsThem();
    void theLastColumnTakesWhatIsLeftAndNoLessThanItNeeds();
    void choosingARowScrollsUpAndDownOnly();
    void noHeadingIsCutOff();
    void csvQuotesAndNeutralises();
    void jsonKeepsTheTree();
    void policyLinesShowOddOctetsAndMarks();
    void citationsBecomeLinks();
    void mailServersSayWhatASenderWouldDo();
    void eachKeyIsJudgedAsItsAddressIs();
    void certificatesAreMergedAndSortedByExpiry();
    void everyRecordIsShownWithItsStatus();
    void evidenceTreePointersLeadToTheirText();
    void sendersSayWhyAndWhatWouldPleaseThem();
    void mailFaresByWhatASenderChecks();
};

void RowsViewTest::everyModelIsConsistent_data()
{
    QTest::addColumn<Rows>("first");
    QTest::addColumn<Rows>("second");
    QTest::addColumn<int>("columns");
    const DomainAudit good = judge(goodFacts(), observedThen());
    const DomainAudit none = judge(factsWithoutSts(), observedThen());
    const DomainAudit hostile = judge(hostileFacts(), observedThen());
    QTest::newRow("findings") << Rows{findingRows(none)} << Rows{findingRows(hostile)} << 2;
    QTest::newRow("mail servers") << Rows{mailServerRows(good)} << Rows{mailServerRows(hostile)} << int(mailServerHeaders().size());
    QTest::newRow("records") << Rows{recordRows(good.facts)} << Rows{recordRows(hostile.facts)} << int(recordHeaders().size());
    QTest::newRow("senders") << Rows{senderTableRows(good)} << Rows{senderTableRows(hostile)} << int(senderHeaders().size());
    QTest::newRow("comparison") << Rows{comparisonRows(compare(none, good))} << Rows{comparisonRows(compare(good, good))}
                                << int(comparisonHeaders().size());
    QTest::newRow("deliveries") << Rows{deliveryRows(good)} << Rows{deliveryRows(hostile)} << int(deliveryHeaders().size());
    QTest::newRow("explanation") << Rows{recordExplanation(good, u"/sts"_s)} << Rows{recordExplanation(hostile, u"/tlsRpt"_s)}
                                 << int(explanationHeaders().size());
    QTest::newRow("transcript") << Rows{transcriptRows(good.facts.mxHosts[0].probes[0])}
                                << Rows{transcriptRows(hostile.facts.mxHosts[0].probes[0])} << int(transcriptHeaders().size());
    QTest::newRow("certificates") << Rows{certificateRows(certificatesOf(good), observedThen())} << Rows{QList<Row>()}
                                  << int(certificateHeaders().size());
    QTest::newRow("certificate") << Rows{certificateDetail(certificatesOf(good).first(), observedThen())} << Rows{QList<Row>()}
                                 << int(certificateDetailHeaders().size());
    QTest::newRow("expiry") << Rows{expiryRows(certificatesOf(QList<DomainAudit>{good, hostile}), observedThen())} << Rows{QList<Row>()}
                            << int(expiryHeaders().size());
    QTest::newRow("evidence") << Rows{evidenceRows(evidenceAt(good.facts, {}).toUtf8())} << Rows{evidenceRows("[1, {\"a/b\": null}]")} << 2;
}

void RowsViewTest::everyModelIsConsistent()
{
    const QList<Row> first = static_cast<Rows *>(QTest::qData("first", qMetaTypeId<Rows>()))->rows;
    const QList<Row> second = static_cast<Rows *>(QTest::qData("second", qMetaTypeId<Rows>()))->rows;
    QFETCH(int, columns);
    QStringList headers;
    for (int i = 0; i < columns; ++i)
        headers.append(QString::number(i));
    RowsModel model(headers);
    RowsFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(first);
    QVERIFY(model.rowCount() == first.size());
    for (const Row &row : first) {
        QCOMPARE(row.cells.size(), qsizetype(columns));
        for (const Row &child : row.children)
            QCOMPARE(child.cells.size(), qsizetype(columns));
    }
    filter.sort(0, Qt::DescendingOrder);
    filter.setWords(u"e"_s);
    model.setRows(second);
    model.setRows(first);
    filter.setWords({});
    QCOMPARE(filter.rowCount(), int(first.size()));
}

void RowsViewTest::recentDomainsAreConsistent()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    RecentDomains recent(settings);
    const QAbstractItemModelTester tester(&recent, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const DomainAudit audit = judge(goodFacts(), observedThen());
    recent.remember(audit);
    recent.remember(audit);
    QCOMPARE(recent.rowCount(), 1);
    DomainAudit other = audit;
    other.facts.domain = {u"xn--mnchen-3ya.example"_s, u"münchen.example"_s};
    recent.remember(other);
    QCOMPARE(recent.domains(), (QStringList{u"münchen.example"_s, u"good.example"_s}));

    RecentDomains again(settings);
    QCOMPARE(again.domains(), recent.domains());
    QCOMPARE(again.index(1).data(Qt::AccessibleTextRole), recent.index(1).data(Qt::AccessibleTextRole));
    again.forget(u"good.example"_s);
    QCOMPARE(RecentDomains(settings).rowCount(), 1);

    // An edited file brings in nothing but names.
    settings.beginWriteArray(u"recent"_s, 1);
    settings.setArrayIndex(0);
    settings.setValue(u"domain"_s, u"<b>no name</b>"_s);
    settings.endArray();
    QCOMPARE(RecentDomains(settings).rowCount(), 0);
}

void RowsViewTest::changedCellsKeepTheCurrentRow()
{
    RowsView view(u"v"_s, u"v"_s, {u"A"_s, u"B"_s});
    QList<Row> rows = someRows();
    view.setRows(rows);
    view.selectKey(u"b"_s);
    QSignalSpy resets(view.rowsModel(), &QAbstractItemModel::modelReset);
    QSignalSpy changes(view.rowsModel(), &QAbstractItemModel::dataChanged);
    rows[0].children[1].cells[0].text = u"changed"_s;
    view.setRows(rows);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(view.currentRow()->key, u"b"_s);
    QCOMPARE(view.currentIndex().siblingAtColumn(0).data().toString(), u"changed"_s);
}

void RowsViewTest::otherRowsKeepTheCurrentKey()
{
    RowsView view(u"v"_s, u"v"_s, {u"A"_s, u"B"_s});
    QList<Row> rows = someRows();
    view.setRows(rows);
    view.selectKey(u"b"_s);
    rows[0].children.prepend(Row{u"new"_s, {Cell{u"new"_s}, Cell{{}}}});
    view.setRows(rows);
    QCOMPARE(view.currentRow()->key, u"b"_s);
}

void RowsViewTest::aViewWithRowsHasACurrentIndexAndAnEmptyOneTakesNoFocus()
{
    RowsView view(u"v"_s, u"v"_s, {u"A"_s, u"B"_s});
    QCOMPARE(view.focusPolicy(), Qt::NoFocus);
    view.setRows(someRows());
    QCOMPARE(view.focusPolicy(), Qt::StrongFocus);
    QVERIFY(view.currentIndex().isValid());
    QCOMPARE(view.currentRow()->key, u"a"_s);
    view.filter()->setWords(u"nothing like this"_s);
    QCOMPARE(view.focusPolicy(), Qt::NoFocus);
    view.filter()->setWords({});
    QVERIFY(view.currentIndex().isValid());
}

void RowsViewTest::filterLooksAtEveryColumnAndHidesEmptyGroups()
{
    RowsModel model({u"A"_s, u"B"_s});
    model.setRows(someRows());
    RowsFilter filter;
    filter.setSourceModel(&model);
    filter.setWords(u"THREE bet"_s);
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.rowCount(filter.index(0, 0)), 1);
    QCOMPARE(filter.index(0, 0, filter.index(0, 0)).data().toString(), u"beta"_s);
    filter.setWords(u"Group"_s);
    QCOMPARE(filter.rowCount(), 0);
}

void RowsViewTest::tagsFilter()
{
    RowsModel model({u"A"_s, u"B"_s});
    model.setRows(someRows());
    RowsFilter filter;
    filter.setSourceModel(&model);
    filter.setTags({1});
    QCOMPARE(filter.rowCount(filter.index(0, 0)), 1);
    filter.setTags({1, 2});
    QCOMPARE(filter.rowCount(filter.index(0, 0)), 2);
    filter.setTags({3});
    QCOMPARE(filter.rowCount(), 0);
}

void RowsViewTest::csvQuotesAndNeutralises()
{
    RowsModel model({u"A"_s, u"B"_s});
    model.setRows(someRows());
    QCOMPARE(rowsAsCsv(model), u"A,B\r\nGroup,\r\n'=alpha,\"one, \"\"two\"\"\"\r\nbeta,three\r\n"_s);
}

void RowsViewTest::jsonKeepsTheTree()
{
    RowsModel model({u"A"_s, u"B"_s});
    model.setRows(someRows());
    const QJsonArray array = QJsonDocument::fromJson(rowsAsJson(model).toUtf8()).array();
    QCOMPARE(array.size(), 1);
    const QJsonArray children = array[0].toObject()[u"rows"_s].toArray();
    QCOMPARE(children.size(), 2);
    QCOMPARE(children[0].toObject()[u"A"_s].toString(), u"=alpha"_s);
}

void RowsViewTest::policyLinesShowOddOctetsAndMarks()
{
    const PolicyLint lint =
        lintPolicy("version: STSv1\r\nmode: enforced\nmx: *.good.example \nmax_age: 604800\n\tbad\x01\n", u"good.example"_s);
    const QList<PolicyLineView> lines = policyLines(lint);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0].text, u"version: STSv1"_s);
    QVERIFY(!lines[0].mark);
    QCOMPARE(lines[1].mark, State::Broken);
    QVERIFY(!lines[1].findings.isEmpty());
    QCOMPARE(lines[2].text, u"mx: *.good.example\u00b7"_s);
    QVERIFY(lines[2].meaning.contains(u"good.example"_s));
    QVERIFY(lines[3].meaning.contains(u"7 days"_s));
    QVERIFY(lines[4].text.startsWith(u"\u2192bad"_s));
    QVERIFY(!lines[4].text.contains(QChar(1)));
    QCOMPARE(lines[4].mark, State::Broken);
    // A byte order mark is shown, not swallowed.
    QVERIFY(policyLines(lintPolicy("\xef\xbb\xbfversion: STSv1\n", {})).first().text.startsWith(u"\u27e8BOM\u27e9"_s));
}

void RowsViewTest::citationsBecomeLinks()
{
    const QList<Citation> links = citationsOf(u"RFC 8461 §3.2, RFC 8996, BCP 195"_s);
    QCOMPARE(links.size(), 3);
    QCOMPARE(links[0].text, u"RFC 8461 §3.2"_s);
    QCOMPARE(links[0].url.toString(), u"https://www.rfc-editor.org/rfc/rfc8461#section-3.2"_s);
    QCOMPARE(links[1].url.toString(), u"https://www.rfc-editor.org/rfc/rfc8996"_s);
    QCOMPARE(links[2].url.toString(), u"https://www.rfc-editor.org/info/bcp195"_s);
}

void RowsViewTest::mailServersSayWhatASenderWouldDo()
{
    DomainFacts facts = goodFacts();
    replaceLeaf(facts.mxHosts[1].probes[0].tls,
                certificateFor({u"mx2.good.example"_s}, observedThen().addDays(-90), observedThen().addDays(-1)));
    facts.mxHosts[0].probes[1] =
        brokenProbe(facts.mxHosts[0].probes[1].address.toString(), ProbeEnd::NotTried, SmtpDialog::Stage::Greeting);
    const QList<Row> rows = mailServerRows(judge(facts, observedThen()));
    QCOMPARE(rows.size(), 2);
    const auto sender = [&rows](int host, int address) { return rows[host].children[address].cells[1]; };
    QCOMPARE(sender(0, 0).state, State::Good);
    QCOMPARE(sender(0, 1).state, State::NotTested);
    QCOMPARE(sender(1, 0).state, State::Broken);
    QCOMPARE(rows[1].children[0].cells[5].state, State::Broken);
    QCOMPARE(rows[1].children[0].cells[6].state, State::Broken);
    QCOMPARE(rows[1].children[0].pointer, u"/mxHosts/1/probes/0"_s);
    QCOMPARE(probeAt(facts, rows[1].children[0].pointer), &facts.mxHosts[1].probes[0]);
    QCOMPARE(probeAt(facts, u"/mxHosts/9/probes/0"_s), nullptr);
    QCOMPARE(probeAt(facts, u"/sts"_s), nullptr);
}

void RowsViewTest::eachKeyIsJudgedAsItsAddressIs()
{
    const auto keys = [](const DomainFacts &facts) {
        QList<std::optional<State>> states; // of the ECDSA key, then the RSA key
        for (const Row &row : mailServerRows(judge(facts, observedThen()))[0].children[0].children.mid(0, 2))
            states.append(row.cells[5].state);
        return states;
    };
    const Certificate expired = certificateFor({u"mx1.good.example"_s}, observedThen().addDays(-90), observedThen().addDays(-1));
    DomainFacts facts = goodFacts();
    addRsaCertificate(facts.mxHosts[0], expired);
    QCOMPARE(keys(facts), (QList<std::optional<State>>{State::Good, State::Broken}));
    DomainFacts byKeyAlone = factsWithoutSts(); // RFC 7672 §3.1.1: dates do not matter
    addRsaCertificate(byKeyAlone.mxHosts[0], expired);
    setTlsa(byKeyAlone, [&](const Certificate &certificate) { return QList{keyRecord(certificate), keyRecord(expired)}; });
    QCOMPARE(keys(byKeyAlone), (QList<std::optional<State>>{State::Good, State::Good}));
    facts.witness.programBuilt = observedThen().addDays(30); // this computer's clock is wrong
    QCOMPARE(keys(facts), (QList<std::optional<State>>{State::Good, State::NotTested}));
}

void RowsViewTest::certificatesAreMergedAndSortedByExpiry()
{
    DomainFacts facts = goodFacts();
    forMxSessions(facts, [](TlsSession &session) {
        replaceLeaf(session,
                    certificateFor({u"mx1.good.example"_s, u"mx2.good.example"_s}, observedThen().addDays(-30), observedThen().addDays(3)));
    });
    const QList<CertificateUse> uses = certificatesOf(judge(facts, observedThen()));
    QCOMPARE(uses.size(), 2);
    QCOMPARE(uses[0].users.size(), 4);
    QVERIFY(uses[0].leaf.notAfter < uses[1].leaf.notAfter);
    const QList<Row> groups = expiryRows(uses, observedThen());
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups[0].children[0].cells[0].state, State::Attention);
    QCOMPARE(groups[1].children[0].cells[0].state, State::Good);
    QCOMPARE(certificateRows(uses, observedThen().addDays(10))[0].cells[1].state, State::Broken);
}

void RowsViewTest::everyRecordIsShownWithItsStatus()
{
    DomainFacts facts = goodFacts();
    setTlsa(facts, [](const Certificate &certificate) { return QList{keyRecord(certificate)}; });
    const QList<Row> rows = recordRows(facts);
    for (const Finding &finding : judge(facts, observedThen()).findings) {
        if (finding.evidence.contains(u"/tlsa/"_s))
            QVERIFY2(lookupAt(facts, finding.evidence), qPrintable(finding.evidence));
    }
    QVERIFY(lookupAt(facts, u"/mxHosts/1/tlsa/0"_s));
    QCOMPARE(rows[0].pointer, u"/sts"_s);
    QCOMPARE(rows[0].children.size(), 1);
    QVERIFY(rows[0].children[0].cells[3].text.contains(u"v=STSv1"_s));
    QCOMPARE(rows[0].cells[4].state, State::Good);
    for (const Row &row : rows)
        QVERIFY(lookupAt(facts, row.pointer));
    QVERIFY(!lookupAt(facts, u"/apexTxt"_s));
}

void RowsViewTest::evidenceTreePointersLeadToTheirText()
{
    const DomainFacts facts = goodFacts();
    RowsModel model({u"A"_s, u"B"_s});
    model.setRows(evidenceRows(evidenceAt(facts, {}).toUtf8()));
    const QModelIndex index = model.indexOfPointer(u"/mxHosts/1/probes/0"_s);
    QVERIFY(index.isValid());
    QVERIFY(!evidenceAt(facts, model.rowAt(index)->pointer).isEmpty());
    // RFC 6901: a slash in a key is ~1.
    model.setRows(evidenceRows("{\"a/b\": {\"~c\": 1}}"));
    QVERIFY(model.indexOfPointer(u"/a~1b/~0c"_s).isValid());
    // The limit holds.
    QCOMPARE(evidenceRows("[1,2,3,4,5]", 3).size(), 3);
}

void RowsViewTest::noHeadingIsCutOff()
{
    RowsView view(u"headings"_s, u"headings"_s, {u"Errors / warnings of this domain"_s, u"Last"_s});
    view.setColumnWidths({4, 4});
    QVERIFY(view.header()->sectionSize(0) >= view.header()->sectionSizeHint(0));
}

void RowsViewTest::columnsGrowWithTheirContentsUntilSomebodySetsThem()
{
    RowsView view(u"grow"_s, u"grow"_s, {u"A"_s, u"B"_s, u"C"_s});
    view.resize(900, 300);
    view.setColumnWidths({20, 20, 20});
    const int initial = view.header()->sectionSize(0);
    const QString longer(24, u'n');
    view.header()->resizeSection(1, initial - 5);
    view.setRows({Row{u"1"_s, {Cell{longer}, Cell{longer}, Cell{longer}}}});
    const int grown = view.header()->sectionSize(0);
    QVERIFY(grown > initial);
    QCOMPARE(view.header()->sectionSize(1), initial - 5);
    view.setRows({Row{u"1"_s, {Cell{QString(5000, u'n')}, Cell{u"b"_s}, Cell{u"c"_s}}}});
    QVERIFY(view.header()->sectionSize(0) <= initial * 3 / 2);
    view.setRows({Row{u"1"_s, {Cell{u"a"_s}, Cell{u"b"_s}, Cell{u"c"_s}}}});
    QVERIFY2(view.header()->sectionSize(0) >= grown, "a column that shrinks makes the page jump");
}

void RowsViewTest::theLastColumnTakesWhatIsLeftAndNoLessThanItNeeds()
{
    RowsView view(u"test"_s, u"Test"_s, {u"One"_s, u"Two"_s});
    view.setColumnWidths({10, 20});
    view.resize(600, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto last = [&view] { return view.header()->sectionSize(1); };
    view.setRows({Row{u"1"_s, {Cell{u"a"_s}, Cell{u"encrypted, not verified"_s}}}});
    QCOMPARE(view.header()->sectionPosition(1) + last(), view.viewport()->width());
    view.resize(160, 200);
    QVERIFY2(last() >= view.fontMetrics().horizontalAdvance(u"encrypted, not verified"_s), "it scrolls sideways before a word is cut off");
    view.setRows({Row{u"1"_s, {Cell{u"a"_s}, Cell{QString(5000, u'n')}}}});
    QVERIFY(last() < 600);
    view.resize(600, 200);
    QVERIFY(view.header()->sectionPosition(1) + last() >= view.viewport()->width());
    RowsView sentences(u"test"_s, u"Test"_s, {u"One"_s, u"Two"_s});
    sentences.setColumnWidths({10, 0});
    sentences.resize(300, 200);
    sentences.show();
    QVERIFY(QTest::qWaitForWindowExposed(&sentences));
    sentences.setRows({Row{u"1"_s, {Cell{u"a"_s}, Cell{QString(5000, u'n')}}}});
    QCOMPARE(sentences.header()->sectionPosition(1) + sentences.header()->sectionSize(1), sentences.viewport()->width());
}

void RowsViewTest::choosingARowScrollsUpAndDownOnly()
{
    RowsView view(u"test"_s, u"Test"_s, {u"One"_s, u"Two"_s});
    view.setColumnWidths({30, 60});
    view.resize(160, 120);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QList<Row> rows;
    for (int i = 0; i < 50; ++i)
        rows.append(Row{QString::number(i), {Cell{u"a"_s}, Cell{u"b"_s}}});
    view.setRows(rows);
    view.setCurrentIndex(view.model()->index(49, 1));
    QVERIFY(view.verticalScrollBar()->value() > 0);
    QCOMPARE(view.horizontalScrollBar()->value(), 0);
}

void RowsViewTest::sendersSayWhyAndWhatWouldPleaseThem()
{
    DomainFacts facts = goodFacts();
    setPolicy(facts, policyText("enforce") + "x-report: https://good.example/\n");
    const DomainAudit audit = judge(facts, observedThen());
    int refusing = 0;
    for (const Row &row : senderTableRows(audit)) {
        const bool refuses = row.key == u"go-mtasts"_s;
        refusing += refuses ? 1 : 0;
        if (refuses) {
            QCOMPARE(row.cells[2].state, std::optional(State::Broken));
            QVERIFY(row.cells[3].text.contains(u"line 6"_s));
            QCOMPARE(row.pointer, u"/fetches/0/body"_s);
        }
        QVERIFY(!row.cells[4].text.isEmpty());
        QCOMPARE(row.cells[2].state == State::NotTested, row.key == u"mimecast"_s || row.key == u"large-providers"_s);
    }
    QCOMPARE(refusing, 1);
    QCOMPARE(senderAdviceLines(audit).size(), 1);
    QVERIFY(senderTableRows(judge(factsWithoutSts(), observedThen())).isEmpty());
}

void RowsViewTest::mailFaresByWhatASenderChecks()
{
    DomainFacts facts = goodFacts();
    setTlsa(facts, [](const Certificate &) { return QList<TlsaRecord>{{3, 1, 1, QByteArray(32, 'x')}}; });
    facts.mxHosts[0].tlsa = {
        tlsaLookup(u"_25._tcp.mx1.good.example"_s, {keyRecord(facts.mxHosts[0].probes[0].tls.chain.first())}, Security::Secure)};
    const QList<Row> rows = deliveryRows(judge(facts, observedThen()));
    QCOMPARE(rows.size(), 3); // the domain, and its two servers
    const auto states = [](const Row &row) {
        QList<std::optional<State>> list;
        for (const Cell &cell : row.cells.mid(1))
            list.append(cell.state);
        return list;
    };
    const QList<std::optional<State>> good{State::Good, State::Good, State::Good, std::nullopt};
    const QList<std::optional<State>> stale{State::Broken, State::Broken, State::Good, std::nullopt};
    QCOMPARE(states(rows[0]), good); // whoever checks DANE passes the second over
    QCOMPARE(states(rows[1]), good);
    QCOMPARE(states(rows[2]), stale);
    QCOMPARE(rows[2].pointer, u"/mxHosts/1"_s);
}

QTEST_MAIN(RowsViewTest)
#include "tst_rowsview.moc"
