// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/jsontext.h"
#include "fakes/hostiletexts.h"
#include "hostileitems.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace mta;
using namespace mta::fakes;
using namespace Qt::StringLiterals;

/// Every hostile text in every place that comes from outside, through every report: it is shown as what it is, and does nothing.
class InertReportsTest : public QObject
{
    Q_OBJECT

private slots:
    void terminal_data() { rows(); }
    void terminal();
    void json_data() { rows(); }
    void json();
    void csv_data() { rows(); }
    void csv();
    void html_data() { rows(); }
    void html();

private:
    static void rows();
};

void InertReportsTest::rows()
{
    QTest::addColumn<QByteArray>("octets");
    for (const HostileText &text : hostileTexts())
        QTest::newRow(text.name) << text.octets;
}

void InertReportsTest::terminal()
{
    QFETCH(QByteArray, octets);
    for (const RunItem &item : itemsFullOf(octets)) {
        for (const bool colour : {false, true}) {
            QString text = renderText(item, colour, true);
            static const QRegularExpression ink(u"\x1b\\[(0|1|2|31|32|33|90)m"_qs);
            if (colour)
                text.remove(ink);
            QVERIFY2(!holdsHiddenCharacters(text, u"\n"_qs), qPrintable(text));
            QVERIFY(text.contains(hostileMark) || octets.startsWith("ow\xe2"));
            // A line of its own would be taken for ours.
            static const QRegularExpression forged(u"^mta-sts: "_qs, QRegularExpression::MultilineOption);
            QVERIFY(!forged.match(text).hasMatch());
        }
    }
}

void InertReportsTest::json()
{
    QFETCH(QByteArray, octets);
    for (const RunItem &item : itemsFullOf(octets)) {
        const QJsonObject object = renderJson(item);
        for (const auto format : {QJsonDocument::Compact, QJsonDocument::Indented}) {
            const QByteArray plain = QJsonDocument(object).toJson(format);
            const QByteArray inert = inertJson(plain);
            const QString text = QString::fromUtf8(inert);
            QCOMPARE(text.toUtf8(), inert);
            QVERIFY2(!holdsHiddenCharacters(text, u"\n"_qs), inert.constData());
            QCOMPARE(QJsonDocument::fromJson(inert).object(), object); // and says the same
        }
    }
}

void InertReportsTest::csv()
{
    QFETCH(QByteArray, octets);
    for (const RunItem &item : itemsFullOf(octets)) {
        const QString text = QString::fromUtf8(renderCsv(item));
        QVERIFY2(!holdsHiddenCharacters(text, u"\r\n"_qs), qPrintable(text));
        // Cells as a spreadsheet splits them, at commas or semicolons outside of quotes.
        bool quoted = false;
        QString cell;
        for (const QChar c : text) {
            if (c == u'"')
                quoted = !quoted;
            else if (!quoted && u",;\r\n"_qs.contains(c)) {
                QVERIFY2(!u"=+-@\uff1d\uff0b\uff0d\uff20"_qs.contains(cell.trimmed().left(1)) || cell.trimmed().isEmpty(),
                         qPrintable(cell));
                cell.clear();
            } else
                cell += c;
        }
        QVERIFY(!quoted);
        const qsizetype lines = text.count(u"\r\n"_qs);
        QCOMPARE(lines, item.audit ? std::max<qsizetype>(item.audit->findings.size(), 1) : 1);
    }
}

void InertReportsTest::html()
{
    QFETCH(QByteArray, octets);
    const QByteArray page = renderHtml(itemsFullOf(octets), QLocale::c());
    QString source = QString::fromUtf8(page);
    QVERIFY2(!holdsHiddenCharacters(source, u"\n"_qs), page.constData());
    // The page reads as XML but for its doctype and void elements.
    static const QRegularExpression voidElement(u"<(meta|br)([^>]*)>"_qs);
    source.remove(u"<!DOCTYPE html>"_qs).replace(voidElement, u"<\\1\\2/>"_qs);
    static const QRegularExpression style(u"<style>.*</style>"_qs, QRegularExpression::DotMatchesEverythingOption);
    source.remove(style);
    QXmlStreamReader reader(source);
    const QStringList known =
        u"html head meta title body header main footer nav article h1 h2 h3 h4 p div span table caption thead tbody tr th td "
        "ol ul li dl dt dd code pre bdi br a strong section"_qs.split(u' ');
    const QStringList attributes =
        u"lang dir charset http-equiv content name scope class href id aria-label aria-labelledby tabindex role"_qs.split(u' ');
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        QVERIFY2(known.contains(reader.name().toString()), qPrintable(reader.name().toString()));
        for (const QXmlStreamAttribute &attribute : reader.attributes()) {
            QVERIFY2(attributes.contains(attribute.name().toString()), qPrintable(attribute.name().toString()));
            QVERIFY(attribute.name() != u"href" || attribute.value().startsWith(u'#'));
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

QTEST_GUILESS_MAIN(InertReportsTest)
#include "tst_inert.moc"
