// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/progress.h"
#include <QVariantMap>

namespace mta
{

/// A way that was begun: from what it was reckoned, and how far somebody is. From it the same steps are made again at any time, though the
/// domain is another one meanwhile.
struct KeptWay {
    Plan intended;
    Plan live; ///< how the domain was when it was begun
    QDateTime at;
    QList<StepTime> times; ///< by step

    bool isGone() const; ///< to its end
};
/// For the settings, and back; absent where they hold no way.
QVariantMap toSettings(const KeptWay &way);
std::optional<KeptWay> keptWay(const QVariantMap &settings);

/// The same end: what was learnt, said and noted since is no other wish.
bool isSameWish(const Plan &one, const Plan &other);

/// The domain as it is now is where the steps pass by, and nothing else was published since: nobody went another way meanwhile.
bool isOnWay(const KeptWay &kept, const DeploymentPlan &way, const Plan &plan, const Plan &live);

} // namespace mta
