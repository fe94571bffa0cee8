// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactfilterbar.h"

#include "ui/common/chip.h"
#include "ui/common/flowlayout.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int dot = 7;
constexpr int inset = 11;

/// A status with its count, to be switched on and off.
class FilterChip final : public QAbstractButton
{
public:
    FilterChip(const QString &status, QWidget *parent) : QAbstractButton(parent), m_status(status)
    {
        setObjectName(u"contacts.filter.%1"_s.arg(status.isEmpty() ? u"all"_s : status));
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setText(status.isEmpty() ? ContactFilterBar::tr("All") : statusWords(status));
    }

    [[nodiscard]] const QString &status() const { return m_status; }

    void setCount(qint64 count)
    {
        m_count = QLocale().toString(count);
        setAccessibleName(ContactFilterBar::tr("%1: %2").arg(text(), m_count));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const int mark = m_status.isEmpty() ? 0 : dot + gap::tiny + gap::hair;
        return {fontMetrics().horizontalAdvance(text()) + fontMetrics().horizontalAdvance(m_count) + mark
                        + gap::small + 2 * inset,
                fontMetrics().height() + gap::small + gap::hair};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF area = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
        const bool focused = hasFocus();
        painter.setPen(QPen(focused || isChecked() ? c.accent : c.line, focused ? 1.5 : 1));
        painter.setBrush(isChecked() ? c.tint(Tone::accent) : underMouse() ? c.hover : c.surface);
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
        int left = inset;
        const auto place = [this](const QRect &r) {
            return style()->visualRect(layoutDirection(), rect(), r);
        };
        if (!m_status.isEmpty()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(c.of(toneOfStatus(m_status)));
            painter.drawEllipse(QRectF(place(QRect(left, (height() - dot) / 2 + 1, dot, dot))));
            left += dot + gap::tiny + gap::hair;
        }
        const int wide = fontMetrics().horizontalAdvance(text());
        painter.setPen(isChecked() ? c.onTint(Tone::accent) : c.text);
        painter.drawText(place(QRect(left, 0, wide + 1, height())), Qt::AlignVCenter | Qt::AlignLeft, text());
        left += wide + gap::small - gap::hair;
        painter.setPen(isChecked() ? c.onTint(Tone::accent) : c.muted);
        painter.drawText(place(QRect(left, 0, fontMetrics().horizontalAdvance(m_count) + 1, height())),
                         Qt::AlignVCenter | Qt::AlignLeft, m_count);
    }

private:
    QString m_status;
    QString m_count;
};

} // namespace

ContactFilterBar::ContactFilterBar(QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit), m_hideSample(new QCheckBox(tr("Hide sample people"))),
      m_clear(new QPushButton(tr("Clear filters"))), m_row(new QHBoxLayout), m_chips(new QWidget),
      m_flow(new FlowLayout(m_chips, gap::tiny + gap::hair))
{
    m_field->setObjectName(u"contacts.filter.text"_s);
    m_field->setPlaceholderText(tr("Filter by name, company, title, school, notes…"));
    m_field->setAccessibleName(tr("Filter contacts"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(Glyph::filter, Tone::muted), QLineEdit::LeadingPosition);
    m_field->setMinimumWidth(220);
    m_field->setMaximumWidth(420);
    m_field->installEventFilter(this);
    m_hideSample->setObjectName(u"contacts.filter.hideSample"_s);
    m_hideSample->hide();
    m_clear->setObjectName(u"contacts.filter.clear"_s);
    setButtonKind(m_clear, ButtonKind::quiet);
    m_clear->hide();
    m_row->setSpacing(gap::small);
    m_row->addWidget(m_field, 1);
    m_row->addWidget(m_clear);
    m_row->addStretch(1);
    m_row->addWidget(m_hideSample);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    column->addLayout(m_row);
    column->addWidget(m_chips);
    connect(m_field, &QLineEdit::textEdited, this, &ContactFilterBar::textEdited);
    // The field's own clear button edits without textEdited.
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) {
            Q_EMIT textEdited(text);
        }
    });
    connect(m_hideSample, &QCheckBox::toggled, this, &ContactFilterBar::hideSampleToggled);
    connect(m_clear, &QPushButton::clicked, this, &ContactFilterBar::cleared);
}

void ContactFilterBar::addControl(QWidget *control)
{
    m_row->addWidget(control);
}

void ContactFilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ContactFilterBar::showQuery(const store::ContactQuery &query)
{
    if (m_field->text() != query.text) {
        const QSignalBlocker quiet(m_field);
        m_field->setText(query.text);
    }
    const QSignalBlocker quiet(m_hideSample);
    m_hideSample->setChecked(query.hideSample);
    m_clear->setVisible(!query.text.isEmpty() || !query.status.isEmpty() || query.hideSample);
    m_status = query.status;
    rebuildChips();
}

void ContactFilterBar::showCounts(const ContactCounts &counts)
{
    m_counts = counts;
    m_hideSample->setVisible(counts.sample > 0 || m_hideSample->isChecked());
    rebuildChips();
}

void ContactFilterBar::rebuildChips()
{
    QVector<std::pair<QString, qint64>> wanted {{QString(), m_counts.filtered}};
    bool chosen = m_status.isEmpty();
    for (const auto &[status, count] : std::as_const(m_counts.byStatus)) {
        wanted << std::pair(status, qint64 {count});
        chosen = chosen || status == m_status;
    }
    if (!chosen) {
        wanted << std::pair(m_status, qint64 {0});
    }
    bool same = wanted.size() == m_buttons.size();
    for (qsizetype i = 0; same && i < wanted.size(); ++i) {
        same = static_cast<FilterChip *>(m_buttons[i])->status() == wanted[i].first;
    }
    if (!same) { // else the one with the focus keeps it
        for (QAbstractButton *old : std::as_const(m_buttons)) {
            m_flow->removeWidget(old);
            old->hide();
            old->deleteLater();
        }
        m_buttons.clear();
        for (const auto &[status, count] : std::as_const(wanted)) {
            auto *chip = new FilterChip(status, m_chips);
            connect(chip, &QAbstractButton::clicked, this,
                    [this, name = status] { Q_EMIT statusChosen(name == m_status ? QString() : name); });
            m_flow->addWidget(chip);
            m_buttons << chip;
            chip->show();
        }
    }
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        auto *chip = static_cast<FilterChip *>(m_buttons[i]);
        chip->setCount(wanted[i].second);
        chip->setChecked(wanted[i].first == m_status);
    }
    m_flow->invalidate();
}

bool ContactFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT leftDownwards();
            return true;
        case Qt::Key_Escape:
            if (!m_field->text().isEmpty()) {
                m_field->clear();
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace crema::ui
