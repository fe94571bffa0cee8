// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/foundmodel.h"

#include "ui/theme/glyph.h"
#include "ui/theme/theme.h"

#include <QBrush>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

QString reasonsInWords(const FoundPerson &found, const QString &separator)
{
    QStringList words;
    for (const Reason &reason : found.reasons) {
        words << reason.text;
    }
    return words.join(separator);
}

void FoundModel::show(const QVector<FoundPerson> &people)
{
    const bool samePeople = std::ranges::equal(
            people, m_people, {}, [](const FoundPerson &p) { return p.person.id; },
            [](const FoundPerson &p) { return p.person.id; });
    if (samePeople) {
        // Only what is known of them changed: selection and scroll stay.
        m_people = people;
        if (!m_people.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_people.size()) - 1, columns - 1));
        }
        return;
    }
    beginResetModel();
    m_new.clear();
    m_people = people;
    endResetModel();
}

void FoundModel::markNew(const QStringList &personIds)
{
    m_new = QSet<QString>(personIds.begin(), personIds.end());
    if (!m_people.isEmpty()) {
        const auto known = static_cast<int>(Column::known);
        Q_EMIT dataChanged(index(0, known), index(static_cast<int>(m_people.size()) - 1, known));
    }
}

QString reachInWords(const FoundPerson &found)
{
    if (found.person.addresses.isEmpty()) {
        return FoundModel::tr("No address");
    }
    const ContactPoint &best = found.person.addresses.constFirst();
    return best.kind == "personal"_L1 ? FoundModel::tr("%1 (personal: ask first)").arg(best.value)
                                      : best.value;
}

QString FoundModel::marks(const FoundPerson &found) const
{
    if (!found.contactId.isEmpty()) {
        return tr("In contacts");
    }
    QStringList words;
    if (m_new.contains(found.person.id)) {
        words << tr("New");
    }
    if (found.person.sample) {
        words << tr("Sample");
    }
    return words.join(u" · "_s);
}

int FoundModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int FoundModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString FoundModel::text(const FoundPerson &found, Column column) const
{
    switch (column) {
    case Column::name:
        return found.person.name();
    case Column::title:
        return found.person.jobTitle();
    case Column::company:
        return found.person.company();
    case Column::place:
        return found.person.location.isEmpty() ? found.person.city : found.person.location;
    case Column::school:
        return found.person.college();
    case Column::why:
        return reasonsInWords(found, u" · "_s);
    case Column::known:
        return marks(found);
    case Column::reach:
        return reachInWords(found);
    }
    return {};
}

/// The vendor may have one that it does not show: its own sentence says so.
QString FoundModel::whyUnreachable(const FoundPerson &found)
{
    const auto reach = std::ranges::find(found.reasons, u"reach"_s, &Reason::kind);
    return reach == found.reasons.end() ? tr("No address is known.") : reach->text;
}

QVariant FoundModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_people.size()) {
        return {};
    }
    const FoundPerson &found = m_people[index.row()];
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole) {
        return text(found, column);
    }
    const bool unreachable = column == Column::reach && found.person.addresses.isEmpty();
    if (role == Qt::ToolTipRole) {
        return column == Column::why ? reasonsInWords(found, u"\n"_s)
                : unreachable        ? whyUnreachable(found)
                                     : text(found, column);
    }
    if (role == Qt::DecorationRole && unreachable) {
        return icon(Glyph::warning, Tone::warn);
    }
    if (role == Qt::ForegroundRole && unreachable) {
        return QBrush(colours().warn);
    }
    if (role == Qt::ForegroundRole && column == Column::known && found.contactId.isEmpty()
        && m_new.contains(found.person.id)) {
        return QBrush(colours().good);
    }
    return {};
}

QVariant FoundModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::name:
        return tr("Name");
    case Column::title:
        return tr("Title");
    case Column::company:
        return tr("Company");
    case Column::place:
        return tr("Place");
    case Column::school:
        return tr("School");
    case Column::why:
        return tr("Why this person");
    case Column::known:
        return tr("Known");
    case Column::reach:
        return tr("Address");
    }
    return {};
}

} // namespace crema::ui
