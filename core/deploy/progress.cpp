// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/progress.h"

#include "audit/authorityview.h"
#include "audit/judge.h"
#include "dane/match.h"
#include "deploy/live.h"
#include "dns/message.h"
#include "mtasts/stsrecord.h"

#include <algorithm>
#include <optional>

namespace mta
{

namespace
{

/// What of the comparison shows the step. Nothing: it cannot be seen.
QList<PlanItem> itemsOf(StepKind kind)
{
    switch (kind) {
    case StepKind::PublishReports:
    case StepKind::RemoveReports:
        return {PlanItem::TlsRpt};
    case StepKind::PointPolicyHost:
        return {PlanItem::PolicyHost};
    case StepKind::PublishPolicy:
    case StepKind::RemovePolicy:
        return {PlanItem::Policy};
    case StepKind::PublishRecord:
    case StepKind::RemoveRecord:
        return {PlanItem::Record};
    case StepKind::AddMx:
        return {PlanItem::Mx, PlanItem::MxCertificate};
    case StepKind::ChangeMx:
    case StepKind::RemoveMx:
        return {PlanItem::Mx};
    case StepKind::AddTlsa:
    case StepKind::RemoveTlsa:
        return {PlanItem::Tlsa};
    case StepKind::SwitchKeys:
        return {PlanItem::MxCertificate};
    case StepKind::PreparePolicyHost:
    case StepKind::RetirePolicyHost:
    case StepKind::RetireMx:
        break;
    }
    return {};
}

bool isAboutServers(StepKind kind)
{
    const QList<PlanItem> items = itemsOf(kind);
    return items.contains(PlanItem::Mx) || items.contains(PlanItem::Tlsa) || items.contains(PlanItem::MxCertificate);
}

/// Subjects of the rows that the step's own records would give.
QStringList touchedBy(const DeploymentStep &step)
{
    QStringList subjects;
    for (const ZoneRecord &record : step.add + step.remove)
        subjects.append(record.type == RecordType::Mx ? QString::fromLatin1(record.value) : record.owner);
    return subjects;
}

/// What others do to their mail servers at the same time is not this step's business.
bool isOwn(const LiveRow &row, const QStringList &touched)
{
    if (row.item != PlanItem::Mx && row.item != PlanItem::Tlsa && row.item != PlanItem::MxCertificate)
        return true;
    return touched.contains(row.subject) || (row.item == PlanItem::Mx && row.state == LiveState::NotTested);
}

/// The same domain with a record, as if it announced what is served.
DomainAudit asAnnounced(const DomainAudit &audit)
{
    using State = StsRecordSet::State;
    const Lookup &sts = audit.facts.sts;
    const bool announced = audit.record.state == State::One && audit.record.record.valid();
    if (announced || !sts.asked() || sts.failed())
        return audit;
    const QByteArray value = *stsRecordText("0");
    QByteArray message = makePlainQuery({recordSubject(audit.facts.domain.ascii), RecordType::Txt}, 0, Asked::Resolver);
    if (message.isEmpty())
        return audit;
    // RFC 1035 §4.1: a response with one answer, whose owner is the name in the question.
    message[2] = static_cast<char>(0x80);
    message[7] = 1;
    message += QByteArray("\xc0\x0c\x00\x10\x00\x01\x00\x00\x00\x00\x00", 11) + static_cast<char>(value.size() + 1) +
               static_cast<char>(value.size()) + value;
    DomainFacts facts = audit.facts;
    facts.sts = {{recordSubject(facts.domain.ascii), RecordType::Txt}, AnswerStatus::NoError, sts.security, {}, {}, message};
    return judge(facts, audit.judgedAt, audit.profile);
}

/// Findings of these rules; where `hosts` are given only what is said of one of them.
QList<Finding> findingsOf(const QStringList &rules, const DomainAudit &audit, const std::optional<QStringList> &hosts)
{
    QList<Finding> findings = audit.findings;
    findings.removeIf([&](const Finding &each) { return !rules.contains(each.ruleId) || (hosts && !hosts->contains(each.subject)); });
    return findings;
}

QStringList undecided(const QStringList &ids, const DomainAudit &audit)
{
    QStringList result;
    for (const QString &id : ids) {
        if (audit.undetermined.contains(id))
            result.append(id);
    }
    return result;
}

bool isMailServer(const QString &host, const DomainAudit &audit)
{
    return std::any_of(audit.facts.mxHosts.cbegin(), audit.facts.mxHosts.cend(), [&](const MxHost &mx) { return mx.name == host; });
}

/// What nobody asked for gives no row, and is not known to be gone.
LiveRow untested(PlanItem item, const QString &subject, const char *note)
{
    LiveRow row;
    row.item = item;
    row.subject = subject;
    row.state = LiveState::NotTested;
    row.notes = {QLatin1String(note)};
    return row;
}

/// Whether a mail server shows the keys that are to stay, at every address: while both sets of records stand, rows and rules cannot tell.
LiveRow keyRow(const QString &host, const DeploymentStep &step, const DomainAudit &audit)
{
    LiveRow row = untested(PlanItem::MxCertificate, host, "not-reached");
    QList<TlsaRecord> records;
    for (const IntendedTlsa &tlsa : step.keys) {
        if (tlsa.host == host)
            records.append(tlsa.record);
    }
    for (const MxHost &mx : audit.facts.mxHosts) {
        for (const MxProbe &probe : mx.name == host ? mx.probes : QList<MxProbe>()) {
            const DaneOutcome outcome = verifyDane(probe.tls.chain, records, {host}, audit.judgedAt).outcome;
            if (outcome == DaneOutcome::Unknown || row.state == LiveState::Differs)
                continue;
            row.state = outcome == DaneOutcome::Valid ? LiveState::Same : LiveState::Differs;
            row.notes.clear();
        }
    }
    if (row.isDifferent())
        row.reason = QStringLiteral("nobody-knows");
    return row;
}

QList<LiveRow> rowsOf(const DeploymentStep &step, const DomainAudit &audit, const QList<Publication> &published)
{
    QList<LiveRow> rows;
    if (step.kind == StepKind::SwitchKeys) {
        for (const QString &host : step.hosts)
            rows.append(keyRow(host, step, audit));
        return rows;
    }
    const QList<PlanItem> items = itemsOf(step.kind);
    const QStringList touched = touchedBy(step);
    Plan after = step.after;
    after.published = published;
    for (const LiveRow &row : compareWithLive(after, audit).rows) {
        if (items.contains(row.item) && isOwn(row, touched))
            rows.append(row);
    }
    const LiveDomain live = liveDomain(audit);
    // A name may stay, such as one of a record for all names (*): nobody is to get a policy there, announced or not.
    if (step.kind == StepKind::RemovePolicy && live.file != LiveDomain::File::None) {
        LiveRow served = untested(PlanItem::Policy, policySubject(after.domain.ascii), "not-fetched");
        if (live.file == LiveDomain::File::There) {
            served.state = LiveState::Unexpected;
            served.notes.clear();
            served.reason = QStringLiteral("nobody-knows");
        }
        rows = {served};
    }
    if (step.kind != StepKind::RemoveTlsa)
        return rows;
    for (const QString &host : step.hosts) {
        const auto isOfHost = [&](const LiveRow &row) { return row.subject == tlsaOwner(host); };
        if (live.tlsa.contains(host) || std::any_of(rows.cbegin(), rows.cend(), isOfHost))
            continue;
        rows.append(untested(PlanItem::Tlsa, tlsaOwner(host), "tlsa-not-asked"));
        rows.last().type = QStringLiteral("TLSA");
    }
    return rows;
}

/// No audit asks servers for keys and TLSA records to which no MX record leads.
bool isUnseen(const DeploymentStep &step, const DomainAudit &audit)
{
    const QList<PlanItem> items = itemsOf(step.kind);
    if (items.isEmpty())
        return true;
    if (items.contains(PlanItem::Mx) || !isAboutServers(step.kind) || !liveDomain(audit).mx)
        return false;
    return std::none_of(step.hosts.cbegin(), step.hosts.cend(), [&](const QString &host) { return isMailServer(host, audit); });
}

} // namespace

StepProgress progressOf(const DeploymentStep &step, const DomainAudit &audit, const QList<Publication> &published)
{
    StepProgress progress;
    progress.rows = rowsOf(step, audit, published);
    const bool aboutServers = isAboutServers(step.kind);
    const bool serves = step.kind == StepKind::PublishPolicy || step.kind == StepKind::PointPolicyHost;
    const DomainAudit announced = serves ? asAnnounced(audit) : audit;
    const std::optional<QStringList> hosts = aboutServers ? std::optional(step.hosts) : std::nullopt;
    progress.objections = findingsOf(step.verify, announced, hosts);
    progress.preconditions = findingsOf(step.preconditions, announced, hosts);
    const bool probed = !aboutServers ||
                        std::any_of(step.hosts.cbegin(), step.hosts.cend(), [&](const QString &host) { return isMailServer(host, audit); });
    if (probed)
        progress.undecided = undecided(step.verify, announced);
    // RFC 8461 §3.3: a file that senders do not get is not published.
    const bool useless = step.kind == StepKind::PublishPolicy &&
                         (announced.stsStatus == StsStatus::PolicyUnavailable || announced.stsStatus == StsStatus::PolicyInvalid);
    const auto any = [&](auto is) { return std::any_of(progress.rows.cbegin(), progress.rows.cend(), is); };
    if (isUnseen(step, audit))
        progress.state = StepProgress::State::Unseen;
    else if (any([](const LiveRow &row) { return row.isDifferent(); }) || !progress.objections.isEmpty() || useless)
        progress.state = StepProgress::State::Open;
    else if (any([](const LiveRow &row) { return row.state == LiveState::NotTested; }) || !progress.undecided.isEmpty())
        progress.state = StepProgress::State::NotTested;
    else
        progress.state = StepProgress::State::Done;
    return progress;
}

namespace
{

using ReadAnswer = QString (*)(const Lookup &, const QString &);

/// Null where they do not agree, nobody was asked, or an alias leads to others.
const Lookup *saidByAll(const Authorities &authorities, const Lookup ServerAnswers::*which, ReadAnswer read)
{
    const Lookup *said = nullptr;
    for (const AuthoritativeServer &server : authorities.servers) {
        for (const ServerAnswers &answers : server.answers) {
            if (serverState(answers) != ServerState::Answers)
                continue; // says nothing for or against anybody
            const QString text = read(answers.*which, authorities.zone());
            if (text.isEmpty() || (said && read(*said, authorities.zone()) != text))
                return nullptr;
            said = &(answers.*which);
        }
    }
    return said && txtRecords(*said).aliases.isEmpty() ? said : nullptr;
}

} // namespace

DomainAudit asPublished(const DomainAudit &audit)
{
    DomainFacts facts = audit.facts;
    const auto take = [&facts](Lookup &remembered, const Lookup ServerAnswers::*which, ReadAnswer read) {
        const Lookup *said = saidByAll(facts.authorities, which, read);
        if (!said || !remembered.asked() || remembered.failed()) // what resolvers refuse no sender gets
            return;
        const Security security = remembered.security;
        remembered = *said;
        remembered.security = security;
    };
    take(facts.sts, &ServerAnswers::sts, stsAnswer);
    take(facts.tlsRpt, &ServerAnswers::tlsRpt, tlsRptAnswer);
    return facts == audit.facts ? audit : judge(facts, audit.judgedAt, audit.profile);
}

namespace
{

/// Two steps that change the same thing: what the later one publishes is there instead of what the earlier one did.
bool overtakes(const DeploymentStep &later, const DeploymentStep &earlier)
{
    const QList<PlanItem> items = itemsOf(later.kind);
    const QList<PlanItem> others = itemsOf(earlier.kind);
    const bool same = std::any_of(items.cbegin(), items.cend(), [&](PlanItem item) { return others.contains(item); });
    if (!same || !isAboutServers(later.kind))
        return same;
    return std::any_of(later.hosts.cbegin(), later.hosts.cend(), [&](const QString &host) { return earlier.hosts.contains(host); });
}

} // namespace

QList<StepTime> stepTimes(const DeploymentPlan &plan, const QList<StepProgress> &progress, QList<StepTime> known, const QDateTime &seen)
{
    known.resize(plan.steps.size());
    for (qsizetype i = plan.steps.size() - 1; i >= 0; --i) {
        bool overtaken = false;
        for (qsizetype j = i + 1; j < plan.steps.size(); ++j)
            overtaken = overtaken || (known.at(j).at.isValid() && overtakes(plan.steps.at(j), plan.steps.at(i)));
        StepTime &time = known[i];
        if (overtaken || progress.at(i).state == StepProgress::State::Done) {
            time = {time.isDone() ? time.at : seen.toUTC(), false};
        } else if (progress.at(i).state == StepProgress::State::Open) {
            time.broken = time.at.isValid();
        }
    }
    return known;
}

} // namespace mta
