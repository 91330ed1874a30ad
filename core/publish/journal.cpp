// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/journal.h"

#include "base/domainname.h"
#include "base/readatmost.h"
#include "base/wiretext.h"
#include "deploy/publications.h"
#include "store/jsonreader.h"
#include "store/jsonwriter.h"
#include "store/planmembers.h"
#include "store/wholefile.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace mta
{

namespace
{

constexpr int journalVersion = 1;
/// Resolvers are told to remember nothing for longer (RFC 8767 §4).
constexpr std::chrono::seconds maxRemembered{604800};

QString words(const char *text)
{
    return QCoreApplication::translate("Publish", text);
}

template<class Archive>
void names(Archive &archive, const char *name, std::conditional_t<Archive::writing, const QStringList, QStringList> &values)
{
    QList<QString> list = values;
    archive.list(name, list, maxPlanTlsa);
    if constexpr (!Archive::writing)
        values = QStringList(list);
}

bool isName(const QString &text)
{
    return !text.isEmpty() && normalisedName(text) == text;
}

/// Whether all of it could have been written here.
bool isOwn(const PublishJournal &journal)
{
    const bool names = isName(journal.domain) && std::all_of(journal.mx.cbegin(), journal.mx.cend(), isName) &&
                       std::all_of(journal.tlsa.cbegin(), journal.tlsa.cend(), isName);
    const std::optional<BegunPublication> &begun = journal.begun;
    const bool said = !begun || (begun->policy ? policyText(*begun->policy).has_value() : begun->id.isEmpty());
    return names && said && journal.mxTtl.count() >= 0;
}

} // namespace

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const BegunPublication, BegunPublication> &value)
{
    archive.member("at", value.at);
    plainMember(archive, "id", value.id);
    archive.member("policy", value.policy);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const PublishJournal, PublishJournal> &value)
{
    archive.member("domain", value.domain);
    names(archive, "mx", value.mx);
    archive.member("mxSince", value.mxSince);
    secondsMember(archive, "mxTtl", value.mxTtl);
    archive.member("hostSince", value.hostSince);
    names(archive, "tlsa", value.tlsa);
    archive.member("begun", value.begun);
}

QByteArray journalText(const PublishJournal &journal)
{
    QJsonObject document = JsonWriter::toJson(journal).toObject();
    document.insert(QStringLiteral("journalVersion"), journalVersion);
    return QJsonDocument(document).toJson();
}

Result<PublishJournal> readJournal(const QByteArray &json)
{
    const QJsonObject document = json.size() > maxJournalSize ? QJsonObject() : QJsonDocument::fromJson(json).object();
    JsonReading reading;
    reading.strict = true;
    reading.sentence = [](JsonReading::Fault) { return QStringLiteral("%1"); }; // one sentence says it all
    const JsonPlace top;
    JsonReader reader(document, top, reading);
    int version = 0;
    reader.member("journalVersion", version);
    PublishJournal journal;
    members(reader, journal);
    reader.finish();
    if (!reading.error && version == journalVersion && isOwn(journal))
        return journal;
    return Error{ErrorCode::InvalidInput, words(QT_TRANSLATE_NOOP("Publish", "This does not say what earlier publishing has seen: it is "
                                                                             "damaged, or of another kind."))};
}

QString journalPath(const QString &planPath)
{
    return planPath + QLatin1String(".journal");
}

Result<PublishJournal> storedJournal(const QString &planPath, const DomainName &domain)
{
    const QString path = journalPath(planPath);
    QFile file(path);
    PublishJournal none;
    none.domain = domain.ascii;
    if (!file.exists())
        return none;
    const Result<PublishJournal> journal =
        file.open(QIODevice::ReadOnly)
            ? readJournal(readAtMost(file, maxJournalSize + 1))
            : Result<PublishJournal>(Error{ErrorCode::Io, words(QT_TRANSLATE_NOOP("Publish", "It cannot be read."))});
    if (journal && journal->domain == domain.ascii)
        return journal;
    const QString why = journal ? words(QT_TRANSLATE_NOOP("Publish", "It is of another domain than the plan.")) : journal.error().text;
    return Error{ErrorCode::InvalidInput,
                 words(QT_TRANSLATE_NOOP("Publish", "%1 cannot be used. %2 Move it away to begin anew; how long the mail servers have "
                                                    "been as they are is then not known any more."))
                     .arg(visibleText(path, 300), why)};
}

Result<bool> keepJournal(const QString &planPath, const PublishJournal &journal)
{
    const QString path = journalPath(planPath);
    const QString why = writeWhole(path, journalText(journal));
    if (why.isNull())
        return true;
    return Error{ErrorCode::Io, words(QT_TRANSLATE_NOOP("Publish", "Cannot write %1: %2.")).arg(visibleText(path, 300), why)};
}

namespace
{

QStringList hostsOf(const QList<IntendedMx> &mx)
{
    QStringList hosts;
    for (const IntendedMx &each : mx)
        hosts.append(each.host);
    hosts.sort();
    return hosts.first(std::min<qsizetype>(hosts.size(), maxPlanTlsa));
}

} // namespace

PublishJournal withLook(const PublishJournal &journal, const SeenMailServers &seen, const QDateTime &now)
{
    PublishJournal result = journal;
    result.mx = hostsOf(seen.mx);
    if (!journal.mxSince.isValid() || journal.mx != result.mx || journal.mxSince > now) // or a clock that was set
        result.mxSince = now.toUTC();
    result.mxTtl = std::max(journal.mxTtl, std::min(seen.ttl, maxRemembered));
    return result;
}

PublishJournal noLaterThan(const PublishJournal &journal, const QDateTime &time)
{
    PublishJournal result = journal;
    if (result.hostSince > time)
        result.hostSince = time.toUTC();
    return result;
}

PublishJournal withMeanwhile(const PublishJournal &journal, const PublishJournal &written)
{
    PublishJournal result = journal;
    if (written.mxSince.isValid() && (!journal.mxSince.isValid() || written.mxSince > journal.mxSince)) { // a later look saw others
        result.mx = written.mx;
        result.mxSince = written.mxSince;
    }
    result.mxTtl = std::max(journal.mxTtl, written.mxTtl);
    if (written.hostSince.isValid() && (!journal.hostSince.isValid() || written.hostSince > journal.hostSince))
        result.hostSince = written.hostSince;
    result.tlsa += written.tlsa;
    result.tlsa.removeDuplicates();
    return result;
}

PlanningTimes timesBy(const PublishJournal &journal, const QList<IntendedMx> &mx, PlanningTimes times)
{
    if (journal.mx == hostsOf(mx))
        times.mxSince = journal.mxSince;
    times.mxTtl = std::max(times.mxTtl, std::min(journal.mxTtl, maxRemembered));
    times.hostSince = journal.hostSince;
    return times;
}

Plan afterCutOff(const Plan &plan, const PublishJournal &journal, const std::function<bool(const BegunPublication &)> &stands,
                 const QDateTime &now)
{
    if (!journal.begun)
        return plan;
    const BegunPublication &begun = *journal.begun;
    const auto tells = [&](const Publication &each) {
        return begun.policy ? each.id == begun.id && sameMeaning(each.policy, *begun.policy) && each.from >= begun.at
                            : each.until.isValid() && each.until >= begun.at;
    };
    if (std::any_of(plan.published.cbegin(), plan.published.cend(), tells) || !stands(begun))
        return plan;
    Plan then = plan;
    then.policy = begun.policy;
    then.id = begun.id;
    Plan result = plan;
    result.published = withPublished(then, now).published;
    return result;
}

} // namespace mta
