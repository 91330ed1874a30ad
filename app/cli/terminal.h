// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <mutex>

namespace mta::cli
{

/// Exit statuses of the contract.
inline constexpr int statusGood = 0;
inline constexpr int statusFinding = 1;
inline constexpr int statusUsage = 2;
inline constexpr int statusUndetermined = 3;

bool standardOutputIsTerminal();
bool standardErrorIsTerminal();
/// Colours only for people: on a terminal that can, unless NO_COLOR (no-color.org) or --no-color forbids.
bool colourWanted(bool forbidden);

/// A descriptor that the parent closed would be given to the next socket, and what is printed would go to a peer: filled, so that
/// reading standard input or writing standard output fails instead. To be called before anything is opened.
void fillClosedDescriptors();
/// Writes all of it at once. False when nobody reads any more, or when it failed, of which it then complains.
bool writeStandardOutput(const QByteArray &octets);
/// Something was lost on the way to standard output, and not because its reader had enough.
bool standardOutputFailed();
/// "mta-sts: sentence"
void complain(const QString &sentence);
/// The same with a pointer to the help of the command; returns statusUsage.
int wrongUsage(const QString &command, const QString &sentence);

/// One line on standard error that is written over and over; nothing when that is no terminal, or one that cannot.
class ProgressLine
{
public:
    explicit ProgressLine(bool wanted);
    ~ProgressLine() { clear(); }
    bool wanted() const { return m_wanted; }
    void show(const QString &text);
    void clear();

private:
    const bool m_wanted;
    QString m_shown;
    std::mutex m_mutex;
};

} // namespace mta::cli
