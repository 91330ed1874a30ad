// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/policyid.h"

#include "mtasts/stsrecord.h"

#include <algorithm>

namespace mta
{

namespace
{

/// Index of the publication that senders see today; -1 without one.
int standing(const Plan &plan)
{
    const bool stands = !plan.published.isEmpty() && !plan.published.last().until.isValid() && !plan.published.last().id.isEmpty();
    return stands ? static_cast<int>(plan.published.size()) - 1 : -1;
}

bool isId(const QByteArray &id)
{
    return stsRecordText(id).has_value();
}

/// The last publication that had the id and said something else; -1 without one. RFC 8461 §3.1: an id stands for one instance of a policy.
int otherMeaning(const QList<Publication> &published, const QByteArray &id, const PolicyTerms &policy)
{
    for (int i = static_cast<int>(published.size()) - 1; i >= 0; --i) {
        if (published.at(i).id == id && !sameMeaning(published.at(i).policy, policy))
            return i;
    }
    return -1;
}

} // namespace

QByteArray freshId(const QList<QByteArray> &taken, const QDateTime &now)
{
    QDateTime time = now.toUTC();
    const auto text = [&] { return time.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1(); };
    while (taken.contains(text()))
        time = time.addSecs(1);
    return text();
}

QByteArray nextId(const Plan &plan, const QDateTime &now)
{
    if (!plan.policy)
        return {};
    const int current = standing(plan);
    if (current >= 0 && sameMeaning(plan.published.at(current).policy, *plan.policy) &&
        !stoodForAnother(plan, plan.published.at(current).id))
        return plan.published.at(current).id;
    QList<QByteArray> taken;
    for (const Publication &publication : plan.published)
        taken.append(publication.id);
    return isId(plan.id) && !taken.contains(plan.id) ? plan.id : freshId(taken, now);
}

bool stoodForAnother(const Plan &plan, const QByteArray &id)
{
    return plan.policy && otherMeaning(plan.published, id, *plan.policy) >= 0;
}

bool announcesPolicy(const Plan &plan, const QByteArray &id)
{
    const auto isOther = [&id](const Publication &publication) { return !publication.id.isEmpty() && publication.id != id; };
    return plan.policy && isId(id) && !stoodForAnother(plan, id) && std::any_of(plan.published.cbegin(), plan.published.cend(), isOther);
}

IdFault idFault(const Plan &plan)
{
    if (!plan.policy)
        return {};
    if (!isId(plan.id))
        return {IdProblem::NotAnId, -1};
    if (const int other = otherMeaning(plan.published, plan.id, *plan.policy); other >= 0)
        return {IdProblem::Reused, other};
    const int current = standing(plan);
    if (current >= 0 && plan.published.at(current).id != plan.id && sameMeaning(plan.published.at(current).policy, *plan.policy) &&
        !stoodForAnother(plan, plan.published.at(current).id))
        return {IdProblem::NeedlessId, current};
    return {};
}

} // namespace mta
