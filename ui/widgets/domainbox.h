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
    /// For something that is done with one domain, instead of audits of any number. `description`: of the button.
    void takeOne(const QString &doing, const QString &description);
    QString text() const;
    void activate(); ///< focus, everything selected
    QString message() const;
    QLineEdit *field() const { return m_field; }

signals:
    void submitted(const mta::DomainInput &input);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void submit();
    void explain();
    void say(const QString &trouble);

    QLineEdit *m_field;
    QPushButton *m_button;
    QLabel *m_message;
    bool m_one = false;
};

} // namespace mta
