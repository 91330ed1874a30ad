// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include <QHash>
#include <QList>
#include <QStringList>

namespace mta::cli
{

/// One option of a command. Texts are source texts of the context "CommandLine".
struct Option {
    const char *name;  ///< without the hyphens
    const char *value; ///< what follows it, "FILE"; null for a switch
    const char *help;  ///< one or two sentences
};

/// Everything `mta-sts COMMAND --help` says.
struct Help {
    const char *command;        ///< "policy lint"
    QList<const char *> usages; ///< what may follow the command
    const char *purpose;
    QList<Option> options;
    const char *ending; ///< exit statuses, examples
};
QString helpText(const Help &help);

/// What was typed after the command, taken apart.
class Arguments
{
public:
    /// `--name value`, `--name=value`, `--switch`; after `--` nothing is an option. One clear sentence for anything else.
    static Result<Arguments> parse(const QStringList &typed, const QList<Option> &options);

    bool has(const char *name) const { return m_values.contains(QLatin1String(name)); }
    /// The last one counts.
    QString value(const char *name, const QString &otherwise = {}) const;
    /// All values of an option that may be repeated, each split at commas.
    QStringList list(const char *name) const;
    const QStringList &rest() const { return m_rest; }

    /// A whole number within limits.
    Result<int> number(const char *name, int otherwise, int least, int most) const;
    /// One of several words.
    Result<QString> choice(const char *name, const QStringList &choices) const;

private:
    QHash<QString, QStringList> m_values;
    QStringList m_rest;
};

/// Options that every command takes: --lang, --help, --version.
QList<Option> withCommonOptions(QList<Option> options);

} // namespace mta::cli
