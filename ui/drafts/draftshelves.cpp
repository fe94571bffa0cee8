// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftshelves.h"

#include "flows/draftreview.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QString queueWord(const flows::QueueEntry &entry)
{
    if (!entry.isQueued()) {
        return {};
    }
    return entry.held.isEmpty() ? u"scheduled"_s : u"waiting"_s;
}

DraftItem itemOf(const store::DraftRow &row, const flows::QueueEntry &entry)
{
    const bool reviewed = !row.acceptedText.isEmpty()
            && row.acceptedText == flows::textMark(row.subject, row.body);
    const QString name = row.name.isEmpty()
            ? QCoreApplication::translate("crema::ui::DraftsPresenter", "A deleted contact")
            : row.name;
    return {row.id, row.contactId, row.subject, row.state, queueWord(entry), name, row.company, reviewed};
}

/// Not gone out yet: also what lies among the drafts of a mailbox, or is on its way.
bool isOpen(const DraftItem &item)
{
    return item.state == "draft"_L1 || item.state == "pushed"_L1 || item.state == "sending"_L1;
}

} // namespace

QString DraftItem::status() const
{
    const bool isStill = state == "draft"_L1 || state == "pushed"_L1;
    if (isStill && !queued.isEmpty()) {
        return queued;
    }
    if (state != "draft"_L1) {
        return state;
    }
    return reviewed ? u"accepted"_s : QString();
}

Result<DraftShelves> DraftShelves::read(const store::Reader &reader)
{
    auto rows = store::draftRows(reader, store::DraftBodies::ofAccepted);
    auto queue = flows::allQueued(reader);
    if (!rows || !queue) {
        return std::unexpected(rows ? queue.error() : rows.error());
    }
    DraftShelves shelves;
    shelves.queue = *std::move(queue);
    for (store::DraftRow &row : *rows) {
        shelves.items << itemOf(row, shelves.queue.value(row.id));
        row.body.clear();
    }
    shelves.rows = std::move(*rows);
    return shelves;
}

Result<DraftShelves> DraftShelves::readAt(QString databasePath)
{
    const auto reader = store::Reader::open(databasePath);
    return reader ? read(**reader) : std::unexpected(reader.error());
}

bool DraftShelves::setQueue(const QHash<QString, flows::QueueEntry> &entries)
{
    if (entries == queue) {
        return false;
    }
    queue = entries;
    for (DraftItem &item : items) {
        item.queued = queueWord(queue.value(item.id));
    }
    return true;
}

bool DraftShelves::put(const store::DraftRow &row)
{
    const auto at = std::ranges::find(rows, row.id, &store::DraftRow::id) - rows.begin();
    if (at == rows.size() || row.createdAt != rows[at].createdAt) {
        return false;
    }
    items[at] = itemOf(row, queue.value(row.id));
    rows[at] = row;
    rows[at].body.clear();
    return true;
}

DraftCounts DraftShelves::counts() const
{
    DraftCounts counts;
    for (const DraftItem &item : items) {
        counts.open += isOpen(item);
        counts.reviewed += isOpen(item) && item.reviewed;
    }
    counts.handedOff = static_cast<int>(items.size()) - counts.open;
    return counts;
}

QVector<DraftItem> DraftShelves::on(DraftShelf shelf, bool unreviewedOnly) const
{
    QVector<DraftItem> chosen;
    for (const DraftItem &item : items) {
        const bool fits = shelf == DraftShelf::all || isOpen(item) == (shelf == DraftShelf::open);
        if (fits && !(unreviewedOnly && (item.reviewed || !isOpen(item)))) {
            chosen << item;
        }
    }
    return chosen;
}

} // namespace crema::ui
