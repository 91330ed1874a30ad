// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/desk.h"

#include "audit/judge.h"

namespace mta
{

namespace
{
QString keyOf(const QString &domain, Origin origin)
{
    return QString::number(static_cast<int>(origin)) + u' ' + domain;
}
} // namespace

Desk::Desk(const Environment &environment, QObject *parent)
    : QObject(parent), m_source(std::make_shared<NetworkSource>(environment)), m_historyFolder(environment.historyFolder)
{
}

Desk::~Desk()
{
    // Ask all of them to stop before waiting for the first.
    for (AuditRunner *runner : std::as_const(m_runs))
        runner->cancel();
    qDeleteAll(m_runs);
}

const DeskItem *Desk::item(int id) const
{
    const auto found = m_items.constFind(id);
    return found == m_items.cend() ? nullptr : &*found;
}

const DeskItem *Desk::latest(const DomainName &domain) const
{
    const DeskItem *best = nullptr;
    for (const DeskItem &each : m_items) {
        if (each.domain.ascii != domain.ascii || !each.audit)
            continue;
        const bool running = each.stage == DeskItem::Stage::Running;
        if (!best || running || each.audit->facts.observedAt > best->audit->facts.observedAt)
            best = &each;
    }
    return best;
}

int Desk::place(const DomainName &domain, Origin origin, const QString &input)
{
    const QString key = keyOf(domain.ascii.isEmpty() ? input : domain.ascii, origin);
    int id = m_byKey.value(key, 0);
    if (id == 0) {
        id = m_nextId++;
        m_byKey.insert(key, id);
        m_order.append(id);
        DeskItem item;
        item.id = id;
        item.input = input;
        item.domain = domain;
        item.origin = origin;
        m_items.insert(id, item);
    }
    return id;
}

QList<int> Desk::audit(const QList<DomainName> &domains, Origin origin, const Preferences &preferences)
{
    QList<int> ids;
    // The domains of the practice world are no one's, and its policies change at every start.
    const bool remember = origin == Origin::Live && preferences.keepHistory;
    AuditJob job{{}, origin, preferences, remember ? m_historyFolder : QString()};
    QList<int> placed;
    for (const DomainName &domain : domains) {
        const int id = place(domain, origin, domain.unicode);
        placed.append(id);
        DeskItem &item = m_items[id];
        const bool atWork = item.stage == DeskItem::Stage::Running && item.audit;
        if (atWork)
            continue;
        if (item.stage == DeskItem::Stage::Done)
            item.previous = item.audit;
        item.stage = DeskItem::Stage::Running;
        item.error.clear();
        item.audit = DomainAudit();
        item.audit->facts.domain = domain;
        ids.append(id);
        job.domains.append(domain);
    }
    emit itemsAdded();
    if (ids.isEmpty())
        return placed;
    auto *runner = new AuditRunner(m_source, job, this);
    m_runs.append(runner);
    m_total += static_cast<int>(ids.size());
    connect(runner, &AuditRunner::news, this, [this, ids](const QList<AuditNews> &news) {
        for (const AuditNews &each : news)
            take(ids, each);
        emit runningChanged();
    });
    connect(runner, &AuditRunner::finished, this, [this, runner, ids](const QString &error) { finish(runner, ids, error); });
    runner->start();
    for (int id : std::as_const(ids))
        emit itemChanged(id);
    emit runningChanged();
    return placed;
}

void Desk::take(const QList<int> &ids, const AuditNews &news)
{
    const int id = ids.value(news.index);
    const auto found = m_items.find(id);
    if (found == m_items.end() || found->stage != DeskItem::Stage::Running)
        return;
    found->audit = news.audit;
    if (!news.complete) {
        emit itemChanged(id);
        return;
    }
    ++m_done;
    found->stage = news.audit.facts.cancelled ? DeskItem::Stage::Cancelled : DeskItem::Stage::Done;
    if (found->stage == DeskItem::Stage::Cancelled && found->previous) {
        // A stopped repetition must not take away what was known before.
        found->audit = found->previous;
        found->stage = DeskItem::Stage::Done;
    } else if (found->previous)
        addOther({*found->previous, found->origin});
    found->previous.reset();
    emit itemChanged(id);
    emit itemCompleted(id);
}

void Desk::finish(AuditRunner *runner, const QList<int> &ids, const QString &error)
{
    for (int id : ids) {
        const auto found = m_items.find(id);
        if (found == m_items.end() || found->stage != DeskItem::Stage::Running)
            continue;
        ++m_done;
        if (found->previous) {
            found->audit = found->previous;
            found->previous.reset();
            found->stage = DeskItem::Stage::Done;
            found->error = error;
        } else {
            found->stage = error.isEmpty() ? DeskItem::Stage::Cancelled : DeskItem::Stage::Failed;
            found->error = error;
        }
        emit itemChanged(id);
        emit itemCompleted(id);
    }
    m_runs.removeOne(runner);
    runner->deleteLater();
    if (m_runs.isEmpty())
        m_total = m_done = 0;
    emit runningChanged();
}

void Desk::addUnusable(const DomainInput::Unusable &line)
{
    const int id = place({}, Origin::Live, line.text);
    m_items[id].stage = DeskItem::Stage::Failed;
    m_items[id].error = line.reason;
    emit itemsAdded();
}

QList<int> Desk::addOpened(const QList<DomainAudit> &audits)
{
    QList<int> ids;
    for (const DomainAudit &audit : audits) {
        const int id = place(audit.facts.domain, Origin::File, audit.facts.domain.unicode);
        DeskItem &item = m_items[id];
        const bool earlier = ids.contains(id) && audit.facts.observedAt < item.audit->facts.observedAt;
        if (!ids.contains(id))
            ids.append(id);
        if (earlier) {
            addOther({audit, Origin::File});
            continue;
        }
        if (item.audit && item.audit->facts != audit.facts)
            addOther({*item.audit, Origin::File});
        item.audit = audit;
        item.stage = audit.facts.cancelled ? DeskItem::Stage::Cancelled : DeskItem::Stage::Done;
    }
    for (int id : std::as_const(ids))
        emit itemChanged(id);
    emit itemsAdded();
    return ids;
}

void Desk::addOther(const OtherAudit &other)
{
    m_former.removeIf([&other](const OtherAudit &each) {
        return each.origin == other.origin && each.file == other.file && each.audit.facts == other.audit.facts;
    });
    m_former.prepend(other);
    if (m_former.size() > maxFormerAudits)
        m_former.removeLast();
}

QList<OtherAudit> Desk::others(int id) const
{
    const DeskItem *shown = item(id);
    QList<OtherAudit> result;
    if (!shown || shown->domain.ascii.isEmpty())
        return result;
    for (const OtherAudit &former : m_former) {
        if (former.audit.facts.domain == shown->domain)
            result.append(former);
    }
    for (const Origin origin : {Origin::Live, Origin::Practice, Origin::File}) {
        const DeskItem *other = item(m_byKey.value(keyOf(shown->domain.ascii, origin), id));
        if (other && other->id != id && other->audit && other->stage != DeskItem::Stage::Running)
            result.append({*other->audit, origin});
    }
    return result;
}

void Desk::cancelAll()
{
    for (AuditRunner *runner : std::as_const(m_runs))
        runner->cancel();
}

void Desk::clear()
{
    cancelAll();
    m_items.clear();
    m_order.clear();
    m_byKey.clear();
    m_former.clear();
    emit itemsAdded();
}

QList<DomainAudit> Desk::audits() const
{
    QList<DomainAudit> result;
    for (int id : m_order) {
        const DeskItem &item = m_items[id];
        if (item.audit && item.stage != DeskItem::Stage::Running)
            result.append(*item.audit);
    }
    return result;
}

void Desk::judgeAgain(DomainAudit &audit, Origin origin, std::optional<int> expiryDays) const
{
    Profile profile = audit.profile;
    if (expiryDays && origin != Origin::File) // saved audits are judged as they were saved
        profile.expiryDays = expiryDays;
    audit = judge(audit.facts, audit.judgedAt, profile);
}

void Desk::judgeAgain(std::optional<int> expiryDays)
{
    for (OtherAudit &other : m_former)
        judgeAgain(other.audit, other.origin, expiryDays);
    for (DeskItem &item : m_items) {
        if (!item.audit || item.stage == DeskItem::Stage::Running)
            continue;
        judgeAgain(*item.audit, item.origin, expiryDays);
        if (expiryDays)
            emit itemChanged(item.id);
    }
}

} // namespace mta
