// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/hostilepeers.h"

#include <QtEndian>

namespace mta::fakes
{

using namespace std::chrono_literals;

namespace
{

QByteArray u16(int number)
{
    QByteArray octets(2, '\0');
    qToBigEndian(static_cast<quint16>(number), octets.data());
    return octets;
}

constexpr int response = 0x8180; // QR, RD, RA
constexpr int truncated = 0x0200;
constexpr int noSuchName = 3;
constexpr int largestDatagram = 65507;

struct Counts {
    int answers = 0;
    int authority = 0;
    int questions = 1;
};

/// A message in answer to the query, counts and sections as they are given.
QByteArray message(const FakeQuery &query, int flags, const Counts &counts, const QByteArray &sections)
{
    const qsizetype end = query.wire.indexOf('\0', 12) + 5; // of the question
    return u16(query.id) + u16(flags) + u16(counts.questions) + u16(counts.answers) + u16(counts.authority) + u16(0) +
           query.wire.mid(12, end - 12) + sections;
}

QByteArray name(const QByteArray &text)
{
    QByteArray octets;
    for (const QByteArray &label : text.split('.'))
        octets += static_cast<char>(label.size()) + label;
    return octets + '\0';
}

const QByteArray asked = QByteArray::fromHex("c00c"); // a pointer to the question's name

QByteArray record(const QByteArray &owner, int type, const QByteArray &data)
{
    return owner + u16(type) + u16(1) + QByteArray::fromHex("0000012c") + u16(static_cast<int>(data.size())) + data;
}

/// What the question asks for, once.
QByteArray honest(const FakeQuery &query, int number = 0)
{
    const int type = static_cast<int>(query.question.type);
    switch (query.question.type) {
    case RecordType::A:
        return record(asked, type, QByteArray::fromHex("7f00") + u16(number + 1));
    case RecordType::Aaaa:
        return record(asked, type, QByteArray(14, '\0') + u16(number + 1));
    case RecordType::Mx:
        return record(asked, type, u16(10) + name('m' + QByteArray::number(number)));
    default:
        return record(asked, type, QByteArray("\x05v=STS"));
    }
}

QByteArray many(const FakeQuery &query, int limit, int *count)
{
    QByteArray records;
    for (*count = 0;; ++*count) {
        const QByteArray next = honest(query, *count);
        if (records.size() + next.size() > limit)
            return records;
        records += next;
    }
}

using Replies = QList<FakeReply>;

/// TC over UDP, so that the client comes back over TCP, where `overTcp` awaits it.
FakeDnsServer::Script truncating(const std::function<Replies(const FakeQuery &)> &overTcp)
{
    return [overTcp](const FakeQuery &query) -> Replies {
        if (query.tcp)
            return overTcp(query);
        return {{message(query, response | truncated, {}, {})}};
    };
}

FakeDnsServer::Script saying(const std::function<QByteArray(const FakeQuery &)> &say)
{
    return [say](const FakeQuery &query) -> Replies { return {{say(query)}}; };
}

} // namespace

QList<HostileZone> hostileZones()
{
    const QByteArrayList open{"undetermined"};
    const QByteArrayList any{"undetermined", "unprotected", "not-applicable"};
    QList<HostileZone> zones;
    const auto add = [&zones](const char *zone, const QByteArrayList &allowed, const FakeDnsServer::Script &script) {
        zones.append({QByteArray("dns-") + zone, script, allowed});
    };
    add("silent", open, [](const FakeQuery &) { return Replies(); });
    add("tcp-cut", open, truncating([](const FakeQuery &) -> Replies { return {{{}}}; }));
    add("tcp-cut-in-the-middle", open, truncating([](const FakeQuery &query) -> Replies {
            return {{u16(500) + message(query, response, {1}, honest(query)).left(20), 0ms, false}, {{}}};
        }));
    add("tcp-never-ends", open, truncating([](const FakeQuery &query) -> Replies {
            return {{u16(65535) + message(query, response, {1}, honest(query)), 0ms, false}};
        }));
    add("tcp-drips", open, truncating([](const FakeQuery &query) -> Replies {
            const QByteArray framed = u16(500) + message(query, response, {1}, honest(query));
            Replies drops;
            for (int i = 0; i < 40; ++i)
                drops.append({framed.mid(i, 1), std::chrono::seconds(i), false});
            return drops;
        }));
    add("tcp-truncated-too", open,
        truncating([](const FakeQuery &query) -> Replies { return {{message(query, response | truncated, {}, {})}}; }));
    add("garbage", open, saying([](const FakeQuery &query) { return u16(query.id) + QByteArray(500, '\xff'); }));
    add("another-id", open, saying([](const FakeQuery &query) {
            return withId(message(query, response, {1}, honest(query)), static_cast<quint16>(query.id + 1));
        }));
    add("another-question", open, saying([](const FakeQuery &query) {
            return u16(query.id) + u16(response) + u16(1) + u16(1) + u16(0) + u16(0) + name("other.example") + u16(1) + u16(1) +
                   honest(query);
        }));
    add("a-query-as-answer", open, saying([](const FakeQuery &query) { return message(query, 0x0100, {}, {}); }));
    add("forgeries-without-end", open, [](const FakeQuery &query) {
        Replies flood;
        for (int i = 1; i < 200; ++i)
            flood.append({withId(message(query, response, {1}, honest(query)), static_cast<quint16>(query.id + i))});
        return flood;
    });
    add("counts-that-lie", open, saying([](const FakeQuery &query) { return message(query, response, {65535, 65535}, honest(query)); }));
    add("answers-of-others", any, saying([](const FakeQuery &query) {
            return message(query, response, {1}, record(name("other.example"), static_cast<int>(query.question.type), u16(10) + name("x")));
        }));
    add("no-such-name-with-answers", {"not-applicable", "undetermined"},
        saying([](const FakeQuery &query) { return message(query, response | noSuchName, {1}, honest(query)); }));
    add("referral-to-itself", open, saying([](const FakeQuery &query) {
            return message(query, response, {0, 1}, record(asked, 2, asked));
        }));
    add("alias-of-itself", any, saying([](const FakeQuery &query) { return message(query, response, {1}, record(asked, 5, asked)); }));
    add("aliases-in-a-circle", any, saying([](const FakeQuery &query) {
            return message(query, response, {3},
                           record(asked, 5, name("a.x")) + record(name("a.x"), 5, name("b.x")) + record(name("b.x"), 5, asked));
        }));
    add("a-thousand-aliases", open, saying([](const FakeQuery &query) {
            QByteArray chain = record(asked, 5, name("0.x"));
            for (int i = 1; i < 1000; ++i)
                chain += record(name(QByteArray::number(i - 1) + ".x"), 5, name(QByteArray::number(i) + ".x"));
            return message(query, response, {1000}, chain);
        }));
    add("pointer-to-itself", open, saying([](const FakeQuery &query) {
            const QByteArray before = message(query, response, {1}, {});
            return before + record(u16(0xc000 | static_cast<int>(before.size())), static_cast<int>(query.question.type), u16(10));
        }));
    add("pointers-without-end", any, saying([](const FakeQuery &query) {
            // Eight thousand pointers one behind the other in the data of a record of no known type, and names that begin at the last.
            const QByteArray before = message(query, response, {1}, {}) + asked;
            const int start = static_cast<int>(before.size()) + 10;
            QByteArray pointers = QByteArray(1, '\1') + "x" + asked;
            for (int at = start + 2; at + 2 < 0x3ff0; at += 2)
                pointers += u16(0xc000 | at);
            const QByteArray last = u16(0xc000 | (start + static_cast<int>(pointers.size()) - 2));
            QByteArray records = record(asked, 65280, pointers);
            int count = 1;
            for (; count < 500; ++count)
                records += record(last, 16, QByteArray("\1x"));
            return message(query, response, {count}, records);
        }));
    add("ten-thousand-records", open, truncating([](const FakeQuery &query) -> Replies {
            int count = 0;
            const QByteArray records = many(query, 65000, &count);
            return {{message(query, response, {count}, records)}};
        }));
    add("ten-thousand-records-at-once", open, saying([](const FakeQuery &query) {
            int count = 0;
            const QByteArray records = many(query, largestDatagram - 400, &count);
            return message(query, response, {count}, records);
        }));
    return zones;
}

} // namespace mta::fakes
