// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/recordchanges.h"

#include "base/domainname.h"
#include <algorithm>
#include <functional>

namespace mta
{
namespace
{

/// TXT records that are ours to replace. Whoever writes v=STS1 means MTA-STS, too (RFC 8461 §3.1, RFC 8460 §3).
struct OwnText {
    const char *label;
    const char *begins;
};
constexpr OwnText ownTexts[] = {{"_mta-sts.", "v=sts"}, {"_smtp._tls.", "v=tlsrpt"}};

QString announcementOwner(const DomainName &domain)
{
    return QLatin1String(ownTexts[0].label) + domain.ascii;
}

/// Whether a standing record is one that the plan decides about. Only TXT records of other purposes are not.
bool isOurs(const ExactRecord &record, const DomainName &domain)
{
    if (record.type != RecordType::Txt)
        return true;
    for (const OwnText &own : ownTexts) {
        if (record.owner == QLatin1String(own.label) + domain.ascii)
            return joinedText(record).toLower().startsWith(own.begins);
    }
    return false;
}

void addQuestion(QList<Question> &questions, const QString &owner, RecordType type, const QString &zone)
{
    const Question question{owner, type};
    if (isWithin(owner, zone) && !questions.contains(question))
        questions.append(question);
}

QList<ExactRecord> intendedRecords(const Plan &plan, const QString &zone)
{
    QList<ExactRecord> records;
    for (const ZoneRecord &record : zoneRecords(plan)) {
        const std::optional<ExactRecord> exact = isWithin(record.owner, zone) ? exactRecord(record) : std::nullopt;
        if (exact)
            records.append(*exact);
    }
    return records;
}

/// A policy was published and none is meant to be, nor a host of it: with the policy go the names that led to it (RFC 8461 §8.3). Whoever
/// plans no policy and never had one may use the name for something else.
bool hasLeft(const Plan &plan)
{
    return !plan.policy && !plan.published.isEmpty() && plan.hosting.alias.isEmpty() && plan.hosting.addresses.isEmpty();
}

/// A name with an alias has nothing else (RFC 1034 §3.6.2), and a server passes over in silence what would break that (RFC 2136 §3.4.2.2).
bool excludes(RecordType a, RecordType b)
{
    return (a == RecordType::Cname) != (b == RecordType::Cname);
}

/// What is to stand in one set. Its records of other purposes stay, unless an alias takes the whole name.
QList<ExactRecord> intendedSet(const ExactSet &set, const QList<ExactRecord> &intended, const DomainName &domain)
{
    QList<ExactRecord> result;
    bool excluded = false;
    for (const ExactRecord &record : intended) {
        if (record.owner == set.owner && record.type == set.type)
            result.append(record);
        excluded = excluded || (record.owner == set.owner && excludes(record.type, set.type));
    }
    for (const ExactRecord &record : set.records) {
        if (!excluded && !isOurs(record, domain))
            result.append(record);
    }
    return result;
}

bool stands(const ExactRecord &record, const QList<ExactRecord> &records)
{
    return std::any_of(records.cbegin(), records.cend(),
                       [&](const ExactRecord &other) { return other.sameData(record) && other.ttl == record.ttl; });
}

bool isTouched(const ExactSet &set, const RecordChanges &changes)
{
    const auto concerns = [&](const ExactRecord &record) {
        return record.owner == set.owner && (record.type == set.type || excludes(record.type, set.type));
    };
    return std::any_of(changes.remove.cbegin(), changes.remove.cend(), concerns) ||
           std::any_of(changes.add.cbegin(), changes.add.cend(), concerns);
}

RecordChanges partOf(const RecordChanges &changes, const std::function<bool(const QString &)> &wanted)
{
    RecordChanges part;
    const auto isWanted = [&](const auto &entry) { return wanted(entry.owner); };
    std::copy_if(changes.seen.cbegin(), changes.seen.cend(), std::back_inserter(part.seen), isWanted);
    std::copy_if(changes.remove.cbegin(), changes.remove.cend(), std::back_inserter(part.remove), isWanted);
    std::copy_if(changes.add.cbegin(), changes.add.cend(), std::back_inserter(part.add), isWanted);
    return part;
}

} // namespace

QList<Question> questionsFor(const Plan &plan, const QString &zone, const QStringList &tlsaHosts)
{
    QList<Question> questions;
    const auto addSet = [&](const QString &owner, RecordType type) {
        addQuestion(questions, owner, type, zone);
        addQuestion(questions, owner, RecordType::Cname, zone);
    };
    for (const OwnText &own : ownTexts)
        addSet(QLatin1String(own.label) + plan.domain.ascii, RecordType::Txt);
    for (const ZoneRecord &record : zoneRecords(plan)) {
        addSet(record.owner, record.type);
        const bool isAddress = record.type == RecordType::A || record.type == RecordType::Aaaa;
        for (const RecordType type : {RecordType::A, RecordType::Aaaa}) {
            if (isAddress || record.type == RecordType::Cname)
                addSet(record.owner, type);
        }
    }
    if (hasLeft(plan)) {
        for (const RecordType type : {RecordType::A, RecordType::Aaaa})
            addSet(QLatin1String("mta-sts.") + plan.domain.ascii, type); // RFC 8461 §3.3
    }
    for (const QString &host : tlsaHosts)
        addQuestion(questions, QLatin1String("_25._tcp.") + host, RecordType::Tlsa, zone); // RFC 7672 §2.2.3
    return questions;
}

QList<Question> questionsOf(const RecordChanges &changes)
{
    QList<Question> questions;
    for (const ExactSet &set : changes.seen)
        questions.append({set.owner, set.type});
    return questions;
}

QList<RecordChanges> setBySet(const RecordChanges &changes)
{
    QList<RecordChanges> parts;
    for (const ExactSet &set : changes.seen) {
        const auto isOther = [&](const ExactRecord &record) { return record.owner != set.owner || record.type != set.type; };
        RecordChanges part = changes;
        part.seen = {set};
        part.remove.removeIf(isOther);
        part.add.removeIf(isOther);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts;
}

namespace
{

ExactSet *setLike(QList<ExactSet> &sets, const ExactSet &wanted)
{
    const auto found =
        std::find_if(sets.begin(), sets.end(), [&](const ExactSet &set) { return set.owner == wanted.owner && set.type == wanted.type; });
    return found == sets.end() ? nullptr : &*found;
}

bool sameRecords(const ExactSet &one, const ExactSet &other)
{
    const QList<ExactRecord> records = one.own();
    return records.size() == other.own().size() &&
           std::all_of(records.cbegin(), records.cend(), [&](const ExactRecord &record) { return other.has(record); });
}

QList<ExactRecord> without(const QList<ExactRecord> &records, const QList<ExactRecord> &others)
{
    QList<ExactRecord> rest = records;
    rest.removeIf([&](const ExactRecord &record) { return stands(record, others); });
    return rest;
}

} // namespace

RecordChanges joined(const RecordChanges &first, const RecordChanges &second)
{
    QList<ExactSet> before = first.seen;
    QList<ExactSet> after = resultOf(first);
    for (const ExactSet &made : resultOf(second)) {
        QList<ExactSet> looked = second.seen;
        const ExactSet &seen = *setLike(looked, made);
        ExactSet *begun = setLike(before, made);
        if (!begun) {
            before.append(seen);
            after.append(made);
            continue;
        }
        ExactSet *ended = setLike(after, made);
        if (!sameRecords(seen, *begun) && !sameRecords(seen, *ended))
            *begun = seen;
        *ended = made;
    }
    RecordChanges changes{before, {}, {}};
    for (const ExactSet &set : std::as_const(before)) {
        const QList<ExactRecord> left = setLike(after, set)->records;
        changes.remove += without(set.own(), left);
        changes.add += without(left, set.own());
    }
    return changes;
}

namespace
{

/// What changes begin from. A name gets records of its own where those for all names (*) are not what is wanted there, and all of them:
/// from then on it has no others (RFC 4592 §2.2.1). Where nothing is wanted, nothing can be taken away.
QList<ExactSet> changeable(const QList<ExactSet> &live, const QList<ExactRecord> &intended, const DomainName &domain)
{
    const auto isWanted = [&](const QString &owner) {
        return std::any_of(intended.cbegin(), intended.cend(), [&](const ExactRecord &record) { return record.owner == owner; });
    };
    const auto asWanted = [&](const QString &owner) {
        return std::all_of(live.cbegin(), live.cend(), [&](const ExactSet &set) {
            const ExactSet shown{set.owner, set.type, set.records};
            return set.owner != owner || sameRecords(shown, {set.owner, set.type, intendedSet(set, intended, domain)});
        });
    };
    QList<ExactSet> sets;
    for (const ExactSet &set : live) {
        const auto isLent = [&](const ExactSet &other) { return other.owner == set.owner && other.lent; };
        const bool lent = std::any_of(live.cbegin(), live.cend(), isLent);
        if (!lent)
            sets.append(set);
        else if (isWanted(set.owner) && !asWanted(set.owner))
            sets.append({set.owner, set.type, {}});
    }
    return sets;
}

} // namespace

RecordChanges changesTowards(const Plan &plan, const QString &zone, const QList<ExactSet> &live)
{
    RecordChanges changes;
    const QList<ExactRecord> intended = intendedRecords(plan, zone);
    for (const ExactSet &set : changeable(live, intended, plan.domain)) {
        const QList<ExactRecord> wanted = intendedSet(set, intended, plan.domain);
        for (const ExactRecord &record : set.records) {
            if (!stands(record, wanted))
                changes.remove.append(record);
        }
        for (const ExactRecord &record : wanted) {
            if (!stands(record, set.records))
                changes.add.append(record);
        }
    }
    std::copy_if(live.cbegin(), live.cend(), std::back_inserter(changes.seen),
                 [&](const ExactSet &set) { return isTouched(set, changes); });
    return changes;
}

QList<ZoneRecord> recordsElsewhere(const Plan &plan, const QString &zone)
{
    QList<ZoneRecord> records = zoneRecords(plan);
    records.removeIf([&](const ZoneRecord &record) { return isWithin(record.owner, zone); });
    return records;
}

SplitChanges split(const RecordChanges &changes, const DomainName &domain)
{
    const QString announcement = announcementOwner(domain);
    return {partOf(changes, [&](const QString &owner) { return owner != announcement; }),
            partOf(changes, [&](const QString &owner) { return owner == announcement; })};
}

QList<ExactSet> resultOf(const RecordChanges &changes)
{
    QList<ExactSet> sets = changes.seen;
    for (ExactSet &set : sets) {
        const auto isOfName = [&](const ExactRecord &record) { return record.owner == set.owner; };
        if (set.lent && std::any_of(changes.add.cbegin(), changes.add.cend(), isOfName))
            set = {set.owner, set.type, {}};
        set.records.removeIf([&](const ExactRecord &record) { return changes.remove.contains(record); });
        for (const ExactRecord &record : changes.add) {
            if (record.owner == set.owner && record.type == set.type)
                set.records.append(record);
        }
    }
    return sets;
}

RecordChanges inverse(const RecordChanges &changes)
{
    return {resultOf(changes), changes.add, changes.remove};
}

bool isDone(const RecordChanges &changes, const QList<ExactSet> &now)
{
    for (const ExactSet &wanted : resultOf(changes)) {
        const auto found = std::find_if(now.cbegin(), now.cend(),
                                        [&](const ExactSet &set) { return set.owner == wanted.owner && set.type == wanted.type; });
        if (found == now.cend() || !sameRecords(wanted, *found))
            return false;
    }
    return true;
}

} // namespace mta
