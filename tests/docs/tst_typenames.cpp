// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Two types of one name in one namespace are one type to the linker: it keeps the functions of either, and the program breaks somewhere
// else. No compiler says so (the one definition rule asks for no diagnostic).

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Definitions at the outermost level of a header, with the innermost namespace they stand in.
QStringList definitions(const QString &source)
{
    static const QRegularExpression line(u"^namespace ([\\w:]+)|^(?:struct|class|enum class) (\\w+)\\s*(?:final\\s*)?(?:$|\\{|:(?!:))"_s,
                                         QRegularExpression::MultilineOption);
    QStringList names;
    QString space;
    auto found = line.globalMatch(source);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        if (match.hasCaptured(2))
            names.append(space + u"::"_s + match.captured(2));
        else
            space = match.captured(1);
    }
    return names;
}

} // namespace

class TypeNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTypeHasANameOfItsOwn()
    {
        QMap<QString, QString> known;
        for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
            QDirIterator headers(QStringLiteral(SOURCE_DIR "/") + folder, {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (headers.hasNext()) {
                QFile file(headers.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                for (const QString &name : definitions(QString::fromUtf8(file.readAll()))) {
                    QVERIFY2(!known.contains(name), qPrintable(u"%1 in %2 and %3"_s.arg(name, known.value(name), file.fileName())));
                    known.insert(name, file.fileName());
                }
            }
        }
        QVERIFY(known.size() > 200);
    }

    void definitionsAreFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("a struct") << u"namespace mta\n{\nstruct Plan {\n};\n}"_s << QStringList{u"mta::Plan"_s};
        QTest::newRow("a class with a base") << u"namespace mta\n{\nclass Page : public QWidget\n{"_s << QStringList{u"mta::Page"_s};
        QTest::newRow("a declaration") << u"namespace mta\n{\nclass Page;\n"_s << QStringList();
        QTest::newRow("within another") << u"namespace mta\n{\nstruct A {\n    struct B {\n"_s << QStringList{u"mta::A"_s};
        QTest::newRow("another namespace") << u"namespace mta::cli\n{\nenum class A {\n"_s << QStringList{u"mta::cli::A"_s};
    }
    void definitionsAreFound()
    {
        QFETCH(QString, source);
        QTEST(definitions(source), "names");
    }
};

QTEST_GUILESS_MAIN(TypeNamesTest)
#include "tst_typenames.moc"
