// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace crema::ui {

/// One line of plain text that is cut with an ellipsis when it does not fit; the full text is then its tool
/// tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace crema::ui
