// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "audit/linediff.h"
#include "base/placeholders.h"
#include "deploy/plan.h"

namespace mta
{

// Live against intended. By meaning first: what is written differently and means the same to senders is the same.

enum class PlanItem {
    Record,            ///< TXT _mta-sts.<domain>
    TlsRpt,            ///< TXT _smtp._tls.<domain>
    PolicyHost,        ///< CNAME, A or AAAA of mta-sts.<domain>
    Policy,            ///< the file, see LiveRow::lines
    PolicyCertificate, ///< whether what the policy host shows fits
    Mx,                ///< one row for each mail server
    Tlsa,              ///< one row for each mail server
    MxCertificate,     ///< whether what a mail server shows fits
};
QString planItemName(PlanItem item); ///< "tls-rpt"; stable, never translated

enum class LiveState {
    Same,
    Differs,
    Missing,    ///< planned, and not there
    Unexpected, ///< there, and not planned
    NotTested,  ///< could not be looked up, or was not asked for: neither good nor bad
};
QString liveStateName(LiveState state); ///< "not-tested"

/// Which of two sides that are not the same looks right.
enum class LooksRight {
    Nobody, ///< nothing tells
    Live,
    Plan,
};
QString looksRightName(LooksRight side); ///< null for nobody

/// What is planned and what is live of one line of the policy, in the order of the plan.
struct LiveLine {
    LiveState state = LiveState::Same;
    QByteArray planned; ///< "mode: enforce", as planned; empty where it is unexpected
    QByteArray live;    ///< as served, without its line end; empty where it is missing
    int number = 0;     ///< of the live line, 1-based; 0 without

    bool operator==(const LiveLine &) const = default;
};

/// One thing of which a plan says how it is meant to be. Texts are as observed, not yet made visible.
struct LiveRow {
    PlanItem item = PlanItem::Record;
    QString subject; ///< owner of a record, address of the policy file, name of a host
    QString type;    ///< of a record: "TXT"; else empty
    LiveState state = LiveState::Same;
    QByteArray planned; ///< of several values one line each; empty where nothing is planned
    QByteArray live;    ///< likewise; empty where nothing is there
    QStringList notes;  ///< stable keys: what is written differently without meaning, why it was not tested; see liveNoteText()
    LooksRight right = LooksRight::Nobody;
    QString reason;        ///< stable key: why it looks right; see liveReasonText()
    Values values;         ///< for both
    QByteArray paste;      ///< what to publish so that it is as planned; empty where nothing is to be published
    QList<LiveLine> lines; ///< of the policy, where both sides could be read

    bool operator==(const LiveRow &) const = default;
    /// Something is to be done, on the one side or the other.
    bool isDifferent() const { return state != LiveState::Same && state != LiveState::NotTested; }
};

struct LiveComparison {
    DomainName domain;
    QDateTime observedAt;
    QList<LiveRow> rows; ///< in the order of PlanItem

    int count(LiveState state) const;
    bool isDifferent() const;
};

/// Pure. The audit is one of the plan's domain.
LiveComparison compareWithLive(const Plan &plan, const DomainAudit &audit);

/// Sentences, placeholders filled in with visible text (context "Compare").
QString liveNoteText(const LiveRow &row, const QString &note);
QString liveReasonText(const LiveRow &row); ///< which side looks right and why; empty for rows that are the same or not tested
QString liveAdvice(const LiveRow &row);     ///< what to do; empty likewise

// How rows are called.
QString recordSubject(const QString &domain);
QString tlsRptSubject(const QString &domain);
QString policyHostSubject(const QString &domain);
QString policySubject(const QString &domain); ///< "https://mta-sts.example.com/.well-known/mta-sts.txt"

} // namespace mta
