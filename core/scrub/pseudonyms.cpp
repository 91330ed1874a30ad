// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/pseudonyms.h"

#include "audit/broadzone.h"
#include "base/publicsuffix.h"
#include "dns/specialaddress.h"
#include "scrub/vocabulary.h"

#include <QRegularExpression>
#include <QUrl>

namespace mta
{

namespace
{

const QLatin1String example("example");

/// Labels of services and of this standard, and those that only say what a host is for.
bool staysAsIs(const QString &label)
{
    static const QSet<QString> known = {
        QStringLiteral("*"),           QStringLiteral("mta-sts"), QStringLiteral("_mta-sts"),     QStringLiteral("_mta_sts"),
        QStringLiteral("mta_sts"),     QStringLiteral("_smtp"),   QStringLiteral("_smtp-tlsrpt"), QStringLiteral("_tls"),
        QStringLiteral("_tcp"),        QStringLiteral("_dmarc"),  QStringLiteral("_report"),      QStringLiteral("_domainkey"),
        QStringLiteral("_submission"), QStringLiteral("_spf"),    QStringLiteral("localhost"),    example};
    static const QRegularExpression port(QStringLiteral("^_[0-9]{1,5}$"));
    return known.contains(label) || port.match(label).hasMatch();
}

bool madeLabel(const QString &label)
{
    static const QRegularExpression made(QStringLiteral("^_?[dh][0-9]{1,6}$"));
    if (made.match(label).hasMatch())
        return true;
    if (!label.startsWith(QLatin1String("xn--")))
        return false;
    const QString decoded = QUrl::fromAce(label.toLatin1() + ".example").section(u'.', 0, 0);
    static const QRegularExpression madeUnicode(QStringLiteral("^ö[dh][0-9]{1,6}$"));
    return madeUnicode.match(decoded).hasMatch();
}

/// What of a label departs from letters, digits and hyphens: findings are about that. Octets that are no ASCII may be letters of other
/// alphabets: that there were some is all that stays.
QString oddities(const QString &label)
{
    static const QRegularExpression escape(QStringLiteral("\\\\([0-9]{3})"));
    QString odd;
    bool foreign = false;
    for (auto it = escape.globalMatch(label); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const bool ascii = match.captured(1).toInt() < 0x80;
        odd += ascii || !foreign ? (ascii ? match.captured() : QStringLiteral("\\255")) : QString();
        foreign = foreign || !ascii;
    }
    QString rest = label;
    rest.remove(escape);
    for (const QChar c : std::as_const(rest)) {
        const bool plain = c.isLetterOrNumber() || c == u'-' || c == u'_';
        if (!plain)
            odd += c;
    }
    return odd;
}

/// Of the tails of the name the longest that is a public suffix; the last label when none is.
qsizetype suffixLength(const QStringList &labels)
{
    for (qsizetype from = 0; from < labels.size(); ++from) {
        if (suffixKind(labels.mid(from).join(u'.')) != SuffixKind::None)
            return labels.size() - from;
    }
    return 1;
}

} // namespace

QStringList labelsOf(const QString &name)
{
    QStringList labels{QString()};
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == u'\\' && i + 1 < name.size()) {
            labels.last() += name[i];
            labels.last() += name[++i];
        } else if (name[i] == u'.') {
            labels.append(QString());
        } else {
            labels.last() += name[i];
        }
    }
    return labels;
}

bool isPseudonym(const QString &name)
{
    const QStringList labels = labelsOf(name);
    return labels.last() == example &&
           std::all_of(labels.cbegin(), labels.cend(), [](const QString &label) { return staysAsIs(label) || madeLabel(label); });
}

bool isNobodys(const QHostAddress &address)
{
    static const QStringList purposes = {QStringLiteral("Loopback"), QStringLiteral("Loopback Address"),
                                         QStringLiteral("Unspecified Address"), QStringLiteral("Documentation")};
    const QString purpose = specialPurpose(address);
    return address == QHostAddress(QHostAddress::AnyIPv4) || purposes.contains(purpose) ||
           purpose.startsWith(QLatin1String("Documentation ("));
}

QString Pseudonyms::next(const QString &prefix)
{
    QString made;
    do {
        made = prefix + QString::number(++m_counts[prefix]);
    } while (m_lore.taken.contains(made));
    return made;
}

QString Pseudonyms::label(const QString &original)
{
    if (staysAsIs(original))
        return original;
    QString &known = m_labels[original];
    if (!known.isNull())
        return known;
    QString made = next(QStringLiteral("h"));
    if (original.startsWith(QLatin1String("xn--"))) // a name that can be read in two ways stays one (RFC 5891)
        made = QString::fromLatin1(QUrl::toAce(QStringLiteral("ö") + made + QStringLiteral(".example"))).section(u'.', 0, 0);
    if (original.startsWith(u'_'))
        made.prepend(u'_');
    if (original.startsWith(u'-'))
        made.prepend(u'-');
    if (original.endsWith(u'-'))
        made.append(u'-');
    else if (original.size() > 1 && original.mid(1).contains(u'_'))
        made.append(u'_');
    made += oddities(original);
    if (original.size() > 63) // RFC 1035 §2.3.4: too long stays too long
        made = made.leftJustified(original.size(), u'x');
    return known = made;
}

QString Pseudonyms::registered(const QString &domain)
{
    QString &known = m_domains[domain];
    if (!known.isNull())
        return known;
    QString made = next(QStringLiteral("d"));
    if (domain.startsWith(QLatin1String("xn--")))
        made = QString::fromLatin1(QUrl::toAce(QStringLiteral("ö") + made + QStringLiteral(".example"))).section(u'.', 0, 0);
    made += oddities(labelsOf(domain).first());
    return known = made + QLatin1String(".example");
}

QString Pseudonyms::nameOf(const QString &original)
{
    QStringList labels = labelsOf(original);
    const bool wildcard = labels.size() > 2 && labels.first() == u'*';
    const QString bare = wildcard ? original.mid(2) : original;
    if (wildcard && breadthOf(parseMxPattern(original.toLatin1())) == Breadth::SharedZone)
        m_lore.zones.insert(bare);
    for (const QString &zone : std::as_const(m_lore.zones)) {
        if (original == zone || original.endsWith(u'.' + zone)) {
            const qsizetype count = labels.size() - labelsOf(zone).size();
            for (qsizetype i = 0; i < count; ++i)
                labels[i] = label(labels[i]);
            return labels.join(u'.');
        }
    }
    if (labels.size() == 1)
        return m_lore.suffixes.contains(original) ? QString(example) : label(original);
    const qsizetype suffix = suffixLength(labels);
    for (qsizetype from = labels.size() - suffix; from < labels.size(); ++from)
        m_lore.suffixes.insert(labels.mid(from).join(u'.'));
    qsizetype above = labels.size() - suffix - 1; // labels below the domain that was registered
    QStringList made;
    for (qsizetype i = 0; i < above; ++i)
        made.append(label(labels[i]));
    if (above < 0)
        made = {example};
    else if (labels[above] == u'*')
        made += {labels[above], example};
    else
        made.append(registered(labels.mid(above).join(u'.')));
    return made.join(u'.');
}

QString Pseudonyms::name(const QString &original)
{
    if (original.isEmpty() || original == u'.')
        return original;
    const bool finalDot = original.endsWith(u'.') && !original.endsWith(QLatin1String("\\."));
    const QString plain = (finalDot ? original.chopped(1) : original).toLower();
    QHostAddress literal;
    if (literal.setAddress(plain)) {
        const bool family = literal.protocol() == QAbstractSocket::IPv6Protocol || plain.count(u'.') == 3;
        if (family)
            return address(literal).toString() + (finalDot ? QStringLiteral(".") : QString());
    }
    QString &known = m_names[plain];
    if (known.isNull()) {
        if (isPseudonym(plain)) {
            for (const QString &label : labelsOf(plain))
                m_lore.taken.insert(label);
            known = plain;
        } else {
            const QString made = nameOf(plain);
            m_names[plain] = made;
            return finalDot ? QString(made + u'.') : made;
        }
    }
    return finalDot ? QString(known + u'.') : known;
}

QHostAddress Pseudonyms::address(const QHostAddress &original)
{
    if (original.isNull() || isNobodys(original)) {
        m_lore.taken.insert(original.toString());
        return original;
    }
    QString &known = m_addresses[original.toString()];
    while (known.isNull()) {
        QHostAddress made;
        if (original.protocol() == QAbstractSocket::IPv4Protocol) {
            constexpr quint32 blocks[] = {0xc0000200, 0xc6336400, 0xcb007100}; // RFC 5737 §3
            const quint32 index = m_lastIpv4 / 254;
            if (index >= std::size(blocks)) {
                m_exhausted = true;
                return QHostAddress(blocks[0]);
            }
            made = QHostAddress(blocks[index] + 1 + m_lastIpv4++ % 254);
        } else {
            ++m_lastIpv6;
            made =
                QHostAddress(QStringLiteral("2001:db8:%1:%2::1").arg(m_lastIpv6 >> 16, 0, 16).arg(m_lastIpv6 & 0xffff, 0, 16)); // RFC 3849
        }
        if (!m_lore.taken.contains(made.toString()))
            known = made.toString();
    }
    return QHostAddress(known);
}

QString Pseudonyms::localPart(const QString &original)
{
    static const QRegularExpression made(QStringLiteral("^user[0-9]{1,6}$"));
    QString &known = m_localParts[original];
    if (known.isNull() && made.match(original).hasMatch()) {
        m_lore.taken.insert(original);
        known = original;
    }
    return known.isNull() ? known = next(QStringLiteral("user")) : known;
}

QString Pseudonyms::title(const QString &original)
{
    static const QRegularExpression made(QStringLiteral("^Name [0-9]{1,6}$"));
    const QString plain = original.simplified().toLower(); // names are compared so (RFC 5280 §7.1)
    QString &known = m_titles[plain];
    if (known.isNull() && made.match(original).hasMatch()) {
        m_lore.taken.insert(original);
        known = original;
    }
    return known.isNull() ? known = next(QStringLiteral("Name ")) : known;
}

QByteArray Pseudonyms::word(const QByteArray &original)
{
    if (const auto known = m_words.constFind(original); known != m_words.cend())
        return *known;
    // Letters that stand alone, as in UTF-16, would be a cipher that anybody reads.
    if (original.size() == 1)
        return isAsciiLetter(original.front()) ? QByteArray("x") : isAsciiDigit(original.front()) ? QByteArray("0") : original;
    QByteArray shape = original;
    int letters = 0;
    int digits = 0;
    for (char &c : shape) {
        if (isAsciiLetter(c)) {
            c = 'x';
            ++letters;
        } else if (isAsciiDigit(c)) {
            c = '0';
            ++digits;
        }
    }
    QByteArray made;
    do {
        int number = m_shapes[shape]++;
        made = shape;
        for (qsizetype i = made.size() - 1; i >= 0; --i) {
            if (letters > 0 && made[i] == 'x') {
                made[i] = "xabcdefghijklmnopqrstuvw"[number % 24];
                number /= 24;
            } else if (letters == 0 && made[i] == '0') {
                made[i] = static_cast<char>('0' + number % 10);
                number /= 10;
            }
        }
        if (number > 0) // all of this length are given: from here on they repeat
            break;
    } while (letters > 2 && isKnownWord(made));
    return *m_words.insert(original, made);
}

} // namespace mta
