// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/adopt.h"

#include "base/wiretext.h"

#include <QCoreApplication>
#include <QHash>

namespace mta
{

namespace
{

using Table = QHash<QString, const char *>;

const Table &noteTable()
{
    static const Table table{
        {QStringLiteral("line-ends"), QT_TRANSLATE_NOOP("Compare", "Only the line ends are different, which senders do not mind.")},
        {QStringLiteral("written-differently"), QT_TRANSLATE_NOOP("Compare", "Written differently, with the same meaning for senders.")},
        {QStringLiteral("extensions"), QT_TRANSLATE_NOOP("Compare", "The live record has further fields, which senders ignore.")},
        {QStringLiteral("split"), QT_TRANSLATE_NOOP("Compare", "The live record is split into several strings, which senders join.")},
        {QStringLiteral("same-order"),
         QT_TRANSLATE_NOOP("Compare", "The preferences are other numbers in the same order, which is all that "
                                      "counts.")},
        {QStringLiteral("null-mx"), QT_TRANSLATE_NOOP("Compare", "The domain says that it takes no mail (null MX).")},
        {QStringLiteral("no-mx"), QT_TRANSLATE_NOOP("Compare", "No mail servers are planned, and there are no MX records.")},
        {QStringLiteral("not-announced"), QT_TRANSLATE_NOOP("Compare", "There is still a policy file, but no record announces it, so that "
                                                                       "senders do not ask for it.")},
        {QStringLiteral("record-unknown"), QT_TRANSLATE_NOOP("Compare", "There is a policy file, and whether a record announces it is not "
                                                                        "known.")},
        {QStringLiteral("another-id"),
         QT_TRANSLATE_NOOP("Compare", "The id is {live}, not {plan} as planned. It was changed after the policy had been announced, and "
                                      "it announces the same policy, so nothing is to be done: take it into the plan.")},
        {QStringLiteral("host-without-policy"),
         QT_TRANSLATE_NOOP("Compare", "The name still leads somewhere, but no policy is served there, so that senders find none. A record "
                                      "of its own may go; one that stands for all names (*) may stay.")},
        {QStringLiteral("ignored-by-senders"), QT_TRANSLATE_NOOP("Compare", "Senders ignore what is different.")},
        {QStringLiteral("senders-do-not-get-it"),
         QT_TRANSLATE_NOOP("Compare", "Senders do not get this file as it is served now. The audit of the domain says why.")},
        {QStringLiteral("id-is-the-same"), QT_TRANSLATE_NOOP("Compare", "The id is the same on both sides. Senders fetch a changed policy "
                                                                        "only when the id changes too (RFC 8461 §3.1).")},
        {QStringLiteral("lookup-failed"), QT_TRANSLATE_NOOP("Compare", "The DNS gave no answer that can be used.")},
        {QStringLiteral("not-asked"), QT_TRANSLATE_NOOP("Compare", "This was not asked for.")},
        {QStringLiteral("tlsa-not-asked"),
         QT_TRANSLATE_NOOP("Compare",
                           "Not asked for, or without an answer: senders look for TLSA records only where the addresses of a live "
                           "mail server are signed with DNSSEC.")},
        {QStringLiteral("not-fetched"), QT_TRANSLATE_NOOP("Compare", "The policy host was not asked, or could not be reached from here.")},
        {QStringLiteral("not-reached"),
         QT_TRANSLATE_NOOP("Compare", "No certificate could be seen from here, or none that can be judged.")},
    };
    return table;
}

const Table &reasonTable()
{
    static const Table table{
        {QStringLiteral("nobody-knows"), QT_TRANSLATE_NOOP("Compare", "Nothing tells which side is right: whoever made the last change "
                                                                      "knows.")},
        {QStringLiteral("not-published-yet"), QT_TRANSLATE_NOOP("Compare", "Either it is not published yet, or it was taken away.")},
        {QStringLiteral("live-is-invalid"),
         QT_TRANSLATE_NOOP("Compare", "The plan looks right: what is live breaks the rules, and senders do "
                                      "not use it.")},
        {QStringLiteral("live-is-several"),
         QT_TRANSLATE_NOOP("Compare", "The plan looks right: there are several such records, and senders "
                                      "then use none of them.")},
        {QStringLiteral("record-without-policy"), QT_TRANSLATE_NOOP("Compare", "The plan looks right: the record announces a policy, and "
                                                                               "there is none.")},
        {QStringLiteral("plan-misses-mx"), QT_TRANSLATE_NOOP("Compare", "Live looks right: it covers all live mail servers. The plan does "
                                                                        "not cover: {hosts}.")},
        {QStringLiteral("live-misses-mx"), QT_TRANSLATE_NOOP("Compare", "The plan looks right: it covers all live mail servers. Live does "
                                                                        "not cover: {hosts}.")},
        {QStringLiteral("live-enforces-too-early"),
         QT_TRANSLATE_NOOP("Compare", "The plan looks right: live is in enforce, and senders would refuse these mail servers: {hosts}.")},
        {QStringLiteral("plan-enforces-too-early"),
         QT_TRANSLATE_NOOP("Compare", "Live looks right: the plan is in enforce, and senders would refuse these mail servers: {hosts}.")},
        {QStringLiteral("live-is-former"),
         QT_TRANSLATE_NOOP("Compare", "The plan looks right: live is the policy that stood from {from} on "
                                      "and has been replaced since.")},
        {QStringLiteral("plan-is-former"),
         QT_TRANSLATE_NOOP("Compare", "Live looks right: the plan has the policy that stood from {from} on "
                                      "and has been replaced since.")},
        {QStringLiteral("policy-is-the-same"), QT_TRANSLATE_NOOP("Compare", "Live looks right: the policy is the one planned, and senders "
                                                                            "know it by the id {live}.")},
        {QStringLiteral("as-live-policy"), QT_TRANSLATE_NOOP("Compare", "Live looks right, as its policy does.")},
        {QStringLiteral("as-planned-policy"), QT_TRANSLATE_NOOP("Compare", "The plan looks right, as its policy does.")},
        {QStringLiteral("live-id-older"), QT_TRANSLATE_NOOP("Compare", "The plan looks right: the live id {live} is older than {plan}.")},
        {QStringLiteral("live-id-newer"), QT_TRANSLATE_NOOP("Compare", "Live looks right: its id {live} is newer than {plan}.")},
        {QStringLiteral("mx-is-covered"), QT_TRANSLATE_NOOP("Compare", "Live looks right: a policy already covers this mail server.")},
        {QStringLiteral("live-tlsa-fits"), QT_TRANSLATE_NOOP("Compare", "Live looks right: its records fit the certificate that the mail "
                                                                        "server shows, those of the plan do not.")},
        {QStringLiteral("planned-tlsa-fits"), QT_TRANSLATE_NOOP("Compare", "The plan looks right: its records fit the certificate that the "
                                                                           "mail server shows, those that are live do not.")},
        {QStringLiteral("live-host-serves"), QT_TRANSLATE_NOOP("Compare", "Live looks right: senders get a policy from there.")},
        {QStringLiteral("no-certificate"), QT_TRANSLATE_NOOP("Compare", "The mail server shows no certificate, because encryption does not "
                                                                        "come about. The audit of the domain says why.")},
        {QStringLiteral("certificate-does-not-fit"),
         QT_TRANSLATE_NOOP("Compare", "The certificate does not fit, and no plan changes that. The audit of the domain says what is wrong "
                                      "with it.")},
    };
    return table;
}

const char *adviceFor(const LiveRow &row)
{
    if (row.item == PlanItem::PolicyCertificate || row.item == PlanItem::MxCertificate)
        return QT_TRANSLATE_NOOP("Compare", "Give the server a certificate that fits.");
    if (row.right == LooksRight::Live)
        return QT_TRANSLATE_NOOP("Compare", "Make what is live the plan.");
    if (row.state == LiveState::Unexpected && (row.item == PlanItem::Record || row.item == PlanItem::Policy))
        return QT_TRANSLATE_NOOP("Compare",
                                 "Plan it too, or take it away in the order of RFC 8461 §8.3: senders may still go by the policy.");
    if (row.state == LiveState::Unexpected)
        return QT_TRANSLATE_NOOP("Compare", "Plan it too, or take it away.");
    if (row.right == LooksRight::Plan)
        return QT_TRANSLATE_NOOP("Compare", "Publish what is planned.");
    return QT_TRANSLATE_NOOP("Compare", "Publish what is planned, or change the plan.");
}

const Table &leftTable()
{
    static const Table table{
        {QStringLiteral("invalid"), QT_TRANSLATE_NOOP("Compare", "What is live breaks the rules, so that it cannot be planned.")},
        {QStringLiteral("absent"), QT_TRANSLATE_NOOP("Compare", "The record announces a policy, and there is none that could be planned.")},
        {QStringLiteral("no-policy"), QT_TRANSLATE_NOOP("Compare", "The record announces a policy that is not known.")},
        {QStringLiteral("no-record"), QT_TRANSLATE_NOOP("Compare", "The policy has no record with an id that could be planned with it.")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("Compare", "What is live has a name that no plan can hold.")},
        {QStringLiteral("too-many"), QT_TRANSLATE_NOOP("Compare", "There are more of them than a plan can hold.")},
    };
    return table;
}

QString filled(const char *sentence, const Values &values)
{
    Values visible;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        visible.insert(value.key(), visibleText(value.value(), 400));
    return sentence ? fillPlaceholders(QCoreApplication::translate("Compare", sentence), visible) : QString();
}

} // namespace

QString planItemName(PlanItem item)
{
    switch (item) {
    case PlanItem::Record:
        return QStringLiteral("record");
    case PlanItem::TlsRpt:
        return QStringLiteral("tls-rpt");
    case PlanItem::PolicyHost:
        return QStringLiteral("policy-host");
    case PlanItem::Policy:
        return QStringLiteral("policy");
    case PlanItem::PolicyCertificate:
        return QStringLiteral("policy-certificate");
    case PlanItem::Mx:
        return QStringLiteral("mx");
    case PlanItem::Tlsa:
        return QStringLiteral("tlsa");
    case PlanItem::MxCertificate:
        break;
    }
    return QStringLiteral("mx-certificate");
}

QString liveStateName(LiveState state)
{
    switch (state) {
    case LiveState::Same:
        return QStringLiteral("same");
    case LiveState::Differs:
        return QStringLiteral("differs");
    case LiveState::Missing:
        return QStringLiteral("missing");
    case LiveState::Unexpected:
        return QStringLiteral("unexpected");
    case LiveState::NotTested:
        break;
    }
    return QStringLiteral("not-tested");
}

QString looksRightName(LooksRight side)
{
    switch (side) {
    case LooksRight::Live:
        return QStringLiteral("live");
    case LooksRight::Plan:
        return QStringLiteral("plan");
    case LooksRight::Nobody:
        break;
    }
    return {};
}

QString liveNoteText(const LiveRow &row, const QString &note)
{
    return filled(noteTable().value(note), row.values);
}

QString liveReasonText(const LiveRow &row)
{
    return row.isDifferent() ? filled(reasonTable().value(row.reason), row.values) : QString();
}

QString liveAdvice(const LiveRow &row)
{
    return row.isDifferent() ? QCoreApplication::translate("Compare", adviceFor(row)) : QString();
}

QString notAdoptedText(const NotAdopted &left)
{
    return filled(leftTable().value(left.reason), {});
}

} // namespace mta
