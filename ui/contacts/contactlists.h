// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/contactdetail.h"
#include "ui/contacts/saveanswer.h"

#include <QObject>

class QWidget;

namespace crema::ui {

class ItemList;

/// The positions and schools of a contact: lists with their dialogs. The widgets belong to the layout they
/// are put in.
class ContactLists final : public QObject
{
    Q_OBJECT

public:
    explicit ContactLists(QWidget *parent);

    [[nodiscard]] ItemList *positions() const { return m_positions; }
    [[nodiscard]] ItemList *schools() const { return m_schools; }
    void showContact(const ContactDetail &detail);
    void setSourcesShown(bool shown);

Q_SIGNALS:
    void contactEdited(const crema::Contact &before, const crema::Contact &after);
    /// The same from a dialog, which stays until it is saved.
    void saveRequested(const crema::Contact &before, const crema::Contact &after,
                       const crema::ui::SaveAnswer &answer);

private:
    void fill();
    void editPosition(const QString &id);
    void editSchool(const QString &id);
    template <typename Item>
    void removeItem(QVector<Item> Contact::*list, const QString &id);
    template <typename Item>
    void placeItem(QVector<Item> Contact::*list, const QString &id, qsizetype place);

    QWidget *m_parent;
    ItemList *m_positions;
    ItemList *m_schools;
    ContactDetail m_detail;
    bool m_sources = false;
};

} // namespace crema::ui
