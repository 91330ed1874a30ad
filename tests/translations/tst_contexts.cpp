// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// A class in a namespace asks for its texts under its full name; a catalogue that files them under the short one is never found.

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

class TestContexts : public QObject
{
    Q_OBJECT

private slots:
    void classesAreFoundUnderTheirFullName()
    {
        QSet<QString> classes;
        QDirIterator headers(QStringLiteral(SOURCE_DIR "/ui"), {QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        static const QRegularExpression declaration(QStringLiteral("class (\\w+)[^;{]*\\{\\s*Q_OBJECT"));
        while (headers.hasNext()) {
            QFile file(headers.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto it = declaration.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();)
                classes.insert(it.next().captured(1));
        }
        QVERIFY(classes.contains(QStringLiteral("MainWindow")));
        const QDir folder(QStringLiteral(SOURCE_DIR "/translations"));
        const QStringList files = folder.entryList({QStringLiteral("*.ts")});
        QVERIFY(!files.isEmpty());
        for (const QString &name : files) {
            const QSet<QString> contexts = contextsOf(folder.filePath(name));
            QVERIFY(contexts.contains(QStringLiteral("mta::MainWindow")));
            for (const QString &context : contexts)
                QVERIFY2(!classes.contains(context), qPrintable(name + QStringLiteral(": ") + context));
        }
    }

private:
    static QSet<QString> contextsOf(const QString &path)
    {
        QSet<QString> contexts;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return contexts;
        QXmlStreamReader reader(&file);
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"name")
                contexts.insert(reader.readElementText());
        }
        return contexts;
    }
};

QTEST_GUILESS_MAIN(TestContexts)
#include "tst_contexts.moc"
