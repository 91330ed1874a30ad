// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include <QScrollArea>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace mta
{

class CodeView;

/// One finding explained: what was seen, why it matters, what to do, where the standard says so.
class FindingDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit FindingDetail(QWidget *parent = nullptr);
    void showFinding(const DomainAudit &audit, const Finding &finding);
    void showUndetermined(const DomainAudit &audit, const QString &ruleId);
    void showNothing(const QString &text);

signals:
    void evidenceWanted(const QString &pointer);
    void copyWanted();

private:
    void setCitations(const QString &citation);
    void setBadge(const QIcon &icon, const QString &word, const QColor &colour);

    QWidget *m_empty;
    QLabel *m_emptyText;
    QWidget *m_content;
    QLabel *m_badgeIcon;
    QLabel *m_badge;
    QLabel *m_title;
    QLabel *m_subject;
    QLabel *m_whyHeading;
    QLabel *m_why;
    QLabel *m_remedyHeading;
    QLabel *m_remedy;
    QLabel *m_seenHeading;
    CodeView *m_seen;
    QHBoxLayout *m_citations;
    QLabel *m_rule;
    QPushButton *m_evidence;
    QPushButton *m_copy;
    QString m_pointer;
};

} // namespace mta
