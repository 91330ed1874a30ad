// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Stalwart looks for "key:" and what follows up to the end of the line, wherever it stands; only mode, version and mx decide.

#include "senders/lenient.h"
#include "senders/readers.h"

namespace mta
{

SenderVerdict stalwartPolicy(const ServedPolicy &policy)
{
    // The HTTP status is not looked at, nor the media type.
    if (!unpacks(policy, {}))
        return refused("compressed");
    if (policy.cut) // it reads up to 1 MiB
        return {};
    if (!QUtf8StringView(policy.body).isValidUtf8())
        return refused("not-utf8");
    const QString rest = decoded(policy.body);
    std::optional<PolicyMode> mode;
    QByteArrayList mx;
    bool modeSeen = false;
    for (qsizetype begin = 0; begin < rest.size();) {
        const qsizetype colon = rest.indexOf(u':', begin);
        if (colon < 0)
            break;
        const qsizetype feed = rest.indexOf(u'\n', colon);
        const qsizetype end = feed < 0 ? rest.size() : feed;
        const QString key = trimmedAs(Blanks::Go, rest.mid(begin, colon - begin));
        const QString value = trimmedAs(Blanks::Go, rest.mid(colon + 1, end - colon - 1));
        const auto refusedHere = [&](const char *reason) { return refused(reason, QStringView(rest).left(colon).count(u'\n') + 1); };
        begin = end + 1;
        if (key == QLatin1String("mx") && !value.isEmpty() && value != QLatin1String("*.")) {
            mx.append(value.toUtf8());
        } else if (key == QLatin1String("mode")) {
            mode = exactMode(value);
            if (!mode)
                return refusedHere(modeSeen ? "repeated-key" : "mode");
            modeSeen = true;
        } else if (key == QLatin1String("version") && value.compare(QLatin1String("STSv1"), Qt::CaseInsensitive) != 0) {
            return refusedHere("version");
        }
    }
    if (mx.isEmpty()) // also in mode none
        return refused(mode == PolicyMode::None ? "mx-missing-none" : "mx-missing");
    return honoured(mode.value_or(PolicyMode::None), mx);
}

namespace
{

constexpr bool isAsciiBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// White space is dropped wherever it stands, and keys are compared without regard to case.
bool readsRecord(const QByteArray &value)
{
    bool version = false;
    bool id = false;
    for (const QByteArray &tag : value.split(';')) {
        QByteArray squeezed = tag;
        squeezed.removeIf(isAsciiBlank);
        const qsizetype equals = squeezed.indexOf('=');
        const QByteArray key = squeezed.left(qMax<qsizetype>(equals, 0)).toLower();
        if (equals >= 0 && key == "id")
            id = true;
        if (equals < 0 || key != "v")
            continue;
        if (squeezed.mid(equals + 1).toLower() != "stsv1")
            return false;
        version = true;
    }
    return version && id;
}

} // namespace

SenderVerdict stalwartRecords(const QByteArrayList &values)
{
    if (std::any_of(values.cbegin(), values.cend(), readsRecord)) { // the first that can be read counts
        return recordHonoured();
    }
    const bool announced = std::any_of(values.cbegin(), values.cend(), [](const QByteArray &value) { return value.startsWith("v=STSv1"); });
    return refused(announced ? "record-id" : "record-none");
}

bool stalwartMatches(const QByteArray &pattern, const QString &host)
{
    const QString written = decoded(pattern);
    const QString name = comparableName(host);
    if (written.startsWith(QLatin1String("*.")))
        return matchesOneLabel(written.toLower(), name);
    return !written.endsWith(u'.') && comparableName(written) == name;
}

} // namespace mta
