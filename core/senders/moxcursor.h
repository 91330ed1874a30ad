// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace mta
{

/// Reads a text from left to right; every take says whether it succeeded, and moves only then.
class MoxCursor
{
public:
    explicit MoxCursor(const QByteArray &text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    char next() const { return atEnd() ? '\0' : m_text.at(m_at); }

    bool take(const char *literal)
    {
        const QByteArrayView wanted(literal);
        if (!QByteArrayView(m_text).sliced(m_at).startsWith(wanted))
            return false;
        m_at += wanted.size();
        return true;
    }

    /// As many octets as `fits(octet, index)` allows; empty when there is none.
    template<class Fits>
    QByteArray takeWhile(Fits fits)
    {
        const qsizetype begin = m_at;
        while (!atEnd() && fits(m_text.at(m_at), m_at - begin))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    void skipBlanks()
    {
        takeWhile([](char c, qsizetype) { return c == ' ' || c == '\t'; });
    }

    /// Blanks, a semicolon, blanks; without the semicolon nothing is taken.
    bool takeDelimiter()
    {
        const qsizetype begin = m_at;
        skipBlanks();
        if (!take(";")) {
            m_at = begin;
            return false;
        }
        skipBlanks();
        return true;
    }

private:
    const QByteArray m_text;
    qsizetype m_at = 0;
};

constexpr bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace mta
