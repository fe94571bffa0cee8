// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/egresscard.h"

#include "store/egressreader.h"
#include "ui/common/card.h"
#include "ui/settings/egressmodel.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QShowEvent>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr std::chrono::milliseconds afterChange {150}; // a search writes many rows at once
constexpr int tableHeight = 260;
constexpr int searchWidth = 320;
} // namespace

EgressCard::EgressCard(const flows::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_model(new EgressModel(this)), m_pause(new QTimer(this))
{
    build();
    m_pause->setSingleShot(true);
    m_pause->setInterval(afterChange);
    connect(m_pause, &QTimer::timeout, this, &EgressCard::load);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(&services.store, &store::Store::changed, this, [this] {
        if (isVisible()) {
            m_pause->start();
        }
    });
}

void EgressCard::build()
{
    auto *card = new Card(tr("Privacy"));
    QLabel *words = makeLabel(
            tr("Your contacts, emails, resume and preps are in the folder below and nowhere else. Crema asks "
               "only "
               "the services that you connect above and, for a coffee chat, the sources of news; every "
               "request is "
               "written down here before it leaves. Names, addresses and keys are not part of this list."),
            TextRole::body, Tone::muted);
    words->setWordWrap(true);
    m_search = new QLineEdit;
    m_search->setObjectName(u"egressSearch"_s);
    m_search->setAccessibleName(tr("Search what left this computer"));
    m_search->setPlaceholderText(tr("Search: service, reason, outcome"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(scaled(searchWidth));
    m_empty = makeLabel({}, TextRole::strong);
    m_empty->setObjectName(u"egressEmpty"_s);
    m_empty->setWordWrap(true);
    m_table = new QTableView;
    m_table->setObjectName(u"egressTable"_s);
    m_table->setAccessibleName(tr("What left this computer"));
    m_table->setModel(m_model);
    setUpTable(m_table);
    const int widths[] {158, 130, 170, 108, 84, 78, 82, 100};
    for (int column = 0; column < EgressModel::columns; ++column) {
        m_table->setColumnWidth(column, scaled(widths[column]));
    }
    m_table->setMinimumHeight(scaled(tableHeight));
    card->body()->addWidget(words);
    card->body()->addWidget(m_search);
    card->body()->addWidget(m_empty);
    card->body()->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

void EgressCard::load()
{
    const QString text = m_search->text().trimmed();
    const auto rows = store::readEgress(m_services.reader, text);
    const bool some = rows && !rows->isEmpty();
    m_table->setVisible(some);
    m_empty->setVisible(!some);
    m_search->setVisible(some || !text.isEmpty());
    if (!rows) {
        m_empty->setText(rows.error().text);
        return;
    }
    m_model->show(*rows);
    m_empty->setText(text.isEmpty() ? tr("Nothing has left this computer.")
                                    : tr("Nothing that left this computer has \"%1\" in it.").arg(text));
}

void EgressCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

} // namespace crema::ui
