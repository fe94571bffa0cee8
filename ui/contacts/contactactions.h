// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;

namespace crema::ui {

class ActionRegistry;

/// The commands of the contacts page, registered once: for its buttons and menus, the window's menus and the
/// palette. Made before the page is first shown they are in the palette from the start; the page gives them
/// their meaning.
struct ContactActions
{
    explicit ContactActions(ActionRegistry &registry);

    QAction *add;
    QAction *import;
    QAction *exportAll;
    QAction *exportFiltered;
    QAction *trash;
    QAction *duplicates;
    QAction *write; ///< these work on the selected contacts
    QAction *prepare;
    QAction *conversation; ///< of one, as the mailbox has it
    QAction *status;
    QAction *tag;
    QAction *merge; ///< of exactly two
    QAction *exportSelected;
    QAction *copy;
    QAction *paste; ///< onto the cells, or as new people where none is selected
    QAction *pasteNew;
    QAction *remove;
    QAction *filter;
    QAction *clearFilters;
    QAction *details;
    QAction *board; ///< checked: the board is shown instead of the table
    QAction *columns;
    QAction *saveFilter;
};

} // namespace crema::ui
