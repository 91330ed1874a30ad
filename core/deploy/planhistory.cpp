// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/planhistory.h"

namespace mta
{

void PlanHistory::change(const Plan &plan, const QString &name)
{
    if (plan == current())
        return;
    const bool joins = m_joining && m_position > 0 && !name.isEmpty() && name == m_states.at(m_position).name;
    m_states.resize(m_position + 1);
    if (joins) {
        m_states.last().plan = plan;
    } else {
        m_states.append({plan, name});
        if (m_states.size() > maxPlanSteps)
            m_states.removeFirst();
        m_position = m_states.size() - 1;
    }
    m_joining = true;
    for (State &state : m_states)
        state.plan.published = plan.published;
}

bool PlanHistory::learn(const std::function<Plan(const Plan &)> &know)
{
    const Plan before = current();
    for (State &state : m_states)
        state.plan = know(state.plan);
    return current() != before;
}

void PlanHistory::undo()
{
    if (canUndo())
        --m_position;
    m_joining = false;
}

void PlanHistory::redo()
{
    if (canRedo())
        ++m_position;
    m_joining = false;
}

void PlanHistory::saved()
{
    m_saved = current();
    m_everSaved = true;
    m_joining = false;
}

} // namespace mta
