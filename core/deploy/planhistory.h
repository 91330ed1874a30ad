// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"
#include <functional>

namespace mta
{

/// Named limit: beyond it the oldest states cannot be reached any more.
inline constexpr int maxPlanSteps = 200;

/// A plan that is being worked on, with what it was before: undo and redo. Never empty.
class PlanHistory
{
public:
    explicit PlanHistory(const Plan &plan = {}) : m_states{{plan, {}}} {}

    const Plan &current() const { return m_states.at(m_position).plan; }
    /// Makes `plan` the current one; what was undone cannot be redone after that. Changes that have the same name, not empty, and come one
    /// after the other, such as the letters typed into a field, are undone together. A plan that is the same is no change. What it says was
    /// published is no wish and cannot be undone: it is so in every state.
    void change(const Plan &plan, const QString &name = {});
    /// Something was found out that is so whatever is wished for: every state, also those that can be redone, becomes what `know` makes of
    /// it. No change that could be undone. Whether the current state is another one now.
    bool learn(const std::function<Plan(const Plan &)> &know);

    bool canUndo() const { return m_position > 0; }
    bool canRedo() const { return m_position + 1 < m_states.size(); }
    void undo();
    void redo();

    /// The current state is the one in the file.
    void saved();
    bool changed() const { return current() != m_saved || !m_everSaved; }

private:
    struct State {
        Plan plan;
        QString name; ///< of the change that led here
    };
    QList<State> m_states;
    qsizetype m_position = 0;
    bool m_joining = false; ///< the last thing that happened was a change, so that another may join it
    Plan m_saved;
    bool m_everSaved = false;
};

} // namespace mta
