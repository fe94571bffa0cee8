// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/mappingtable.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int leastWidth = 130;
constexpr int mostWidth = 260;
constexpr int boxRoom = 64; // of a chooser beside its words: arrow, frame and the gap around it
constexpr qsizetype longestCell = 200; ///< characters shown of a cell

} // namespace

/// The rows as they stand in the file.
class MappingTable::Rows final : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const QStringList &headers, const QVector<QStringList> &rows, int columns)
    {
        beginResetModel();
        m_headers = headers;
        m_rows = rows;
        m_columns = columns;
        endResetModel();
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_columns;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
            return {};
        }
        return m_rows[index.row()].value(index.column()).left(longestCell).simplified();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
            return {};
        }
        const QString name = m_headers.value(section).simplified();
        return name.isEmpty() ? MappingTable::tr("Column %1").arg(section + 1) : name;
    }

private:
    QStringList m_headers;
    QVector<QStringList> m_rows;
    int m_columns = 0;
};

/// A header with a chooser above each column's name.
class MappingTable::Header final : public QHeaderView
{
public:
    explicit Header(MappingTable *table) : QHeaderView(Qt::Horizontal, table), m_table(table)
    {
        connect(this, &QHeaderView::sectionResized, this, [this] { place(); });
        connect(this, &QHeaderView::geometriesChanged, this, [this] { place(); });
        connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, [this] { place(); });
    }

    void showMapping(const exchange::ColumnMapping &mapping)
    {
        qDeleteAll(m_boxes);
        m_boxes.clear();
        for (int column = 0; column < static_cast<int>(mapping.columns.size()); ++column) {
            m_boxes << makeBox(column);
        }
        follow(mapping);
        updateGeometries();
        Q_EMIT geometriesChanged();
        place();
    }

    void follow(const exchange::ColumnMapping &mapping)
    {
        for (qsizetype i = 0; i < std::min(m_boxes.size(), mapping.columns.size()); ++i) {
            const QSignalBlocker quiet(m_boxes[i]);
            m_boxes[i]->setCurrentIndex(m_boxes[i]->findData(static_cast<int>(mapping.columns[i].field)));
            const bool left = mapping.columns[i].field == exchange::Field::ignored;
            setTone(m_boxes[i], left ? Tone::muted : Tone::text);
            const int words = m_boxes[i]->fontMetrics().horizontalAdvance(m_boxes[i]->currentText());
            if (sectionSize(static_cast<int>(i)) < words + boxRoom) {
                resizeSection(static_cast<int>(i), words + boxRoom);
            }
        }
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize plain = QHeaderView::sizeHint();
        return m_boxes.isEmpty() ? plain : QSize(plain.width(), plain.height() + boxHeight() + gap::small);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QHeaderView::resizeEvent(event);
        place();
    }

    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const QRect name = m_boxes.isEmpty() ? rect : rect.adjusted(0, boxHeight() + gap::small, 0, 0);
        painter->fillRect(rect, palette().color(QPalette::Base));
        QHeaderView::paintSection(painter, name, section);
    }

private:
    [[nodiscard]] int boxHeight() const
    {
        return m_boxes.isEmpty() ? 0 : m_boxes.constFirst()->sizeHint().height();
    }

    QComboBox *makeBox(int column)
    {
        auto *box = new QComboBox(this);
        box->setObjectName(u"import.column.%1"_s.arg(column));
        box->setAccessibleName(MappingTable::tr("What column %1 is")
                                       .arg(m_table->model()->headerData(column, Qt::Horizontal).toString()));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->setMaxVisibleItems(20);
        for (const exchange::Field field : exchange::allFields()) {
            box->addItem(exchange::fieldTitle(field), static_cast<int>(field));
        }
        connect(box, &QComboBox::currentIndexChanged, this, [this, column, box] {
            Q_EMIT m_table->fieldChosen(column, static_cast<exchange::Field>(box->currentData().toInt()));
        });
        box->show();
        return box;
    }

    void place()
    {
        for (int i = 0; i < static_cast<int>(m_boxes.size()) && i < count(); ++i) {
            m_boxes[i]->setGeometry(sectionViewportPosition(i) + gap::tiny, gap::tiny,
                                    sectionSize(i) - gap::small, boxHeight());
        }
    }

    MappingTable *m_table;
    QVector<QComboBox *> m_boxes;
};

MappingTable::MappingTable(QWidget *parent) : QTableView(parent), m_header(nullptr), m_rows(new Rows(this))
{
    setObjectName(u"import.preview"_s);
    setAccessibleName(tr("First rows of the file"));
    setModel(m_rows);
    m_header = new Header(this);
    setHorizontalHeader(m_header);
    setUpTable(this);
    horizontalHeader()->setSectionsMovable(false);
    horizontalHeader()->setStretchLastSection(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
}

MappingTable::~MappingTable() = default;

void MappingTable::showPreview(const exchange::Preview &preview, bool mappable)
{
    auto columns = std::max(preview.headers.size(), preview.mapping.columns.size());
    for (const QStringList &row : preview.rows) {
        columns = std::max(columns, row.size());
    }
    m_rows->show(preview.headers, preview.rows, static_cast<int>(columns));
    resizeColumnsToContents();
    for (int i = 0; i < static_cast<int>(columns); ++i) {
        setColumnWidth(i, std::clamp(columnWidth(i) + gap::medium, leastWidth, mostWidth));
    }
    m_header->showMapping(mappable ? preview.mapping : exchange::ColumnMapping {});
}

void MappingTable::showMapping(const exchange::ColumnMapping &mapping)
{
    m_header->follow(mapping);
}

} // namespace crema::ui
