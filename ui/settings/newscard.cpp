// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/newscard.h"

#include "ui/common/card.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/formrow.h"
#include "ui/common/rows.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int widestField = 480;
}

NewsCard::NewsCard(flows::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_on(new QCheckBox(tr("Look for news about the firm"))),
      m_feeds(new QVBoxLayout), m_address(new QLineEdit), m_add(new QPushButton(tr("Add")))
{
    build();
    connect(m_on, &QCheckBox::clicked, this, [this](bool on) {
        prep::NewsChoice choice = flows::newsChoice(m_services.reader);
        choice.isOn = on;
        keep(choice, false);
    });
    connect(m_add, &QPushButton::clicked, this, &NewsCard::addFeed);
    connect(m_address, &QLineEdit::returnPressed, this, &NewsCard::addFeed);
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_add->setEnabled(!text.trimmed().isEmpty());
        m_row->setError({});
    });
    showChoice();
}

void NewsCard::build()
{
    auto *card = new Card(tr("News for coffee chats"));
    QLabel *words = makeLabel(
            tr("A prep shows up to five articles of the last 90 days about the contact's firm. Only the name "
               "of the firm "
               "leaves this computer: to SerpApi when its key is entered under Connections, otherwise to "
               "GDELT "
               "(gdeltproject.org), which is free. Feeds are fetched whole and are told nothing."),
            TextRole::body, Tone::muted);
    words->setWordWrap(true);
    m_on->setObjectName(u"newsOn"_s);
    m_feeds->setSpacing(gap::tiny);
    m_address->setObjectName(u"newsFeedAddress"_s);
    m_address->setPlaceholderText(u"https://news.example.com/feed.xml"_s);
    m_address->setAccessibleName(tr("Address of an RSS or Atom feed"));
    m_address->setMaximumWidth(scaled(widestField));
    m_add->setObjectName(u"newsFeedAdd"_s);
    m_add->setAccessibleName(tr("Add the feed"));
    m_add->setEnabled(false);
    auto *field = new QWidget;
    auto *line = new QHBoxLayout(field);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_address, 1);
    line->addWidget(m_add);
    line->addStretch();
    m_row = new FormRow(tr("Feeds of your own"), field,
                        tr("RSS or Atom, for instance of a trade paper or of the firm"));
    card->body()->addWidget(words);
    card->body()->addWidget(m_on);
    card->body()->addWidget(m_row);
    card->body()->addLayout(m_feeds);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

void NewsCard::showChoice()
{
    const prep::NewsChoice choice = flows::newsChoice(m_services.reader);
    m_on->setChecked(choice.isOn);
    clearRows(*m_feeds);
    for (const QString &feed : choice.feeds) {
        m_feeds->addWidget(makeRow(feed));
    }
}

QWidget *NewsCard::makeRow(const QString &feed)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *address = new ElidedLabel(feed);
    address->setObjectName(u"newsFeed"_s);
    auto *remove = new QPushButton(tr("Remove"));
    remove->setObjectName(u"newsFeedRemove"_s);
    remove->setAccessibleName(tr("Remove the feed %1").arg(feed));
    setButtonKind(remove, ButtonKind::danger);
    connect(remove, &QPushButton::clicked, this, [this, feed] {
        prep::NewsChoice choice = flows::newsChoice(m_services.reader);
        choice.feeds.removeAll(feed);
        keep(choice, false);
    });
    line->addWidget(address, 1);
    line->addWidget(remove);
    return row;
}

void NewsCard::addFeed()
{
    const auto feed = flows::feedAddress(m_address->text());
    prep::NewsChoice choice = flows::newsChoice(m_services.reader);
    const bool isKnown = feed && choice.feeds.contains(*feed);
    if (!feed || isKnown) {
        m_row->setError(isKnown ? tr("This feed is in the list already.") : feed.error().text);
        return;
    }
    choice.feeds << *feed;
    keep(choice, true);
}

void NewsCard::keep(const prep::NewsChoice &choice, bool clearsField)
{
    m_scope.launch(flows::setNewsChoice(&m_services, choice),
                   [this, clearsField](const Result<prep::NewsChoice> &kept) {
                       showChoice();
                       if (kept && clearsField) {
                           m_address->clear();
                       }
                       m_row->setError(kept ? QString() : kept.error().text);
                   });
}

} // namespace crema::ui
