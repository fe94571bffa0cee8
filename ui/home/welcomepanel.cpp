// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/welcomepanel.h"

#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace crema::ui {

namespace {
constexpr int widest = 860;
constexpr int glyphSide = 20;

/// A glyph that takes its colour when it is painted, so that it follows the scheme.
class Mark final : public QWidget
{
public:
    explicit Mark(Glyph glyph) : m_glyph(glyph) { setFixedSize(scaled(glyphSide), scaled(glyphSide)); }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintGlyph(painter, rect(), m_glyph, colours().accent);
    }

    Glyph m_glyph;
};

} // namespace

WelcomePanel::WelcomePanel(QWidget *parent) : QWidget(parent)
{
    auto *start = new EmptyState;
    start->setGlyph(Glyph::coffee);
    start->setTitle(tr("Good conversations start with one honest email"));
    start->setText(tr("Bring in the people you know, or look around among fictional sample people first. "
                      "Nothing leaves this computer."));
    start->setPrimary(tr("Import contacts…"), Glyph::importFile);
    start->setSecondary(tr("Find people"), Glyph::find);
    auto *steps = new QWidget;
    steps->setMaximumWidth(scaled(widest));
    auto *row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::medium);
    row->addWidget(step(static_cast<int>(Glyph::find), tr("1. Find the right people"),
                        tr("Search by title, company, place or school, and see why each one fits.")));
    row->addWidget(step(static_cast<int>(Glyph::drafts), tr("2. Write to each of them"),
                        tr("A short email that says only what is true, with the source of every fact.")));
    row->addWidget(step(static_cast<int>(Glyph::coffee), tr("3. Walk in prepared"),
                        tr("Their path, what you share and what to ask, on one page.")));
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(steps, 100);
    middle->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::large);
    column->addStretch(2);
    column->addWidget(start);
    column->addLayout(middle);
    column->addStretch(3);
    connect(start, &EmptyState::primaryClicked, this, &WelcomePanel::importRequested);
    connect(start, &EmptyState::secondaryClicked, this, &WelcomePanel::findRequested);
}

QWidget *WelcomePanel::step(int glyph, const QString &title, const QString &text)
{
    auto *card = new Card;
    QLabel *heading = makeLabel(title, TextRole::strong);
    heading->setWordWrap(true);
    QLabel *words = makeLabel(text, TextRole::body, Tone::muted);
    words->setWordWrap(true);
    card->body()->addWidget(new Mark(static_cast<Glyph>(glyph)));
    card->body()->addWidget(heading);
    card->body()->addWidget(words);
    card->body()->addStretch(1);
    card->setAccessibleName(title);
    return card;
}

} // namespace crema::ui
