// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/foundmodel.h"

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
    m_people = people;
    endResetModel();
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
        return !found.contactId.isEmpty() ? tr("In contacts")
                : found.person.sample     ? tr("Sample")
                                          : QString();
    }
    return {};
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
    if (role == Qt::ToolTipRole) {
        return column == Column::why ? reasonsInWords(found, u"\n"_s) : text(found, column);
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
    }
    return {};
}

} // namespace crema::ui
