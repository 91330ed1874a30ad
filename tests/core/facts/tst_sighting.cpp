// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "facts/sighting.h"

#include <QTest>

using namespace mta;

namespace
{

QDateTime day(int number)
{
    return QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC).addDays(number - 1);
}

/// 'a' to 'z' are policies, '-' is none, seen from one day to another.
Sighting seen(char what, int from, int to)
{
    if (what == '-')
        return {day(from), day(to), {}, {}};
    const QByteArray letter(1, what);
    return {day(from), day(to), "v=STSv1; id=" + letter + ";",
            "version: STSv1\nmode: enforce\nmx: " + letter + ".example\nmax_age: 604800\n"};
}

/// "a1-3 b5-5"
QByteArray told(const QList<Sighting> &sightings)
{
    QByteArrayList parts;
    for (const Sighting &sighting : sightings) {
        const QByteArray what = sighting.record.isEmpty() ? QByteArray("-") : sighting.record.mid(12, 1);
        parts.append(what + QByteArray::number(day(1).daysTo(sighting.first) + 1) + '-' +
                     QByteArray::number(day(1).daysTo(sighting.last) + 1));
    }
    return parts.join(' ');
}

} // namespace

class TestSighting : public QObject
{
    Q_OBJECT

private slots:
    void listsAreJoined_data()
    {
        QTest::addColumn<QList<Sighting>>("sightings");
        QTest::addColumn<QDateTime>("before");
        QTest::addColumn<QByteArray>("result");
        const QDateTime always;
        QTest::newRow("nothing") << QList<Sighting>() << always << QByteArray();
        QTest::newRow("one look") << QList{seen('a', 1, 1)} << always << QByteArray("a1-1");
        QTest::newRow("the same seen again only grows") << QList{seen('a', 1, 3), seen('a', 9, 9)} << always << QByteArray("a1-9");
        QTest::newRow("a change is kept") << QList{seen('a', 1, 3), seen('b', 4, 4)} << always << QByteArray("a1-3 b4-4");
        QTest::newRow("back again is a change too")
            << QList{seen('a', 1, 1), seen('b', 2, 2), seen('a', 3, 3)} << always << QByteArray("a1-1 b2-2 a3-3");
        QTest::newRow("none is a state of its own")
            << QList{seen('a', 1, 1), seen('-', 2, 4), seen('a', 5, 5)} << always << QByteArray("a1-1 -2-4 a5-5");
        QTest::newRow("in any order") << QList{seen('b', 4, 4), seen('a', 1, 3)} << always << QByteArray("a1-3 b4-4");
        QTest::newRow("the same list twice") << QList{seen('a', 1, 3), seen('b', 4, 6), seen('a', 1, 3), seen('b', 4, 6)} << always
                                             << QByteArray("a1-3 b4-6");
        QTest::newRow("another list knows what lay between")
            << QList{seen('a', 1, 9), seen('b', 5, 5)} << always << QByteArray("a1-1 b5-5 a9-9");
        QTest::newRow("later than the audit does not count")
            << QList{seen('a', 1, 3), seen('b', 4, 8), seen('c', 9, 9)} << day(8) << QByteArray("a1-3 b4-4");
        QTest::newRow("at the time of the audit does not count") << QList{seen('a', 8, 8)} << day(8) << QByteArray();
        QTest::newRow("one without a time is left out") << QList{Sighting{{}, {}, "v=STSv1; id=x;", {}}} << always << QByteArray();
    }
    void listsAreJoined()
    {
        QFETCH(QList<Sighting>, sightings);
        QFETCH(QDateTime, before);
        QTEST(told(joined(sightings, before)), "result");
    }

    void whatSendersTakeForTheSame_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<bool>("same");
        const QByteArray record = "v=STSv1; id=a;";
        const QByteArray policy = "version: STSv1\nmode: enforce\nmx: a.example\nmx: b.example\nmax_age: 604800\n";
        QTest::newRow("the same") << record << policy << true;
        QTest::newRow("other line ends") << record << QByteArray(policy).replace("\n", "\r\n") << true;
        QTest::newRow("another order") << record
                                       << QByteArray("max_age: 604800\nmx: b.example\nmode: enforce\nmx: a.example\nversion: STSv1")
                                       << true;
        QTest::newRow("a host in capitals") << record << QByteArray(policy).replace("a.example", "A.Example") << true;
        QTest::newRow("a host twice") << record << policy + "mx: a.example\n" << true;
        QTest::newRow("a key that senders ignore") << record << policy + "comment: x\n" << true;
        QTest::newRow("zeros in front of max_age") << record << QByteArray(policy).replace("604800", "0604800") << true;
        QTest::newRow("another mode") << record << QByteArray(policy).replace("enforce", "testing") << false;
        QTest::newRow("another max_age") << record << QByteArray(policy).replace("604800", "604801") << false;
        QTest::newRow("a host more") << record << policy + "mx: c.example\n" << false;
        QTest::newRow("a host less") << record << QByteArray(policy).replace("mx: b.example\n", "") << false;
        QTest::newRow("another form of the record") << QByteArray("v=STSv1;id=a") << policy << true;
        QTest::newRow("an extension in the record") << QByteArray("v=STSv1; id=a; x=y") << policy << true;
        QTest::newRow("another id") << QByteArray("v=STSv1; id=b;") << policy << false;
        QTest::newRow("an id in capitals") << QByteArray("v=STSv1; id=A;") << policy << false;
        QTest::newRow("no record") << QByteArray() << policy << false;
        QTest::newRow("no policy") << record << QByteArray() << false;
    }
    void whatSendersTakeForTheSame()
    {
        QFETCH(QByteArray, record);
        QFETCH(QByteArray, policy);
        const Sighting known{day(1), day(1), "v=STSv1; id=a;",
                             "version: STSv1\nmode: enforce\nmx: a.example\nmx: b.example\nmax_age: 604800\n"};
        QTEST(sameState(known, {day(2), day(2), record, policy}), "same");
        QTEST(sameState({day(2), day(2), record, policy}, known), "same");
    }

    void theOldestAreForgotten()
    {
        QList<Sighting> many;
        for (int i = 1; i <= maxSightings + 1; ++i)
            many.append(seen(i % 2 ? 'a' : 'b', i, i));
        QCOMPARE(joined(many.first(maxSightings)).size(), maxSightings);
        QCOMPARE(joined(many.first(maxSightings)).first().first, day(1));
        QCOMPARE(joined(many).size(), maxSightings);
        QCOMPARE(joined(many).first().first, day(2));
        QCOMPARE(joined(many).last().first, day(maxSightings + 1));
    }
};

QTEST_APPLESS_MAIN(TestSighting)
#include "tst_sighting.moc"
