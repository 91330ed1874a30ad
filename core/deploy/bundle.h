// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/readiness.h"
#include "deploy/zoneformats.h"

namespace mta
{

/// A file of what is exported: a path with slashes, relative, made of names that are safe everywhere.
struct BundleFile {
    QString path;
    QByteArray content;

    bool operator==(const BundleFile &) const = default;
};

struct BundleWishes {
    QList<ZoneFormat> formats;        ///< of the records; empty: all that can express them
    QList<BundleFile> extras;         ///< made elsewhere: the plan's own file, its PDF
    QList<Condition> conditions = {}; ///< for mode enforce, for the checklist; empty where it is not ahead, or nobody looked
};

/// Everything that a plan asks for in one go: the records in every form, the policy, the configuration of its server, a checklist, and
/// the extras. An Error where the plan holds something that cannot be published, or a format asked for cannot express it.
Result<QList<BundleFile>> exportBundle(const Plan &plan, const BundleWishes &wishes = {});

/// The checklist alone (Markdown), translated: what to do in which order, and what to watch. Conditions that are met are ticked off.
QString checklist(const Plan &plan, const QList<Condition> &conditions = {});

} // namespace mta
