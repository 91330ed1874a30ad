// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/trustanchor.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <cstdio>
#include <cstdlib>
#include <ldns/ldns.h>
#include <memory>

namespace mta
{
namespace
{

constexpr qint64 maxFileSize = 1024 * 1024;
constexpr qsizetype maxRecords = 256;

/// IANA, https://data.iana.org/root-anchors/root-anchors.xml: KSK-2017 and KSK-2024.
constexpr const char *builtIn[] = {
    ". IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
    ". IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16",
};

struct FileCloser {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
struct RecordDeleter {
    void operator()(ldns_rr *record) const { ldns_rr_free(record); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;
using Record = std::unique_ptr<ldns_rr, RecordDeleter>;

QByteArray takeText(char *text)
{
    const QByteArray result(text);
    std::free(text);
    return result;
}

void append(TrustAnchors &anchors, const ldns_rr *record)
{
    QByteArray owner = takeText(ldns_rdf2str(ldns_rr_owner(record))).toLower();
    if (owner.size() > 1)
        owner.chop(1);
    if (anchors.zone.isEmpty() || owner == ".")
        anchors.zone = QString::fromLatin1(owner);
    anchors.records.append(takeText(ldns_rr2str_fmt(ldns_output_format_nocomments, record)).trimmed());
}

} // namespace

Result<TrustAnchors> readTrustAnchors(const QString &fileName)
{
    const QFileInfo info(fileName);
    const File file(info.isFile() && info.size() <= maxFileSize ? std::fopen(QFile::encodeName(fileName).constData(), "r") : nullptr);
    if (!file) {
        const QString text = QCoreApplication::translate("UnboundResolver", "The trust anchor file %1 cannot be read.");
        return Error{ErrorCode::Io, text.arg(fileName)};
    }
    TrustAnchors anchors;
    while (!std::feof(file.get()) && anchors.records.size() < maxRecords) {
        ldns_rr *parsed = nullptr;
        const ldns_status status = ldns_rr_new_frm_fp(&parsed, file.get(), nullptr, nullptr, nullptr);
        const Record record(parsed);
        if (status == LDNS_STATUS_OK && (ldns_rr_get_type(parsed) == LDNS_RR_TYPE_DS || ldns_rr_get_type(parsed) == LDNS_RR_TYPE_DNSKEY))
            append(anchors, parsed);
    }
    if (anchors.records.isEmpty()) {
        const QString text = QCoreApplication::translate("UnboundResolver",
                                                         "The file %1 holds no trust anchor. It needs the DS or DNSKEY records of the "
                                                         "zone that validation starts from, one a line, as in \". IN DS 20326 8 2 ...\".");
        return Error{ErrorCode::InvalidInput, text.arg(fileName)};
    }
    return anchors;
}

TrustAnchors rootTrustAnchors()
{
    // Debian's dns-root-data: kept in step with the root by the system's updates.
    if (Result<TrustAnchors> system = readTrustAnchors(QStringLiteral("/usr/share/dns/root.key")))
        return std::move(system).value();
    TrustAnchors anchors{QStringLiteral("."), {}};
    for (const char *record : builtIn)
        anchors.records.append(record);
    return anchors;
}

} // namespace mta
