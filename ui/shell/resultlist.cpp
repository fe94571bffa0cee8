// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/resultlist.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace crema::ui {

namespace {

constexpr int inset = 12;

QFont captionOf(const QFont &font)
{
    QFont caption = font;
    caption.setPointSizeF(font.pointSizeF() * 0.9);
    return caption;
}

/// Draws a row: icon, title with the typed letters emphasised, subtitle below, shortcut at the right.
class ResultDelegate final : public QStyledItemDelegate
{
public:
    ResultDelegate(const ResultModel &model, QObject *parent)
        : QStyledItemDelegate(parent), m_model(model) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ResultRow &row = m_model.rows().at(index.row());
        const int line = option.fontMetrics.height();
        const int below = row.subtitle.isEmpty() ? 0 : QFontMetrics(captionOf(option.font)).height() + 1;
        return {200, row.heading ? line + 12 : line + below + 14};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ResultRow &row = m_model.rows().at(index.row());
        painter->save();
        if (row.heading) {
            paintHeading(*painter, option, row.title);
        } else {
            option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                                  option.widget);
            paintRow(*painter, option, row);
        }
        painter->restore();
    }

private:
    static void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &title)
    {
        QFont font = captionOf(option.font);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(colours().muted);
        painter.drawText(option.rect.adjusted(inset, 4, -inset, 0), Qt::AlignVCenter | Qt::AlignLeft, title);
    }

    static void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const ResultRow &row)
    {
        const Colours &c = colours();
        const QRect area = option.rect.adjusted(inset, 0, -inset, 0);
        const int iconSide = scaled(18);
        const QRect icon(area.left(), area.center().y() - iconSide / 2 + 1, iconSide, iconSide);
        paintGlyph(painter, QStyle::visualRect(option.direction, area, icon), row.glyph, c.muted);
        int right = area.right();
        if (!row.shortcut.isEmpty()) {
            right -= paintKeys(painter, option, area, row.shortcut) + gap::small;
        }
        const int left = icon.right() + 1 + inset;
        const QRect words(left, area.top(), right - left, area.height());
        const int line = option.fontMetrics.height();
        const int below = row.subtitle.isEmpty() ? 0 : QFontMetrics(captionOf(option.font)).height() + 1;
        const int top = words.top() + (words.height() - line - below) / 2;
        paintTitle(painter, option,
                   QStyle::visualRect(option.direction, area, QRect(left, top, words.width(), line)), row);
        if (below > 0) {
            const QFont caption = captionOf(option.font);
            painter.setFont(caption);
            painter.setPen(c.muted);
            const QRect place(left, top + line + 1, words.width(), below);
            painter.drawText(QStyle::visualRect(option.direction, area, place),
                             Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetrics(caption).elidedText(row.subtitle, Qt::ElideRight, words.width()));
        }
    }

    static int paintKeys(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
                         const QString &keys)
    {
        const Colours &c = colours();
        const QFont caption = captionOf(option.font);
        const QFontMetrics metrics(caption);
        const int width = metrics.horizontalAdvance(keys) + 2 * gap::small;
        const QRect cap(area.right() - width + 1, area.center().y() - metrics.height() / 2 - 1, width,
                        metrics.height() + 4);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(c.line);
        painter.setBrush(c.ground);
        const QRect place = QStyle::visualRect(option.direction, area, cap);
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setFont(caption);
        painter.setPen(c.muted);
        painter.drawText(place, Qt::AlignCenter, keys);
        return width;
    }

    static void paintTitle(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
                           const ResultRow &row)
    {
        QTextLayout layout(row.title, option.font);
        QVector<QTextLayout::FormatRange> ranges;
        for (const int position : row.emphasis) {
            QTextLayout::FormatRange range;
            range.start = position;
            range.length = 1;
            range.format.setForeground(colours().accent);
            range.format.setFontWeight(QFont::DemiBold);
            ranges.append(range);
        }
        layout.setFormats(ranges);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        if (line.isValid()) {
            line.setLineWidth(1e6);
        }
        layout.endLayout();
        painter.setPen(colours().text);
        painter.setClipRect(area);
        const bool mirrored = option.direction == Qt::RightToLeft && line.isValid();
        layout.draw(&painter,
                    QPointF(mirrored ? area.right() - line.naturalTextWidth() : area.left(), area.top()));
        painter.setClipping(false);
    }

    const ResultModel &m_model;
};

} // namespace

void ResultModel::setRows(QVector<ResultRow> rows)
{
    if (rows == m_rows) {
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    const ResultRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return row.subtitle.isEmpty() ? row.title : row.title + QStringLiteral(", ") + row.subtitle;
    default:
        return {};
    }
}

Qt::ItemFlags ResultModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && m_rows.at(index.row()).heading) {
        return Qt::NoItemFlags;
    }
    return QAbstractListModel::flags(index);
}

ResultList::ResultList(QWidget *parent) : QListView(parent), m_model(new ResultModel(this))
{
    setModel(m_model);
    setItemDelegate(new ResultDelegate(*m_model, this));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::entered, this, [this](const QModelIndex &index) { setCurrentIndex(index); });
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        setCurrentIndex(index);
        choose();
    });
}

void ResultList::setRows(QVector<ResultRow> rows)
{
    m_model->setRows(std::move(rows));
    setCurrentIndex({});
    moveBy(1);
    scrollToTop();
}

void ResultList::moveBy(int step)
{
    const int count = m_model->rowCount();
    if (count == 0) {
        return;
    }
    const int direction = step < 0 ? -1 : 1;
    int row = currentIndex().isValid() ? currentIndex().row() : (direction > 0 ? -1 : count);
    for (int tries = 0, left = std::abs(step); tries < 2 * count + std::abs(step) && left > 0; ++tries) {
        row = (row + direction + count) % count;
        if (!m_model->rows().at(row).heading) {
            --left;
        }
    }
    if (row >= 0 && row < count && !m_model->rows().at(row).heading) {
        setCurrentIndex(m_model->index(row));
        scrollTo(currentIndex());
    }
}

void ResultList::choose()
{
    if (currentIndex().isValid()) {
        const ResultRow row = m_model->rows().at(currentIndex().row());
        Q_EMIT chosen(row.kind, row.id);
    }
}

bool ResultList::steer(int key)
{
    switch (key) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(8);
        return true;
    case Qt::Key_PageUp:
        moveBy(-8);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return false;
    }
}

int ResultList::wantedHeight(int most) const
{
    int height = 2;
    for (int row = 0; row < m_model->rowCount() && height < most; ++row) {
        height += sizeHintForRow(row);
    }
    return std::min(height, most);
}

} // namespace crema::ui
