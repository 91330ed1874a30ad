// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Texts from elsewhere through lint: what is invalid has an error that says why, and what is valid has none. They are not part of
// this tree; without them beside the checkout these tests are skipped.

#include "audit/lint.h"

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

int errors(const QList<LintFinding> &findings)
{
    return static_cast<int>(std::count_if(findings.cbegin(), findings.cend(),
                                          [](const LintFinding &finding) { return finding.finding.severity == Severity::Error; }));
}

} // namespace

class VectorsLintTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void policies_data();
    void policies();
    void records_data();
    void records();
};

void VectorsLintTest::initTestCase()
{
    if (!QDir(QStringLiteral(VECTORS_DIR)).exists())
        QSKIP("the third-party vectors are not beside this checkout: " VECTORS_DIR);
}

void VectorsLintTest::policies_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const QJsonValue &row : table(QStringLiteral("tables/mta-sts-policy.json")))
        QTest::newRow(qPrintable(row[u"id"].toString())) << row[u"body"].toString().toUtf8();
    for (const QJsonValue &row : table(QStringLiteral("real-policies/index.json"))) {
        QFile file(QStringLiteral(VECTORS_DIR "/real-policies/") + row[u"file"].toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(row[u"file"].toString())) << file.readAll();
    }
}

void VectorsLintTest::policies()
{
    QFETCH(QByteArray, body);
    const PolicyLint lint = lintPolicy(body, QStringLiteral("x"));
    QCOMPARE(errors(lint.findings) == 0, lint.policy.valid());
    for (const LintFinding &finding : lint.findings)
        QVERIFY(finding.line <= lint.policy.lines.size() || finding.line == 1);
}

void VectorsLintTest::records_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *name : {"tables/mta-sts-txt.json", "tables/tlsrpt-txt.json"}) {
        for (const QJsonValue &row : table(QLatin1String(name)))
            QTest::newRow(qPrintable(row[u"id"].toString())) << row[u"txt"].toString().toUtf8();
    }
}

void VectorsLintTest::records()
{
    QFETCH(QByteArray, text);
    const RecordLint lint = lintRecord(text, QStringLiteral("x"));
    if (lint.kind != QLatin1String("other"))
        QCOMPARE(errors(lint.findings) == 0, lint.valid);
}

QTEST_APPLESS_MAIN(VectorsLintTest)
#include "tst_vectors_lint.moc"
