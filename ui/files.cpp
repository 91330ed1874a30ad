// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/files.h"

#include "audit/judge.h"
#include "base/jsontext.h"
#include "base/wiretext.h"
#include "store/evidence.h"
#include "ui/domaininput.h"
#include "ui/editor/draft.h"
#include "ui/editor/octetedit.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>
#include <QSaveFile>
#include <QUrl>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

bool looksLikeJson(const QByteArray &beginning)
{
    const QByteArray text = (beginning.startsWith("\xef\xbb\xbf") ? beginning.mid(3) : beginning).trimmed();
    return text.startsWith('{') || text.startsWith('[');
}

/// Octets among which the member stands that makes a plan of a JSON document.
constexpr qint64 planPeek = 256 * 1024;

bool looksLikePlan(const QByteArray &beginning)
{
    return looksLikeJson(beginning) && beginning.contains("\"planVersion\"");
}

QByteArray rendered(ExportFormat format, const QList<RunItem> &items, const QList<LiveComparison> &plans, QString &error)
{
    const QLocale locale;
    switch (format) {
    case ExportFormat::Pdf: {
        Result<QByteArray> pdf = renderPdf(items, plans, locale, paperHere());
        if (!pdf) {
            error = pdf.error().text;
            return {};
        }
        return *pdf;
    }
    case ExportFormat::Html:
        return renderHtml(items, locale);
    case ExportFormat::Csv: {
        QByteArray csv = csvHeader();
        for (const RunItem &item : items)
            csv += renderCsv(item);
        return csv;
    }
    case ExportFormat::Json: {
        if (items.size() == 1)
            return inertJson(QJsonDocument(renderJson(items.first())).toJson());
        QJsonArray array;
        for (const RunItem &item : items)
            array.append(renderJson(item));
        return inertJson(QJsonDocument(array).toJson());
    }
    }
    return {};
}

} // namespace

QStringList localFiles(const QMimeData &dropped)
{
    QStringList files;
    for (const QUrl &url : dropped.urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

OpenedFile readEvidenceFile(const QString &path)
{
    OpenedFile opened;
    const Result<QList<DomainFacts>> facts = loadEvidence(path);
    if (!facts) {
        opened.error = facts.error().text;
        return opened;
    }
    for (const DomainFacts &each : *facts)
        opened.audits.append(judge(each, each.observedAt));
    if (opened.audits.isEmpty())
        opened.error = QCoreApplication::translate("Files", "%1 holds no audit.").arg(shown(path));
    return opened;
}

OpenedFile readEvidenceOf(const QString &path, const DomainName &domain)
{
    OpenedFile opened = readEvidenceFile(path);
    if (!opened.error.isEmpty())
        return opened;
    const QString first = opened.audits.first().facts.domain.unicode;
    opened.audits.removeIf([&domain](const DomainAudit &audit) { return audit.facts.domain != domain; });
    if (opened.audits.isEmpty())
        opened.error = QCoreApplication::translate("Files", "%1 holds no audit of %2, but of %3. Only two audits of one domain can be "
                                                            "compared; open the file to look at it.")
                           .arg(shown(path), visibleText(domain.unicode), visibleText(first));
    return opened;
}

OpenedFile readAnyFile(const QString &path)
{
    OpenedFile opened;
    QFile file(path);
    // A pipe would never end.
    if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        opened.error = QCoreApplication::translate("Files", "%1 is not a file.").arg(shown(path));
        return opened;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        opened.error = QCoreApplication::translate("Files", "%1 cannot be read: %2").arg(shown(path), file.errorString());
        return opened;
    }
    if (looksLikePlan(file.peek(planPeek))) {
        opened.plans.append(path); // read by whoever keeps the plans
        return opened;
    }
    if (looksLikeJson(file.peek(256)))
        return readEvidenceFile(path);
    if (recognisedKind(file.peek(4096))) {
        opened.written = file.read(maxEditedText + 1); // the editor says when that is too much
        opened.writtenPath = path;
        return opened;
    }
    if (file.size() > maxDomainListSize) {
        opened.error = QCoreApplication::translate("Files", "%1 is too large for a list of domains.").arg(shown(path));
        return opened;
    }
    const QByteArray octets = file.read(maxDomainListSize);
    opened.text = QString::fromUtf8(octets);
    if (octets.contains('\0') || readDomainInput(opened.text).domains.isEmpty()) {
        opened.text.clear();
        opened.error =
            QCoreApplication::translate("Files", "%1 is neither saved evidence nor a policy, record or list of domains.").arg(shown(path));
    }
    return opened;
}

OpenedFile readAnyFiles(const QStringList &paths)
{
    OpenedFile all;
    QStringList errors;
    QStringList texts;
    for (const QString &path : paths) {
        const OpenedFile one = readAnyFile(path);
        all.audits += one.audits;
        all.plans += one.plans;
        if (!one.text.isEmpty())
            texts.append(one.text);
        if (!one.writtenPath.isEmpty() && all.writtenPath.isEmpty()) {
            all.written = one.written;
            all.writtenPath = one.writtenPath;
        } else if (!one.writtenPath.isEmpty()) {
            errors.append(QCoreApplication::translate("Files", "%1 was not opened: the editor holds one text at a time.").arg(shown(path)));
        }
        if (!one.error.isEmpty())
            errors.append(one.error);
    }
    all.text = texts.join(u'\n');
    all.error = errors.value(0);
    if (errors.size() > 1)
        all.error =
            QCoreApplication::translate("Files", "%n files were not opened. The first: %1", nullptr, static_cast<int>(errors.size()))
                .arg(errors.first());
    return all;
}

PaperSize paperHere()
{
    return QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ? PaperSize::Letter : PaperSize::A4;
}

QString exportSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Pdf:
        return u"pdf"_s;
    case ExportFormat::Html:
        return u"html"_s;
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::Json:
        break;
    }
    return u"json"_s;
}

QString writeText(const QString &path, const QByteArray &octets)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size() || !file.commit())
        return QCoreApplication::translate("Files", "%1 was not written: %2").arg(shown(path), file.errorString());
    return {};
}

QString writeExport(const QString &path, ExportFormat format, const QList<RunItem> &items, const QList<LiveComparison> &plans)
{
    QString error;
    const QByteArray octets = rendered(format, items, plans, error);
    if (!error.isEmpty())
        return error;
    return writeText(path, octets);
}

} // namespace mta
