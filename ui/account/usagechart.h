// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/operation.h"

#include <QDate>
#include <QWidget>

namespace crema::ui {

/// Credits charged on one day.
struct UsageDay
{
    QDate day;
    int credits = 0;

    [[nodiscard]] bool operator==(const UsageDay &) const = default;
};

/// What was charged on each of `days` days up to `today`, by the local calendar.
[[nodiscard]] QVector<UsageDay> usageOf(const QVector<store::Receipt> &receipts, const QDate &today,
                                        int days);

/// Charged credits day by day as bars; a day's number is its tool tip and is read out.
class UsageChart final : public QWidget
{
    Q_OBJECT

public:
    explicit UsageChart(QWidget *parent = nullptr);

    void show(const QVector<UsageDay> &days);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF barOf(qsizetype index) const;
    [[nodiscard]] int top() const;

    QVector<UsageDay> m_days;
    int m_most = 0;
};

} // namespace crema::ui
