// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/columndialog.h"

#include "base/text.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int columnRole = Qt::UserRole;
constexpr int fixedRole = Qt::UserRole + 1;

} // namespace

ColumnDialog::ColumnDialog(const QVector<Entry> &entries, const QVector<Entry> &usual, QWidget *parent)
    : QDialog(parent), m_search(new QLineEdit), m_list(new QListWidget),
      m_up(new QPushButton(icon(Glyph::chevronUp), tr("Move up"))),
      m_down(new QPushButton(icon(Glyph::chevronDown), tr("Move down")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"contacts.columnDialog"_s);
    setWindowTitle(tr("Columns"));
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search columns"));
    m_search->addAction(icon(Glyph::search, Tone::muted), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"columns.list"_s);
    m_list->setAccessibleName(tr("Columns, in their order"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_up->setObjectName(u"columns.up"_s);
    m_down->setObjectName(u"columns.down"_s);
    auto *reset = new QPushButton(tr("Usual columns"));
    reset->setObjectName(u"columns.usual"_s);
    for (QPushButton *button : {m_up, m_down, reset}) {
        setButtonKind(button, ButtonKind::quiet);
        button->setAutoDefault(false);
    }
    auto *moves = new QHBoxLayout;
    moves->addWidget(m_up);
    moves->addWidget(m_down);
    moves->addStretch(1);
    moves->addWidget(reset);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    setButtonKind(buttons->button(QDialogButtonBox::Ok), ButtonKind::primary);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(moves);
    column->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &ColumnDialog::narrow);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(reset, &QPushButton::clicked, this, [this, usual] { fill(usual); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnDialog::showButtons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(this->entries());
        accept();
    });
    fill(entries);
    resize(scaled(380), scaled(520));
}

void ColumnDialog::fill(const QVector<Entry> &entries)
{
    m_list->clear();
    for (const Entry &entry : entries) {
        auto *item = new QListWidgetItem(entry.title, m_list);
        item->setData(columnRole, entry.column);
        item->setData(fixedRole, entry.fixed);
        Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
        item->setFlags(entry.fixed ? flags : flags | Qt::ItemIsUserCheckable);
        item->setCheckState(entry.shown ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    narrow(m_search->text());
}

QVector<ColumnDialog::Entry> ColumnDialog::entries() const
{
    QVector<Entry> entries;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        entries << Entry {item->data(columnRole).toInt(), item->text(), item->checkState() == Qt::Checked,
                          item->data(fixedRole).toBool()};
    }
    return entries;
}

void ColumnDialog::move(int step)
{
    const int row = m_list->currentRow();
    const int target = row + step;
    if (row >= 0 && target >= 0 && target < m_list->count()) {
        m_list->insertItem(target, m_list->takeItem(row));
        m_list->setCurrentRow(target);
    }
}

void ColumnDialog::narrow(const QString &words)
{
    const QString wanted = fold(words.trimmed());
    for (int row = 0; row < m_list->count(); ++row) {
        m_list->item(row)->setHidden(!fold(m_list->item(row)->text()).contains(wanted));
    }
    showButtons();
}

void ColumnDialog::showButtons()
{
    const bool whole = m_search->text().trimmed().isEmpty(); // among hidden ones a step would not be seen
    m_up->setEnabled(whole && m_list->currentRow() > 0);
    m_down->setEnabled(whole && m_list->currentRow() >= 0 && m_list->currentRow() < m_list->count() - 1);
}

} // namespace crema::ui
