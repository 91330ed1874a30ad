// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/refusal.h"

#include "audit/checks.h"
#include "base/placeholders.h"
#include "base/wiretext.h"
#include "deploy/steptexts.h"
#include <QCoreApplication>

namespace mta
{
namespace
{

const QString unknown = QStringLiteral("unknown");

QString words(const char *text, const Values &values = {})
{
    Values visible;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        visible.insert(value.key(), visibleText(value.value(), 1000));
    return fillPlaceholders(QCoreApplication::translate("Publish", text), visible);
}

QString leavingText()
{
    return words(QT_TRANSLATE_NOOP("Publish", "The record would go while senders may still hold a policy of this domain: they would act on "
                                              "it, and nobody could tell them otherwise. First publish mode none under a new id and wait "
                                              "until every policy has run out (RFC 8461 §8.3): mta-sts plan steps FILE --for remove says "
                                              "how, and until when; so does the page “Publish and check” of the window."));
}

QString anotherStepText(const Hindrance &hindrance, bool leaves)
{
    const DeploymentStep &step = hindrance.step;
    if (step.kind == StepKind::PointPolicyHost)
        return words(QT_TRANSLATE_NOOP("Publish",
                                       "Some senders would be led to the former policy host for a while, and take the policy there for the "
                                       "new one. First let mta-sts.{domain} lead to the new one alone, with policy and record as they are "
                                       "now; publish the rest {span} later, when nobody remembers the former one."),
                     {{QStringLiteral("domain"), step.after.domain.unicode},
                      {QStringLiteral("span"), spanText(hindrance.waits.last().from, hindrance.waits.last().until())}});
    if (leaves || !step.after.policy)
        return leavingText();
    const PolicyTerms &policy = *step.after.policy;
    return words(QT_TRANSLATE_NOOP("Publish", "If this were published at once, some senders could refuse mail. First publish a policy with "
                                              "mode {mode}, max_age {maxAge} and mx {mx}, under an id of its own; mta-sts plan steps FILE "
                                              "says what comes after it, and not before when."),
                 {{QStringLiteral("mode"), policyModeName(policy.mode)},
                  {QStringLiteral("maxAge"), QString::number(policy.maxAge.count())},
                  {QStringLiteral("mx"), policy.mx.join(QStringLiteral(", "))}});
}

/// Not every wait is for what is known to have been.
QString whyToWait(const StepWait &wait)
{
    if (wait.reason != WaitReason::CachedMx)
        return waitText(wait);
    return words(QT_TRANSLATE_NOOP("Publish", "The mail servers have been seen as they are since {from} only: until {until} resolvers may "
                                              "remember other MX records."),
                 {{QStringLiteral("from"), dateText(wait.from)}, {QStringLiteral("until"), dateText(wait.until())}});
}

QString tooEarlyText(const Hindrance &hindrance, bool leaves)
{
    QStringList sentences{leaves ? leavingText()
                                 : words(QT_TRANSLATE_NOOP("Publish", "If this were published now, some senders could refuse mail."))};
    for (const StepWait &wait : hindrance.waits)
        sentences.append(whyToWait(wait));
    sentences.append(words(QT_TRANSLATE_NOOP("Publish", "Publish it from {until} on, and leave what is there until then."),
                           {{QStringLiteral("until"), dateText(hindrance.until())}}));
    return sentences.join(u' ');
}

QString impossibleText(const PlanProblem &problem)
{
    if (problem.kind != PlanProblem::Kind::HostsNotCovered)
        return planProblemText(problem);
    return words(QT_TRANSLATE_NOOP("Publish", "Mail goes to {hosts} today, and no pattern of the policy covers that: in mode enforce no "
                                              "sender would deliver there (RFC 8461 §4.1). Add a pattern to the plan, or first take the MX "
                                              "records of these mail servers away."),
                 {{QStringLiteral("hosts"), problem.hosts.join(QStringLiteral(", "))}});
}

QString textOf(const Hindrance &hindrance, bool leaves)
{
    switch (hindrance.kind) {
    case Hindrance::Kind::OldId:
        return words(QT_TRANSLATE_NOOP("Publish",
                                       "The policy changes and the id of the record does not, so senders that know the old policy "
                                       "would keep it (RFC 8461 §3.1). Give the plan a new id first."));
    case Hindrance::Kind::Impossible:
        return impossibleText(hindrance.problems.first());
    case Hindrance::Kind::AnotherStep:
        return anotherStepText(hindrance, leaves);
    case Hindrance::Kind::TooEarly:
        return tooEarlyText(hindrance, leaves);
    case Hindrance::Kind::NewKeys:
        return words(QT_TRANSLATE_NOOP("Publish", "Senders have met no TLSA records of {hosts} yet. Those that go by DANE would from now "
                                                  "on refuse these mail servers, unless every address shows a key that the records match "
                                                  "(RFC 7672 §2.2). When you have seen that it does, say so, and they are published."),
                     {{QStringLiteral("hosts"), hindrance.step.hosts.join(QStringLiteral(", "))}});
    case Hindrance::Kind::FormerKeys:
        return words(QT_TRANSLATE_NOOP("Publish",
                                       "TLSA records of {hosts} would go while these mail servers may still show the keys that they match: "
                                       "senders that go by DANE would refuse them. Publish the new records beside the former ones, wait "
                                       "twice their TTL, and switch the keys (RFC 7671 §8.1). When every address of these mail servers "
                                       "shows its new key, say so, and the former records go."),
                     {{QStringLiteral("hosts"), hindrance.step.hosts.join(QStringLiteral(", "))}});
    }
    return {};
}

/// What the plan does not know may forbid it.
Refusal refusalOfUnknownPolicy(const Transition &way)
{
    if (!way.then.policy)
        return {leavingText(), hindranceName(Hindrance::Kind::AnotherStep)};
    if (way.isAlias)
        return {words(QT_TRANSLATE_NOOP("Publish",
                                        "_mta-sts.{domain} is an alias, so somebody else says which policy senders hold, and nobody can "
                                        "say here whether mode enforce is safe. Publish mode testing first."),
                      {{QStringLiteral("domain"), way.live.domain.unicode}}),
                unknown};
    return {words(QT_TRANSLATE_NOOP("Publish",
                                    "A record stands, and the plan's history does not say which policy it announces, so nobody can say "
                                    "what senders hold. Name the place of the policy file, too, or publish mode testing first.")),
            unknown};
}

} // namespace

Refusal refusalOf(const Transition &way, const std::optional<SeenMailServers> &mailServers, const PublishManner &manner,
                  const QDateTime &now, PlanningTimes times)
{
    if (manner.mxUnchanged)
        times.mxSince = now.addSecs(-times.mxTtl.count());
    const bool enforces = way.then.policy && way.then.policy->mode == PolicyMode::Enforce;
    const bool changes = way.then.id != way.live.id || way.then.policy != way.live.policy;
    const bool leaves = !way.then.policy && (way.live.policy || !way.live.id.isEmpty());
    if (!way.policyKnown && changes && (enforces || leaves) && !manner.takesBack)
        return refusalOfUnknownPolicy(way);
    const std::optional<Hindrance> hindrance = hindranceOf(way.live, way.then, {manner.takesBack, manner.newKeysInUse}, now, times);
    const bool oldId = hindrance && hindrance->kind == Hindrance::Kind::OldId;
    if (!mailServers && enforces && changes && !oldId)
        return {words(QT_TRANSLATE_NOOP("Publish",
                                        "Where mail of {domain} goes today could not be found out, so nobody can say whether the policy "
                                        "covers it. Try again when the DNS answers."),
                      {{QStringLiteral("domain"), way.live.domain.unicode}}),
                unknown};
    if (!hindrance)
        return {};
    return {textOf(*hindrance, leaves), hindranceName(hindrance->kind), hindrance->until(),
            hindrance->kind == Hindrance::Kind::TooEarly &&
                std::all_of(hindrance->waits.cbegin(), hindrance->waits.cend(),
                            [](const StepWait &wait) { return wait.reason == WaitReason::CachedMx && wait.step < 0; })};
}

} // namespace mta
