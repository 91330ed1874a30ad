// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What the programs themselves made of several hundred texts. The vectors are not part of this tree; without them beside the checkout these
// tests are skipped.

#include "senders/senders.h"

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

/// "sender row": where this program is right to differ from the column.
const QHash<QString, QString> &knownDifferences()
{
    static const QString size = QStringLiteral("the column was made without the HTTP client, which refuses or cuts what is over its limit");
    static const QHash<QString, QString> list{
        {QStringLiteral("mox POL088"), size},
        {QStringLiteral("postfix-mta-sts-resolver POL088"), size},
        {QStringLiteral("chasquid POL088"), size},
    };
    return list;
}

/// In these columns names were not normalised as the programs do earlier.
bool isLeftOut(const QString &sender, const QString &pattern, const QString &host)
{
    const bool early = sender == QLatin1String("mox") || sender == QLatin1String("mailauth") || sender == QLatin1String("stalwart");
    const auto odd = [](const QString &name) { return name.endsWith(u'.') || name != name.toLower(); };
    return early && (odd(pattern) || odd(host));
}

QString said(const SenderVerdict &verdict)
{
    if (verdict.reading != Reading::Honoured)
        return verdict.reading == Reading::Refused ? QStringLiteral("reject") : QStringLiteral("unknown");
    return verdict.mode ? QStringLiteral("accept:") + policyModeName(*verdict.mode) : QStringLiteral("accept");
}

} // namespace

class VectorsSendersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agreement_data();
    void agreement();

private:
    struct Tally {
        int agreed = 0;
        QStringList differed;
        QStringList known;
    };
    static void compare(Tally &tally, const Sender &sender, const QString &row, const QString &ours, const QJsonValue &theirs);
    static void comparePolicies(Tally &tally, const Sender &sender);
    static void compareRecords(Tally &tally, const Sender &sender);
    static void compareMatching(Tally &tally, const Sender &sender);
};

void VectorsSendersTest::initTestCase()
{
    if (!QDir(QStringLiteral(VECTORS_DIR)).exists())
        QSKIP("the third-party vectors are not beside this checkout: " VECTORS_DIR);
}

void VectorsSendersTest::compare(Tally &tally, const Sender &sender, const QString &row, const QString &ours, const QJsonValue &theirs)
{
    if (theirs.isUndefined())
        return;
    const QString name = QLatin1String(sender.id) + u' ' + row;
    if (ours == theirs.toString())
        ++tally.agreed;
    else if (knownDifferences().contains(name))
        tally.known.append(name);
    else
        tally.differed.append(QStringLiteral("%1: %2 instead of %3").arg(row, ours, theirs.toString()));
}

void VectorsSendersTest::comparePolicies(Tally &tally, const Sender &sender)
{
    const QLatin1String id(sender.id);
    ServedPolicy served;
    served.contentType = "text/plain; charset=utf-8";
    for (const QJsonValue &row : table(QStringLiteral("tables/mta-sts-policy.json"))) {
        served.body = row[u"body"].toString().toUtf8();
        compare(tally, sender, row[u"id"].toString(), said(assess(sender, served)), row[u"peers"][id]);
    }
    for (const QJsonValue &row : table(QStringLiteral("real-policies/index.json"))) {
        QFile file(QStringLiteral(VECTORS_DIR "/real-policies/") + row[u"file"].toString());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        served.body = file.readAll();
        compare(tally, sender, row[u"file"].toString(), said(assess(sender, served)), row[u"peers"][id]);
    }
}

void VectorsSendersTest::compareRecords(Tally &tally, const Sender &sender)
{
    for (const QJsonValue &row : table(QStringLiteral("tables/mta-sts-txt.json"))) {
        const QString ours = said(assessRecords(sender, {row[u"txt"].toString().toUtf8()}));
        compare(tally, sender, row[u"id"].toString(), ours, row[u"peers"][QLatin1String(sender.id)]);
    }
}

void VectorsSendersTest::compareMatching(Tally &tally, const Sender &sender)
{
    for (const QJsonValue &row : table(QStringLiteral("tables/mx-match.json"))) {
        const QString pattern = row[u"pattern"].toString();
        const QString host = row[u"host"].toString();
        const QJsonValue theirs = row[u"peers"][QLatin1String(sender.id)];
        if (theirs.isUndefined() || isLeftOut(QLatin1String(sender.id), pattern, host))
            continue;
        // "bad-pattern" and "bad-host" are ways not to match.
        const QString plain = theirs.toString() == QLatin1String("accept") ? QStringLiteral("accept") : QStringLiteral("reject");
        const QString ours = sender.matchesHost(pattern.toUtf8(), host) ? QStringLiteral("accept") : QStringLiteral("reject");
        compare(tally, sender, row[u"id"].toString(), ours, plain);
    }
}

void VectorsSendersTest::agreement_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("rows"); // at least so many have a column for it
    QTest::newRow("mox") << QStringLiteral("mox") << 240;
    QTest::newRow("postfix-tlspol") << QStringLiteral("postfix-tlspol") << 220;
    QTest::newRow("go-mtasts") << QStringLiteral("go-mtasts") << 250;
    QTest::newRow("postfix-mta-sts-resolver") << QStringLiteral("postfix-mta-sts-resolver") << 220;
    QTest::newRow("chasquid") << QStringLiteral("chasquid") << 210;
    QTest::newRow("stalwart") << QStringLiteral("stalwart") << 205;
    QTest::newRow("mailauth") << QStringLiteral("mailauth") << 205;
}

void VectorsSendersTest::agreement()
{
    QFETCH(QString, id);
    QFETCH(int, rows);
    const Sender *sender = findSender(id);
    QVERIFY(sender && sender->predicted());
    Tally tally;
    comparePolicies(tally, *sender);
    compareRecords(tally, *sender);
    compareMatching(tally, *sender);
    const qsizetype compared = tally.agreed + tally.differed.size() + tally.known.size();
    qInfo("%s: %d of %d rows agree, %d known differences", qPrintable(id), tally.agreed, static_cast<int>(compared),
          static_cast<int>(tally.known.size()));
    QVERIFY2(compared >= rows, qPrintable(QString::number(compared)));
    for (const QString &name : tally.known)
        qInfo("%s: %s", qPrintable(name), qPrintable(knownDifferences().value(name)));
    for (const auto &[name, reason] : knownDifferences().asKeyValueRange()) {
        if (name.startsWith(id + u' '))
            QVERIFY2(tally.known.contains(name), qPrintable(name + QStringLiteral(" agrees by now")));
    }
    QVERIFY2(tally.differed.isEmpty(), qPrintable(tally.differed.join(u'\n')));
    QVERIFY(tally.agreed * 100 >= compared * 98);
}

QTEST_APPLESS_MAIN(VectorsSendersTest)
#include "tst_vectors_senders.moc"
