// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/changes.h"

#include "base/wiretext.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

Error unusable(const char *text, const QString &value = {})
{
    const QString sentence = QCoreApplication::translate("Changes", text);
    return {ErrorCode::InvalidInput, value.isEmpty() ? sentence : sentence.arg(visibleText(value, 200))};
}

bool patternCovers(const QString &pattern, const QList<IntendedMx> &mx)
{
    const MxPattern parsed = parseMxPattern(pattern.toUtf8());
    return std::any_of(mx.cbegin(), mx.cend(), [&](const IntendedMx &each) { return matches(parsed, each.host); });
}

void fitPatterns(Plan &plan)
{
    if (!plan.policy || plan.policy->mode == PolicyMode::None)
        return;
    QStringList &patterns = plan.policy->mx;
    patterns.removeIf([&](const QString &pattern) { return !patternCovers(pattern, plan.mx); });
    for (const IntendedMx &mx : std::as_const(plan.mx)) {
        const bool covered =
            std::any_of(patterns.cbegin(), patterns.cend(), [&](const QString &pattern) { return patternCovers(pattern, {mx}); });
        if (!covered)
            patterns.append(mx.host);
    }
}

Result<QStringList> hostNames(const QStringList &values)
{
    QStringList hosts;
    for (const QString &value : values) {
        const Result<DomainName> name = parseDomainName(value);
        if (!name || !isHostName(name->ascii))
            return unusable(QT_TRANSLATE_NOOP("Changes", "“%1” is no name of a mail server."), value);
        if (!hosts.contains(name->ascii))
            hosts.append(name->ascii);
    }
    if (hosts.isEmpty())
        return unusable(QT_TRANSLATE_NOOP("Changes", "Which mail servers are meant? Name at least one."));
    return hosts;
}

QList<IntendedMx>::iterator find(QList<IntendedMx> &mx, const QString &host)
{
    return std::find_if(mx.begin(), mx.end(), [&](const IntendedMx &each) { return each.host == host; });
}

Result<Plan> withServers(Plan plan, ChangeKind kind, const QStringList &values)
{
    const Result<QStringList> hosts = hostNames(values);
    if (!hosts)
        return hosts.error();
    if (kind == ChangeKind::ReplaceMx)
        plan.mx.clear();
    for (const QString &host : *hosts) {
        const auto known = find(plan.mx, host);
        if (kind == ChangeKind::RemoveMx) {
            if (known == plan.mx.end())
                return unusable(QT_TRANSLATE_NOOP("Changes", "“%1” is not among the mail servers of the plan."), host);
            plan.mx.erase(known);
        } else if (known != plan.mx.end()) {
            return unusable(QT_TRANSLATE_NOOP("Changes", "“%1” is among the mail servers already."), host);
        } else { // after those that are there
            const auto last = std::max_element(plan.mx.cbegin(), plan.mx.cend(),
                                               [](const IntendedMx &a, const IntendedMx &b) { return a.preference < b.preference; });
            const int preference = last == plan.mx.cend() ? 10 : std::min(last->preference + 10, 65535);
            plan.mx.append({static_cast<quint16>(preference), host});
        }
    }
    if (plan.mx.isEmpty())
        return unusable(QT_TRANSLATE_NOOP("Changes", "No mail server would be left. To take no mail at all, remove MTA-STS first."));
    fitPatterns(plan);
    return plan;
}

Result<Plan> withPolicyHost(Plan plan, const QStringList &values)
{
    PolicyHosting hosting;
    hosting.server = plan.hosting.server;
    for (const QString &value : values) {
        const QHostAddress address(value);
        const QString name = normalisedName(value);
        if (!address.isNull())
            hosting.addresses.append(address);
        else if (isHostName(name) && values.size() == 1)
            hosting.alias = name;
        else
            return unusable(QT_TRANSLATE_NOOP("Changes", "“%1” cannot be where the policy host leads: name its addresses, or one name."),
                            value);
    }
    if (values.isEmpty())
        return unusable(
            QT_TRANSLATE_NOOP("Changes", "Where is the policy host to lead? Name its addresses, or the name it is an alias of."));
    plan.hosting = hosting;
    return plan;
}

Result<Plan> withMaxAge(Plan plan, const QStringList &values)
{
    bool ok = false;
    const qlonglong seconds = values.size() == 1 ? values.first().toLongLong(&ok) : 0;
    if (!ok || seconds < 0 || seconds > maxPolicyAge.count()) // RFC 8461 §3.2
        return unusable(QT_TRANSLATE_NOOP("Changes", "max_age is a number of seconds from 0 to 31557600."));
    plan.policy->maxAge = std::chrono::seconds(seconds);
    return plan;
}

constexpr std::pair<ChangeKind, const char *> names[] = {
    {ChangeKind::AddMx, "add-mx"},           {ChangeKind::RemoveMx, "remove-mx"}, {ChangeKind::ReplaceMx, "replace-mx"},
    {ChangeKind::Enforce, "enforce"},        {ChangeKind::Testing, "testing"},    {ChangeKind::MaxAge, "max-age"},
    {ChangeKind::PolicyHost, "policy-host"}, {ChangeKind::Remove, "remove"},
};

} // namespace

QString changeName(ChangeKind kind)
{
    return QLatin1String(std::find_if(std::begin(names), std::end(names), [kind](const auto &each) { return each.first == kind; })->second);
}

QStringList changeNames()
{
    QStringList all;
    for (const auto &[kind, name] : names)
        all.append(QLatin1String(name));
    return all;
}

std::optional<ChangeKind> changeNamed(const QString &name)
{
    for (const auto &[kind, known] : names) {
        if (name == QLatin1String(known))
            return kind;
    }
    return std::nullopt;
}

Result<Plan> withChange(const Plan &plan, ChangeKind kind, const QStringList &values)
{
    const bool servers = kind == ChangeKind::AddMx || kind == ChangeKind::RemoveMx || kind == ChangeKind::ReplaceMx;
    if (servers)
        return withServers(plan, kind, values);
    if (!plan.policy)
        return unusable(QT_TRANSLATE_NOOP("Changes", "The plan has no policy that could be changed."));
    if (kind == ChangeKind::MaxAge)
        return withMaxAge(plan, values);
    if (kind == ChangeKind::PolicyHost)
        return withPolicyHost(plan, values);
    if (!values.isEmpty())
        return unusable(QT_TRANSLATE_NOOP("Changes", "“%1” has no meaning for this change."), values.first());
    Plan changed = plan;
    if (kind == ChangeKind::Remove) {
        changed.policy.reset();
        changed.id.clear();
        changed.hosting.alias.clear(); // nobody is led there any more; who served it is remembered
        changed.hosting.addresses.clear();
    } else {
        changed.policy->mode = kind == ChangeKind::Enforce ? PolicyMode::Enforce : PolicyMode::Testing;
        fitPatterns(changed);
    }
    return changed;
}

PolicyTerms policyToReturnTo(const Plan &plan)
{
    if (plan.policy)
        return *plan.policy;
    const auto protects = [](const Publication &publication) { return publication.policy.mode != PolicyMode::None; };
    const auto last = std::find_if(plan.published.crbegin(), plan.published.crend(), protects);
    Plan again = plan;
    again.policy = last == plan.published.crend() ? PolicyTerms() : last->policy;
    fitPatterns(again);
    return *again.policy;
}

} // namespace mta
