// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/policyhits.h"
#include "audit/rules.h"
#include "audit/senderview.h"

#include <QtGlobal>

namespace mta
{

namespace
{

constexpr Rule rules[] = {
    {
        .id = "policy-syntax",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "Line {line} of the policy of {subject} is not “key: value”: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "One line outside the grammar makes the whole file worthless: strict senders go on as if there were no policy."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Write the file with a plain text editor: one “key: value” a line, no blank lines, no comments, no indentation."),
        .check = policySyntax,
    },
    {
        .id = "policy-encoding",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "Line {line} of the policy of {subject} has bytes that a policy cannot have, at column {column}: {reason}"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Such bytes are often invisible in an editor, yet senders stumble over them and have no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Save the file as plain UTF-8 without a byte order mark, with lines that end in LF or CRLF."),
        .check = policyEncoding,
    },
    {
        .id = "policy-version",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy of {subject} has no usable version: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders read a policy only if it says version: STSv1, written exactly so. Without it there is no policy for them."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Write this line into the policy: version: STSv1"),
        .check = policyVersion,
    },
    {
        .id = "policy-mode",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy of {subject} has no usable mode: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "The mode is one of enforce, testing and none, in small letters. With anything else senders have no policy."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Write one of these lines into the policy: “mode: testing” to try it out, “mode: enforce” to be protected."),
        .check = policyModeText,
    },
    {
        .id = "policy-max-age",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy of {subject} has no usable max_age: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "max_age says for how many seconds senders keep the policy: a whole number of at most "
                                                  "31557600 (a year). With anything else they have no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Write this line into the policy, with nothing behind the number: max_age: {suggestion}"),
        .check = policyMaxAge,
    },
    {
        .id = "policy-mx-missing",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy of {subject} names no mail server: there is no mx line."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Without an mx line the policy is malformed, unless its mode is none. Senders treat it as no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Add one line for each host of the MX records of {domain}, for example: mx: mx.example.com"),
        .check = policyMxMissing,
    },
    {
        .id = "policy-mx-pattern",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "Line {line} of the policy of {subject} has no usable mx pattern, “{pattern}”: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "A pattern is a host name, or “*.” and a host name. With anything else the whole policy "
                                                  "is malformed, and senders treat it as no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Write the host as it stands in the MX record, for example: mx: {suggestion}"),
        .check = policyMxPattern,
    },
    {
        .id = "policy-near-miss",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "Line {line} of the policy of {subject} says “{written}”; “{meant}” must have been meant."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Keys and values count only as the standard spells them. Senders do not guess."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Write “{meant}” instead of “{written}”."),
        .check = policyNearMiss,
    },
    {
        .id = "policy-glued-lines",
        .area = Area::Policy,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules",
                                     "Line {line} of the policy of {subject} holds two lines in one: behind “{first}” stands “{second}”."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Each field has a line of its own. Senders take everything up to the end of the line for one value, "
                                       "which means nothing to them, and the policy is malformed."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Begin a new line in front of “{key}:”. If the file has its lines apart where you wrote it, the web server "
                     "or a script takes the line ends out."),
        .check = policyGluedLines,
    },
    {
        .id = "policy-duplicate-key",
        .area = Area::Policy,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules",
            "The key {key} stands more than once in the policy of {subject}; again in line {line}. Senders use the first: {value}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "By the standard what stands behind the first is ignored. But some senders use the last instead, and some refuse "
                     "the file when a line that they should ignore is wrong."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Leave a single line with the key {key}."),
        .check = policyDuplicateKey,
    },
    {
        .id = "policy-max-age-short",
        .area = Area::Policy,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "Senders may keep the policy of {subject} for {seconds} seconds only, less than a week."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Between two fetches the cached policy is the protection: an attacker who blocks the "
                                                  "policy host for longer than max_age is rid of it. The standard expects weeks or more."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Raise max_age to two weeks or more once you are sure of the policy: max_age: 1209600"),
        .check = policyMaxAgeShort,
    },
    {
        .id = "policy-mx-broad",
        .area = Area::Policy,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §10.4",
        .message = QT_TRANSLATE_NOOP("Rules", "The pattern {pattern} in the policy of {subject} lets strangers in: {reason}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Whoever has a host that matches, and a certificate for it, passes as your mail server "
                                                  "when the answers of the DNS are forged."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Name your mail servers one by one, or use a pattern under a domain that only you or your mail provider can use."),
        .check = policyMxBroad,
    },
    {
        .id = "policy-senders-disagree",
        .area = Area::Policy,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "Not every sender honours the policy of {subject}, although it follows the standard. {senders}: {reason}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Servers that send with one of these programs go on as if there were no policy. Other "
                                                  "programs honour it, so only part of the mail is protected."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "To please all of them: {advice}"),
        .check = sendersDisagree,
    },
    {
        .id = "policy-max-age-advice",
        .area = Area::Policy,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "Senders may keep the policy of {subject} for {seconds} seconds, less than two weeks."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "That is allowed. The longer senders keep a policy in mode enforce, the longer an attacker would have to block it."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "When the policy has proved itself, raise max_age, for example to a month: max_age: 2592000"),
        .check = policyMaxAgeAdvice,
    },
    {
        .id = "policy-mode-testing",
        .area = Area::Policy,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §5",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The policy of {subject} is in mode testing: failures are reported, but mail is delivered all the same."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "That is the right start. An attacker is only reported, not stopped, until the mode is enforce."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "When the reports (TLS-RPT) show no failures for some weeks, write “mode: enforce” and change the id of the record."),
        .check = policyModeTesting,
    },
    {
        .id = "policy-mode-none",
        .area = Area::Policy,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §5",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy of {subject} is in mode none: senders treat the domain as if it had no policy."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "This is how a domain takes leave of MTA-STS: mail is not protected."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "To be protected, write “mode: testing”, later “mode: enforce”, with your mail servers as mx "
                                             "lines, and change the id of the record."),
        .check = policyModeNone,
    },
    {
        .id = "policy-mx-unused",
        .area = Area::Policy,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §4.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The pattern {pattern} in the policy of {subject} matches no MX record."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "That does no harm: it may be a server in reserve. It may also be a server that is gone, "
                                                  "whose name could fall into other hands."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Remove the line if the server is no longer yours: mx: {pattern}"),
        .check = policyMxUnused,
    },
    {
        .id = "policy-unknown-key",
        .area = Area::Policy,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy of {subject} has a key that the standard does not know: {key} (line {line})."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders ignore it, as they must. It is listed in case it is a mistake."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Nothing needs to be done if it is meant for somebody."),
        .check = policyUnknownKey,
    },
};

} // namespace

const QList<const Rule *> &policyRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
