// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/dnsupdate.h"

#include "base/placeholders.h"
#include <QCoreApplication>

namespace mta
{

const char *updateEndName(UpdateEnd end)
{
    switch (end) {
    case UpdateEnd::Done:
        return "done";
    case UpdateEnd::ChangedMeanwhile:
        return "changed-meanwhile";
    case UpdateEnd::Refused:
        return "refused";
    case UpdateEnd::NotAuthoritative:
        return "not-authoritative";
    case UpdateEnd::KeyUnknown:
        return "key-unknown";
    case UpdateEnd::KeyWrong:
        return "key-wrong";
    case UpdateEnd::ClockWrong:
        return "clock-wrong";
    case UpdateEnd::ServerFailed:
        return "server-failed";
    case UpdateEnd::NotSupported:
        return "not-supported";
    case UpdateEnd::Unreachable:
        return "unreachable";
    case UpdateEnd::NoAnswer:
        return "no-answer";
    case UpdateEnd::NotDns:
        return "not-dns";
    case UpdateEnd::Untrusted:
        return "untrusted";
    case UpdateEnd::Cancelled:
        return "cancelled";
    }
    return "";
}

namespace
{

/// The sentence of each end; {server}, {zone}, {key} and {detail} are filled in.
const char *sentenceOf(UpdateEnd end)
{
    switch (end) {
    case UpdateEnd::Done:
        return QT_TRANSLATE_NOOP("Publish", "The name server {server} has done what was asked.");
    case UpdateEnd::ChangedMeanwhile:
        return QT_TRANSLATE_NOOP("Publish",
                                 "Somebody else has changed the same records of {zone} since they were looked at, so nothing was "
                                 "changed (RFC 2136 §2.4). Look again and decide anew.");
    case UpdateEnd::Refused:
        return QT_TRANSLATE_NOOP("Publish",
                                 "The name server {server} refuses (REFUSED): it does not have the zone {zone}, or the key {key} has "
                                 "not the right to do this there. Whoever runs the server can grant it.");
    case UpdateEnd::NotAuthoritative:
        return QT_TRANSLATE_NOOP("Publish",
                                 "The name server {server} is not in charge of the zone {zone} (NOTAUTH). Name its primary server, "
                                 "and the zone as that server has it.");
    case UpdateEnd::KeyUnknown:
        return QT_TRANSLATE_NOOP("Publish", "The name server {server} does not know the key {key} (BADKEY), or not for this: its name or "
                                            "its algorithm is another there, or it has not the right to change these records.");
    case UpdateEnd::KeyWrong:
        return QT_TRANSLATE_NOOP("Publish", "The name server {server} knows a key {key}, but with another secret (BADSIG).");
    case UpdateEnd::ClockWrong:
        return QT_TRANSLATE_NOOP("Publish", "The clocks of the name server {server} and of this machine are more than five minutes apart "
                                            "(BADTIME). {detail}");
    case UpdateEnd::ServerFailed:
        return QT_TRANSLATE_NOOP("Publish", "The name server {server} failed while it worked on this (SERVFAIL). Its log tells why.");
    case UpdateEnd::NotSupported:
        return QT_TRANSLATE_NOOP("Publish",
                                 "The name server {server} does not take changes in this way (FORMERR or NOTIMP): it may not know "
                                 "DNS UPDATE (RFC 2136).");
    case UpdateEnd::Unreachable:
        return QT_TRANSLATE_NOOP("Publish", "The name server {server} cannot be reached over TCP. {detail}");
    case UpdateEnd::NoAnswer:
        return QT_TRANSLATE_NOOP("Publish", "The name server {server} gave no answer. {detail}");
    case UpdateEnd::NotDns:
        return QT_TRANSLATE_NOOP("Publish", "What came from {server} is not the answer to what was asked.");
    case UpdateEnd::Untrusted:
        return QT_TRANSLATE_NOOP("Publish", "The answer of {server} is not signed with the key {key}, so it counts for nothing "
                                            "(RFC 8945 §5.4).");
    case UpdateEnd::Cancelled:
        return QT_TRANSLATE_NOOP("Publish", "Stopped before there was an answer of {server}.");
    }
    return "";
}

/// The system's words as a sentence of their own.
QString detailOf(const UpdateOutcome &outcome)
{
    if (outcome.detail.isEmpty())
        return {};
    const char *text = outcome.end == UpdateEnd::ClockWrong ? QT_TRANSLATE_NOOP("Publish", "The server's clock says %1.")
                                                            : QT_TRANSLATE_NOOP("Publish", "The system says: %1.");
    return QCoreApplication::translate("Publish", text).arg(outcome.detail);
}

} // namespace

QString updateSentence(const UpdateOutcome &outcome, const UpdateServer &server)
{
    const Values values{{QStringLiteral("server"), nameserverText(server.server)},
                        {QStringLiteral("zone"), server.zone},
                        {QStringLiteral("key"), server.key.name},
                        {QStringLiteral("detail"), detailOf(outcome)}};
    return fillPlaceholders(QCoreApplication::translate("Publish", sentenceOf(outcome.end)), values).trimmed();
}

} // namespace mta
