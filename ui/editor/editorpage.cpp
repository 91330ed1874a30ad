// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/editor/editorpage.h"

#include "base/editabletext.h"
#include "mtasts/policyterms.h"
#include "ui/background.h"
#include "ui/editor/octetedit.h"
#include "ui/findings/findingdetail.h"
#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/rowsview.h"
#include "ui/words.h"
#include <QAbstractItemView>
#include <QComboBox>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Named limit: of more findings than anybody reads, the rest is told by number.
constexpr qsizetype maxShownFindings = 500;

struct MendedLines {
    QStringList lines; ///< those that a mend changes, as they will be; where they will be gone, as they are
    bool gone = false;
};

MendedLines mendedLines(const QByteArray &octets, const Mend &mend)
{
    const QByteArray after = withEdits(octets, mend.edits);
    const QList<QByteArray> before = octets.split('\n');
    const QList<QByteArray> lines = after.split('\n');
    const qsizetype fewer = qMin(before.size(), lines.size());
    qsizetype head = 0;
    while (head < fewer && before[head] == lines[head])
        ++head;
    qsizetype tail = 0;
    while (tail < fewer - head && before[before.size() - 1 - tail] == lines[lines.size() - 1 - tail])
        ++tail;
    const bool gone = lines.size() == head + tail;
    const QList<QByteArray> shown =
        gone ? before.sliced(head, before.size() - tail - head) : lines.sliced(head, lines.size() - tail - head);
    return {editableText(shown.join('\n')).split(u'\n'), gone};
}

/// In the rows that they take when they are wrapped at that width.
int wrappedRows(const QStringList &lines, const QFontMetrics &font, int width)
{
    int rows = 0;
    for (const QString &line : lines)
        rows += 1 + font.horizontalAdvance(line.left(1000)) / qMax(1, width);
    return rows;
}

Row rowOf(const LintFinding &lint, int index)
{
    const QString place = u"%1:%2"_s.arg(lint.line).arg(lint.column);
    Cell where{place, {}, true, false, lint.line * 1e6 + lint.column};
    Cell what{findingMessage(lint.finding), {}, false, false, static_cast<int>(lint.finding.severity)};
    if (lint.finding.severity == Severity::Note)
        what.iconName = u"note"_s;
    else
        what.state = severityState(lint.finding.severity);
    Row row{u"%1 %2"_s.arg(lint.finding.ruleId, place), {where, what}};
    row.tag = index;
    return row;
}

/// Editors and clipboards end a text with a line end that no TXT record has.
QByteArray lineEnd(const QByteArray &record)
{
    return record.endsWith("\r\n") ? "\r\n" : record.endsWith('\n') ? "\n" : "";
}

QByteArray withoutLineEnd(const QByteArray &record)
{
    return record.chopped(lineEnd(record).size());
}

QPushButton *barButton(const QString &iconName, const QString &text)
{
    auto *button = new QPushButton(icon(iconName), text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

EditorPage::EditorPage(const QString &draftFile, QWidget *parent)
    : QWidget(parent),
      m_keeper(draftFile),
      m_kind(new QComboBox),
      m_name(new ElidedLabel),
      m_edit(new OctetEdit(tr("Policy or record"))),
      m_stateIcon(plainLabel({})),
      m_status(textBlock({})),
      m_list(new RowsView(u"editorFindings"_s, tr("Findings about the text"), {tr("Line"), tr("Finding")})),
      m_detail(new FindingDetail),
      m_mendText(textBlock({})),
      m_mendPreview(new CodeView(tr("The line when it is mended"))),
      m_mend(primaryButton(tr("Mend"))),
      m_mendAll(barButton(u"good"_s, tr("Mend all that is clear"))),
      m_tidy(barButton(u"policy"_s, tr("Tidy"))),
      m_lookSoon(new QTimer(this)),
      m_keepSoon(new QTimer(this))
{
    m_edit->setObjectName(u"editorText"_s);
    m_edit->setPlaceholderText(tr("Type or paste a policy file or a TXT record here, or open a file."));
    m_list->setColumnWidths({7, 40});
    m_list->setEmptyText(tr("Nothing to say about the text."));
    m_lookSoon->setSingleShot(true);
    m_lookSoon->setInterval(60);
    m_keepSoon->setSingleShot(true);
    m_keepSoon->setInterval(400);

    auto *state = new QHBoxLayout;
    state->setSpacing(2 * grid);
    state->addWidget(m_stateIcon, 0, Qt::AlignTop);
    state->addWidget(m_status, 1);
    auto *left = new QWidget;
    auto *written = new QVBoxLayout(left);
    written->setContentsMargins(0, 0, 0, 0);
    written->setSpacing(2 * grid);
    written->addWidget(m_edit, 1);
    written->addLayout(state);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(5 * grid, 3 * grid, 5 * grid, 3 * grid);
    page->setSpacing(2 * grid);
    page->addWidget(buildBar());
    QSplitter *said = splitter(Qt::Vertical, u"editorFindingsSplitter"_s, {m_list, buildDetail()}, {2, 3});
    page->addWidget(splitter(Qt::Horizontal, u"editorSplitter"_s, {left, said}, {3, 2}), 1);

    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_lookSoon->start();
        m_keepSoon->start();
        showName();
    });
    connect(m_edit, &OctetEdit::pasteRefused, this, [this] {
        emit told(State::Attention,
                  tr("Nothing was pasted: the text is larger than any policy or record may be. The text here is unchanged."));
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EditorPage::look);
    connect(m_kind, &QComboBox::activated, this, [this] { m_kindChosen = true; });
    connect(m_lookSoon, &QTimer::timeout, this, &EditorPage::look);
    connect(m_keepSoon, &QTimer::timeout, this, &EditorPage::keepDraft);
    connect(m_list, &RowsView::currentRowChanged, this, &EditorPage::showCurrent);
    connect(m_list, &RowsView::rowActivated, this, [this] {
        if (const LintFinding *lint = current())
            m_edit->goTo(lint->line, lint->column);
        m_edit->setFocus();
    });
    connect(m_mend, &QPushButton::clicked, this, &EditorPage::mendCurrent);
    connect(m_mendAll, &QPushButton::clicked, this, &EditorPage::mendAll);
    connect(m_tidy, &QPushButton::clicked, this, &EditorPage::tidy);

    if (const std::optional<Draft> kept = m_keeper.load())
        restore(*kept);
    showName();
    look();
}

EditorPage::~EditorPage()
{
    keepDraft();
}

QWidget *EditorPage::buildBar()
{
    // In the order of EditedKind.
    m_kind->addItems({tr("Policy file"), tr("TXT record")});
    m_kind->setAccessibleName(tr("What the text is"));
    m_kind->view()->setAccessibleName(m_kind->accessibleName());
    m_name->setFont(wireFont());
    QPushButton *open = barButton(u"open"_s, tr("Open\u2026"));
    QPushButton *saveHere = barButton(u"save"_s, tr("Save"));
    QPushButton *saveAs = barButton(u"save"_s, tr("Save as\u2026"));
    m_tidy->setToolTip(
        plainToolTip(tr("Writes the policy as the standard's examples do: version, mode, mx, max_age, lines that end in CR LF")));
    connect(open, &QPushButton::clicked, this, &EditorPage::chooseAndOpen);
    connect(saveHere, &QPushButton::clicked, this, &EditorPage::save);
    connect(saveAs, &QPushButton::clicked, this, &EditorPage::chooseAndSave);
    auto *bar = new QWidget;
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2 * grid);
    auto *files = new QHBoxLayout;
    files->setSpacing(2 * grid);
    files->addWidget(m_name, 1);
    for (QPushButton *button : {open, saveHere, saveAs})
        files->addWidget(button);
    auto *work = new QHBoxLayout;
    work->setSpacing(2 * grid);
    work->addWidget(m_kind);
    work->addWidget(m_mendAll);
    work->addWidget(m_tidy);
    work->addStretch(1);
    rows->addLayout(files);
    rows->addLayout(work);
    return bar;
}

QWidget *EditorPage::buildDetail()
{
    m_mendPreview->setFont(wireFont(Type::Small));
    m_mendPreview->setObjectName(u"mendPreview"_s);
    m_mendPreview->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_mendCard = card();
    auto *mend = new QVBoxLayout(m_mendCard);
    mend->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 3 * grid);
    mend->setSpacing(grid);
    mend->addWidget(m_mendText);
    mend->addWidget(m_mendPreview);
    mend->addWidget(m_mend, 0, Qt::AlignLeading);
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * grid);
    column->addWidget(m_mendCard);
    column->addWidget(m_detail, 1);
    return both;
}

QString EditorPage::status() const
{
    return m_status->text();
}

bool EditorPage::isPolicy() const
{
    return m_kind->currentIndex() == static_cast<int>(EditedKind::Policy);
}

bool EditorPage::isJudged() const
{
    return m_edit->octets() == m_judged;
}

/// What is pasted or typed into an empty page is checked as what it is, unless somebody has said what it is.
void EditorPage::followKind(const QByteArray &octets)
{
    m_kindChosen = m_kindChosen && !octets.isEmpty();
    const std::optional<EditedKind> kind = recognisedKind(octets);
    if (m_kindChosen || !kind)
        return;
    const QSignalBlocker quiet(m_kind);
    m_kind->setCurrentIndex(static_cast<int>(*kind));
}

void EditorPage::look()
{
    m_lookSoon->stop();
    const QByteArray octets = m_edit->octets();
    m_looked = octets;
    followKind(octets);
    const bool policy = isPolicy();
    m_tidy->setVisible(policy);
    m_edit->setLineWrapMode(policy ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth); // a record is one line, and often a long one
    if (octets.isEmpty()) {
        show({}, State::NotTested, tr("Findings appear here while you type."));
        return;
    }
    const QString subject = m_path.isEmpty() ? tr("this text") : QFileInfo(m_path).fileName();
    if (policy)
        inBackground(
            this, [octets, subject] { return lintPolicy(octets, subject); },
            [this, octets](const PolicyLint &lint) {
                if (octets == m_looked)
                    take(lint);
            });
    else
        inBackground(
            this, [octets, subject] { return lintRecord(withoutLineEnd(octets), subject); },
            [this, octets](const RecordLint &lint) {
                if (octets == m_looked)
                    take(lint);
            });
}

void EditorPage::take(const PolicyLint &lint)
{
    if (!isPolicy())
        return;
    m_tidy->setEnabled(lint.policy.valid());
    if (lint.policy.valid())
        show(lint.findings, State::Good, tr("Senders would honour this policy (RFC 8461 §3.2)."));
    else
        show(lint.findings, State::Broken, tr("Senders would not honour this policy: it is not valid (RFC 8461 §3.2)."));
}

void EditorPage::take(const RecordLint &lint)
{
    if (isPolicy())
        return;
    if (lint.kind == "other"_L1)
        show(lint.findings, State::Broken, tr("This is a record of neither MTA-STS (RFC 8461 §3.1) nor TLS-RPT (RFC 8460 §3)."));
    else if (lint.valid)
        show(lint.findings, State::Good,
             lint.kind == "mta-sts"_L1 ? tr("A valid record of MTA-STS (RFC 8461 §3.1).") : tr("A valid record of TLS-RPT (RFC 8460 §3)."));
    else
        show(lint.findings, State::Broken, tr("Senders would not use this record: it is not valid."));
}

void EditorPage::show(const QList<LintFinding> &findings, State state, const QString &text)
{
    m_judged = m_looked;
    m_findings = findings.first(qMin(findings.size(), maxShownFindings));
    QList<Row> rows;
    QList<Remark> remarks;
    bool sure = false;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        const LintFinding &lint = m_findings[i];
        rows.append(rowOf(lint, static_cast<int>(i)));
        sure = sure || lint.mend.sure;
        if (lint.finding.severity != Severity::Note)
            remarks.append({lint.line, lint.column, severityState(lint.finding.severity), findingMessage(lint.finding)});
    }
    m_list->setRows(rows);
    m_edit->setRemarks(remarks);
    m_mendAll->setEnabled(sure);
    m_stateIcon->setPixmap(stateIcon(state).pixmap(QSize(4 * grid + 2, 4 * grid + 2), devicePixelRatioF()));
    m_status->setText(text);
    if (!m_list->currentIndex().isValid() && !rows.isEmpty())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    showCurrent();
}

const LintFinding *EditorPage::current() const
{
    const Row *row = m_list->currentRow();
    return row && row->tag >= 0 && row->tag < m_findings.size() ? &m_findings[row->tag] : nullptr;
}

void EditorPage::showCurrent()
{
    const LintFinding *lint = current();
    m_mendCard->setVisible(lint && !lint->mend.edits.isEmpty());
    if (!lint) {
        m_detail->showNothing(m_edit->document()->isEmpty() ? tr("Each finding is explained here.") : QString());
        return;
    }
    m_detail->showFinding({}, lint->finding);
    const auto [lines, gone] = mendedLines(m_judged, lint->mend);
    m_mendText->setText(lint->mend.sure
                            ? gone ? tr("What was meant is clear. This would go:") : tr("What was meant is clear. The text would read:")
                        : gone ? tr("Probably this was meant; see whether it is so. This would go:")
                               : tr("Probably this was meant; see whether it is so. The text would read:"));
    m_mendPreview->setLines(lines, {});
    const QFontMetrics font = m_mendPreview->fontMetrics();
    m_mendPreview->setFixedHeight(
        font.lineSpacing() * qBound(1, wrappedRows(lines, font, m_mendPreview->viewport()->width() - 2 * grid), 5) + 5 * grid);
}

void EditorPage::mendCurrent()
{
    const LintFinding *lint = current();
    if (!lint || !isJudged())
        return;
    m_edit->change(withEdits(m_judged, lint->mend.edits));
    look();
}

void EditorPage::mendAll()
{
    if (!isJudged())
        return;
    m_edit->change(isPolicy() ? mendedPolicy(m_judged) : mendedRecord(withoutLineEnd(m_judged)) + lineEnd(m_judged));
    look();
}

void EditorPage::tidy()
{
    const std::optional<PolicyTerms> terms = termsOf(parsePolicy(m_edit->octets()));
    if (const std::optional<QByteArray> text = terms ? policyText(*terms) : std::nullopt)
        m_edit->change(*text);
    else
        emit told(State::Attention, tr("Only a valid policy can be tidied. Mend what stands in the list first."));
    look();
}

} // namespace mta
