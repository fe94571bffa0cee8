// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QToolButton;

namespace crema::ui {

/// What leads, and tool buttons at the far end. Where the width does not hold the words of the buttons their
/// icons stand alone, and where it does not hold those either the buttons take a line of their own: nothing
/// is squeezed or laid over its neighbour.
class ToolRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ToolRow(QWidget *parent = nullptr);

    /// Where to put what leads.
    [[nodiscard]] QHBoxLayout *lead() const { return m_lead; }
    /// The style it has now is the most that it shows. Its words are its tool tip when it has none.
    void addTool(QToolButton *tool);

    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    enum class Look { words, icons, stacked };
    struct Tool
    {
        QToolButton *button;
        Qt::ToolButtonStyle style;
    };

    void arrange();
    void show(Look look);
    [[nodiscard]] int toolsWidth(Look look) const;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

    QBoxLayout *m_whole;
    QHBoxLayout *m_lead;
    QHBoxLayout *m_tools;
    QVector<Tool> m_buttons;
    Look m_look = Look::words;
};

} // namespace crema::ui
