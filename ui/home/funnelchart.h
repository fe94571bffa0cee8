// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

namespace crema::ui {

/// The pipeline as bars: how many contacts are in each status, the main steps always. Every bar has its
/// number and word; colour only repeats them.
class FunnelChart final : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelChart(QWidget *parent = nullptr);

    void show(const QVector<std::pair<QString, int>> &counts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    struct Columns
    {
        int label = 0; ///< width
        int number = 0; ///< width
        int most = 1; ///< the largest count
    };
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] Columns columns() const;

    QVector<std::pair<QString, int>> m_counts;
};

} // namespace crema::ui
