// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/unboundresolver.h"

#include "base/domainname.h"
#include "dns/message.h"
#include "net/authoritative.h"
#include "net/dnstransport.h"
#include "net/sharedlookups.h"
#include "net/unboundcontext.h"
#include <QElapsedTimer>
#include <QHash>
#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

namespace mta
{
namespace
{

using namespace std::chrono_literals;

constexpr auto afterPlainFailure = 3s; // how long to wait for libunbound when the plain answer is a failure already
constexpr auto probeLimit = 10s;
constexpr auto keyPatience = 1s;        // how long questions are held back for the keys of their zones
constexpr qsizetype maxWarmedZones = 6; // of one name; a hostile one may have a hundred labels

std::chrono::milliseconds since(const QElapsedTimer &timer)
{
    return std::chrono::milliseconds(timer.elapsed());
}

/// The zones whose keys a validator may need on the way to an answer. Labels with an underscore and host names of three labels and more
/// seldom are zones of their own; the validator asks for itself where they are.
QStringList likelyZones(const Question &question)
{
    QStringList labels = normalisedName(question.name).split(u'.', Qt::SkipEmptyParts);
    const bool isAddress = question.type == RecordType::A || question.type == RecordType::Aaaa;
    if (isAddress && labels.size() > 2)
        labels.removeFirst();
    QStringList zones;
    for (; !labels.isEmpty(); labels.removeFirst()) {
        if (!labels.first().startsWith(u'_'))
            zones.append(labels.join(u'.'));
    }
    return zones.mid(std::max<qsizetype>(0, zones.size() - maxWarmedZones)); // those next to the root
}

} // namespace

struct UnboundResolver::Parts {
    QString description;
    QList<Nameserver> servers; ///< empty: recursive
    quint16 dnsPort = 53;      ///< of servers asked directly
    TrustAnchors anchors;

    SharedLookups plainLookups;
    SharedLookups validatedLookups;

    std::mutex mutex;                         ///< for everything below
    std::unique_ptr<UnboundContext> recursor; ///< plain answers of a recursive resolver
    std::unique_ptr<UnboundContext> validator;
    std::shared_ptr<UnboundContext::Pending> primed; ///< the question for the keys of the anchors' zone; set with the validator
    QHash<QString, std::weak_ptr<UnboundContext::Pending>> zoneKeys; ///< the questions for them; gone once answered
    bool stripped = false;
    SignatureDates rootDates;
    std::jthread probe; ///< last: it uses all the others

    Lookup plain(const Question &question, const Context &context);
    Lookup validated(const Question &question, const Context &context);

    Lookup recurse(const Question &question, const Context &context);
    Lookup askRecursor(const Question &question, const Context &context);
    UnboundContext &startedRecursor();
    void prepare();
    UnboundContext &startedValidator();
    std::shared_ptr<UnboundContext::Pending> begin(const Question &question, const Context &context);
    std::vector<std::shared_ptr<UnboundContext::Pending>> warm(UnboundContext &context, const Question &question);
    bool seesSignatures(const Context &context);
    Lookup join(const Lookup &plainLookup, const UnboundAnswer &answer, const Context &context);
};

Lookup UnboundResolver::Parts::plain(const Question &question, const Context &context)
{
    return plainLookups.get(question, context, [&](const Context &own) {
        QElapsedTimer timer;
        timer.start();
        Lookup lookup = servers.isEmpty() ? recurse(question, own) : askForLookup(servers, question, Asked::Resolver, own);
        lookup.elapsed = since(timer);
        return lookup;
    });
}

Lookup UnboundResolver::Parts::recurse(const Question &question, const Context &context)
{
    const Lookup lookup = askRecursor(question, context);
    // libunbound's SERVFAIL stands for silence and refusal as well, and it makes an empty answer of a delegation that leads nowhere.
    const bool unproven = lookup.status == AnswerStatus::NoData && !readMessage(lookup.message, question).hasSoa;
    if (lookup.status != AnswerStatus::ServFail && !unproven)
        return lookup;
    const Lookup direct = askAuthoritative(
        question, dnsPort, [&](const Question &other) { return askRecursor(other, context); }, context);
    return direct.failed() || direct.status == AnswerStatus::NoError ? direct : lookup;
}

Lookup UnboundResolver::Parts::askRecursor(const Question &question, const Context &context)
{
    const std::optional<UnboundAnswer> answer = UnboundContext::wait(startedRecursor().submit(question), context);
    if (answer && answer->trouble.isEmpty())
        return readLookup(question, answer->message);
    Lookup lookup;
    lookup.question = question;
    if (answer) {
        lookup.status = AnswerStatus::Failed;
        lookup.detail = answer->trouble;
    } else if (!context.cancelled()) {
        lookup.status = AnswerStatus::Timeout;
    }
    return lookup;
}

UnboundContext &UnboundResolver::Parts::startedRecursor()
{
    const std::lock_guard lock(mutex);
    if (!recursor)
        recursor = std::make_unique<UnboundContext>(UnboundContext::Options{});
    return *recursor;
}

/// Beside the first questions, so that nobody waits for libunbound to start, nor for the probe unless something looks bogus.
void UnboundResolver::Parts::prepare()
{
    const std::lock_guard lock(mutex);
    if (probe.joinable())
        return;
    probe = std::jthread([this, deadline = QDeadlineTimer(probeLimit)](const std::stop_token &stop) {
        startedValidator();
        seesSignatures({deadline, stop});
    });
}

UnboundContext &UnboundResolver::Parts::startedValidator()
{
    const std::lock_guard lock(mutex);
    if (!validator) {
        validator = std::make_unique<UnboundContext>(UnboundContext::Options{servers, anchors});
        primed = validator->submit({anchors.zone, RecordType::Dnskey});
    }
    return *validator;
}

/// Validation climbs down from the root, and each step is a round trip: asking for the keys of all zones on the way at once makes it few.
/// And libunbound verifies the keys of a zone once for every question that waits for them: so questions are held back until they are there.
std::shared_ptr<UnboundContext::Pending> UnboundResolver::Parts::begin(const Question &question, const Context &context)
{
    UnboundContext &unbound = startedValidator();
    const Context patience = context.within(keyPatience);
    UnboundContext::wait(primed, patience);
    for (const auto &keys : warm(unbound, question))
        UnboundContext::wait(keys, patience);
    return unbound.submit(question);
}

/// Asks for the keys of the likely zones that have not been asked for, and returns all that are still on their way.
std::vector<std::shared_ptr<UnboundContext::Pending>> UnboundResolver::Parts::warm(UnboundContext &context, const Question &question)
{
    std::vector<std::shared_ptr<UnboundContext::Pending>> underWay;
    const std::lock_guard lock(mutex);
    for (const QString &zone : likelyZones(question)) {
        std::shared_ptr<UnboundContext::Pending> keys = zoneKeys.value(zone).lock();
        if (!zoneKeys.contains(zone)) {
            context.submit({zone, RecordType::Ds});
            keys = context.submit({zone, RecordType::Dnskey});
            zoneKeys.insert(zone, keys);
        }
        if (keys)
            underWay.push_back(std::move(keys));
    }
    return underWay;
}

/// Whether the keys that validation starts from come with their signatures. Remembers what was seen.
bool UnboundResolver::Parts::seesSignatures(const Context &context)
{
    const Lookup keys = plain({anchors.zone, RecordType::Dnskey}, context);
    if (keys.message.isEmpty())
        return false; // nothing came back, which tells nothing of the resolver's habits
    const SignatureDates dates = signatureDates(keys.message, keys.question);
    const bool whole = keys.status == AnswerStatus::NoError && dates.present;
    const std::lock_guard lock(mutex);
    stripped = !whole;
    if (whole && anchors.zone == QLatin1String("."))
        rootDates = dates;
    return whole;
}

Lookup UnboundResolver::Parts::validated(const Question &question, const Context &context)
{
    return validatedLookups.get(question, context, [&](const Context &own) {
        QElapsedTimer timer;
        timer.start();
        prepare();
        Lookup lookup = plain(question, own); // on its way while the validator gets ready
        const auto pending = begin(question, own);
        const bool failed = lookup.failed();
        const std::optional<UnboundAnswer> answer = UnboundContext::wait(pending, failed ? own.within(afterPlainFailure) : own);
        if (answer)
            lookup = join(lookup, *answer, own);
        lookup.elapsed = since(timer);
        return lookup;
    });
}

/// Security is libunbound's to say. Data are libunbound's where it vouches for them or the plain question failed; otherwise they
/// are those of the plain answer, which knows more of what went wrong.
Lookup UnboundResolver::Parts::join(const Lookup &plainLookup, const UnboundAnswer &answer, const Context &context)
{
    Lookup lookup = plainLookup;
    if (!answer.trouble.isEmpty() || !lookup.asked())
        return lookup;
    if (answer.bogus) { // first of all: bogus data look like good data otherwise
        if (seesSignatures(context)) {
            lookup.security = Security::Bogus;
            lookup.bogusReason = answer.whyBogus;
        }
        return lookup;
    }
    const bool answered = answer.rcode == 0 || answer.rcode == 3;
    if (answered && (answer.secure || lookup.failed())) {
        const QString detail = lookup.failed() ? QString() : lookup.detail;
        lookup = readLookup(lookup.question, answer.message);
        lookup.detail = detail;
    }
    if (answered)
        lookup.security = answer.secure ? Security::Secure : Security::Insecure;
    return lookup;
}

Result<std::unique_ptr<UnboundResolver>> UnboundResolver::create(const QString &resolver, const QString &trustAnchorFile, quint16 dnsPort)
{
    auto parts = std::make_unique<Parts>();
    parts->dnsPort = dnsPort;
    if (resolver.isEmpty()) {
        parts->servers = systemNameservers();
        QStringList names;
        for (const Nameserver &server : std::as_const(parts->servers))
            names.append(nameserverText(server));
        parts->description = QStringLiteral("system (%1)").arg(names.join(QLatin1String(", ")));
    } else if (resolver == QLatin1String("recursive")) {
        parts->description = resolver;
    } else {
        const Result<Nameserver> server = parseNameserver(resolver);
        if (!server)
            return server.error();
        parts->servers = {*server};
        parts->description = nameserverText(*server);
    }
    Result<TrustAnchors> anchors = trustAnchorFile.isEmpty() ? rootTrustAnchors() : readTrustAnchors(trustAnchorFile);
    if (!anchors)
        return anchors.error();
    parts->anchors = std::move(anchors).value();
    return std::unique_ptr<UnboundResolver>(new UnboundResolver(std::move(parts)));
}

UnboundResolver::UnboundResolver(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

UnboundResolver::~UnboundResolver() = default;

Lookup UnboundResolver::lookup(const Question &question, Assurance assurance, const Context &context)
{
    return assurance == Assurance::Plain ? m_parts->plain(question, context) : m_parts->validated(question, context);
}

Lookup UnboundResolver::askServer(const QHostAddress &server, const Question &question, const Context &context)
{
    QElapsedTimer timer;
    timer.start();
    Lookup lookup = askForLookup({{server, m_parts->dnsPort}}, question, Asked::Authority, context);
    lookup.elapsed = since(timer);
    return lookup;
}

void UnboundResolver::prepare()
{
    m_parts->prepare();
}

QString UnboundResolver::description() const
{
    return m_parts->description;
}

bool UnboundResolver::signaturesStripped() const
{
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->stripped;
}

QDateTime UnboundResolver::rootSignedFrom() const
{
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->rootDates.inception;
}

QDateTime UnboundResolver::rootSignedUntil() const
{
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->rootDates.expiration;
}

} // namespace mta
