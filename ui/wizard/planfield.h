// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/wizardstep.h"
#include <functional>

namespace mta
{

class FieldNote;

/// What a text makes of a plan, or why it cannot be used.
struct Taken {
    Plan plan;
    QString fault; ///< one sentence; empty: `plan` says what the text says
};

/// A field of the wizard (one line or several) that shows a part of the plan and takes changes of it. What somebody types stays as it is
/// typed as long as it means what the plan says. What cannot be used is told at the field and stays in it until the plan says something
/// else there; whoever goes to another plan and comes back finds it again.
class PlanField : public QObject
{
    Q_OBJECT

public:
    using Read = std::function<Taken(const Plan &plan, const QString &text)>;
    using Write = std::function<QString(const Plan &plan)>; ///< what stands in the field where nobody typed

    /// `change`: the name of the changes that typing makes, see WizardStep::changed(). `field` has an object name.
    PlanField(WizardStep *step, QWidget *field, FieldNote *note, const QString &change, Read read, Write write);
    /// Something that is good to know of a value that can be used.
    void setAdvice(const std::function<QString(const Plan &plan)> &advice) { m_advice = advice; }
    void show(const WizardContext &context);
    /// What stands there counts for nothing any more: the field shows what the plan says.
    void forget();

private:
    void take();
    void say();
    QString text() const;
    void setText(const QString &text);

    WizardStep *m_step;
    QWidget *m_field;
    FieldNote *m_note;
    QString m_change;
    Read m_read;
    Write m_write;
    std::function<QString(const Plan &)> m_advice;
    int m_planId = 0;
    Plan m_plan;
    std::optional<QString> m_written; ///< what the plan said when it was last shown
    QString m_fault;                  ///< of what stands there
};

} // namespace mta
