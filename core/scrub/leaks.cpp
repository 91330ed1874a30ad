// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/leaks.h"

#include "scrub/der.h"
#include "scrub/factswalk.h"
#include "scrub/messagescrub.h"
#include "scrub/vocabulary.h"
#include "store/evidence.h"

#include <QByteArrayMatcher>

namespace mta
{

namespace
{

constexpr qsizetype shortestRun = 8; ///< fewer octets may be the same by chance
constexpr qsizetype longestRun = 24;

void addRun(QByteArrayList &runs, const QByteArray &octets)
{
    if (octets.size() < shortestRun)
        return;
    const qsizetype size = std::min(octets.size(), longestRun);
    runs.append(octets.mid((octets.size() - size) / 2, size));
}

void addRuns(QByteArrayList &runs, const QByteArray &der)
{
    const Certificate certificate = parseCertificate(der);
    if (!certificate.valid) {
        addRun(runs, der);
        return;
    }
    const QList<DerElement> parts = readDer(der).value(0).children();
    const QList<DerElement> fields = parts.value(0).children();
    const qsizetype serial = fields.value(0).tag == 0xa0 ? 1 : 0;
    addRun(runs, parts.value(2).content);
    addRun(runs, fields.value(serial).content);
    addRun(runs, fields.value(serial + 5).children().value(1).content);
    for (const QByteArray &digest : {certificate.sha256, certificate.spkiSha256}) {
        addRun(runs, digest);
        addRun(runs, digest.toHex());
    }
}

/// Everything that evidence holds, one after the other: the file, the octets it holds in base64, DNS messages in words.
class Everything : public FactsVisitor
{
public:
    void text(const char *, QString &value) override { add(value.toUtf8()); }
    void lines(const char *, QByteArray &value) override { add(value); }
    void octets(const char *member, QByteArray &value) override
    {
        add(value);
        if (qstrcmp(member, "message") == 0)
            add(messageText(value));
    }
    void address(QHostAddress &value) override { add(value.toString().toLatin1()); }

    void add(const QByteArray &octets) { m_all += octets + '\n'; }
    const QByteArray &all() const { return m_all; }

private:
    QByteArray m_all;
};

bool isNameCharacter(char c)
{
    return isAsciiLetter(c) || isAsciiDigit(c) || c == '.' || c == '-' || c == '_';
}

/// Looks at every group of labels within a run of characters that names are made of.
std::optional<QByteArray> nameWithin(const QByteArray &run, const QSet<QByteArray> &names)
{
    constexpr qsizetype longestName = 255;
    QList<qsizetype> begins{0};
    for (qsizetype i = 0; i < run.size(); ++i) {
        if (run[i] == '.')
            begins.append(i + 1);
    }
    for (const qsizetype begin : std::as_const(begins)) {
        for (const qsizetype next : std::as_const(begins)) {
            const qsizetype end = next > begin ? next - 1 : run.size();
            if ((next <= begin && next != 0) || end - begin > longestName)
                continue;
            if (names.contains(run.mid(begin, end - begin)))
                return run.mid(begin, end - begin);
        }
    }
    return {};
}

template<class Belongs, class Look>
std::optional<QByteArray> lookThrough(const QByteArray &text, Belongs belongs, Look look)
{
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && belongs(text[end]))
            ++end;
        if (end > begin) {
            if (std::optional<QByteArray> found = look(text.mid(begin, end - begin), text.mid(end, 1)))
                return found;
        }
        begin = end + 1;
    }
    return {};
}

std::optional<QByteArray> textLeak(const QByteArray &text, const Originals &originals)
{
    const auto named = lookThrough(text, isNameCharacter, [&](const QByteArray &run, const QByteArray &) {
        return run.contains('.') ? nameWithin(run, originals.names) : std::nullopt;
    });
    if (named)
        return named;
    const auto inIpv6 = [](char c) { return isAsciiDigit(c) || (c >= 'a' && c <= 'f') || c == ':' || c == '.'; };
    const auto numbered = lookThrough(text, inIpv6, [&](const QByteArray &run, const QByteArray &) {
        return originals.ipv6.contains(run) ? std::optional(run) : std::nullopt;
    });
    if (numbered)
        return numbered;
    const auto inLocal = [](char c) { return isNameCharacter(c) || QByteArrayView("%+'*~{}|$^`").contains(c); };
    return lookThrough(text, inLocal, [&](const QByteArray &run, const QByteArray &after) {
        const bool mayBeAWord = run.size() < 3 || isKnownWord(run);
        return originals.localParts.contains(run) && (!mayBeAWord || after == "@") ? std::optional(run) : std::nullopt;
    });
}

} // namespace

Originals originalsIn(const Pseudonyms &pseudonyms, const QList<QByteArray> &certificates)
{
    Originals originals;
    const auto &names = pseudonyms.names();
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        if (it.key() != it.value() && it.key().contains(u'.'))
            originals.names.insert(it.key().toLatin1());
    }
    const auto &addresses = pseudonyms.addresses();
    for (auto it = addresses.cbegin(); it != addresses.cend(); ++it)
        (it.key().contains(u':') ? originals.ipv6 : originals.names).insert(it.key().toLatin1());
    const auto &localParts = pseudonyms.localParts();
    for (auto it = localParts.cbegin(); it != localParts.cend(); ++it) {
        if (it.key() != it.value())
            originals.localParts.insert(it.key().toLower().toLatin1());
    }
    for (const QByteArray &der : certificates)
        addRuns(originals.runs, der);
    return originals;
}

std::optional<QString> leakIn(const QList<DomainFacts> &facts, const Originals &originals)
{
    Everything everything;
    everything.add(toEvidence(facts));
    for (DomainFacts domain : facts)
        walk(domain, everything);
    if (const std::optional<QByteArray> found = textLeak(everything.all().toLower(), originals))
        return QString::fromLatin1(*found);
    for (const QByteArray &run : originals.runs) {
        if (QByteArrayMatcher(run).indexIn(everything.all()) >= 0)
            return QString::fromLatin1(run.toHex());
    }
    return {};
}

} // namespace mta
