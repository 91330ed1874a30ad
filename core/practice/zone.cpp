// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/zone.h"

#include <algorithm>
#include <ctime>

namespace mta
{
namespace
{

constexpr uint32_t timeToLive = 300;
constexpr long day = 24 * 60 * 60;
const auto denialType = LDNS_RR_TYPE_NSEC;

QByteArray canonicalKey(const QByteArray &name)
{
    QByteArrayList labels = name.split('.');
    labels.removeAll(QByteArray());
    std::reverse(labels.begin(), labels.end());
    return labels.join('\0');
}

QByteArray parentOf(const QByteArray &name)
{
    const QByteArray rest = name.mid(name.indexOf('.') + 1);
    return rest.isEmpty() ? QByteArray(".") : rest;
}

std::shared_ptr<ldns_rr_list> newList()
{
    return {ldns_rr_list_new(), ldns_rr_list_deep_free};
}

QByteArray take(char *text)
{
    const QByteArray copy(text);
    free(text); // NOLINT: ldns allocates with malloc
    return copy.trimmed();
}

/// "v TTL IN TYPE data" -> "TYPE data"
QByteArray withoutOwner(const QByteArray &record)
{
    const QByteArrayList fields = record.simplified().split(' ');
    return fields.mid(3).join(' ');
}

} // namespace

Zone::Zone(const QByteArray &origin, Signing signing) : m_origin(origin)
{
    if (signing != Signing::None) {
        // RFC 8624 §3.1: ECDSAP256SHA256 is what every validator must know. One key signs everything (RFC 6781 §3.1).
        ldns_key *key = ldns_key_new_frm_algorithm(LDNS_SIGN_ECDSAP256SHA256, 256);
        ldns_key_set_flags(key, LDNS_KEY_ZONE_KEY | LDNS_KEY_SEP_KEY);
        ldns_key_set_pubkey_owner(key, ldns_dname_new_frm_str(origin.constData()));
        const long now = static_cast<long>(std::time(nullptr));
        const bool expired = signing == Signing::Expired;
        ldns_key_set_inception(key, static_cast<uint32_t>(now - (expired ? 30 * day : 3600)));
        ldns_key_set_expiration(key, static_cast<uint32_t>(now + (expired ? -3 * day : 30 * day)));
        m_keyRecord = {ldns_key2rr(key), ldns_rr_free};
        ldns_rr_set_ttl(m_keyRecord.get(), timeToLive);
        ldns_key_set_keytag(key, ldns_calc_keytag(m_keyRecord.get()));
        m_keys = {ldns_key_list_new(), ldns_key_list_free};
        ldns_key_list_push_key(m_keys.get(), key);
        add(origin, withoutOwner(keyRecord()));
    }
    add(origin, "SOA ns.example. hostmaster.example. 1 3600 900 604800 60");
    add(origin, "NS ns.example.");
}

bool Zone::add(const QByteArray &owner, const QByteArray &typeAndData)
{
    const QByteArray line = owner + ' ' + QByteArray::number(timeToLive) + " IN " + typeAndData;
    ldns_rr *record = nullptr;
    if (ldns_rr_new_frm_str(&record, line.constData(), timeToLive, nullptr, nullptr) != LDNS_STATUS_OK)
        return false;
    Node &node = m_nodes[canonicalKey(owner)];
    node.owner = owner;
    RrSet &set = node.sets[ldns_rr_get_type(record)];
    if (!set.records)
        set.records = newList();
    return ldns_rr_list_push_rr(set.records.get(), record);
}

bool Zone::replace(const QByteArray &owner, const QByteArray &type, const QByteArrayList &data)
{
    const QByteArray key = canonicalKey(owner);
    m_nodes[key].sets.remove(ldns_get_rr_type_by_name(type.constData()));
    for (Node &node : m_nodes)
        node.sets.remove(denialType); // RFC 4034 §4: each names its neighbour and all types
    const bool added = std::all_of(data.cbegin(), data.cend(), [&](const QByteArray &each) { return add(owner, type + ' ' + each); });
    if (m_nodes.value(key).sets.isEmpty())
        m_nodes.remove(key);
    return added;
}

QByteArray Zone::keyRecord() const
{
    return m_keyRecord ? take(ldns_rr2str(m_keyRecord.get())).split(';').first().trimmed() : QByteArray();
}

QByteArray Zone::delegationSigner() const
{
    if (!m_keyRecord)
        return {};
    const std::unique_ptr<ldns_rr, decltype(&ldns_rr_free)> ds(ldns_key_rr2ds(m_keyRecord.get(), LDNS_SHA256), ldns_rr_free);
    return withoutOwner(take(ldns_rr2str(ds.get())).split(';').first());
}

bool Zone::holds(const QByteArray &name) const
{
    return m_origin == "." || name == m_origin || name.endsWith(QByteArray('.' + m_origin));
}

bool Zone::exists(const QByteArray &name) const
{
    const QByteArray key = canonicalKey(name);
    const auto node = m_nodes.lowerBound(key);
    // A name with nothing of its own but names below it exists too (RFC 4592 §2.2.2).
    return node != m_nodes.constEnd() && (node.key() == key || key.isEmpty() || node.key().startsWith(QByteArray(key + '\0')));
}

std::optional<QByteArray> Zone::answer(const QByteArray &name, ldns_rr_type type, bool dnssec, ldns_pkt *reply)
{
    const auto node = m_nodes.find(canonicalKey(name));
    if (node != m_nodes.end()) {
        if (const auto set = node->sets.find(type); set != node->sets.end()) {
            push(reply, LDNS_SECTION_ANSWER, *set, dnssec);
            return {};
        }
        if (const auto alias = node->sets.find(LDNS_RR_TYPE_CNAME); alias != node->sets.end()) {
            push(reply, LDNS_SECTION_ANSWER, *alias, dnssec);
            return take(ldns_rdf2str(ldns_rr_rdf(ldns_rr_list_rr(alias->records.get(), 0), 0))).toLower();
        }
    }
    deny(reply, name, dnssec);
    return {};
}

void Zone::push(ldns_pkt *reply, ldns_pkt_section section, RrSet &set, bool dnssec)
{
    const auto append = [reply, section](const Records &records) {
        for (size_t i = 0; i < ldns_rr_list_rr_count(records.get()); ++i)
            ldns_pkt_push_rr(reply, section, ldns_rr_clone(ldns_rr_list_rr(records.get(), i)));
    };
    append(set.records);
    if (!dnssec || !m_keys)
        return;
    if (!set.signatures)
        set.signatures = {ldns_sign_public(set.records.get(), m_keys.get()), ldns_rr_list_deep_free};
    append(set.signatures);
}

/// RFC 4035 §3.1.3: no data is proven by the name's own NSEC or the one that spans it; no such name also needs the NSEC that spans the
/// wildcard at the closest name that exists.
void Zone::deny(ldns_pkt *reply, const QByteArray &name, bool dnssec)
{
    const bool noSuchName = !exists(name);
    if (noSuchName)
        ldns_pkt_set_rcode(reply, LDNS_RCODE_NXDOMAIN);
    push(reply, LDNS_SECTION_AUTHORITY, m_nodes[canonicalKey(m_origin)].sets[LDNS_RR_TYPE_SOA], dnssec);
    if (!dnssec || !m_keys)
        return;
    const auto node = covering(name);
    push(reply, LDNS_SECTION_AUTHORITY, denial(node), true);
    if (!noSuchName)
        return;
    QByteArray encloser = parentOf(name);
    while (!exists(encloser))
        encloser = parentOf(encloser);
    const auto wildcard = covering(encloser == "." ? QByteArray("*.") : "*." + encloser);
    if (wildcard != node)
        push(reply, LDNS_SECTION_AUTHORITY, denial(wildcard), true);
}

/// The last name of the zone that does not sort behind `name`; the apex sorts first.
Zone::Nodes::iterator Zone::covering(const QByteArray &name)
{
    return std::prev(m_nodes.upperBound(canonicalKey(name)));
}

Zone::RrSet &Zone::denial(Nodes::iterator node)
{
    if (const auto set = node->sets.find(denialType); set != node->sets.end())
        return *set;
    const auto following = std::next(node) == m_nodes.end() ? m_nodes.begin() : std::next(node);
    QByteArray text = "NSEC " + following->owner;
    for (auto set = node->sets.constBegin(); set != node->sets.constEnd(); ++set)
        text += ' ' + take(ldns_rr_type2str(set.key()));
    add(node->owner, text + " RRSIG NSEC");
    return node->sets[denialType];
}

} // namespace mta
