// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// TLS-RPT records from elsewhere with what their authors expect of them. They are not part of this tree; without them beside the
// checkout this test is skipped.

#include "tlsrpt/tlsrptrecord.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mta;

class VectorsTlsRptTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void records_data();
    void records();
};

void VectorsTlsRptTest::initTestCase()
{
    if (!QDir(QStringLiteral(VECTORS_DIR)).exists())
        QSKIP("the third-party vectors are not beside this checkout: " VECTORS_DIR);
}

void VectorsTlsRptTest::records_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QFile file(QStringLiteral(VECTORS_DIR "/tables/tlsrpt-txt.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QJsonValue &row : QJsonDocument::fromJson(file.readAll()).array())
        QTest::newRow(qPrintable(row[u"id"].toString()))
            << row[u"txt"].toString().toUtf8() << (row[u"origin_expects"].toString() == QLatin1String("valid"));
}

void VectorsTlsRptTest::records()
{
    // Where the expectation is not that of RFC 8460 §3:
    static const QHash<QByteArray, const char *> departures{
        {"RPT002", "the record ends with white space and no delimiter, which the grammar has no place for"},
        {"RPT037", "https://com is a URI with a host; that it is a top-level domain is no matter of grammar"},
        {"RPT043", "a leading space is outside the grammar, and there is no rua"},
    };
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const TlsRptRecordSet set = selectTlsRptRecord({text});
    const bool ours = set.state == TlsRptRecordSet::State::One && set.record.valid();
    QCOMPARE(ours, departures.contains(QTest::currentDataTag()) ? !valid : valid);
}

QTEST_APPLESS_MAIN(VectorsTlsRptTest)
#include "tst_vectors_tlsrpt.moc"
