// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/policyrows.h"

#include "base/wiretext.h"
#include "ui/words.h"
#include <QCoreApplication>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString bomMark = u"⟨BOM⟩"_s;

QString modeMeaning(const PolicyLine &line)
{
    if (line.value == "enforce")
        return QCoreApplication::translate("Policy", "Senders deliver only to mail servers that pass; otherwise the mail waits.");
    if (line.value == "testing")
        return QCoreApplication::translate("Policy", "Senders deliver even when a mail server fails, and report it.");
    if (line.value == "none")
        return QCoreApplication::translate("Policy", "Senders behave as if there were no policy.");
    return QCoreApplication::translate("Policy", "The mode must be enforce, testing or none.");
}

QString mxMeaning(const PolicyLine &line)
{
    const MxPattern pattern = parseMxPattern(line.value);
    if (!pattern.valid)
        return QCoreApplication::translate("Policy", "This is no host name and no pattern: it covers nothing.");
    if (pattern.text.startsWith("*."_L1))
        return QCoreApplication::translate("Policy", "Covers mail servers with exactly one label before %1.").arg(pattern.text.mid(2));
    return QCoreApplication::translate("Policy", "Covers the mail server %1 and no other.").arg(pattern.text);
}

QString maxAgeMeaning(const PolicyLine &line)
{
    bool ok = false;
    const qint64 seconds = line.value.toLongLong(&ok);
    if (!ok || seconds < 0)
        return QCoreApplication::translate("Policy", "The age must be a number of seconds.");
    return QCoreApplication::translate("Policy", "Senders remember this policy for %1.").arg(durationWords(std::chrono::seconds(seconds)));
}

QString meaningOf(const PolicyLine &line)
{
    if (line.key == "version")
        return line.value == "STSv1" ? QCoreApplication::translate("Policy", "This is a policy of MTA-STS, version 1.")
                                     : QCoreApplication::translate("Policy", "The version must be STSv1, or senders ignore the file.");
    if (line.key == "mode")
        return modeMeaning(line);
    if (line.key == "mx")
        return mxMeaning(line);
    if (line.key == "max_age")
        return maxAgeMeaning(line);
    if (!line.key.isEmpty())
        return QCoreApplication::translate("Policy", "Senders do not know this key and ignore it.");
    if (line.text.trimmed().isEmpty())
        return QCoreApplication::translate("Policy", "A blank line: the grammar has no place for it.");
    return QCoreApplication::translate("Policy", "This is no \u201ckey: value\u201d line.");
}

} // namespace

/// Tabs, carriage returns, a byte order mark and blanks at the end are what nobody sees in an editor.
QString visiblePolicyText(const QByteArray &line)
{
    QByteArray octets = line;
    QString prefix;
    if (octets.startsWith("\xef\xbb\xbf")) {
        octets.remove(0, 3);
        prefix = bomMark;
    }
    qsizetype blanks = 0;
    while (blanks < octets.size() && (octets[octets.size() - 1 - blanks] == ' ' || octets[octets.size() - 1 - blanks] == '\t'))
        ++blanks;
    const QByteArray tail = octets.right(blanks);
    octets.chop(blanks);
    QString suffix;
    for (char blank : tail)
        suffix += blank == ' ' ? QChar(0x00b7) : QChar(0x2192);
    QString text = visibleText(octets).replace(u"\\t"_s, u"\u2192"_s);
    return QString(prefix + text + suffix);
}

QList<PolicyLineView> policyLines(const PolicyLint &lint)
{
    QList<PolicyLineView> views;
    for (const PolicyLine &line : lint.policy.lines)
        views.append({visiblePolicyText(line.text), meaningOf(line), {}, {}});
    // Some readers take the byte order mark off before they count lines.
    if (lint.policy.raw.startsWith("\xef\xbb\xbf") && !views.isEmpty() && !views.first().text.startsWith(bomMark))
        views.first().text.prepend(bomMark);
    for (const LintFinding &found : lint.findings) {
        if (views.isEmpty() || found.line < 1)
            continue;
        PolicyLineView &view = views[qMin<qsizetype>(found.line, views.size()) - 1];
        view.findings.append(findingMessage(found.finding));
        const State state = severityState(found.finding.severity);
        if (state != State::Good)
            view.mark = view.mark ? std::max(*view.mark, state) : state;
    }
    return views;
}

int fetchToShow(const DomainAudit &audit)
{
    if (audit.policyFetch >= 0)
        return audit.policyFetch;
    for (qsizetype i = 0; i < audit.facts.fetches.size(); ++i) {
        if (audit.facts.fetches[i].end != FetchEnd::NotTried)
            return static_cast<int>(i);
    }
    return audit.facts.fetches.isEmpty() ? -1 : 0;
}

QString fetchSummary(const PolicyFetch &fetch)
{
    switch (fetch.end) {
    case FetchEnd::NotTried:
        return QCoreApplication::translate("Policy", "Not fetched from this address.");
    case FetchEnd::NoNetwork:
        return QCoreApplication::translate("Policy", "This machine has no way to that kind of address.");
    case FetchEnd::Refused:
        return QCoreApplication::translate("Policy", "The connection was refused.");
    case FetchEnd::Unreachable:
        return QCoreApplication::translate("Policy", "There is no route to this address.");
    case FetchEnd::Reset:
        return QCoreApplication::translate("Policy", "The server cut the connection.");
    case FetchEnd::Timeout:
        return QCoreApplication::translate("Policy", "The server did not answer in time.");
    case FetchEnd::ProxyFailed:
        return QCoreApplication::translate("Policy", "The proxy did not work: %1").arg(visibleText(fetch.detail));
    case FetchEnd::TlsFailed:
        return QCoreApplication::translate("Policy", "The TLS handshake failed: %1").arg(visibleText(fetch.tls.failure));
    case FetchEnd::Malformed:
        return QCoreApplication::translate("Policy", "The answer is not proper HTTP: %1").arg(visibleText(fetch.detail));
    case FetchEnd::TooLarge:
        return QCoreApplication::translate("Policy", "The answer is too large.");
    case FetchEnd::Truncated:
        return QCoreApplication::translate("Policy", "The answer broke off before its end.");
    case FetchEnd::Complete:
        break;
    }
    if (!fetch.redirectTo.isEmpty())
        return QCoreApplication::translate("Policy", "HTTP %1: a redirect to %2, which senders must not follow.")
            .arg(QString::number(fetch.httpStatus), visibleText(fetch.redirectTo));
    return QCoreApplication::translate("Policy", "HTTP %1, %2, %3 octets, %4, fetched in %5.",
                                       "status, media type, size, TLS version, time")
        .arg(QString::number(fetch.httpStatus),
             fetch.mediaType.isEmpty() ? QCoreApplication::translate("Policy", "no media type") : visibleText(fetch.mediaType),
             QString::number(fetch.body.size()), tlsVersionName(fetch.tls.version), elapsedWords(fetch.elapsed));
}

} // namespace mta
