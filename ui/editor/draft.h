// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>

class QLockFile;

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

/// The draft of one window, in a file that no other window writes while this one is open: the named one or, where that is taken, a
/// numbered neighbour of it. A neighbour with something unsaved that nobody has open comes first.
class DraftKeeper
{
public:
    explicit DraftKeeper(const QString &file); ///< empty: nothing is kept
    ~DraftKeeper();

    const QString &file() const { return m_file; }
    std::optional<Draft> load();
    /// False when it could not be written. What is already there as it is is not written again.
    bool keep(const Draft &draft);

private:
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    std::optional<Draft> m_kept;
};

/// What a text is, by its beginning; absent for a list of domains and all else.
std::optional<EditedKind> recognisedKind(const QByteArray &octets);

} // namespace mta
