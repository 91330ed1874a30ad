// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/recentdomains.h"

#include "base/domainname.h"
#include "base/wiretext.h"
#include "ui/icons.h"
#include "ui/words.h"
#include <QSettings>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr DomainVerdict allVerdicts[] = {DomainVerdict::Protected, DomainVerdict::Testing,      DomainVerdict::Unprotected,
                                         DomainVerdict::AtRisk,    DomainVerdict::Undetermined, DomainVerdict::NotApplicable};

DomainVerdict verdictOf(const QString &name)
{
    for (DomainVerdict verdict : allVerdicts) {
        if (domainVerdictName(verdict) == name)
            return verdict;
    }
    return DomainVerdict::Undetermined;
}
} // namespace

RecentDomains::RecentDomains(QSettings &settings, QObject *parent) : QAbstractListModel(parent), m_settings(settings)
{
    const int size = qMin(settings.beginReadArray("recent"_L1), most);
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        // The file may have been edited: only names that still are names come back.
        const Result<DomainName> domain = parseDomainName(settings.value("domain"_L1).toString());
        if (domain)
            m_entries.append({domain->ascii, verdictOf(settings.value("verdict"_L1).toString()), settings.value("at"_L1).toDateTime()});
    }
    settings.endArray();
}

void RecentDomains::remember(const DomainAudit &audit)
{
    beginResetModel();
    const QString &domain = audit.facts.domain.ascii;
    m_entries.removeIf([&domain](const Entry &entry) { return entry.domain == domain; });
    m_entries.prepend({domain, audit.verdict, audit.facts.observedAt});
    if (m_entries.size() > most)
        m_entries.resize(most);
    endResetModel();
    save();
}

void RecentDomains::forget(const QString &domain)
{
    beginResetModel();
    m_entries.removeIf([&domain](const Entry &entry) { return entry.domain == domain; });
    endResetModel();
    save();
}

void RecentDomains::forgetAll()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
    save();
}

QStringList RecentDomains::domains() const
{
    QStringList result;
    for (const Entry &entry : m_entries)
        result.append(toUnicodeName(entry.domain));
    return result;
}

void RecentDomains::save()
{
    m_settings.remove("recent"_L1);
    m_settings.beginWriteArray("recent"_L1, static_cast<int>(m_entries.size()));
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        m_settings.setArrayIndex(static_cast<int>(i));
        m_settings.setValue("domain"_L1, m_entries[i].domain);
        m_settings.setValue("verdict"_L1, domainVerdictName(m_entries[i].verdict));
        m_settings.setValue("at"_L1, m_entries[i].at);
    }
    m_settings.endArray();
}

int RecentDomains::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant RecentDomains::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[index.row()];
    const QString name = visibleText(toUnicodeName(entry.domain));
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::DecorationRole:
        return stateIcon(verdictState(entry.verdict));
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "domain, verdict").arg(name, verdictText(entry.verdict));
    case Qt::ToolTipRole:
        return plainToolTip(tr("%1: %2, %3", "domain: verdict, time")
                                .arg(name, verdictText(entry.verdict), momentWords(entry.at, QDateTime::currentDateTime())));
    case DomainRole:
        return entry.domain;
    default:
        return {};
    }
}

} // namespace mta
