// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme.h"

#include "ui/icons.h"
#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyleFactory>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Colours lightColours()
{
    return {.window = rgb(0xf4f5f7),
            .base = rgb(0xffffff),
            .raised = rgb(0xffffff),
            .text = rgb(0x1b1f24),
            .muted = rgb(0x57606a),
            .border = rgb(0xd0d5dc),
            .accent = rgb(0x1f5fae),
            .onAccent = rgb(0xffffff),
            .hover = rgb(0xe9edf2),
            .selected = rgb(0xdbe8f8),
            .good = rgb(0x17693a),
            .attention = rgb(0x855300),
            .broken = rgb(0xb3261e),
            .notTested = rgb(0x57606a)};
}

Colours darkColours()
{
    return {.window = rgb(0x1b1f24),
            .base = rgb(0x14171b),
            .raised = rgb(0x23282f),
            .text = rgb(0xe6e9ed),
            .muted = rgb(0xa3acb8),
            .border = rgb(0x3a424d),
            .accent = rgb(0x7ab3f5),
            .onAccent = rgb(0x0d1622),
            .hover = rgb(0x2b323b),
            .selected = rgb(0x213a57),
            .good = rgb(0x6fd08c),
            .attention = rgb(0xf0b84a),
            .broken = rgb(0xff8f85),
            .notTested = rgb(0xa3acb8)};
}

Colours contrastColours()
{
    return {.window = rgb(0x000000),
            .base = rgb(0x000000),
            .raised = rgb(0x000000),
            .text = rgb(0xffffff),
            .muted = rgb(0xe0e0e0),
            .border = rgb(0xffffff),
            .accent = rgb(0xffe14d),
            .onAccent = rgb(0x000000),
            .hover = rgb(0x303030),
            .selected = rgb(0x003a70),
            .good = rgb(0x7dff9b),
            .attention = rgb(0xffd24d),
            .broken = rgb(0xff9d96),
            .notTested = rgb(0xd8d8d8)};
}

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.hover);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::BrightText, c.broken);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Highlight, c.selected);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Light, c.hover);
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border);
    palette.setColor(QPalette::Shadow, c.border);
    QColor faint = c.muted;
    faint.setAlpha(150);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

/// Fills the colours into the style sheet, which names them as @text, @border ...
QString styleSheetOf(const Colours &c)
{
    QFile file(u":/style/studio.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    sheet.replace(u"@check"_s, c.onAccent.lightness() > 128 ? u"checklight"_s : u"checkdark"_s);
    // Longer names first: @onAccent before @on.
    const QList<std::pair<QString, QColor>> names{
        {u"@onAccent"_s, c.onAccent}, {u"@selected"_s, c.selected}, {u"@window"_s, c.window}, {u"@raised"_s, c.raised},
        {u"@border"_s, c.border},     {u"@accent"_s, c.accent},     {u"@muted"_s, c.muted},   {u"@hover"_s, c.hover},
        {u"@text"_s, c.text},         {u"@base"_s, c.base},
    };
    for (const auto &[name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet;
}

ThemeChoice resolved(ThemeChoice theme, const QPalette &system)
{
    if (theme != ThemeChoice::System)
        return theme;
    return system.color(QPalette::Window).lightness() < 128 ? ThemeChoice::Dark : ThemeChoice::Light;
}

} // namespace

QColor Colours::state(State state) const
{
    switch (state) {
    case State::Good:
        return good;
    case State::Attention:
        return attention;
    case State::Broken:
        return broken;
    case State::NotTested:
        break;
    }
    return notTested;
}

QColor Colours::tint(State which) const
{
    const QColor colour = state(which);
    const auto mix = [](int over, int under) { return (over * 10 + under * 90) / 100; };
    return QColor(mix(colour.red(), raised.red()), mix(colour.green(), raised.green()), mix(colour.blue(), raised.blue()));
}

const Colours &coloursOf(ThemeChoice theme)
{
    static const Colours light = lightColours();
    static const Colours dark = darkColours();
    static const Colours contrast = contrastColours();
    switch (theme) {
    case ThemeChoice::Dark:
        return dark;
    case ThemeChoice::HighContrast:
        return contrast;
    case ThemeChoice::System:
    case ThemeChoice::Light:
        break;
    }
    return light;
}

const Colours &coloursOf(const QPalette &palette)
{
    // The style sheet leaves the link colour alone, which it does not do with backgrounds.
    for (ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::HighContrast}) {
        if (palette.color(QPalette::Link) == coloursOf(theme).accent)
            return coloursOf(theme);
    }
    return coloursOf(ThemeChoice::Light);
}

void applyTheme(QApplication &app, ThemeChoice theme, const QPalette &system)
{
    initIcons();
    const Colours &colours = coloursOf(resolved(theme, system));
    app.setStyleSheet(QString()); // the palette reaches every widget only without a sheet in between
    app.setStyle(QStyleFactory::create(u"Fusion"_s));
    app.setPalette(paletteOf(colours));
    app.setStyleSheet(styleSheetOf(colours));
}

namespace
{
double factorOf(Type type)
{
    switch (type) {
    case Type::Small:
        return 0.9;
    case Type::Body:
        return 1.0;
    case Type::Heading:
        return 1.2;
    case Type::Title:
        return 1.65;
    }
    return 1.0;
}
} // namespace

QFont typeFont(Type type, bool strong)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factorOf(type));
    if (strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

QFont wireFont(Type type)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(QApplication::font().pointSizeF() * factorOf(type) * 0.96);
    return font;
}

} // namespace mta
