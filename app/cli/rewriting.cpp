// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/rewriting.h"

#include "app/cli/inputs.h"
#include "app/cli/objects.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "base/wiretext.h"
#include <QSaveFile>
#include <algorithm>

namespace mta::cli
{

namespace
{

struct Way {
    bool inPlace = false;
    bool text = true; ///< not JSON
};

/// The old file stays until the new one is whole; its permissions are kept.
bool replaceFile(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return true;
    complain(words(QT_TRANSLATE_NOOP("CommandLine", "Cannot write %1: %2.")).arg(visibleText(path, 200), file.errorString()));
    return false;
}

QString summary(const Rewriting &rewriting, const QString &name, const Rewritten &result, bool changed)
{
    const char *sentence = !changed       ? QT_TRANSLATE_NOOP("CommandLine", "%1: nothing to change.")
                           : result.valid ? rewriting.nowValid
                                          : rewriting.stillInvalid;
    return words(sentence).arg(name) + u'\n';
}

QJsonObject json(const QJsonValue &file, const Rewritten &result, bool changed)
{
    QJsonObject object{
        {QStringLiteral("file"), file},
        {QStringLiteral("valid"), result.valid},
        {QStringLiteral("changed"), changed},
        {QStringLiteral("text"), utf8Text(result.text)},
        {QStringLiteral("mended"), lintFindingsJson(result.mended)},
        {QStringLiteral("findings"), lintFindingsJson(result.left)},
    };
    if (!result.kind.isEmpty())
        object.insert(QStringLiteral("kind"), result.kind);
    return object;
}

int statusOf(const Rewritten &result)
{
    return result.refusal.isEmpty() && result.valid ? statusGood : statusFinding;
}

/// One file; returns its exit status.
int rewriteFile(const Rewriting &rewriting, const QString &file, const Way &way, QList<QJsonObject> &objects)
{
    const Result<QByteArray> body = readWholeFile(file, maxTextSize);
    if (!body) {
        complain(body.error().text);
        objects.append({{QStringLiteral("file"), file}, {QStringLiteral("error"), body.error().text}});
        return statusUsage;
    }
    const QString name = shownName(file);
    const Rewritten result = rewriting.rewrite(*body, name);
    const bool changed = result.text != *body;
    if (way.inPlace && changed && !replaceFile(file, result.text))
        return statusUsage;
    objects.append(json(file, result, changed));
    if (!result.refusal.isEmpty())
        complain(result.refusal);
    else if (way.text && way.inPlace)
        writeStandardOutput((summary(rewriting, name, result, changed) + lintFindingsText(name, result.left)).toUtf8());
    else if (way.text)
        writeStandardOutput(result.text);
    return statusOf(result);
}

/// What was typed is a line, and so is the answer.
int rewriteTyped(const Rewriting &rewriting, const QByteArray &typed, const Way &way, QList<QJsonObject> &objects)
{
    const Rewritten result = rewriting.rewrite(typed, QStringLiteral("--text"));
    objects.append(json({}, result, result.text != typed));
    if (way.text)
        writeStandardOutput(result.text + '\n');
    return statusOf(result);
}

QString usageFault(const Rewriting &rewriting, const Arguments &arguments, const Way &way)
{
    const QStringList &files = arguments.rest();
    if (files.isEmpty() != arguments.has("text"))
        return words(rewriting.nothingNamed);
    if (way.text && !way.inPlace && files.size() > 1)
        return words(QT_TRANSLATE_NOOP("CommandLine", "Several files are changed with --in-place; standard output takes one."));
    if (way.inPlace && files.contains(QLatin1String("-")))
        return words(QT_TRANSLATE_NOOP("CommandLine", "Standard input cannot be changed in place."));
    if (way.inPlace && arguments.has("text"))
        return words(QT_TRANSLATE_NOOP("CommandLine", "--in-place changes files, and --text names none."));
    return {};
}

} // namespace

QList<Option> rewriteOptions(const QList<Option> &more)
{
    const QList<Option> own{
        objectFormatOption(),
        {"in-place", nullptr,
         QT_TRANSLATE_NOOP("CommandLine",
                           "Replaces the file, as a whole and at once; otherwise the result is printed and the file stays.")}};
    return withCommonOptions(own + more);
}

QList<LintFinding> sureOnes(const QList<LintFinding> &findings)
{
    QList<LintFinding> sure;
    std::copy_if(findings.cbegin(), findings.cend(), std::back_inserter(sure), [](const LintFinding &lint) { return lint.mend.sure; });
    return sure;
}

int runRewriting(const Rewriting &rewriting, const Arguments &arguments)
{
    const QString command = QString::fromLatin1(rewriting.command);
    const Result<QString> format = readObjectFormat(arguments);
    if (!format)
        return wrongUsage(command, format.error().text);
    const Way way{arguments.has("in-place"), *format == QLatin1String("text")};
    if (const QString fault = usageFault(rewriting, arguments, way); !fault.isEmpty())
        return wrongUsage(command, fault);
    QList<QJsonObject> objects;
    int status = statusGood;
    if (arguments.has("text"))
        status = rewriteTyped(rewriting, arguments.value("text").toUtf8(), way, objects);
    for (const QString &file : arguments.rest())
        status = std::max(status, rewriteFile(rewriting, file, way, objects));
    if (!way.text)
        writeObjects(*format, objects, objects.size() == 1);
    return status;
}

} // namespace mta::cli
