// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/session.h"
#include "flows/mergeflow.h"
#include "support/spin.h"
#include "support/support.h"

#include <QTemporaryDir>

#include <map>

/// Every record as it is stored: state and body by kind and id.
using Snapshot = std::map<QByteArray, QByteArray>;

/// A workspace on disk.
struct Desk
{
    QTemporaryDir folder;
    std::unique_ptr<crema::app::Session> session;

    [[nodiscard]] bool open();
    [[nodiscard]] crema::flows::Services &services() { return session->services(); }
    [[nodiscard]] crema::Contact contact(const QString &id);
    /// State and body of a record, whatever its state.
    [[nodiscard]] QByteArray stored(crema::Kind kind, const QString &id);
    [[nodiscard]] Snapshot snapshot();

    void add(const crema::Contact &contact);
    void addDraft(const QString &id, const QString &contactId);
    void addPrep(const QString &id, const QString &contactId);
    /// Applies an operation of the test; its failure fails the program.
    crema::store::Change apply(crema::store::Operation operation);
    void edit(const QString &contactId, const std::function<void(crema::Contact &)> &change);
    [[nodiscard]] QString ownerOf(crema::Kind kind, const QString &id);

    [[nodiscard]] crema::Result<crema::flows::MergeOutcome> merge(
            const QString &keep, const QString &other, const crema::contacts::MergeChoices &choices = {});
    [[nodiscard]] crema::Result<crema::flows::UnmergeOutcome> unmerge(const QString &id);
    [[nodiscard]] crema::Result<crema::contacts::DuplicateReport> duplicates();
    [[nodiscard]] crema::Result<crema::store::UndoOutcome> undo();
};

/// "Ann Lee" with a firm, an address made of both and more: rich enough to see every kind of field.
[[nodiscard]] crema::Contact somebody(const QString &id, const QString &first, const QString &last,
                                      const QString &company);
/// What differs, for a failure message; empty when they are the same.
[[nodiscard]] QByteArray difference(const Snapshot &then, const Snapshot &now);
