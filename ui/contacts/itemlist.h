// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QVector>
#include <QWidget>

class QMenu;
class QPushButton;
class QVBoxLayout;

namespace crema::ui {

/// A short list of a contact's positions, schools, emails or chats: two lines each, with what can be done to
/// it.
class ItemList final : public QWidget
{
    Q_OBJECT

public:
    struct Item
    {
        QString id;
        QString title;
        QString text; ///< under the title; empty for none
        QString note; ///< small, quiet: where it comes from
        QString chip; ///< a status of the model at the right; empty for none
        QString tip {}; ///< tool tip of the whole item

        [[nodiscard]] bool operator==(const Item &) const = default;
    };
    /// `edit` shows a pen and a menu on each item and an Add button below; `open` makes each a link.
    enum class Kind { edit, open };

    ItemList(Kind kind, const QString &addText = {}, QWidget *parent = nullptr);

    void setItems(const QVector<Item> &items);

Q_SIGNALS:
    void editRequested(const QString &id);
    void removeRequested(const QString &id);
    /// To another place in the list; 0 is the current or preferred one.
    void moveRequested(const QString &id, qsizetype place);
    void addRequested();
    void opened(const QString &id);

private:
    QWidget *makeRow(const Item &item);
    QWidget *makeEditable(const Item &item, qsizetype place);
    void fillMenu(QMenu &menu, const Item &item, qsizetype place);

    Kind m_kind;
    QVBoxLayout *m_rows;
    QPushButton *m_add;
    QVector<Item> m_items;
};

} // namespace crema::ui
