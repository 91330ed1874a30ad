// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/placeholders.h"
#include <QList>
#include <QString>

namespace mta
{

struct Situation;

enum class Severity {
    Note,    ///< good to know
    Warning, ///< a SHOULD, or trouble to come
    Error,   ///< a MUST is broken, or mail is lost or unprotected
};
QString severityName(Severity severity); ///< "error": the contract's word, never translated

/// One place where a rule found something.
struct Hit {
    QString subject;        ///< what it is about: a host name, an address, a domain
    Values values;          ///< for the placeholders of the texts; from outside, not yet made visible
    QString evidence;       ///< JSON pointer into the stored facts
    bool mitigated = false; ///< the rule's second severity applies (MX certificates without a policy in force)
};

struct Verdict {
    enum class Outcome {
        Pass,
        Fail,          ///< hits say where
        NotApplicable, ///< an earlier stage or the domain's set-up makes the question meaningless
        Undetermined,  ///< a needed fact is missing: neither good nor bad
    };
    Outcome outcome = Outcome::Pass;
    QList<Hit> hits;

    static Verdict notApplicable() { return {Outcome::NotApplicable, {}}; }
    static Verdict undetermined() { return {Outcome::Undetermined, {}}; }
    static Verdict of(QList<Hit> hits) { return {hits.isEmpty() ? Outcome::Pass : Outcome::Fail, std::move(hits)}; }
};

/// Where in the chain a rule belongs; also the order of the links in the picture.
enum class Area { Domain, Record, PolicyHost, Policy, MxHosts, Certificates, TlsRpt };
QString areaName(Area area); ///< stable key: "record", "policy-host", ...

/// A rule of the catalogue. The texts are source texts of the translation context "Rules" and may hold {placeholders}; {subject} is
/// always filled in.
struct Rule {
    const char *id; ///< public API, never reused
    Area area;
    Severity severity;
    Severity mitigated;      ///< for hits with `mitigated`; equal to severity in most rules
    const char *citation;    ///< "RFC 8461 §3.1"
    const char *message;     ///< what was seen
    const char *explanation; ///< why it matters
    const char *remedy;      ///< what to do
    Verdict (*check)(const Situation &);
};

} // namespace mta
