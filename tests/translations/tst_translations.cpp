// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Every shipped language says everything, and says it with the same placeholders.

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace
{

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< one, or one for each plural form
    bool finished = true;
};

QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QString context;
    QXmlStreamReader reader(&file);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"name") {
            context = reader.readElementText();
        } else if (reader.name() == u"message") {
            messages.append({context, {}, {}, true});
        } else if (reader.name() == u"source") {
            messages.last().source = reader.readElementText();
        } else if (reader.name() == u"translation") {
            messages.last().finished = !reader.attributes().hasAttribute(QStringLiteral("type"));
            const QString text = reader.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().translations.append(text);
        }
    }
    return messages;
}

/// "%1", "%n", "{subject}"; how often a placeholder stands does not matter.
QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression expression(QStringLiteral("%L?[0-9n]|\\{[a-zA-Z][a-zA-Z0-9]*\\}"));
    QSet<QString> found;
    for (auto it = expression.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsMissing_data() { languages(); }
    void nothingIsMissing()
    {
        QFETCH(QString, path);
        const QString lupdate = QStringLiteral(LUPDATE);
        if (!QFile::exists(lupdate))
            QSKIP("lupdate is not installed (qt6-l10n-tools)");
        // Read the sources again, in a copy: what was added since is unfinished there.
        QTemporaryDir folder;
        const QString copy = folder.filePath(QFileInfo(path).fileName());
        QVERIFY(QFile::copy(path, copy));
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(SOURCE_DIR));
        process.start(lupdate, {QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none"),
                                QStringLiteral("core"), QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("-I"),
                                QStringLiteral("."), QStringLiteral("-I"), QStringLiteral("core"), QStringLiteral("-I"),
                                QStringLiteral("."), QStringLiteral("-I"), QStringLiteral("core"), QStringLiteral("-ts"), copy});
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitCode(), 0);
        const QList<Message> messages = messagesOf(copy);
        QVERIFY(messages.size() > 1000);
        for (const Message &message : messages)
            QVERIFY2(message.finished, qPrintable(message.context + QLatin1String(": ") + message.source));
    }

    void placeholdersAgree_data() { languages(); }
    void placeholdersAgree()
    {
        QFETCH(QString, path);
        for (const Message &message : messagesOf(path)) {
            for (const QString &translation : message.translations) {
                QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(message.source));
                QVERIFY2(placeholders(translation) == placeholders(message.source),
                         qPrintable(message.source + QLatin1Char('\n') + translation));
            }
        }
    }

    /// lupdate takes all hexadecimal digits that follow \\u, the compiler four: such a text is never found in its translation.
    void noEscapeRunsOn()
    {
        static const QRegularExpression escape(QStringLiteral(R"(\\u[0-9A-Fa-f]{5})"));
        for (const char *folder : {"core", "app", "ui"}) {
            QDirIterator files(QStringLiteral(SOURCE_DIR "/") + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (const QString &line : text.split(u'\n'))
                    QVERIFY2(!line.contains(escape), qPrintable(file.fileName() + u'\n' + line));
            }
        }
    }

private:
    void languages()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(SOURCE_DIR "/translations"));
        for (const QString &name : folder.entryList({QStringLiteral("*.ts")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
