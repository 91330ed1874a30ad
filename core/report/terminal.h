// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"

namespace mta
{

// Plain text on a terminal: columns, colours, wrapping. Everything handed in is visible text already.

/// How many columns a terminal needs for it: East Asian wide characters take two, combining marks none (Unicode UAX #11).
int columnsOf(const QString &text);
/// `text` followed by blanks up to `columns`.
QString padded(const QString &text, int columns);
/// Broken at blanks into lines of at most `columns`, each after `indent`; a longer word stays whole, so that it can be copied.
QString wrapped(const QString &text, const QString &indent, int columns);

/// Paints with ANSI SGR sequences (ECMA-48 §8.3.117) when colours are wanted.
class Ink
{
public:
    explicit Ink(bool colour) : m_colour(colour) {}
    QString bold(const QString &text) const { return paint("1", text); }
    QString faint(const QString &text) const { return paint("2", text); }
    QString state(ChainLink::State state, const QString &text) const;

private:
    QString paint(const char *code, const QString &text) const;
    bool m_colour;
};
/// A mark that says the same without colour.
QString stateMark(ChainLink::State state);

/// Aligned columns under a heading.
class TextTable
{
public:
    explicit TextTable(const QStringList &heading) : m_heading(heading) {}
    void add(const QStringList &cells, ChainLink::State state) { m_rows.append({cells, state}); }
    /// The column `painted` of each row is painted by its state.
    QString text(const Ink &ink, const QString &indent, int painted) const;

private:
    struct Row {
        QStringList cells;
        ChainLink::State state;
    };
    QStringList m_heading;
    QList<Row> m_rows;
};

} // namespace mta
