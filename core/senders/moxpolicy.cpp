// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// mox reads by the grammar, octet by octet. It departs from it where a comment says so.

#include "mtasts/mxpattern.h"
#include "senders/lenient.h"
#include "senders/moxcursor.h"
#include "senders/readers.h"

#include <QHostAddress>
#include <QSet>

namespace mta
{

namespace
{

struct MoxFields {
    QSet<QByteArray> seen;
    std::optional<PolicyMode> mode;
    QByteArrayList mx;
};

QByteArray takeKey(MoxCursor &cursor)
{
    // The first octet may be a hyphen or a full stop too.
    return cursor.takeWhile(
        [](char c, qsizetype i) { return i < 32 && (isAlphanumeric(c) || c == '-' || c == '.' || (i > 0 && c == '_')); });
}

bool isNameForMox(const QByteArray &name)
{
    const QByteArrayList labels = name.split('.');
    const bool wellFormed = std::all_of(labels.cbegin(), labels.cend(), [](const QByteArray &label) {
        const bool reserved = label.mid(2, 2) == "--" && !label.toLower().startsWith("xn--"); // IDNA keeps those to itself
        return !label.isEmpty() && !label.startsWith('-') && !label.endsWith('-') && !reserved;
    });
    QHostAddress address;
    return wellFormed && !(labels.size() == 4 && address.setAddress(QString::fromLatin1(name)));
}

std::optional<QByteArray> takePattern(MoxCursor &cursor)
{
    const QByteArray star = cursor.take("*.") ? "*." : "";
    const QByteArray name = cursor.takeWhile([](char c, qsizetype) { return isAlphanumeric(c) || c == '-' || c == '.'; });
    if (!isNameForMox(name))
        return std::nullopt;
    return star + name.toLower();
}

bool takeExtensionValue(MoxCursor &cursor)
{
    const QByteArray value = cursor.takeWhile(
        [](char c, qsizetype i) { return (c > ' ' && c < 0x7f) || static_cast<unsigned char>(c) >= 0x80 || (c == ' ' && i > 0); });
    return !value.isEmpty();
}

/// The value of one field; the reason when it is refused, or null.
const char *takeValue(MoxCursor &cursor, const QByteArray &key, MoxFields &fields)
{
    if (key == "version")
        return cursor.take("STSv1") ? nullptr : "version";
    if (key == "mode") {
        for (const PolicyMode mode : {PolicyMode::Testing, PolicyMode::Enforce, PolicyMode::None}) {
            if (cursor.take(policyModeName(mode).toLatin1().constData())) {
                fields.mode = fields.mode.value_or(mode);
                return nullptr;
            }
        }
        return "mode";
    }
    if (key == "max_age") {
        const QByteArray digits = cursor.takeWhile([](char c, qsizetype i) { return i < 10 && c >= '0' && c <= '9'; });
        bool fits = false;
        digits.toInt(&fits); // up to 2^31, not to a year
        return fits ? nullptr : "max-age";
    }
    if (key == "mx") {
        const auto pattern = takePattern(cursor);
        if (pattern)
            fields.mx.append(*pattern);
        return pattern ? nullptr : "mx-pattern";
    }
    return takeExtensionValue(cursor) ? nullptr : "extension";
}

const char *junkBehind(const QByteArray &key)
{
    return key == "version" ? "version" : key == "mode" ? "mode" : key == "max_age" ? "max-age" : key == "mx" ? "mx-pattern" : "extension";
}

} // namespace

SenderVerdict moxPolicy(const ServedPolicy &policy)
{
    if (const auto refusal = goRefuses(policy, false)) // the media type is not looked at
        return *refusal;
    if (policy.cut || policy.body.size() > maxPolicySize)
        return refused("too-large");
    MoxCursor cursor(policy.body);
    MoxFields fields;
    qsizetype line = 0;
    do {
        ++line;
        const QByteArray key = takeKey(cursor);
        if (key.isEmpty() && (cursor.next() == '\n' || cursor.next() == '\r'))
            return refused("blank-line", line);
        if (key.isEmpty() && policy.body.startsWith("\xef\xbb\xbf") && line == 1)
            return refused("bom", 1);
        if (key.isEmpty() || !cursor.take(":"))
            return refused("line", line);
        cursor.skipBlanks();
        const char *reason = takeValue(cursor, key, fields);
        cursor.skipBlanks();
        if (!reason && !cursor.atEnd() && !cursor.take("\n") && !cursor.take("\r\n"))
            reason = junkBehind(key);
        if (reason) // also one that is to be ignored must be right
            return refused(key != "mx" && fields.seen.contains(key) ? "repeated-key" : reason, line);
        fields.seen.insert(key);
    } while (!cursor.atEnd());
    if (!fields.seen.contains("version"))
        return refused("version");
    if (!fields.mode)
        return refused("mode");
    if (!fields.seen.contains("max_age"))
        return refused("max-age");
    if (fields.mx.isEmpty() && fields.mode != PolicyMode::None)
        return refused("mx-missing");
    return honoured(*fields.mode, fields.mx);
}

bool moxMatches(const QByteArray &pattern, const QString &host)
{
    MoxCursor cursor(pattern);
    const auto taken = takePattern(cursor);
    if (!taken || !cursor.atEnd())
        return false;
    const QString text = QString::fromLatin1(*taken);
    const QString name = host.toLower();
    return text == name || matchesOneLabel(text, name);
}

} // namespace mta
