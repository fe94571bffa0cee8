// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QString>

/// Every icon of the program, one file `resources/icons/<name-with-dashes>.svg` each.
#define CREMA_GLYPHS(X)                                                                                      \
    X(account)                                                                                               \
    X(add)                                                                                                   \
    X(attach)                                                                                                \
    X(board)                                                                                                 \
    X(building) X(calendar) X(chart) X(check) X(checkCircle) X(chevronDown) X(chevronLeft) X(chevronRight)   \
            X(chevronUp) X(clock) X(close) X(coffee) X(columns) X(command) X(contacts) X(copy) X(credits)    \
                    X(drafts) X(edit) X(error) X(exportFile) X(external) X(eye) X(file) X(filePdf) X(filter) \
                            X(find) X(fitPage) X(fitWidth) X(folder) X(home) X(importFile) X(info) X(key)    \
                                    X(keyboard) X(link) X(list) X(location) X(mail) X(merge) X(moon) X(more) \
                                            X(note) X(person) X(phone) X(play) X(print) X(redo) X(refresh)   \
                                                    X(save) X(school) X(search) X(send) X(settings)          \
                                                            X(shield) X(sidebar) X(spark) X(star) X(stop)    \
                                                                    X(sun) X(tag) X(trash) X(undo)           \
                                                                            X(warning) X(zoomIn) X(zoomOut)

namespace crema::ui {

#define CREMA_GLYPH_ENTRY(name) name,
/// The line icons, drawn on a 24-px grid.
enum class Glyph { none = -1, CREMA_GLYPHS(CREMA_GLYPH_ENTRY) };
#undef CREMA_GLYPH_ENTRY

/// How many glyphs there are; `Glyph(0)` .. `Glyph(glyphCount() - 1)` are all of them.
[[nodiscard]] int glyphCount();

/// The file name of a glyph without its ending: "zoom-in". It is the name of its QIcon as well.
[[nodiscard]] QString glyphName(Glyph glyph);

/// The glyph as an icon. It takes its colour from the scheme that is current when it is painted, so it needs
/// no care when the scheme changes, and is sharp at every size and scale. `Glyph::none` gives a null icon.
[[nodiscard]] QIcon icon(Glyph glyph, Tone tone = Tone::text);

/// The same glyph in another tone; icons that are not glyphs come back as they are.
[[nodiscard]] QIcon retoned(const QIcon &icon, Tone tone);

/// Draws one glyph into `rect` (device-independent pixels), for delegates and painted widgets.
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour);

/// The program's own icon.
[[nodiscard]] QIcon applicationIcon();

} // namespace crema::ui
