// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/runoutput.h"

#include "app/cli/pdf.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "audit/catalogue.h"
#include "base/jsontext.h"
#include "base/wiretext.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace mta::cli
{

namespace
{

bool isDocument(const QString &format)
{
    return format == QLatin1String("html") || format == QLatin1String("pdf");
}

std::optional<Severity> severityOf(const QString &word)
{
    for (const Severity severity : {Severity::Note, Severity::Warning, Severity::Error}) {
        if (severityName(severity) == word)
            return severity;
    }
    return std::nullopt;
}

/// What a closing line needs: without the evidence, which is large.
RunItem withoutEvidence(RunItem item)
{
    if (item.audit) {
        DomainFacts bare;
        bare.domain = item.audit->facts.domain;
        bare.observedAt = item.audit->facts.observedAt;
        item.audit->facts = bare;
    }
    return item;
}

/// Written as it comes, or replaced as a whole at the end; what is no ordinary file (a pipe, a device) is written as it comes.
std::unique_ptr<QFileDevice> deviceFor(const QString &path, bool asItComes)
{
    const QFileInfo info(path);
    if (asItComes || (info.exists() && !info.isFile()))
        return std::make_unique<QFile>(path);
    auto file = std::make_unique<QSaveFile>(path);
    file->setDirectWriteFallback(true);
    return file;
}

} // namespace

const char *const exitStatuses = QT_TRANSLATE_NOOP(
    "CommandLine",
    "Exit status: 2 wrong usage or an unusable input line; else 1 a finding at or above --fail-on; else 3 a domain could not be "
    "determined; else 0. With --fail-on never only 0 and 2.");

QList<Option> outputOptionTable()
{
    return {
        {"format", "FORMAT", QT_TRANSLATE_NOOP("CommandLine", "text (default), json, ndjson, csv, pdf or html.")},
        {"output", "FILE", QT_TRANSLATE_NOOP("CommandLine", "Writes to FILE instead of standard output.")},
        {"ignore", "ID[,ID]", QT_TRANSLATE_NOOP("CommandLine", "Leaves out findings of these rules; see mta-sts rules.")},
        {"expiry-days", "N",
         QT_TRANSLATE_NOOP("CommandLine", "Also warns of mail server certificates that expire within so many days; saved with the "
                                          "evidence. 0, the default: not before the last 14 days.")},
        {"fail-on", "SEVERITY", QT_TRANSLATE_NOOP("CommandLine", "error (default), warning, note or never: what makes the exit status 1.")},
        {"quiet", nullptr, QT_TRANSLATE_NOOP("CommandLine", "No progress and no closing line.")},
        {"verbose", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Explanations and raw records too.")},
        {"no-color", nullptr, QT_TRANSLATE_NOOP("CommandLine", "No colours; the environment variable NO_COLOR does the same.")},
    };
}

Result<OutputOptions> readOutputOptions(const Arguments &arguments)
{
    OutputOptions options;
    const auto choice = [&](const char *name, const QStringList &words) { return arguments.choice(name, words); };
    const Result<QString> format = choice("format", {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("ndjson"),
                                                     QStringLiteral("csv"), QStringLiteral("pdf"), QStringLiteral("html")});
    if (!format)
        return format.error();
    const Result<QString> failOn =
        choice("fail-on", {QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("note"), QStringLiteral("never")});
    if (!failOn)
        return failOn.error();
    options.format = *format;
    options.failOn = severityOf(*failOn);
    options.file = arguments.value("output") == QLatin1String("-") ? QString() : arguments.value("output");
    if (arguments.has("expiry-days")) {
        const Result<int> days = arguments.number("expiry-days", 0, 0, maxExpiryDays);
        if (!days)
            return days.error();
        options.profile.expiryDays = *days;
    }
    options.profile.ignored = arguments.list("ignore");
    for (const QString &id : std::as_const(options.profile.ignored)) {
        if (!findRule(id))
            return Error{ErrorCode::NotFound,
                         words(QT_TRANSLATE_NOOP("CommandLine", "There is no rule \"%1\" to ignore; mta-sts rules lists them."))
                             .arg(visibleText(id, 60))};
    }
    options.quiet = arguments.has("quiet");
    options.verbose = arguments.has("verbose");
    options.noColor = arguments.has("no-color");
    if (options.format == QLatin1String("pdf") && options.file.isEmpty() && standardOutputIsTerminal())
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("CommandLine", "A PDF cannot be shown on a terminal; say where it goes with --output FILE."))};
    if (options.format == QLatin1String("pdf") && !pdfModule())
        return Error{ErrorCode::Unsupported,
                     words(QT_TRANSLATE_NOOP("CommandLine", "The part of this program that writes PDFs is not installed (mta-sts-pdf)."))};
    return options;
}

RunOutput::RunOutput(OutputOptions options, int total, bool object)
    : m_options(std::move(options)),
      m_total(total),
      m_object(object),
      m_colour(m_options.file.isEmpty() && m_options.format == QLatin1String("text") && colourWanted(m_options.noColor))
{
}

Result<bool> RunOutput::open()
{
    if (!m_options.file.isEmpty()) {
        m_device = deviceFor(m_options.file, m_options.format == QLatin1String("ndjson"));
        if (!m_device->open(QIODevice::WriteOnly))
            return Error{ErrorCode::Io, words(QT_TRANSLATE_NOOP("CommandLine", "Cannot write to %1: %2."))
                                            .arg(visibleText(m_options.file), m_device->errorString())};
    }
    if (m_options.format == QLatin1String("csv"))
        write(csvHeader());
    return true;
}

void RunOutput::add(int index, const RunItem &item, const QString &file)
{
    ++m_came;
    count(item);
    if (!item.audit)
        complain(item.error);
    if (m_options.format == QLatin1String("ndjson")) {
        emitItem(item, file);
        return;
    }
    m_pending.insert({index, {item, file}});
    for (auto next = m_pending.find(m_next); next != m_pending.end(); next = m_pending.find(++m_next)) {
        emitItem(next->second.item, next->second.file);
        m_pending.erase(next);
    }
}

void RunOutput::count(const RunItem &item)
{
    m_unusable = m_unusable || !item.audit;
    if (!item.audit)
        return;
    m_undetermined = m_undetermined || item.audit->verdict == DomainVerdict::Undetermined;
    for (const Finding &finding : item.audit->findings)
        m_failing = m_failing || (m_options.failOn && finding.severity >= *m_options.failOn);
}

void RunOutput::emitItem(const RunItem &item, const QString &file)
{
    if (isDocument(m_options.format)) {
        m_items.append(item);
        return;
    }
    if (m_options.format == QLatin1String("text")) {
        if (item.audit)
            write((m_first ? QString() : QStringLiteral("\n")).toUtf8() + renderText(item, m_colour, m_options.verbose).toUtf8());
        m_first = m_first && !item.audit;
        if (m_total > 1)
            m_items.append(withoutEvidence(item));
        return;
    }
    if (m_options.format == QLatin1String("csv")) {
        write(renderCsv(item));
        return;
    }
    QJsonObject object = renderJson(item);
    if (!file.isNull())
        object.insert(QStringLiteral("file"), file);
    if (m_options.format == QLatin1String("ndjson")) {
        write(inertJson(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n');
        return;
    }
    const QByteArray text = inertJson(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed();
    write(m_object ? text : (m_first ? QByteArray("[\n") : QByteArray(",\n")) + text);
    m_first = false;
}

Result<bool> RunOutput::close()
{
    for (const auto &[index, pending] : m_pending)
        emitItem(pending.item, pending.file);
    m_pending.clear();
    m_undetermined = m_undetermined || m_came < m_total;
    if (isDocument(m_options.format)) {
        if (const Result<bool> written = writeDocument(); !written)
            return written;
    }
    if (m_options.format == QLatin1String("json"))
        write(m_object ? QByteArray("\n") : m_first ? QByteArray("[]\n") : QByteArray("\n]\n"));
    if (m_options.format == QLatin1String("text") && m_total > 1 && !m_options.quiet && !m_items.isEmpty())
        write('\n' + renderTextSummary(m_items, m_colour).toUtf8());
    if (auto *file = qobject_cast<QSaveFile *>(m_device.get()))
        m_broken = !file->commit() || m_broken;
    else if (m_device)
        m_device->close();
    if (m_broken && m_device)
        return Error{
            ErrorCode::Io,
            words(QT_TRANSLATE_NOOP("CommandLine", "Cannot write to %1: %2.")).arg(visibleText(m_options.file), m_device->errorString())};
    return true;
}

Result<bool> RunOutput::writeDocument()
{
    const QLocale locale;
    if (m_options.format == QLatin1String("html")) {
        write(renderHtml(m_items, locale));
        return true;
    }
    const Result<QByteArray> pdf = pdfModule()->render(m_items, locale, paperOf(locale));
    if (!pdf)
        return pdf.error();
    write(*pdf);
    return true;
}

void RunOutput::write(const QByteArray &octets)
{
    if (m_broken)
        return;
    if (!m_device) {
        m_broken = !writeStandardOutput(octets);
        return;
    }
    m_broken = m_device->write(octets) != octets.size() || !m_device->flush();
}

int RunOutput::status() const
{
    if (m_unusable)
        return statusUsage;
    if (!m_options.failOn)
        return statusGood;
    if (m_failing)
        return statusFinding;
    return m_undetermined ? statusUndetermined : statusGood;
}

} // namespace mta::cli
