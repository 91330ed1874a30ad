// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/pdf.h"
#include "app/cli/terminal.h"
#include "app/common/language.h"
#include "base/wiretext.h"
#include <QCoreApplication>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace
{

using mta::cli::Command;

constexpr Command commands[] = {
    {mta::cli::auditHelp, mta::cli::runAudit},
    {mta::cli::judgeHelp, mta::cli::runJudge},
    {mta::cli::diffHelp, mta::cli::runDiff},
    {mta::cli::scrubHelp, mta::cli::runScrub},
    {mta::cli::rulesHelp, mta::cli::runRules},
    {mta::cli::policyLintHelp, mta::cli::runPolicyLint},
    {mta::cli::policyFixHelp, mta::cli::runPolicyFix},
    {mta::cli::policyFormatHelp, mta::cli::runPolicyFormat},
    {mta::cli::recordLintHelp, mta::cli::runRecordLint},
    {mta::cli::recordFixHelp, mta::cli::runRecordFix},
    {mta::cli::matchHelp, mta::cli::runMatch},
    {mta::cli::planNewHelp, mta::cli::runPlanNew},
    {mta::cli::planCheckHelp, mta::cli::runPlanCheck},
    {mta::cli::planStepsHelp, mta::cli::runPlanSteps},
    {mta::cli::planDueHelp, mta::cli::runPlanDue},
    {mta::cli::planAdoptHelp, mta::cli::runPlanAdopt},
    {mta::cli::planExportHelp, mta::cli::runPlanExport},
    {mta::cli::planPublishHelp, mta::cli::runPlanPublish},
};

/// Our own sentences tell people what is wrong; Qt's warnings would only stand in between.
void dropMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg || qEnvironmentVariableIsSet("MTA_DEBUG"))
        mta::cli::complain(text);
}

/// Asked before anything of Qt is there: a PDF needs another kind of application object.
bool wantsPdf(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView word(argv[i]);
        if (word == "--format=pdf" || word == "--pdf" || (word == "pdf" && QByteArrayView(argv[i - 1]) == "--format"))
            return true;
    }
    return false;
}

/// --lang counts for everything that is said, also for complaints about the rest of the line.
QString languageTyped(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size() && words[i] != QLatin1String("--"); ++i) {
        if (words[i].startsWith(QLatin1String("--lang=")))
            return words[i].mid(7);
        if (words[i] == QLatin1String("--lang") && i + 1 < words.size())
            return words[i + 1];
    }
    return {};
}

QString overview()
{
    QString text = QCoreApplication::translate("CommandLine", "MTA-STS Studio: audits domains for MTA-STS, TLS-RPT, STARTTLS and the "
                                                              "certificates of their mail servers.") +
                   QStringLiteral("\n\n");
    for (const Command &command : commands) {
        const mta::cli::Help help = command.help();
        text += QLatin1String("  mta-sts ") + QLatin1String(help.command) + u' ' + QLatin1String(help.usages.first()) +
                QLatin1String("\n      ") + QCoreApplication::translate("CommandLine", help.purpose) + u'\n';
    }
    return text + u'\n' +
           QCoreApplication::translate("CommandLine", "mta-sts COMMAND --help tells more; mta-sts --version prints the version.") + u'\n';
}

int print(const QString &text)
{
    return mta::cli::writeStandardOutput(text.toUtf8()) ? mta::cli::statusGood : mta::cli::statusUsage;
}

/// The command whose name ("policy lint") the words begin with, and how many of them it takes.
const Command *commandOf(const QStringList &words, qsizetype *length)
{
    for (const Command &command : commands) {
        const QStringList name = QString::fromLatin1(command.help().command).split(u' ');
        if (words.first(qMin(name.size(), words.size())) == name) {
            *length = name.size();
            return &command;
        }
    }
    return nullptr;
}

int noCommand(const QStringList &words)
{
    const QString word = words.isEmpty() ? QString() : words.first();
    if (word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("help"))
        return print(overview());
    if (word == QLatin1String("--version"))
        return print(QStringLiteral("mta-sts " MTA_VERSION "\n"));
    const auto say = [](const char *text) { return QCoreApplication::translate("CommandLine", text); };
    if (word.isEmpty())
        return mta::cli::wrongUsage({},
                                    say(QT_TRANSLATE_NOOP("CommandLine", "What is to be done? For example: mta-sts audit example.com.")));
    if (word == QLatin1String("policy") || word == QLatin1String("record"))
        return mta::cli::wrongUsage({}, say(QT_TRANSLATE_NOOP("CommandLine", "Did you mean mta-sts %1 lint?")).arg(word));
    if (word == QLatin1String("plan"))
        return mta::cli::wrongUsage({}, say(QT_TRANSLATE_NOOP("CommandLine", "Did you mean mta-sts plan check?")));
    if (word.startsWith(u'-'))
        return mta::cli::wrongUsage({},
                                    say(QT_TRANSLATE_NOOP("CommandLine", "The command comes before its options, as in mta-sts audit %1."))
                                        .arg(mta::visibleText(word, 60)));
    if (word.contains(u'.'))
        return mta::cli::wrongUsage({}, say(QT_TRANSLATE_NOOP("CommandLine", "There is no command \"%1\"; did you mean mta-sts audit %1?"))
                                            .arg(mta::visibleText(word, 60)));
    return mta::cli::wrongUsage({}, say(QT_TRANSLATE_NOOP("CommandLine", "There is no command \"%1\".")).arg(mta::visibleText(word, 60)));
}

int run(QStringList words)
{
    const QString language = languageTyped(words);
    if (!mta::installLanguage(language.isEmpty() ? mta::languageOfEnvironment() : language))
        return mta::cli::wrongUsage({}, QCoreApplication::translate("CommandLine", "There is no language \"%1\" here, only %2.")
                                            .arg(mta::visibleText(language, 60), mta::availableLanguages().join(QLatin1String(", "))));
    // `mta-sts --lang de audit ...` is as good as `mta-sts audit --lang de ...`.
    if (!words.isEmpty() && words.first() == QLatin1String("--lang"))
        words = words.sliced(qMin<qsizetype>(2, words.size()));
    else if (!words.isEmpty() && words.first().startsWith(QLatin1String("--lang=")))
        words.removeFirst();
    qsizetype length = 0;
    const Command *command = commandOf(words, &length);
    if (!command)
        return noCommand(words);
    const mta::cli::Help help = command->help();
    const mta::Result<mta::cli::Arguments> arguments = mta::cli::Arguments::parse(words.sliced(length), help.options);
    if (!arguments)
        return mta::cli::wrongUsage(QLatin1String(help.command), arguments.error().text);
    if (arguments->has("help"))
        return print(mta::cli::helpText(help));
    if (arguments->has("version"))
        return print(QStringLiteral("mta-sts " MTA_VERSION "\n"));
    return command->run(*arguments);
}

} // namespace

int main(int argc, char **argv)
{
    mta::cli::fillClosedDescriptors();
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is noticed when writing
#ifdef __GLIBC__
    // Dozens of threads that mostly wait: a heap for each of them, as is the default, would cost more than they ever contend for one.
    mallopt(M_ARENA_MAX, 1);
#endif
    qInstallMessageHandler(dropMessage);
    // Options are ours alone: Qt would take -platform and its like out of the line.
    int ownCount = 1;
    std::unique_ptr<QCoreApplication> application;
    const mta::PdfModule *pdf = wantsPdf(argc, argv) ? mta::cli::pdfModule() : nullptr;
    application.reset(pdf ? pdf->createApplication(ownCount, argv) : new QCoreApplication(ownCount, argv));
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const int status = run(words);
    // All is written. Tidying up after three dozen libraries would only keep the caller waiting.
    std::fflush(nullptr);
    std::_Exit(mta::cli::standardOutputFailed() ? mta::cli::statusUsage : status);
}
