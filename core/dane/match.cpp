// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dane/match.h"

#include "dane/anchor.h"
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace mta
{
namespace
{

constexpr quint8 trustAnchor = 2; // DANE-TA (RFC 7218 §2.1)
constexpr quint8 endEntity = 3;   // DANE-EE

/// All that records could say of one certificate, by selector and matching type.
using Associations = std::array<std::array<QByteArray, 3>, 2>;

QList<Associations> associationsOf(const QList<Certificate> &sent)
{
    QList<Associations> result;
    for (const Certificate &certificate : sent) {
        Associations one;
        for (quint8 selector = 0; selector < 2; ++selector)
            for (quint8 type = 0; type < 3; ++type)
                one[selector][type] = associationData(certificate, selector, type);
        result.append(one);
    }
    return result;
}

/// Usage 3 looks at the server's own certificate only, usage 2 at the others only (RFC 7671 §5.1, §5.2).
int placeAmong(const QList<Associations> &sent, const TlsaRecord &record)
{
    const qsizetype begin = record.usage == endEntity ? 0 : 1;
    const qsizetype end = record.usage == endEntity ? std::min<qsizetype>(1, sent.size()) : sent.size();
    for (qsizetype i = begin; i < end; ++i)
        if (sent.at(i)[record.selector][record.matchingType] == record.data)
            return static_cast<int>(i);
    return -1;
}

/// RFC 7671 §9: of the digests with the same usage and selector only the strongest counts; matching type 0 is no digest.
bool isOutranked(const TlsaMatch &match, const QList<TlsaMatch> &all)
{
    return match.record.matchingType == 1 && std::any_of(all.begin(), all.end(), [&match](const TlsaMatch &other) {
               return other.usability == TlsaUsability::Usable && other.record.matchingType == 2 &&
                      other.record.usage == match.record.usage && other.record.selector == match.record.selector;
           });
}

QList<TlsaMatch> matchByHash(const QList<Certificate> &sent, const QList<TlsaRecord> &records)
{
    QList<TlsaMatch> matches;
    for (const TlsaRecord &record : records)
        matches.append({record, usabilityForSmtp(record), TlsaState::NoMatch, -1, -1});
    const QList<Associations> associations = associationsOf(sent);
    for (TlsaMatch &match : matches) {
        if (match.usability != TlsaUsability::Usable) {
            match.state = TlsaState::Unusable;
            continue;
        }
        match.sentAt = placeAmong(associations, match.record);
        if (isOutranked(match, matches)) {
            match.state = TlsaState::Outranked;
        } else if (match.record.usage == endEntity && match.sentAt == 0) {
            match.state = TlsaState::Holds; // RFC 7672 §3.1.1: neither names nor dates nor the rest of the chain matter
            match.depth = 0;
        }
    }
    return matches;
}

/// RFC 7672 §3.2.3: the CN counts where there is no DNS-ID at all.
bool namesAnyOf(const Certificate &leaf, const QStringList &referenceNames)
{
    Certificate presented = leaf;
    if (presented.dnsNames.isEmpty() && !presented.commonName.isEmpty())
        presented.dnsNames.append(presented.commonName);
    return std::any_of(referenceNames.begin(), referenceNames.end(), [&](const QString &name) { return namesHost(presented, name); });
}

/// The records whose anchor the chain may lead to: it was sent, or is given in full by the record itself (RFC 7671 §5.2.3). Nearest first.
QList<int> anchorCandidates(const QList<TlsaMatch> &matches)
{
    QList<int> candidates;
    for (int i = 0; i < matches.size(); ++i) {
        const TlsaMatch &match = matches.at(i);
        if (match.record.usage == trustAnchor && match.state == TlsaState::NoMatch && (match.sentAt > 0 || match.record.matchingType == 0))
            candidates.append(i);
    }
    const auto order = [&matches](int i) { return matches.at(i).sentAt > 0 ? matches.at(i).sentAt : maxChainLength; };
    std::stable_sort(candidates.begin(), candidates.end(), [&order](int a, int b) { return order(a) < order(b); });
    return candidates;
}

TlsaState stateOf(const AnchoredPath &found, const TlsaMatch &match, bool named)
{
    if (!found.ran)
        return TlsaState::Unchecked;
    if (!found.anchored)
        return match.sentAt > 0 ? TlsaState::ChainInvalid : TlsaState::NoMatch;
    if (found.expired) // RFC 7672 §3.1.2: dates and names count
        return TlsaState::Expired;
    if (found.early)
        return TlsaState::NotYetValid;
    return named ? TlsaState::Holds : TlsaState::NameMismatch;
}

/// Fills in what becomes of the records of usage 2; returns the paths by record.
std::map<int, AnchoredPath> tryAnchors(QList<TlsaMatch> &matches, AnchorFinder &finder, bool named)
{
    std::map<int, AnchoredPath> paths;
    const QList<int> candidates = anchorCandidates(matches);
    const auto note = [&](int index, const AnchoredPath &found) {
        matches[index].state = stateOf(found, matches.at(index), named);
        if (found.anchored)
            matches[index].depth = found.depth;
        paths[index] = found;
    };
    for (const int index : candidates.mid(0, maxAnchorsTriedAlone))
        note(index, finder.find({matches.at(index).record}));
    const QList<int> rest = candidates.mid(maxAnchorsTriedAlone);
    if (rest.isEmpty())
        return paths;
    QList<TlsaRecord> together;
    for (const int index : rest) {
        matches[index].state = TlsaState::Unchecked;
        together.append(matches.at(index).record);
    }
    const AnchoredPath found = finder.find(together);
    if (found.anchored)
        note(rest.at(found.record), found);
    else if (found.ran) // not one of them leads anywhere
        for (const int index : rest)
            note(index, found);
    return paths;
}

/// The record to speak of: the one that came furthest; among equals usage 3, then the anchor nearest to the server.
int decisiveRecord(const QList<TlsaMatch> &matches)
{
    int best = -1;
    const auto rank = [&matches](int i) {
        const TlsaMatch &match = matches.at(i);
        return std::tuple(match.state, match.record.usage, -match.depth);
    };
    for (int i = 0; i < matches.size(); ++i)
        if (matches.at(i).state >= TlsaState::ChainInvalid && (best < 0 || rank(i) > rank(best)))
            best = i;
    return best;
}

DaneOutcome outcomeOf(TlsaState decisive)
{
    switch (decisive) {
    case TlsaState::Unusable:
    case TlsaState::Outranked:
    case TlsaState::NoMatch:
        return DaneOutcome::Mismatch;
    case TlsaState::Unchecked:
        return DaneOutcome::Unknown;
    case TlsaState::ChainInvalid:
        return DaneOutcome::ChainInvalid;
    case TlsaState::Expired:
        return DaneOutcome::Expired;
    case TlsaState::NotYetValid:
        return DaneOutcome::NotYetValid;
    case TlsaState::NameMismatch:
        return DaneOutcome::NameMismatch;
    case TlsaState::Holds:
        return DaneOutcome::Valid;
    }
    return DaneOutcome::Unknown;
}

/// What senders refuse as too weak differs; OpenSSL's levels are the usual measure.
int securityLevelOf(AnchorFinder &finder, const TlsaRecord &record)
{
    int level = 2;
    while (level > 0 && !finder.find({record}, level).anchored)
        --level;
    return level;
}

} // namespace

DaneVerdict verifyDane(const QList<Certificate> &sent, const QList<TlsaRecord> &records, const QStringList &referenceNames,
                       const QDateTime &at)
{
    DaneVerdict verdict;
    const QList<Certificate> chain = sent.mid(0, maxChainLength);
    verdict.matches = matchByHash(chain, records.mid(0, maxRecordsPerAnswer));
    const auto &matches = verdict.matches;
    if (matches.isEmpty())
        return verdict;
    if (std::all_of(matches.begin(), matches.end(), [](const TlsaMatch &match) { return match.state == TlsaState::Unusable; })) {
        verdict.outcome = DaneOutcome::NoneUsable;
        return verdict;
    }
    if (chain.isEmpty()) {
        verdict.outcome = DaneOutcome::Unknown;
        return verdict;
    }
    verdict.named = namesAnyOf(chain.first(), referenceNames);
    AnchorFinder finder(chain, at);
    const auto paths = tryAnchors(verdict.matches, finder, verdict.named);
    verdict.decisive = decisiveRecord(matches);
    verdict.outcome = DaneOutcome::Mismatch;
    if (verdict.decisive < 0)
        return verdict;
    const TlsaMatch &decisive = matches.at(verdict.decisive);
    verdict.outcome = outcomeOf(decisive.state);
    verdict.depth = decisive.depth;
    if (const auto path = paths.find(verdict.decisive); path != paths.end()) {
        verdict.path = path->second.path;
        verdict.detail = path->second.detail;
    } else if (decisive.state == TlsaState::Holds) {
        verdict.path = {chain.first()};
    }
    if (decisive.state == TlsaState::Holds && decisive.record.usage == trustAnchor)
        verdict.securityLevel = securityLevelOf(finder, decisive.record);
    return verdict;
}

std::optional<TlsaRecord> meantRecord(const TlsaRecord &record, const QList<Certificate> &sent)
{
    const QList<Associations> associations = associationsOf(sent.mid(0, maxChainLength));
    for (qsizetype i = 0; i < associations.size(); ++i) {
        for (quint8 selector = 0; selector < 2; ++selector) {
            for (quint8 type = 0; type < 3; ++type) {
                const TlsaRecord fitting{i == 0 ? endEntity : trustAnchor, selector, type, record.data};
                if (!record.data.isEmpty() && associations.at(i)[selector][type] == record.data)
                    return fitting == record ? std::nullopt : std::optional(fitting);
            }
        }
    }
    return {};
}

} // namespace mta
