// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "senders/lenient.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QUrl>
#include <algorithm>

namespace mta
{

namespace
{

constexpr qsizetype scannerLimit = 64 * 1024;

bool isBlank(QChar character, Blanks blanks)
{
    const char16_t c = character.unicode();
    if ((c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
        c == 0x202f || c == 0x205f || c == 0x3000)
        return true;
    switch (blanks) {
    case Blanks::Go:
        return c == 0x85;
    case Blanks::JavaScript:
        return c == 0xfeff;
    case Blanks::Python:
        break;
    }
    return c == 0x85 || (c >= 0x1c && c <= 0x1f);
}

} // namespace

SenderVerdict refused(const char *reason, qsizetype line)
{
    SenderVerdict verdict;
    verdict.reading = Reading::Refused;
    verdict.reason = QString::fromLatin1(reason);
    verdict.line = static_cast<int>(line);
    return verdict;
}

SenderVerdict recordHonoured()
{
    SenderVerdict verdict;
    verdict.reading = Reading::Honoured;
    return verdict;
}

SenderVerdict honoured(PolicyMode mode, const QByteArrayList &mx)
{
    SenderVerdict verdict = recordHonoured();
    verdict.mode = mode;
    verdict.mx = mx;
    return verdict;
}

std::optional<PolicyMode> exactMode(const QString &text)
{
    for (const PolicyMode mode : {PolicyMode::Enforce, PolicyMode::Testing, PolicyMode::None}) {
        if (text == policyModeName(mode))
            return mode;
    }
    return std::nullopt;
}

SenderVerdict versionRefused(const QByteArray &body, qsizetype line)
{
    return body.startsWith("\xef\xbb\xbf") ? refused("bom", 1) : refused("version", line);
}

QString decoded(const QByteArray &octets)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(octets);
}

QString trimmedLeftAs(Blanks blanks, const QString &text)
{
    const auto begin = std::find_if_not(text.cbegin(), text.cend(), [blanks](QChar c) { return isBlank(c, blanks); });
    return text.mid(begin - text.cbegin());
}

QString trimmedRightAs(Blanks blanks, const QString &text)
{
    const auto end = std::find_if_not(text.crbegin(), text.crend(), [blanks](QChar c) { return isBlank(c, blanks); });
    return text.left(text.crend() - end);
}

QString trimmedAs(Blanks blanks, const QString &text)
{
    return trimmedLeftAs(blanks, trimmedRightAs(blanks, text));
}

std::optional<QByteArrayList> goLines(const QByteArray &text)
{
    QByteArrayList lines;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype feed = text.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? text.size() : feed;
        if (end - begin >= scannerLimit)
            return std::nullopt;
        QByteArray line = text.mid(begin, end - begin);
        if (line.endsWith('\r'))
            line.chop(1);
        lines.append(line);
        begin = end + 1;
    }
    return lines;
}

bool goReadsTextPlain(const QByteArray &contentType)
{
    static const QRegularExpression wanted(
        QStringLiteral(R"(^\s*text/plain\s*(;\s*[^\s;="]+\s*=\s*([^\s;="]+|"([^"\\]|\\.)*")\s*)*;?\s*$)"),
        QRegularExpression::CaseInsensitiveOption);
    return wanted.match(QString::fromLatin1(contentType.left(1024))).hasMatch();
}

std::optional<qint64> goInteger(const QByteArray &text)
{
    const QByteArray digits = text.startsWith('+') || text.startsWith('-') ? text.mid(1) : text;
    if (digits.isEmpty() || !std::all_of(digits.cbegin(), digits.cend(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    bool fits = false;
    const qint64 value = text.toLongLong(&fits);
    return fits ? std::optional(value) : std::nullopt;
}

bool unpacks(const ServedPolicy &policy, const QByteArrayList &codings)
{
    const QByteArray coding = policy.contentEncoding.trimmed().toLower();
    return coding.isEmpty() || coding == "identity" || codings.contains(coding);
}

std::optional<SenderVerdict> goRefuses(const ServedPolicy &policy, bool wantsTextPlain)
{
    if (policy.httpStatus != 200)
        return refused("status");
    if (wantsTextPlain && !goReadsTextPlain(policy.contentType))
        return refused("media-type");
    if (!unpacks(policy, {"gzip"}))
        return refused("compressed");
    return std::nullopt;
}

void Fields::take(const QString &key, const QString &value)
{
    const auto keep = [&](QString &field) {
        if (!field.isNull() && !repeated.contains(key))
            repeated.append(key);
        field = value.isNull() ? QLatin1String("") : value;
    };
    if (key == QLatin1String("version"))
        keep(version);
    else if (key == QLatin1String("mode"))
        keep(mode);
    else if (key == QLatin1String("max_age"))
        keep(maxAge);
    else if (key == QLatin1String("mx"))
        mx.append(value.toUtf8());
}

SenderVerdict Fields::refusedFor(const char *reason, const char *key) const
{
    return refused(repeated.contains(QLatin1String(key)) ? "repeated-key" : reason);
}

SenderVerdict Fields::refusedForNoMx() const
{
    return refused(mode == policyModeName(PolicyMode::None) ? "mx-missing-none" : "mx-missing");
}

QString comparableName(const QString &name)
{
    const QString lower = (name.endsWith(u'.') ? name.chopped(1) : name).toLower();
    const bool ascii = std::all_of(lower.cbegin(), lower.cend(), [](QChar c) { return c.unicode() < 0x80; });
    if (ascii)
        return lower;
    const bool wildcard = lower.startsWith(QLatin1String("*."));
    const QByteArray ace = QUrl::toAce(wildcard ? lower.mid(2) : lower);
    if (ace.isEmpty())
        return lower;
    return wildcard ? QLatin1String("*.") + QString::fromLatin1(ace) : QString::fromLatin1(ace);
}

bool matchesOneLabel(const QString &pattern, const QString &host)
{
    const qsizetype dot = host.indexOf(u'.');
    return pattern.startsWith(QLatin1String("*.")) && dot >= 0 && host.mid(dot) == pattern.mid(1);
}

bool postfixMatches(const QByteArray &pattern, const QString &host)
{
    const QString written = decoded(pattern).toLower();
    const QString name = host.toLower();
    if (!written.startsWith(QLatin1String("*.")))
        return written == name;
    return name.size() > written.size() - 1 && name.endsWith(written.mid(1));
}

} // namespace mta
