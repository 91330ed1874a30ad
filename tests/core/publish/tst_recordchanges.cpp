// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/recordchanges.h"

#include "publish/updatemessage.h"

#include <QTest>
#include <ldns/ldns.h>

using namespace mta;

namespace
{

constexpr auto announcement = "_mta-sts.example.com";
constexpr auto policyHost = "mta-sts.example.com";
constexpr auto reportOwner = "_smtp._tls.example.com";

ExactRecord record(const char *owner, RecordType type, const QByteArray &value, int ttl = 3600)
{
    return *exactRecord({QLatin1String(owner), std::chrono::seconds(ttl), type, value, 0});
}

ExactRecord txt(const QByteArray &value, int ttl = 3600)
{
    return record(announcement, RecordType::Txt, value, ttl);
}

Plan plan()
{
    Plan result;
    result.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    result.policy = PolicyTerms{PolicyMode::Testing, std::chrono::seconds(86400), {QStringLiteral("mx.example.com")}, {}};
    result.id = "2";
    return result;
}

/// The sets that are asked for, with these records in them.
QList<ExactSet> zoneWith(const Plan &plan, const QList<ExactRecord> &records)
{
    QList<ExactSet> sets;
    for (const Question &question : questionsFor(plan, QStringLiteral("example.com"))) {
        ExactSet set{question.name, question.type, {}};
        for (const ExactRecord &record : records) {
            if (record.owner == set.owner && record.type == set.type)
                set.records.append(record);
        }
        sets.append(set);
    }
    return sets;
}

} // namespace

Q_DECLARE_METATYPE(mta::Plan)

class RecordChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesLeadFromWhatIsToWhatIsMeantToBe_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<QList<ExactRecord>>("live");
        QTest::addColumn<QList<ExactRecord>>("remove");
        QTest::addColumn<QList<ExactRecord>>("add");
        using List = QList<ExactRecord>;
        const ExactRecord wanted = txt("v=STSv1; id=2;");
        const ExactRecord alias = record(policyHost, RecordType::Cname, "provider.example");
        const ExactRecord address = record(policyHost, RecordType::A, "192.0.2.1");
        Plan aliased = plan();
        aliased.hosting.alias = QStringLiteral("provider.example");
        Plan addressed = plan();
        addressed.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.1")), QHostAddress(QStringLiteral("2001:db8::1"))};
        Plan reporting = plan();
        reporting.reports = {"mailto:tls@example.com"};
        Plan removed = plan();
        removed.policy.reset();
        removed.id.clear();

        Plan left = plan();
        left.policy.reset();
        left.id.clear();
        Plan bare = left;
        left.published = {{QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC), {}, "2", *plan().policy}};
        Plan hosted = left;
        hosted.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.1"))};
        QTest::newRow("whoever leaves takes record and policy host away")
            << left << List{wanted, address} << List{wanted, address} << List{};
        QTest::newRow("and the alias of a policy host") << left << List{alias} << List{alias} << List{};
        QTest::newRow("a policy host that the plan has stays") << hosted << List{wanted, address} << List{wanted} << List{};
        QTest::newRow("where there never was a policy the name may be of something else") << bare << List{address} << List{} << List{};
        QTest::newRow("nothing is there") << plan() << List{} << List{} << List{wanted};
        QTest::newRow("all is there") << plan() << List{wanted} << List{} << List{};
        QTest::newRow("another id") << plan() << List{txt("v=STSv1; id=1;")} << List{txt("v=STSv1; id=1;")} << List{wanted};
        QTest::newRow("another TTL") << plan() << List{txt("v=STSv1; id=2;", 300)} << List{txt("v=STSv1; id=2;", 300)} << List{wanted};
        QTest::newRow("two records") << plan() << List{wanted, txt("v=STSv1; id=1;")} << List{txt("v=STSv1; id=1;")} << List{};
        QTest::newRow("a misspelt one") << plan() << List{txt("v=STS1; id=1")} << List{txt("v=STS1; id=1")} << List{wanted};
        QTest::newRow("text of another purpose stays") << plan() << List{txt("proof-of-ownership=7")} << List{} << List{wanted};
        const ExactRecord announcedElsewhere = record(announcement, RecordType::Cname, "record.provider.example");
        QTest::newRow("an alias in the place of the record")
            << plan() << List{announcedElsewhere} << List{announcedElsewhere} << List{wanted};
        QTest::newRow("an alias is meant to be") << aliased << List{wanted} << List{} << List{alias};
        QTest::newRow("an alias in place of an address") << aliased << List{wanted, address} << List{address} << List{alias};
        QTest::newRow("the alias has capitals")
            << aliased << List{wanted, record(policyHost, RecordType::Cname, "PROVIDER.example")} << List{} << List{};
        QTest::newRow("addresses in place of an alias")
            << addressed << List{wanted, alias} << List{alias} << List{address, record(policyHost, RecordType::Aaaa, "2001:db8::1")};
        QTest::newRow("the plan says nothing of addresses") << plan() << List{wanted, address} << List{} << List{};
        QTest::newRow("reports are meant to be asked for")
            << reporting << List{wanted} << List{} << List{record(reportOwner, RecordType::Txt, "v=TLSRPTv1; rua=mailto:tls@example.com")};
        const ExactRecord reports = record(reportOwner, RecordType::Txt, "v=TLSRPTv1; rua=mailto:old@example.com");
        QTest::newRow("reports are no longer asked for") << plan() << List{wanted, reports} << List{reports} << List{};
        QTest::newRow("no policy is meant to be: the record goes, the host stays")
            << removed << List{wanted, address} << List{wanted} << List{};
    }
    void changesLeadFromWhatIsToWhatIsMeantToBe()
    {
        QFETCH(Plan, plan);
        QFETCH(QList<ExactRecord>, live);
        const QList<ExactSet> sets = zoneWith(plan, live);
        const RecordChanges changes = changesTowards(plan, QStringLiteral("example.com"), sets);
        const auto texts = [](const QList<ExactRecord> &records) {
            QStringList lines;
            for (const ExactRecord &entry : records)
                lines.append(recordText(entry));
            lines.sort();
            return lines;
        };
        QFETCH(QList<ExactRecord>, remove);
        QFETCH(QList<ExactRecord>, add);
        QCOMPARE(texts(changes.remove), texts(remove));
        QCOMPARE(texts(changes.add), texts(add));
        const bool onlyTtl = std::all_of(remove.cbegin(), remove.cend(), [&](const ExactRecord &gone) {
            return std::any_of(add.cbegin(), add.cend(), [&](const ExactRecord &come) { return come.sameData(gone); });
        });
        QCOMPARE(isDone(changes, sets), onlyTtl && remove.size() == add.size());
        // There and back again.
        const RecordChanges back = inverse(changes);
        QVERIFY(isDone(changes, resultOf(changes)));
        QVERIFY(isDone(back, changes.seen));
        QVERIFY(changesTowards(plan, QStringLiteral("example.com"),
                               zoneWith(plan,
                                        [&] {
                                            QList<ExactRecord> after;
                                            for (const ExactRecord &entry : live) {
                                                if (!changes.remove.contains(entry))
                                                    after.append(entry);
                                            }
                                            return after + changes.add;
                                        }()))
                    .isEmpty());
    }

    /// Those for all names (*) stand in for a name that has none: nothing of them is that name's to take away.
    void recordsForAllNamesAreNoOnesToTakeAway()
    {
        Plan addressed = plan();
        addressed.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.1"))};
        const ExactRecord own = record(policyHost, RecordType::A, "192.0.2.1");
        const ExactRecord other = record(policyHost, RecordType::A, "192.0.2.9", 60);
        const ExactRecord sixth = record(policyHost, RecordType::Aaaa, "2001:db8::9", 60);
        const auto lent = [&](const QList<ExactRecord> &records) {
            QList<ExactSet> sets = zoneWith(addressed, records);
            for (ExactSet &set : sets)
                set.lent = set.owner == QLatin1String(policyHost) && !set.records.isEmpty();
            return sets;
        };
        const QByteArray zone = "example.com";
        const auto changes = [&](const Plan &plan, const QList<ExactSet> &sets) {
            return split(changesTowards(plan, QString::fromLatin1(zone), sets), plan.domain).others;
        };
        const RecordChanges moved = changes(addressed, lent({other}));
        QCOMPARE(moved.remove, {});
        QCOMPARE(moved.add, {own});
        QVERIFY(!moved.seen.isEmpty());
        QVERIFY(!updateMessage(moved, QString::fromLatin1(zone), 1).contains(other.data)); // no prerequisite that cannot hold
        QVERIFY(isDone(inverse(moved), lent({other})));
        QVERIFY(!isDone(inverse(moved), zoneWith(addressed, {own})));
        // An address of the other family would go on leading some senders there.
        const QList<ExactSet> both = lent({record(policyHost, RecordType::A, "192.0.2.1", 60), sixth});
        QCOMPARE(changes(addressed, both).add, {own});
        for (const ExactSet &set : resultOf({both, {}, {own}}))
            QVERIFY(set.type != RecordType::Aaaa || set.records.isEmpty());
        QVERIFY(changes(addressed, lent({record(policyHost, RecordType::A, "192.0.2.1", 60)})).isEmpty()); // as wanted
        QVERIFY(changes(plan(), lent({other})).isEmpty());                                                 // nothing is wanted there
    }

    void whatWouldBeInTheWayIsSeenToBeAbsent()
    {
        Plan aliased = plan();
        aliased.hosting.alias = QStringLiteral("provider.example");
        const RecordChanges changes = changesTowards(aliased, QStringLiteral("example.com"), zoneWith(aliased, {}));
        const auto sees = [&](const char *owner, RecordType type) { return changes.seen.contains({QLatin1String(owner), type, {}}); };
        QVERIFY(sees(announcement, RecordType::Txt));
        QVERIFY(sees(announcement, RecordType::Cname));
        QVERIFY(sees(policyHost, RecordType::Cname));
        QVERIFY(sees(policyHost, RecordType::A));
        QVERIFY(sees(policyHost, RecordType::Aaaa));
        QVERIFY(!sees(reportOwner, RecordType::Txt));
    }

    void theAnnouncementComesApart()
    {
        Plan reporting = plan();
        reporting.reports = {"mailto:tls@example.com"};
        const RecordChanges all = changesTowards(reporting, QStringLiteral("example.com"), zoneWith(reporting, {}));
        const SplitChanges parts = split(all, reporting.domain);
        QCOMPARE(parts.announcement.add, QList<ExactRecord>{txt("v=STSv1; id=2;")});
        QCOMPARE(parts.others.add.size(), 1);
        QCOMPARE(parts.announcement.seen.size() + parts.others.seen.size(), all.seen.size());
    }

    void recordsOfOtherZonesAreLeftAndNamed()
    {
        Plan elsewhere = plan();
        elsewhere.tlsa = {{QStringLiteral("mx.example.net"), {3, 1, 1, QByteArray(32, 'x')}}};
        QVERIFY(changesTowards(elsewhere, QStringLiteral("example.com"), zoneWith(elsewhere, {txt("v=STSv1; id=2;")})).isEmpty());
        QCOMPARE(recordsElsewhere(elsewhere, QStringLiteral("example.com")).size(), 1);
        QCOMPARE(questionsFor(elsewhere, QStringLiteral("example.net")).size(), 2);
        QVERIFY(questionsFor(elsewhere, QStringLiteral("ample.com")).isEmpty());
    }

    void longTextIsCutIntoStrings_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("strings");
        QTest::newRow("255 octets are one string") << 255 << 1;
        QTest::newRow("256 are two") << 256 << 2;
        QTest::newRow("510 are two") << 510 << 2;
        QTest::newRow("511 are three") << 511 << 3;
    }
    void longTextIsCutIntoStrings()
    {
        QFETCH(int, size);
        QFETCH(int, strings);
        const QByteArray value(size, 'a');
        const ExactRecord made = txt(value);
        QCOMPARE(made.data.size(), size + strings);
        QCOMPARE(joinedText(made), value);
        QCOMPARE(recordText(made).count(u'"'), 2 * strings);
    }

    void whatIsHostileIsShownAsWhatItIs()
    {
        const QString text = recordText(txt("v=STSv1;\x1b[2J\n\" id=1;"));
        QVERIFY(!text.contains(u'\x1b'));
        QVERIFY(!text.contains(u'\n'));
        QVERIFY(!exactRecord({QStringLiteral("a.example"), {}, RecordType::A, "192.0.2.1\n$INCLUDE /etc/passwd", 0}));
        QVERIFY(!exactRecord({QStringLiteral("a..example"), {}, RecordType::A, "192.0.2.1", 0}));
        QVERIFY(!exactRecord({QStringLiteral("a.example"), {}, RecordType::Cname, "a..b", 0}));
    }

    /// RFC 2136 §2.3 to §2.5, read by another implementation.
    void theMessageSaysWhatWasSeenAndWhatIsToBeDone()
    {
        Plan changed = plan();
        const RecordChanges changes =
            changesTowards(changed, QStringLiteral("example.com"), zoneWith(changed, {txt("v=STSv1; id=1;", 300), txt("other")}));
        const QByteArray octets = updateMessage(changes, QStringLiteral("example.com"), 4711);
        ldns_pkt *packet = nullptr;
        QCOMPARE(ldns_wire2pkt(&packet, reinterpret_cast<const uint8_t *>(octets.constData()), static_cast<size_t>(octets.size())),
                 LDNS_STATUS_OK);
        QCOMPARE(ldns_pkt_id(packet), 4711);
        QCOMPARE(ldns_pkt_get_opcode(packet), LDNS_PACKET_UPDATE);
        QVERIFY(!ldns_pkt_qr(packet));
        QCOMPARE(ldns_update_zocount(packet), 1);
        QCOMPARE(ldns_update_prcount(packet), 3); // both texts, and that there is no alias
        QCOMPARE(ldns_update_upcount(packet), 2);
        char *text = ldns_rr_list2str(ldns_pkt_answer(packet));
        const QByteArray prerequisites(text);
        std::free(text);
        text = ldns_rr_list2str(ldns_pkt_authority(packet));
        const QByteArray updates(text);
        std::free(text);
        ldns_pkt_free(packet);
        QVERIFY2(prerequisites.contains("_mta-sts.example.com.\t0\tIN\tTXT\t\"v=STSv1; id=1;\""), prerequisites.constData());
        QVERIFY2(prerequisites.contains("_mta-sts.example.com.\t0\tIN\tTXT\t\"other\""), prerequisites.constData());
        QVERIFY2(prerequisites.contains("_mta-sts.example.com.\t0\tNONE\tCNAME"), prerequisites.constData());
        QVERIFY2(updates.contains("_mta-sts.example.com.\t0\tNONE\tTXT\t\"v=STSv1; id=1;\""), updates.constData());
        QVERIFY2(updates.contains("_mta-sts.example.com.\t3600\tIN\tTXT\t\"v=STSv1; id=2;\""), updates.constData());
    }
};

QTEST_APPLESS_MAIN(RecordChangesTest)
#include "tst_recordchanges.moc"
