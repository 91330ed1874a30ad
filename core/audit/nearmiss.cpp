// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/nearmiss.h"

#include "audit/gluedlines.h"
#include "base/editdistance.h"

#include <QSet>
#include <algorithm>

namespace mta
{

namespace
{

/// Lower case, without what people put between words.
QByteArray dense(const QByteArray &word)
{
    QByteArray result = word.left(32).toLower();
    result.removeIf([](char c) { return c == '_' || c == '-' || c == '.' || c == ' ' || c == '\t'; });
    return result;
}

bool resemblesMx(const QByteArray &key)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (key.startsWith("mx") && std::all_of(key.begin() + 2, key.end(), isDigit))
        return true;
    return (key.size() == 3 && key.contains("mx")) || key == "mxhost" || key == "mxhosts" || key == "mxrecord";
}

/// The key that was meant by one that is none; empty when it seems to be an extension.
QByteArray meantKey(const QByteArray &key)
{
    if (key.startsWith("x-") || key.startsWith("X-")) // what people begin their own keys with
        return {};
    const QByteArray word = dense(key);
    if (resemblesMx(word))
        return "mx";
    for (const QByteArray known : {"version", "mode", "max_age"}) {
        const QByteArray plain = dense(known);
        if (editDistance(word, plain) <= (plain.size() >= 6 ? 2 : 1))
            return known;
    }
    return {};
}

bool isKnown(const QByteArray &key)
{
    return key == "version" || key == "mode" || key == "max_age" || key == "mx";
}

QByteArray meantMode(const QByteArray &value)
{
    QByteArray word = value.left(std::max(qsizetype(0), value.indexOf('#') < 0 ? value.size() : value.indexOf('#'))).trimmed().toLower();
    if (word.startsWith("mode:"))
        word = word.mid(5).trimmed();
    word.removeIf([](char c) { return QByteArrayView("[]<>{}()\"';,. \t").contains(c); });
    if (word.startsWith("mode:"))
        word = word.mid(5);
    if (word.size() > 16)
        return {};
    if (word.startsWith("enforc") || editDistance(word, "enforce") <= 2)
        return "enforce";
    // "report" was a mode in drafts before RFC 8461.
    if (word == "test" || word == "tests" || word == "report" || word == "report-only" || editDistance(word, "testing") <= 2)
        return "testing";
    if (word == "off" || word == "disabled" || editDistance(word, "none") <= 1)
        return "none";
    return {};
}

NearMiss missOfValue(const PolicyLine &line, const QByteArray &meant)
{
    return {line.number, line.valueColumn, line.value.left(80), meant, false};
}

} // namespace

QByteArray meantVersion(const QByteArray &value, const QByteArray &known)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const QByteArray word = dense(value.endsWith(".0") ? value.chopped(2) : value);
    const QByteArray plain = known.toLower();
    const bool otherDigit = std::any_of(word.begin(), word.end(), [&](char c) { return isDigit(c) && c != '1'; });
    // "STSv11" is a version of its own, "STS1v1" is not.
    const bool numbered =
        word.startsWith(plain) && word.size() > plain.size() && std::all_of(word.begin() + plain.size(), word.end(), isDigit);
    const bool alike = word.contains(plain.first(3)) && editDistance(word, plain) <= 2;
    return alike && !otherDigit && !numbered ? known : QByteArray();
}

QList<NearMiss> nearMisses(const Policy &policy)
{
    QList<NearMiss> misses;
    QSet<int> glued; // what such lines mean is seen when they stand apart
    for (const GluedLine &line : gluedLines(policy))
        glued.insert(line.line);
    QSet<QByteArray> keys;
    for (const PolicyLine &line : policy.lines)
        keys.insert(line.key);
    bool versionSeen = false;
    bool modeSeen = false;
    for (const PolicyLine &line : policy.lines) {
        if (line.key.isEmpty() || glued.contains(line.number))
            continue;
        if (!isKnown(line.key)) {
            const QByteArray meant = meantKey(line.key);
            const qsizetype column = line.text.indexOf(line.key) + 1;
            if (!meant.isEmpty() && !keys.contains(meant)) // beside the right key it is an extension that does no harm
                misses.append({line.number, static_cast<int>(column), line.key, meant, true});
        } else if (line.key == "version" && !std::exchange(versionSeen, true) && policy.version != "STSv1") {
            if (const QByteArray meant = meantVersion(line.value, "STSv1"); !meant.isEmpty())
                misses.append(missOfValue(line, meant));
        } else if (line.key == "mode" && !std::exchange(modeSeen, true) && !policy.mode) {
            if (const QByteArray meant = meantMode(line.value); !meant.isEmpty())
                misses.append(missOfValue(line, meant));
        }
    }
    return misses;
}

bool isChoiceOfModes(const QByteArray &value)
{
    const QByteArray text = value.left(80).toLower();
    return (text.contains("enforce") ? 1 : 0) + (text.contains("testing") ? 1 : 0) + (text.contains("none") ? 1 : 0) > 1;
}

bool resemblesPolicy(const Policy &policy)
{
    return std::any_of(policy.lines.cbegin(), policy.lines.cend(),
                       [](const PolicyLine &line) { return isKnown(line.key) || (!line.key.isEmpty() && !meantKey(line.key).isEmpty()); });
}

} // namespace mta
