// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/leaks.h"

#include "base/publicsuffix.h"
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

constexpr qsizetype enoughOctets = 8; ///< fewer octets may be the same by chance
constexpr qsizetype runSize = 24;

void addRun(QByteArrayList &runs, const QByteArray &octets)
{
    if (octets.size() < enoughOctets)
        return;
    const qsizetype size = std::min(octets.size(), runSize);
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
    void text(const char *, QString &value) override { addText(value.toUtf8()); }
    void lines(const char *, QByteArray &value) override { addText(value); }
    void octets(const char *member, QByteArray &value) override
    {
        m_binary += value + '\n';
        if (qstrcmp(member, "message") == 0)
            addText(messageText(value));
    }
    void address(QHostAddress &value) override { addText(value.toString().toLatin1()); }

    void addText(const QByteArray &text) { m_text += text + '\n'; }
    const QByteArray &allText() const { return m_text; }
    const QByteArray &allBinary() const { return m_binary; }

private:
    QByteArray m_text;
    QByteArray m_binary; ///< certificates, messages, responses: their parts in words are among the texts, too
};

/// Those that do not come about by chance among octets that are no text.
QSet<QByteArray> longOnes(const QSet<QByteArray> &all)
{
    QSet<QByteArray> kept;
    for (const QByteArray &each : all) {
        if (each.size() >= enoughOctets)
            kept.insert(each);
    }
    return kept;
}

bool isNameCharacter(char c)
{
    return isAsciiLetter(c) || isAsciiDigit(c) || c == '.' || c == '-' || c == '_';
}

/// Looks at every group of labels within a run of characters that names are made of.
std::optional<QByteArray> nameWithin(const QByteArray &run, const QSet<QByteArray> &names)
{
    constexpr qsizetype nameSize = 255;
    QList<qsizetype> begins{0};
    for (qsizetype i = 0; i < run.size(); ++i) {
        if (run[i] == '.')
            begins.append(i + 1);
    }
    begins.append(run.size() + 1);
    for (qsizetype from = 0; from + 1 < begins.size(); ++from) {
        for (qsizetype to = from + 1; to < begins.size(); ++to) {
            const qsizetype size = begins[to] - 1 - begins[from];
            if (size > nameSize)
                break;
            if (names.contains(run.mid(begins[from], size)))
                return run.mid(begins[from], size);
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
            if (std::optional<QByteArray> found = look(text.mid(begin, end - begin), end))
                return found;
        }
        begin = end + 1;
    }
    return {};
}

/// "@" and a name with a dot in it.
bool isBeforeDomain(const QByteArray &text, qsizetype at)
{
    if (text.mid(at, 1) != "@")
        return false;
    for (qsizetype i = at + 1; i < text.size() && isNameCharacter(text[i]); ++i) {
        if (text[i] == '.' && i > at + 1)
            return true;
    }
    return false;
}

std::optional<QByteArray> textLeak(const QByteArray &text, const Originals &originals)
{
    const auto named = lookThrough(text, isNameCharacter, [&](const QByteArray &run, qsizetype) {
        return run.contains('.') ? nameWithin(run, originals.names) : std::nullopt;
    });
    if (named)
        return named;
    const auto inIpv6 = [](char c) { return isAsciiDigit(c) || (c >= 'a' && c <= 'f') || c == ':' || c == '.'; };
    const auto numbered = lookThrough(
        text, inIpv6, [&](const QByteArray &run, qsizetype) { return originals.ipv6.contains(run) ? std::optional(run) : std::nullopt; });
    if (numbered)
        return numbered;
    const auto inLocal = [](char c) { return isNameCharacter(c) || QByteArrayView("%+'*~{}|$^`").contains(c); };
    return lookThrough(text, inLocal, [&](const QByteArray &run, qsizetype end) {
        const bool mayBeAWord = run.size() < 3 || isKnownWord(run);
        return originals.localParts.contains(run) && (!mayBeAWord || isBeforeDomain(text, end)) ? std::optional(run) : std::nullopt;
    });
}

} // namespace

Originals originalsIn(const Pseudonyms &pseudonyms, const QList<QByteArray> &certificates)
{
    Originals originals;
    const auto &names = pseudonyms.names();
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        if (it.key() == it.value())
            continue;
        const QString name = it.key().startsWith(QLatin1String("*.")) ? it.key().mid(2) : it.key();
        for (const QString &original : {name, registrableDomain(name)}) {
            if (original.contains(u'.') && !it.value().endsWith(original))
                originals.names.insert(original.toLatin1());
        }
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
    everything.addText(toEvidence(facts));
    for (DomainFacts domain : facts)
        walk(domain, everything);
    if (const std::optional<QByteArray> found = textLeak(everything.allText().toLower(), originals))
        return QString::fromLatin1(*found);
    const Originals certain{longOnes(originals.names), longOnes(originals.ipv6), longOnes(originals.localParts), {}};
    if (const std::optional<QByteArray> found = textLeak(everything.allBinary().toLower(), certain))
        return QString::fromLatin1(*found);
    for (const QByteArray &run : originals.runs) {
        const QByteArrayMatcher matcher(run);
        if (matcher.indexIn(everything.allText()) >= 0 || matcher.indexIn(everything.allBinary()) >= 0)
            return QString::fromLatin1(run.toHex());
    }
    return {};
}

} // namespace mta
