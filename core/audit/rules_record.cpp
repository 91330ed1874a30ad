// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/authorityhits.h"
#include "audit/recordhits.h"
#include "audit/rules.h"

#include <QtGlobal>

namespace mta
{

namespace
{

constexpr Rule rules[] = {
    {
        .id = "sts-dns-error",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} could not be looked up: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders that get no answer cannot tell whether there is a policy. Those without one in their cache deliver "
                     "without its protection."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "See that every name server of the zone answers for _mta-sts.{domain}: dig +dnssec _mta-sts.{domain} TXT"),
        .check = recordDnsError,
    },
    {
        .id = "sts-record-absent",
        .area = Area::Record,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} has no MTA-STS record: no TXT record at _mta-sts.{domain} begins with v=STSv1."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Without it senders do not look for a policy: an attacker on the way can strip the encryption of mail to you, or "
                     "lead it to another server."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Serve a policy file first, in mode testing. Then publish: _mta-sts.{domain}. IN TXT \"v=STSv1; id={newId};\""),
        .check = recordAbsent,
    },
    {
        .id = "sts-record-multiple",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} has {count} MTA-STS records: {records}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "With more than one, senders must assume that the domain has no policy at all."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Delete all TXT records at _mta-sts.{domain} but the current one."),
        .check = recordMultiple,
    },
    {
        .id = "sts-record-version",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} does not begin with v=STSv1: {record}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "The version comes first and is written exactly so, capitals included. Senders do not take anything else for an "
                     "MTA-STS record."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Replace the record with: v=STSv1; id={newId};"),
        .check = recordVersion,
    },
    {
        .id = "sts-record-syntax",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} is malformed at character {column}: {reason}. It reads: {record}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders must treat a malformed record as if the domain had no policy."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Replace the record with: v=STSv1; id={newId}; (without quotation marks around it where the form of your DNS provider "
                     "adds them itself)."),
        .check = recordSyntax,
    },
    {
        .id = "sts-id-missing",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} has no id: {record}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "By the id senders see that the policy has changed. A record without it is malformed, and counts as no record."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Replace the record with: v=STSv1; id={newId};"),
        .check = recordIdMissing,
    },
    {
        .id = "sts-id-invalid",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The id “{id}” in the MTA-STS record of {subject} cannot be used: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "An id has 1 to 32 letters or digits. With any other the record is malformed, and counts as no record."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Replace the record with: v=STSv1; id={newId};"),
        .check = recordIdInvalid,
    },
    {
        .id = "sts-cname-broken",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §8.2",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} is an alias (CNAME) that leads nowhere, to {target}: {claim}."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders find no record, and so no policy. If the name can be had by somebody else, that person decides from then on "
                     "when senders look for a policy of yours."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Point the CNAME at _mta-sts.{domain} to the name that your provider gives you, or remove it "
                                             "and publish a TXT record of your own."),
        .check = recordAliasBroken,
    },
    {
        .id = "policy-without-record",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} serves a policy (mode {mode}), but no MTA-STS record announces it."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "Senders ask the DNS first. Without the record they never look at the policy: your mail is not protected, although the "
            "file is there."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Publish: _mta-sts.{domain}. IN TXT \"v=STSv1; id={newId};\""),
        .check = policyWithoutRecord,
    },
    {
        .id = "sts-record-fragile",
        .area = Area::Record,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "Some senders will not read the MTA-STS record of {subject}: {reason}. It reads: {record}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "The standard lets senders discard what does not begin with “v=STSv1;” when there are several records, and not every "
                     "program is as patient as it should be."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "Leave a single TXT record at _mta-sts.{domain}, and write it without a space in front of the semicolon: v=STSv1; id={newId};"),
        .check = recordFragile,
    },
    {
        .id = "sts-record-misplaced",
        .area = Area::Record,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "There is an MTA-STS record at {place}, where no sender looks: {record}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders ask for a TXT record at _mta-sts.{domain} and nowhere else."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Move the record to _mta-sts.{domain}"),
        .check = recordMisplaced,
    },
    {
        .id = "sts-record-delegated",
        .area = Area::Record,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §8.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} is an alias (CNAME): {target} publishes it."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "That is how providers run MTA-STS for their customers. Whoever runs that name decides about the id, and by it about when "
            "senders fetch the policy again."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Nothing needs to be done. When you change provider, change this CNAME and that of mta-sts.{domain} together."),
        .check = recordDelegated,
    },
    {
        .id = "sts-record-inconsistent",
        .area = Area::Record,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 1034 §4.3.5",
        .message = QT_TRANSLATE_NOOP("Rules", "The name servers of {zone} disagree about the MTA-STS record of {subject}: {answers}"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Whether a sender learns of the policy, or of its change, depends on the name server that "
                                       "its resolver happens to ask. Shortly after a change that is natural; it must not last."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that changes reach every name server of {zone}, then audit again: dig @SERVER "
                                             "_mta-sts.{domain} TXT +norecurse"),
        .check = recordInconsistent,
    },
    {
        .id = "sts-subdomain-uncovered",
        .area = Area::Record,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §3.4",
        .message =
            QT_TRANSLATE_NOOP("Rules", "Mail to {subject} is not covered by the MTA-STS policy of {parent}: {subject} has no record of "
                                       "its own."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "A policy holds for one domain exactly. Domains below it inherit nothing: each that takes "
                                       "mail needs a record and a policy host of its own."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "If mail to {subject} matters, serve a policy at mta-sts.{subject} and publish: _mta-sts.{subject}. "
                                       "IN TXT \"v=STSv1; id={newId};\""),
        .check = recordUncovered,
    },
};

} // namespace

const QList<const Rule *> &recordRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
