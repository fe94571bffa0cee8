// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/segmentedcontrol.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

int glyphSide()
{
    return scaled(16);
}

/// One choice: a raised surface when chosen.
class Segment final : public QAbstractButton
{
public:
    explicit Segment(QWidget *parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold); // so that choosing does not move the neighbours
        const int glyphWidth = icon().isNull() ? 0 : glyphSide() + (text().isEmpty() ? 0 : gap::small - 2);
        return {QFontMetrics(bold).horizontalAdvance(text()) + glyphWidth + 24, fontMetrics().height() + 12};
    }

    QSize minimumSizeHint() const override { return sizeHint(); } // never cut

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (isChecked()) {
            painter.setPen(c.outline);
            painter.setBrush(c.surface);
            painter.drawRoundedRect(area, radius::control - 1, radius::control - 1);
        }
        if (hasFocus()) {
            painter.setPen(QPen(c.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius::control - 1,
                                    radius::control - 1);
        }
        paintLabel(painter);
    }

private:
    void paintLabel(QPainter &painter)
    {
        const Colours &c = colours();
        QFont face = font();
        face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(face);
        const QColor ink = !isEnabled() ? c.disabled : isChecked() || underMouse() ? c.text : c.muted;
        painter.setPen(ink);
        const int glyphWidth = icon().isNull() ? 0 : glyphSide() + (text().isEmpty() ? 0 : gap::small - 2);
        const int wanted = QFontMetrics(face).horizontalAdvance(text()) + glyphWidth;
        QRect area(rect().center().x() - wanted / 2, 0, wanted + 2, height());
        if (!icon().isNull()) {
            const QRect glyph(area.left(), height() / 2 - glyphSide() / 2, glyphSide(), glyphSide());
            retoned(icon(), isChecked() ? Tone::accent : Tone::muted).paint(&painter, glyph);
            area.setLeft(area.left() + glyphWidth);
        }
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, text());
    }
};

} // namespace

SegmentedControl::SegmentedControl(const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_row(new QHBoxLayout(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_row->setContentsMargins(gap::hair, gap::hair, gap::hair, gap::hair);
    m_row->setSpacing(gap::hair);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked) {
            Q_EMIT currentChanged(id);
        }
    });
}

int SegmentedControl::addSegment(const QString &text, Glyph glyph)
{
    const int index = static_cast<int>(m_texts.size());
    m_texts.append(text);
    auto *segment = new Segment(this);
    segment->setText(text);
    segment->setAccessibleName(text);
    segment->setIcon(icon(glyph));
    m_group->addButton(segment, index);
    m_row->addWidget(segment);
    if (index == 0) {
        setCurrent(0);
    }
    return index;
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton *segment = m_group->button(index)) {
        const QSignalBlocker quiet(m_group);
        segment->setChecked(true);
    }
}

void SegmentedControl::setCount(int index, int count)
{
    if (QAbstractButton *segment = m_group->button(index)) {
        const QString &text = m_texts.at(index);
        segment->setText(count < 0 ? text : u"%1  %2"_s.arg(text, QLocale().toString(count)));
        segment->setAccessibleName(segment->text());
        segment->updateGeometry();
    }
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mix(colours().text, colours().ground, 0.06));
    painter.drawRoundedRect(rect(), radius::control + 1, radius::control + 1);
}

} // namespace crema::ui
