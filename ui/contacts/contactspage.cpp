// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactspage.h"

#include "base/text.h"
#include "model/status.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/chip.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/emptystate.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/splitstate.h"
#include "ui/common/toolrow.h"
#include "ui/contacts/contactboard.h"
#include "ui/contacts/contactcommands.h"
#include "ui/contacts/contactfilterbar.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactstableview.h"
#include "ui/contacts/panelinks.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::ui {

namespace {

constexpr int paneWidth = 380;
constexpr int lowestPane = 300;
constexpr int lowestList = 260;
constexpr auto detailsKey = "contacts/details";
constexpr auto layoutKey = "contacts/layout";

QToolButton *toolButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + u".tool"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    if (action->menu<QMenu *>() != nullptr) {
        button->setPopupMode(QToolButton::InstantPopup);
    }
    return button;
}

} // namespace

ContactsPage::ContactsPage(flows::Services &services, ActionRegistry &registry, QSettings &settings,
                           QWidget *parent)
    : QWidget(parent), m_presenter(new ContactsPresenter(services, this)),
      m_commands(new ContactCommands(services, this)), m_actions(registry), m_settings(settings),
      m_banner(new Banner), m_busy(new BusyBar), m_filter(new ContactFilterBar), m_split(new QSplitter),
      m_content(new QStackedWidget), m_table(new ContactsTableView(m_presenter->model(), settings)),
      m_board(new ContactBoard(services.reader, services.clock)),
      m_layouts(new SegmentedControl(tr("Layout"))), m_several(new EmptyState), m_failed(new EmptyState),
      m_side(new QStackedWidget), m_pane(new ContactPane), m_count(new ElidedLabel)
{
    build(settings);
    connectList();
    connectBoard();
    connectFilter();
    connectPane();
    connectActions();
    connectCommands();
    connectSaving();
    showState(m_presenter->state());
    if (settings.value(QLatin1StringView(layoutKey)).toString() == "board"_L1) {
        showAs(ContactsLayout::board);
    }
    setDetailsShown(settings.value(QLatin1StringView(detailsKey), true).toBool());
    followSelection();
}

ContactsPage::~ContactsPage()
{
    m_pane->flush();
    m_table->flush();
    // The parts go after the page; what they say on the way out has nobody to hear it any more.
    disconnect(m_pane, nullptr, this, nullptr);
    disconnect(&m_presenter->model(), nullptr, this, nullptr);
    disconnect(m_table, nullptr, this, nullptr);
    disconnect(m_board, nullptr, this, nullptr);
    disconnect(qApp, nullptr, this, nullptr);
    m_pane->disconnect(this); // what it could not save it would give out again while it goes
}

void ContactsPage::build(QSettings &settings)
{
    setObjectName(u"contacts.page"_s);
    m_busy->setObjectName(u"contacts.busy"_s);
    m_busy->hide();
    auto *left = new QWidget;
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(gap::small);
    m_toolbar = buildToolbar();
    list->addWidget(m_toolbar);
    list->addWidget(buildContent(), 1);
    left->setMinimumWidth(lowestList); // what the stack hides needs no room
    m_split->addWidget(left);
    m_split->addWidget(buildSide());
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setChildrenCollapsible(false);
    m_split->setSizes({scaled(800), scaled(paneWidth)});
    keepSplitter(m_split, settings, u"contacts"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, 0, gap::large, gap::medium);
    column->setSpacing(gap::small + gap::tiny);
    column->addWidget(m_banner);
    column->addWidget(m_busy);
    column->addWidget(m_filter);
    column->addWidget(m_split, 1);
}

QWidget *ContactsPage::buildToolbar()
{
    fillStatusMenu();
    m_count->setObjectName(u"contacts.count"_s);
    setTone(m_count, Tone::muted);
    auto *row = new ToolRow;
    m_layouts->setObjectName(u"contacts.layouts"_s);
    m_layouts->addSegment(tr("Table"), Glyph::list);
    m_layouts->addSegment(tr("Board"), Glyph::board);
    row->lead()->addWidget(m_layouts);
    row->lead()->addWidget(m_count, 1);
    for (QAction *action :
         {m_actions.write, m_actions.prepare, m_actions.status, m_actions.tag, m_actions.remove}) {
        auto *button = toolButton(action);
        if (action == m_actions.tag || action == m_actions.remove) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly); // leaves the details their width
        }
        row->addTool(button);
    }
    auto *columns = m_columnsButton = new QToolButton;
    columns->setObjectName(u"contacts.columns"_s);
    columns->setIcon(icon(Glyph::columns));
    columns->setText(tr("Columns"));
    columns->setAccessibleName(tr("Columns"));
    columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    columns->setPopupMode(QToolButton::InstantPopup);
    columns->setMenu(m_table->columnsMenu());
    columns->setAutoRaise(true);
    m_filter->addControl(columns);
    m_filter->addControl(toolButton(m_actions.details));
    return row;
}

QWidget *ContactsPage::buildContent()
{
    auto *loading = new EmptyState;
    loading->setGlyph(Glyph::contacts);
    loading->setTitle(tr("Reading your contacts"));
    auto *empty = new EmptyState;
    empty->setObjectName(u"contacts.empty"_s);
    empty->setGlyph(Glyph::contacts);
    empty->setTitle(tr("No contacts yet"));
    empty->setText(tr("Import your LinkedIn connections, a CSV or a vCard, or search the sample directory. "
                      "You can also "
                      "drop a file here."));
    empty->setPrimary(tr("Import contacts"), Glyph::importFile);
    empty->setSecondary(tr("Search the sample directory"), Glyph::find);
    connect(empty, &EmptyState::primaryClicked, this, [this] { openImport(); });
    connect(empty, &EmptyState::secondaryClicked, this, [this] { Q_EMIT openFind({}); });
    auto *noMatch = new EmptyState;
    noMatch->setObjectName(u"contacts.noMatch"_s);
    noMatch->setGlyph(Glyph::search);
    noMatch->setTitle(tr("Nobody fits this filter"));
    noMatch->setText(
            tr("Every word must begin a word of the name, company, title, school, place, tags or notes."));
    noMatch->setPrimary(tr("Clear filters"));
    connect(noMatch, &EmptyState::primaryClicked, this, &ContactsPage::clearFilters);
    m_failed->setGlyph(Glyph::error);
    m_failed->setTitle(tr("Your contacts could not be read"));
    m_failed->setPrimary(tr("Try again"), Glyph::refresh);
    connect(m_failed, &EmptyState::primaryClicked, m_presenter, &ContactsPresenter::reload);
    for (QWidget *content :
         std::initializer_list<QWidget *> {m_table, loading, empty, noMatch, m_failed, m_board}) {
        m_content->addWidget(content); // in the order of Content
    }
    return m_content;
}

QWidget *ContactsPage::buildSide()
{
    auto *none = new EmptyState;
    none->setGlyph(Glyph::person);
    none->setTitle(tr("Nobody selected"));
    none->setText(tr("Select a contact to see their details, notes and history."));
    m_several->setGlyph(Glyph::contacts);
    m_several->setText(tr("Write to all of them, set their status, tag or export them."));
    m_several->setPrimary(tr("Write emails"), Glyph::mail);
    m_several->setSecondary(tr("Export…"), Glyph::exportFile);
    connect(m_several, &EmptyState::primaryClicked, m_actions.write, &QAction::trigger);
    connect(m_several, &EmptyState::secondaryClicked, m_actions.exportSelected, &QAction::trigger);
    for (QWidget *side : std::initializer_list<QWidget *> {m_pane, none, m_several}) {
        m_side->addWidget(side); // in the order of Side
    }
    keepSideWidth();
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_side);
    return frame;
}

/// What stands in the details grows with the text.
void ContactsPage::keepSideWidth()
{
    m_side->setMinimumWidth(scaled(lowestPane));
}

/// Also while a dialog of the pane or another window is in front.
bool ContactsPage::paneHasFocus() const
{
    const QWidget *focused = window()->focusWidget();
    return m_pane->isVisible() && focused != nullptr && (focused == m_pane || m_pane->isAncestorOf(focused));
}

void ContactsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        keepSideWidth();
    }
}

void ContactsPage::showState(ContactsState state)
{
    const bool empty = state == ContactsState::empty;
    const Content content = state == ContactsState::content ? (showsBoard() ? Content::board : Content::table)
            : state == ContactsState::loading               ? Content::loading
            : empty                                         ? Content::empty
            : state == ContactsState::noMatch               ? Content::noMatch
                                                            : Content::failed;
    m_content->setCurrentIndex(static_cast<int>(content));
    m_filter->setVisible(!empty);
    m_toolbar->setVisible(!empty && state != ContactsState::failed);
    m_side->parentWidget()->setVisible(m_actions.details->isChecked() && !empty
                                       && state != ContactsState::failed);
}

void ContactsPage::showCount()
{
    const QLocale locale;
    const auto shown = static_cast<int>(m_presenter->count());
    const auto chosen = static_cast<int>(selection().size());
    const QString all = tr("%n contact(s)", nullptr, shown);
    m_count->setText(chosen > 1 ? tr("%1 of %2 selected").arg(locale.toString(chosen), all) : all);
}

void ContactsPage::followSelection()
{
    const auto chosen = selection();
    const auto count = chosen.size();
    if (count > 0 || !m_isListChanging) {
        m_chosen = chosen;
    }
    for (QAction *action : {m_actions.write, m_actions.status, m_actions.tag, m_actions.exportSelected,
                            m_actions.copy, m_actions.remove}) {
        action->setEnabled(count > 0);
    }
    m_actions.prepare->setEnabled(count == 1);
    m_actions.conversation->setEnabled(count == 1);
    m_actions.paste->setEnabled(!showsBoard());
    m_actions.merge->setEnabled(count == 2);
    showCount();
    m_sideTimer.start();
}

void ContactsPage::showSide()
{
    if (!m_actions.details->isChecked()) {
        return;
    }
    const auto rids = selection();
    const auto row = rids.size() == 1 ? contactOf(rids.constFirst()) : std::nullopt;
    if (!row && rids.size() < 2 && paneHasFocus()) {
        // They have left the list while the user is at them: the pane stays until the focus leaves it.
        showDetail(m_pane->contactId());
        return;
    }
    if (!row) {
        m_several->setTitle(tr("%n contact(s) selected", nullptr, static_cast<int>(rids.size())));
        m_side->setCurrentIndex(static_cast<int>(rids.size() > 1 ? Side::several : Side::none));
        return;
    }
    if (showDetail(row->id)) {
        m_side->setCurrentIndex(static_cast<int>(Side::contact));
    }
}

bool ContactsPage::showDetail(const QString &contactId)
{
    const auto detail = m_presenter->detail(contactId);
    if (detail) {
        m_pane->showContact(*detail);
    } else if (detail.error().kind != ErrorKind::notFound) {
        tellProblem(detail.error(), [this] { showSide(); });
    }
    return detail.has_value();
}

QVector<qint64> ContactsPage::selection() const
{
    return showsBoard() ? m_board->selectedRowIds() : m_table->selectedRowIds();
}

void ContactsPage::showContact(const QString &contactId, const QString &searched)
{
    m_presenter->start();
    setDetailsShown(true);
    if (const qint64 rid = m_presenter->rowIdOf(contactId); rid != 0) {
        selectRow(rid);
    } else { // hidden by the filter, or not yet listed: selected when the list is there
        connect(
                m_presenter, &ContactsPresenter::listed, this,
                [this, contactId] { selectRow(m_presenter->rowIdOf(contactId)); }, Qt::SingleShotConnection);
        m_presenter->clearFilters();
    }
    markWords(searched);
}

void ContactsPage::showAs(ContactsLayout layout)
{
    const bool board = layout == ContactsLayout::board;
    m_settings.setValue(QLatin1StringView(layoutKey), board ? u"board"_s : u"table"_s);
    m_layouts->setCurrent(board ? 1 : 0);
    m_actions.board->setChecked(board);
    m_columnsButton->setEnabled(!board);
    if (m_presenter->layout() != layout) {
        const auto chosen = selection();
        m_presenter->setLayout(layout);
        showState(m_presenter->state());
        if (chosen.size() == 1) {
            connect(
                    m_presenter, &ContactsPresenter::listed, this,
                    [this, rid = chosen.constFirst()] { selectRow(rid); }, Qt::SingleShotConnection);
        }
        followSelection();
    }
}

void ContactsPage::setDetailsShown(bool shown)
{
    if (!shown && paneHasFocus()) {
        focusContent();
    }
    m_actions.details->setChecked(shown);
    m_settings.setValue(QLatin1StringView(detailsKey), shown);
    showState(m_presenter->state());
    if (shown) {
        m_sideTimer.start();
    }
}

void ContactsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter->start();
}

} // namespace crema::ui
