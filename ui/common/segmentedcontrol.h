// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyph.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace crema::ui {

/// A few exclusive choices side by side ("Table | Board"). Arrow keys move between them.
class SegmentedControl final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const QString &accessibleName, QWidget *parent = nullptr);

    /// The first one added is chosen. Returns its index.
    int addSegment(const QString &text, Glyph glyph = Glyph::none);
    [[nodiscard]] int current() const;
    /// Does not emit.
    void setCurrent(int index);
    /// A count behind the text ("Drafts 12"); below 0 for none.
    void setCount(int index, int count);

Q_SIGNALS:
    /// The user chose another segment.
    void currentChanged(int index);

private:
    void paintEvent(QPaintEvent *event) override;

    QButtonGroup *m_group;
    QHBoxLayout *m_row;
    QStringList m_texts;
};

} // namespace crema::ui
