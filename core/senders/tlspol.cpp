// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// postfix-tlspol follows the grammar line by line, and wants text/plain. It departs from it where a comment says so.

#include "senders/lenient.h"
#include "senders/moxcursor.h"
#include "senders/readers.h"

#include <QHostAddress>
#include <QSet>

namespace mta
{

namespace
{

QByteArray withoutBlanksRight(QByteArray text)
{
    while (text.endsWith(' ') || text.endsWith('\t'))
        text.chop(1);
    return text;
}

QByteArray withoutBlanksLeft(QByteArray text)
{
    while (text.startsWith(' ') || text.startsWith('\t'))
        text.remove(0, 1);
    return text;
}

bool isExtensionName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= 32 && isAlphanumeric(name.front()) &&
           std::all_of(name.cbegin(), name.cend(), [](char c) { return isAlphanumeric(c) || c == '_' || c == '-' || c == '.'; });
}

bool isExtensionValue(const QByteArray &value)
{
    const QString text = decoded(value);
    return !value.isEmpty() && QUtf8StringView(value).isValidUtf8() && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() != 0x7f && !(c.unicode() >= 0x80 && c.unicode() < 0xa0);
    });
}

bool isDnsName(QByteArray name)
{
    if (name.endsWith('.')) // a trailing dot passes
        name.chop(1);
    QHostAddress address;
    const QByteArrayList labels = name.split('.');
    if (name.isEmpty() || name.size() > 253 || (labels.size() == 4 && address.setAddress(QString::fromLatin1(name))))
        return false;
    return std::all_of(labels.cbegin(), labels.cend(), [](const QByteArray &label) {
        return !label.isEmpty() && label.size() <= 63 && !label.startsWith('-') && !label.endsWith('-') &&
               std::all_of(label.cbegin(), label.cend(), [](char c) { return isAlphanumeric(c) || c == '-'; });
    });
}

struct TlspolFields {
    bool version = false;
    bool maxAge = false;
    std::optional<PolicyMode> mode;
    QByteArrayList mx;
    QSet<QByteArray> seen;
};

/// The reason when the line is refused, or null.
const char *readLine(QByteArray line, TlspolFields &fields)
{
    line = withoutBlanksRight(line);
    if (line.isEmpty())
        return "blank-line";
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return "line";
    const QByteArray key = line.left(colon);
    const QByteArray value = withoutBlanksLeft(line.mid(colon + 1));
    const bool known = key == "version" || key == "mode" || key == "max_age" || key == "mx";
    if (!known && !isExtensionName(key))
        return key.startsWith("\xef\xbb\xbf") ? "bom" : "line";
    if (key != "mx" && fields.seen.contains(key))
        return nullptr;
    fields.seen.insert(key);
    if (key == "version")
        return (fields.version = value == "STSv1") ? nullptr : "version";
    if (key == "mode")
        return (fields.mode = exactMode(decoded(value))) ? nullptr : "mode";
    if (key == "max_age") { // more than a year becomes a year
        fields.maxAge = !value.isEmpty() && value.size() <= 10 &&
                        std::all_of(value.cbegin(), value.cend(), [](char c) { return c >= '0' && c <= '9'; });
        return fields.maxAge ? nullptr : "max-age";
    }
    if (key == "mx") {
        fields.mx.append(value);
        return isDnsName(value.startsWith("*.") ? value.mid(2) : value) ? nullptr : "mx-pattern";
    }
    return isExtensionValue(value) ? nullptr : "extension";
}

bool announcesPolicy(const QByteArray &value)
{
    return value.startsWith("v=STSv1") && withoutBlanksLeft(value.mid(7)).startsWith(';');
}

/// The reason when the record is refused, or null.
const char *readRecord(const QByteArray &value)
{
    if (!std::all_of(value.cbegin(), value.cend(), [](char c) { return c == '\t' || (c >= 0x20 && c <= 0x7e); }))
        return "record-syntax";
    const QByteArrayList fields = value.split(';');
    bool hasId = false;
    for (qsizetype i = 1; i < fields.size(); ++i) {
        const bool last = i == fields.size() - 1;
        QByteArray field = withoutBlanksLeft(fields.at(i));
        if (!last)
            field = withoutBlanksRight(field);
        if (field.isEmpty() && last)
            continue;
        const qsizetype equals = field.indexOf('=');
        if (equals < 0)
            return "record-syntax";
        const QByteArray key = field.left(equals);
        const QByteArray content = field.mid(equals + 1);
        if (key == "id" && hasId)
            continue;
        if (key == "id") {
            if (content.isEmpty() || content.size() > 32 || !std::all_of(content.cbegin(), content.cend(), isAlphanumeric))
                return "record-id";
            hasId = true;
            continue;
        }
        const bool printable = !content.isEmpty() && std::all_of(content.cbegin(), content.cend(),
                                                                 [](char c) { return c > 0x20 && c < 0x7f && c != '=' && c != ';'; });
        if (!isExtensionName(key) || !printable)
            return "record-syntax";
    }
    return hasId ? nullptr : "record-id";
}

} // namespace

SenderVerdict tlspolPolicy(const ServedPolicy &policy)
{
    if (const auto refusal = goRefuses(policy, true))
        return *refusal;
    if (policy.cut || policy.body.size() > maxPolicySize)
        return refused("too-large");
    const auto lines = goLines(policy.body);
    if (!lines)
        return refused("too-large");
    TlspolFields fields;
    for (qsizetype i = 0; i < lines->size(); ++i) {
        if (const char *reason = readLine(lines->at(i), fields))
            return refused(reason, i + 1);
    }
    if (!fields.version)
        return refused("version");
    if (!fields.mode)
        return refused("mode");
    if (!fields.maxAge)
        return refused("max-age");
    if (fields.mx.isEmpty() && fields.mode != PolicyMode::None)
        return refused("mx-missing");
    return honoured(*fields.mode, fields.mx);
}

SenderVerdict tlspolRecords(const QByteArrayList &values)
{
    QByteArrayList candidates = values;
    candidates.removeIf([](const QByteArray &value) { return !announcesPolicy(value); });
    if (candidates.size() != 1)
        return refused(candidates.isEmpty() ? "record-none" : "record-several");
    if (const char *reason = readRecord(candidates.constFirst()))
        return refused(reason);
    return recordHonoured();
}

} // namespace mta
