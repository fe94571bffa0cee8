// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/roles.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVariant>

namespace crema::ui {

namespace {

constexpr auto textRoleProperty = "cremaTextRole";
constexpr auto toneProperty = "cremaTone";
constexpr auto kindProperty = "cremaButtonKind";
constexpr auto tableProperty = "cremaTable";
constexpr int rowPadding = 20;

struct FontRule
{
    qreal scale = 1;
    QFont::Weight weight = QFont::Normal;
};

FontRule ruleOf(TextRole role)
{
    switch (role) {
    case TextRole::body:
        return {1.0, QFont::Normal};
    case TextRole::strong:
        return {1.0, QFont::DemiBold};
    case TextRole::caption:
        return {0.9, QFont::Normal};
    case TextRole::heading:
        return {1.15, QFont::DemiBold};
    case TextRole::title:
        return {1.6, QFont::DemiBold};
    case TextRole::display:
        return {2.2, QFont::DemiBold};
    }
    return {};
}

/// Stands where the layout begins, as what is around it does; QLabel goes by the script of its text.
class SideLabel final : public QLabel
{
public:
    using QLabel::QLabel;

private:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Polish || event->type() == QEvent::LayoutDirectionChange) {
            takeSide();
        }
        return QLabel::event(event);
    }

    void takeSide()
    {
        const Qt::Alignment own = alignment();
        if ((own & (Qt::AlignHCenter | Qt::AlignJustify)) != 0) {
            return;
        }
        if ((own & Qt::AlignAbsolute) == 0) {
            m_isTrailing = (own & Qt::AlignRight) != 0;
        }
        const Qt::Alignment side = m_isTrailing != isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
        setAlignment((own & ~Qt::AlignHorizontal_Mask) | side | Qt::AlignAbsolute);
    }

    bool m_isTrailing = false;
};

} // namespace

void setTextRole(QWidget *widget, TextRole role)
{
    widget->setProperty(textRoleProperty, static_cast<int>(role));
    applyRoles(widget);
}

void setTone(QWidget *widget, Tone tone)
{
    widget->setProperty(toneProperty, static_cast<int>(tone));
    applyRoles(widget);
}

QLabel *makeLabel(const QString &text, TextRole role, Tone tone)
{
    auto *label = new SideLabel(text);
    setTextRole(label, role);
    if (tone != Tone::text) {
        setTone(label, tone);
    }
    return label;
}

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    button->update();
}

ButtonKind buttonKind(const QWidget *button)
{
    const QVariant kind = button != nullptr ? button->property(kindProperty) : QVariant();
    return kind.isValid() ? static_cast<ButtonKind>(kind.toInt()) : ButtonKind::normal;
}

void setUpTable(QTableView *table)
{
    table->setProperty(tableProperty, true);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsMovable(true);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    applyRoles(table);
}

void applyRoles(QWidget *widget)
{
    const QVariant role = widget->property(textRoleProperty);
    if (role.isValid()) {
        const FontRule rule = ruleOf(static_cast<TextRole>(role.toInt()));
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * rule.scale);
        font.setWeight(rule.weight);
        widget->setFont(font);
    }
    const QVariant tone = widget->property(toneProperty);
    if (tone.isValid()) {
        const QColor colour = colours().of(static_cast<Tone>(tone.toInt()));
        QPalette palette;
        palette.setColor(QPalette::WindowText, colour);
        palette.setColor(QPalette::Text, colour);
        palette.setColor(QPalette::ButtonText, colour);
        widget->setPalette(palette);
    }
    if (widget->property(tableProperty).toBool()) {
        const QFontMetrics metrics(widget->font());
        static_cast<QTableView *>(widget)->verticalHeader()->setDefaultSectionSize(metrics.height()
                                                                                   + rowPadding);
    }
}

} // namespace crema::ui
