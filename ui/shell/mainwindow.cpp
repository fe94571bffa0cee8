// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "base/text.h"
#include "ui/common/actionbutton.h"
#include "ui/common/banner.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/dropcover.h"
#include "ui/shell/menus.h"
#include "ui/shell/navigation.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/standingnotices.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toaststrip.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::ui {

namespace {

constexpr QSize firstSize {1240, 800};
constexpr QSize smallestSize {760, 520};
constexpr int roomyWidth = 900; // below it (more with larger text) the navigation folds by itself
constexpr int searchWidth = 560;
constexpr auto iconDelay = 100ms;
constexpr int mostNumberedPages = 9;
constexpr auto answerPause = 50ms;
constexpr int mostWaits = 60; // three seconds
constexpr qsizetype mostNamed = 5;
constexpr qsizetype longestNamed = 60;

/// What was typed, and whose it is: "Due of Ana Ruiz: whenever".
QString lineOf(const UnsavedEdit &edit, const QString &text)
{
    return edit.who.isEmpty() ? MainWindow::tr("%1: %2").arg(edit.field, text)
                              : MainWindow::tr("%1 of %2: %3").arg(edit.field, edit.who, text);
}

QString linesOf(const QVector<UnsavedEdit> &edits)
{
    QStringList lines;
    for (const UnsavedEdit &edit : edits.first(std::min(mostNamed, edits.size()))) {
        lines << lineOf(edit, elided(cleanLine(edit.text), longestNamed));
    }
    if (edits.size() > mostNamed) {
        lines << MainWindow::tr("and %n more", nullptr, static_cast<int>(edits.size() - mostNamed));
    }
    return lines.join(u'\n');
}

constexpr int quitSection = 90;
constexpr int undoSection = 10;
constexpr int windowSection = 10;

QWidget *firstInTabOrder(const QWidget &page)
{
    for (QWidget *next = page.nextInFocusChain(); next != &page; next = next->nextInFocusChain()) {
        if (page.isAncestorOf(next) && next->isVisible() && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus)) {
            return next;
        }
    }
    return nullptr;
}

} // namespace

MainWindow::MainWindow(ActionRegistry &actions, Theme &theme, QWidget *parent)
    : QMainWindow(parent), m_actions(actions), m_theme(theme), m_navigation(new Navigation),
      m_search(new SearchBox), m_header(new PageHeader), m_banner(new Banner),
      m_notices(new StandingNotices(*m_banner, this)), m_stack(new QStackedWidget), m_status(new StatusLine),
      m_toasts(new ToastStrip(this)), m_palette(new CommandPalette(actions, this)),
      m_dropCover(new DropCover(this))
{
    build();
    connectParts();
    registerActions();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setWindowTitle(u"Crema"_s);
    // Drawing it in all sizes takes as long as a page: after the first picture.
    QTimer::singleShot(iconDelay, this, [this] { setWindowIcon(applicationIcon()); });
    setMinimumSize(smallestSize);
    resize(firstSize);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(gap::large, gap::small + gap::tiny, gap::large, 0);
    m_search->setMaximumWidth(searchWidth);
    top->addWidget(m_search, 4);
    top->addStretch(1);
    QAction *commands = m_actions.add({u"view.palette"_s, tr("Commands..."), Glyph::command,
                                       QKeySequence(tr("Ctrl+K")), MenuPlace::view, tr("palette find action"),
                                       windowSection});
    commands->setIconText(tr("Commands"));
    top->addWidget(new ActionButton(commands, ButtonKind::quiet));
    m_banner->setObjectName(u"window.banner"_s);
    auto *bannerRow = new QVBoxLayout;
    bannerRow->setContentsMargins(gap::large, gap::small, gap::large, 0);
    bannerRow->addWidget(m_banner);

    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addLayout(top);
    middle->addLayout(bannerRow);
    middle->addWidget(m_header);
    middle->addWidget(m_stack, 1);
    middle->addWidget(m_status);
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addLayout(middle, 1);
    setCentralWidget(whole);
}

void MainWindow::connectParts()
{
    m_answers.setSingleShot(true);
    m_answers.setInterval(answerPause);
    connect(&m_answers, &QTimer::timeout, this, &MainWindow::followAnswers);
    connect(m_navigation, &Navigation::pageRequested, this, &MainWindow::showPage);
    connect(m_navigation, &Navigation::collapseToggled, this, [this](bool collapsed) {
        if (width() >= scaled(roomyWidth)) {
            m_wantsCollapsed = collapsed;
            Q_EMIT viewChanged();
        }
    });
    connect(m_actions.find(u"view.palette"_s), &QAction::triggered, m_palette, &CommandPalette::open);
}

void MainWindow::registerActions()
{
    QAction *quit = m_actions.add({u"file.quit"_s, tr("&Quit"), Glyph::none, QKeySequence(QKeySequence::Quit),
                                   MenuPlace::file, tr("exit close leave"), quitSection});
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    for (const auto &[id, text, glyph, key] :
         {std::tuple(u"edit.undo"_s, tr("&Undo"), Glyph::undo, QKeySequence(QKeySequence::Undo)),
          std::tuple(u"edit.redo"_s, tr("&Redo"), Glyph::redo, QKeySequence(QKeySequence::Redo))}) {
        m_actions.add({id, text, glyph, key, MenuPlace::edit, {}, undoSection})->setEnabled(false);
    }
    QAction *search = m_actions.add({u"view.search"_s, tr("Search everything"), Glyph::search,
                                     QKeySequence(tr("Ctrl+Shift+F")), MenuPlace::view, tr("find people"),
                                     windowSection});
    connect(search, &QAction::triggered, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    QAction *fold = m_actions.add({u"view.navigation"_s, tr("Fold the navigation"), Glyph::sidebar,
                                   QKeySequence(tr("Ctrl+B")), MenuPlace::view, tr("sidebar"),
                                   windowSection});
    connect(fold, &QAction::triggered, m_navigation,
            [this] { m_navigation->setCollapsed(!m_navigation->isCollapsed()); });
    registerAppearanceActions(m_actions, m_theme);
    QAction *about = m_actions.add(
            {u"help.about"_s, tr("&About Crema"), Glyph::info, {}, MenuPlace::help, tr("version"), 90});
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
    installMenus(*this, m_actions);
}

void MainWindow::addPage(const Page &page)
{
    const auto number = static_cast<int>(m_pages.size()) + 1;
    const QKeySequence key = number <= mostNumberedPages
            ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number))
            : QKeySequence();
    ActionSpec spec {u"go."_s + page.id, page.title, page.glyph, key, MenuPlace::go};
    spec.paletteText = tr("Go to %1").arg(page.title);
    QAction *go = m_actions.add(spec);
    go->setToolTip(spec.paletteText);
    connect(go, &QAction::triggered, this, [this, id = page.id] {
        showPage(id);
        focusPage();
    });
    m_navigation->addPage(page, key.toString(QKeySequence::NativeText));
    m_pages.append(Entry {page, nullptr});
    if (m_current.isEmpty()) {
        showPage(page.id);
    }
}

void MainWindow::showPage(const QString &id)
{
    QWidget *widget = page(id);
    if (widget == nullptr) {
        return;
    }
    const Entry &entry = *entryOf(id);
    m_current = id;
    m_navigation->setCurrent(id);
    m_stack->setCurrentWidget(widget);
    m_header->setVisible(entry.page.header);
    m_header->showPage(entry.page.title, widget);
    setWindowTitle(u"%1 - Crema"_s.arg(entry.page.title));
    Q_EMIT pageShown(id);
}

/// A key led to the page: from now on the keys are its own.
void MainWindow::focusPage()
{
    QWidget *shown = m_stack->currentWidget();
    if (shown->isAncestorOf(focusWidget())) {
        return;
    }
    QWidget *last = shown->focusWidget();
    if (QWidget *target = last != nullptr && last->isVisible() ? last : firstInTabOrder(*shown)) {
        target->setFocus(Qt::OtherFocusReason);
    }
}

QWidget *MainWindow::page(const QString &id)
{
    Entry *entry = entryOf(id);
    if (entry == nullptr) {
        return nullptr;
    }
    if (entry->widget == nullptr) {
        entry->widget = entry->page.create();
        if (entry->widget->accessibleName().isEmpty()) {
            entry->widget->setAccessibleName(entry->page.title);
        }
        m_stack->addWidget(entry->widget);
    }
    return entry->widget;
}

void MainWindow::setPageCount(const QString &id, int count)
{
    m_navigation->setCount(id, count);
}

MainWindow::Entry *MainWindow::entryOf(const QString &id)
{
    for (Entry &entry : m_pages) {
        if (entry.page.id == id) {
            return &entry;
        }
    }
    return nullptr;
}

void MainWindow::restore(const ViewState &state)
{
    if (!state.geometry.isEmpty()) {
        restoreGeometry(state.geometry);
    }
    m_wantsCollapsed = state.navigationCollapsed;
    foldByWidth();
    showPage(state.page);
}

ViewState MainWindow::viewState() const
{
    ViewState state;
    state.geometry = saveGeometry();
    state.page = m_current;
    state.navigationCollapsed = m_wantsCollapsed;
    state.scheme = schemeWord(m_theme.choice());
    state.lastSystemScheme = m_theme.systemScheme() == Scheme::dark ? u"dark"_s : u"light"_s;
    state.textPercent = m_theme.textPercent();
    return state;
}

void MainWindow::present()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeUnasked()
{
    m_isUnasked = true;
    close();
}

void MainWindow::prepareForEnd()
{
    handOver();
    m_isPrepared = true;
    Q_EMIT viewChanged();
    followAnswers();
}

/// The program may be gone before the last answer is there.
void MainWindow::followAnswers()
{
    if (!m_isPrepared) {
        return;
    }
    const Unsaved open = unsaved();
    tellLeft(open);
    if (open.waits) {
        m_answers.start();
    }
}

void MainWindow::tellLeft(const Unsaved &open)
{
    QStringList texts;
    for (const UnsavedEdit &edit : open.refused + open.underWay) {
        texts << lineOf(edit, edit.text);
    }
    if (texts != m_left) {
        m_left = texts;
        Q_EMIT leftUnsaved(texts);
    }
}

void MainWindow::handOver()
{
    for (const Entry &entry : std::as_const(m_pages)) {
        if (auto *edits = dynamic_cast<UnsavedEdits *>(entry.widget)) {
            edits->handOver();
        }
    }
}

MainWindow::Unsaved MainWindow::unsaved() const
{
    Unsaved all;
    for (const Entry &entry : m_pages) {
        if (const auto *edits = dynamic_cast<const UnsavedEdits *>(entry.widget)) {
            const QVector<UnsavedEdit> refused = edits->refused();
            if (all.page.isEmpty() && (edits->awaitsAnswer() || !refused.isEmpty())) {
                all.page = entry.page.id;
            }
            all.waits = all.waits || edits->awaitsAnswer();
            all.refused += refused;
            all.underWay += edits->underWay();
        }
    }
    return all;
}

/// What is being typed is stored first. An answer that is late is asked about: nothing typed goes silently.
bool MainWindow::mayClose()
{
    if (m_question && m_question->isVisible() && !m_isUnasked) {
        return false; // asked already
    }
    if (m_waits == 0) { // once: what is refused would never come to an end
        handOver();
    }
    Unsaved open = unsaved();
    if (open.page.isEmpty()) {
        handOver(); // what was typed while it waited
        open = unsaved();
    }
    if (open.waits && m_waits < mostWaits) {
        ++m_waits;
        QTimer::singleShot(answerPause, this, &QWidget::close);
        return false;
    }
    m_waits = 0;
    if (m_isUnasked) {
        tellLeft(open);
        return true;
    }
    if (!open.page.isEmpty()) {
        askToClose(open);
    }
    return open.page.isEmpty();
}

void MainWindow::askToClose(const Unsaved &open)
{
    const auto count = static_cast<int>(open.refused.size());
    const QString words = open.waits ? tr("Not everything is saved yet")
                                     : tr("%n text(s) could not be saved", nullptr, count);
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Not saved"), words, QMessageBox::NoButton, this);
    m_question = box;
    box->setObjectName(u"unsavedQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(linesOf(open.refused));
    QPushButton *back = box->addButton(tr("Go back"), QMessageBox::RejectRole);
    const QPushButton *close = box->addButton(count > 1 ? tr("Close without them") : tr("Close without it"),
                                              QMessageBox::DestructiveRole);
    box->setDefaultButton(back);
    box->setEscapeButton(back);
    if (open.waits) {
        QPushButton *wait = box->addButton(tr("Wait"), QMessageBox::AcceptRole);
        box->setDefaultButton(wait);
        connect(wait, &QPushButton::clicked, this, &QWidget::close, Qt::QueuedConnection);
    }
    connect(back, &QPushButton::clicked, this, [this, page = open.page] { showPage(page); });
    connect(close, &QPushButton::clicked, this, [this] {
        m_givesUp = true;
        QWidget::close();
    });
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!std::exchange(m_givesUp, false) && !mayClose()) {
        event->ignore();
        return;
    }
    if (std::exchange(m_isPrepared, false) && !m_isUnasked) {
        m_left.clear();
        Q_EMIT leftUnsaved(m_left); // the end was called off, and the user has seen to it since
    }
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::foldByWidth()
{
    m_isRoomy = width() >= scaled(roomyWidth);
    m_navigation->setCollapsed(!m_isRoomy || m_wantsCollapsed);
}

/// Larger text needs more room. Between two changes the user may unfold it all the same.
void MainWindow::followWidth()
{
    if (m_isRoomy != (width() >= scaled(roomyWidth))) {
        foldByWidth();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    followWidth();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        followWidth();
    }
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Crema"));
    box->setIconPixmap(applicationIcon().pixmap(64));
    box->setText(u"<b>Crema %1</b>"_s.arg(QApplication::applicationVersion()));
    box->setInformativeText(
            tr("Find people, write each a personal and truthful email, know who answered, and walk into the "
               "coffee chat prepared. Your work stays on this computer.\n\n"
               "Free software under the GNU General Public License, version 3 or later."));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace crema::ui
