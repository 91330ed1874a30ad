// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "report/render.h"
#include <QFileDevice>
#include <map>
#include <memory>

namespace mta::cli
{

/// What `audit` and `judge` have in common: how the result is shown, and what counts as failure.
struct OutputOptions {
    QString format;                 ///< text, json, ndjson, csv, pdf, html
    QString file;                   ///< empty: standard output
    Profile profile;                ///< --ignore, --expiry-days
    std::optional<Severity> failOn; ///< absent: never
    bool quiet = false;
    bool verbose = false;
    bool noColor = false;
};
QList<Option> outputOptionTable();
Result<OutputOptions> readOutputOptions(const Arguments &arguments);
extern const char *const exitStatuses; ///< the ending of both helps

/// Writes the items of a run in the chosen format as they come, and works out the exit status. Items of text, CSV and JSON come out in
/// the order of their index, those of NDJSON at once.
class RunOutput
{
public:
    /// `total` items will come, with indices from 0; `object`: JSON is one object, not an array.
    RunOutput(OutputOptions options, int total, bool object);

    /// Before any work is done: whether the output can be written at all.
    Result<bool> open();
    /// `file`: the evidence it came from, for judge.
    void add(int index, const RunItem &item, const QString &file = {});
    /// Writes what is left. Indices that never came are left out and count as undetermined.
    Result<bool> close();

    /// Nobody reads what is written any more.
    bool broken() const { return m_broken; }
    int status() const;

private:
    void count(const RunItem &item);
    void emitItem(const RunItem &item, const QString &file);
    void write(const QByteArray &octets);
    Result<bool> writeDocument();

    struct Pending {
        RunItem item;
        QString file;
    };
    const OutputOptions m_options;
    const int m_total;
    const bool m_object;
    const bool m_colour;
    std::unique_ptr<QFileDevice> m_device; ///< null: standard output
    std::map<int, Pending> m_pending;      ///< came before its turn
    QList<RunItem> m_items;                ///< for the formats that are one document, and for the closing line
    int m_next = 0;
    int m_came = 0;
    bool m_first = true;
    bool m_broken = false;
    bool m_unusable = false;
    bool m_failing = false;
    bool m_undetermined = false;
};

} // namespace mta::cli
