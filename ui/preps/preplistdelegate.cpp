// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/preplistdelegate.h"

#include "ui/common/personrow.h"
#include "ui/preps/preplistmodel.h"

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QString textOf(const QModelIndex &index, PrepListModel::Role role)
{
    return index.data(static_cast<int>(role)).toString();
}

} // namespace

QSize PrepListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return personRowSize(option);
}

void PrepListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const QString status = textOf(index, PrepListModel::Role::status);
    paintPersonRow(*painter, option,
                   {index.data().toString(),
                    textOf(index, PrepListModel::Role::contactId),
                    {},
                    textOf(index, PrepListModel::Role::company),
                    status == "completed"_L1 ? QString() : status});
}

} // namespace crema::ui
