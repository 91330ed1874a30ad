// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/compare.h"

namespace mta
{

/// Something live that no plan can intend, so that the plan keeps what it had.
struct NotAdopted {
    PlanItem item = PlanItem::Record;
    QString subject; ///< as in LiveRow
    QString reason;  ///< stable key: "invalid", "no-policy", "name", "too-many"

    bool operator==(const NotAdopted &) const = default;
};
QString notAdoptedText(const NotAdopted &left);

struct Adoption {
    Plan plan;
    QList<NotAdopted> left;
};

/// Makes live the intended: all that was tested and can be intended. What could not be tested stays as planned, and so do notes and who
/// serves the policy. What was seen is added to the publications.
Adoption adoptLive(const Plan &plan, const DomainAudit &audit);

/// Whether there is something to adopt: certificates have to fit, and are not planned.
bool canAdopt(const LiveRow &row);

/// Only what a row of the comparison is about, and what cannot be without it: record and policy belong together, and so do the addresses of
/// the policy host, and the preferences of all mail servers.
Adoption adoptLive(const Plan &plan, const DomainAudit &audit, const LiveRow &row);

/// A plan to begin with, of a domain as it is.
Adoption planFromLive(const DomainAudit &audit);

} // namespace mta
