// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/gui/networks.h"
#include "ui/audit/auditpage.h"
#include "ui/mainwindow.h"
#include "ui/studio.h"
#include "ui/widgets/infobar.h"
#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QSettings>
#include <cstdio>
#include <cstring>

namespace
{

/// Help and version must not need a display.
bool asksForWords(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        for (const char *word : {"--help", "-h", "-?", "--help-all", "--version", "-v"}) {
            if (std::strcmp(argv[i], word) == 0)
                return true;
        }
    }
    return false;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QCoreApplication::translate("Main", "Configure and audit domains for MTA-STS."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("practice"),
                      QCoreApplication::translate(
                          "Main", "Audit the domains in the practice world on this computer; without a domain, show the list of them.")});
    parser.addPositionalArgument(QStringLiteral("what"),
                                 QCoreApplication::translate("Main", "Files of saved evidence to open, or domains to audit."),
                                 QStringLiteral("[FILE | DOMAIN...]"));
}

/// A path that leads nowhere is a mistake to be told, not a domain to be looked up.
bool meansFile(const QString &argument)
{
    if (argument.contains(QLatin1String("://")))
        return false;
    return QFileInfo(argument).isFile() || argument.contains(QLatin1Char('/')) ||
           argument.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

void begin(mta::MainWindow &window, const QStringList &arguments, bool practice)
{
    if (practice)
        window.showPage(mta::MainWindow::Practice);
    QStringList files;
    QStringList domains;
    for (const QString &argument : arguments)
        (meansFile(argument) ? files : domains).append(argument);
    if (!files.isEmpty())
        window.openFiles(files);
    if (domains.isEmpty())
        return;
    const mta::DomainInput input = mta::readDomainInput(domains.join(QLatin1Char('\n')));
    if (practice && input.unusable.isEmpty())
        window.audit(input.domains, mta::Origin::Practice);
    else
        window.auditInput(input);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(QStringLiteral("MTA-STS Studio"));
    QCoreApplication::setApplicationName(QStringLiteral("mta-sts-studio"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MTA_VERSION));
    QCommandLineParser parser;
    if (asksForWords(argc, argv)) {
        const QCoreApplication words(argc, argv);
        mta::useLanguage({});
        describe(parser);
        parser.process(words);
        return 0;
    }
    QApplication app(argc, argv);
    QApplication::setApplicationDisplayName(QCoreApplication::translate("Main", "MTA-STS Studio"));
    QApplication::setDesktopFileName(QStringLiteral("mta-sts-studio"));
    describe(parser);
    if (!parser.parse(QCoreApplication::arguments())) {
        std::fprintf(stderr, "mta-sts-studio: %s\n", qPrintable(parser.errorText()));
        return 2;
    }
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QCoreApplication::organizationName(),
                       QCoreApplication::applicationName());
    mta::Studio studio(app, mta::environment(), settings);
    studio.window().show();
    begin(studio.window(), parser.positionalArguments(), parser.isSet(QStringLiteral("practice")));
    return QApplication::exec();
}
