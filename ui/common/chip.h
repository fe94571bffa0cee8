// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QStyledItemDelegate>
#include <QWidget>

namespace crema::ui {

/// The tone of a contact, draft or prep status ("Replied", "handed_off", "failed"); an unknown status is
/// muted.
[[nodiscard]] Tone toneOfStatus(const QString &status);
/// A status as shown to people, translated; an unknown one as it is ("handed_off" -> "Handed off").
[[nodiscard]] QString statusWords(const QString &status);

/// Draws a chip - a dot and a text on a pale ground - at the left of `area`, cut to its width. Returns its
/// rectangle.
QRect paintChip(QPainter &painter, const QRect &area, const QString &text, Tone tone, const QFont &font);
/// How wide and high a chip with this text is.
[[nodiscard]] QSize chipSize(const QString &text, const QFont &font);

/// A status as a small chip: always a word, the colour only repeats it.
class StatusChip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChip(QWidget *parent = nullptr);

    /// A status of the model: words and tone come from it.
    void setStatus(const QString &status);
    void setText(const QString &text, Tone tone);
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;

    QString m_text;
    Tone m_tone = Tone::muted;
};

/// Draws the status in a table's column as a chip. Reads the status from the given role.
class StatusDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StatusDelegate(QObject *parent = nullptr, int role = Qt::DisplayRole);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
};

/// A small count or word beside a title ("12", "Sample").
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(const QString &text = {}, Tone tone = Tone::muted, QWidget *parent = nullptr);

    /// An empty text takes no room.
    void setText(const QString &text);
    void setBadgeTone(Tone tone);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void paintEvent(QPaintEvent *event) override;

    QString m_text;
    Tone m_tone;
};

} // namespace crema::ui
