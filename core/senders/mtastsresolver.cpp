// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// postfix-mta-sts-resolver, written in Python: what Python's splitlines(), int() and decode() make of a file.

#include "senders/lenient.h"
#include "senders/readers.h"

#include <QRegularExpression>

namespace mta
{

namespace
{

/// The parameter `charset` of the media type, lower case; "ascii" without one.
QByteArray charsetOf(const QByteArray &contentType)
{
    static const QRegularExpression parameter(QStringLiteral(R"(;\s*charset\s*=\s*"?([^\s;"]+))"),
                                              QRegularExpression::CaseInsensitiveOption);
    const auto match = parameter.match(QString::fromLatin1(contentType.left(1024)));
    return match.hasMatch() ? match.captured(1).toLatin1().toLower() : QByteArray("ascii");
}

/// Absent where Python cannot decode it.
std::optional<QString> text(const ServedPolicy &policy)
{
    const bool ascii = std::all_of(policy.body.cbegin(), policy.body.cend(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii)
        return QString::fromLatin1(policy.body);
    const QByteArray charset = charsetOf(policy.contentType);
    if (charset == "utf-8" || charset == "utf8")
        return QUtf8StringView(policy.body).isValidUtf8() ? std::optional(decoded(policy.body)) : std::nullopt;
    if (charset == "iso-8859-1" || charset == "latin1" || charset == "latin-1")
        return QString::fromLatin1(policy.body);
    return std::nullopt;
}

/// Every Unicode line end counts.
QStringList lines(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]"));
    return text.split(end);
}

/// int(): blanks around it, a sign, digits of any script, single underscores between them. Absent where it is no number; what does not
/// fit becomes the largest number.
std::optional<qint64> integer(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(^[+-]?\p{Nd}+(_\p{Nd}+)*$)"), QRegularExpression::UseUnicodePropertiesOption);
    const QString number = trimmedAs(Blanks::Python, text);
    if (!form.match(number).hasMatch())
        return std::nullopt;
    qint64 value = 0;
    for (const char32_t c : number.toUcs4()) {
        if (c == U'_' || c == U'+' || c == U'-')
            continue;
        if (value > std::numeric_limits<qint64>::max() / 10 - 10)
            return std::numeric_limits<qint64>::max();
        value = value * 10 + QChar::digitValue(c);
    }
    return number.startsWith(u'-') ? -value : value;
}

} // namespace

SenderVerdict resolverPolicy(const ServedPolicy &policy)
{
    if (policy.httpStatus != 200)
        return refused("status");
    if (policy.contentType.toLower().split(';').constFirst().trimmed() != "text/plain")
        return refused("media-type");
    if (!unpacks(policy, {"gzip", "deflate"}))
        return refused("compressed");
    if (policy.cut || policy.body.size() > maxPolicySize)
        return refused("too-large");
    const auto readable = text(policy);
    if (!readable)
        return refused("charset");
    Fields fields;
    for (const QString &whole : lines(*readable)) {
        const QString line = trimmedRightAs(Blanks::Python, whole);
        const qsizetype colon = line.indexOf(u':');
        fields.take(colon < 0 ? line : line.left(colon), colon < 0 ? QString() : trimmedLeftAs(Blanks::Python, line.mid(colon + 1)));
    }
    if (fields.version != QLatin1String("STSv1"))
        return fields.version.isNull() ? versionRefused(policy.body) : fields.refusedFor("version", "version");
    const auto maxAge = integer(fields.maxAge);
    if (!maxAge || *maxAge < 0 || *maxAge > maxPolicyAge.count())
        return fields.refusedFor("max-age", "max_age");
    const auto mode = exactMode(fields.mode);
    if (!mode)
        return fields.refusedFor("mode", "mode");
    if (fields.mx.isEmpty() && mode != PolicyMode::None)
        return refused("mx-missing");
    return honoured(*mode, fields.mx); // any text passes as mx
}

SenderVerdict resolverRecords(const QByteArrayList &values)
{
    QByteArrayList candidates = values;
    candidates.removeIf([](const QByteArray &value) {
        return !value.startsWith("v=STSv1") ||
               std::any_of(value.cbegin(), value.cend(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    });
    if (candidates.size() != 1)
        return refused(candidates.isEmpty() ? "record-none" : "record-several");
    bool id = false;
    QString version;
    for (const QByteArray &raw : candidates.constFirst().split(';')) {
        const QString field = trimmedAs(Blanks::Python, decoded(raw));
        const qsizetype equals = field.indexOf(u'=');
        const QString key = equals < 0 ? field : field.left(equals);
        id = id || key == QLatin1String("id"); // its value is not looked at
        if (key == QLatin1String("v"))
            version = field.mid(equals + 1);
    }
    if (version != QLatin1String("STSv1"))
        return refused("record-none");
    if (!id)
        return refused("record-id");
    return recordHonoured();
}

} // namespace mta
