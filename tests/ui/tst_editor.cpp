// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/editabletext.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/octetedit.h"
#include "ui/files.h"
#include "ui/widgets/rowsview.h"
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTimer>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QByteArray validPolicy = "version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 1209600\r\n";

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(octets), octets.size());
}

/// Answers the next question about unsaved text.
void answer(QMessageBox::StandardButton button)
{
    QTimer::singleShot(0, qApp, [button] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(question && question->objectName() == "unsavedQuestion"_L1);
        question->button(button)->click();
    });
}

} // namespace

class EditorTest : public QObject
{
    Q_OBJECT

private slots:
    void everyCharacterComesBackOutOfADocument()
    {
        // What a text document does to some characters is its own business; those must not be in it.
        QByteArray octets;
        for (char32_t c = 1; c < 0x30000; ++c) {
            if (!QChar::isSurrogate(c))
                octets += QString::fromUcs4(&c, 1).toUtf8();
        }
        QTextDocument document;
        document.setPlainText(editableText(octets));
        QStringList lines;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            lines.append(block.text());
        QCOMPARE(lines.size(), 2);
        QVERIFY(octetsOf(lines.join(u'\n')) == octets);
    }

    void nothingOfAFileIsLost_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("a plain policy") << validPolicy;
        QTest::newRow("mixed line ends") << QByteArray("version: STSv1\nmode: none\r\nmax_age: 1\r");
        QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbfversion: STSv1\n");
        QTest::newRow("NUL and octets that are no text") << QByteArray("a\0b\xff\xfe\x80\n", 7);
        QTest::newRow("UTF-16") << QByteArray("\xff\xfev\0e\0r\0\r\0\n\0", 12);
        QTest::newRow("our own signs") << u"\u21b5\u28ff\n"_s.toUtf8();
        QTest::newRow("spaces at the end and no line end") << QByteArray("mode: none \t ");
    }
    void nothingOfAFileIsLost()
    {
        QFETCH(QByteArray, octets);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mta-sts.txt"_s);
        EditorPage page({});
        page.open(octets, path);
        QCOMPARE(page.edit()->octets(), octets);
        QVERIFY(!page.draft().modified());
        QVERIFY(page.saveTo(path));
        QCOMPARE(contents(path), octets);
    }

    void newLinesEndAsTheOthers_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("before the carriage return") << QByteArray("a\r\nb\r\n") << 1 << 2 << QByteArray("a\r\n\r\nb\r\n");
        QTest::newRow("behind the carriage return") << QByteArray("a\r\nb\r\n") << 1 << 3 << QByteArray("a\r\n\r\nb\r\n");
        QTest::newRow("within a line") << QByteArray("ab\r\n") << 1 << 2 << QByteArray("a\r\nb\r\n");
        QTest::newRow("at the end of the text") << QByteArray("a\r\nb") << 2 << 2 << QByteArray("a\r\nb\r\n");
        QTest::newRow("line feeds alone") << QByteArray("a\nb\n") << 1 << 2 << QByteArray("a\n\nb\n");
        QTest::newRow("an empty text") << QByteArray() << 1 << 1 << QByteArray("\n");
    }
    void newLinesEndAsTheOthers()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, line);
        QFETCH(int, column);
        OctetEdit edit(u"text"_s);
        edit.reset(before);
        edit.goTo(line, column);
        QTest::keyClick(&edit, Qt::Key_Return);
        QTEST(edit.octets(), "after");
    }

    void whatIsCopiedAndPastedAreTheOctets()
    {
        OctetEdit edit(u"text"_s);
        edit.reset("a\r\nb");
        edit.selectAll();
        edit.copy();
        QCOMPARE(QApplication::clipboard()->text(), u"a\r\nb"_s);
        edit.reset({});
        edit.paste();
        QCOMPARE(edit.octets(), QByteArray("a\r\nb"));
    }

    void aTooLargePasteIsRefused()
    {
        EditorPage page({});
        page.open(validPolicy, {});
        const QSignalSpy told(&page, &EditorPage::told);
        QApplication::clipboard()->setText(QString(maxEditedText + 1, u'a'));
        page.edit()->paste();
        QCOMPARE(told.size(), 1);
        QCOMPARE(page.edit()->octets(), validPolicy);
        page.open(QByteArray(maxEditedText + 1, 'a'), u"big.txt"_s);
        QCOMPARE(told.size(), 2);
        QCOMPARE(page.edit()->octets(), validPolicy);
        page.open("a" + QByteArray(maxEditedText - 1, '\n'), {});
        QCOMPARE(told.size(), 2);
        QCOMPARE(page.edit()->octets().size(), maxEditedText);
    }

    void pastesThatAddUpToTooMuchAreRefused()
    {
        EditorPage page({});
        const QSignalSpy told(&page, &EditorPage::told);
        const QString most(maxEditedText - 1, u'a');
        QApplication::clipboard()->setText(most);
        page.edit()->paste();
        page.edit()->paste();
        QCOMPARE(told.size(), 1);
        QCOMPARE(page.edit()->octets().size(), most.size());
        page.edit()->selectAll(); // in place of what is there it is not too much
        page.edit()->paste();
        QCOMPARE(told.size(), 1);
        QApplication::clipboard()->setText(u"\u00e9"_s); // two octets
        page.edit()->paste();
        QCOMPARE(told.size(), 2);
    }

    void aDraftThatGrewInTheTypingIsKeptWhole()
    {
        const QTemporaryDir folder;
        const QString draft = folder.filePath(u"editor.json"_s);
        const QByteArray most(maxEditedText, 'a');
        {
            EditorPage page(draft);
            page.open(most, {});
            page.edit()->moveCursor(QTextCursor::End);
            QTest::keyClick(page.edit(), 'b');
        }
        EditorPage page(draft);
        QVERIFY(page.edit()->octets() == most + 'b');
    }

    void twoWindowsKeepTheirOwnDrafts()
    {
        const QTemporaryDir folder;
        const QString draft = folder.filePath(u"editor.json"_s);
        {
            EditorPage first(draft);
            EditorPage second(draft);
            second.edit()->change("typed in the second");
            first.edit()->change("typed in the first");
        }
        EditorPage first(draft);
        EditorPage second(draft);
        EditorPage third(draft);
        const QSet<QByteArray> found{first.edit()->octets(), second.edit()->octets()};
        QCOMPARE(found, QSet<QByteArray>({"typed in the first", "typed in the second"}));
        QCOMPARE(third.edit()->octets(), QByteArray());
    }

    void theDraftOfAnotherWindowIsFoundFirstWhenItIsUnsaved()
    {
        const QTemporaryDir folder;
        const QString draft = folder.filePath(u"editor.json"_s);
        {
            EditorPage first(draft);
            EditorPage second(draft);
            second.edit()->change("typed in the second");
        }
        {
            EditorPage page(draft);
            QCOMPARE(page.edit()->octets(), QByteArray("typed in the second"));
            page.edit()->change({});
        }
        // Locks go with their windows, and what was emptied needs no place of its own.
        QCOMPARE(QDir(folder.path()).entryList({u"*.lock"_s}, QDir::Files), QStringList());
        EditorPage page(draft);
        QCOMPARE(page.edit()->octets(), QByteArray());
    }

    void aFolderThatCannotBeWrittenIsTold()
    {
        const QTemporaryDir folder;
        put(folder.filePath(u"no-folder"_s), "a file");
        EditorPage page(folder.filePath(u"no-folder/editor.json"_s));
        const QSignalSpy told(&page, &EditorPage::told);
        page.edit()->change("typed");
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(page.edit()->octets(), QByteArray("typed"));
    }

    void theDraftOutlivesThePage()
    {
        const QTemporaryDir folder;
        const QString draft = folder.filePath(u"drafts/editor.json"_s);
        const QByteArray typed = "\xff" + validPolicy;
        {
            EditorPage page(draft);
            page.open(validPolicy, u"/somewhere/mta-sts.txt"_s);
            page.edit()->change(typed);
        }
        EditorPage page(draft);
        QCOMPARE(page.edit()->octets(), typed);
        QCOMPARE(page.draft().path, u"/somewhere/mta-sts.txt"_s);
        QVERIFY(page.draft().modified());
    }

    void aTextThatWasNotChangedHereIsReadAgain()
    {
        const QTemporaryDir folder;
        const QString draft = folder.filePath(u"editor.json"_s);
        const QString path = folder.filePath(u"mta-sts.txt"_s);
        put(path, validPolicy);
        {
            EditorPage page(draft);
            page.open(validPolicy, path);
        }
        put(path, "theirs\n");
        {
            EditorPage page(draft);
            QCOMPARE(page.edit()->octets(), QByteArray("theirs\n"));
            QVERIFY(!page.draft().modified());
            page.edit()->change("ours\n");
        }
        put(path, "theirs again\n");
        EditorPage page(draft);
        QCOMPARE(page.edit()->octets(), QByteArray("ours\n"));
        QVERIFY(!page.save());
        QVERIFY(QFile::remove(path));
        QVERIFY(page.save()); // nobody's text is overwritten
    }

    void aDraftIsKeptWhileItIsTyped()
    {
        const QTemporaryDir folder;
        const QString draft = folder.filePath(u"editor.json"_s);
        EditorPage page(draft);
        page.edit()->insertPlainText(u"version"_s);
        QTRY_VERIFY(loadDraft(draft) && loadDraft(draft)->octets == "version");
    }

    void aDamagedDraftIsNone_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("version: STSv1");
        QTest::newRow("another version") << QByteArray(R"({"draftVersion": 2, "octets": "YQ=="})");
        QTest::newRow("too large") << QByteArray(R"({"draftVersion": 1, "octets": ")" + QByteArray(16 * maxEditedText, 'A') + R"("})");
    }
    void aDamagedDraftIsNone()
    {
        QFETCH(QByteArray, octets);
        const QTemporaryDir folder;
        const QString draft = folder.filePath(u"editor.json"_s);
        put(draft, octets);
        EditorPage page(draft);
        QCOMPARE(page.edit()->octets(), QByteArray());
    }

    void unsavedTextIsAskedFor()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.txt"_s);
        put(path, validPolicy);
        EditorPage page({});
        page.open(validPolicy, path);
        page.edit()->change(validPolicy + "x: y\r\n");
        answer(QMessageBox::Cancel);
        page.open("v=STSv1; id=1;", {});
        QCOMPARE(page.edit()->octets(), validPolicy + "x: y\r\n");
        answer(QMessageBox::Save);
        page.open("v=STSv1; id=1;", {});
        QCOMPARE(page.edit()->octets(), QByteArray("v=STSv1; id=1;"));
        QCOMPARE(contents(path), validPolicy + "x: y\r\n");
        answer(QMessageBox::Discard);
        page.open(validPolicy, {});
        QCOMPARE(page.edit()->octets(), validPolicy);
    }

    void aFileThatSomebodyElseChangedIsNotOverwritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.txt"_s);
        put(path, validPolicy);
        EditorPage page({});
        page.open(validPolicy, path);
        put(path, "theirs");
        page.edit()->change(validPolicy + "x: y\r\n");
        const QSignalSpy told(&page, &EditorPage::told);
        QVERIFY(!page.save());
        QCOMPARE(told.size(), 1);
        QCOMPARE(contents(path), QByteArray("theirs"));
        QCOMPARE(page.edit()->octets(), validPolicy + "x: y\r\n");
    }

    void aPolicyIsRecognised_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<bool>("is");
        QTest::newRow("a policy") << validPolicy << true;
        QTest::newRow("behind a byte order mark") << QByteArray("\xef\xbb\xbfversion: STSv1\n") << true;
        QTest::newRow("a misspelt key") << QByteArray("eversion: STSv1\n") << true;
        QTest::newRow("the version missing") << QByteArray("# ours\n\nmode: none\n") << true;
        QTest::newRow("a record") << QByteArray("v=STSv1; id=1") << true;
        QTest::newRow("a record in typographic quotes") << u"\u201ev=STSv1; id=1\u201c"_s.toUtf8() << true;
        QTest::newRow("a line of a zone file") << QByteArray("_mta-sts.example.com. 3600 IN TXT \"v=STSv1; id=1\"\n") << true;
        QTest::newRow("what nslookup prints") << QByteArray("_mta-sts.example.com\ttext = \"v=STSv1; id=1\"\n") << true;
        QTest::newRow("a record in quotes") << QByteArray("\"v=TLSRPTv1; rua=mailto:a@example.com\"") << true;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfev\0", 4) << true;
        QTest::newRow("domains") << QByteArray("example.com\nmode.example\nversion.example\n") << false;
        QTest::newRow("a URL with a port") << QByteArray("mx.example.com:25\n") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void aPolicyIsRecognised()
    {
        QFETCH(QByteArray, octets);
        QTEST(recognisedKind(octets).has_value(), "is");
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file.txt"_s);
        put(path, octets);
        QTEST(!readAnyFile(path).writtenPath.isEmpty(), "is");
    }
};

QTEST_MAIN(EditorTest)
#include "tst_editor.moc"
