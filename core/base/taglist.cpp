// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/taglist.h"

namespace mta
{

namespace
{

constexpr qsizetype maxExcerpt = 80;
constexpr qsizetype maxErrors = 100; // a hostile record does not get to fill our memory with complaints

bool isWhiteSpace(char c)
{
    return c == ' ' || c == '\t'; // WSP, RFC 5234 §B.1
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 8461 §3.1 sts-ext-name, RFC 8460 §3 tlsrpt-ext-name: 1 to 32 characters, the first a letter or digit.
bool isTagName(const QByteArray &name)
{
    if (name.isEmpty() || name.size() > 32 || !isLetterOrDigit(name.front()))
        return false;
    return std::all_of(name.begin(), name.end(), [](char c) { return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.'; });
}

// A stretch of the record, white space at its ends left out.
struct Stretch {
    qsizetype from = 0;
    qsizetype to = 0; // one past the end

    bool empty() const { return from == to; }
};

Stretch trimmed(const QByteArray &record, qsizetype from, qsizetype to)
{
    while (from < to && isWhiteSpace(record.at(from)))
        ++from;
    while (to > from && isWhiteSpace(record.at(to - 1)))
        --to;
    return {from, to};
}

class Splitter
{
public:
    explicit Splitter(const QByteArray &record) : m_record(record) {}

    TagList split()
    {
        qsizetype from = 0;
        while (from <= m_record.size()) {
            const qsizetype delimiter = m_record.indexOf(';', from);
            const bool last = delimiter < 0;
            field(from, last ? m_record.size() : delimiter, last);
            if (last)
                break;
            from = delimiter + 1;
        }
        return std::move(m_list);
    }

private:
    void complain(qsizetype offset, const QString &reason, qsizetype end)
    {
        if (m_list.errors.size() < maxErrors)
            m_list.errors.append({1, static_cast<int>(offset) + 1, reason, m_record.mid(offset, qMin(end - offset, maxExcerpt))});
    }

    void field(qsizetype from, qsizetype to, bool last)
    {
        const Stretch stretch = trimmed(m_record, from, to);
        if (stretch.empty()) {
            // RFC 8461 §3.1, RFC 8460 §3: [field-delim] may end the record, white space included; nowhere else is a field empty.
            if (!last || from == 0)
                complain(from, QStringLiteral("empty-field"), to);
            return;
        }
        // White space belongs to the delimiters: none before the first field, none after the last unless a ";" follows.
        if (from == 0 && stretch.from > from)
            complain(from, QStringLiteral("leading-space"), stretch.to);
        if (last && stretch.to < to)
            complain(stretch.to, QStringLiteral("trailing-space"), to);
        tag(stretch);
    }

    void tag(const Stretch &stretch)
    {
        const QByteArray text = m_record.mid(stretch.from, stretch.to - stretch.from);
        const qsizetype equals = text.indexOf('=');
        if (equals < 0) {
            complain(stretch.from, QStringLiteral("missing-equals"), stretch.to);
            return;
        }
        Tag result{text.left(equals), text.mid(equals + 1), stretch.from};
        if (!isTagName(result.name))
            complain(stretch.from, QStringLiteral("bad-name"), stretch.to);
        m_list.tags.append(std::move(result));
    }

    const QByteArray &m_record;
    TagList m_list;
};

} // namespace

TagList parseTagList(const QByteArray &record)
{
    return Splitter(record).split();
}

} // namespace mta
