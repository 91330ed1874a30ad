// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QMap>
#include <QSet>
#include <QString>

namespace mta
{

/// One consistent set of other names: the same always becomes the same, and what was different stays different. Numbers are given in the
/// order of the questions, so equal evidence gets equal pseudonyms.
class Pseudonyms
{
public:
    /// What has to be known before the first name is replaced, because it decides how others are.
    struct Lore {
        QSet<QString> suffixes; ///< public suffixes that some name is below
        QSet<QString> zones;    ///< of providers, named by an mx pattern as a whole: it matters which they are
        QSet<QString> taken;    ///< pseudonyms of an earlier time
    };
    explicit Pseudonyms(Lore lore = {}) : m_lore(std::move(lore)) {}

    /// A name in presentation format, with or without the final dot. Labels keep their number below the domain that somebody registered,
    /// which becomes one below .example (RFC 2606 §2); labels of services stay. An address in the place of a name becomes another address.
    QString name(const QString &original);
    /// Documentation addresses (RFC 5737, RFC 3849) of the same family. Those, loopback and unspecified ones are nobody's and stay.
    QHostAddress address(const QHostAddress &original);
    QString localPart(const QString &original); ///< of a mail address
    QString title(const QString &original);     ///< what stands in a certificate for a person, an organization or a place
    /// A word nobody vouches for: one of the same length, of letters and figures at the same places.
    QByteArray word(const QByteArray &original);

    bool exhausted() const { return m_exhausted; } ///< more IPv4 addresses than RFC 5737 has
    const Lore &lore() const { return m_lore; }    ///< together with what was learned since
    const QMap<QString, QString> &names() const { return m_names; }
    const QMap<QString, QString> &addresses() const { return m_addresses; }
    const QMap<QString, QString> &localParts() const { return m_localParts; }
    const QMap<QString, QString> &titles() const { return m_titles; }
    const QMap<QByteArray, QByteArray> &words() const { return m_words; }

private:
    QString registered(const QString &domain);
    QString label(const QString &original);
    QString nameOf(const QString &original);
    QString next(const QString &prefix);

    Lore m_lore;
    QMap<QString, QString> m_names;
    QMap<QString, QString> m_domains;
    QMap<QString, QString> m_labels;
    QMap<QString, QString> m_addresses;
    QMap<QString, QString> m_localParts;
    QMap<QString, QString> m_titles;
    QMap<QByteArray, QByteArray> m_words;
    QHash<QByteArray, int> m_shapes; ///< words given so far, by what they look like
    QHash<QString, int> m_counts;
    quint32 m_lastIpv4 = 0;
    quint32 m_lastIpv6 = 0;
    bool m_exhausted = false;
};

/// The labels of a name; a dot that is escaped (RFC 1035 §5.1) parts none.
QStringList labelsOf(const QString &name);
/// Made by a scrubber, or a label that says nothing of its owner.
bool isPseudonym(const QString &name);
/// An address nobody can be found by.
bool isNobodys(const QHostAddress &address);

} // namespace mta
