// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/bundle.h"

#include "base/publicsuffix.h"
#include "deploy/hosting.h"
#include "deploy/planfault.h"

namespace mta
{

namespace
{

/// The records of one zone in the formats wanted. Without a wish, a format that cannot express them is left out.
Result<QList<BundleFile>> recordFiles(const QString &folder, const QList<ZoneRecord> &records, const QString &zone,
                                      const QList<ZoneFormat> &wanted)
{
    QList<BundleFile> files;
    if (records.isEmpty())
        return files;
    for (const ZoneFormatInfo &info : zoneFormats()) {
        if (!wanted.isEmpty() && !wanted.contains(info.format))
            continue;
        const Result<QByteArray> text = zoneText(info.format, records, zone);
        if (text)
            files.append({folder + QLatin1String(info.fileName), *text});
        else if (!wanted.isEmpty() || text.error().code != ErrorCode::Unsupported)
            return text.error();
    }
    return files;
}

} // namespace

Result<QList<BundleFile>> exportBundle(const Plan &plan, const BundleWishes &wishes)
{
    if (const QList<PlanFault> faults = faultsOf(plan); !faults.isEmpty())
        return Error{ErrorCode::InvalidInput, planFaultText(faults.first())};
    QList<BundleFile> files{{QStringLiteral("checklist.md"), checklist(plan, wishes.conditions).toUtf8()}};
    const QString zone = zoneForRecords(plan);
    const ZoneShares shares = divideByZone(zoneRecords(plan), zone);
    // What announces the policy is kept apart, for it is to be published when the policy is there (RFC 8461 §8.1).
    QList<ZoneRecord> first;
    QList<ZoneRecord> last;
    for (const ZoneRecord &record : shares.within)
        (record.owner == QLatin1String("_mta-sts.") + plan.domain.ascii ? last : first).append(record);
    for (const auto &[folder, records] :
         {std::pair(QStringLiteral("records/first/"), first), std::pair(QStringLiteral("records/last/"), last)}) {
        const Result<QList<BundleFile>> written = recordFiles(folder, records, zone, wishes.formats);
        if (!written)
            return written.error();
        files += *written;
    }
    if (!shares.elsewhere.isEmpty()) { // to be handed to those who hold these zones
        QByteArray text;
        for (const ZoneRecord &record : shares.elsewhere) {
            const QString likely = registrableDomain(record.owner);
            const Result<QByteArray> fields = zoneText(ZoneFormat::Paste, {record}, likely.isEmpty() ? record.owner : likely);
            if (!fields)
                return fields.error();
            text += (text.isEmpty() ? "" : "\n") + *fields;
        }
        files.append({QStringLiteral("records/elsewhere.txt"), text});
    }
    if (const std::optional<QByteArray> policy = plan.policy ? policyText(*plan.policy) : std::nullopt)
        files.append({QStringLiteral("policy/.well-known/mta-sts.txt"), *policy});
    if (const Result<HostingGuide> guide = hostingGuide(plan))
        for (const HostingFile &file : guide->files)
            files.append({QLatin1String("server/") + file.name, file.content});
    return files + wishes.extras;
}

} // namespace mta
