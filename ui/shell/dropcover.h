// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyph.h"
#include "ui/theme/tokens.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QMimeData;

namespace crema::ui {

/// What the window says of files that are held over it.
struct DropWords
{
    Glyph glyph = Glyph::importFile;
    Tone tone = Tone::accent; ///< bad: letting them go does nothing but say why
    QString title;
    QString text;
};

/// Lies over the whole window while files are dragged across it, says what letting them go would do, and
/// takes them, whatever is underneath. Anything else that is dragged does not concern it.
class DropCover final : public QWidget
{
    Q_OBJECT

public:
    using Describe = std::function<DropWords(const QStringList &paths)>;

    /// Nothing is taken before somebody describes it.
    explicit DropCover(QWidget *window);

    void setDescribe(const Describe &describe) { m_describe = describe; }
    [[nodiscard]] const DropWords &words() const { return m_words; }

Q_SIGNALS:
    /// After the drop is over for the program the files came from.
    void dropped(const QStringList &paths);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool isBlocked() const;
    void cover(const QMimeData *mime);

    Describe m_describe;
    DropWords m_words;
};

} // namespace crema::ui
