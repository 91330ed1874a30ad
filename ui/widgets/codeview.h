// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"
#include <QMap>
#include <QPlainTextEdit>

namespace mta
{

/// Text off the wire: monospace, read-only (but see OctetEdit), with line numbers and marks in the margin where wanted.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(const QString &accessibleName, QWidget *parent = nullptr);
    void setNumbered(bool numbered);
    void setLines(const QStringList &lines, const QMap<int, State> &marks); ///< marks by 0-based line
    void setMarks(const QMap<int, State> &marks);
    void setUnderlined(const QList<QTextEdit::ExtraSelection> &places);
    int currentLine() const; ///< 0-based
    void setCurrentLine(int line);

signals:
    void currentLineChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Margin;
    int marginWidth() const;
    void paintMargin(QPaintEvent *event);
    void layoutMargin();
    void highlight();

    QWidget *m_margin;
    QMap<int, State> m_marks;
    QList<QTextEdit::ExtraSelection> m_underlined;
    bool m_numbered = false;
};

} // namespace mta
