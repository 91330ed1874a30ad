// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/planreport.h"
#include <QList>
#include <QString>
#include <QStringList>

class QMimeData;

namespace mta
{

/// What was in a file that somebody opened or dropped.
struct OpenedFile {
    QList<DomainAudit> audits; ///< of saved evidence, judged at the time it was observed
    QString text;              ///< of a list of domains
    QStringList plans;         ///< paths of plans
    QByteArray written;        ///< a policy or record, for the editor
    QString writtenPath;       ///< the file that was in
    QString error;             ///< one sentence about what could not be opened
};
/// The paths of the files among what is dropped.
QStringList localFiles(const QMimeData &dropped);
/// Blocks: for a worker thread.
OpenedFile readEvidenceFile(const QString &path);
/// Saved evidence of a domain, to compare with; an error when the file holds none of it.
OpenedFile readEvidenceOf(const QString &path, const DomainName &domain);
/// Evidence, a plan, a policy or record, or a list of domains, whichever it is.
OpenedFile readAnyFile(const QString &path);
/// All of them in one; what could be read is there even when something else could not.
OpenedFile readAnyFiles(const QStringList &paths);

/// Writes atomically; an error sentence, or empty. For a worker thread.
QString writeText(const QString &path, const QByteArray &octets);

/// Letter where inches are used, A4 everywhere else.
PaperSize paperHere();

enum class ExportFormat { Pdf, Html, Csv, Json };
QString exportSuffix(ExportFormat format);
/// Renders and writes atomically; an error sentence, or empty. `plans`: what is live against those in hand, for a PDF. For a worker thread.
QString writeExport(const QString &path, ExportFormat format, const QList<RunItem> &items, const QList<LiveComparison> &plans = {});

} // namespace mta
