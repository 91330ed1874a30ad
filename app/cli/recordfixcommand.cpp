// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/objects.h"
#include "app/cli/rewriting.h"
#include <QtGlobal>

namespace mta::cli
{

namespace
{

Rewritten fix(const QByteArray &text, const QString &name)
{
    const QByteArray mended = mendedRecord(text);
    const RecordLint left = lintRecord(mended, name);
    return {mended, sureOnes(lintRecord(text, name).findings), left.findings, left.valid, left.kind, {}};
}

} // namespace

Help recordFixHelp()
{
    return {"record fix",
            {"FILE|- [OPTION...]", "--in-place FILE... [OPTION...]", "--text TEXT [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Mends in a TXT value of _mta-sts (RFC 8461 §3.1) or _smtp._tls (RFC 8460 §3) what was surely meant "
                              "otherwise, and leaves all other bytes alone: the line of a zone file around it, misspelt names, "
                              "delimiters, addresses without mailto:. No id and no address is made up."),
            rewriteOptions({recordTextOption()}),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0 the result is valid, 1 it is not, 2 wrong usage or an unreadable file.")};
}

int runRecordFix(const Arguments &arguments)
{
    return runRewriting({"record fix", fix, QT_TRANSLATE_NOOP("CommandLine", "Name a file, - for standard input, or a value with --text."),
                         QT_TRANSLATE_NOOP("CommandLine", "%1: changed; a valid record now."),
                         QT_TRANSLATE_NOOP("CommandLine", "%1: changed; still not a valid record.")},
                        arguments);
}

} // namespace mta::cli
