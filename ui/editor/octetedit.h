// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/codeview.h"

class QSyntaxHighlighter;

namespace mta
{

/// What is said of one place of a text.
struct Remark {
    int line = 1;   ///< 1-based
    int column = 1; ///< 1-based, octets
    State state = State::Attention;
    QString text; ///< one sentence

    bool operator==(const Remark &) const = default;
};

/// Named limit, octets: twice what senders read of a policy (RFC 8461 §3.3).
inline constexpr qsizetype maxEditedText = 128 * 1024;

/// An editor that loses no octet: what is no text is shown by signs (core/base/editabletext.h), line ends are kept as they are.
class OctetEdit : public CodeView
{
    Q_OBJECT

public:
    explicit OctetEdit(const QString &accessibleName, QWidget *parent = nullptr);
    QByteArray octets() const;
    /// Another text, and nothing to be undone.
    void reset(const QByteArray &octets);
    /// One step that can be undone; only what differs is touched, so that the cursor keeps its place.
    void change(const QByteArray &octets);
    void setRemarks(const QList<Remark> &remarks);
    void goTo(int line, int column); ///< as in a Remark

signals:
    void pasteRefused(); ///< the text would be more than maxEditedText

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void breakLine();
    QTextCursor cursorAt(int line, int column) const;

    QSyntaxHighlighter *m_signs = nullptr;
    QList<Remark> m_remarks;
};

} // namespace mta
