// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/tsigkey.h"

#include "base/domainname.h"
#include "base/wiretext.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <optional>

namespace mta
{
namespace
{

constexpr TsigAlgorithm algorithms[] = {TsigAlgorithm::HmacSha256, TsigAlgorithm::HmacSha384, TsigAlgorithm::HmacSha512};

QString words(const char *text)
{
    return QCoreApplication::translate("Publish", text);
}

Error unusable(const char *reason)
{
    return {ErrorCode::InvalidInput, words(reason)};
}

/// Words, quoted or not, and the signs { } ; of a BIND configuration, without its three kinds of comments.
class Tokens
{
public:
    explicit Tokens(QByteArrayView text) : m_text(text) {}

    /// Empty at the end, and where a string or a comment does not end.
    QByteArrayView next()
    {
        skipBlanks();
        if (m_at >= m_text.size())
            return {};
        const qsizetype begin = m_at++;
        const char first = m_text.at(begin);
        if (first == '"') {
            const qsizetype end = m_text.indexOf('"', m_at);
            m_at = end < 0 ? m_text.size() : end + 1;
            return end < 0 ? QByteArrayView() : m_text.sliced(begin + 1, end - begin - 1);
        }
        if (!isSign(first)) {
            while (m_at < m_text.size() && !isSign(m_text.at(m_at)) && !isBlank(m_text.at(m_at)) && m_text.at(m_at) != '"')
                ++m_at;
        }
        return m_text.sliced(begin, m_at - begin);
    }

private:
    static bool isSign(char c) { return c == '{' || c == '}' || c == ';'; }
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

    void skipTo(QByteArrayView end)
    {
        const qsizetype found = m_text.indexOf(end, m_at);
        m_at = found < 0 ? m_text.size() : found + end.size();
    }
    void skipBlanks()
    {
        while (m_at < m_text.size()) {
            const QByteArrayView rest = m_text.sliced(m_at);
            if (isBlank(rest.front()))
                ++m_at;
            else if (rest.startsWith("/*"))
                skipTo("*/");
            else if (rest.startsWith("//") || rest.startsWith('#'))
                skipTo("\n");
            else
                return;
        }
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

std::optional<TsigAlgorithm> algorithmNamed(QByteArrayView name)
{
    for (const TsigAlgorithm algorithm : algorithms) {
        if (name.compare(QByteArrayView(tsigAlgorithmName(algorithm)), Qt::CaseInsensitive) == 0)
            return algorithm;
    }
    return std::nullopt;
}

/// A key's name is a domain name (RFC 8945 §4.2), often of one label and with underscores.
std::optional<QString> keyName(QByteArrayView text)
{
    const QString name = normalisedName(QString::fromLatin1(text));
    const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.';
    });
    if (!plain || name.isEmpty() || name.size() > 253)
        return std::nullopt;
    for (const QStringView label : QStringView(name).split(u'.')) {
        if (label.isEmpty() || label.size() > 63)
            return std::nullopt;
    }
    return name;
}

std::optional<Secret> secretOf(QByteArrayView base64)
{
    QByteArray copy = base64.toByteArray();
    auto decoded = QByteArray::fromBase64Encoding(copy, QByteArray::AbortOnBase64DecodingErrors);
    wipe(copy);
    const bool good = decoded && !decoded.decoded.isEmpty() && decoded.decoded.size() <= maxKeyOctets;
    std::optional<Secret> secret = good ? std::optional<Secret>(decoded.decoded) : std::nullopt;
    wipe(decoded.decoded);
    return secret;
}

} // namespace

const char *tsigAlgorithmName(TsigAlgorithm algorithm)
{
    switch (algorithm) {
    case TsigAlgorithm::HmacSha384:
        return "hmac-sha384";
    case TsigAlgorithm::HmacSha512:
        return "hmac-sha512";
    default:
        return "hmac-sha256";
    }
}

Result<TsigKey> parseTsigKey(QByteArrayView text)
{
    const Error noKey = unusable(QT_TRANSLATE_NOOP("Publish", "There is no key as tsig-keygen writes it: key \"NAME\" { algorithm "
                                                              "hmac-sha256; secret \"...\"; };"));
    Tokens tokens(text);
    if (tokens.next().compare("key", Qt::CaseInsensitive) != 0)
        return noKey;
    const std::optional<QString> name = keyName(tokens.next());
    if (!name)
        return unusable(QT_TRANSLATE_NOOP("Publish", "The name of the key is no domain name (RFC 8945 §4.2)."));
    if (tokens.next() != "{")
        return noKey;
    std::optional<TsigAlgorithm> algorithm;
    std::optional<Secret> secret;
    QByteArrayView word = tokens.next();
    for (; !word.isEmpty() && word != "}"; word = tokens.next()) {
        const QByteArrayView value = tokens.next();
        if (tokens.next() != ";")
            return noKey;
        if (word.compare("algorithm", Qt::CaseInsensitive) == 0 && !algorithm) {
            algorithm = algorithmNamed(value);
            if (!algorithm)
                return unusable(QT_TRANSLATE_NOOP("Publish", "The key is for an algorithm that is not used here. Make one for hmac-sha256: "
                                                             "tsig-keygen -a hmac-sha256 NAME."));
        } else if (word.compare("secret", Qt::CaseInsensitive) == 0 && !secret) {
            secret = secretOf(value);
            if (!secret)
                return unusable(QT_TRANSLATE_NOOP("Publish", "The secret of the key is not base64."));
        } else {
            return noKey;
        }
    }
    if (!algorithm || !secret || word != "}" || tokens.next() != ";")
        return noKey;
    if (!tokens.next().isEmpty())
        return unusable(QT_TRANSLATE_NOOP("Publish", "There is more than one key. Put the one that is meant into a file of its own."));
    return TsigKey{*name, *algorithm, *secret};
}

Secret tsigKeyText(const TsigKey &key)
{
    QByteArray copy = key.secret.octets().toByteArray();
    QByteArray base64 = copy.toBase64();
    QByteArray text =
        "key \"" + key.name.toLatin1() + "\" {\n\talgorithm " + tsigAlgorithmName(key.algorithm) + ";\n\tsecret \"" + base64 + "\";\n};\n";
    Secret result{QByteArrayView(text)};
    for (QByteArray *buffer : {&copy, &base64, &text})
        wipe(*buffer);
    return result;
}

Result<TsigKey> loadTsigKey(const QString &path)
{
    const QString name = visibleText(path, 200);
    QFile file(path);
    // Unbuffered: nothing of it stays behind in a buffer.
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::Io,
                     words(QT_TRANSLATE_NOOP("Publish", "Cannot read the key file %1: %2."))
                         .arg(name, QFileInfo(path).isDir() ? words(QT_TRANSLATE_NOOP("Publish", "it is a folder")) : file.errorString())};
    if (file.permissions() & (QFileDevice::ReadOther | QFileDevice::WriteOther))
        return Error{ErrorCode::InvalidInput, words(QT_TRANSLATE_NOOP("Publish", "The key file %1 can be read or changed by everybody on "
                                                                                 "this machine. Close it first: chmod 600."))
                                                  .arg(name)};
    QByteArray text(maxKeyFileSize + 1, '\0');
    qint64 size = 0;
    for (qint64 more = 1; more > 0 && size < text.size(); size += std::max<qint64>(more, 0))
        more = file.read(text.data() + size, text.size() - size);
    Result<TsigKey> key = size > maxKeyFileSize
                              ? Result<TsigKey>(unusable(QT_TRANSLATE_NOOP("Publish", "A file of that size is no key file.")))
                              : parseTsigKey(QByteArrayView(text).first(size));
    wipe(text);
    if (!key)
        return Error{key.error().code,
                     words(QT_TRANSLATE_NOOP("Publish", "The key file %1 cannot be used. %2")).arg(name, key.error().text)};
    return key;
}

} // namespace mta
