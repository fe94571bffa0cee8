// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

class QAbstractButton;
class QLabel;
class QTableView;
class QString;
class QWidget;

namespace crema::ui {

/// What a text is in the hierarchy of a page. Sizes are relative to the application's font, so they scale
/// with it.
enum class TextRole {
    body,
    strong, ///< body, semi-bold
    caption, ///< smaller
    heading, ///< of a card or a section
    title, ///< of a page
    display, ///< a figure on a card
};

/// Gives a widget the font of a role; kept through changes of text size.
void setTextRole(QWidget *widget, TextRole role);

/// Gives a widget's text the colour of a tone; kept through changes of scheme.
void setTone(QWidget *widget, Tone tone);

/// A label in one go; selectable with the mouse only when asked for. The parent comes from the layout.
[[nodiscard]] QLabel *makeLabel(const QString &text, TextRole role = TextRole::body, Tone tone = Tone::text);

/// How loud a button is: one `primary` per page or dialog at most.
enum class ButtonKind { normal, primary, quiet, danger };

void setButtonKind(QAbstractButton *button, ButtonKind kind);
[[nodiscard]] ButtonKind buttonKind(const QWidget *button);

/// The usual look and behaviour of a table: comfortable rows with a thin line between them, whole rows
/// selected, no vertical header, columns movable.
void setUpTable(QTableView *table);

/// Applies the font and colour that a widget was given with setTextRole and setTone; the style calls it.
void applyRoles(QWidget *widget);

} // namespace crema::ui
