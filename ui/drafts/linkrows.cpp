// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/linkrows.h"

#include "ui/drafts/linkbutton.h"
#include "ui/theme/roles.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

LinkRows::LinkRows(const QString &name, QWidget *parent)
    : QWidget(parent), m_name(name), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(gap::small);
    hide();
}

void LinkRows::setRows(const QVector<Row> &rows)
{
    if (rows == m_rows) {
        return;
    }
    m_rows = rows;
    const auto wanted = static_cast<int>(rows.size());
    while (m_lines.size() > wanted) {
        const Line last = m_lines.takeLast();
        last.whole->hide();
        last.link->setObjectName({});
        last.action->setObjectName({});
        last.whole->deleteLater(); // the link may be in the middle of its own click
    }
    while (m_lines.size() < wanted) {
        addRow();
    }
    for (int row = 0; row < wanted; ++row) {
        fill(row);
    }
    setVisible(wanted > 0);
}

void LinkRows::addRow()
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::hair);
    const auto number = static_cast<int>(m_lines.size());
    auto *link = new LinkButton;
    link->setObjectName(m_name + QString::number(number));
    QLabel *note = makeLabel({}, TextRole::caption, Tone::muted);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    column->addWidget(link);
    column->addWidget(note);
    m_column->addWidget(row);
    auto *action = new QPushButton;
    action->setObjectName(link->objectName() + u"Action"_s);
    column->addWidget(action, 0, Qt::AlignLeft);
    m_lines << Line {row, link, note, action};
    connect(link, &LinkButton::clicked, this, [this, number] { Q_EMIT activated(number); });
    connect(action, &QPushButton::clicked, this, [this, number] { Q_EMIT actionClicked(number); });
}

void LinkRows::fill(int row)
{
    LinkButton *link = m_lines[row].link;
    QLabel *note = m_lines[row].note;
    link->setWords(m_rows[row].text);
    link->setAccessibleDescription(m_rows[row].note);
    note->setText(m_rows[row].note);
    note->setVisible(!m_rows[row].note.isEmpty());
    QPushButton *action = m_lines[row].action;
    action->setText(m_rows[row].action);
    action->setAccessibleDescription(m_rows[row].text);
    action->setVisible(!m_rows[row].action.isEmpty());
}

} // namespace crema::ui
