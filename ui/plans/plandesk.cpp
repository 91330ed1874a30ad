// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/plans/plandesk.h"

#include "store/plans.h"
#include <QDir>
#include <QSettings>
#include <QTimer>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Of the settings: what was left in the wizard of a domain (A-labels, which hold no slash).
QString notesKey(const QString &domain)
{
    return u"wizard/"_s + domain;
}

} // namespace

PlanDesk::PlanDesk(QSettings &settings, const QString &recoveryFolder, QObject *parent)
    : QObject(parent), m_settings(settings), m_recovery(recoveryFolder), m_keeps(!recoveryFolder.isEmpty()), m_keepSoon(new QTimer(this))
{
    m_keepSoon->setSingleShot(true);
    m_keepSoon->setInterval(300);
    connect(m_keepSoon, &QTimer::timeout, this, &PlanDesk::keepAll);
    for (const QString &path : settings.value("plans/open"_L1).toStringList())
        open(path); // a file that is gone is not opened; there is nothing to tell before there is a window
    for (const RecoverablePlan &state : m_keeps ? m_recovery.all() : QList<RecoverablePlan>()) {
        if (find(state.plan.domain.ascii) != 0 || (!state.path.isEmpty() && open(state.path)))
            continue;
        add(state.plan);
        keepAll();
        if (!state.path.isEmpty()) // its file is gone, or cannot be read: what was not saved is a plan without a file now
            m_recovery.discard(state.path, state.plan.domain);
    }
}

PlanDesk::~PlanDesk()
{
    keepAll();
}

const OpenPlan *PlanDesk::item(int id) const
{
    const auto found = m_items.constFind(id);
    return found == m_items.cend() ? nullptr : &*found;
}

int PlanDesk::find(const QString &domain) const
{
    const QList<int> all = of(domain);
    return all.isEmpty() ? 0 : all.first();
}

QList<int> PlanDesk::of(const QString &domain) const
{
    QList<int> all;
    for (const int id : m_order) {
        if (m_items[id].plan().domain.ascii == domain)
            all.append(id);
    }
    return all;
}

int PlanDesk::insert(OpenPlan item)
{
    item.id = m_nextId++;
    item.notes = keptNotes(item.plan().domain.ascii);
    m_order.append(item.id);
    m_items.insert(item.id, item);
    emit listChanged();
    return item.id;
}

int PlanDesk::add(const Plan &plan)
{
    if (const int known = find(plan.domain.ascii))
        return known;
    OpenPlan item;
    item.history = PlanHistory(plan);
    const int id = insert(item);
    touched(id);
    return id;
}

Result<int> PlanDesk::open(const QString &path)
{
    const QString whole = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    for (int id : std::as_const(m_order)) {
        if (m_items[id].path == whole)
            return id;
    }
    Result<PlanFile> file = loadPlan(whole);
    if (!file)
        return file.error();
    OpenPlan item;
    item.history = PlanHistory(file->plan);
    item.history.saved();
    item.path = whole;
    item.fingerprint = file->fingerprint;
    if (const std::optional<RecoverablePlan> kept = m_keeps ? m_recovery.recoverable(whole) : std::nullopt) {
        item.history.change(kept->plan);
        item.fingerprint = kept->fingerprint;
    }
    const int id = insert(item);
    rememberFiles();
    return id;
}

void PlanDesk::change(int id, const Plan &plan, const QString &name)
{
    const auto found = m_items.find(id);
    if (found == m_items.end() || found->plan() == plan)
        return;
    found->history.change(plan, name);
    touched(id);
}

void PlanDesk::undo(int id)
{
    if (const auto found = m_items.find(id); found != m_items.end() && found->history.canUndo()) {
        found->history.undo();
        touched(id);
    }
}

void PlanDesk::redo(int id)
{
    if (const auto found = m_items.find(id); found != m_items.end() && found->history.canRedo()) {
        found->history.redo();
        touched(id);
    }
}

void PlanDesk::learn(int id, const std::function<Plan(const Plan &)> &know)
{
    if (const auto found = m_items.find(id); found != m_items.end() && found->history.learn(know))
        touched(id);
}

void PlanDesk::note(int id, const std::function<void(WizardNotes &)> &change)
{
    const auto found = m_items.find(id);
    if (found == m_items.end())
        return;
    const WizardNotes before = found->notes;
    change(found->notes);
    if (found->notes != before)
        keepNotes(*found);
}

void PlanDesk::touched(int id)
{
    m_toKeep.insert(id);
    m_keepSoon->start();
    emit changed(id);
}

void PlanDesk::keepAll()
{
    m_keepSoon->stop();
    for (int id : std::as_const(m_toKeep)) {
        const OpenPlan *open = item(id);
        if (!open || !m_keeps)
            continue;
        if (!open->history.changed()) {
            m_recovery.discard(open->path, open->plan().domain);
            continue;
        }
        const Result<bool> kept = m_recovery.keep({open->plan(), open->path, open->fingerprint, QDateTime::currentDateTimeUtc()});
        if (!kept && kept.error().text != m_trouble)
            emit notKept(kept.error().text); // once, not with every letter
        m_trouble = kept ? QString() : kept.error().text;
    }
    m_toKeep.clear();
}

Result<bool> PlanDesk::save(int id, const QString &path)
{
    const auto found = m_items.find(id);
    if (found == m_items.end())
        return false;
    const QString target = path.isEmpty() ? found->path : QDir::cleanPath(QDir::current().absoluteFilePath(path));
    QByteArray expected = found->fingerprint;
    if (target != found->path) {
        // The dialog has asked whether the file there may go.
        const Result<PlanFile> there = loadPlan(target);
        expected = there ? there->fingerprint : QByteArray();
    }
    Result<QByteArray> fingerprint = savePlan(target, found->plan(), expected);
    if (!fingerprint)
        return fingerprint.error();
    if (m_keeps)
        m_recovery.discard(found->path, found->plan().domain);
    found->path = target;
    found->fingerprint = *fingerprint;
    found->history.saved();
    rememberFiles();
    touched(id);
    emit listChanged();
    return true;
}

void PlanDesk::close(int id)
{
    const OpenPlan *open = item(id);
    if (!open)
        return;
    if (m_keeps)
        m_recovery.discard(open->path, open->plan().domain);
    m_settings.remove(notesKey(open->plan().domain.ascii));
    m_items.remove(id);
    m_order.removeAll(id);
    m_toKeep.remove(id);
    rememberFiles();
    emit listChanged();
}

void PlanDesk::keepNotes(const OpenPlan &open)
{
    QVariantMap unusable;
    for (auto text = open.notes.unusable.cbegin(); text != open.notes.unusable.cend(); ++text) {
        if (text->size() <= maxUnusableText)
            unusable.insert(text.key(), *text);
    }
    qsizetype octets = 0;
    for (const QVariant &part : open.notes.way)
        octets += part.toByteArray().size();
    m_settings.setValue(notesKey(open.plan().domain.ascii), QVariantMap{{u"page"_s, open.notes.page},
                                                                        {u"unusable"_s, unusable},
                                                                        {u"way"_s, octets <= maxKeptWay ? open.notes.way : QVariantMap()}});
}

WizardNotes PlanDesk::keptNotes(const QString &domain) const
{
    const QVariantMap kept = m_settings.value(notesKey(domain)).toMap();
    WizardNotes notes;
    notes.page = kept.value(u"page"_s).toInt();
    const QVariantMap unusable = kept.value(u"unusable"_s).toMap();
    for (auto text = unusable.cbegin(); text != unusable.cend(); ++text)
        notes.unusable.insert(text.key(), text->toString());
    notes.way = kept.value(u"way"_s).toMap();
    return notes;
}

void PlanDesk::rememberFiles()
{
    QStringList paths;
    for (int id : std::as_const(m_order)) {
        if (!m_items[id].path.isEmpty())
            paths.append(m_items[id].path);
    }
    m_settings.setValue("plans/open"_L1, paths);
}

} // namespace mta
