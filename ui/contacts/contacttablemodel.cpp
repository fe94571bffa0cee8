// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contacttablemodel.h"

#include "base/dates.h"
#include "ui/common/chip.h"
#include "ui/contacts/rowidset.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

// A window shows about thirty rows and a wheel moves by three: the step that reads is felt less (bench_list).
constexpr int block = 8;
constexpr int detailsBlock = 64;

QString shortDate(const QDate &date, const QDate &today)
{
    if (!date.isValid()) {
        return {};
    }
    const QLocale locale;
    // Translators: a date of this year, and one of another year.
    return locale.toString(date,
                           date.year() == today.year() ? ContactTableModel::tr("d MMM")
                                                       : ContactTableModel::tr("d MMM yyyy"));
}

constexpr qsizetype manyRows = 64; ///< to look each up in the list would take longer than one walk

} // namespace

ContactTableModel::ContactTableModel(const store::Reader &reader, const Clock &clock, QObject *parent,
                                     int keptRows)
    : QAbstractTableModel(parent), m_reader(reader), m_clock(clock), m_cache(keptRows)
{
}

int ContactTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rids.size());
}

int ContactTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : contactColumnCount;
}

void ContactTableModel::keep(const store::ContactRow &row) const
{
    auto cachedRow = std::make_unique<Cached>();
    const QDate today = m_clock.now().toLocalTime().date();
    const QDate due = QDate::fromString(row.nextActionDate, Qt::ISODate);
    cachedRow->row = row;
    cachedRow->dueText = due.isValid() ? shortDate(due, today) : row.nextActionDate;
    cachedRow->added = shortDate(fromStoredTime(row.createdAt).toLocalTime().date(), today);
    cachedRow->due = !due.isValid() ? Due::none
            : due < today           ? Due::overdue
            : due == today          ? Due::today
                                    : Due::later;
    m_cache.insert(row.rid, cachedRow.release());
}

void ContactTableModel::load(int row) const
{
    const qsizetype first = row - row % block;
    QVector<qint64> missing;
    for (qsizetype i = first; i < std::min<qsizetype>(first + block, m_rids.size()); ++i) {
        if (!m_cache.contains(m_rids[i])) {
            missing << m_rids[i];
        }
    }
    const auto rows = m_reader.contactRows(missing);
    if (!rows) {
        Q_EMIT readFailed(rows.error());
        return;
    }
    for (const store::ContactRow &contact : *rows) {
        keep(contact);
    }
    if (missing.contains(m_held.row.rid) && !m_cache.contains(m_held.row.rid)) {
        keep(m_held.row); // the contact is gone, the row not yet
    }
}

const ContactTableModel::Cached *ContactTableModel::cached(int row) const
{
    const qint64 rid = m_rids[row];
    if (!m_cache.contains(rid)) {
        load(row);
    }
    return m_cache.object(rid);
}

std::optional<store::ContactRow> ContactTableModel::contactAt(int row) const
{
    const Cached *found = row >= 0 && row < rowCount() ? cached(row) : nullptr;
    return found != nullptr ? std::optional(found->row) : std::nullopt;
}

void ContactTableModel::loadDetails(int row) const
{
    const qsizetype first = row - row % detailsBlock;
    QVector<qint64> missing;
    for (qsizetype i = first; i < std::min<qsizetype>(first + detailsBlock, m_rids.size()); ++i) {
        if (const Cached *known = m_cache.object(m_rids[i]); known != nullptr && !known->details) {
            missing << m_rids[i];
        }
    }
    auto people = store::peopleDetails(m_reader, missing);
    if (!people) {
        Q_EMIT readFailed(people.error());
        return;
    }
    for (store::PersonDetails &person : *people) {
        if (Cached *known = m_cache.object(person.rid)) {
            known->details = std::make_unique<store::PersonDetails>(std::move(person));
        }
    }
}

const store::PersonDetails *ContactTableModel::details(int row) const
{
    const Cached *known = cached(row);
    if (known != nullptr && !known->details) {
        loadDetails(row);
    }
    return known != nullptr ? known->details.get() : nullptr;
}

QString ContactTableModel::storedText(int row, ContactColumn column) const
{
    const Cached *known = row >= 0 && row < rowCount() ? cached(row) : nullptr;
    if (known == nullptr || !needsDetails(column)) {
        return known != nullptr ? plainText(known->row, column) : QString();
    }
    const store::PersonDetails *person = details(row);
    return person != nullptr ? plainText(*person, column) : QString();
}

QString ContactTableModel::shownText(int row, const Cached &cached, ContactColumn column) const
{
    if (column == ContactColumn::due || column == ContactColumn::added) {
        return column == ContactColumn::due ? cached.dueText : cached.added;
    }
    const QString text = storedText(row, column);
    if (isDateColumn(column)) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? shortDate(date, m_clock.now().toLocalTime().date()) : text;
    }
    return column == ContactColumn::notes ? text.trimmed().section(u'\n', 0, 0) : text;
}

QStringList ContactTableModel::namePartsOf(const store::ContactRow &row) const
{
    const auto contact = m_reader.contact(row.id);
    if (!contact) {
        Q_EMIT readFailed(contact.error());
        return {row.name, QString()};
    }
    return {contact->firstName, contact->lastName};
}

QVariant ContactTableModel::editValue(int row, const Cached &cached, ContactColumn column) const
{
    return column == ContactColumn::name ? QVariant(namePartsOf(cached.row))
                                         : QVariant(storedText(row, column));
}

QVariant ContactTableModel::ownRole(const Cached &cached, Role role) const
{
    const store::ContactRow &row = cached.row;
    switch (role) {
    case Role::contactId:
        return row.id;
    case Role::rowId:
        return row.rid;
    case Role::sample:
        return row.sample;
    case Role::due:
        return static_cast<int>(cached.due);
    case Role::dueText:
        return cached.dueText;
    case Role::tags:
        return row.tags;
    case Role::title:
        return row.jobTitle.isEmpty() || row.company.isEmpty()
                ? row.jobTitle + row.company
                : tr("%1 at %2").arg(row.jobTitle, row.company);
    case Role::nameParts:
        return namePartsOf(row);
    case Role::problem:
        break;
    }
    return {};
}

QVariant ContactTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ContactColumn column = contactColumnAt(index.column());
    const auto unsaved = m_unsaved.constFind({m_rids[index.row()], index.column()});
    const bool own = unsaved != m_unsaved.constEnd();
    const Cached *row = cached(index.row());
    if (row == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return own ? unsaved->edit.shownText() : shownText(index.row(), *row, column);
    case Qt::EditRole:
        return own ? unsaved->edit.typed : editValue(index.row(), *row, column);
    case Qt::ToolTipRole:
        if (column == ContactColumn::notes && !own) {
            const QString notes = storedText(index.row(), column);
            return notes.contains(u'\n') ? QVariant(notes.left(2000)) : QVariant();
        }
        return own && !unsaved->problem.isEmpty() ? QVariant(unsaved->problem) : QVariant();
    case static_cast<int>(Role::problem):
        return own ? unsaved->problem : QString();
    case Qt::AccessibleTextRole:
        return own                                ? spokenText(*unsaved)
                : column == ContactColumn::status ? statusWords(row->row.status)
                                                  : shownText(index.row(), *row, column);
    default:
        return role >= Qt::UserRole ? ownRole(*row, static_cast<Role>(role)) : QVariant();
    }
}

QVariant ContactTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section < contactColumnCount) {
        return specOf(contactColumnAt(section)).title;
    }
    return {};
}

Qt::ItemFlags ContactTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    const ContactColumn column = contactColumnAt(index.column());
    if (column == ContactColumn::name || !specOf(column).field.isEmpty()) {
        result |= Qt::ItemIsEditable;
    }
    return result | Qt::ItemNeverHasChildren | Qt::ItemIsDragEnabled;
}

void ContactTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < contactColumnCount) {
        Q_EMIT sortRequested(contactColumnAt(column), order);
    }
}

void ContactTableModel::rowsChanged(const QVector<qint64> &rids)
{
    if (rids.size() > manyRows) {
        const RowIdSet changed(rids);
        const auto isOne = [&changed](qint64 rid) { return changed.contains(rid); };
        const auto first = std::find_if(m_rids.cbegin(), m_rids.cend(), isOne);
        if (first != m_rids.cend()) {
            const auto last = std::find_if(m_rids.crbegin(), m_rids.crend(), isOne);
            Q_EMIT dataChanged(index(static_cast<int>(first - m_rids.cbegin()), 0),
                               index(static_cast<int>(m_rids.crend() - last) - 1, contactColumnCount - 1));
        }
        return;
    }
    for (const qint64 rid : rids) {
        if (const int row = rowOf(rid); row >= 0) {
            Q_EMIT dataChanged(index(row, 0), index(row, contactColumnCount - 1));
        }
    }
}

void ContactTableModel::refresh(const QVector<qint64> &rids)
{
    for (const qint64 rid : rids) {
        m_cache.remove(rid);
    }
    rowsChanged(rids);
}

void ContactTableModel::refreshAll()
{
    m_cache.clear();
    if (!m_rids.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, contactColumnCount - 1));
    }
}

void ContactTableModel::remove(const QVector<qint64> &rids)
{
    if (rids.isEmpty()) {
        return;
    }
    const RowIdSet gone(rids);
    QVector<qint64> left = m_rids;
    left.removeIf([&gone](qint64 rid) { return gone.contains(rid); });
    setRowIds(left);
}

void ContactTableModel::hold(qint64 rid)
{
    const int row = rowOf(rid);
    const bool isOther = rid != m_held.row.rid;
    m_held = {contactAt(row).value_or(store::ContactRow {}), storedText(row, ContactColumn::notes)};
    if (isOther && std::exchange(m_isOverdue, false)) {
        Q_EMIT listWanted();
    }
}

QVector<qint64> ContactTableModel::withHeld(QVector<qint64> rids)
{
    m_isOverdue = m_held.row.rid != 0 && !rids.contains(m_held.row.rid);
    if (m_isOverdue) {
        rids.insert(std::clamp<qsizetype>(rowOf(m_held.row.rid), 0, rids.size()), m_held.row.rid);
    }
    return rids;
}

void ContactTableModel::setRowIds(const QVector<qint64> &listed, const QVector<store::ContactRow> &known)
{
    for (const store::ContactRow &row : known) {
        keep(row);
    }
    const QVector<qint64> rids = withHeld(listed);
    const auto [oldMiddle, newMiddle] = std::ranges::mismatch(std::as_const(m_rids), rids);
    const auto prefix = static_cast<qsizetype>(oldMiddle - m_rids.cbegin());
    qsizetype suffix = 0;
    const qsizetype most = std::min(m_rids.size(), rids.size()) - prefix;
    while (suffix < most && m_rids[m_rids.size() - 1 - suffix] == rids[rids.size() - 1 - suffix]) {
        ++suffix;
    }
    const qsizetype gone = m_rids.size() - prefix - suffix;
    const qsizetype come = rids.size() - prefix - suffix;
    const auto first = static_cast<int>(prefix);
    if (gone > 0 && come > 0) {
        replaceMiddle(first, m_rids.mid(prefix, gone), rids.mid(prefix, come));
    } else if (come > 0) { // as when the whole list follows its first page: nothing is copied or compared
        beginInsertRows({}, first, first + static_cast<int>(come) - 1);
        m_rids = rids;
        endInsertRows();
    } else if (gone > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(gone) - 1);
        m_rids = rids;
        endRemoveRows();
    }
}

void ContactTableModel::replaceMiddle(int first, const QVector<qint64> &before, const QVector<qint64> &after)
{
    // Three steps whatever changed - add behind, put in order, drop from the end - keep every index that
    // lives on and cost the same for one row and for all.
    const RowIdSet old(before);
    const RowIdSet next(after);
    QVector<qint64> added = after;
    added.removeIf([&old](qint64 rid) { return old.contains(rid); });
    QVector<qint64> removed = before;
    removed.removeIf([&next](qint64 rid) { return next.contains(rid); });
    const int end = first + static_cast<int>(before.size());
    if (!added.isEmpty()) {
        beginInsertRows({}, end, end + static_cast<int>(added.size()) - 1);
        m_rids = m_rids.first(end) + added + m_rids.sliced(end);
        endInsertRows();
    }
    if (m_rids.sliced(first, before.size() + added.size()) != after + removed) {
        permute(first, after + removed);
    }
    if (!removed.isEmpty()) {
        const int from = first + static_cast<int>(after.size());
        beginRemoveRows({}, from, from + static_cast<int>(removed.size()) - 1);
        m_rids.remove(from, removed.size());
        endRemoveRows();
    }
}

void ContactTableModel::permute(int first, const QVector<qint64> &order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QVector<qint64> kept;
    kept.reserve(from.size());
    for (const QModelIndex &old : from) {
        kept << m_rids[old.row()];
    }
    const RowIdSet wanted(kept);
    QHash<qint64, int> rows; // only of what is held: a selection, not the list
    for (int i = 0; i < static_cast<int>(order.size()); ++i) {
        if (wanted.contains(order[i])) {
            rows.insert(order[i], first + i);
        }
    }
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &old : from) {
        const int row = rows.value(m_rids[old.row()], old.row());
        to << createIndex(row, old.column());
    }
    std::ranges::copy(order, m_rids.begin() + first);
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace crema::ui
