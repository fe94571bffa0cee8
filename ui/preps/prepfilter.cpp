// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/prepfilter.h"

#include "flows/chatflow.h"
#include "flows/prepflow.h"
#include "ui/theme/glyph.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

enum State { all, ready, held, unfinished };

bool isIn(State state, const Prep &prep)
{
    const bool isHeld = flows::wasHeld(prep);
    switch (state) {
    case State::all:
        return true;
    case State::ready:
        return prep.status == "completed"_L1 && !isHeld;
    case State::held:
        return isHeld;
    case State::unfinished:
        return prep.status != "completed"_L1;
    }
    return true;
}

} // namespace

PrepFilter::PrepFilter(QWidget *parent) : QWidget(parent), m_words(new QLineEdit), m_state(new QComboBox)
{
    m_words->setObjectName(u"prepFilter"_s);
    m_words->setAccessibleName(tr("Filter coffee chats"));
    m_words->setPlaceholderText(tr("Filter"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(icon(Glyph::filter, Tone::muted), QLineEdit::LeadingPosition);
    m_state->setObjectName(u"prepState"_s);
    m_state->setAccessibleName(tr("State of the coffee chats"));
    m_state->addItems({tr("All"), tr("Ready"), tr("Chat held"), tr("Not finished")});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    column->addWidget(m_words);
    column->addWidget(m_state);
    connect(m_words, &QLineEdit::textChanged, this, &PrepFilter::changed);
    connect(m_state, &QComboBox::currentIndexChanged, this, &PrepFilter::changed);
}

QVector<Prep> PrepFilter::matching(const QVector<Prep> &preps, const QString &kept) const
{
    const auto state = static_cast<State>(m_state->currentIndex());
    QVector<Prep> found;
    for (const Prep &prep : preps) {
        if (prep.id == kept || (isIn(state, prep) && flows::prepMatches(prep, m_words->text()))) {
            found << prep;
        }
    }
    return found;
}

void PrepFilter::begin()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void PrepFilter::clear()
{
    m_words->clear();
    m_state->setCurrentIndex(0);
}

} // namespace crema::ui
