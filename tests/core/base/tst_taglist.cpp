// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/taglist.h"
#include "base/versionedrecord.h"

#include <QTest>

using namespace mta;

namespace
{

// "v|STSv1 id|1": the tags as a test can read them.
QString shown(const QList<Tag> &tags)
{
    QStringList parts;
    for (const Tag &tag : tags)
        parts.append(QString::fromLatin1(tag.name) + u'|' + QString::fromLatin1(tag.value));
    return parts.join(u' ');
}

QString shown(const QList<SyntaxError> &errors)
{
    QStringList parts;
    for (const SyntaxError &error : errors)
        parts.append(QStringLiteral("%1@%2:%3").arg(error.reason).arg(error.line).arg(error.column));
    return parts.join(u' ');
}

bool neverSimilar(const QByteArray &)
{
    return false;
}

} // namespace

class TagListTest : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void offsetsPointAtNames();
    void complaintsAreBounded();
    void versionIsAWholeWord_data();
    void versionIsAWholeWord();
    void extensionValues_data();
    void extensionValues();
    void choosesAmongSeveral_data();
    void choosesAmongSeveral();
};

void TagListTest::splits_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("tags");
    QTest::addColumn<QString>("errors");
    const auto row = [](const char *name, const char *record, const char *tags, const char *errors) {
        QTest::newRow(name) << QByteArray(record) << QString::fromLatin1(tags) << QString::fromLatin1(errors);
    };
    row("two fields", "v=A; id=1", "v|A id|1", "");
    row("no space", "v=A;id=1", "v|A id|1", "");
    row("final delimiter", "v=A; id=1;", "v|A id|1", "");
    row("final delimiter with white space around", "v=A; id=1 \t; \t", "v|A id|1", "");
    row("tabs around the delimiter", "v=A\t;\tid=1", "v|A id|1", "");
    row("value may hold an equals sign for all we know", "v=A; x==", "v|A x|=", "");
    row("empty value", "v=A; id=", "v|A id|", "");
    row("space behind the equals sign belongs to the value", "v=A; id= 1", "v|A id| 1", "");
    row("thirty-two characters of name", "abcdefghijklmnopqrstuvwxyz012345=1", "abcdefghijklmnopqrstuvwxyz012345|1", "");
    row("thirty-three characters of name", "abcdefghijklmnopqrstuvwxyz0123456=1", "abcdefghijklmnopqrstuvwxyz0123456|1", "bad-name@1:1");
    row("empty record", "", "", "empty-field@1:1");
    row("delimiter alone", ";", "", "empty-field@1:1");
    row("two delimiters at the end", "v=A;;", "v|A", "empty-field@1:5");
    row("two delimiters inside", "v=A;;id=1", "v|A id|1", "empty-field@1:5");
    row("leading space", " v=A", "v|A", "leading-space@1:1");
    row("trailing space without a delimiter", "v=A; id=1 ", "v|A id|1", "trailing-space@1:10");
    row("field without an equals sign", "v=A; id", "v|A", "missing-equals@1:6");
    row("name begins with a hyphen", "v=A; -x=1", "v|A -x|1", "bad-name@1:6");
    row("name with a space", "v=A; i d=1", "v|A i d|1", "bad-name@1:6");
    row("no name", "v=A; =1", "v|A |1", "bad-name@1:6");
    row("percent in a name", "v=A; 1%=a", "v|A 1%|a", "bad-name@1:6");
}

void TagListTest::splits()
{
    QFETCH(QByteArray, record);
    const TagList list = parseTagList(record);
    QTEST(shown(list.tags), "tags");
    QTEST(shown(list.errors), "errors");
}

void TagListTest::offsetsPointAtNames()
{
    const QByteArray record = "v=A ; \tid=1;x=2";
    for (const Tag &tag : parseTagList(record).tags)
        QCOMPARE(record.mid(tag.offset, tag.name.size() + 1), tag.name + "=");
}

void TagListTest::complaintsAreBounded()
{
    const TagList list = parseTagList(QByteArray(65535, ';'));
    QCOMPARE(list.errors.size(), 100);
    // "v=A;" has one field, and each semicolon behind it begins an empty one; the last may be empty.
    for (const int count : {99, 100, 101})
        QCOMPARE(parseTagList("v=A;" + QByteArray(count, ';')).errors.size(), std::min(count, 100));
    for (const int size : {79, 80, 81}) {
        const QByteArray text(size, 'x');
        const QByteArray shown = text.left(80);
        QCOMPARE(parseTagList(text).errors.constFirst().excerpt, shown);
        QCOMPARE(versionFault(text, "v=A1")->excerpt, shown);
        QCOMPARE(versionFault("v=A1 " + text, "v=A1")->excerpt, shown);
        QCOMPARE(extensionFault({"name", text.chopped(1) + '=', 0})->excerpt, (text.chopped(1) + '=').left(80));
    }
}

void TagListTest::versionIsAWholeWord_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("begins");
    QTest::addColumn<QString>("fault");
    QTest::newRow("alone") << QByteArray("v=A1") << true << QString();
    QTest::newRow("delimiter") << QByteArray("v=A1;") << true << QString();
    QTest::newRow("white space, then delimiter") << QByteArray("v=A1 \t;") << true << QString();
    QTest::newRow("another version") << QByteArray("v=A12;") << false << QStringLiteral("version");
    QTest::newRow("another minor version") << QByteArray("v=A1.1;") << false << QStringLiteral("version");
    QTest::newRow("lower case") << QByteArray("v=a1;") << false << QStringLiteral("version");
    QTest::newRow("no delimiter") << QByteArray("v=A1 id=1") << true << QStringLiteral("no-delimiter");
    QTest::newRow("comma") << QByteArray("v=A1,id=1") << true << QStringLiteral("no-delimiter");
    QTest::newRow("escaped delimiter") << QByteArray("v=A1\\; id=1") << true << QStringLiteral("quotes");
    QTest::newRow("quoted record") << QByteArray("\"v=A1; id=1\"") << false << QStringLiteral("quotes");
    QTest::newRow("quote inside the version") << QByteArray("v=A'1; id=1") << false << QStringLiteral("quotes");
    QTest::newRow("line feed in front") << QByteArray("\nv=A1; id=1") << false << QStringLiteral("version");
    QTest::newRow("leading space is the tag list's business") << QByteArray(" v=A1; id=1") << false << QString();
    QTest::newRow("empty") << QByteArray() << false << QStringLiteral("version");
}

void TagListTest::versionIsAWholeWord()
{
    QFETCH(QByteArray, value);
    QTEST(beginsWithVersion(value, "v=A1"), "begins");
    const auto fault = versionFault(value, "v=A1");
    QTEST(fault ? fault->reason : QString(), "fault");
}

void TagListTest::extensionValues_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("valid");
    QTest::newRow("one character") << QByteArray("x") << true;
    QTest::newRow("first of the alphabet") << QByteArray("!") << true;
    QTest::newRow("last of the alphabet") << QByteArray("~") << true;
    QTest::newRow("neighbours of the semicolon") << QByteArray(":<") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("equals sign") << QByteArray("a=b") << false;
    QTest::newRow("delete") << QByteArray("\x7f") << false;
    QTest::newRow("above ASCII") << QByteArray("\x80") << false;
    QTest::newRow("zero") << QByteArray("a\0b", 3) << false;
}

void TagListTest::extensionValues()
{
    QFETCH(QByteArray, value);
    QTEST(isExtensionValue(value), "valid");
    QCOMPARE(extensionFault({"ext", value, 5}).has_value(), !isExtensionValue(value));
    QCOMPARE(extensionFault({"ext", " ", 5})->column, 10);
}

void TagListTest::choosesAmongSeveral_data()
{
    using State = VersionedSelection::State;
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("chosen");
    const auto row = [](const char *name, const QList<QByteArray> &values, State state, const char *chosen) {
        QTest::newRow(name) << values << static_cast<int>(state) << QByteArray(chosen);
    };
    row("nothing", {}, State::Absent, "");
    row("one", {"v=A1;x"}, State::One, "v=A1;x");
    row("one beside another kind", {"spf", "v=A1;x"}, State::One, "v=A1;x");
    row("two", {"v=A1;x", "v=A1;y"}, State::Multiple, "v=A1;x");
    row("space before the delimiter, alone", {"v=A1 ;x"}, State::One, "v=A1 ;x");
    row("space before the delimiter, beside another kind: discarded", {"spf", "v=A1 ;x"}, State::Absent, "v=A1 ;x");
    row("space before the delimiter, beside a good one: discarded", {"v=A1 ;x", "v=A1;y"}, State::One, "v=A1;y");
    row("two with space before the delimiter", {"v=A1 ;x", "v=A1 ;y"}, State::Multiple, "v=A1 ;x");
    row("another kind alone", {"spf"}, State::Absent, "");
}

void TagListTest::choosesAmongSeveral()
{
    QFETCH(QList<QByteArray>, values);
    const VersionedSelection selection = selectVersioned(values, "v=A1", neverSimilar);
    QTEST(static_cast<int>(selection.state), "state");
    QTEST(selection.chosen, "chosen");
    QCOMPARE(selection.candidates.size() + selection.unrelated.size(), values.size());
}

QTEST_APPLESS_MAIN(TagListTest)
#include "tst_taglist.moc"
