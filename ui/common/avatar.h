// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace crema::ui {

/// The initials of a name in any script: "Zoë Müller" -> "ZM", "山田 太郎" -> "山", "김민준" -> "김". Empty
/// for no name.
[[nodiscard]] QString initialsOf(const QString &name);

/// Draws a disc with the initials; the colour depends on `seed` only (an id), so a person keeps it.
void paintAvatar(QPainter &painter, const QRectF &disc, const QString &name, const QString &seed,
                 const QFont &font);

/// A disc with a person's initials.
class Avatar final : public QWidget
{
    Q_OBJECT

public:
    /// `side` in device-independent pixels.
    explicit Avatar(int side = 40, QWidget *parent = nullptr);

    void setPerson(const QString &name, const QString &seed);

private:
    void paintEvent(QPaintEvent *event) override;

    QString m_name;
    QString m_seed;
};

} // namespace crema::ui
