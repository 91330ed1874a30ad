// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/factsbuilder.h"
#include "samples.h"

#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

/// A strict reader of RFC 4180: every line ends with CRLF, quotes only around whole cells.
QList<QStringList> parsed(const QByteArray &csv)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && text.mid(i, 2) == u"\"\""_qs) {
            cell += c;
            ++i;
        } else if (quoted && c == u'"') {
            quoted = false;
        } else if (quoted) {
            cell += c;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u',') {
            row.append(std::exchange(cell, {}));
        } else if (text.mid(i, 2) == u"\r\n"_qs) {
            row.append(std::exchange(cell, {}));
            rows.append(std::exchange(row, {}));
            ++i;
        } else {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty() || quoted)
        rows.append(QStringList{u"cut"_qs});
    return rows;
}

QString value(const QStringList &row, const char *column)
{
    return row.value(parsed(csvHeader()).first().indexOf(QLatin1String(column)));
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void everyRowHasTheColumnsOfTheHeader()
    {
        const qsizetype columns = parsed(csvHeader()).first().size();
        QVERIFY(columns > 10);
        for (const RunItem &item : {goodItem(), brokenItem(), unusableItem(), hostileItem()}) {
            for (const QStringList &row : parsed(renderCsv(item)))
                QCOMPARE(row.size(), columns);
        }
    }

    void aRowPerFindingAndAtLeastOnePerDomain()
    {
        const RunItem broken = brokenItem();
        QVERIFY(broken.audit->findings.size() > 2);
        QCOMPARE(parsed(renderCsv(broken)).size(), broken.audit->findings.size());
        RunItem good = goodItem();
        good.audit->findings.clear();
        QCOMPARE(parsed(renderCsv(good)).size(), 1);
        QCOMPARE(value(parsed(renderCsv(good)).first(), "verdict"), u"protected"_qs);
        QCOMPARE(parsed(renderCsv(unusableItem())).size(), 1);
    }

    void aFindingIsWhole()
    {
        for (const QStringList &row : parsed(renderCsv(brokenItem()))) {
            QCOMPARE(value(row, "domain"), u"good.example"_qs);
            QCOMPARE(value(row, "verdict"), u"at-risk"_qs);
            QCOMPARE(value(row, "mta_sts_status"), u"enforce"_qs);
            QCOMPARE(value(row, "tls_rpt_status"), u"absent"_qs);
            QCOMPARE(value(row, "observed_at"), u"2026-06-15T12:00:00Z"_qs);
            for (const char *column : {"id", "severity", "subject", "message", "remedy", "citation", "evidence"})
                QVERIFY2(!value(row, column).isEmpty(), column);
        }
    }

    void anUnusableLineSaysWhy()
    {
        const QStringList row = parsed(renderCsv(unusableItem())).first();
        QCOMPARE(value(row, "domain"), u"not a domain!"_qs);
        QCOMPARE(value(row, "verdict"), u"undetermined"_qs);
        QCOMPARE(value(row, "error"), unusableItem().error);
    }

    void formulasAreNeutralised_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("cell");
        QTest::newRow("equals") << u"=1+1"_qs << u"'=1+1"_qs;
        QTest::newRow("plus") << u"+1"_qs << u"'+1"_qs;
        QTest::newRow("minus") << u"-1"_qs << u"'-1"_qs;
        QTest::newRow("at") << u"@SUM(A1)"_qs << u"'@SUM(A1)"_qs;
        QTest::newRow("tab") << u"\tx"_qs << u"'\\tx"_qs;
        QTest::newRow("carriage return") << u"\rx"_qs << u"'\\rx"_qs;
        QTest::newRow("after blanks") << u"  =1"_qs << u"'  =1"_qs;
        QTest::newRow("full width") << u"\uff1d1"_qs << u"'\uff1d1"_qs;
        QTest::newRow("quotes and commas") << u"=\"a\",b"_qs << u"'=\"a\",b"_qs;
        QTest::newRow("an ordinary text") << u"a=b"_qs << u"a=b"_qs;
        QTest::newRow("a line break") << u"a\nb"_qs << u"a\\nb"_qs;
        QTest::newRow("a bidirectional override") << u"a\u202eb"_qs << u"a\\u{202e}b"_qs;
        QTest::newRow("a terminal escape") << u"a\u001b[31m"_qs << u"a\\x1b[31m"_qs;
    }
    void formulasAreNeutralised()
    {
        QFETCH(QString, typed);
        QFETCH(QString, cell);
        const QList<QStringList> rows = parsed(renderCsv({typed, {}, u"why"_qs}));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(value(rows.first(), "domain"), cell);
    }

    void nothingHostileGetsThrough()
    {
        const QByteArray csv = renderCsv(hostileItem());
        QVERIFY(!holdsTreacherousCharacters(QString::fromUtf8(csv), u"\r\n"_qs));
        for (const QStringList &row : parsed(csv)) {
            for (const QString &cell : row)
                QVERIFY2(cell.isEmpty() || !u"=+-@\t\r"_qs.contains(cell.front()), qPrintable(cell));
        }
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
