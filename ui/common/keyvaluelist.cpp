// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keyvaluelist.h"

#include "ui/theme/roles.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr auto linkProperty = "cremaLink";

} // namespace

KeyValueList::KeyValueList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gap::medium);
    m_grid->setVerticalSpacing(gap::small);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueList::setRows(const QVector<Row> &rows)
{
    if (rows == m_rows) {
        return;
    }
    m_rows = rows;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Row &row : rows) {
        if (!row.value.isEmpty()) {
            addRow(row);
        }
    }
}

// A label reads the colour of its links when it gets its text, not when it is painted.
void KeyValueList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (QLabel *label : findChildren<QLabel *>()) {
            const QVariant link = label->property(linkProperty);
            if (link.isValid()) {
                label->clear();
                label->setText(link.toString());
            }
        }
    }
}

void KeyValueList::addRow(const Row &row)
{
    const int line = m_grid->rowCount();
    auto *key = makeLabel(row.key, TextRole::body, Tone::muted);
    auto *value = makeLabel({});
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextBrowserInteraction);
    value->setAccessibleName(u"%1: %2"_s.arg(row.key, row.value));
    if (row.link.isEmpty()) {
        value->setTextFormat(Qt::PlainText);
        value->setText(row.value);
    } else {
        value->setTextFormat(Qt::RichText);
        value->setProperty(
                linkProperty,
                u"<a href=\"%1\">%2</a>"_s.arg(row.link.toHtmlEscaped(), row.value.toHtmlEscaped()));
        value->setText(value->property(linkProperty).toString());
        connect(value, &QLabel::linkActivated, this, &KeyValueList::linkActivated);
    }
    m_grid->addWidget(key, line, 0, Qt::AlignTop);
    m_grid->addWidget(value, line, 1);
    if (!row.source.isEmpty()) {
        auto *source = makeLabel(row.source, TextRole::caption, Tone::muted);
        source->setTextFormat(Qt::PlainText);
        source->setWordWrap(true);
        m_grid->addWidget(source, line + 1, 1);
    }
}

} // namespace crema::ui
