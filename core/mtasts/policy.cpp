// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/policy.h"

#include <QSet>
#include <QStringDecoder>
#include <limits>

namespace mta
{

namespace
{

constexpr qsizetype maxExcerpt = 80;
constexpr qsizetype maxErrors = 100;    // the first hundred mistakes say enough
constexpr qsizetype maxOtherKeys = 100; // so do the first hundred foreign keys

bool isWhiteSpace(char c)
{
    return c == ' ' || c == '\t'; // WSP, RFC 5234 §B.1
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 8461 §3.2 sts-policy-ext-name: 1 to 32 characters, the first a letter or digit.
bool isFieldName(const QByteArray &name)
{
    if (name.isEmpty() || name.size() > 32 || !isLetterOrDigit(name.front()))
        return false;
    return std::all_of(name.begin(), name.end(), [](char c) { return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.'; });
}

bool isKnownKey(const QByteArray &key)
{
    return key == "version" || key == "mode" || key == "max_age" || key == "mx"; // case-sensitive: %s in RFC 8461 §3.2
}

std::optional<PolicyMode> modeOf(const QByteArray &text)
{
    for (const PolicyMode mode : {PolicyMode::None, PolicyMode::Testing, PolicyMode::Enforce}) {
        if (text == policyModeName(mode).toLatin1())
            return mode;
    }
    return std::nullopt;
}

// RFC 8461 §3.2: 1*10(DIGIT), at most 31557600.
std::optional<std::chrono::seconds> maxAgeOf(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > 10 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const std::chrono::seconds age(text.toLongLong());
    if (age > maxPolicyAge)
        return std::nullopt;
    return age;
}

// UTF-16 announced by its byte order mark, or betrayed by a zero in every second octet.
std::optional<QStringConverter::Encoding> utf16Of(const QByteArray &text)
{
    if (text.startsWith("\xff\xfe"))
        return QStringConverter::Utf16LE;
    if (text.startsWith("\xfe\xff"))
        return QStringConverter::Utf16BE;
    const qsizetype looked = qMin(text.size(), qsizetype(64)) & ~qsizetype(1);
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < looked; ++i)
        zeros[i % 2] += text.at(i) == '\0' ? 1 : 0;
    if (looked < 8)
        return std::nullopt;
    if (zeros[1] * 2 == looked && zeros[0] == 0)
        return QStringConverter::Utf16LE;
    if (zeros[0] * 2 == looked && zeros[1] == 0)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

class Reader
{
public:
    Reader(const QByteArray &body, qsizetype mostErrors) : m_mostErrors(mostErrors)
    {
        m_policy.raw = body.left(maxPolicySize);
        if (body.size() > maxPolicySize)
            complain(1, 1, QStringLiteral("too-large"), {});
    }

    Policy read()
    {
        const QByteArray text = decoded();
        if (text.isEmpty())
            complain(1, 1, QStringLiteral("empty"), {}); // RFC 8461 §3.2: at least one field
        qsizetype at = 0;
        for (int number = 1; at < text.size(); ++number)
            at = line(text, at, number);
        return std::move(m_policy);
    }

private:
    void complain(int number, qsizetype column, const QString &reason, const QByteArray &excerpt)
    {
        if (m_policy.errors.size() < m_mostErrors)
            m_policy.errors.append({number, static_cast<int>(column), reason, excerpt.left(maxExcerpt)});
    }

    // The text without what its encoding put around it. RFC 8461 §3.2 knows neither byte order mark nor UTF-16.
    QByteArray decoded()
    {
        const QByteArray &raw = m_policy.raw;
        if (const auto encoding = utf16Of(raw)) {
            complain(1, 1, QStringLiteral("utf-16"), raw);
            const QString text = QStringDecoder(*encoding)(raw);
            return (text.startsWith(QChar::ByteOrderMark) ? text.mid(1) : text).toUtf8().left(maxPolicySize);
        }
        if (raw.startsWith("\xef\xbb\xbf")) {
            complain(1, 1, QStringLiteral("bom"), raw.left(3));
            m_shift = 3; // columns count what is in the file
            return raw.mid(3);
        }
        return raw;
    }

    // Reads the line that begins at `from`; returns where the next one begins. RFC 8461 §3.2: sts-policy-term = LF / CRLF.
    qsizetype line(const QByteArray &text, qsizetype from, int number)
    {
        qsizetype end = from;
        while (end < text.size() && text.at(end) != '\n' && text.at(end) != '\r')
            ++end;
        for (m_runEnd = std::max(m_runEnd, end); m_runEnd < text.size() && text.at(m_runEnd) == '\r';)
            ++m_runEnd;
        qsizetype next = m_runEnd;
        const bool lineFeed = next < text.size() && text.at(next) == '\n';
        if (lineFeed)
            ++next;
        else if (next > end)
            next = end + 1; // a lone CR ends the line for us, so that what stands behind it can be read
        PolicyLine result;
        result.number = number;
        result.text = text.mid(from, end - from);
        result.terminator = text.mid(end, next - end);
        fields(result);
        if (result.terminator.startsWith('\r') && result.terminator != "\r\n")
            complain(number, result.text.size() + 1 + m_shift, QStringLiteral("bare-cr"), result.text);
        m_policy.lines.append(std::move(result));
        m_shift = 0;
        return next;
    }

    void fields(PolicyLine &line)
    {
        const QByteArray &text = line.text;
        const auto fault = [&](qsizetype offset, const QString &reason) { complain(line.number, offset + 1 + m_shift, reason, text); };
        qsizetype from = 0;
        while (from < text.size() && isWhiteSpace(text.at(from)))
            ++from;
        if (from == text.size()) {
            fault(0, QStringLiteral("blank-line"));
            return;
        }
        checkOctets(line, from);
        const qsizetype colon = text.indexOf(':', from);
        const QString alien = notAField(text.mid(from), colon - from);
        if (!alien.isEmpty()) {
            fault(from, alien);
            return;
        }
        if (from > 0)
            fault(0, QStringLiteral("indented"));
        qsizetype keyEnd = colon;
        while (keyEnd > from && isWhiteSpace(text.at(keyEnd - 1)))
            --keyEnd;
        const QByteArray key = text.mid(from, keyEnd - from);
        if (!isFieldName(key)) {
            fault(from, QStringLiteral("bad-key"));
            return;
        }
        if (keyEnd < colon)
            fault(keyEnd, QStringLiteral("space-before-colon"));
        qsizetype valueFrom = colon + 1;
        while (valueFrom < text.size() && isWhiteSpace(text.at(valueFrom)))
            ++valueFrom;
        qsizetype valueEnd = text.size();
        while (valueEnd > valueFrom && isWhiteSpace(text.at(valueEnd - 1)))
            --valueEnd;
        line.key = key;
        line.value = text.mid(valueFrom, valueEnd - valueFrom);
        line.valueColumn = static_cast<int>(valueFrom + 1 + m_shift);
        field(line);
    }

    // What a line is that is no `key: value`; empty for a field.
    static QString notAField(const QByteArray &text, qsizetype colon)
    {
        if (text.startsWith('#') || text.startsWith("//"))
            return QStringLiteral("comment");
        if (text.startsWith('<'))
            return QStringLiteral("html");
        if (text.trimmed() == "---")
            return QStringLiteral("front-matter");
        const qsizetype equals = text.indexOf('=');
        if (equals > 0 && (colon < 0 || equals < colon))
            return QStringLiteral("equals-sign");
        return colon < 0 ? QStringLiteral("no-colon") : QString();
    }

    // Octets that fit nowhere in a policy: controls and broken UTF-8 (RFC 8461 §3.2, sts-policy-vchar). One complaint a line.
    void checkOctets(const PolicyLine &line, qsizetype from)
    {
        const QByteArray &text = line.text;
        for (qsizetype i = from; i < text.size(); ++i) {
            const auto octet = static_cast<unsigned char>(text.at(i));
            if ((octet < 0x20 && octet != '\t') || octet == 0x7f) {
                complain(line.number, i + 1 + m_shift, QStringLiteral("control"), text);
                return;
            }
        }
        if (text.isValidUtf8())
            return;
        const auto high = std::find_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        complain(line.number, high - text.begin() + 1 + m_shift, QStringLiteral("not-utf8"), text);
    }

    void field(const PolicyLine &line)
    {
        if (line.key == "mx") {
            m_policy.mx.append(parseMxPattern(line.value));
            m_policy.mxLines.append(line.number);
            return;
        }
        const bool repeated = m_seen.contains(line.key);
        m_seen.insert(line.key);
        // RFC 8461 §3.2: of a repeated field other than mx all but the first are ignored; they still have to be extension fields.
        if (repeated || !isKnownKey(line.key)) {
            checkExtension(line);
            QByteArrayList &keys = repeated ? m_policy.duplicateKeys : m_policy.unknownKeys;
            if (keys.size() < maxOtherKeys && !keys.contains(line.key))
                keys.append(line.key);
            return;
        }
        const QByteArray value = line.value.isNull() ? QByteArray("") : line.value; // null means missing
        if (line.key == "version") {
            m_policy.version = value;
        } else if (line.key == "mode") {
            m_policy.modeText = value;
            m_policy.mode = modeOf(value);
        } else {
            m_policy.maxAgeText = value;
            m_policy.maxAge = maxAgeOf(value);
        }
    }

    // RFC 8461 §3.2 sts-policy-ext-value: not empty, no tab inside; other controls and broken UTF-8 have been found already.
    void checkExtension(const PolicyLine &line)
    {
        if (line.value.isEmpty())
            complain(line.number, line.valueColumn, QStringLiteral("empty-value"), line.text);
        const qsizetype tab = line.value.indexOf('\t');
        if (tab >= 0)
            complain(line.number, line.valueColumn + tab, QStringLiteral("control"), line.text);
    }

    const qsizetype m_mostErrors;
    Policy m_policy;
    QSet<QByteArray> m_seen;
    qsizetype m_shift = 0;  // octets of the byte order mark before the first line
    qsizetype m_runEnd = 0; // of the carriage returns last seen
};

} // namespace

QString policyModeName(PolicyMode mode)
{
    switch (mode) {
    case PolicyMode::None:
        return QStringLiteral("none");
    case PolicyMode::Testing:
        return QStringLiteral("testing");
    case PolicyMode::Enforce:
        return QStringLiteral("enforce");
    }
    return {};
}

bool Policy::valid() const
{
    // RFC 8461 §3.2: version, mode and max_age once each; at least one mx unless mode is none.
    return errors.isEmpty() && version == "STSv1" && mode && maxAge &&
           std::all_of(mx.begin(), mx.end(), [](const MxPattern &pattern) { return pattern.valid; }) &&
           (!mx.isEmpty() || mode == PolicyMode::None);
}

namespace
{

QSet<QString> hostsOf(const Policy &policy)
{
    QSet<QString> hosts;
    if (policy.mode == PolicyMode::None) // RFC 8461 §5: treated as no policy, whatever it lists
        return hosts;
    for (const MxPattern &pattern : policy.mx)
        hosts.insert(pattern.text.toLower()); // RFC 8461 §4.1
    return hosts;
}

} // namespace

bool sendersActAlike(const Policy &one, const Policy &other)
{
    return one.version == other.version && one.mode == other.mode && one.maxAge == other.maxAge && one.valid() == other.valid() &&
           hostsOf(one) == hostsOf(other);
}

Policy parsePolicy(const QByteArray &body)
{
    return Reader(body, maxErrors).read();
}

Policy parsePolicyThroughout(const QByteArray &body)
{
    return Reader(body, std::numeric_limits<qsizetype>::max()).read(); // the size of the text bounds them
}

} // namespace mta
