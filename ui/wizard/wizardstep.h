// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/plan.h"
#include "ui/theme.h"
#include <QVariantMap>
#include <QWidget>
#include <optional>

namespace mta
{

/// What the pages of the wizard see: the plan, and the domain as it was last found.
struct WizardContext {
    int planId = 0; ///< of the desk: two plans may be of one domain
    Plan plan;
    std::optional<DomainAudit> audit; ///< the latest that is complete
    QString trouble;                  ///< why it could not be looked at, already translated; empty without
    bool running = false;             ///< more of it is to come
    QDateTime now;
    QString planPath;                ///< of its file; empty until it is saved
    QMap<QString, QString> unusable; ///< what was left in fields and cannot be used, by the names of the fields
    QVariantMap way;                 ///< how far somebody was on the way, see keptWay()
};

/// How far a page is.
struct StepMark {
    State state = State::NotTested; ///< NotTested: nothing to say yet
    QString text;                   ///< a few words, "2 of 3 covered"
};

/// One page of the wizard: shows a part of the plan and takes changes of it. A value that cannot be used is told at its field, and stays
/// in the field (see PlanField); the plan keeps the last one that could.
class WizardStep : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual QString title() const = 0;
    /// Sets all fields that do not say the same already; changes nothing.
    virtual void show(const WizardContext &context) = 0;
    virtual StepMark mark(const WizardContext &context) const = 0;

signals:
    /// Changes of the same name, one after the other, are undone together.
    void changed(const mta::Plan &plan, const QString &name);
    /// What stands in a field and cannot be used, to be found again; absent: it can.
    void unusable(const QString &field, const std::optional<QString> &text);
    /// How far somebody is on the way, to go on from there.
    void wayKept(const QVariantMap &way);
    void auditWanted(bool deep);
    void told(State state, const QString &text);
    void saveWanted();
};

} // namespace mta
