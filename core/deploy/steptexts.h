// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planner.h"

namespace mta
{

/// Fills in what follows from the kind of a step: its values and the rules that it is checked by.
void describe(DeploymentStep &step);

// Sentences in the user's language, placeholders filled with visible text (context "Steps").
QString stepTitle(const DeploymentStep &step);       ///< what is done: "Publish the new policy file"
QString stepExplanation(const DeploymentStep &step); ///< how, and why here
QString stepRollback(const DeploymentStep &step);    ///< what to do instead when it shows trouble
QString waitText(const StepWait &wait);              ///< why to wait, and until when
/// What may be said of the earlier time; empty without one.
QString usuallyText(const DeploymentStep &step);

} // namespace mta
