// SPDX-License-Identifier: GPL-3.0-or-later
// What leads from one part of the page to the other; the page itself is in contactspage.cpp.
#include "ui/contacts/contactspage.h"

#include "base/text.h"
#include "model/contactitems.h"
#include "model/status.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/chip.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/contacts/contactboard.h"
#include "ui/contacts/contactcommands.h"
#include "ui/contacts/contactfilterbar.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactstableview.h"
#include "ui/contacts/panelinks.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QUrl>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::ui {

namespace {
constexpr auto sidePause = 40ms;
} // namespace

void ContactsPage::connectList()
{
    m_sideTimer.setSingleShot(true);
    m_sideTimer.setInterval(sidePause);
    connect(&m_sideTimer, &QTimer::timeout, this, &ContactsPage::showSide);
    connect(m_presenter, &ContactsPresenter::stateChanged, this, &ContactsPage::showState);
    connect(m_presenter, &ContactsPresenter::aboutToList, this, [this] {
        m_isListChanging = true;
        m_table->holdPlace();
    });
    connect(m_presenter, &ContactsPresenter::listed, this, [this](bool sameQuery) {
        if (showsBoard()) {
            m_board->showColumns(m_presenter->columns(), m_presenter->query().filter.statuses);
            if (!sameQuery) {
                m_board->startOver();
            }
        }
        m_table->takePlace(sameQuery);
        chooseAgain();
        m_isListChanging = false;
        if (const int newest = std::exchange(m_newest, 0); newest > 0) {
            m_table->selectFirst(newest);
        }
        const bool part = m_presenter->isFiltered();
        m_actions.exportFiltered->setVisible(part);
        m_actions.exportFiltered->setEnabled(part && m_presenter->count() > 0);
        showCount();
    });
    connect(m_presenter, &ContactsPresenter::countsChanged, this, [this](const ContactCounts &counts) {
        m_filter->showCounts(counts);
        m_actions.exportAll->setEnabled(counts.all > 0);
        showCount();
    });
    connect(m_presenter, &ContactsPresenter::queryChanged, this, [this](const store::PeopleQuery &query) {
        m_newest = 0;
        m_filter->showQuery(query);
        m_table->showSort(query.sort, query.descending);
        markWords(query.filter.text == m_filterText ? m_searched : QString());
        m_actions.clearFilters->setEnabled(m_presenter->isFiltered());
        m_actions.saveFilter->setEnabled(m_presenter->isFiltered());
    });
    connect(m_presenter, &ContactsPresenter::failed, this, [this](const Error &error) {
        m_newest = 0;
        tellProblem(error, [this] { m_presenter->reload(); });
    });
    connect(m_presenter, &ContactsPresenter::contactsTouched, this, [this](const QStringList &ids) {
        QStringList shown = introducersOf(m_pane->contact()); // by name
        shown << m_pane->contactId();
        if (ids.isEmpty()
            || std::ranges::any_of(ids, [&](const QString &id) { return shown.contains(id); })) {
            m_sideTimer.start();
        }
    });
    connect(m_table, &ContactsTableView::rowsSelected, this, &ContactsPage::followSelection);
    connect(m_table, &ContactsTableView::deleteRequested, this, &ContactsPage::deleteSelected);
    connect(m_table, &ContactsTableView::copyRequested, this, &ContactsPage::copyCellsOrRows);
    connect(m_table, &ContactsTableView::cutRequested, this, &ContactsPage::cutCellsOrRows);
    connect(m_table, &ContactsTableView::pasteRequested, this, &ContactsPage::paste);
    connect(m_table, &ContactsTableView::openRequested, this, &ContactsPage::openDetails);
    connect(m_table, &ContactsTableView::typed, this, &ContactsPage::typeName);
    connect(m_table, &ContactsTableView::menuRequested, this, &ContactsPage::showMenu);
    connect(m_presenter, &ContactsPresenter::named, this, &ContactsPage::selectRow);
    connect(&m_presenter->model(), &ContactTableModel::editRequested, this, &ContactsPage::saveCell);
    connect(&m_presenter->model(), &ContactTableModel::unsavedDropped, this, &ContactsPage::followGivenUp);
}

void ContactsPage::connectPane()
{
    connect(m_pane, &ContactPane::fieldEdited, this, &ContactsPage::saveField);
    connect(m_pane, &ContactPane::notesEdited, this, &ContactsPage::saveNotes);
    connect(m_pane, &ContactPane::contactEdited, m_commands, &ContactCommands::save);
    connect(m_pane, &ContactPane::writeRequested, this, [this](const QString &id) { Q_EMIT writeTo({id}); });
    connect(m_pane, &ContactPane::prepareRequested, this, &ContactsPage::prepareFor);
    connect(m_pane, &ContactPane::conversationRequested, this, &ContactsPage::conversationWith);
    connect(m_pane, &ContactPane::draftRequested, this, &ContactsPage::openDraft);
    connect(m_pane, &ContactPane::prepRequested, this, &ContactsPage::openPrep);
    connect(m_pane, &ContactPane::closeRequested, this, [this] { setDetailsShown(false); });
    connect(qApp, &QApplication::focusChanged, this, &ContactsPage::followFocus);
    m_links = new PaneLinks(m_presenter->services(), *m_pane, this);
    connect(m_links, &PaneLinks::contactRequested, this, [this](const QString &id) { showContact(id); });
    connect(m_links, &PaneLinks::failed, this, [this](const Error &error) { tellProblem(error, {}); });
    connect(m_links, &PaneLinks::done, this, &ContactsPage::toast);
    connect(m_pane, &ContactPane::undoRequested, this, [this](const QString &operationId) {
        m_pane->flush(); // what is being typed goes first and stays in the history
        Q_EMIT undoRequested(operationId);
    });
    connect(m_pane, &ContactPane::linkRequested, this, [](const QString &link) {
        const QUrl url(link, QUrl::StrictMode);
        // Only web pages and mail: a stored link must never start a program.
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1 || url.scheme() == "mailto"_L1) {
            QDesktopServices::openUrl(url);
        }
    });
    connect(m_pane, &ContactPane::copyRequested, this, [this](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT toast(tr("Copied %1").arg(text));
    });
}

void ContactsPage::onAction(QAction *action, void (ContactsPage::*slot)())
{
    connect(action, &QAction::triggered, this, [this, slot] {
        if (!isVisible()) {
            Q_EMIT showRequested();
        }
        (this->*slot)();
    });
}

void ContactsPage::connectActions()
{
    onAction(m_actions.add, &ContactsPage::openAdd);
    connect(m_actions.import, &QAction::triggered, this, [this] { openImport(); });
    onAction(m_actions.exportAll, &ContactsPage::exportAll);
    onAction(m_actions.exportFiltered, &ContactsPage::exportFiltered);
    onAction(m_actions.trash, &ContactsPage::openTrash);
    onAction(m_actions.duplicates, &ContactsPage::openDuplicates);
    onAction(m_actions.merge, &ContactsPage::mergeSelected);
    onAction(m_actions.write, &ContactsPage::writeSelected);
    onAction(m_actions.prepare, &ContactsPage::prepareSelected);
    onAction(m_actions.conversation, &ContactsPage::readConversation);
    onAction(m_actions.tag, &ContactsPage::openTag);
    onAction(m_actions.exportSelected, &ContactsPage::exportSelected);
    onAction(m_actions.copy, &ContactsPage::copySelected);
    onAction(m_actions.paste, &ContactsPage::paste);
    onAction(m_actions.pasteNew, &ContactsPage::pasteNew);
    onAction(m_actions.saveFilter, &ContactsPage::saveFilter);
    connect(m_actions.columns, &QAction::triggered, m_table, &ContactsTableView::chooseColumns);
    connect(m_actions.board, &QAction::triggered, this, [this](bool board) {
        if (!isVisible()) {
            Q_EMIT showRequested();
        }
        showAs(board ? ContactsLayout::board : ContactsLayout::table);
    });
    connect(m_layouts, &SegmentedControl::currentChanged, this,
            [this](int index) { showAs(index == 1 ? ContactsLayout::board : ContactsLayout::table); });
    onAction(m_actions.remove, &ContactsPage::deleteSelected);
    onAction(m_actions.filter, &ContactsPage::focusFilter);
    onAction(m_actions.clearFilters, &ContactsPage::clearFilters);
    connect(m_actions.details, &QAction::toggled, this, &ContactsPage::setDetailsShown);
    m_actions.add->setPriority(QAction::HighPriority);
    m_actions.exportAll->setPriority(QAction::LowPriority);
    m_actions.exportFiltered->setPriority(QAction::LowPriority);
    m_actions.trash->setPriority(QAction::LowPriority);
    m_actions.duplicates->setPriority(QAction::LowPriority);
    m_actions.exportFiltered->setVisible(false);
    m_actions.exportFiltered->setEnabled(false);
    addActions({m_actions.import, m_actions.exportAll, m_actions.exportFiltered, m_actions.duplicates,
                m_actions.trash, m_actions.add});
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this); // of the window: also from its head
    connect(find, &QShortcut::activated, this, &ContactsPage::focusFilter);
    // Of the window: on an empty page nothing of it has the focus. Fields and the table keep their own
    // Ctrl+V.
    auto *paste = new QShortcut(QKeySequence(QKeySequence::Paste), this);
    connect(paste, &QShortcut::activated, this, &ContactsPage::pasteNew);
}

void ContactsPage::connectCommands()
{
    connect(m_commands, &ContactCommands::failed, this,
            [this](const Error &error) { tellProblem(error, {}); });
    connect(m_commands, &ContactCommands::done, this, &ContactsPage::toast);
    connect(m_commands, &ContactCommands::busy, this, &ContactsPage::showBusy);
    connect(m_busy, &BusyBar::cancelRequested, this, [this] {
        m_commands->cancel();
        focusContent(); // the button goes away
    });
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        if (const auto again = m_again) {
            again();
        }
        followDismissed();
    });
    connect(m_banner, &Banner::dismissed, this, &ContactsPage::followDismissed);
}

void ContactsPage::fillStatusMenu()
{
    auto *menu = new QMenu(this);
    for (const QString &status : contactStatuses()) {
        connect(menu->addAction(statusWords(status)), &QAction::triggered, this,
                [this, status] { m_commands->setStatus(selection(), status); });
    }
    m_actions.status->setMenu(menu);
}

} // namespace crema::ui
