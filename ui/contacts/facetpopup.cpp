// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/facetpopup.h"

#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::ui {

namespace {

constexpr int valueRole = Qt::UserRole;
constexpr int countRole = Qt::UserRole + 1;
constexpr auto typingPause = 60ms;

/// The usual line of a list with the count at its end.
class CountedDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem line = option;
        const QString count = QLocale().toString(index.data(countRole).toLongLong());
        const int width = option.fontMetrics.horizontalAdvance(count) + gap::small;
        line.rect.setWidth(option.rect.width() - width);
        QStyledItemDelegate::paint(painter, line, index);
        painter->setPen(colours().muted);
        painter->drawText(option.rect.adjusted(0, 0, -gap::tiny, 0), Qt::AlignVCenter | Qt::AlignRight,
                          count);
    }
};

} // namespace

FacetPopup::FacetPopup(store::Facet facet, const QString &title, const QStringList &picked, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_facet(facet), m_picked(picked), m_search(new QLineEdit),
      m_list(new QListWidget), m_none(makeLabel(tr("Nothing to choose from"), TextRole::body, Tone::muted)),
      m_clear(new QPushButton(tr("Clear"))), m_pause(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"contacts.facet"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_search->setObjectName(u"contacts.facet.search"_s);
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search in %1").arg(title));
    m_search->addAction(icon(Glyph::search, Tone::muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"contacts.facet.list"_s);
    m_list->setAccessibleName(title);
    m_list->setItemDelegate(new CountedDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setFrameShape(QFrame::NoFrame);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->hide();
    setButtonKind(m_clear, ButtonKind::quiet);
    m_clear->setObjectName(u"contacts.facet.clear"_s);
    m_clear->setEnabled(!picked.isEmpty());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::small, gap::small, gap::small, gap::small);
    column->setSpacing(gap::tiny);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    column->addWidget(m_clear, 0, Qt::AlignLeft);
    setFocusProxy(m_search);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_pause, &QTimer::timeout, this, [this] { Q_EMIT valuesRequested(m_search->text()); });
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_list, &QListWidget::itemChanged, this, &FacetPopup::take);
    connect(m_list, &QListWidget::itemActivated, this, &FacetPopup::toggle);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_picked.clear();
        Q_EMIT pickedChanged(m_picked);
        close();
    });
}

void FacetPopup::showValues(const QVector<store::FacetValue> &values)
{
    m_filling = true;
    m_list->clear();
    for (const store::FacetValue &value : values) {
        auto *item = new QListWidgetItem(value.words, m_list);
        item->setData(valueRole, value.value);
        item->setData(countRole, value.count);
        item->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(value.words, QLocale().toString(value.count)));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_picked.contains(value.value) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(!values.isEmpty());
    m_none->setVisible(values.isEmpty());
    m_none->setText(m_search->text().isEmpty() ? tr("Nothing to choose from")
                                               : tr("Nothing begins like this"));
    m_filling = false;
}

void FacetPopup::openBelow(QWidget *control)
{
    resize(scaled(300), scaled(340));
    QPoint place = control->mapToGlobal(QPoint(0, control->height() + gap::tiny));
    const QRect screen = control->screen()->availableGeometry();
    place.setX(std::max(screen.left(), std::min(place.x(), screen.right() - width())));
    if (place.y() + height() > screen.bottom()) {
        place.setY(std::max(screen.top(), control->mapToGlobal(QPoint()).y() - height() - gap::tiny));
    }
    move(place);
    show();
    m_search->setFocus();
    Q_EMIT valuesRequested({});
}

void FacetPopup::take(QListWidgetItem *item)
{
    if (m_filling) {
        return;
    }
    const QString value = item->data(valueRole).toString();
    m_picked.removeAll(value);
    if (item->checkState() == Qt::Checked) {
        m_picked << value;
    }
    m_clear->setEnabled(!m_picked.isEmpty());
    Q_EMIT pickedChanged(m_picked);
}

void FacetPopup::toggle(QListWidgetItem *item)
{
    if (item != nullptr) {
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    }
}

bool FacetPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            m_list->setCurrentRow(
                    std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            toggle(m_list->currentItem());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace crema::ui
