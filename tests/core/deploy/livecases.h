// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/compare.h"
#include "fakes/factsbuilder.h"

#include <functional>

// A domain in good order and its plan, and one change after the other to either: what must be said of it.

using Change = std::function<void(mta::Plan &, mta::DomainFacts &)>;

/// What becomes of the good domain and its plan, and the row that must come of it.
struct Case {
    const char *sentence;
    mta::PlanItem item;
    QString subject; ///< the row's, or its end
    mta::LiveState state;
    mta::LooksRight right = mta::LooksRight::Nobody;
    QString reason = {};
    QStringList notes = {};
    Change change = {};
};

QList<Case> recordCases();
QList<Case> policyCases();
QList<Case> reportCases();
QList<Case> policyHostCases();
QList<Case> mailServerCases();
QList<Case> tlsaCases();
QList<Case> certificateCases();
QList<Case> allCases();

mta::DomainAudit judged(const mta::DomainFacts &facts);
mta::Plan goodPlanOf(const mta::DomainFacts &facts);
/// The plan has published this from that day of January on.
void published(mta::Plan &plan, const QByteArray &id, const mta::PolicyTerms &terms, int day);

/// Everything a row says, for comparing what must not change and for messages.
QString described(const mta::LiveRow &row);
bool isCertificate(const mta::LiveRow &row);
