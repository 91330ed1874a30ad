// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Policies, records and patterns from elsewhere, labelled by a strict reading of RFC 8461. They are not part of this tree; without
// them beside the checkout these tests are skipped.

#include "mtasts/policy.h"
#include "mtasts/stsrecord.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mta;

namespace
{

QJsonArray table(const QString &name)
{
    QFile file(QStringLiteral(VECTORS_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

} // namespace

class VectorsMtaStsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void policies_data();
    void policies();
    void realPolicies_data();
    void realPolicies();
    void records_data();
    void records();
    void matching_data();
    void matching();
};

void VectorsMtaStsTest::initTestCase()
{
    if (!QDir(QStringLiteral(VECTORS_DIR)).exists())
        QSKIP("the third-party vectors are not beside this checkout: " VECTORS_DIR);
}

void VectorsMtaStsTest::policies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("label");
    const QJsonArray rows = table(QStringLiteral("tables/mta-sts-policy.json"));
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[u"id"].toString())) << row[u"body"].toString().toUtf8() << row[u"rfc"].toString();
}

void VectorsMtaStsTest::policies()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, label);
    if (label == QLatin1String("ambiguous"))
        QSKIP("the RFC can be read both ways");
    QVERIFY2(label == QLatin1String("valid") || label == QLatin1String("invalid"), qPrintable(label)); // none is passed over in silence
    QCOMPARE(parsePolicy(body).valid(), label == QLatin1String("valid"));
}

void VectorsMtaStsTest::realPolicies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("label");
    const QJsonArray rows = table(QStringLiteral("real-policies/index.json"));
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue &row : rows) {
        const QString name = row[u"file"].toString();
        QFile file(QStringLiteral(VECTORS_DIR "/real-policies/") + name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        QTest::newRow(qPrintable(name)) << file.readAll() << row[u"rfc"].toString();
    }
}

void VectorsMtaStsTest::realPolicies()
{
    policies();
}

void VectorsMtaStsTest::records_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("label");
    const QJsonArray rows = table(QStringLiteral("tables/mta-sts-txt.json"));
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[u"id"].toString())) << row[u"txt"].toString().toUtf8() << row[u"rfc"].toString();
}

void VectorsMtaStsTest::records()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, label);
    const StsRecordSet set = selectStsRecord({text});
    const bool one = set.state == StsRecordSet::State::One;
    if (label == QLatin1String("not-mta-sts")) {
        QVERIFY(!one);
        return;
    }
    QVERIFY(one);
    // "ambiguous" are those with white space before the first delimiter: alone, they satisfy the grammar.
    QCOMPARE(set.record.valid(), label != QLatin1String("invalid"));
}

void VectorsMtaStsTest::matching_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("label");
    const QJsonArray rows = table(QStringLiteral("tables/mx-match.json"));
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[u"id"].toString()))
            << row[u"pattern"].toString().toUtf8() << row[u"host"].toString() << row[u"rfc"].toString();
}

void VectorsMtaStsTest::matching()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QString, host);
    QFETCH(QString, label);
    const MxPattern parsed = parseMxPattern(pattern);
    QCOMPARE(!parsed.valid, label.startsWith(QLatin1String("bad-pattern")));
    QCOMPARE(matches(parsed, host), label == QLatin1String("accept"));
}

QTEST_APPLESS_MAIN(VectorsMtaStsTest)
#include "tst_vectors_mtasts.moc"
