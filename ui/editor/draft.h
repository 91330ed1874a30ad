// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace mta
{

/// What a text in the editor is checked as.
enum class EditedKind { Policy, Record };

/// The text in the editor with all that would be lost with the program: kept in a file of its own until it is saved.
struct Draft {
    QByteArray octets;
    EditedKind kind = EditedKind::Policy;
    QString path;     ///< of the file it came from; empty without one
    QByteArray saved; ///< the text as it was opened or last written

    bool modified() const { return octets != saved; }
    bool operator==(const Draft &) const = default;
};

/// Absent where there is none that can be read.
std::optional<Draft> loadDraft(const QString &file);
/// Atomic; false when it could not be written.
bool saveDraft(const QString &file, const Draft &draft);

/// The beginning of a file is that of a policy or a record, and not of a list of domains.
bool looksLikePolicyOrRecord(const QByteArray &beginning);
EditedKind kindOf(const QByteArray &octets);

} // namespace mta
