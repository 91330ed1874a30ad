// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/domaininput.h"
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mta
{

/// Where a domain, an e-mail address, a URL or a list is typed or pasted. What cannot be used is said below the field.
class DomainBox : public QWidget
{
    Q_OBJECT

public:
    DomainBox(QAbstractItemModel *recent, bool large, QWidget *parent = nullptr);
    void setText(const QString &text);
    void setButtonText(const QString &text); ///< instead of "Audit"
    QString text() const;
    void activate(); ///< focus, everything selected
    QString message() const;
    QLineEdit *field() const { return m_field; }

signals:
    void submitted(const mta::DomainInput &input);

private:
    void submit();
    void explain();

    QLineEdit *m_field;
    QPushButton *m_button;
    QLabel *m_message;
};

} // namespace mta
