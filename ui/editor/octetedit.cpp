// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/editor/octetedit.h"

#include "base/editabletext.h"
#include "ui/words.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QToolTip>
#include <algorithm>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isSign(QChar c)
{
    return c == carriageReturnSign || (c >= QChar(0x2800) && c <= QChar(0x28FF));
}

/// Line ends recede, other signs stand out.
class Signs : public QSyntaxHighlighter
{
public:
    explicit Signs(QPlainTextEdit *edit) : QSyntaxHighlighter(edit->document()), m_edit(edit) {}

protected:
    void highlightBlock(const QString &line) override
    {
        const Colours &colours = coloursOf(m_edit->palette());
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (!isSign(line[i]))
                continue;
            const bool lineEnd = line[i] == carriageReturnSign && i == line.size() - 1;
            QTextCharFormat format;
            format.setForeground(lineEnd ? colours.muted : colours.state(State::Attention));
            setFormat(static_cast<int>(i), 1, format);
        }
    }

private:
    QPlainTextEdit *m_edit;
};

} // namespace

OctetEdit::OctetEdit(const QString &accessibleName, QWidget *parent) : CodeView(accessibleName, parent)
{
    setReadOnly(false);
    setTextInteractionFlags(Qt::TextEditorInteraction);
    setTabChangesFocus(true); // the way out for those without a mouse; policies have no tabs
    setNumbered(true);
    m_signs = new Signs(this);
}

QByteArray OctetEdit::octets() const
{
    // Not toPlainText(): it replaces characters.
    QStringList lines;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines.append(block.text());
    return octetsOf(lines.join(u'\n'));
}

void OctetEdit::reset(const QByteArray &octets)
{
    m_remarks.clear();
    setMarks({});
    setUnderlined({});
    setPlainText(editableText(octets));
}

void OctetEdit::change(const QByteArray &octets)
{
    const QString before = editableText(this->octets());
    const QString after = editableText(octets);
    if (before == after)
        return;
    const qsizetype shorter = std::min(before.size(), after.size());
    const qsizetype head = std::mismatch(before.cbegin(), before.cbegin() + shorter, after.cbegin()).first - before.cbegin();
    const qsizetype tail = std::mismatch(before.crbegin(), before.crbegin() + (shorter - head), after.crbegin()).first - before.crbegin();
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(after.sliced(head, after.size() - tail - head));
}

QTextCursor OctetEdit::cursorAt(int line, int column) const
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    QTextCursor cursor(block.isValid() ? block : document()->lastBlock());
    if (block.isValid())
        cursor.setPosition(block.position() + static_cast<int>(positionOfColumn(block.text(), column)));
    return cursor;
}

void OctetEdit::goTo(int line, int column)
{
    setTextCursor(cursorAt(line, column));
    ensureCursorVisible();
}

void OctetEdit::setRemarks(const QList<Remark> &remarks)
{
    m_remarks = remarks;
    const Colours &colours = coloursOf(palette());
    QMap<int, State> marks;
    QList<QTextEdit::ExtraSelection> places;
    for (const Remark &remark : remarks) {
        State &mark = marks.insert(remark.line - 1, marks.value(remark.line - 1, remark.state)).value();
        if (remark.state == State::Broken)
            mark = remark.state;
        QTextEdit::ExtraSelection place;
        place.cursor = cursorAt(remark.line, remark.column);
        place.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        place.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        place.format.setUnderlineColor(colours.state(remark.state));
        places.append(place);
    }
    setMarks(marks);
    setUnderlined(places);
}

bool OctetEdit::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return CodeView::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = cursorForPosition(viewport()->mapFrom(this, help->pos())).blockNumber() + 1;
    QStringList texts;
    for (const Remark &remark : std::as_const(m_remarks)) {
        if (remark.line == line)
            texts.append(remark.text);
    }
    QToolTip::showText(help->globalPos(), texts.isEmpty() ? QString() : plainToolTip(texts.join(u"\n\n"_s)), this);
    return true;
}

void OctetEdit::changeEvent(QEvent *event)
{
    CodeView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_signs)
        return;
    m_signs->rehighlight();
    setRemarks(m_remarks);
}

void OctetEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier | Qt::ShiftModifier)))
        breakLine();
    else
        CodeView::keyPressEvent(event);
}

void OctetEdit::breakLine()
{
    // New lines end as their neighbours do.
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QTextBlock block = cursor.block();
    const bool here = block.text().endsWith(carriageReturnSign);
    const bool above = block.previous().isValid() && block.previous().text().endsWith(carriageReturnSign);
    if (here && cursor.atBlockEnd())
        cursor.movePosition(QTextCursor::PreviousCharacter);
    cursor.insertText(here || (above && !block.next().isValid()) ? QString(carriageReturnSign + u"\n"_s) : u"\n"_s);
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

QMimeData *OctetEdit::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    const QString selected = textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    copied->setText(QString::fromUtf8(octetsOf(selected)));
    return copied;
}

bool OctetEdit::canInsertFromMimeData(const QMimeData *source) const
{
    // Files that are dropped are the window's business.
    return source->hasText() && !source->hasUrls();
}

void OctetEdit::insertFromMimeData(const QMimeData *source)
{
    const QByteArray octets = source->text().toUtf8();
    const qsizetype replaced = octetsOf(textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n')).size();
    if (this->octets().size() - replaced + octets.size() > maxEditedText) {
        emit pasteRefused();
        return;
    }
    textCursor().insertText(editableText(octets));
    ensureCursorVisible();
}

} // namespace mta
