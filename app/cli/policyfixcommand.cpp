// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/rewriting.h"
#include "app/cli/words.h"
#include "mtasts/policyterms.h"

namespace mta::cli
{

namespace
{

constexpr const char *whichPolicy = QT_TRANSLATE_NOOP("CommandLine", "Which policy is meant? Name a file, or - for standard input.");
constexpr const char *nowValid = QT_TRANSLATE_NOOP("CommandLine", "%1: changed; a valid policy (RFC 8461 §3.2) now.");
constexpr const char *stillInvalid = QT_TRANSLATE_NOOP("CommandLine", "%1: changed; still not a valid policy (RFC 8461 §3.2).");

Rewritten fix(const QByteArray &body, const QString &name)
{
    const QByteArray mended = mendedPolicy(body);
    const PolicyLint left = lintPolicy(mended, name);
    return {mended, sureOnes(lintPolicy(body, name).findings), left.findings, left.policy.valid(), {}, {}};
}

Rewritten format(const QByteArray &body, const QString &name)
{
    const PolicyLint lint = lintPolicy(body, name);
    Rewritten result{body, {}, lint.findings, lint.policy.valid(), {}, {}};
    const std::optional<PolicyTerms> terms = termsOf(lint.policy);
    const std::optional<QByteArray> canonical = terms ? policyText(*terms) : std::nullopt;
    if (canonical)
        result.text = *canonical;
    else
        result.refusal = words(QT_TRANSLATE_NOOP("CommandLine", "%1 is not a valid policy (RFC 8461 §3.2), so it has no canonical form: "
                                                                "try mta-sts policy fix first."))
                             .arg(name);
    return result;
}

} // namespace

Help policyFixHelp()
{
    return {"policy fix",
            {"FILE|- [OPTION...]", "--in-place FILE... [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Mends in a policy file what was surely meant otherwise, and leaves all other bytes alone. A valid policy "
                              "keeps its meaning."),
            rewriteOptions(),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0 the result is valid, 1 it is not, 2 wrong usage or an unreadable file.")};
}

Help policyFormatHelp()
{
    return {"policy format",
            {"FILE|- [OPTION...]", "--in-place FILE... [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Writes a valid policy in its canonical form: version, mode, mx, max_age, then extensions, with lines that "
                              "end in CRLF. What it says does not change."),
            rewriteOptions(),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0 done, 1 the policy is not valid, 2 wrong usage or an unreadable file.")};
}

int runPolicyFix(const Arguments &arguments)
{
    return runRewriting({"policy fix", fix, whichPolicy, nowValid, stillInvalid}, arguments);
}

int runPolicyFormat(const Arguments &arguments)
{
    return runRewriting({"policy format", format, whichPolicy, nowValid, stillInvalid}, arguments);
}

} // namespace mta::cli
