// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QMap>
#include <ldns/ldns.h>
#include <memory>
#include <optional>

namespace mta
{

/// A zone of the practice world: its records, and the signatures and denials of existence that DNSSEC wants (RFC 4034, 4035).
/// Signatures are made when first asked for and kept. Names are absolute, lower case, with the trailing dot.
class Zone
{
public:
    enum class Signing {
        None,
        Valid,
        Expired, ///< signatures that ran out three days ago: bogus to whoever validates, a day's grace included
    };
    Zone(const QByteArray &origin, Signing signing);

    /// `typeAndData` in presentation format, "MX 10 mail.a.example.". False when it cannot be read.
    bool add(const QByteArray &owner, const QByteArray &typeAndData);
    /// Puts these in the place of all records of that type at `owner`; none take them away. Signatures and denials are made anew.
    bool replace(const QByteArray &owner, const QByteArray &type, const QByteArrayList &data);
    /// The whole DNSKEY and DS record in presentation format; empty in an unsigned zone.
    QByteArray keyRecord() const;
    QByteArray delegationSigner() const; ///< without owner and TTL: "DS ..."

    const QByteArray &origin() const { return m_origin; }
    bool holds(const QByteArray &name) const;

    /// Adds what this zone knows to the reply. Gives the target of an alias that has to be followed, else nothing.
    std::optional<QByteArray> answer(const QByteArray &name, ldns_rr_type type, bool dnssec, ldns_pkt *reply);

private:
    using Records = std::shared_ptr<ldns_rr_list>;
    struct RrSet {
        Records records;
        Records signatures;
    };
    struct Node {
        QByteArray owner;
        QMap<ldns_rr_type, RrSet> sets;
    };
    /// Names in canonical order (RFC 4034 §6.1): labels from the right, parted by zero octets.
    using Nodes = QMap<QByteArray, Node>;

    bool exists(const QByteArray &name) const;
    void push(ldns_pkt *reply, ldns_pkt_section section, RrSet &set, bool dnssec);
    void deny(ldns_pkt *reply, const QByteArray &name, bool dnssec);
    Nodes::iterator covering(const QByteArray &name);
    RrSet &denial(Nodes::iterator node);

    QByteArray m_origin;
    std::shared_ptr<ldns_key_list> m_keys; ///< null in an unsigned zone
    std::shared_ptr<ldns_rr> m_keyRecord;
    Nodes m_nodes;
};

} // namespace mta
