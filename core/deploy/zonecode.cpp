// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Zones kept as code: Terraform, OctoDNS, DNSControl.
#include "deploy/zonequoting.h"
#include "deploy/zonewriters.h"
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace mta::zonewriters
{

namespace
{

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

/// Labels of Terraform resources: letters, digits, hyphens, underscores, not a digit first, each once.
class ResourceLabels
{
public:
    QByteArray next(const RecordSet &set)
    {
        static const QRegularExpression odd(QStringLiteral("[^a-z0-9_-]"));
        QString label = (set.name == u'@' ? QStringLiteral("zone") : set.name) + u'_' + recordTypeName(set.type).toLower();
        label.replace(odd, QStringLiteral("_"));
        if (!label.front().isLetter() && label.front() != u'_')
            label.prepend(u'_');
        QString unique = label;
        for (int number = 2; m_used.contains(unique); ++number)
            unique = label + u'_' + QString::number(number);
        m_used.insert(unique);
        return unique.toLatin1();
    }

private:
    QSet<QString> m_used;
};

QByteArray variable(const char *name, const char *description)
{
    return QByteArray("variable \"") + name + "\" {\n  type        = string\n  description = \"" + description + "\"\n}\n";
}

QByteArray tlsaBlock(const ZoneRecord &record)
{
    const TlsaFields tlsa = tlsaFields(record);
    return "  data = {\n    usage         = " + number(tlsa.usage) + "\n    selector      = " + number(tlsa.selector) +
           "\n    matching_type = " + number(tlsa.matchingType) + "\n    certificate   = " + hclLiteral(tlsa.data.toLatin1()) + "\n  }\n";
}

QByteArray cloudflareValue(const ZoneRecord &record)
{
    switch (record.type) {
    case RecordType::Tlsa:
        return tlsaBlock(record);
    case RecordType::Txt:
        return "  content = " + hclLiteral(quotedStrings(record.value)) + '\n';
    case RecordType::Mx:
        return "  content  = " + hclLiteral(record.value) + "\n  priority = " + number(record.preference) + '\n';
    default:
        return "  content = " + hclLiteral(record.value) + "\n  proxied = false\n";
    }
}

} // namespace

Result<QByteArray> terraformCloudflare(const ZoneContent &content)
{
    QByteArray text = "# For version 5 and later of the provider cloudflare/cloudflare.\n" +
                      variable("cloudflare_zone_id", "The zone's id at Cloudflare");
    ResourceLabels labels;
    for (const RecordSet &set : content.sets)
        for (const ZoneRecord &record : set.records)
            text += "\nresource \"cloudflare_dns_record\" \"" + labels.next(set) +
                    "\" {\n  zone_id = var.cloudflare_zone_id\n  name    = " + hclLiteral(set.owner.toLatin1()) +
                    "\n  type    = " + hclLiteral(recordTypeName(set.type).toLatin1()) + "\n  ttl     = " + number(set.ttl.count()) + '\n' +
                    cloudflareValue(record) + "}\n";
    return text;
}

Result<QByteArray> terraformRoute53(const ZoneContent &content)
{
    QByteArray text = "# For the provider hashicorp/aws.\n" + variable("route53_zone_id", "The hosted zone's id at Route 53");
    ResourceLabels labels;
    for (const RecordSet &set : content.sets) {
        QByteArrayList values;
        for (const ZoneRecord &record : set.records) {
            QByteArray value = presentation(record);
            if (set.type == RecordType::Txt) // the provider itself adds the first and the last quote
                value = quotedStringsOctal(record.value).chopped(1).mid(1).replace("\" \"", "\"\"");
            values.append(hclLiteral(value));
        }
        text += "\nresource \"aws_route53_record\" \"" + labels.next(set) +
                "\" {\n  zone_id = var.route53_zone_id\n  name    = " + hclLiteral(set.owner.toLatin1()) +
                "\n  type    = " + hclLiteral(recordTypeName(set.type).toLatin1()) + "\n  ttl     = " + number(set.ttl.count()) +
                "\n  records = [" + values.join(", ") + "]\n}\n";
    }
    return text;
}

namespace
{

/// A TXT value as OctoDNS reads it: as in a master file, but without quotes. Of what is escaped there only the semicolon means the
/// same to all of its providers.
std::optional<QByteArray> octoText(const QByteArray &value)
{
    if (!isPrintable(value) || value.contains('\\') || value.contains('"'))
        return std::nullopt;
    QByteArray text = value;
    return text.replace(';', "\\;");
}

/// By what OctoDNS sorts keys: as people do, with 2 before 10. It refuses mappings whose keys stand in another order.
QString octoOrder(const QString &name)
{
    static const QRegularExpression digits(QStringLiteral("[0-9]+"));
    QString key;
    qsizetype at = 0;
    for (auto match = digits.globalMatch(name); match.hasNext();) {
        const QRegularExpressionMatch number = match.next();
        key += name.mid(at, number.capturedStart() - at) + QChar(0) + number.captured().rightJustified(253, u'0');
        at = number.capturedEnd();
    }
    return key + name.mid(at);
}

std::optional<QByteArray> octoValue(const ZoneRecord &record)
{
    switch (record.type) {
    case RecordType::Txt:
        if (const std::optional<QByteArray> text = octoText(record.value))
            return jsonLiteral(*text);
        return std::nullopt;
    case RecordType::Mx:
        return "{exchange: " + jsonLiteral(record.value + '.') + ", preference: " + number(record.preference) + '}';
    case RecordType::Tlsa: {
        const TlsaFields tlsa = tlsaFields(record);
        return "{certificate_association_data: " + jsonLiteral(tlsa.data.toLatin1()) + ", certificate_usage: " + number(tlsa.usage) +
               ", matching_type: " + number(tlsa.matchingType) + ", selector: " + number(tlsa.selector) + '}';
    }
    default:
        return jsonLiteral(presentation(record));
    }
}

/// One entry of the list behind a name; names are keys, and a key may stand only once.
Result<QByteArray> octoSet(const RecordSet &set)
{
    QByteArray text = "  - ttl: " + number(set.ttl.count()) + "\n    type: " + recordTypeName(set.type).toLatin1() + '\n';
    if (set.type != RecordType::Cname)
        text += "    values:\n";
    for (const ZoneRecord &record : set.records) {
        const std::optional<QByteArray> value = octoValue(record);
        if (!value)
            return inexpressible(record, "octodns");
        text += (set.type == RecordType::Cname ? "    value: " : "      - ") + *value + '\n';
    }
    return text;
}

std::optional<QByteArray> controlArguments(const ZoneRecord &record)
{
    switch (record.type) {
    case RecordType::Txt:
        return isPrintable(record.value) ? std::optional(jsonLiteral(record.value)) : std::nullopt;
    case RecordType::Mx:
        return number(record.preference) + ", " + jsonLiteral(record.value + '.');
    case RecordType::Tlsa: {
        const TlsaFields tlsa = tlsaFields(record);
        return number(tlsa.usage) + ", " + number(tlsa.selector) + ", " + number(tlsa.matchingType) + ", " +
               jsonLiteral(tlsa.data.toLatin1());
    }
    default:
        return jsonLiteral(presentation(record));
    }
}

} // namespace

Result<QByteArray> octoDns(const ZoneContent &content)
{
    QStringList names;
    for (const RecordSet &set : content.sets)
        names.append(set.name == u'@' ? QString() : set.name);
    names.removeDuplicates();
    std::sort(names.begin(), names.end(), [](const QString &one, const QString &other) { return octoOrder(one) < octoOrder(other); });
    QByteArray text = "---\n";
    for (const QString &name : std::as_const(names)) {
        text += jsonLiteral(name.toLatin1()) + ":\n";
        for (const RecordSet &set : content.sets) {
            if (set.name != (name.isEmpty() ? QStringLiteral("@") : name))
                continue;
            const Result<QByteArray> entry = octoSet(set);
            if (!entry)
                return entry.error();
            text += *entry;
        }
    }
    return text;
}

Result<QByteArray> dnsControl(const ZoneContent &content)
{
    QByteArray text = "D_EXTEND(" + jsonLiteral(content.zone.toLatin1());
    for (const RecordSet &set : content.sets) {
        for (const ZoneRecord &record : set.records) {
            const std::optional<QByteArray> arguments = controlArguments(record);
            if (!arguments)
                return inexpressible(record, "dnscontrol");
            text += ",\n  " + recordTypeName(set.type).toLatin1() + '(' + jsonLiteral(set.name.toLatin1()) + ", " + *arguments + ", TTL(" +
                    number(set.ttl.count()) + "))";
        }
    }
    return text + "\n);\n";
}

} // namespace mta::zonewriters
