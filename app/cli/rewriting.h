// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "audit/lint.h"

namespace mta::cli
{

/// A text after a command has rewritten it.
struct Rewritten {
    QByteArray text;
    QList<LintFinding> mended; ///< of the text as it was
    QList<LintFinding> left;   ///< of the text as it is now
    bool valid = false;        ///< the text as it is now
    QString kind;              ///< of a record, as in RecordLint
    QString refusal;           ///< why nothing was written; empty when something was
};

/// What the commands that rewrite texts do differently. Sentences have the name of the file as %1.
struct Rewriting {
    const char *command;
    Rewritten (*rewrite)(const QByteArray &text, const QString &name);
    const char *nothingNamed; ///< when neither a file nor, where that is possible, a text was given
    const char *nowValid;
    const char *stillInvalid;
};

/// --format and --in-place, `more`, and the common ones.
QList<Option> rewriteOptions(const QList<Option> &more = {});

/// The findings whose mends are beyond doubt.
QList<LintFinding> sureOnes(const QList<LintFinding> &findings);

/// Prints the result, or replaces the files. The exit status is 0 when every result is valid, 1 when one is not, 2 for wrong usage or an
/// unreadable file.
int runRewriting(const Rewriting &rewriting, const Arguments &arguments);

} // namespace mta::cli
