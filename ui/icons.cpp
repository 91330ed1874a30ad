// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>
#include <optional>

/// The pictures live in a static library: the linker takes them only when somebody asks.
static void takePictures()
{
    Q_INIT_RESOURCE(icons);
}

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray source(const QString &name)
{
    static QHash<QString, QByteArray> cache;
    auto found = cache.constFind(name);
    if (found == cache.cend()) {
        QFile file(u":/icons/"_s + name + u".svg"_s);
        found = cache.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

class OutlineIcon : public QIconEngine
{
public:
    OutlineIcon(QString name, std::optional<State> state) : m_name(std::move(name)), m_state(state) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        QColor colour = palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::WindowText);
        if (m_state)
            colour = coloursOf(palette).state(*m_state);
        paintIcon(*painter, m_name, rect, colour);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }
    QIconEngine *clone() const override { return new OutlineIcon(*this); }
    QString key() const override { return u"outline"_s; }
    bool isNull() override { return source(m_name).isEmpty(); }

private:
    QString m_name;
    std::optional<State> m_state;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new OutlineIcon(name, std::nullopt));
}

QString stateIconName(State state)
{
    switch (state) {
    case State::Good:
        return u"good"_s;
    case State::Attention:
        return u"attention"_s;
    case State::Broken:
        return u"broken"_s;
    case State::NotTested:
        break;
    }
    return u"nottested"_s;
}

QIcon stateIcon(State state)
{
    return QIcon(new OutlineIcon(stateIconName(state), state));
}

QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return stateIcon(State::Broken);
    case Severity::Warning:
        return stateIcon(State::Attention);
    case Severity::Note:
        break;
    }
    return icon(u"note"_s);
}

void initIcons()
{
    takePictures();
}

void paintIcon(QPainter &painter, const QString &name, const QRectF &rect, const QColor &colour)
{
    QByteArray svg = source(name);
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.render(&painter, rect);
}

} // namespace mta
