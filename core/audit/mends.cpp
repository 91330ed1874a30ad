// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/mends.h"

#include "audit/gluedlines.h"
#include "audit/nearmiss.h"
#include "audit/policyhits.h"

#include <QHash>
#include <algorithm>

namespace mta
{

namespace
{

constexpr int maxPasses = 1000; // each mends all that can be seen; some mistakes are hidden behind others
constexpr int weekOfSeconds = 604800;

bool isWhiteSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isStandardKey(const QByteArray &key)
{
    return key == "version" || key == "mode" || key == "max_age" || key == "mx";
}

qsizetype blanksAt(const QByteArray &text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && isWhiteSpace(text.at(end)))
        ++end;
    return end - from;
}

class PolicyMender
{
public:
    explicit PolicyMender(const Policy &policy) : m_policy(policy)
    {
        qsizetype offset = policy.raw.startsWith("\xef\xbb\xbf") ? 3 : 0;
        for (const PolicyLine &line : policy.lines) {
            m_offsets.append(offset);
            offset += line.text.size() + line.terminator.size();
            ++m_keys[line.key];
        }
        m_whole = offset == policy.raw.size();
        const bool crlf =
            std::any_of(policy.lines.cbegin(), policy.lines.cend(), [](const PolicyLine &l) { return l.terminator == "\r\n"; });
        const bool lf = std::any_of(policy.lines.cbegin(), policy.lines.cend(), [](const PolicyLine &l) { return l.terminator == "\n"; });
        m_terminator = lf && !crlf ? "\n" : "\r\n"; // as in the rest of the file; the RFC's examples have CRLF
    }

    QList<PlacedMend> mends()
    {
        if (const auto error = std::find_if(m_policy.errors.cbegin(), m_policy.errors.cend(),
                                            [](const SyntaxError &e) { return e.reason == QLatin1String("utf-16"); });
            error != m_policy.errors.cend()) {
            reencode(*error);
            return m_mends;
        }
        if (!m_whole)
            return {};
        for (const SyntaxError &error : m_policy.errors)
            mendSyntax(error);
        for (const NearMiss &miss : m_misses)
            mendNearMiss(miss);
        for (const GluedLine &glued : gluedLines(m_policy))
            mendGlue(glued);
        mendMissing();
        mendMaxAge();
        for (qsizetype i = 0; i < m_policy.mx.size(); ++i)
            mendPattern(m_policy.mx.at(i), m_policy.mxLines.at(i) - 1);
        for (const QByteArray &key : m_policy.duplicateKeys)
            mendDuplicate(key);
        return m_mends;
    }

private:
    void offer(const QStringList &rules, int line, int column, const QList<TextEdit> &edits, bool sure)
    {
        m_mends.append({rules, line, column, {edits, sure}});
    }
    const PolicyLine &line(qsizetype index) const { return m_policy.lines.at(index); }
    TextEdit lineGone(qsizetype index) const { return {m_offsets.at(index), line(index).text.size() + line(index).terminator.size(), {}}; }
    TextEdit atValue(qsizetype index, const QByteArray &replacement) const
    {
        // The column counts a byte order mark, the offset of the line does not.
        const qsizetype shift = index == 0 ? m_offsets.at(0) : 0;
        return {m_offsets.at(index) + line(index).valueColumn - 1 - shift, line(index).value.size(), replacement};
    }
    qsizetype indexOfKey(const char *key) const
    {
        const auto found =
            std::find_if(m_policy.lines.cbegin(), m_policy.lines.cend(), [key](const PolicyLine &l) { return l.key == key; });
        return found == m_policy.lines.cend() ? -1 : found - m_policy.lines.cbegin();
    }

    /// RFC 8461 §3.2 knows UTF-8 alone. What was lost in the reading cannot be written.
    void reencode(const SyntaxError &error)
    {
        QByteArray text;
        for (const PolicyLine &each : m_policy.lines)
            text += each.text + each.terminator;
        const bool sure = m_resembles && !text.contains("\xef\xbf\xbd") && m_policy.raw.size() < maxPolicySize;
        if (sure)
            offer({QStringLiteral("policy-syntax"), QStringLiteral("policy-encoding")}, error.line, error.column,
                  {{0, m_policy.raw.size(), text}}, true);
    }

    void mendSyntax(const SyntaxError &error)
    {
        const qsizetype index = error.line - 1;
        if (index < 0 || index >= m_policy.lines.size() || !m_resembles)
            return;
        const QByteArray &text = line(index).text;
        const qsizetype start = m_offsets.at(index);
        const QString &reason = error.reason;
        QList<TextEdit> edits;
        bool sure = true;
        if (reason == QLatin1String("bom"))
            edits = {{0, 3, {}}};
        else if (reason == QLatin1String("blank-line") || reason == QLatin1String("comment") || reason == QLatin1String("front-matter"))
            edits = {lineGone(index)};
        else if (reason == QLatin1String("indented"))
            edits = {{start, blanksAt(text, 0), {}}};
        else if (reason == QLatin1String("bare-cr"))
            edits = {{start + text.size(), line(index).terminator.size(), m_terminator}};
        else if (reason == QLatin1String("space-before-colon"))
            edits = {spaceBefore(index, text.indexOf(':'))};
        else if (reason == QLatin1String("equals-sign"))
            edits = equalsSign(index);
        else if (reason == QLatin1String("no-colon"))
            edits = missingColon(index);
        else if (reason == QLatin1String("empty-value") || reason == QLatin1String("html")) {
            edits = {lineGone(index)};
            sure = false;
        } else if (reason == QLatin1String("control")) {
            edits = {{start + error.column - 1 - (index == 0 ? start : 0), 1, {}}};
            sure = false;
        }
        if (!edits.isEmpty())
            offer({QStringLiteral("policy-syntax"), QStringLiteral("policy-encoding")}, error.line, error.column, edits, sure);
    }

    TextEdit spaceBefore(qsizetype index, qsizetype place) const
    {
        const QByteArray &text = line(index).text;
        qsizetype from = place;
        while (from > 0 && isWhiteSpace(text.at(from - 1)))
            --from;
        return {m_offsets.at(index) + from, place - from, {}};
    }

    /// "mode = enforce": only where the key leaves no doubt.
    QList<TextEdit> equalsSign(qsizetype index) const
    {
        const QByteArray &text = line(index).text;
        const qsizetype equals = text.indexOf('=');
        if (!isStandardKey(text.left(equals).trimmed()))
            return {};
        TextEdit edit = spaceBefore(index, equals);
        edit.length += 1 + blanksAt(text, equals + 1);
        edit.replacement = ": ";
        return {edit};
    }

    /// "mode enforce"
    QList<TextEdit> missingColon(qsizetype index) const
    {
        const QByteArray &text = line(index).text;
        const qsizetype from = blanksAt(text, 0);
        qsizetype end = from;
        while (end < text.size() && !isWhiteSpace(text.at(end)))
            ++end;
        if (!isStandardKey(text.mid(from, end - from)) || text.mid(end).trimmed().isEmpty())
            return {};
        return {{m_offsets.at(index) + end, 0, ":"}};
    }

    void mendNearMiss(const NearMiss &miss)
    {
        const qsizetype index = miss.line - 1;
        if (miss.isKey) {
            const TextEdit edit{m_offsets.at(index) + line(index).text.indexOf(miss.written), miss.written.size(), miss.meant};
            // Two misspelt keys for one that is missing: which of them was meant is the author's to say.
            const bool alone = m_keys.value(miss.written) == 1 || miss.meant == "mx";
            offer({QStringLiteral("policy-near-miss")}, miss.line, miss.column, {edit}, alone);
            return;
        }
        const QByteArray &value = line(index).value;
        const bool several = value.contains('|') || value.contains('/') || value.contains(',');
        const QString rule = line(index).key == "mode" ? QStringLiteral("policy-mode") : QStringLiteral("policy-version");
        offer({QStringLiteral("policy-near-miss"), rule}, miss.line, miss.column, {atValue(index, miss.meant)}, !several);
    }

    void mendGlue(const GluedLine &glued)
    {
        const qsizetype index = glued.line - 1;
        TextEdit edit = atValue(index, line(index).terminator.isEmpty() ? m_terminator : line(index).terminator);
        edit.offset += glued.first.size();
        edit.length = glued.glueSize;
        const bool twice = glued.key != "mx" && indexOfKey(glued.key.constData()) >= 0;
        offer({QStringLiteral("policy-glued-lines")}, glued.line, glued.column, {edit}, glued.sound && !twice);
    }

    bool isMeant(const char *key) const
    {
        return std::any_of(m_misses.cbegin(), m_misses.cend(), [key](const NearMiss &miss) { return miss.isKey && miss.meant == key; });
    }

    /// A file with the other keys needs no guess about its version; everything else that is missing is a decision.
    void mendMissing()
    {
        if (!m_resembles)
            return;
        const bool othersSound = std::all_of(m_policy.errors.cbegin(), m_policy.errors.cend(),
                                             [](const SyntaxError &e) { return e.reason == QLatin1String("bom"); });
        if (m_policy.version.isNull() && !isMeant("version"))
            offer({QStringLiteral("policy-version")}, 1, 1, {{m_offsets.value(0), 0, "version: STSv1" + m_terminator}},
                  othersSound && m_policy.mode && m_policy.maxAge);
        else if (!m_policy.version.isNull() && m_policy.version.isEmpty())
            offer({QStringLiteral("policy-version")}, static_cast<int>(indexOfKey("version")) + 1, line(indexOfKey("version")).valueColumn,
                  {atValue(indexOfKey("version"), afterColon("version", "STSv1"))}, true);
        if (m_policy.maxAgeText.isNull() && !isMeant("max_age"))
            offer({QStringLiteral("policy-max-age")}, 1, 1, {appended("max_age: " + QByteArray::number(weekOfSeconds))}, false);
        if (m_policy.modeText.isNull() && !isMeant("mode"))
            offer({QStringLiteral("policy-mode")}, 1, 1, {appended("mode: testing")}, false);
    }

    QByteArray afterColon(const char *key, const QByteArray &value) const
    {
        return (line(indexOfKey(key)).text.endsWith(':') ? " " : "") + value;
    }
    TextEdit appended(const QByteArray &text) const
    {
        const bool open = !m_policy.lines.isEmpty() && m_policy.lines.constLast().terminator.isEmpty();
        return {m_policy.raw.size(), 0, (open ? m_terminator : QByteArray()) + text + m_terminator};
    }

    void mendMaxAge()
    {
        if (m_policy.maxAge || m_policy.maxAgeText.isNull())
            return;
        const qsizetype index = indexOfKey("max_age");
        const QByteArray meant = suggestedMaxAge(m_policy.maxAgeText).toLatin1();
        // Surely meant: the number with a comment, a unit of seconds or quotation marks around it, and one that is too large.
        QByteArray bare = m_policy.maxAgeText;
        bare = bare.left(bare.indexOf('#') < 0 ? bare.size() : bare.indexOf('#')).trimmed();
        for (const char *end : {"seconds", "sec", "s", ";", "\"", "'"}) {
            if (bare.endsWith(end))
                bare = bare.chopped(static_cast<qsizetype>(qstrlen(end))).trimmed();
        }
        if (bare.startsWith('"') || bare.startsWith('\''))
            bare = bare.mid(1);
        if (bare.size() > 10) // RFC 8461 §3.2: no more than ten digits, whatever they say
            bare = withoutLeadingZeros(bare);
        const bool digits = !bare.isEmpty() && std::all_of(bare.begin(), bare.end(), [](char c) { return c >= '0' && c <= '9'; });
        const QByteArray number = digits ? (bare.size() > 10 || bare.toLongLong() > maxPolicyAge.count()
                                                ? QByteArray::number(static_cast<qlonglong>(maxPolicyAge.count()))
                                                : bare)
                                         : meant;
        offer({QStringLiteral("policy-max-age")}, line(index).number, line(index).valueColumn,
              {atValue(index, m_policy.maxAgeText.isEmpty() ? afterColon("max_age", number) : number)}, digits);
    }

    void mendPattern(const MxPattern &pattern, qsizetype index)
    {
        if (pattern.valid)
            return;
        const QByteArray &value = line(index).value;
        const QByteArray separator = line(index).terminator.isEmpty() ? m_terminator : line(index).terminator;
        QByteArray meant = suggestedPattern(value).toLatin1();
        bool sure = false;
        if (pattern.reason == QLatin1String("several")) {
            const QByteArrayList hosts = hostsOf(value);
            if (hosts.isEmpty())
                return;
            meant = hosts.join(separator + "mx: ");
            sure = true;
        } else {
            const QByteArray commentFree = value.left(value.indexOf('#') < 0 ? value.size() : value.indexOf('#')).trimmed();
            const QByteArray lastWord = value.simplified().split(' ').constLast().toLower();
            sure = (pattern.reason == QLatin1String("trailing-dot") && value.toLower() == meant + '.') ||
                   (pattern.reason == QLatin1String("comment") && commentFree.toLower() == meant) ||
                   (pattern.reason == QLatin1String("priority") && (lastWord == meant || lastWord == meant + '.')) ||
                   (pattern.reason == QLatin1String("not-ascii") && meant.contains("xn--"));
            if (meant == "mx.example.com" && !value.toLower().contains(meant))
                return; // the suggestion for those who wrote nothing that could be read
        }
        offer({QStringLiteral("policy-mx-pattern")}, line(index).number, line(index).valueColumn, {atValue(index, meant)}, sure);
    }

    /// Empty unless every word is a pattern.
    static QByteArrayList hostsOf(QByteArray value)
    {
        value.replace(',', ' ').replace(';', ' ');
        const QByteArrayList words = value.simplified().split(' ');
        const bool all = std::all_of(words.cbegin(), words.cend(), [](const QByteArray &word) { return parseMxPattern(word).valid; });
        return all ? words : QByteArrayList();
    }

    /// RFC 8461 §3.2: all but the first are ignored, so nothing is lost with them.
    void mendDuplicate(const QByteArray &key)
    {
        QList<TextEdit> edits;
        int place = 0;
        bool first = true;
        for (qsizetype i = 0; i < m_policy.lines.size(); ++i) {
            if (line(i).key != key || std::exchange(first, false))
                continue;
            place = place == 0 ? line(i).number : place;
            edits.append(lineGone(i));
        }
        // Where the first is not usable, the author may have corrected it in a later line.
        const bool firstSound = key == "version"   ? m_policy.version == "STSv1"
                                : key == "mode"    ? m_policy.mode.has_value()
                                : key == "max_age" ? m_policy.maxAge.has_value()
                                                   : true;
        offer({QStringLiteral("policy-duplicate-key")}, place, 1, edits, firstSound);
    }

    const Policy &m_policy;
    const bool m_resembles = resemblesPolicy(m_policy);
    const QList<NearMiss> m_misses = nearMisses(m_policy);
    QHash<QByteArray, int> m_keys; ///< how many lines each has
    QList<qsizetype> m_offsets;    ///< of each line in the file
    bool m_whole = false;          ///< the lines are the file
    QByteArray m_terminator;
    QList<PlacedMend> m_mends;
};

} // namespace

QList<PlacedMend> mendsOf(const Policy &policy)
{
    return PolicyMender(policy).mends();
}

QByteArray mendedPolicy(const QByteArray &body)
{
    QByteArray text = body;
    for (int pass = 0; pass < maxPasses && text.size() <= maxPolicySize; ++pass) {
        QList<TextEdit> edits;
        for (const PlacedMend &placed : mendsOf(parsePolicyThroughout(text))) {
            if (placed.mend.sure)
                edits += placed.mend.edits;
        }
        if (edits.isEmpty())
            break;
        text = withEdits(text, edits);
    }
    return text;
}

} // namespace mta
