// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString root = QStringLiteral(SOURCE_DIR);

QString contents(const QString &path)
{
    QFile file(root + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Limit {
    QString name;
    QString value;
    QString file;
    QString why;
    QString text() const { return u"`%1` = %2 in %3"_s.arg(name, value, file); }
};

/// The rows of docs/limits.md.
QList<Limit> documented()
{
    static const QRegularExpression row(u"^\\| `(\\w+)` \\| `([^`]+)` \\| (\\S+) \\| (.*) \\|$"_s, QRegularExpression::MultilineOption);
    QList<Limit> limits;
    auto rows = row.globalMatch(contents(u"docs/limits.md"_s));
    while (rows.hasNext()) {
        const QRegularExpressionMatch match = rows.next();
        limits.append({match.captured(1), match.captured(2), match.captured(3), match.captured(4)});
    }
    return limits;
}

/// Constants of a source, with their values.
QList<Limit> constants(const QString &file)
{
    static const QRegularExpression constant(u"constexpr\\s+(?:static\\s+)?[\\w:<>]+\\s+(\\w+)\\s*(?:=\\s*([^;]+)|\\{([^}]+)\\})\\s*;"_s);
    QList<Limit> limits;
    auto found = constant.globalMatch(contents(file));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        limits.append({match.captured(1), match.captured(2).isEmpty() ? match.captured(3) : match.captured(2), file, {}});
    }
    return limits;
}

bool holds(const QList<Limit> &limits, const Limit &wanted)
{
    return std::any_of(limits.cbegin(), limits.cend(), [&](const Limit &limit) {
        return limit.name == wanted.name && limit.value == wanted.value && limit.file == wanted.file;
    });
}

} // namespace

/// docs/limits.md and the sources say the same.
class LimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyLimitThatIsWrittenDownHolds()
    {
        const QList<Limit> limits = documented();
        QVERIFY(limits.size() > 50);
        for (const Limit &limit : limits) {
            QVERIFY2(holds(constants(limit.file), limit), qPrintable(u"docs/limits.md says "_s + limit.text()));
            QVERIFY2(limit.why.size() > 5, qPrintable(limit.text()));
        }
    }

    /// What is named max... or longest... bounds something. Layout and the practice world have their own measures.
    void everyLimitIsWrittenDown()
    {
        const QList<Limit> limits = documented();
        int seen = 0;
        for (const QString &folder : {u"core"_s, u"app"_s, u"ui"_s}) {
            QDirIterator files(root + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString file = QDir(root).relativeFilePath(files.next());
                if (file.startsWith("core/report/"_L1) || file.startsWith("core/practice/"_L1))
                    continue;
                for (const Limit &limit : constants(file)) {
                    static const QRegularExpression bound(u"^(max|longest)[A-Z]"_s);
                    if (!bound.match(limit.name).hasMatch())
                        continue;
                    ++seen;
                    QVERIFY2(holds(limits, limit), qPrintable(u"docs/limits.md does not know "_s + limit.text()));
                }
            }
        }
        QVERIFY(seen > 50);
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
