// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "store/reader.h"
#include "store/store.h"
#include "support/spin.h"
#include "support/support.h"

#include <QTemporaryDir>

#include <map>
#include <optional>

namespace crema::store {

/// A contact with a name, a firm and the address <first>@example.com.
[[nodiscard]] Contact person(const QString &id, const QString &first, const QString &last,
                             const QString &company);

/// "email:<address>" of contacts.
[[nodiscard]] QStringList emailKeys(Kind kind, const QString &id, const Json &body);

[[nodiscard]] Operation creating(const Contact &contact);
[[nodiscard]] Operation patching(Kind kind, const QString &id, std::vector<FieldEdit> edits);
[[nodiscard]] Operation moving(Kind kind, const QString &id, const QString &state);
/// An import of `count` people "<prefix><number>".
[[nodiscard]] Operation importing(const QString &prefix, int count);

/// In how many steps it is made ready and written.
[[nodiscard]] int stepsOfImport(int count);

/// A workspace on disk with its write door.
struct Desk
{
    QTemporaryDir folder;
    FixedClock clock {QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)};
    IdSource ids {nextSeed()};
    std::unique_ptr<Store> store;
    std::unique_ptr<Reader> reader;

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("crema.db")); }
    [[nodiscard]] Result<> open();
    void close();

    [[nodiscard]] Result<Change> apply(const Operation &operation);
    [[nodiscard]] Result<Change> applyBulk(const Operation &operation);
    [[nodiscard]] Result<UndoOutcome> undo();
    [[nodiscard]] Result<UndoOutcome> redo();
    /// Waits until the long texts of a bulk operation are indexed.
    [[nodiscard]] bool waitForIndex();

    /// The first column of the first row as a number.
    [[nodiscard]] qint64 number(const char *sql) const;
    /// What `check` finds; empty when all is well.
    [[nodiscard]] QStringList problems() const;

private:
    /// Other ids in each workspace of a test, the same on every run.
    [[nodiscard]] static quint32 nextSeed();
};

/// Every record as it is stored: state and body by kind and id.
using Snapshot = std::map<QByteArray, QByteArray>;
[[nodiscard]] Snapshot snapshotOf(Connection &connection);
/// Empty when `now` is the same store as `then`; else what differs. A record that did not exist then may be
/// in the trash now: that is how a create is undone.
[[nodiscard]] QByteArray difference(const Snapshot &then, const Snapshot &now);

/// Why a result failed; nothing when it did not.
template <typename T>
[[nodiscard]] std::optional<ErrorKind> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().kind);
}

[[nodiscard]] QByteArray bytesOf(const QString &path);
[[nodiscard]] bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes);

} // namespace crema::store
