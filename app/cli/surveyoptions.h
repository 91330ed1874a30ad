// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "net/realnetwork.h"
#include "survey/batch.h"

namespace mta::cli
{

/// How the network is asked: what all commands that ask it have in common.
struct SurveyOptions {
    NetworkOptions network;
    BatchOptions batch; ///< depth is the command's business
};
QList<Option> surveyOptionTable();
Result<SurveyOptions> readSurveyOptions(const Arguments &arguments);

} // namespace mta::cli
