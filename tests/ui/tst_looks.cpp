// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/domaininput.h"
#include "ui/icons.h"
#include "ui/settings/preferencesdialog.h"
#include "ui/theme.h"
#include "ui/words.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

namespace
{

double luminance(const QColor &colour)
{
    const auto part = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class LooksTest : public QObject
{
    Q_OBJECT

private slots:
    void textsHaveEnoughContrast_data();
    void textsHaveEnoughContrast();
    void marksToChooseAreSeen_data() { textsHaveEnoughContrast_data(); }
    void marksToChooseAreSeen();
    void themeIsRecognisedByItsPalette();
    void iconsFollowTheTextColour();
    void daysInWords_data();
    void daysInWords();
    void toolTipsAreNeverMarkup_data();
    void toolTipsAreNeverMarkup();
    void domainsAreReadFromAnything_data();
    void domainsAreReadFromAnything();
    void preferencesComeBack();
    void damagedPreferencesFallBack();
    void problemsAreSaidAtTheField();
};

void LooksTest::textsHaveEnoughContrast_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << int(ThemeChoice::Light);
    QTest::newRow("dark") << int(ThemeChoice::Dark);
    QTest::newRow("high contrast") << int(ThemeChoice::HighContrast);
}

void LooksTest::textsHaveEnoughContrast()
{
    QFETCH(int, theme);
    const Colours &c = coloursOf(static_cast<ThemeChoice>(theme));
    // WCAG 2.1 §1.4.3, level AA.
    for (const QColor &back : {c.window, c.base, c.raised, c.hover, c.selected}) {
        for (const QColor &text : {c.text, c.muted, c.good, c.attention, c.broken, c.notTested})
            QVERIFY2(contrast(text, back) >= 4.5,
                     qPrintable(text.name() + u" on "_s + back.name() + u": "_s + QString::number(contrast(text, back))));
    }
    for (State state : {State::Good, State::Attention, State::Broken, State::NotTested}) {
        QVERIFY(contrast(c.state(state), c.tint(state)) >= 4.5);
        QVERIFY(contrast(c.text, c.tint(state)) >= 4.5);
    }
    QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
    QVERIFY(contrast(c.accent, c.window) >= 4.5);
}

/// WCAG 2.1, 1.4.11: three to one for what tells a control and its state.
void LooksTest::marksToChooseAreSeen()
{
    QFETCH(int, theme);
    const QPalette system = qApp->palette();
    applyTheme(*qApp, static_cast<ThemeChoice>(theme), system);
    QWidget page;
    page.resize(200, 200);
    QRadioButton radio(&page);
    QCheckBox box(&page);
    radio.setAutoExclusive(false);
    for (QAbstractButton *button : {static_cast<QAbstractButton *>(&radio), static_cast<QAbstractButton *>(&box)}) {
        button->setGeometry(20, 20, 24, 24);
        QImage looks[2];
        for (const bool checked : {false, true}) {
            button->setChecked(checked);
            button->raise();
            looks[checked] = page.grab().toImage();
            const QColor around = looks[checked].pixelColor(100, 100);
            double best = 1;
            for (int x = 20; x < 44; ++x)
                best = std::max(best, contrast(looks[checked].pixelColor(x, 32), around));
            QVERIFY2(best >= 3, qPrintable(QString::number(best)));
        }
        double most = 1;
        for (int y = 20; y < 44; ++y) {
            for (int x = 20; x < 44; ++x)
                most = std::max(most, contrast(looks[0].pixelColor(x, y), looks[1].pixelColor(x, y)));
        }
        QVERIFY2(most >= 3, qPrintable(QString::number(most)));
    }
    applyTheme(*qApp, ThemeChoice::Light, system);
}

void LooksTest::themeIsRecognisedByItsPalette()
{
    const QPalette system = qApp->palette();
    for (ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::HighContrast, ThemeChoice::Light}) {
        applyTheme(*qApp, theme, system);
        QCOMPARE(coloursOf(qApp->palette()).accent, coloursOf(theme).accent);
    }
    QPalette darkSystem;
    darkSystem.setColor(QPalette::Window, Qt::black);
    applyTheme(*qApp, ThemeChoice::System, darkSystem);
    QCOMPARE(coloursOf(qApp->palette()).accent, coloursOf(ThemeChoice::Dark).accent);
    applyTheme(*qApp, ThemeChoice::Light, system);
}

void LooksTest::iconsFollowTheTextColour()
{
    const QPalette system = qApp->palette();
    const auto darkest = [] {
        const QImage image = icon(u"search"_s).pixmap(32, 32).toImage();
        int value = -1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > 200)
                    value = image.pixelColor(x, y).lightness();
            }
        }
        return value;
    };
    applyTheme(*qApp, ThemeChoice::Light, system);
    const int light = darkest();
    QVERIFY(light >= 0 && light < 100);
    applyTheme(*qApp, ThemeChoice::Dark, system);
    QVERIFY(darkest() > 180);
    applyTheme(*qApp, ThemeChoice::Light, system);
    for (const QString &file : QDir(u":/icons"_s).entryList({u"*.svg"_s}))
        QVERIFY2(!icon(file.chopped(4)).pixmap(16, 16).toImage().isNull() && !icon(file.chopped(4)).isNull(), qPrintable(file));
    QVERIFY(icon(u"no-such-icon"_s).isNull());
}

void LooksTest::daysInWords_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("words");
    QTest::newRow("two days ago") << -2 << u"2 days ago, 13 June"_s;
    QTest::newRow("yesterday") << -1 << u"yesterday, 14 June"_s;
    QTest::newRow("today") << 0 << u"today, 15 June"_s;
    QTest::newRow("tomorrow") << 1 << u"tomorrow, 16 June"_s;
    QTest::newRow("in twelve days") << 12 << u"in 12 days, 27 June"_s;
    QTest::newRow("next year") << 365 << u"in 365 days, 15 June 2027"_s;
}

void LooksTest::daysInWords()
{
    QFETCH(int, days);
    QFETCH(QString, words);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QDateTime now(QDate(2026, 6, 15), QTime(12, 0));
    QCOMPARE(dayWords(now.addDays(days), now), words);
}

void LooksTest::toolTipsAreNeverMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("tag") << u"<b>bold</b>"_s;
    QTest::newRow("tag later") << u"mx <img src=x> host"_s;
    QTest::newRow("entity") << u"a &lt;b&gt; c"_s;
    QTest::newRow("declaration") << u"<?xml version='1.0'?>"_s;
    QTest::newRow("doctype") << u"<!DOCTYPE html><p>x</p>"_s;
    QTest::newRow("plain") << u"mx1.example.com"_s;
}

void LooksTest::toolTipsAreNeverMarkup()
{
    QFETCH(QString, text);
    QVERIFY(!Qt::mightBeRichText(plainToolTip(text)));
    QCOMPARE(plainToolTip(text).remove(QChar(0x2060)), text);
}

void LooksTest::domainsAreReadFromAnything_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("domains");
    QTest::addColumn<int>("unusable");
    QTest::newRow("one") << u"example.com"_s << QStringList{u"example.com"_s} << 0;
    QTest::newRow("address with a name") << u"Ann <ann@example.com>"_s << QStringList{u"example.com"_s} << 0;
    QTest::newRow("list") << u"a.example\r\n# comment\n\n b.example \nhttps://c.example/x"_s
                          << QStringList{u"a.example"_s, u"b.example"_s, u"c.example"_s} << 0;
    QTest::newRow("commas and blanks") << u"a.example, b.example;c.example d.example"_s
                                       << QStringList{u"a.example"_s, u"b.example"_s, u"c.example"_s, u"d.example"_s} << 0;
    QTest::newRow("name with a comma") << u"Doe, Ann <ann@a.example>"_s << QStringList{u"a.example"_s} << 0;
    QTest::newRow("several addresses") << u"Ann <ann@a.example>, Bob <bob@b.example>"_s << QStringList{u"a.example"_s, u"b.example"_s} << 0;
    QTest::newRow("address and list") << u"https://a.example/x, b.example"_s << QStringList{u"a.example"_s, u"b.example"_s} << 0;
    QTest::newRow("again") << u"a.example A.EXAMPLE a.example."_s << QStringList{u"a.example"_s} << 0;
    QTest::newRow("some unusable") << u"a.example 192.0.2.1 b.example"_s << QStringList{u"a.example"_s, u"b.example"_s} << 1;
    QTest::newRow("nothing") << u"   "_s << QStringList() << 0;
}

void LooksTest::domainsAreReadFromAnything()
{
    QFETCH(QString, text);
    QFETCH(QStringList, domains);
    QFETCH(int, unusable);
    const DomainInput input = readDomainInput(text);
    QStringList names;
    for (const DomainName &domain : input.domains)
        names.append(domain.ascii);
    QCOMPARE(names, domains);
    QCOMPARE(int(input.unusable.size()), unusable);
    for (const DomainInput::Unusable &each : input.unusable)
        QVERIFY(!each.reason.isEmpty());
}

void LooksTest::preferencesComeBack()
{
    QTemporaryDir folder;
    Preferences chosen;
    chosen.language = u"de"_s;
    chosen.theme = ThemeChoice::HighContrast;
    chosen.resolver = u"[::1]:53"_s;
    chosen.ehloName = u"audit.example.com"_s;
    chosen.proxy = u"socks5://127.0.0.1:1080"_s;
    chosen.allowPrivate = true;
    chosen.ipv6 = false;
    chosen.timeoutSeconds = 7;
    chosen.depth = Depth::Deep;
    chosen.expiryDays = 45;
    chosen.keepHistory = false;
    chosen.remind = false;
    {
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        QCOMPARE(loadPreferences(settings), Preferences());
        savePreferences(settings, chosen);
    }
    const QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    QCOMPARE(loadPreferences(settings), chosen);
    const PreferencesDialog dialog(chosen, {{u"de"_s, u"Deutsch"_s}});
    QCOMPARE(dialog.preferences(), chosen);
}

void LooksTest::damagedPreferencesFallBack()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    settings.setValue(u"preferences/theme"_s, u"pink"_s);
    settings.setValue(u"preferences/depth"_s, 99);
    settings.setValue(u"preferences/timeoutSeconds"_s, -4);
    settings.setValue(u"preferences/expiryDays"_s, 4000);
    const Preferences loaded = loadPreferences(settings);
    QCOMPARE(loaded.theme, ThemeChoice::System);
    QCOMPARE(loaded.depth, Depth::Standard);
    QCOMPARE(loaded.timeoutSeconds, 1);
    QCOMPARE(loaded.expiryDays, 365);
}

void LooksTest::problemsAreSaidAtTheField()
{
    for (const QString &good : {u""_s, u"recursive"_s, u"192.0.2.1"_s, u"192.0.2.1:5300"_s, u"::1"_s, u"[::1]:53"_s})
        QVERIFY2(resolverProblem(good).isEmpty(), qPrintable(good));
    for (const QString &bad : {u"name.example"_s, u"192.0.2.1:0"_s, u"192.0.2.1:70000"_s, u"[::1"_s, u"300.1.1.1:53"_s})
        QVERIFY2(!resolverProblem(bad).isEmpty(), qPrintable(bad));
    for (const QString &good : {u""_s, u"socks5://127.0.0.1:1080"_s, u"socks5://[::1]:1080"_s, u"socks5://proxy.example:9050"_s})
        QVERIFY2(proxyProblem(good).isEmpty(), qPrintable(good));
    for (const QString &bad : {u"127.0.0.1:1080"_s, u"http://127.0.0.1:1080"_s, u"socks5://127.0.0.1"_s, u"socks5://h:0"_s})
        QVERIFY2(!proxyProblem(bad).isEmpty(), qPrintable(bad));
    for (const QString &good : {u""_s, u"audit.example.com"_s, u"[192.0.2.1]"_s, u"[IPv6:::1]"_s})
        QVERIFY2(ehloNameProblem(good).isEmpty(), qPrintable(good));
    for (const QString &bad : {u"a b"_s, u"x\r\nMAIL"_s, u"[nothing]"_s})
        QVERIFY2(!ehloNameProblem(bad).isEmpty(), qPrintable(bad));

    Preferences bad;
    bad.proxy = u"nonsense"_s;
    const PreferencesDialog dialog(bad, {});
    QVERIFY(!dialog.isUsable());
    QVERIFY(!dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
}

QTEST_MAIN(LooksTest)
#include "tst_looks.moc"
