// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/common/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>

namespace mta
{

namespace
{

QString withoutEncoding(const QString &locale)
{
    const qsizetype end = locale.indexOf(QChar(u'.'));
    return (end < 0 ? locale : locale.first(end)).section(QChar(u'@'), 0, 0);
}

/// "de" of "de_AT.UTF-8" and "de-AT".
QString languageOf(const QString &locale)
{
    return withoutEncoding(locale).replace(u'-', u'_').section(QChar(u'_'), 0, 0).toLower();
}

bool isPortable(const QString &locale)
{
    const QString name = withoutEncoding(locale);
    return name == QLatin1String("C") || name == QLatin1String("POSIX");
}

const QString ours = QStringLiteral("language");

/// Translators belong to the application, and stay until another language is chosen.
void install(const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(ours);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList availableLanguages()
{
    QStringList result{QStringLiteral("en")};
    for (const QString &file : QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        result.append(file.section(QChar(u'_'), 1).section(QChar(u'.'), 0, 0));
    return result;
}

QString languageOfEnvironment()
{
    const QStringList spoken = availableLanguages();
    QStringList wanted;
    // A script that says LC_ALL=C wants the untranslated texts, whatever the person behind it prefers.
    if (!isPortable(qEnvironmentVariable("LC_ALL")))
        wanted = qEnvironmentVariable("LANGUAGE").split(u':', Qt::SkipEmptyParts);
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(variable);
        if (!value.isEmpty()) {
            wanted.append(value);
            break; // POSIX: the first that is set decides
        }
    }
    for (const QString &locale : std::as_const(wanted)) {
        if (spoken.contains(languageOf(locale)))
            return withoutEncoding(locale);
    }
    return spoken.first();
}

bool installLanguage(const QString &code)
{
    const QString language = languageOf(code);
    if (!availableLanguages().contains(language))
        return false;
    QLocale::setDefault(QLocale(withoutEncoding(code)));
    // What is not removed would go on answering: English has no translator of its own that could stand in front of it.
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>(ours, Qt::FindDirectChildrenOnly));
    if (language != QLatin1String("en")) {
        install(QLatin1String("mta-sts-studio_") + language, QStringLiteral(":/i18n"));
        install(QLatin1String("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    return true;
}

} // namespace mta
