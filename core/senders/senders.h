// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"
#include "mtasts/policy.h"
#include <QByteArrayList>
#include <QStringList>
#include <optional>

namespace mta
{

/// A policy file as it came over HTTPS, as far as senders differ about it.
struct ServedPolicy {
    bool delivered = true; ///< false: no sender gets an answer (no address, no connection, a certificate that does not hold)
    int httpStatus = 200;
    QByteArray contentType;     ///< the header's value as sent; empty without
    QByteArray contentEncoding; ///< empty or "identity" when not compressed
    QByteArray body;            ///< unpacked
    bool cut = false;           ///< there was more of it than is kept

    bool operator==(const ServedPolicy &) const = default;
};
ServedPolicy asServed(const PolicyFetch &fetch);

/// What a sender does with a text.
enum class Reading {
    Honoured,
    Refused, ///< it goes on as if there were none
    Unknown, ///< nothing is predicted
};

struct SenderVerdict {
    Reading reading = Reading::Unknown;
    std::optional<PolicyMode> mode; ///< of a policy that is honoured, as this sender reads it
    QByteArrayList mx;              ///< of a policy that is honoured, as this sender took them
    QString reason;                 ///< why it is refused, a stable key: see reasonText()
    int line = 0;                   ///< where the policy stops being one for this sender; 0 for the file as a whole

    bool operator==(const SenderVerdict &) const = default;
};

/// A program that sends mail by MTA-STS, and how it reads what a domain publishes. The functions are pure; they are missing where
/// nothing is predicted.
struct Sender {
    const char *id;
    const char *name;
    const char *usedBy; ///< mail servers and programs that use it
    const char *note;   ///< context "Senders": where it departs from RFC 8461
    SenderVerdict (*readPolicy)(const ServedPolicy &) = nullptr;
    SenderVerdict (*readRecords)(const QByteArrayList &values) = nullptr; ///< all TXT values at _mta-sts, joined
    bool (*matchesHost)(const QByteArray &pattern, const QString &host) = nullptr;

    bool predicted() const { return readPolicy != nullptr; }
};
const QList<Sender> &senders();
const Sender *findSender(const QString &id);
QString senderNote(const Sender &sender); ///< in the user's language

SenderVerdict assess(const Sender &sender, const ServedPolicy &policy);
SenderVerdict assessRecords(const Sender &sender, const QByteArrayList &values);

/// One sender and one domain.
struct SenderRow {
    const Sender *sender = nullptr;
    SenderVerdict record;
    SenderVerdict policy;
    QStringList uncovered; ///< MX hosts that match none of the patterns for this sender, while the policy is in force for it

    bool operator==(const SenderRow &) const = default;
    /// Both together: refused when either is.
    Reading reading() const;
    /// The first of the two that is not honoured, or the policy's.
    const SenderVerdict &decisive() const;
};
/// Every sender of the table. `served` is absent when it is not known what senders get.
QList<SenderRow> assessAll(const DomainFacts &facts, const std::optional<ServedPolicy> &served);

/// What to change so that all of them honour what is published, stable keys in the order of the chain; empty when they do already.
QStringList advice(const QList<SenderRow> &rows);

// In the user's language (context "Senders").
QString adviceText(const QString &key);           ///< one sentence
QString adviceFor(const QString &reason);         ///< the key of the advice that helps against a reason; empty when there is none
QString reasonText(const SenderVerdict &verdict); ///< half a sentence, empty without a reason: "it has a blank line (line 5)"
QString readingText(const SenderRow &row);        ///< a few words: "honours it, enforce"
QString explanationText(const SenderRow &row);    ///< why not, or which hosts are not covered; empty when there is nothing to say

} // namespace mta
