// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"

#include "app/cli/words.h"
#include "base/wiretext.h"
#include <QCoreApplication>
#include <algorithm>

namespace mta::cli
{

namespace
{

constexpr qsizetype textColumn = 28;
constexpr qsizetype lineWidth = 80;

Error wrong(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

const Option *find(const QList<Option> &options, const QString &name)
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option &o) { return name == QLatin1String(o.name); });
    return found == options.end() ? nullptr : &*found;
}

/// Breaks a text at blanks; every line after the first begins at `column`.
QString wrapped(const QString &text, qsizetype column)
{
    QString result;
    qsizetype width = column;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (width > column && width + 1 + word.size() > lineWidth) {
            result += u'\n' + QString(column, u' ');
            width = column;
        } else if (width > column) {
            result += u' ';
            ++width;
        }
        result += word;
        width += word.size();
    }
    return result;
}

QString optionHelp(const Option &option)
{
    QString left = QLatin1String("  --") + QLatin1String(option.name);
    if (option.value)
        left += u' ' + QLatin1String(option.value);
    left = left.size() < textColumn - 1 ? left.leftJustified(textColumn) : QString(left + u'\n' + QString(textColumn, u' '));
    return left + wrapped(words(option.help), textColumn) + u'\n';
}

} // namespace

QString helpText(const Help &help)
{
    QString text;
    QString lead = words(QT_TRANSLATE_NOOP("CommandLine", "Usage:")) + u' ';
    for (const char *usage : help.usages) {
        text += lead + QLatin1String("mta-sts ") + QLatin1String(help.command) + u' ' + QLatin1String(usage) + u'\n';
        lead = QString(lead.size(), u' ');
    }
    text += u'\n' + wrapped(words(help.purpose), 0) + QLatin1String("\n\n") + words(QT_TRANSLATE_NOOP("CommandLine", "Options:")) + u'\n';
    for (const Option &option : help.options)
        text += optionHelp(option);
    for (const QString &paragraph : words(help.ending).split(u'\n'))
        text += u'\n' + wrapped(paragraph, 0);
    return text + u'\n';
}

Result<Arguments> Arguments::parse(const QStringList &typed, const QList<Option> &options)
{
    Arguments result;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QString &word = typed[i];
        if (word == QLatin1String("--")) {
            result.m_rest += typed.sliced(i + 1);
            break;
        }
        if (!word.startsWith(u'-') || word == QLatin1String("-")) {
            result.m_rest.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString shortened = QLatin1String(word == QLatin1String("-h") ? "help" : word == QLatin1String("-o") ? "output" : "");
        const QString name = shortened.isEmpty() ? word.mid(2, equals < 0 ? -1 : equals - 2) : shortened;
        const Option *option = word.startsWith(QLatin1String("--")) || !shortened.isEmpty() ? find(options, name) : nullptr;
        if (!option)
            return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "There is no option %1.")).arg(visibleText(word, 60)));
        if (!option->value && equals >= 0)
            return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "The option --%1 takes no value.")).arg(name));
        QString value;
        if (option->value && equals >= 0)
            value = word.mid(equals + 1);
        else if (option->value && i + 1 < typed.size() && !typed[i + 1].startsWith(QLatin1String("--")))
            value = typed[++i];
        if (option->value && value.isEmpty())
            return wrong(
                words(QT_TRANSLATE_NOOP("CommandLine", "The option --%1 needs a value: --%1 %2.")).arg(name, QLatin1String(option->value)));
        result.m_values[name].append(value);
    }
    return result;
}

QString Arguments::value(const char *name, const QString &otherwise) const
{
    const QStringList values = m_values.value(QLatin1String(name));
    return values.isEmpty() ? otherwise : values.last();
}

QStringList Arguments::list(const char *name) const
{
    QStringList result;
    for (const QString &value : m_values.value(QLatin1String(name))) {
        for (const QString &part : value.split(u',', Qt::SkipEmptyParts))
            result.append(part.trimmed());
    }
    return result;
}

Result<int> Arguments::number(const char *name, int otherwise, int least, int most) const
{
    if (!has(name))
        return otherwise;
    bool ok = false;
    const int number = value(name).toInt(&ok);
    if (!ok || number < least || number > most)
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "The option --%1 takes a whole number from %2 to %3, not \"%4\"."))
                         .arg(QLatin1String(name), QString::number(least), QString::number(most), visibleText(value(name), 60)));
    return number;
}

Result<QString> Arguments::choice(const char *name, const QStringList &choices) const
{
    const QString chosen = value(name, choices.first());
    if (!choices.contains(chosen))
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "The option --%1 takes one of %2, not \"%3\"."))
                         .arg(QLatin1String(name), choices.join(QLatin1String(", ")), visibleText(chosen, 60)));
    return chosen;
}

QList<Option> withCommonOptions(QList<Option> options)
{
    options.append(
        {"lang", "CODE", QT_TRANSLATE_NOOP("CommandLine", "Language of all texts, such as de; without it that of the environment.")});
    options.append({"version", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Prints the version and ends.")});
    options.append({"help", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Prints this help and ends.")});
    return options;
}

} // namespace mta::cli
