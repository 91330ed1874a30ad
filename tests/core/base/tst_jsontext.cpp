// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/jsontext.h"

#include <QJsonDocument>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

class JsonTextTest : public QObject
{
    Q_OBJECT

private slots:
    void aMemberThatStandsTwiceIsFound_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("pointer"); // null: every member has its own name
        QTest::newRow("nothing in it") << QByteArray("{}") << QString();
        QTest::newRow("different names") << QByteArray(R"({"a": 1, "b": 2})") << QString();
        QTest::newRow("the same name twice") << QByteArray(R"({"a": 1, "b": 2, "a": 1})") << u"/a"_s;
        QTest::newRow("without a space") << QByteArray(R"({"a":1,"a":2})") << u"/a"_s;
        QTest::newRow("another case of letters") << QByteArray(R"({"a": 1, "A": 2})") << QString();
        QTest::newRow("a name as its own value") << QByteArray(R"({"a": "a", "b": "a"})") << QString();
        QTest::newRow("the same name in two objects") << QByteArray(R"({"a": {"b": 1}, "c": {"b": 1}})") << QString();
        QTest::newRow("the same name in the object around it") << QByteArray(R"({"a": {"a": {"a": 1}}})") << QString();
        QTest::newRow("after an object of the same name") << QByteArray(R"({"a": {"a": 1}, "a": 2})") << u"/a"_s;
        QTest::newRow("the same string twice in an array") << QByteArray(R"({"a": ["b", "b", "b"]})") << QString();
        QTest::newRow("after an array") << QByteArray(R"({"a": ["b", 1, []], "b": 1, "b": 2})") << u"/b"_s;
        QTest::newRow("deep inside") << QByteArray(R"({"a": [1, {"b": [[], {"c": 1, "c": 2}]}]})") << u"/a/1/b/1/c"_s;
        QTest::newRow("in the second entry") << QByteArray(R"([{"a": 1}, {"a": 1, "a": 1}])") << u"/1/a"_s;
        QTest::newRow("written with an escape") << QByteArray("{\"mode\": 1, \"m\\u006fde\": 2}") << u"/mode"_s;
        QTest::newRow("a quotation mark in a name") << QByteArray("{\"a\\\"\": 1, \"a\": 2, \"a\\\"\": 3}") << u"/a\""_s;
        QTest::newRow("a backslash at the end of a name") << QByteArray("{\"a\\\\\": \"\\\\\", \"a\": \"\\\\\\\"\"}") << QString();
        QTest::newRow("brackets and commas within strings")
            << QByteArray("{\"a\": \"},{\\\"a\\\":1,[\", \"[{\": \"b\", \"b\": \",\\\"a\\\":\"}") << QString();
        QTest::newRow("a slash and a tilde in a name") << QByteArray(R"({"a/~": 1, "a/~": 2})") << u"/a~1~0"_s;
        QTest::newRow("no name at all, twice") << QByteArray(R"({"": 1, "": 2})") << u"/"_s;
        QTest::newRow("letters beyond ASCII") << QByteArray("{\"\xc3\xa4\": 1, \"\\u00e4\": 2}") << u"/ä"_s;
    }
    void aMemberThatStandsTwiceIsFound()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!QJsonDocument::fromJson(json).isNull());
        QTEST(repeatedJsonMember(json), "pointer");
    }
};

QTEST_GUILESS_MAIN(JsonTextTest)
#include "tst_jsontext.moc"
