// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"

namespace mta::cli
{

/// A command of `mta-sts`: what it says of itself, and what it does with what was typed after it. `run` returns the exit status.
struct Command {
    Help (*help)();
    int (*run)(const Arguments &arguments);
};

Help auditHelp();
Help judgeHelp();
Help diffHelp();
Help scrubHelp();
Help rulesHelp();
Help policyLintHelp();
Help policyFixHelp();
Help policyFormatHelp();
Help recordLintHelp();
Help recordFixHelp();
Help matchHelp();
Help planNewHelp();
Help planCheckHelp();
Help planStepsHelp();
Help planDueHelp();
Help planAdoptHelp();
Help planExportHelp();
Help planPublishHelp();

int runAudit(const Arguments &arguments);
int runJudge(const Arguments &arguments);
int runDiff(const Arguments &arguments);
int runScrub(const Arguments &arguments);
int runRules(const Arguments &arguments);
int runPolicyLint(const Arguments &arguments);
int runPolicyFix(const Arguments &arguments);
int runPolicyFormat(const Arguments &arguments);
int runRecordLint(const Arguments &arguments);
int runRecordFix(const Arguments &arguments);
int runMatch(const Arguments &arguments);
int runPlanNew(const Arguments &arguments);
int runPlanCheck(const Arguments &arguments);
int runPlanSteps(const Arguments &arguments);
int runPlanDue(const Arguments &arguments);
int runPlanAdopt(const Arguments &arguments);
int runPlanExport(const Arguments &arguments);
int runPlanPublish(const Arguments &arguments);

} // namespace mta::cli
