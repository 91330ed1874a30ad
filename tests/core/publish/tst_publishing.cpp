// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/publishing.h"

#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
constexpr auto maxAge = 86400s;

PolicyTerms terms(PolicyMode mode)
{
    return {mode, maxAge, {QStringLiteral("mx.example.com")}, {}};
}

/// A policy that stood until so long ago; without, it stands.
Publication publication(PolicyMode mode, std::optional<std::chrono::seconds> ended)
{
    return {now.addDays(-100), ended ? now.addSecs(-ended->count()) : QDateTime(), "1", terms(mode)};
}

PublishDraft withoutRecord()
{
    const ExactRecord record =
        *exactRecord({QStringLiteral("_mta-sts.example.com"), 3600s, RecordType::Txt, QByteArray("v=STSv1; id=1;"), 0});
    PublishDraft draft;
    draft.announcement = {{{record.owner, RecordType::Txt, {record}}}, {record}, {}};
    return draft;
}

} // namespace

class PublishingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavingWaitsForEveryPolicy_data()
    {
        QTest::addColumn<QList<Publication>>("published");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char *name, const QList<Publication> &published, bool refused) {
            QTest::newRow(name) << published << refused;
        };
        row("nobody knows what was published", {}, true);
        row("a policy in enforce stands", {publication(PolicyMode::Enforce, {})}, true);
        row("one in testing stands", {publication(PolicyMode::Testing, {})}, true);
        row("mode none stands, and nothing was before it", {publication(PolicyMode::None, {})}, false);
        row("mode none stands, and enforce has a second to go",
            {publication(PolicyMode::Enforce, maxAge - 1s), publication(PolicyMode::None, {})}, true);
        row("mode none stands, and enforce has just run out", {publication(PolicyMode::Enforce, maxAge), publication(PolicyMode::None, {})},
            false);
        row("an older one runs longer than the last",
            {publication(PolicyMode::Enforce, maxAge - 1s), publication(PolicyMode::Testing, 10 * maxAge)}, true);
    }
    void leavingWaitsForEveryPolicy()
    {
        QFETCH(QList<Publication>, published);
        Plan plan;
        plan.published = published;
        QTEST(!refusal(plan, withoutRecord(), {}, now).isEmpty(), "refused");
    }

    void whatDoesNotLeaveIsNotHeldUp()
    {
        Plan plan;
        QVERIFY(refusal(plan, {}, {}, now).isEmpty()); // no record was there
        plan.policy = terms(PolicyMode::Enforce);
        plan.id = "2";
        QVERIFY(refusal(plan, withoutRecord(), {}, now).isEmpty());
    }

    void anIdThatStoodForAnotherPolicyIsRefused()
    {
        Plan plan;
        plan.policy = terms(PolicyMode::Enforce);
        plan.published = {publication(PolicyMode::Testing, 10 * maxAge)};
        plan.id = "1";
        QVERIFY(!refusal(plan, {}, {}, now).isEmpty());
        plan.id = "2";
        QVERIFY(refusal(plan, {}, {}, now).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PublishingTest)
#include "tst_publishing.moc"
