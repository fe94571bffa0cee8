// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/promiselist.h"

#include "contacts/followups.h"
#include "flows/followupflow.h"
#include "ui/common/rows.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int longestPromise = 300;
} // namespace

PromiseList::PromiseList(std::function<QDate()> today, QWidget *parent)
    : QWidget(parent), m_today(std::move(today))
{
    build();
}

void PromiseList::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(gap::tiny);
    m_text = new QLineEdit;
    m_text->setObjectName(u"promiseText"_s);
    m_text->setAccessibleName(tr("What you promised"));
    m_text->setPlaceholderText(tr("I will send the deck"));
    m_text->setMaxLength(longestPromise);
    m_due = new QLineEdit;
    m_due->setObjectName(u"promiseDue"_s);
    m_due->setAccessibleName(tr("Until when"));
    m_due->setPlaceholderText(tr("tomorrow"));
    auto *add = new QToolButton;
    add->setObjectName(u"promiseAdd"_s);
    add->setIcon(icon(Glyph::add));
    add->setToolTip(tr("Add the promise: it becomes the next action of the contact"));
    add->setAccessibleName(tr("Add the promise"));
    m_wrong = makeLabel({}, TextRole::caption, Tone::bad);
    m_wrong->setWordWrap(true);
    m_wrong->setTextFormat(Qt::PlainText);
    m_wrong->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(gap::tiny);
    line->addWidget(m_due, 1);
    line->addWidget(add);
    column->addLayout(m_rows);
    column->addWidget(m_text); // each has the width of the card
    column->addLayout(line);
    column->addWidget(m_wrong);
    connect(add, &QToolButton::clicked, this, &PromiseList::add);
    connect(m_text, &QLineEdit::returnPressed, this, &PromiseList::add);
    connect(m_due, &QLineEdit::returnPressed, this, &PromiseList::add);
}

void PromiseList::add()
{
    const QString text = m_text->text().simplified();
    if (text.isEmpty()) {
        m_text->setFocus();
        return;
    }
    const QString typed = m_due->text().trimmed();
    const auto due = contacts::dayFrom(typed.isEmpty() ? u"tomorrow"_s : typed, m_today());
    m_wrong->setVisible(!due);
    if (!due) {
        m_wrong->setText(due.error().text);
        m_due->setFocus();
        return;
    }
    m_promises << Promise {text, due->toString(Qt::ISODate), false};
    const bool isTyping = m_text->hasFocus() || m_due->hasFocus();
    m_text->clear();
    m_due->clear();
    if (isTyping) {
        m_text->setFocus();
    }
    showRows();
    Q_EMIT changed();
}

void PromiseList::takeTyped()
{
    if (!contacts::dayFrom(m_due->text().trimmed(), m_today())) {
        m_due->clear();
    }
    if (!m_text->text().trimmed().isEmpty()) {
        add();
    }
    m_due->clear();
    m_wrong->hide();
}

void PromiseList::addPromise(const Promise &promise)
{
    m_promises << promise;
    showRows();
    Q_EMIT changed();
}

void PromiseList::show(const QVector<Promise> &promises)
{
    if (promises != m_promises) {
        m_promises = promises;
        showRows();
    }
}

void PromiseList::showRows()
{
    clearRows(*m_rows);
    for (qsizetype i = 0; i < m_promises.size(); ++i) {
        m_rows->addWidget(rowOf(i));
    }
}

QWidget *PromiseList::rowOf(qsizetype number)
{
    const Promise &promise = m_promises[number];
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap::small);
    auto *tick = new QCheckBox;
    tick->setObjectName(u"promise%1"_s.arg(number));
    tick->setAccessibleName(promise.text);
    tick->setToolTip(tr("Kept"));
    tick->setChecked(promise.kept);
    QLabel *words = makeLabel(promise.text, TextRole::body, promise.kept ? Tone::muted : Tone::text);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    const QDate due = QDate::fromString(promise.due, Qt::ISODate);
    const bool late = !promise.kept && due.isValid() && due < m_today();
    QLabel *day = makeLabel(due.isValid() ? flows::dayWords(due) : QString(), TextRole::caption,
                            late ? Tone::bad : Tone::muted);
    auto *remove = new QToolButton;
    remove->setIcon(icon(Glyph::close, Tone::muted));
    remove->setAutoRaise(true);
    remove->setAccessibleName(tr("Take back: %1").arg(promise.text));
    remove->setToolTip(tr("Take back"));
    line->addWidget(tick, 0, Qt::AlignTop);
    line->addWidget(words, 1);
    line->addWidget(day, 0, Qt::AlignTop);
    line->addWidget(remove, 0, Qt::AlignTop);
    connect(tick, &QCheckBox::clicked, this, [this, number, words](bool kept) {
        m_promises[number].kept = kept;
        setTone(words, kept ? Tone::muted : Tone::text);
        Q_EMIT changed();
    });
    connect(remove, &QToolButton::clicked, this, [this, number] {
        m_promises.removeAt(number);
        showRows();
        Q_EMIT changed();
    });
    return row;
}

} // namespace crema::ui
