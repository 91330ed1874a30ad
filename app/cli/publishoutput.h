// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/preparing.h"
#include <QJsonObject>

namespace mta::cli
{

/// What is published, as it is shown before and after.
struct PublishShow {
    QString domain;
    bool rollBack = false;
    const PublishTargets &targets;
    const PublishDraft &draft;
    const Refusal &refusal;
    QList<ZoneRecord> elsewhere; ///< records of the plan that the zone does not hold
};

/// What is published and how it ended (docs/schema/planpublish.schema.json). `status` is "nothing-to-do", "planned", "refused",
/// "published", "rolled-back" or "failed".
QJsonObject draftJson(const PublishShow &show, const QString &status, const PublishOutcome &outcome);

} // namespace mta::cli
