// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRadioButton>

namespace mta
{

/// A radio button whose text goes on in a second line where there is no room for it, which Qt's own does not do.
class WrappingRadio : public QRadioButton
{
    Q_OBJECT

public:
    explicit WrappingRadio(const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QStringList linesFor(int width) const;

    const QString m_whole;
};

} // namespace mta
