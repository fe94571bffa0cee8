// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int edge = 12;

int glyphSide()
{
    return scaled(20);
}

int brandSide()
{
    return scaled(28);
}

/// The program's mark and name above the pages.
class Brand final : public QWidget
{
public:
    using QWidget::QWidget;

    void setNameShown(bool shown)
    {
        m_nameShown = shown;
        update();
    }

    QSize sizeHint() const override { return {brandSide() + 2 * edge, brandSide() + gap::medium}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int left = m_nameShown ? edge - 2 : (width() - brandSide()) / 2;
        const QRect mark(left, (height() - brandSide()) / 2, brandSide(), brandSide());
        applicationIcon().paint(&painter, style()->visualRect(layoutDirection(), rect(), mark));
        if (m_nameShown) {
            QFont name = font();
            name.setPointSizeF(name.pointSizeF() * 1.3);
            name.setWeight(QFont::DemiBold);
            painter.setFont(name);
            painter.setPen(colours().text);
            const QRect words(mark.right() + 10, 0, width() - mark.right() - 10, height());
            painter.drawText(style()->visualRect(layoutDirection(), rect(), words),
                             Qt::AlignVCenter | Qt::AlignLeft, u"Crema"_s);
        }
    }

private:
    bool m_nameShown = true;
};

/// One entry.
class Entry final : public QAbstractButton
{
public:
    Entry(const Page &page, QWidget *parent) : QAbstractButton(parent), m_glyph(page.glyph)
    {
        setText(page.title);
        setAccessibleName(page.title);
        setObjectName(u"nav."_s + page.id);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setCollapsed(bool collapsed)
    {
        m_collapsed = collapsed;
        update();
    }

    void setCount(int count)
    {
        m_count = count;
        setAccessibleName(count > 0 ? u"%1, %2"_s.arg(text()).arg(count) : text());
        update();
    }

    QSize sizeHint() const override
    {
        return {glyphSide() + 2 * edge, std::max(36, fontMetrics().height() + 18)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setPen(Qt::NoPen);
        if (isChecked() || underMouse()) {
            painter.setBrush(isChecked() ? mix(c.accent, c.ground, 0.13) : mix(c.text, c.ground, 0.05));
            painter.drawRoundedRect(area, radius::control + 2, radius::control + 2);
        }
        if (hasFocus()) {
            painter.setPen(QPen(c.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(area, radius::control + 2, radius::control + 2);
        }
        const int left = m_collapsed ? (width() - glyphSide()) / 2 : edge;
        const QRect picture(left, (height() - glyphSide()) / 2, glyphSide(), glyphSide());
        const auto seen = [this](const QRect &r) {
            return style()->visualRect(layoutDirection(), rect(), r);
        };
        paintGlyph(painter, seen(picture), m_glyph, isChecked() ? c.accent : c.muted);
        if (!m_collapsed) {
            QFont face = font();
            face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
            painter.setFont(face);
            painter.setPen(c.text);
            const QRect words(picture.right() + 1 + edge, 0, width() - picture.right() - 2 * edge, height());
            painter.drawText(seen(words), Qt::AlignVCenter | Qt::AlignLeft, text());
        }
        paintCount(painter, seen);
    }

private:
    template <typename Seen>
    void paintCount(QPainter &painter, const Seen &seen)
    {
        if (m_count <= 0) {
            return;
        }
        const Colours &c = colours();
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent);
        if (m_collapsed) {
            painter.drawEllipse(seen(QRect(width() / 2 + 6, height() / 2 - 13, 8, 8)));
            return;
        }
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        small.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(small);
        const QString number = QLocale().toString(m_count);
        const int tall = metrics.height() + gap::hair;
        const int wide = std::max(tall, metrics.horizontalAdvance(number) + 10);
        const QRect pill = seen(QRect(width() - wide - edge + 2, (height() - tall) / 2, wide, tall));
        painter.drawRoundedRect(pill, tall / 2.0, tall / 2.0);
        painter.setFont(small);
        painter.setPen(c.onAccent);
        painter.drawText(pill, Qt::AlignCenter, number);
    }

    Glyph m_glyph;
    int m_count = 0;
    bool m_collapsed = false;
};

} // namespace

Navigation::Navigation(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_main(new QVBoxLayout), m_foot(new QVBoxLayout),
      m_fold(new QToolButton)
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Pages"));
    m_group->setExclusive(true);
    m_main->setSpacing(gap::hair);
    m_foot->setSpacing(gap::hair);
    m_fold->setIcon(icon(Glyph::sidebar, Tone::muted));
    m_fold->setAccessibleName(tr("Fold the navigation"));
    m_fold->setToolTip(tr("Fold the navigation"));
    m_fold->setFocusPolicy(Qt::TabFocus);
    auto *brand = new Brand(this);
    brand->setObjectName(u"brand"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::small, gap::small, gap::small, gap::small);
    column->setSpacing(gap::small);
    column->addWidget(brand);
    column->addLayout(m_main);
    column->addStretch();
    column->addLayout(m_foot);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int index) { Q_EMIT pageRequested(m_ids.at(index)); });
    connect(m_fold, &QToolButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
    applyWidth();
}

void Navigation::addPage(const Page &page, const QString &hint)
{
    auto *entry = new Entry(page, this);
    entry->setToolTip(hint.isEmpty() ? page.title : u"%1 (%2)"_s.arg(page.title, hint));
    entry->setCollapsed(m_collapsed);
    m_group->addButton(entry, static_cast<int>(m_ids.size()));
    m_ids.append(page.id);
    (page.group == PageGroup::main ? m_main : m_foot)->addWidget(entry);
}

void Navigation::setCurrent(const QString &id)
{
    if (QAbstractButton *entry = m_group->button(static_cast<int>(m_ids.indexOf(id)))) {
        entry->setChecked(true);
    }
}

void Navigation::setCount(const QString &id, int count)
{
    if (QAbstractButton *entry = m_group->button(static_cast<int>(m_ids.indexOf(id)))) {
        static_cast<Entry *>(entry)->setCount(count);
    }
}

void Navigation::setCollapsed(bool collapsed)
{
    if (collapsed == m_collapsed) {
        return;
    }
    m_collapsed = collapsed;
    for (QAbstractButton *entry : m_group->buttons()) {
        static_cast<Entry *>(entry)->setCollapsed(collapsed);
    }
    applyWidth();
    Q_EMIT collapseToggled(collapsed);
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), mix(colours().line, colours().ground, 0.28));
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(x, 0, 1, height()), colours().line);
}

void Navigation::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        applyWidth();
    }
}

void Navigation::applyWidth()
{
    const int wide = std::max(200, fontMetrics().averageCharWidth() * 27);
    setFixedWidth(m_collapsed ? glyphSide() + 4 * edge - gap::tiny : wide);
    static_cast<Brand *>(findChild<QWidget *>(u"brand"_s))->setNameShown(!m_collapsed);
}

} // namespace crema::ui
