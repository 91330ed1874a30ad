// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "store/jsonreader.h"

#include "base/wiretext.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

/// Longer strings than any fact has: details, names in presentation format, file names.
constexpr qsizetype maxStringLength = 64 * 1024;
/// A bound for lists of lines, whose lengths differ by what they hold.
constexpr qsizetype maxLineOctets = 64 * 1024;
/// No measured duration is longer than a year.
constexpr qint64 maxDuration = 366LL * 24 * 3600 * 1000;

QString sentenceOfAudit(JsonReading::Fault fault)
{
    switch (fault) {
    case JsonReading::Fault::Kind:
        return QCoreApplication::translate("Store", "This saved audit is damaged: %1 holds another kind of value than it should. "
                                                    "Open an undamaged copy, or audit the domain again.");
    case JsonReading::Fault::Value:
        return QCoreApplication::translate("Store",
                                           "This saved audit is damaged, or a newer version wrote it: the value of %1 is unknown here. "
                                           "Update MTA-STS Studio, open another copy, or audit the domain again.");
    case JsonReading::Fault::TooLong:
        return QCoreApplication::translate("Store", "This saved audit is damaged: %1 holds more than any audit does. "
                                                    "Open an undamaged copy, or audit the domain again.");
    case JsonReading::Fault::Unknown:
    case JsonReading::Fault::Missing:
        break; // audits of other versions have more members or fewer
    }
    return {};
}

} // namespace

QString JsonPlace::pointer() const
{
    const QString above = parent ? parent->pointer() : QString();
    if (!parent)
        return above;
    return above + u'/' + (name ? QString::fromUtf8(name) : QString::number(index));
}

void JsonReading::fail(Fault fault, const JsonPlace &place)
{
    if (!error)
        error = Error{ErrorCode::InvalidInput, (sentence ? sentence : sentenceOfAudit)(fault).arg(visibleText(place.pointer(), 300))};
}

void JsonReader::finish()
{
    if (!m_reading.strict || m_reading.error)
        return;
    for (const QString &key : m_object.keys()) {
        const auto isKey = [&key](const char *name) { return key == QLatin1String(name); };
        if (std::none_of(m_asked.cbegin(), m_asked.cend(), isKey)) {
            m_reading.fail(JsonReading::Fault::Unknown, {&m_place, key.toUtf8().constData()});
            return;
        }
    }
}

Certificate JsonReader::certificate(const QByteArray &der)
{
    const auto known = m_reading.certificates.constFind(der);
    if (known != m_reading.certificates.cend())
        return *known;
    return *m_reading.certificates.insert(der, parseCertificate(der));
}

void JsonReader::readOctets(const QJsonValue &json, QByteArray &value, qsizetype limit, const JsonPlace &place)
{
    if (!expect(json.isString(), JsonReading::Fault::Kind, place))
        return;
    const QString text = json.toString();
    if (!expect(text.size() / 4 * 3 <= limit + 3, JsonReading::Fault::TooLong, place))
        return;
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (expect(decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok, JsonReading::Fault::Value, place) &&
        expect(decoded.decoded.size() <= limit, JsonReading::Fault::TooLong, place))
        value = decoded.decoded;
}

void JsonReader::readInteger(const QJsonValue &json, qint64 &value, qint64 least, qint64 most, const JsonPlace &place)
{
    if (!expect(json.isDouble(), JsonReading::Fault::Kind, place))
        return;
    // toInteger() gives the default for a number that is no whole one.
    const qint64 number = json.toInteger(-1);
    if (expect(number == json.toInteger(-2) && number >= least && number <= most, JsonReading::Fault::Value, place))
        value = number;
}

void JsonReader::read(const QJsonValue &json, bool &value, const JsonPlace &place)
{
    if (expect(json.isBool(), JsonReading::Fault::Kind, place))
        value = json.toBool();
}

void JsonReader::read(const QJsonValue &json, QString &value, const JsonPlace &place)
{
    if (!expect(json.isString(), JsonReading::Fault::Kind, place))
        return;
    const QString text = json.toString();
    // Half a surrogate pair is no text, and could not be saved again.
    if (expect(text.size() <= maxStringLength, JsonReading::Fault::TooLong, place) &&
        expect(text.isValidUtf16(), JsonReading::Fault::Value, place))
        value = text;
}

void JsonReader::read(const QJsonValue &json, std::chrono::milliseconds &value, const JsonPlace &place)
{
    qint64 count = 0;
    readInteger(json, count, 0, maxDuration, place);
    value = std::chrono::milliseconds(count);
}

void JsonReader::read(const QJsonValue &json, QDateTime &value, const JsonPlace &place)
{
    if (json.isNull()) {
        value = QDateTime();
        return;
    }
    if (!expect(json.isString(), JsonReading::Fault::Kind, place))
        return;
    const QDateTime time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    // RFC 3339 §5.6: a time without its offset is none.
    if (expect(time.isValid() && time.timeSpec() != Qt::LocalTime, JsonReading::Fault::Value, place))
        value = time.toUTC();
}

void JsonReader::read(const QJsonValue &json, QHostAddress &value, const JsonPlace &place)
{
    if (!expect(json.isString(), JsonReading::Fault::Kind, place))
        return;
    const QString text = json.toString();
    QHostAddress address;
    // Qt takes old spellings too ("127.1"); what we wrote comes back the same.
    const bool good = text.isEmpty() || (text.size() < 128 && address.setAddress(text) && address.toString() == text);
    if (expect(good, JsonReading::Fault::Value, place))
        value = address;
}

void JsonReader::read(const QJsonValue &json, QByteArray &value, const JsonPlace &place)
{
    readOctets(json, value, maxLineOctets, place);
}

} // namespace mta
