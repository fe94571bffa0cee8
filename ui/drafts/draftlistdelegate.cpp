// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftlistdelegate.h"

#include "ui/common/personrow.h"
#include "ui/drafts/draftlistmodel.h"

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QString textOf(const QModelIndex &index, DraftListModel::Role role)
{
    return index.data(static_cast<int>(role)).toString();
}

} // namespace

QSize DraftListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return personRowSize(option);
}

void DraftListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    paintPersonRow(*painter, option,
                   {textOf(index, DraftListModel::Role::name), textOf(index, DraftListModel::Role::contactId),
                    textOf(index, DraftListModel::Role::company),
                    textOf(index, DraftListModel::Role::subject),
                    textOf(index, DraftListModel::Role::status)});
}

} // namespace crema::ui
