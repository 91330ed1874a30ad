// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/recordrows.h"

#include "audit/authorityview.h"
#include "base/wiretext.h"
#include "ui/words.h"
#include <QCoreApplication>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct PlacedLookup {
    QString pointer;
    const Lookup *lookup;
};

void append(QList<PlacedLookup> &list, const QString &pointer, const HostAddresses &addresses)
{
    list.append({pointer + u"/a"_s, &addresses.a});
    list.append({pointer + u"/aaaa"_s, &addresses.aaaa});
}

QList<PlacedLookup> everyLookup(const DomainFacts &facts)
{
    QList<PlacedLookup> list{{u"/sts"_s, &facts.sts}, {u"/tlsRpt"_s, &facts.tlsRpt}, {u"/mx"_s, &facts.mx}};
    append(list, u"/policyHost"_s, facts.policyHost);
    for (qsizetype i = 0; i < facts.mxHosts.size(); ++i) {
        append(list, u"/mxHosts/%1/addresses"_s.arg(i), facts.mxHosts[i].addresses);
        for (qsizetype j = 0; j < facts.mxHosts[i].tlsa.size(); ++j)
            list.append({u"/mxHosts/%1/tlsa/%2"_s.arg(i).arg(j), &facts.mxHosts[i].tlsa[j]});
    }
    append(list, u"/domainAddresses"_s, facts.domainAddresses);
    list.append({{u"/apexTxt"_s, &facts.apexTxt},
                 {u"/policyHostTxt"_s, &facts.policyHostTxt},
                 {u"/underscoreTxt"_s, &facts.underscoreTxt},
                 {u"/tlsRptMisplaced"_s, &facts.tlsRptMisplaced}});
    for (qsizetype i = 0; i < facts.reportDestinations.size(); ++i) {
        list.append({u"/reportDestinations/%1/mx"_s.arg(i), &facts.reportDestinations[i].mx});
        append(list, u"/reportDestinations/%1/addresses"_s.arg(i), facts.reportDestinations[i].addresses);
    }
    list.append({{u"/parentSts"_s, &facts.parentSts}, {u"/authorities/ns"_s, &facts.authorities.ns}});
    for (qsizetype i = 0; i < facts.subdomains.size(); ++i) {
        if (facts.subdomains[i].sts.asked()) // the others take no mail, or do not exist
            list.append(
                {{u"/subdomains/%1/mx"_s.arg(i), &facts.subdomains[i].mx}, {u"/subdomains/%1/sts"_s.arg(i), &facts.subdomains[i].sts}});
    }
    list.removeIf([](const PlacedLookup &asked) { return !asked.lookup->asked(); });
    return list;
}

/// What one address of a name server said itself.
QList<PlacedLookup> directLookups(const ServerAnswers &answers, const QString &pointer)
{
    QList<PlacedLookup> list{{pointer + u"/soa"_s, &answers.soa},
                             {pointer + u"/sts"_s, &answers.sts},
                             {pointer + u"/tlsRpt"_s, &answers.tlsRpt},
                             {pointer + u"/mx"_s, &answers.mx}};
    list.removeIf([](const PlacedLookup &asked) { return !asked.lookup->asked(); });
    return list;
}

/// Calls `visit` for every address of every name server that was to be asked.
template<class Visit>
void forServers(const DomainFacts &facts, Visit visit)
{
    for (qsizetype i = 0; i < facts.authorities.servers.size(); ++i) {
        const AuthoritativeServer &server = facts.authorities.servers[i];
        for (qsizetype j = 0; j < server.answers.size(); ++j)
            visit(server, server.answers[j], u"/authorities/servers/%1/answers/%2"_s.arg(i).arg(j));
    }
}

Cell securityCell(const Lookup &lookup)
{
    switch (lookup.security) {
    case Security::Secure:
        return Cell{QCoreApplication::translate("Records", "signed and valid"), State::Good};
    case Security::Insecure:
        return Cell{QCoreApplication::translate("Records", "not signed"), std::nullopt, false, true};
    case Security::Bogus:
        return Cell{QCoreApplication::translate("Records", "signature wrong"), State::Broken};
    case Security::Unknown:
        break;
    }
    return Cell{QCoreApplication::translate("Records", "not checked"), State::NotTested};
}

Cell answerCell(const Lookup &lookup, qsizetype records)
{
    switch (lookup.status) {
    case AnswerStatus::NoError:
        return Cell{records == 1 ? QCoreApplication::translate("Records", "one record")
                                 : QCoreApplication::translate("Records", "%1 records").arg(records)};
    case AnswerStatus::NoData:
        return Cell{QCoreApplication::translate("Records", "no record of this type"), std::nullopt, false, true};
    case AnswerStatus::NxDomain:
        return Cell{QCoreApplication::translate("Records", "no such name"), std::nullopt, false, true};
    case AnswerStatus::ServFail:
        return Cell{QCoreApplication::translate("Records", "the name server failed (SERVFAIL)"), State::Broken};
    case AnswerStatus::Refused:
        return Cell{QCoreApplication::translate("Records", "the name server refused (REFUSED)"), State::Broken};
    case AnswerStatus::Timeout:
        return Cell{QCoreApplication::translate("Records", "no answer in time"), State::NotTested};
    case AnswerStatus::Failed:
        return Cell{QCoreApplication::translate("Records", "no usable answer"), State::NotTested};
    case AnswerStatus::NotAsked:
        break;
    }
    return Cell{stateWord(State::NotTested), State::NotTested};
}

Cell ttlCell(std::chrono::seconds ttl)
{
    Cell cell{QCoreApplication::translate("Records", "%1 s").arg(ttl.count())};
    cell.sort = static_cast<qlonglong>(ttl.count());
    return cell;
}

Row lookupRow(const PlacedLookup &asked)
{
    const QList<RecordText> records = answerRecords(*asked.lookup);
    Row row{asked.pointer,
            {Cell{visibleText(asked.lookup->question.name), std::nullopt, true}, Cell{recordTypeName(asked.lookup->question.type)},
             Cell{{}}, answerCell(*asked.lookup, records.size()), securityCell(*asked.lookup)}};
    row.pointer = asked.pointer;
    for (const RecordText &record : records) {
        Row child{QString::number(row.children.size()),
                  {Cell{visibleText(record.owner), std::nullopt, true}, Cell{record.type}, ttlCell(record.ttl),
                   Cell{visibleText(record.value), std::nullopt, true}, Cell{{}}}};
        child.pointer = asked.pointer;
        row.children.append(child);
    }
    return row;
}

Cell serverCell(const ServerAnswers &answers)
{
    switch (serverState(answers)) {
    case ServerState::Silent:
        return Cell{QCoreApplication::translate("Records", "no answer"), State::NotTested};
    case ServerState::Lame:
        return Cell{visibleText(lameClause(answers.soa), 300), State::Attention};
    case ServerState::Answers:
        return Cell{QCoreApplication::translate("Records", "answers for the zone"), State::Good};
    case ServerState::NotAsked:
        break;
    }
    return Cell{answers.notAsked == "proxy"_L1
                    ? QCoreApplication::translate("Records", "not asked: DNS questions do not go through the proxy")
                : answers.notAsked == "guard"_L1 ? QCoreApplication::translate("Records", "not asked: a private or reserved address")
                                                 : QCoreApplication::translate("Records", "not asked"),
                State::NotTested};
}

Row serverRow(const AuthoritativeServer &server, const ServerAnswers &answers, const QString &pointer)
{
    Row row{pointer,
            {Cell{u"%1 %2"_s.arg(visibleText(server.name, 300), answers.address.toString()), std::nullopt, true}, Cell{{}}, Cell{{}},
             serverCell(answers), Cell{{}}}};
    row.pointer = pointer;
    for (const PlacedLookup &asked : directLookups(answers, pointer))
        row.children.append(lookupRow(asked));
    return row;
}

Row part(const QString &name, const QString &meaning, std::optional<State> state = {})
{
    return Row{name + u'|' + meaning, {Cell{name, std::nullopt, true}, Cell{meaning, state}}};
}

void explainSts(QList<Row> &rows, const DomainAudit &audit)
{
    const StsRecordSet &set = audit.record;
    switch (set.state) {
    case StsRecordSet::State::Absent:
        rows.append(
            part({}, QCoreApplication::translate("Records", "No record announces a policy: senders treat the domain as having none.")));
        return;
    case StsRecordSet::State::Multiple:
        rows.append(part({},
                         QCoreApplication::translate("Records", "More than one record announces a policy: senders must ignore them all."),
                         State::Broken));
        break;
    case StsRecordSet::State::WrongVersion:
        rows.append(
            part({}, QCoreApplication::translate("Records", "This looks like MTA-STS, but its version is not STSv1: senders ignore it."),
                 State::Broken));
        break;
    case StsRecordSet::State::One:
        rows.append(part(u"v=STSv1"_s, QCoreApplication::translate("Records", "This domain publishes an MTA-STS policy.")));
        break;
    }
    if (set.record.hasId)
        rows.append(part(u"id="_s + visibleText(set.record.id),
                         set.record.idValid ? QCoreApplication::translate(
                                                  "Records", "The policy's serial: senders fetch the file again only when it changes.")
                                            : QCoreApplication::translate("Records", "The id must be 1 to 32 letters or digits."),
                         set.record.idValid ? std::nullopt : std::optional(State::Broken)));
    for (const Tag &tag : set.record.extensions)
        rows.append(part(visibleText(tag.name + '=' + tag.value),
                         QCoreApplication::translate("Records", "An extension: senders that do not know it ignore it.")));
    for (const SyntaxError &error : set.record.errors)
        rows.append(part(visibleText(error.excerpt),
                         QCoreApplication::translate("Records", "Outside the grammar at octet %1.").arg(error.column), State::Broken));
}

void explainTlsRpt(QList<Row> &rows, const DomainAudit &audit)
{
    const TlsRptRecordSet &set = audit.tlsRpt;
    if (set.state == TlsRptRecordSet::State::Absent) {
        rows.append(part({}, QCoreApplication::translate(
                                 "Records", "Nobody is asked for reports: you do not hear when senders fail to deliver securely.")));
        return;
    }
    if (set.state == TlsRptRecordSet::State::Multiple)
        rows.append(part({}, QCoreApplication::translate("Records", "More than one record: senders must ignore them all."), State::Broken));
    rows.append(
        part(u"v=TLSRPTv1"_s, QCoreApplication::translate("Records", "This domain wants reports about encrypted delivery (TLS-RPT).")));
    for (const ReportUri &uri : set.record.rua)
        rows.append(part(u"rua="_s + visibleText(uri.text),
                         !uri.valid ? QCoreApplication::translate("Records", "This address cannot be used.")
                         : uri.mail ? QCoreApplication::translate("Records", "Reports are to be sent here by mail.")
                                    : QCoreApplication::translate("Records", "Reports are to be posted here."),
                         uri.valid ? std::nullopt : std::optional(State::Broken)));
}

void explainMx(QList<Row> &rows, const Lookup &lookup)
{
    for (const MxRecord &record : mxRecords(lookup).records) {
        const QString text = u"%1 %2"_s.arg(QString::number(record.preference), visibleText(record.exchange));
        rows.append(record.exchange == "."_L1
                        ? part(text, QCoreApplication::translate("Records", "A null MX: this domain takes no mail."))
                        : part(text, QCoreApplication::translate("Records", "A mail server; the lowest number is tried first.")));
    }
}

} // namespace

QStringList recordHeaders()
{
    return {QCoreApplication::translate("Records", "Name"), QCoreApplication::translate("Records", "Type"),
            QCoreApplication::translate("Records", "TTL"), QCoreApplication::translate("Records", "Value"),
            QCoreApplication::translate("Records", "DNSSEC")};
}

QList<Row> recordRows(const DomainFacts &facts)
{
    QList<Row> rows;
    for (const PlacedLookup &asked : everyLookup(facts))
        rows.append(lookupRow(asked));
    forServers(facts, [&rows](const AuthoritativeServer &server, const ServerAnswers &answers, const QString &pointer) {
        rows.append(serverRow(server, answers, pointer));
    });
    return rows;
}

const Lookup *lookupAt(const DomainFacts &facts, const QString &pointer)
{
    for (const PlacedLookup &asked : everyLookup(facts)) {
        if (asked.pointer == pointer)
            return asked.lookup;
    }
    const Lookup *found = nullptr;
    forServers(facts, [&](const AuthoritativeServer &, const ServerAnswers &answers, const QString &at) {
        for (const PlacedLookup &asked : directLookups(answers, at))
            found = asked.pointer == pointer ? asked.lookup : found;
    });
    return found;
}

QStringList explanationHeaders()
{
    return {QCoreApplication::translate("Records", "Part"), QCoreApplication::translate("Records", "What it means")};
}

QList<Row> recordExplanation(const DomainAudit &audit, const QString &pointer)
{
    QList<Row> rows;
    const Lookup *lookup = lookupAt(audit.facts, pointer);
    if (!lookup)
        return rows;
    const auto add = [&rows](const Row &row) { rows.append(row); };
    if (pointer == "/sts"_L1 && !lookup->failed())
        explainSts(rows, audit);
    else if (pointer == "/tlsRpt"_L1 && !lookup->failed())
        explainTlsRpt(rows, audit);
    else if (lookup->question.type == RecordType::Mx)
        explainMx(rows, *lookup);
    const QStringList aliases = lookup->question.type == RecordType::Mx    ? mxRecords(*lookup).aliases
                                : lookup->question.type == RecordType::Txt ? txtRecords(*lookup).aliases
                                                                           : addressRecords(*lookup).aliases;
    for (const QString &alias : aliases)
        add(part(visibleText(alias), QCoreApplication::translate("Records", "The name is an alias (CNAME) that leads here.")));
    if (lookup->security == Security::Bogus)
        add(part(u"DNSSEC"_s, visibleText(lookup->bogusReason), State::Broken));
    if (!lookup->detail.isEmpty())
        add(part({}, visibleText(lookup->detail)));
    add(part({}, QCoreApplication::translate("Records", "Answered in %1.").arg(elapsedWords(lookup->elapsed))));
    return rows;
}

} // namespace mta
