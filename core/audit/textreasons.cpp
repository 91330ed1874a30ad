// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/textreasons.h"

#include <QCoreApplication>

namespace mta
{

namespace
{

struct Clause {
    const char *reason;
    const char *text;
};

constexpr Clause syntaxClauses[] = {
    // records
    {"version", QT_TRANSLATE_NOOP("Verdict", "it does not begin with the version")},
    {"quotes", QT_TRANSLATE_NOOP("Verdict", "quotation marks or backslashes became part of the record")},
    {"no-delimiter", QT_TRANSLATE_NOOP("Verdict", "a semicolon is missing behind the version")},
    {"leading-space", QT_TRANSLATE_NOOP("Verdict", "there is a space in front of the first field")},
    {"trailing-space", QT_TRANSLATE_NOOP("Verdict", "there is a space at the end, with no semicolon behind it")},
    {"empty-field", QT_TRANSLATE_NOOP("Verdict", "there is nothing between two semicolons")},
    {"missing-equals", QT_TRANSLATE_NOOP("Verdict", "a field is not name=value")},
    {"bad-name", QT_TRANSLATE_NOOP("Verdict", "a field name is not 1 to 32 letters, digits, “_”, “-” or “.”")},
    {"bad-value", QT_TRANSLATE_NOOP("Verdict", "a field value is empty or has a space, an equals sign or a character outside ASCII")},
    {"space-after-equals", QT_TRANSLATE_NOOP("Verdict", "there is a space behind the equals sign")},
    {"id-missing", QT_TRANSLATE_NOOP("Verdict", "there is no id")},
    {"id-empty", QT_TRANSLATE_NOOP("Verdict", "it is empty")},
    {"id-characters", QT_TRANSLATE_NOOP("Verdict", "it has characters that are neither letters nor digits")},
    {"id-too-long", QT_TRANSLATE_NOOP("Verdict", "it is longer than 32 characters")},
    // policies
    {"empty", QT_TRANSLATE_NOOP("Verdict", "the file is empty")},
    {"too-large", QT_TRANSLATE_NOOP("Verdict", "the file is larger than 64 KiB")},
    {"blank-line", QT_TRANSLATE_NOOP("Verdict", "the line is blank")},
    {"indented", QT_TRANSLATE_NOOP("Verdict", "the line begins with white space")},
    {"space-before-colon", QT_TRANSLATE_NOOP("Verdict", "there is white space in front of the colon")},
    {"no-colon", QT_TRANSLATE_NOOP("Verdict", "there is no colon")},
    {"equals-sign", QT_TRANSLATE_NOOP("Verdict", "there is an equals sign where a colon belongs")},
    {"comment", QT_TRANSLATE_NOOP("Verdict", "it is a comment, and a policy has none")},
    {"front-matter", QT_TRANSLATE_NOOP("Verdict", "it is a border of front matter, which a site generator reads and takes away")},
    {"html", QT_TRANSLATE_NOOP("Verdict", "it is HTML, not a policy")},
    {"bad-key", QT_TRANSLATE_NOOP("Verdict", "the key is not 1 to 32 letters, digits, “_”, “-” or “.”")},
    {"empty-value", QT_TRANSLATE_NOOP("Verdict", "there is nothing behind the colon")},
    {"bom", QT_TRANSLATE_NOOP("Verdict", "the file begins with an invisible byte order mark")},
    {"utf-16", QT_TRANSLATE_NOOP("Verdict", "the file is in UTF-16")},
    {"bare-cr", QT_TRANSLATE_NOOP("Verdict", "the line ends with a carriage return alone")},
    {"control", QT_TRANSLATE_NOOP("Verdict", "there is a control character in it")},
    {"not-utf8", QT_TRANSLATE_NOOP("Verdict", "it is not valid UTF-8")},
};

constexpr Clause patternClauses[] = {
    {"empty", QT_TRANSLATE_NOOP("Verdict", "there is nothing behind the colon")},
    {"not-ascii", QT_TRANSLATE_NOOP("Verdict", "it has characters outside ASCII; internationalised names stand in their xn-- form")},
    {"url", QT_TRANSLATE_NOOP("Verdict", "it is a URL")},
    {"address", QT_TRANSLATE_NOOP("Verdict", "it is an IP address")},
    {"priority", QT_TRANSLATE_NOOP("Verdict", "the preference of the MX record was copied with it")},
    {"comment", QT_TRANSLATE_NOOP("Verdict", "there is a comment behind it, and a policy has none")},
    {"placeholder", QT_TRANSLATE_NOOP("Verdict", "a placeholder of a template was left in it")},
    {"mail-address", QT_TRANSLATE_NOOP("Verdict", "it is a mail address")},
    {"several", QT_TRANSLATE_NOOP("Verdict", "there is more than one word in it; each host has a line of its own")},
    {"port", QT_TRANSLATE_NOOP("Verdict", "there is a colon in it")},
    {"null-mx", QT_TRANSLATE_NOOP("Verdict", "it is a single dot")},
    {"wildcard-alone", QT_TRANSLATE_NOOP("Verdict", "a star alone stands for nothing")},
    {"leading-dot", QT_TRANSLATE_NOOP("Verdict", "it begins with a dot")},
    {"trailing-dot", QT_TRANSLATE_NOOP("Verdict", "it ends with a dot")},
    {"wildcard-inside", QT_TRANSLATE_NOOP("Verdict", "a star may only be the whole first label")},
    {"underscore", QT_TRANSLATE_NOOP("Verdict", "host names have no underscore")},
    {"empty-label", QT_TRANSLATE_NOOP("Verdict", "there is nothing between two of its dots")},
    {"too-long", QT_TRANSLATE_NOOP("Verdict", "it is longer than 253 characters")},
    {"not-a-host-name", QT_TRANSLATE_NOOP("Verdict", "it is not a host name")},
};

constexpr Clause uriClauses[] = {
    {"empty", QT_TRANSLATE_NOOP("Verdict", "there is nothing")},
    {"scheme", QT_TRANSLATE_NOOP("Verdict", "it begins neither with mailto: nor with https:")},
    {"unencoded", QT_TRANSLATE_NOOP("Verdict", "it has a bare exclamation mark, which must be written as %21")},
    {"syntax", QT_TRANSLATE_NOOP("Verdict", "it is not a well-formed address")},
};

template<std::size_t size>
QString clause(const Clause (&clauses)[size], const QString &reason)
{
    for (const Clause &candidate : clauses) {
        if (reason == QLatin1String(candidate.reason))
            return QCoreApplication::translate("Verdict", candidate.text);
    }
    return reason;
}

} // namespace

QString syntaxClause(const QString &reason)
{
    return clause(syntaxClauses, reason);
}

QString patternClause(const QString &reason)
{
    return clause(patternClauses, reason);
}

QString uriClause(const QString &reason)
{
    return clause(uriClauses, reason);
}

} // namespace mta
