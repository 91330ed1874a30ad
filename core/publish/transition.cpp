// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/transition.h"

#include "base/domainname.h"
#include "deploy/liveplan.h"
#include "mtasts/stsrecord.h"

namespace mta
{
namespace
{

const QLatin1String tlsaLabels("_25._tcp.");

std::optional<PolicyTerms> termsIn(const PolicyFileState &file)
{
    return file.exists ? termsOf(parsePolicy(file.text)) : std::nullopt;
}

/// The id that senders see (RFC 8461 §3.1); empty where they see none.
QByteArray idIn(const ExactSet &set)
{
    QList<QByteArray> values;
    for (const ExactRecord &record : set.records)
        values.append(joinedText(record));
    const StsRecordSet found = selectStsRecord(values);
    return found.state == StsRecordSet::State::One && found.record.valid() ? found.record.id : QByteArray();
}

QHostAddress addressIn(const ExactRecord &record)
{
    const auto *octets = reinterpret_cast<const quint8 *>(record.data.constData());
    if (record.data.size() == 16)
        return QHostAddress(octets);
    return QHostAddress(record.data.size() == 4 ? quint32(octets[0]) << 24 | octets[1] << 16 | octets[2] << 8 | octets[3] : 0);
}

/// Id, policy host and TLSA records of a plan as these sets have them; what was not looked at stays.
void readZone(Plan &state, const QList<ExactSet> &sets)
{
    const QString host = QLatin1String("mta-sts.") + state.domain.ascii;
    const QString announcement = QLatin1String("_mta-sts.") + state.domain.ascii;
    const auto isHost = [&](const ExactSet &set) { return set.owner == host; };
    if (std::any_of(sets.cbegin(), sets.cend(), isHost)) {
        state.hosting.alias.clear();
        state.hosting.addresses.clear();
    }
    for (const ExactSet &set : sets) {
        if (set.owner == announcement && set.type == RecordType::Txt)
            state.id = idIn(set);
        for (const ExactRecord &record : set.records) {
            state.ttl = std::max(state.ttl, record.ttl);
            if (isHost(set) && set.type == RecordType::Cname)
                state.hosting.alias = normalisedName(recordText(record).section(u' ', -1));
            else if (isHost(set))
                state.hosting.addresses.append(addressIn(record));
            else if (set.type == RecordType::Tlsa && set.owner.startsWith(tlsaLabels) && record.data.size() > 3) // RFC 6698 §2.1
                state.tlsa.append({set.owner.mid(tlsaLabels.size()),
                                   {static_cast<quint8>(record.data.at(0)), static_cast<quint8>(record.data.at(1)),
                                    static_cast<quint8>(record.data.at(2)), record.data.mid(3)}});
        }
    }
}

bool isAnnouncedByAlias(const Plan &plan, const QList<ExactSet> &sets)
{
    return std::any_of(sets.cbegin(), sets.cend(), [&](const ExactSet &set) {
        return set.owner == QLatin1String("_mta-sts.") + plan.domain.ascii && set.type == RecordType::Cname && !set.records.isEmpty();
    });
}

QList<ExactSet> after(const QList<ExactSet> &sets, const PublishDraft &draft)
{
    return resultOf({sets, draft.others.remove + draft.announcement.remove, draft.others.add + draft.announcement.add});
}

} // namespace

Transition transitionOf(const Plan &plan, const std::optional<PolicyTerms> &announced, const PublishDraft &draft,
                        const PublishTargets &targets, const SeenMailServers &mailServers)
{
    Transition way;
    way.live = standingPlan(plan);
    way.live.hosting = plan.hosting;
    way.live.reports = plan.reports;
    way.live.mx = mailServers.mx;
    way.live.tlsa.clear();
    if (targets.dns)
        way.live.zone = targets.dns->zone;
    way.then = way.live;
    // Mail servers have records of their own, which say nothing of how long ours are remembered.
    QList<ExactSet> before = draft.zone;
    before.removeIf([&](const ExactSet &set) { return set.owner == plan.domain.ascii; });
    if (targets.dns) {
        readZone(way.live, before);
        readZone(way.then, after(before, draft));
    }
    way.isAlias = isAnnouncedByAlias(plan, before);
    if (way.isAlias)
        way.live.id = "alias"; // some id: the zone does not say which
    if (targets.policy)
        way.live.policy = termsIn(draft.policy.before);
    // A record that stands announces something, whether or not the plan knows what.
    way.policyKnown = !way.isAlias && (targets.policy || way.live.policy || way.live.id.isEmpty());
    way.then.policy = way.live.policy;
    if (!draft.policy.isEmpty())
        way.then.policy = termsIn(draft.policy.after);
    else if (!draft.announcement.isEmpty() && !targets.policy)
        way.then.policy = announced;
    if (!targets.dns)
        way.then.id = plan.id; // whoever publishes the record sees to it
    if (!way.live.id.isEmpty() && way.then.id.isEmpty())
        way.then.policy.reset(); // nobody is led to it any more
    return way;
}

} // namespace mta
