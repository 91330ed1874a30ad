// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "senders/senders.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace mta
{

namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("Senders", text);
}

/// Why a sender refuses, and what helps.
struct Cause {
    const char *reason;
    const char *text;
    const char *advice; ///< key; null when nothing can be changed about it
};
// In the order of the chain: the advice is given in it.
constexpr Cause causes[] = {
    {"record-none", QT_TRANSLATE_NOOP("Senders", "it finds no record that announces a policy"), "record-plain"},
    {"record-several", QT_TRANSLATE_NOOP("Senders", "it finds more than one record that announces a policy"), "record-alone"},
    {"record-beside", QT_TRANSLATE_NOOP("Senders", "it wants no other TXT record beside the one for MTA-STS"), "record-alone"},
    {"record-space", QT_TRANSLATE_NOOP("Senders", "it wants the record to begin with “v=STSv1;”, without a space"), "record-plain"},
    {"record-id", QT_TRANSLATE_NOOP("Senders", "it finds no usable id in the record"), "record-plain"},
    {"record-syntax", QT_TRANSLATE_NOOP("Senders", "it finds a mistake in the record"), "record-plain"},
    {"not-delivered", QT_TRANSLATE_NOOP("Senders", "no sender gets the file"), "deliver"},
    {"status", QT_TRANSLATE_NOOP("Senders", "it wants the HTTP status 200"), "status"},
    {"media-type", QT_TRANSLATE_NOOP("Senders", "it wants the media type text/plain"), "media-type"},
    {"charset", QT_TRANSLATE_NOOP("Senders", "the file is not plain ASCII, and the media type does not say its charset"), "charset"},
    {"compressed", QT_TRANSLATE_NOOP("Senders", "it cannot unpack the file"), "uncompressed"},
    {"too-large", QT_TRANSLATE_NOOP("Senders", "the file is larger than it reads"), "small-file"},
    {"not-utf8", QT_TRANSLATE_NOOP("Senders", "the file is not UTF-8"), "plain-lines"},
    {"bom", QT_TRANSLATE_NOOP("Senders", "a byte order mark stands in front of the first line"), "no-bom"},
    {"blank-line", QT_TRANSLATE_NOOP("Senders", "it takes no blank line"), "plain-lines"},
    {"line", QT_TRANSLATE_NOOP("Senders", "it takes no line that is not “key: value”"), "plain-lines"},
    {"colon-in-value", QT_TRANSLATE_NOOP("Senders", "it takes no second colon in a line"), "no-colon"},
    {"extension", QT_TRANSLATE_NOOP("Senders", "it finds a mistake in a line with an extension"), "no-extensions"},
    {"repeated-key", QT_TRANSLATE_NOOP("Senders", "a key stands more than once, and not every line with it is right"), "single-keys"},
    {"version", QT_TRANSLATE_NOOP("Senders", "it finds no usable version"), "version"},
    {"mode", QT_TRANSLATE_NOOP("Senders", "it finds no usable mode"), "mode"},
    {"max-age", QT_TRANSLATE_NOOP("Senders", "it finds no usable max_age"), "max-age"},
    {"max-age-zero", QT_TRANSLATE_NOOP("Senders", "it takes no max_age of zero"), "max-age"},
    {"max-age-day", QT_TRANSLATE_NOOP("Senders", "Google is said not to act on a max_age under one day"), "max-age-day"},
    {"mx-missing", QT_TRANSLATE_NOOP("Senders", "it finds no mx"), "mx"},
    {"mx-missing-none", QT_TRANSLATE_NOOP("Senders", "it wants an mx even in mode none"), "mx-in-none"},
    {"mx-pattern", QT_TRANSLATE_NOOP("Senders", "it takes no mx that is not a host name or “*.” and a host name"), "mx"},
};

struct Advice {
    const char *key;
    const char *text;
};
constexpr Advice advices[] = {
    {"record-plain",
     QT_TRANSLATE_NOOP("Senders", "Write the TXT record as the standard has it, and nothing more: v=STSv1; id=20260101T000000;")},
    {"record-alone", QT_TRANSLATE_NOOP("Senders", "Leave a single TXT record at _mta-sts.")},
    {"deliver", QT_TRANSLATE_NOOP("Senders", "See to it that the policy host can be reached and shows a valid certificate.")},
    {"status", QT_TRANSLATE_NOOP("Senders", "Have the web server answer with the status 200 and no redirect.")},
    {"media-type", QT_TRANSLATE_NOOP("Senders", "Have the web server send: Content-Type: text/plain; charset=utf-8")},
    {"charset",
     QT_TRANSLATE_NOOP("Senders", "Write the file in plain ASCII, or have the web server send: Content-Type: text/plain; charset=utf-8")},
    {"uncompressed", QT_TRANSLATE_NOOP("Senders", "Serve the file without compression.")},
    {"small-file", QT_TRANSLATE_NOOP("Senders", "Keep the file under 10 KiB.")},
    {"no-bom", QT_TRANSLATE_NOOP("Senders", "Save the file as UTF-8 without a byte order mark.")},
    {"plain-lines", QT_TRANSLATE_NOOP("Senders", "Write one “key: value” a line: no blank lines, no comments, no indentation.")},
    {"no-colon", QT_TRANSLATE_NOOP("Senders", "Leave out lines that have a colon in their value.")},
    {"no-extensions", QT_TRANSLATE_NOOP("Senders", "Leave out lines with keys other than version, mode, mx and max_age.")},
    {"single-keys",
     QT_TRANSLATE_NOOP("Senders", "Leave a single line with each key, but for mx: some senders use the first, others the last.")},
    {"version", QT_TRANSLATE_NOOP("Senders", "Begin the file with the line: version: STSv1")},
    {"mode", QT_TRANSLATE_NOOP("Senders", "Write the mode as enforce, testing or none, in small letters.")},
    {"max-age", QT_TRANSLATE_NOOP("Senders", "Write max_age as a number of seconds above zero and up to 31557600, in digits alone.")},
    {"max-age-day", QT_TRANSLATE_NOOP("Senders", "Raise max_age to more than a day.")},
    {"mx", QT_TRANSLATE_NOOP("Senders",
                             "Name each mail server in an mx line of its own, as it stands in the MX record, without a trailing dot.")},
    {"mx-in-none",
     QT_TRANSLATE_NOOP("Senders", "Leave the mx lines in the file in mode none too: senders that refuse it keep the policy they have.")},
    {"mx-exact",
     QT_TRANSLATE_NOOP("Senders", "Name each mail server in full, or with a wildcard for its first label alone: some senders let a "
                                  "wildcard stand for several labels, others do not.")},
};

const Cause *causeOf(const QString &reason)
{
    const auto found =
        std::find_if(std::begin(causes), std::end(causes), [&](const Cause &cause) { return reason == QLatin1String(cause.reason); });
    return found == std::end(causes) ? nullptr : found;
}

/// Those that honour the policy do so in different modes.
bool modesDiffer(const QList<SenderRow> &rows)
{
    std::optional<PolicyMode> first;
    for (const SenderRow &row : rows) {
        if (row.policy.mode && first.value_or(*row.policy.mode) != *row.policy.mode)
            return true;
        if (!first)
            first = row.policy.mode;
    }
    return false;
}

/// Some cover a host that others do not.
bool coverageDiffers(const QList<SenderRow> &rows)
{
    QSet<QStringList> seen;
    for (const SenderRow &row : rows) {
        if (row.policy.reading == Reading::Honoured && row.policy.mode != PolicyMode::None)
            seen.insert(row.uncovered);
    }
    return seen.size() > 1;
}

} // namespace

QString adviceText(const QString &key)
{
    for (const Advice &advice : advices) {
        if (key == QLatin1String(advice.key))
            return words(advice.text);
    }
    return {};
}

QString adviceFor(const QString &reason)
{
    const Cause *cause = causeOf(reason);
    return cause ? QString::fromLatin1(cause->advice) : QString();
}

QStringList advice(const QList<SenderRow> &rows)
{
    QSet<QString> wanted;
    for (const SenderRow &row : rows) {
        wanted.insert(adviceFor(row.record.reason));
        wanted.insert(adviceFor(row.policy.reason));
    }
    if (modesDiffer(rows))
        wanted.insert(QStringLiteral("single-keys"));
    if (coverageDiffers(rows))
        wanted.insert(QStringLiteral("mx-exact"));
    QStringList keys;
    for (const Advice &advice : advices) {
        if (wanted.contains(QLatin1String(advice.key)))
            keys.append(QString::fromLatin1(advice.key));
    }
    return keys;
}

QString reasonText(const SenderVerdict &verdict)
{
    const Cause *cause = causeOf(verdict.reason);
    if (!cause)
        return {};
    if (verdict.line == 0)
        return words(cause->text);
    return QCoreApplication::translate("Senders", "%1 (line %2)", "reason, line of the policy").arg(words(cause->text)).arg(verdict.line);
}

QString readingText(const SenderRow &row)
{
    switch (row.reading()) {
    case Reading::Honoured:
        return QCoreApplication::translate("Senders", "honours it: %1", "mode of the policy").arg(policyModeName(row.policy.mode.value()));
    case Reading::Refused:
        return words(QT_TRANSLATE_NOOP("Senders", "has no policy"));
    case Reading::Unknown:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Senders", "not predicted"));
}

QString explanationText(const SenderRow &row)
{
    if (!row.decisive().reason.isEmpty())
        return reasonText(row.decisive());
    if (row.uncovered.isEmpty())
        return {};
    return QCoreApplication::translate("Senders", "not covered: %1", "mail servers").arg(row.uncovered.join(QLatin1String(", ")));
}

} // namespace mta
