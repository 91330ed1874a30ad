// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/inputs.h"
#include "app/cli/objects.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "base/wiretext.h"
#include "mtasts/policyterms.h"
#include <QCoreApplication>
#include <QSaveFile>

namespace mta::cli
{

namespace
{

/// A policy file before and after.
struct Rewritten {
    QByteArray text;
    QList<LintFinding> mended; ///< of the file as it was
    PolicyLint left;           ///< of the file as it is now
    QString refusal;           ///< why nothing was written; empty when something was
};

Rewritten fix(const QByteArray &body, const QString &name)
{
    Rewritten result{mendedPolicy(body), {}, {}, {}};
    for (const LintFinding &lint : lintPolicy(body, name).findings) {
        if (lint.mend.sure)
            result.mended.append(lint);
    }
    result.left = lintPolicy(result.text, name);
    return result;
}

Rewritten format(const QByteArray &body, const QString &name)
{
    Rewritten result{body, {}, lintPolicy(body, name), {}};
    const std::optional<PolicyTerms> terms = termsOf(result.left.policy);
    const std::optional<QByteArray> canonical = terms ? policyText(*terms) : std::nullopt;
    if (canonical)
        result.text = *canonical;
    else
        result.refusal = words(QT_TRANSLATE_NOOP("CommandLine", "%1 is not a valid policy (RFC 8461 §3.2), so it has no canonical form: "
                                                                "try mta-sts policy fix first."))
                             .arg(name);
    return result;
}

/// The old file stays until the new one is whole; its permissions are kept.
bool replaceFile(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return true;
    complain(words(QT_TRANSLATE_NOOP("CommandLine", "Cannot write %1: %2.")).arg(visibleText(path, 200), file.errorString()));
    return false;
}

QString summary(const QString &name, const Rewritten &result, bool changed)
{
    if (!changed)
        return words(QT_TRANSLATE_NOOP("CommandLine", "%1: nothing to change.")).arg(name) + u'\n';
    return (result.left.policy.valid()
                ? words(QT_TRANSLATE_NOOP("CommandLine", "%1: changed; a valid policy (RFC 8461 §3.2) now.")).arg(name)
                : words(QT_TRANSLATE_NOOP("CommandLine", "%1: changed; still not a valid policy (RFC 8461 §3.2).")).arg(name)) +
           u'\n';
}

QJsonObject json(const QString &file, const Rewritten &result, bool changed)
{
    return {
        {QStringLiteral("file"), file},
        {QStringLiteral("valid"), result.left.policy.valid()},
        {QStringLiteral("changed"), changed},
        {QStringLiteral("text"), utf8Text(result.text)},
        {QStringLiteral("mended"), lintFindingsJson(result.mended)},
        {QStringLiteral("findings"), lintFindingsJson(result.left.findings)},
    };
}

/// One file; returns its exit status.
int rewriteFile(const QString &file, Rewritten (*rewrite)(const QByteArray &, const QString &), bool inPlace, bool text,
                QList<QJsonObject> &objects)
{
    const Result<QByteArray> body = readWholeFile(file, maxTextSize);
    if (!body) {
        complain(body.error().text);
        objects.append({{QStringLiteral("file"), file}, {QStringLiteral("error"), body.error().text}});
        return statusUsage;
    }
    const QString name = shownName(file);
    const Rewritten result = rewrite(*body, name);
    const bool changed = result.text != *body;
    if (inPlace && changed && !replaceFile(file, result.text))
        return statusUsage;
    objects.append(json(file, result, changed));
    if (!result.refusal.isEmpty()) {
        complain(result.refusal);
        return statusFinding;
    }
    if (text && inPlace)
        writeStandardOutput((summary(name, result, changed) + lintFindingsText(name, result.left.findings)).toUtf8());
    else if (text)
        writeStandardOutput(result.text);
    return result.left.policy.valid() ? statusGood : statusFinding;
}

int run(const Arguments &arguments, const QString &command, Rewritten (*rewrite)(const QByteArray &, const QString &))
{
    const Result<QString> format = readObjectFormat(arguments);
    if (!format)
        return wrongUsage(command, format.error().text);
    const QStringList &files = arguments.rest();
    const bool inPlace = arguments.has("in-place");
    const bool text = *format == QLatin1String("text");
    if (files.isEmpty())
        return wrongUsage(command, words(QT_TRANSLATE_NOOP("CommandLine", "Which policy is meant? Name a file, or - for standard input.")));
    if (text && !inPlace && files.size() > 1)
        return wrongUsage(command,
                          words(QT_TRANSLATE_NOOP("CommandLine", "Several files are changed with --in-place; standard output takes one.")));
    if (inPlace && files.contains(QLatin1String("-")))
        return wrongUsage(command, words(QT_TRANSLATE_NOOP("CommandLine", "Standard input cannot be changed in place.")));
    QList<QJsonObject> objects;
    int status = statusGood;
    for (const QString &file : files)
        status = std::max(status, rewriteFile(file, rewrite, inPlace, text, objects));
    if (!text)
        writeObjects(*format, objects, files.size() == 1);
    return status;
}

QList<Option> rewriteOptions()
{
    return withCommonOptions(
        {objectFormatOption(),
         {"in-place", nullptr,
          QT_TRANSLATE_NOOP("CommandLine",
                            "Replaces the file, as a whole and at once; otherwise the result is printed and the file stays.")}});
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
    return run(arguments, QStringLiteral("policy fix"), fix);
}

int runPolicyFormat(const Arguments &arguments)
{
    return run(arguments, QStringLiteral("policy format"), format);
}

} // namespace mta::cli
