// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/policyterms.h"
#include "mtasts/stsrecord.h"

#include <QTest>

using namespace mta;

namespace
{

const PolicyTerms good{PolicyMode::Enforce, std::chrono::seconds(1209600), {QStringLiteral("mx.example.com")}, {}};

PolicyTerms termsOfText(const QByteArray &text)
{
    const auto terms = termsOf(parsePolicy(text));
    if (!terms)
        qFatal("the policy is not valid");
    return *terms;
}

} // namespace

class PolicyTermsTest : public QObject
{
    Q_OBJECT

private slots:
    void canonicalFormIsThatOfTheStandard()
    {
        PolicyTerms terms = good;
        terms.extensions = {{"note", "with \xc3\xa4: and blanks"}};
        QCOMPARE(
            policyText(terms).value_or(""),
            QByteArray("version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 1209600\r\nnote: with \xc3\xa4: and blanks\r\n"));
    }

    void whatCannotBeSaidIsNotWritten_data()
    {
        QTest::addColumn<PolicyTerms>("terms");
        const auto row = [](const char *name, auto change) {
            PolicyTerms terms = good;
            change(terms);
            QTest::newRow(name) << terms;
        };
        row("no mx", [](PolicyTerms &t) { t.mx.clear(); });
        row("a pattern that is none", [](PolicyTerms &t) { t.mx = {QStringLiteral("mx.example.com.")}; });
        row("a pattern with a line of its own", [](PolicyTerms &t) { t.mx = {QStringLiteral("mx.example.com\r\nmode: none")}; });
        row("one second over a year", [](PolicyTerms &t) { t.maxAge = maxPolicyAge + std::chrono::seconds(1); });
        row("a negative age", [](PolicyTerms &t) { t.maxAge = std::chrono::seconds(-1); });
        row("an extension with a line of its own", [](PolicyTerms &t) { t.extensions = {{"x", "y\nmx: *.evil.example"}}; });
        row("an extension that is a known key", [](PolicyTerms &t) { t.extensions = {{"mx", "evil.example"}}; });
        row("an extension without a value", [](PolicyTerms &t) { t.extensions = {{"x", ""}}; });
        row("an extension with a key that is none", [](PolicyTerms &t) { t.extensions = {{"x y", "z"}}; });
        row("an extension twice", [](PolicyTerms &t) { t.extensions = {{"x", "1"}, {"x", "2"}}; });
        row("an extension with blanks at its end", [](PolicyTerms &t) { t.extensions = {{"x", "1 "}}; });
        row("more than fits", [](PolicyTerms &t) { t.extensions = {{"x", QByteArray(maxPolicySize, 'y')}}; });
    }
    void whatCannotBeSaidIsNotWritten()
    {
        QFETCH(PolicyTerms, terms);
        QVERIFY(!policyText(terms));
    }

    void meaning_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("same");
        const QByteArray text = *policyText(good);
        QTest::newRow("itself") << text << true;
        QTest::newRow("with line feeds") << QByteArray(text).replace("\r\n", "\n") << true;
        QTest::newRow("in another order") << QByteArray("max_age: 1209600\nmx: mx.example.com\nmode: enforce\nversion: STSv1\n") << true;
        QTest::newRow("in capitals") << QByteArray(text).replace("mx.example.com", "MX.Example.COM") << true;
        QTest::newRow("a pattern twice") << text + "mx: mx.example.com\r\n" << true;
        QTest::newRow("a mode that is ignored") << text + "mode: none\r\n" << true;
        QTest::newRow("leading zeros") << QByteArray(text).replace("1209600", "0001209600") << true;
        QTest::newRow("another mode") << QByteArray(text).replace("enforce", "testing") << false;
        QTest::newRow("one second more") << QByteArray(text).replace("1209600", "1209601") << false;
        QTest::newRow("another pattern") << text + "mx: *.example.com\r\n" << false;
        QTest::newRow("an extension, which some senders may know") << text + "x: y\r\n" << false;
    }
    void meaning()
    {
        QFETCH(QByteArray, text);
        QTEST(sameMeaning(termsOfText(text), good), "same");
    }

    void hostsOfModeNoneMeanNothing()
    {
        const PolicyTerms none{PolicyMode::None, std::chrono::seconds(86400), {}, {}};
        PolicyTerms other = none;
        other.mx = QStringList{QStringLiteral("mx.example.com")};
        QVERIFY(sameMeaning(none, other));
        other.maxAge = std::chrono::seconds(86401);
        QVERIFY(!sameMeaning(none, other));
    }

    void sendersOfToday_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("alike");
        const QByteArray text = *policyText(good);
        QTest::newRow("in another order") << QByteArray("max_age: 1209600\nmx: mx.example.com\nmode: enforce\nversion: STSv1\n") << true;
        QTest::newRow("an extension, which they ignore") << text + "x: y\r\n" << true;
        QTest::newRow("another mode") << QByteArray(text).replace("enforce", "testing") << false;
        QTest::newRow("no policy") << text + "x\r\n" << false;
    }
    void sendersOfToday()
    {
        QFETCH(QByteArray, text);
        QTEST(sendersActAlike(parsePolicy(text), parsePolicy(*policyText(good))), "alike");
    }

    void invalidPoliciesSayNothing() { QVERIFY(!termsOf(parsePolicy("version: STSv1\nmode: enforce\n"))); }

    void recordsReadBack_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<bool>("usable");
        QTest::newRow("a time") << QByteArray("20260101T000000") << true;
        QTest::newRow("32 characters") << QByteArray(32, 'a') << true;
        QTest::newRow("33 characters") << QByteArray(33, 'a') << false;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("with a field of its own") << QByteArray("1; x=y") << false;
        QTest::newRow("with a quotation mark") << QByteArray("1\"") << false;
    }
    void recordsReadBack()
    {
        QFETCH(QByteArray, id);
        const auto text = stsRecordText(id);
        QTEST(text.has_value(), "usable");
        if (!text)
            return;
        const StsRecordSet set = selectStsRecord({*text});
        QCOMPARE(set.state, StsRecordSet::State::One);
        QVERIFY(set.record.valid());
        QCOMPARE(set.record.id, id);
    }
};

QTEST_APPLESS_MAIN(PolicyTermsTest)
#include "tst_policyterms.moc"
