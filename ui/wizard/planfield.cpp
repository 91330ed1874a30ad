// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/planfield.h"

#include "ui/widgets/fieldnote.h"
#include <QLineEdit>
#include <QPlainTextEdit>

namespace mta
{

PlanField::PlanField(WizardStep *step, QWidget *field, FieldNote *note, const QString &change, Read read, Write write)
    : QObject(step), m_step(step), m_field(field), m_note(note), m_change(change), m_read(std::move(read)), m_write(std::move(write))
{
    if (auto *line = qobject_cast<QLineEdit *>(field))
        connect(line, &QLineEdit::textChanged, this, &PlanField::take);
    else if (auto *lines = qobject_cast<QPlainTextEdit *>(field))
        connect(lines, &QPlainTextEdit::textChanged, this, &PlanField::take);
}

void PlanField::show(const WizardContext &context)
{
    const bool other = m_planId != context.planId;
    const QString written = m_write(context.plan);
    const bool follows = other || m_written != written;
    m_planId = context.planId;
    m_plan = context.plan;
    m_written = written;
    if (follows) {
        const auto left = context.unusable.constFind(m_field->objectName());
        const QString fault = other && left != context.unusable.cend() ? m_read(m_plan, *left).fault : QString();
        const Taken taken = m_read(m_plan, text());
        if (!fault.isEmpty())
            setText(*left);
        else if (other || !taken.fault.isEmpty() || taken.plan != m_plan)
            setText(written);
        m_fault = fault;
        if (fault.isEmpty() && left != context.unusable.cend())
            emit m_step->unusable(m_field->objectName(), std::nullopt);
    }
    say();
}

void PlanField::forget()
{
    m_written.reset();
}

void PlanField::take()
{
    const QString typed = text();
    const Taken taken = m_read(m_plan, typed);
    m_fault = taken.fault;
    say();
    emit m_step->unusable(m_field->objectName(), taken.fault.isEmpty() ? std::nullopt : std::optional(typed));
    if (taken.fault.isEmpty())
        emit m_step->changed(taken.plan, m_change);
}

void PlanField::say()
{
    if (!m_fault.isEmpty())
        m_note->say(State::Broken, m_fault, m_field);
    else
        m_note->say(State::Attention, m_advice ? m_advice(m_plan) : QString(), m_field);
}

QString PlanField::text() const
{
    const auto *line = qobject_cast<QLineEdit *>(m_field);
    return line ? line->text() : qobject_cast<QPlainTextEdit *>(m_field)->toPlainText();
}

void PlanField::setText(const QString &text)
{
    const QSignalBlocker quiet(m_field);
    if (auto *line = qobject_cast<QLineEdit *>(m_field); line && line->text() != text)
        line->setText(text);
    else if (auto *lines = qobject_cast<QPlainTextEdit *>(m_field); lines && lines->toPlainText() != text)
        lines->setPlainText(text);
}

} // namespace mta
