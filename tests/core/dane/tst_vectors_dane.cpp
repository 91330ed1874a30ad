// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// OpenSSL's own DANE cases. They are not part of this tree; without them beside the checkout this test is skipped.

#include "dane/match.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <openssl/x509_vfy.h>

using namespace mta;

Q_DECLARE_METATYPE(QList<mta::TlsaRecord>)

namespace
{

const QString vectors = QStringLiteral(VECTORS_DIR "/dane/openssl_danetest.in");

struct Case {
    QByteArray name;
    QList<TlsaRecord> records;
    QByteArray pem;
    int result = 0;
    int depth = 0;
};

/// Some cases hold more records than their first line says, which OpenSSL's test then passes over: all are taken here.
QList<Case> readCases()
{
    static const QRegularExpression title(QStringLiteral("^# (\\d+)$"));
    static const QRegularExpression header(QStringLiteral("^(\\d+) (\\d+) ([01]) (\\d+) (-?\\d+)$"));
    static const QRegularExpression tlsa(QStringLiteral("^([0-3]) ([01]) ([012]) ([0-9A-Fa-f]+)$"));
    QList<Case> cases;
    QByteArray name;
    QFile file(vectors);
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QString text = QString::fromLatin1(line).trimmed();
        if (const auto match = title.match(text); match.hasMatch()) {
            name = match.captured(1).toLatin1();
        } else if (const auto first = header.match(text); first.hasMatch()) {
            cases.append({name, {}, {}, first.captured(4).toInt(), first.captured(5).toInt()});
        } else if (const auto record = tlsa.match(text); record.hasMatch() && !cases.isEmpty()) {
            cases.last().records.append({quint8(record.captured(1).toInt()), quint8(record.captured(2).toInt()),
                                         quint8(record.captured(3).toInt()), QByteArray::fromHex(record.captured(4).toLatin1())});
        } else if (!cases.isEmpty()) {
            cases.last().pem.append(line);
        }
    }
    return cases;
}

DaneOutcome outcomeOf(int result)
{
    switch (result) {
    case X509_V_OK:
        return DaneOutcome::Valid;
    case X509_V_ERR_HOSTNAME_MISMATCH:
        return DaneOutcome::NameMismatch;
    case X509_V_ERR_DANE_NO_MATCH:
        return DaneOutcome::Mismatch;
    default:
        return DaneOutcome::Unknown;
    }
}

} // namespace

class TestVectorsDane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cases_data();
    void cases();
};

void TestVectorsDane::initTestCase()
{
    if (!QFile::exists(vectors))
        QSKIP("the third-party vectors are not beside this checkout: " VECTORS_DIR "/dane");
    QCOMPARE(readCases().size(), 54);
}

void TestVectorsDane::cases_data()
{
    // Where mail differs from what OpenSSL was asked in its case:
    static const QHash<QByteArray, DaneOutcome> departures{
        {"54", DaneOutcome::Valid}, // asks for names with usage 3, which RFC 7672 §3.1.1 rules out
    };
    QTest::addColumn<QList<TlsaRecord>>("records");
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<DaneOutcome>("outcome");
    QTest::addColumn<int>("depth");
    for (const Case &one : readCases()) {
        const bool pkixOnly = std::all_of(one.records.begin(), one.records.end(), [](const TlsaRecord &r) { return r.usage < 2; });
        // The same departure for all of 23 to 42: usages 0 and 1 are not for mail (RFC 7672 §3.1.3).
        const DaneOutcome outcome = pkixOnly ? DaneOutcome::NoneUsable : departures.value(one.name, outcomeOf(one.result));
        QTest::newRow(one.name.constData()) << one.records << one.pem << outcome << (pkixOnly ? -1 : one.depth);
    }
}

void TestVectorsDane::cases()
{
    QFETCH(QList<TlsaRecord>, records);
    QFETCH(QByteArray, pem);
    QVERIFY(!records.isEmpty());
    const DaneVerdict verdict =
        verifyDane(parsePem(pem), records, {QStringLiteral("example.com")}, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.depth, "depth");
}

QTEST_GUILESS_MAIN(TestVectorsDane)
#include "tst_vectors_dane.moc"
