// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace crema::store {

/// A draft as lists and comparisons need it, read without making a Draft of it: ten thousand take no longer
/// than a blink.
struct DraftRow
{
    QString id;
    QString contactId;
    QString runId;
    QString state; ///< "draft", "handed_off" ...
    QString subject;
    QString body;
    QString acceptedText; ///< what is written in `reviewed.text`
    QString createdAt;
    QString name; ///< of the recipient; empty when the contact is gone
    QString company;
    QString college;

    [[nodiscard]] bool operator==(const DraftRow &) const = default;
};

/// Whether rows bring their bodies, which are most of what there is to read.
enum class DraftBodies { all, ofAccepted };

/// All live drafts, newest first, as Reader::drafts has them.
[[nodiscard]] Result<QVector<DraftRow>> draftRows(const Reader &reader,
                                                  DraftBodies bodies = DraftBodies::all);
/// One of them; notFound when it is not there.
[[nodiscard]] Result<DraftRow> draftRow(const Reader &reader, const QString &id);
/// How many there are.
[[nodiscard]] Result<qint64> draftCount(const Reader &reader);

} // namespace crema::store
