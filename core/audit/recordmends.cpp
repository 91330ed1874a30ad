// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/mends.h"

#include "audit/idmends.h"
#include "audit/nearmiss.h"
#include "audit/pastedtext.h"
#include "audit/texthits.h"
#include "audit/urimends.h"
#include "base/editdistance.h"

#include <QRegularExpression>
#include <algorithm>

namespace mta
{

namespace
{

constexpr qsizetype maxRecordSize = 65535; // RFC 1035 §3.2.1: RDLENGTH
constexpr int maxTries = 50;               // more mends of one text than anybody waits for; those that are left come next

bool isWhiteSpace(char c)
{
    return c == ' ' || c == '\t';
}

/// The one change that leads from one text to the other, both at this offset of a larger one.
TextEdit difference(const QByteArray &before, const QByteArray &after, qsizetype offset)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const qsizetype head = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first - before.begin();
    const qsizetype tail = std::mismatch(before.rbegin(), before.rbegin() + (shorter - head), after.rbegin()).first - before.rbegin();
    return {offset + head, before.size() - head - tail, after.mid(head, after.size() - head - tail)};
}

/// How the two kinds of records differ, for a mender.
struct Kind {
    QByteArray version; ///< "STSv1"
    QByteArray key;     ///< of the field that must be there
    QStringList rules;  ///< whose findings are mended
    QByteArray (*meantValue)(const QByteArray &written);
    qsizetype (*faults)(const QByteArray &record);
};

qsizetype stsFaults(const QByteArray &record)
{
    return parseStsRecord(record).errors.size();
}

qsizetype tlsRptFaults(const QByteArray &text)
{
    const TlsRptRecord record = parseTlsRptRecord(text);
    return record.errors.size() + (record.rua.isEmpty() ? 1 : 0) +
           std::count_if(record.rua.cbegin(), record.rua.cend(), [](const ReportUri &uri) { return !uri.valid; });
}

const Kind &stsKind()
{
    static const Kind kind{"STSv1",
                           "id",
                           {QStringLiteral("sts-record-version"), QStringLiteral("sts-record-syntax"), QStringLiteral("sts-id-missing"),
                            QStringLiteral("sts-id-invalid")},
                           meantId,
                           stsFaults};
    return kind;
}

const Kind &tlsRptKind()
{
    static const Kind kind{
        "TLSRPTv1", "rua", {QStringLiteral("tlsrpt-syntax"), QStringLiteral("tlsrpt-rua")}, meantReportUris, tlsRptFaults};
    return kind;
}

class RecordMender
{
public:
    RecordMender(const Kind &kind, const QByteArray &raw, const QList<SyntaxError> &errors, QList<int> places)
        : m_kind(kind),
          m_raw(raw),
          m_errors(errors),
          m_tags(parseTagList(raw).tags),
          m_places(std::move(places)),
          m_faults(kind.faults(raw))
    {
        for (const SyntaxError &error : errors)
            m_places.append(error.column);
        m_places.append(static_cast<int>(raw.size()) + 1); // of what is missing
    }

    QList<PlacedMend> mends()
    {
        if (m_faults == 0 || m_raw.size() > maxRecordSize || holdsSeveralLines(m_raw))
            return {};
        if (const QList<TextEdit> edits = unwrapping(m_raw); !edits.isEmpty() && offerAt(m_places.first(1), edits)) {
            for (const int place : std::as_const(m_places)) // whatever else is said may come of it
                m_mends.append({m_kind.rules, 1, place, m_mends.constFirst().mend});
            return m_mends;
        }
        const bool noVersion = std::any_of(m_errors.cbegin(), m_errors.cend(),
                                           [](const SyntaxError &error) { return error.reason == QLatin1String("version"); });
        if (noVersion) {
            mendVersion();
            return m_mends;
        }
        for (qsizetype i = 0; i < std::min(m_errors.size(), maxTextHits); ++i)
            mendSyntax(m_errors.at(i));
        mendFields();
        return m_mends;
    }

private:
    /// Only what leaves fewer faults than there were is a mend.
    bool offerAt(const QList<int> &columns, const QList<TextEdit> &edits)
    {
        if (edits.isEmpty() || m_tries++ >= maxTries || m_kind.faults(withEdits(m_raw, edits)) >= m_faults)
            return false;
        for (const int column : columns)
            m_mends.append({m_kind.rules, 1, column, {edits, true}});
        return true;
    }
    bool offer(qsizetype offset, const QList<TextEdit> &edits) { return offerAt({static_cast<int>(offset) + 1}, edits); }
    int end() const { return static_cast<int>(m_raw.size()) + 1; }

    qsizetype skip(qsizetype at, bool (*skipped)(char)) const
    {
        while (at < m_raw.size() && skipped(m_raw.at(at)))
            ++at;
        return at;
    }

    /// The end of what stands for the version: the first semicolon, or the field that everything is about without one in front of it.
    qsizetype endOfFirstField() const
    {
        static const QRegularExpression field(QStringLiteral("(?:id|rua)\\s*[=:]"), QRegularExpression::CaseInsensitiveOption);
        const qsizetype semicolon = m_raw.indexOf(';');
        const QByteArray first = m_raw.first(semicolon < 0 ? m_raw.size() : semicolon);
        const qsizetype at = field.match(QString::fromLatin1(first)).capturedStart();
        return at > 0 ? at : first.size();
    }

    void mendVersion()
    {
        static const QRegularExpression name(QStringLiteral("\\A\\s*(?:v(?:ersion)?\\s*[=:]\\s*)?"),
                                             QRegularExpression::CaseInsensitiveOption);
        const QByteArray tag = "v=" + m_kind.version;
        const qsizetype to = endOfFirstField();
        qsizetype stop = to;
        while (stop > 0 && (isWhiteSpace(m_raw.at(stop - 1)) || m_raw.at(stop - 1) == ',' || m_raw.at(stop - 1) == ':'))
            --stop;
        const QByteArray first = m_raw.first(stop);
        const QByteArray value = first.sliced(name.match(QString::fromLatin1(first)).capturedEnd());
        if (!meantVersion(value, m_kind.version).isEmpty()) {
            const bool delimited = to < m_raw.size() && m_raw.at(to) == ';';
            const QByteArray gap = m_raw.mid(stop, to - stop);
            const QByteArray kept = !delimited ? "; " : gap.trimmed().isEmpty() ? gap : QByteArray();
            offer(0, {difference(m_raw.first(to), tag + kept, 0)});
            return;
        }
        // RFC 8461 §3.1, RFC 8460 §3: the version comes first.
        const auto misplaced =
            std::find_if(m_tags.cbegin(), m_tags.cend(), [&](const Tag &each) { return each.name == "v" && each.value == m_kind.version; });
        if (misplaced == m_tags.cend() || misplaced == m_tags.cbegin())
            return;
        const qsizetype until = misplaced->offset + misplaced->name.size() + 1 + misplaced->value.size();
        qsizetype from = misplaced->offset;
        while (from > 0 && isWhiteSpace(m_raw.at(from - 1)))
            --from;
        offer(0, {{0, 0, tag + "; "}, {from - 1, until - (from - 1), {}}}); // with the semicolon in front of it
    }

    void mendSyntax(const SyntaxError &error)
    {
        const qsizetype at = error.column - 1;
        const QString &reason = error.reason;
        if (reason == QLatin1String("leading-space") || reason == QLatin1String("trailing-space") ||
            reason == QLatin1String("space-after-equals"))
            offer(at, {{at, skip(at, isWhiteSpace) - at, {}}});
        else if (reason == QLatin1String("empty-field"))
            offer(at, {{at, endOfSemicolons(at) - at, {}}});
        else if (reason == QLatin1String("quotes"))
            mendQuotes(at);
        else if (reason == QLatin1String("no-delimiter"))
            mendDelimiter(at);
        else if (reason == QLatin1String("missing-equals") || reason == QLatin1String("bad-name"))
            mendField(at);
    }

    /// Behind the last of the semicolons that have nothing but white space between them.
    qsizetype endOfSemicolons(qsizetype from) const
    {
        qsizetype end = skip(from, [](char c) { return isWhiteSpace(c) || c == ';'; });
        while (end > from && isWhiteSpace(m_raw.at(end - 1)))
            --end;
        return end;
    }

    /// "v=STSv1"; id=1": the other one stood in front of it.
    void mendQuotes(qsizetype at)
    {
        const qsizetype end = skip(at, [](char c) { return c == '"' || c == '\''; });
        if (end < m_raw.size() && m_raw.at(end) == ';')
            offer(at, {{at, end - at, {}}});
    }

    /// "v=STSv1 id=1", "v=STSv1, id=1": what follows is a field.
    void mendDelimiter(qsizetype at)
    {
        static const QRegularExpression field(QStringLiteral("\\A[,:.|]?[ \\t]*[A-Za-z0-9][A-Za-z0-9_.-]{0,31}[ \\t]*="));
        if (!field.match(QString::fromLatin1(m_raw.mid(at, 64))).hasMatch())
            return;
        const bool instead = QByteArrayView(",:.|").contains(m_raw.at(at));
        offer(at, {instead ? TextEdit{at, 1, ";"} : TextEdit{2 + m_kind.version.size(), 0, ";"}});
    }

    /// A field that is not name=value.
    void mendField(qsizetype from)
    {
        const qsizetype semicolon = m_raw.indexOf(';', from);
        qsizetype to = semicolon < 0 ? m_raw.size() : semicolon;
        while (to > from && isWhiteSpace(m_raw.at(to - 1)))
            --to;
        const QByteArray field = m_raw.mid(from, to - from);
        if (std::all_of(field.begin(), field.end(), [](char c) { return QByteArrayView(".\"'`\\)").contains(c); })) {
            offer(from, {{from, (semicolon < 0 ? to : semicolon + 1) - from, {}}}); // left over from a zone file
            return;
        }
        static const QRegularExpression nearly(QStringLiteral("\\A([A-Za-z]{2,3})[ \\t]*(?:[:=]|[ \\t])[ \\t]*"));
        const QRegularExpressionMatch match = nearly.match(QString::fromLatin1(field.left(64)));
        if (match.captured(1).toLatin1().toLower() == m_kind.key) { // "id: 1", "rua = mailto:a@example.com"
            const QByteArray value = valueFor(field.sliced(match.capturedEnd()));
            if (!value.isEmpty())
                offerAt({static_cast<int>(from) + 1, end()}, {difference(field, m_kind.key + '=' + value, from)});
        } else if (m_kind.key == "rua") {
            mendCutUri(from, field);
        } else if (isDated(field) && std::none_of(m_tags.cbegin(), m_tags.cend(), [](const Tag &tag) { return tag.name == "id"; })) {
            offerAt({static_cast<int>(from) + 1, end()}, {{from, 0, "id="}});
        }
    }

    /// What a semicolon has cut off from the destinations in front of it, or a destination without "rua=".
    void mendCutUri(qsizetype from, const QByteArray &field)
    {
        const qsizetype semicolon = m_raw.lastIndexOf(';', from);
        const auto before = std::find_if(m_tags.crbegin(), m_tags.crend(), [&](const Tag &tag) { return tag.offset < from; });
        const qsizetype tagEnd = before == m_tags.crend() ? 0 : before->offset + before->name.size() + 1 + before->value.size();
        const bool behindRua =
            before != m_tags.crend() && before->name == "rua" && QByteArray(m_raw.mid(tagEnd, semicolon - tagEnd)).trimmed().isEmpty();
        const QByteArray lower = field.left(8).toLower();
        const bool uri = lower.startsWith("mailto:") || lower.startsWith("https:") || (behindRua && field.contains('@'));
        const QByteArray meant = uri ? meantReportUris(field) : QByteArray();
        const QList<int> places{static_cast<int>(from) + 1, end()};
        if (!meant.isEmpty() && !behindRua)
            offerAt(places, {difference(field, m_kind.key + '=' + meant, from)});
        else if (!meant.isEmpty())
            offerAt(places, QList<TextEdit>{{semicolon, 1, ","}} +
                                (meant == field ? QList<TextEdit>() : QList<TextEdit>{difference(field, meant, from)}));
        else if (behindRua && semicolon == tagEnd && from == semicolon + 1 &&
                 continuesUri(before->value.mid(before->value.lastIndexOf(',') + 1).trimmed(), field))
            offer(from, {{semicolon, 1, "%3B"}}); // RFC 8460 §3: ";" MUST be encoded
    }

    /// A value as it was meant, be it sound already or not.
    QByteArray valueFor(const QByteArray &written) const
    {
        QByteArrayList parts{written};
        if (m_kind.key == "rua")
            parts = written.split(',');
        for (QByteArray &part : parts) {
            part = m_kind.meantValue(part.trimmed());
            if (part.isEmpty())
                return {};
        }
        return parts.join(',');
    }

    void mendFields()
    {
        const auto sought = [this](const Tag &tag) { return tag.name == m_kind.key; };
        const auto first = std::find_if(m_tags.cbegin(), m_tags.cend(), sought);
        if (first == m_tags.cend()) {
            mendKey();
        } else if (m_kind.key == "id") {
            mendId(*first); // RFC 8461 §3.1: of a repeated field all but the first are ignored
        } else {
            for (const Tag &tag : m_tags) {
                if (sought(tag))
                    mendUris(tag);
            }
        }
    }

    /// "ID=1", "ruf=mailto:a@example.com": one field alone that can be it, with a value that is one.
    void mendKey()
    {
        const auto alike = [this](const Tag &tag) {
            const QByteArray name = tag.name.toLower();
            return name.size() <= 4 && (m_kind.key == "id" ? name == "id" : editDistance(name, m_kind.key) <= 1) &&
                   !valueFor(tag.value).isEmpty();
        };
        if (std::count_if(m_tags.cbegin(), m_tags.cend(), alike) != 1)
            return;
        const Tag &tag = *std::find_if(m_tags.cbegin(), m_tags.cend(), alike);
        const QByteArray written = tag.name + '=' + tag.value;
        offerAt({end()}, {difference(written, m_kind.key + '=' + valueFor(tag.value), tag.offset)});
    }

    void mendId(const Tag &tag)
    {
        static const QRegularExpression twoFields(
            QStringLiteral("\\A[A-Za-z0-9]{1,32}([ \\t]*,[ \\t]*|[ \\t]+)(?!(?:id|v)\\s*=)[A-Za-z0-9_.-]{1,32}="),
            QRegularExpression::CaseInsensitiveOption);
        const qsizetype at = tag.offset + tag.name.size() + 1;
        if (isStsId(tag.value))
            return;
        if (const QByteArray id = meantId(tag.value); !id.isEmpty())
            offer(at, {difference(tag.value, id, at)});
        else if (const auto match = twoFields.match(QString::fromLatin1(tag.value.left(128))); match.hasMatch())
            offer(at, {{at + match.capturedStart(1), match.capturedLength(1), "; "}});
        else
            mendSecondCopy(at);
    }

    /// The same record once more, right behind the id.
    void mendSecondCopy(qsizetype at)
    {
        const qsizetype second = m_raw.indexOf("v=" + m_kind.version, at);
        if (second < 0)
            return;
        const StsRecord one = parseStsRecord(m_raw.first(second).trimmed());
        if (one.valid() && parseStsRecord(m_raw.sliced(second)).id == one.id)
            offer(at, {{one.raw.size(), m_raw.size() - one.raw.size(), {}}});
    }

    void mendUris(const Tag &tag)
    {
        qsizetype at = tag.offset + tag.name.size() + 1;
        const QByteArrayList parts = tag.value.split(',');
        bool complete = true; // what stands in front of this part
        for (qsizetype i = 0; i < parts.size() && m_tries < maxTries; ++i) {
            const QByteArray part = parts.at(i).trimmed();
            const qsizetype offset = at + (part.isEmpty() ? parts.at(i).size() : parts.at(i).indexOf(part));
            const QByteArray meant = part.isEmpty() ? QByteArray() : meantReportUris(part);
            if (part.isEmpty() && !tag.value.contains('@') && !tag.value.contains(':'))
                return; // commas alone
            if (part.isEmpty())
                offer(offset, {i > 0 ? TextEdit{at - 1, parts.at(i).size() + 1, {}} : TextEdit{at, parts.at(i).size() + 1, {}}});
            else if (i > 0 && part == parts.at(i) && meant.isEmpty() && continuesUri(parts.at(i - 1).trimmed(), part))
                offer(offset, {{at - 1, 1, "%2C"}}); // RFC 8460 §3: "," MUST be encoded
            else if (meant != part && !meant.isEmpty() && complete)
                offer(offset, {difference(part, meant, offset)});
            // "mailto:a,b@example.com" may be one address or two.
            complete = part.isEmpty() || !meant.isEmpty();
            at += parts.at(i).size() + 1;
        }
    }

    const Kind &m_kind;
    const QByteArray &m_raw;
    const QList<SyntaxError> &m_errors;
    const QList<Tag> m_tags;
    QList<int> m_places; ///< columns at which something is found
    const qsizetype m_faults;
    int m_tries = 0;
    QList<PlacedMend> m_mends;
};

} // namespace

QList<PlacedMend> mendsOf(const StsRecord &record)
{
    QList<PlacedMend> mends = RecordMender(stsKind(), record.raw, record.errors, {1}).mends();
    // Sound by the grammar, so that it is the author's to say.
    const qsizetype blank = qstrlen("v=STSv1");
    if (const qsizetype semicolon = record.raw.indexOf(';'); record.valid() && semicolon > blank)
        mends.append({{QStringLiteral("sts-record-fragile")}, 1, 1, {{{blank, semicolon - blank, {}}}, false}});
    return mends;
}

QList<PlacedMend> mendsOf(const TlsRptRecord &record)
{
    return RecordMender(tlsRptKind(), record.raw, record.errors, QList<int>{1} + record.ruaColumns).mends();
}

} // namespace mta
