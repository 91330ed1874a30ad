// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "senders/senders.h"

namespace mta
{

// What several readers have in common: how the libraries they are written with cut lines, trim and read numbers.

SenderVerdict refused(const char *reason, qsizetype line = 0);
SenderVerdict recordHonoured();
SenderVerdict honoured(PolicyMode mode, const QByteArrayList &mx);
/// "enforce", "testing" and "none", exactly so.
std::optional<PolicyMode> exactMode(const QString &text);
/// Why a file is refused that has no version a sender knows: a byte order mark in front of the key is the usual cause.
SenderVerdict versionRefused(const QByteArray &body, qsizetype line = 0);

/// UTF-8 with U+FFFD for bad octets; a byte order mark stays what it is.
QString decoded(const QByteArray &octets);

/// White space as libraries trim it; Rust's is Go's.
enum class Blanks { Go, JavaScript, Python };
QString trimmedAs(Blanks blanks, const QString &text);
QString trimmedLeftAs(Blanks blanks, const QString &text);
QString trimmedRightAs(Blanks blanks, const QString &text);

/// Lines as Go's bufio.Scanner gives them: one CR before the LF is dropped; absent when a line is 64 KiB or longer.
std::optional<QByteArrayList> goLines(const QByteArray &text);
/// Whether Go's mime.ParseMediaType makes "text/plain" of it.
bool goReadsTextPlain(const QByteArray &contentType);
/// Go's strconv.Atoi.
std::optional<qint64> goInteger(const QByteArray &text);
/// What comes before a Go program sees the body: status, content coding (its HTTP client asks for gzip and unpacks it), media type.
std::optional<SenderVerdict> goRefuses(const ServedPolicy &policy, bool wantsTextPlain);
/// The body is not compressed, or in one of these codings, which the sender asks for and unpacks.
bool unpacks(const ServedPolicy &policy, const QByteArrayList &codings);

/// The fields of a policy for readers that let the last of a repeated key count.
struct Fields {
    QString version; ///< null when missing, like the next two
    QString mode;
    QString maxAge;
    QByteArrayList mx;
    QStringList repeated;

    void take(const QString &key, const QString &value);
    /// `reason`, or "repeated-key" where the repetition of `key` may be the cause.
    SenderVerdict refusedFor(const char *reason, const char *key) const;
    /// For readers that want an mx: "mx-missing", or "mx-missing-none" where the standard wants none (RFC 8461 §3.2).
    SenderVerdict refusedForNoMx() const;
};

/// Lower case, without one trailing dot, as A-labels where it can be written so.
QString comparableName(const QString &name);
/// The pattern is "*." and the host without its first label.
bool matchesOneLabel(const QString &pattern, const QString &host);
/// Postfix's "secure match=": ".domain", from "*.domain", stands for any number of labels.
bool postfixMatches(const QByteArray &pattern, const QString &host);

} // namespace mta
