// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowcomposition.h"

#include "flows/modelserver.h"
#include "ledger/credits.h"
#include "store/historyreader.h"
#include "ui/account/accountview.h"
#include "ui/contacts/contactspage.h"
#include "ui/contacts/historydialog.h"
#include "ui/drafts/draftsview.h"
#include "ui/drafts/topicquestion.h"
#include "ui/drafts/tryoutdialog.h"
#include "ui/find/findview.h"
#include "ui/home/homeview.h"
#include "ui/preps/prepsview.h"
#include "ui/settings/reminderscard.h"
#include "ui/settings/settingsview.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/standingnotices.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toaststrip.h"
#include "window/mailroom.h"
#include "window/pageids.h"

#include <QAction>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr int historySection = 20;

} // namespace

WindowComposition::WindowComposition(flows::Services &services, ui::Theme &theme, QSettings &settings)
    : m_services(services), m_theme(theme), m_settings(settings), m_window(m_actions, theme),
      m_undo(services, m_actions, m_window), m_left(settings, services.workspace.folder(), m_window),
      m_search(services), m_reminders(services, settings), m_interrupted(services, m_window),
      m_backups(services.workspace, services.clock), m_tidying(services.store, services.deployment.limits)
{
    m_drafts = new ui::DraftsPresenter(m_services, this);
    m_preps = new ui::PrepsPresenter(m_services, this);
    connectDrafts(m_drafts);
    connectPreps(m_preps);
    addPages();
    addActions();
    connectShell();
    m_mail = std::make_unique<MailRoom>(m_services, m_window);
    connectReminders();
    connectMail();
    connectDrops();
    m_window.restore(ui::readViewState(m_settings));
    connectViewState();
}

WindowComposition::~WindowComposition() = default;

template <typename Widget>
Widget *WindowComposition::pageOf(const QString &id)
{
    return qobject_cast<Widget *>(m_window.page(id));
}

void WindowComposition::addPages()
{
    using ui::Glyph;
    m_window.addPage({.id = homePage, .title = tr("Home"), .glyph = Glyph::home, .create = [this] {
                          return makeHome();
                      }});
    m_window.addPage({.id = findPage, .title = tr("Find"), .glyph = Glyph::find, .create = [this] {
                          return makeFind();
                      }});
    m_window.addPage({.id = contactsPage,
                      .title = tr("Contacts"),
                      .glyph = Glyph::contacts,
                      .create = [this]() -> QWidget * {
                          auto *page = new ui::ContactsPage(m_services, m_actions, m_settings);
                          connectContacts(page);
                          return page;
                      }});
    m_window.addPage({.id = draftsPage, .title = tr("Drafts"), .glyph = Glyph::drafts, .create = [this] {
                          return makeDrafts();
                      }});
    m_window.addPage({.id = chatsPage, .title = tr("Coffee chats"), .glyph = Glyph::coffee, .create = [this] {
                          return makePreps();
                      }});
    m_window.addPage({.id = accountPage,
                      .title = tr("Account"),
                      .glyph = Glyph::account,
                      .create = [this] { return makeAccount(); },
                      .group = ui::PageGroup::foot});
    m_window.addPage({.id = settingsPage,
                      .title = tr("Settings"),
                      .glyph = Glyph::settings,
                      .create = [this] { return makeSettings(); },
                      .group = ui::PageGroup::foot});
}

QWidget *WindowComposition::makeHome()
{
    auto *presenter = new ui::HomePresenter(m_services, this);
    auto *view = new ui::HomeView(*presenter);
    connect(view, &ui::HomeView::opened, this,
            [this](const QString &kind, const QString &id) { openRecord(kind, id); });
    connect(view, &ui::HomeView::importRequested, this, &WindowComposition::importContacts);
    connect(view, &ui::HomeView::findRequested, this, [this] { m_window.showPage(findPage); });
    connect(view, &ui::HomeView::profileRequested, this, [this] { m_window.showPage(accountPage); });
    connect(view, &ui::HomeView::draftsRequested, this, [this] { m_window.showPage(draftsPage); });
    connect(view, &ui::HomeView::contactsRequested, this, [this] { m_window.showPage(contactsPage); });
    connect(view, &ui::HomeView::followUpRequested, this,
            [this](const QStringList &ids) { writeTo(ids, u"follow_up"_s); });
    connect(view, &ui::HomeView::toast, this, &WindowComposition::showDone);
    return view;
}

QWidget *WindowComposition::makeFind()
{
    auto *presenter = new ui::FindPresenter(m_services, this);
    connectFind(presenter);
    auto *view = new ui::FindView(*presenter);
    connect(view, &ui::FindView::importRequested, this, &WindowComposition::importContacts);
    connect(view, &ui::FindView::connectionsRequested, this, [this] {
        m_window.showPage(settingsPage);
        pageOf<ui::SettingsView>(settingsPage)->showConnections();
    });
    connect(view, &ui::FindView::tryOutRequested, this, &WindowComposition::tryWriting);
    connect(view, &ui::FindView::receiptRequested, this, [this](const QString &jobId) {
        m_window.showPage(accountPage);
        pageOf<ui::AccountView>(accountPage)->showReceipt(jobId);
    });
    return view;
}

void WindowComposition::importContacts()
{
    m_window.showPage(contactsPage);
    pageOf<ui::ContactsPage>(contactsPage)->openImport();
}

QWidget *WindowComposition::makeDrafts()
{
    auto *view = new ui::DraftsView(*m_drafts, &m_actions);
    connect(view, &ui::DraftsView::findRequested, this, [this] { m_window.showPage(findPage); });
    connectMailbox(view);
    return view;
}

QWidget *WindowComposition::makePreps()
{
    auto *view = new ui::PrepsView(*m_preps);
    connect(view, &ui::PrepsView::contactsRequested, this, [this] { m_window.showPage(contactsPage); });
    return view;
}

QWidget *WindowComposition::makeAccount()
{
    auto *presenter = new ui::AccountPresenter(m_services, this);
    connect(presenter, &ui::AccountPresenter::toast, this, &WindowComposition::showDone);
    return new ui::AccountView(*presenter);
}

QWidget *WindowComposition::makeSettings()
{
    auto *view = new ui::SettingsView(m_services, m_theme);
    auto *card = new ui::RemindersCard(m_services, m_reminders.isOn());
    connect(card, &ui::RemindersCard::switched, &m_reminders, &ui::Reminders::setOn);
    view->addCard(card);
    connect(view, &ui::SettingsView::toast, this, &WindowComposition::showDone);
    connect(view, &ui::SettingsView::reopenRequested, this, [this] { leave(reopenExit); });
    connect(view, &ui::SettingsView::repairRequested, this, [this] { leave(repairExit); });
    return view;
}

void WindowComposition::leave(int exitCode)
{
    m_exitCode = exitCode;
    m_window.closeUnasked();
}

void WindowComposition::connectReminders()
{
    connect(&m_reminders, &ui::Reminders::contactRequested, this, [this](const QString &id) {
        m_window.present();
        openRecord(u"contact"_s, id);
    });
    connect(&m_reminders, &ui::Reminders::listRequested, this, [this] {
        m_window.present();
        m_window.showPage(homePage);
    });
    connect(&m_reminders, &ui::Reminders::failed, this,
            [this](const Error &error) { m_window.notices().showError(u"reminders"_s, error); });
    connect(&m_reminders, &ui::Reminders::notShown, this, [this](const ui::Notice &notice) {
        m_window.toasts().show({.text = notice.title,
                                .actionText = tr("Open"),
                                .act = [this, id = notice.id] { m_reminders.open(id); },
                                .tone = ui::Tone::info});
    });
}

void WindowComposition::connectFind(ui::FindPresenter *presenter)
{
    connect(presenter, &ui::FindPresenter::toast, this, &WindowComposition::showDone);
    connect(presenter, &ui::FindPresenter::failed, this,
            [this](const Error &error) { showFailure(findPage, error); });
    connect(presenter, &ui::FindPresenter::searchFailed, this,
            [this](const Error &error) { showFailure(findPage, error); });
    connect(presenter, &ui::FindPresenter::writeRequested, this,
            [this](const QStringList &ids) { writeTo(ids, u"first"_s); });
}

void WindowComposition::connectDrafts(ui::DraftsPresenter *presenter)
{
    connect(presenter, &ui::DraftsPresenter::toast, this, &WindowComposition::showDone);
    connect(presenter, &ui::DraftsPresenter::failed, this,
            [this](const Error &error) { showFailure(draftsPage, error); });
    connect(presenter, &ui::DraftsPresenter::contactRequested, this,
            [this](const QString &id) { openRecord(u"contact"_s, id); });
}

void WindowComposition::connectPreps(ui::PrepsPresenter *presenter)
{
    connect(presenter, &ui::PrepsPresenter::toast, this, &WindowComposition::showDone);
    connect(presenter, &ui::PrepsPresenter::failed, this,
            [this](const Error &error) { showFailure(chatsPage, error); });
    connect(presenter, &ui::PrepsPresenter::contactRequested, this,
            [this](const QString &id) { openRecord(u"contact"_s, id); });
    connect(presenter, &ui::PrepsPresenter::thankYouRequested, this,
            [this](const QString &id) { writeTo({id}, u"thank_you"_s); });
}

void WindowComposition::connectContacts(ui::ContactsPage *page)
{
    connect(page, &ui::ContactsPage::writeTo, this,
            [this](const QStringList &ids) { writeTo(ids, u"first"_s); });
    connect(page, &ui::ContactsPage::prepareFor, this, &WindowComposition::prepareFor);
    connect(page, &ui::ContactsPage::conversationWith, this, [this](const QString &id) {
        m_window.showPage(draftsPage);
        pageOf<ui::DraftsView>(draftsPage)->openConversation(id);
    });
    connect(page, &ui::ContactsPage::openDraft, this,
            [this](const QString &id) { openRecord(u"draft"_s, id); });
    connect(page, &ui::ContactsPage::openPrep, this,
            [this](const QString &id) { openRecord(u"prep"_s, id); });
    connect(page, &ui::ContactsPage::showRequested, this, [this] { m_window.showPage(contactsPage); });
    connect(page, &ui::ContactsPage::openFind, this, [this](const Criteria &criteria) {
        m_window.showPage(findPage);
        if (!criteria.isEmpty()) {
            pageOf<ui::FindView>(findPage)->startWith(criteria);
        }
    });
    connect(page, &ui::ContactsPage::toast, this, &WindowComposition::showDone);
    connect(page, &ui::ContactsPage::undoRequested, &m_undo, &UndoSteps::undoOperation);
    connect(&m_undo, &UndoSteps::ownStepMoved, page, &ui::ContactsPage::readSavedFilters);
    connect(page, &ui::ContactsPage::stepDone, this, [this](const ui::ContactsPage::Step &step) {
        const int number = m_undo.add(step.label, step.undo, step.redo);
        m_window.toasts().withdrawUndoBut({}); // it is no longer the last thing done
        m_window.toasts().show({.text = step.words,
                                .actionText = tr("Undo"),
                                .act = [this, number] { m_undo.undoOwn(number); },
                                .undoes = u"own/%1"_s.arg(number)});
    });
}

void WindowComposition::addActions()
{
    using ui::Glyph;
    using ui::MenuPlace;
    QAction *import = m_actions.add({.id = u"file.import"_s,
                                     .text = tr("Import contacts…"),
                                     .glyph = Glyph::importFile,
                                     .shortcut = QKeySequence(Qt::CTRL | Qt::Key_I),
                                     .menu = MenuPlace::file,
                                     .keywords = tr("csv linkedin vcard google outlook")});
    connect(import, &QAction::triggered, this, &WindowComposition::importContacts);
    QAction *history = m_actions.add({.id = u"edit.history"_s,
                                      .text = tr("History…"),
                                      .glyph = Glyph::clock,
                                      .menu = MenuPlace::edit,
                                      .keywords = tr("operations undo restore point log changes"),
                                      .section = historySection});
    connect(history, &QAction::triggered, this, &WindowComposition::showHistory);
    connect(m_actions.find(u"edit.undo"_s), &QAction::triggered, &m_undo, &UndoSteps::undo);
    connect(m_actions.find(u"edit.redo"_s), &QAction::triggered, &m_undo, &UndoSteps::redo);
    connect(&m_undo, &UndoSteps::jobChanged, this, &WindowComposition::followJobs);
}

void WindowComposition::showHistory()
{
    auto *dialog = new ui::HistoryDialog(m_services, &m_window);
    connect(dialog, &ui::HistoryDialog::trashRequested, this, [this, dialog] {
        dialog->accept();
        m_window.showPage(contactsPage); // makes the page, which brings the command
        if (QAction *trash = m_actions.find(u"contacts.trash"_s)) {
            trash->trigger();
        }
    });
    dialog->open();
}

void WindowComposition::connectShell()
{
    ui::SearchBox &box = m_window.searchBox();
    box.describeKind(kindName(Kind::contact), tr("People and notes"), ui::Glyph::person);
    box.describeKind(kindName(Kind::draft), tr("Emails"), ui::Glyph::drafts);
    box.describeKind(kindName(Kind::prep), tr("Coffee chats"), ui::Glyph::coffee);
    connect(&box, &ui::SearchBox::queryChanged, &m_search, &SearchRelay::search);
    connect(&box, &ui::SearchBox::activated, this, &WindowComposition::openRecord);
    connect(&m_search, &SearchRelay::answered, &box,
            [&box](const QString &text, const QVector<store::SearchHit> &hits) {
                QVector<ui::SearchHit> shown;
                for (const store::SearchHit &hit : hits) {
                    shown << ui::SearchHit {kindName(hit.kind), hit.id, hit.title, hit.subtitle};
                }
                box.showResults(text, shown);
            });
    connect(&m_search, &SearchRelay::failed, &box,
            [&box](const QString &text, const Error &error) { box.showFailure(text, error.text); });
    ui::StatusLine &line = m_window.statusLine();
    line.setSaveState(tr("Saved on this computer"));
    connect(&line, &ui::StatusLine::creditsClicked, this, [this] { m_window.showPage(accountPage); });
    connect(&line, &ui::StatusLine::saveStateClicked, this, [this] { m_window.showPage(settingsPage); });
    connect(&line, &ui::StatusLine::cancelJobRequested, this, [this](const QString &id) {
        if (const auto step = m_undo.job(); step && step->id == id) {
            m_undo.cancel();
            return;
        }
        m_scope.launch(m_services.jobs.cancel(id), [](Result<>) { }); // the job's own view tells how it ended
    });
    connect(&m_services.jobs, &jobs::JobEngine::progressed, this, &WindowComposition::followJobs);
    connect(&m_services.jobs, &jobs::JobEngine::finished, this, &WindowComposition::followJobs);
    connect(&m_services.store, &store::Store::changed, this, [this](const store::Change &change) {
        if (change.undoChanged) {
            followUndo();
        }
        if (change.creditsChanged) {
            followCredits();
        }
    });
}

/// Written when it is chosen: the program may be ended at any moment.
void WindowComposition::connectViewState()
{
    const auto write = [this] { ui::writeViewState(m_window.viewState(), m_settings); };
    connect(&m_window, &ui::MainWindow::closing, this, write);
    connect(&m_window, &ui::MainWindow::viewChanged, this, write);
    connect(&m_window, &ui::MainWindow::pageShown, this, write);
    connect(&m_theme, &ui::Theme::changed, this, write);
    connect(&m_window, &ui::MainWindow::leftUnsaved, &m_left, &LeftTexts::keep);
}

void WindowComposition::start()
{
    followUndo();
    followCredits();
    m_left.start();
    m_interrupted.start();
    m_reminders.start();
    m_mail->start();
    startBackups();
    startTidying();
}

void WindowComposition::startTidying()
{
    connect(&m_tidying, &flows::Tidying::failed, this, [this](const Error &error) {
        m_window.notices().show(u"tidying"_s,
                                {.heading = tr("The trash was not tidied"), .text = error.text});
    });
    m_tidying.start();
}

void WindowComposition::startBackups()
{
    const auto tell = [this](const QString &name, const Error &error) {
        m_window.notices().show(name, {.heading = tr("The workspace was not backed up"), .text = error.text});
    };
    connect(&m_backups, &flows::DailyBackup::failed, this,
            [tell](const Error &error) { tell(u"backup"_s, error); });
    m_backups.start();
    // What a restore has exchanged becomes a backup like the others.
    m_scope.launch(flows::packReplaced(m_services.workspace), [this, tell](Result<QString> kept) {
        const QString exchanged = u"exchanged"_s;
        if (!kept) {
            tell(exchanged, kept.error());
        } else if (!kept->isEmpty()) {
            m_window.notices().show(exchanged,
                                    {.rank = ui::StandingNotices::Rank::news,
                                     .tone = ui::Tone::info,
                                     .glyph = ui::Glyph::info,
                                     .heading = tr("The workspace was exchanged"),
                                     .text = tr("As it was before, it is kept in %1").arg(*kept)});
        }
    });
}

void WindowComposition::openRecord(const QString &kind, const QString &id, const QString &searched)
{
    if (kind == "contact"_L1) {
        m_window.showPage(contactsPage);
        pageOf<ui::ContactsPage>(contactsPage)->showContact(id, searched);
    } else if (kind == "draft"_L1) {
        m_window.showPage(draftsPage);
        pageOf<ui::DraftsView>(draftsPage)->openDraft(id);
    } else if (kind == "prep"_L1) {
        m_window.showPage(chatsPage);
        pageOf<ui::PrepsView>(chatsPage)->openPrep(id);
    }
}

void WindowComposition::writeTo(const QStringList &contactIds, const QString &kind)
{
    m_window.showPage(draftsPage);
    ui::writeAfterQuestions(&m_window, *m_drafts, contactIds, kind);
}

void WindowComposition::tryWriting(const QString &runId)
{
    flows::WriteOrder order;
    order.runId = runId;
    order.writer = flows::preferredWriter(m_services.reader);
    auto *dialog = new ui::TryOutDialog(m_services, order, &m_window);
    connect(dialog, &ui::TryOutDialog::keepRequested, this,
            [this](const flows::WriteOrder &wanted, const flows::DryRun &run) {
                m_window.showPage(draftsPage);
                m_drafts->keep(wanted, run);
            });
    dialog->open();
}

void WindowComposition::prepareFor(const QString &contactId)
{
    m_window.showPage(chatsPage);
    m_preps->prepare(contactId);
}

void WindowComposition::followCredits()
{
    const auto credits = ledger::readCredits(m_services.reader, m_services.deployment);
    if (credits) {
        m_window.statusLine().setCredits(credits->balance, credits->max);
    }
}

void WindowComposition::followJobs()
{
    QVector<ui::JobItem> items;
    for (const jobs::JobProgress &job : m_services.jobs.running()) {
        items << ui::JobItem {job.jobId, job.title,
                              job.total > 0 ? tr("%1 of %2").arg(job.done).arg(job.total) : QString(),
                              job.total > 0 ? job.done * 100 / job.total : -1};
    }
    if (const auto step = m_undo.job()) {
        items << *step;
    }
    m_window.statusLine().setJobs(items);
}

} // namespace crema::app
