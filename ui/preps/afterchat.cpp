// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/afterchat.h"

#include "contacts/followups.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int longestOutcome = 500;
}

AfterChat::AfterChat(std::function<QDate()> today, QWidget *parent)
    : QWidget(parent), m_today(std::move(today))
{
    build();
}

void AfterChat::build()
{
    m_outcome = new QLineEdit;
    m_outcome->setObjectName(u"chatOutcome"_s);
    m_outcome->setAccessibleName(tr("What came of it"));
    m_outcome->setPlaceholderText(tr("What came of it"));
    m_outcome->setMaxLength(longestOutcome);
    m_next = new QLineEdit;
    m_next->setObjectName(u"chatNext"_s);
    m_next->setAccessibleName(tr("Be in touch again on"));
    m_next->setPlaceholderText(tr("In touch again: in-two-weeks, 2026-12-14"));
    m_wrong = makeLabel({}, TextRole::caption, Tone::bad);
    m_wrong->setWordWrap(true);
    m_wrong->setTextFormat(Qt::PlainText);
    m_wrong->hide();
    auto *met = new QPushButton(icon(Glyph::check), tr("We met"));
    met->setObjectName(u"chatMet"_s);
    met->setToolTip(tr("Moves the contact to Met and sets the day"));
    auto *thanks = new QPushButton(icon(Glyph::mail), tr("Thank-you"));
    thanks->setObjectName(u"chatThanks"_s);
    thanks->setToolTip(tr("Write a thank-you"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap::small);
    buttons->addWidget(met);
    buttons->addWidget(thanks);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    column->addWidget(m_outcome);
    column->addWidget(m_next);
    column->addWidget(m_wrong);
    column->addLayout(buttons);
    connect(m_outcome, &QLineEdit::textEdited, this, &AfterChat::outcomeEdited);
    connect(m_next, &QLineEdit::returnPressed, this, &AfterChat::note);
    connect(met, &QPushButton::clicked, this, &AfterChat::note);
    connect(thanks, &QPushButton::clicked, this, &AfterChat::thankYouRequested);
}

void AfterChat::note()
{
    const QString typed = m_next->text().trimmed();
    const auto next = typed.isEmpty() ? Result<QDate>(QDate()) : contacts::futureDayFrom(typed, m_today());
    m_wrong->setVisible(!next);
    if (!next) {
        m_wrong->setText(next.error().text);
        m_next->setFocus();
        return;
    }
    m_next->clear();
    Q_EMIT metRequested(*next);
}

void AfterChat::show(const QString &outcome)
{
    if (m_outcome->text() != outcome) {
        m_outcome->setText(outcome);
    }
}

void AfterChat::clearDay()
{
    m_next->clear();
    m_wrong->hide();
}

QString AfterChat::outcome() const
{
    return m_outcome->text();
}

void AfterChat::begin()
{
    m_outcome->setFocus();
}

} // namespace crema::ui
