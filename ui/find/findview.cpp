// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/findview.h"

#include "base/dates.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/errorwords.h"
#include "ui/find/findform.h"
#include "ui/find/personreasons.h"
#include "ui/find/runhead.h"
#include "ui/find/titlehelppanel.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QResizeEvent>
#include <QScrollArea>
#include <QShowEvent>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int sideWidth = 300;
constexpr int lowestRuns = 72;
} // namespace

FindView::FindView(FindPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_model(new FoundModel(this))
{
    build();
    connectParts();
    m_presenter.loadTerms(); // first: they bound what a paid run shows in the form
    m_presenter.loadRuns();
}

void FindView::build()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap::large, gap::small, gap::large, gap::large);
    row->setSpacing(gap::medium);
    row->addWidget(buildSide());
    auto *column = new QVBoxLayout;
    m_banner = new Banner;
    m_busy = new BusyBar;
    m_busy->hide();
    m_head = new RunHead;
    m_head->hide();
    m_stack = new QStackedWidget;
    m_empty = new EmptyState;
    m_empty->setGlyph(Glyph::find);
    showStart();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildResults());
    column->addWidget(m_banner);
    column->addWidget(m_busy);
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    addPageActions();
}

// The side scrolls by itself: with large text the form alone may be higher than the window.
QWidget *FindView::buildSide()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::medium);
    auto *criteria = new Card;
    m_form = new FindForm(m_presenter.peopleLimit());
    criteria->body()->addWidget(m_form);
    column->addWidget(criteria);
    auto *earlier = new Card(tr("Earlier searches"));
    m_runs = new QListWidget;
    m_runs->setObjectName(u"findRuns"_s);
    m_runs->setAccessibleName(tr("Earlier searches"));
    m_runs->setFrameShape(QFrame::NoFrame);
    m_runs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_runs->setTextElideMode(Qt::ElideRight);
    m_runs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // the height that is left
    m_runs->setMinimumHeight(scaled(lowestRuns));
    m_noRuns = makeLabel(tr("Your searches are kept here."), TextRole::caption, Tone::muted);
    m_noRuns->setWordWrap(true);
    m_noRuns->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    earlier->body()->addWidget(m_noRuns, 1);
    earlier->body()->addWidget(m_runs, 1);
    column->addWidget(earlier, 1);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    m_side = scroll;
    keepSideWidth();
    return scroll;
}

void FindView::keepSideWidth()
{
    // As wide as it likes to be, a third of a narrow window, but never so narrow that the form is cut.
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const int needed = m_side->widget()->minimumSizeHint().width() + bar;
    m_side->setFixedWidth(std::max(needed, std::min(scaled(sideWidth), width() / 3)));
}

void FindView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepSideWidth();
}

void FindView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_side != nullptr) {
        // Once the form has its new font too.
        QMetaObject::invokeMethod(this, &FindView::keepSideWidth, Qt::QueuedConnection);
    }
}

QWidget *FindView::buildResults()
{
    m_results = new QWidget;
    auto *column = new QVBoxLayout(m_results);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_table = new QTableView;
    m_table->setObjectName(u"foundTable"_s);
    m_table->setAccessibleName(tr("People found"));
    m_table->setModel(m_model);
    setUpTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const int widths[] {165, 90, 150, 165, 230, 190, 150, 170};
    for (int column_ = 0; column_ < FoundModel::columns; ++column_) {
        m_table->setColumnWidth(column_, scaled(widths[column_]));
    }
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_reasons = new PersonReasons;
    column->addWidget(m_table, 1);
    column->addWidget(m_reasons);
    return m_results;
}

void FindView::addPageActions()
{
    m_write = new QAction(icon(Glyph::edit, Tone::onAccent), tr("Write emails"), this);
    m_write->setObjectName(u"find.write"_s);
    m_write->setPriority(QAction::HighPriority);
    m_save = new QAction(icon(Glyph::save), tr("Save to contacts"), this);
    m_save->setObjectName(u"find.save"_s);
    m_export = new QAction(icon(Glyph::exportFile), tr("Export…"), this);
    m_export->setObjectName(u"find.export"_s);
    m_try = new QAction(icon(Glyph::eye), tr("Try writing…"), this);
    m_try->setObjectName(u"find.try"_s);
    m_try->setToolTip(tr("Write to everyone of this search, only to be looked at"));
    m_try->setPriority(QAction::LowPriority);
    addActions({m_export, m_save, m_try, m_write});
    updateActions();
}

void FindView::connectParts()
{
    connect(m_form, &FindForm::searchRequested, this, &FindView::search);
    connect(m_form, &FindForm::completionsWanted, &m_presenter, &FindPresenter::suggest);
    connect(m_form, &FindForm::titleHelpWanted, this, &FindView::helpWithTitle);
    connect(m_form, &FindForm::connectionsRequested, this, &FindView::connectionsRequested);
    connect(&m_presenter, &FindPresenter::suggested, m_form, &FindForm::showCompletions);
    connect(&m_presenter, &FindPresenter::termsChanged, m_form, &FindForm::setTerms);
    connect(&m_presenter, &FindPresenter::runsChanged, this, &FindView::showRuns);
    connect(&m_presenter, &FindPresenter::failed, this, &FindView::showError);
    connect(m_banner, &Banner::actionClicked, this, &FindView::actOnBanner);
    connect(m_empty, &EmptyState::primaryClicked, this, &FindView::importRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FindView::updateActions);
    connect(m_write, &QAction::triggered, this, [this] { m_presenter.write(chosenPeople()); });
    connect(m_save, &QAction::triggered, this, [this] { m_presenter.save(chosenPeople()); });
    connect(m_export, &QAction::triggered, this, &FindView::exportPeople);
    connect(m_try, &QAction::triggered, this, [this] { Q_EMIT tryOutRequested(m_presenter.shownRun().id); });
    connectSearch();
    connectHead();
    connectRuns();
}

void FindView::connectSearch()
{
    connect(&m_presenter, &FindPresenter::searching, this, [this](const QString &stage) {
        m_banner->clear();
        m_busy->setProgress(stage);
        m_busy->show();
        m_form->setSearching(true);
        m_head->setSearching(true);
    });
    connect(&m_presenter, &FindPresenter::progressed, m_busy, &BusyBar::setProgress);
    connect(m_busy, &BusyBar::cancelRequested, &m_presenter, &FindPresenter::cancel);
    connect(&m_presenter, &FindPresenter::cancelled, this, &FindView::showCancelled);
    connect(&m_presenter, &FindPresenter::searchFailed, this, &FindView::showSearchError);
    connect(&m_presenter, &FindPresenter::runShown, this, &FindView::showRun);
    connect(&m_presenter, &FindPresenter::knownChanged, this,
            [this](const Run &run) { m_model->show(run.people); });
}

void FindView::connectHead()
{
    connect(&m_presenter, &FindPresenter::termsChanged, m_head, &RunHead::showTerms);
    connect(&m_presenter, &FindPresenter::compared, this, [this](const flows::RunComparison &comparison) {
        m_model->markNew(comparison.newPeople);
        m_head->showComparison(comparison);
    });
    connect(m_head, &RunHead::receiptRequested, this, &FindView::receiptRequested);
    connect(m_head, &RunHead::notesEdited, &m_presenter, &FindPresenter::setNotes);
    connect(m_head, &RunHead::deleteRequested, this,
            [this] { m_presenter.deleteRun(m_presenter.shownRun().id); });
    connect(m_head, &RunHead::againRequested, this, [this] {
        const Run run = m_presenter.shownRun();
        m_presenter.search(run.criteria, run.provider, true);
    });
}

void FindView::connectRuns()
{
    const auto open = [this](const QListWidgetItem *item) {
        const QString id = item->data(Qt::UserRole).toString();
        if (id != m_presenter.shownRun().id || m_stack->currentIndex() == 0) {
            m_presenter.openRun(id);
        }
    };
    connect(m_runs, &QListWidget::itemActivated, this, open);
    connect(m_runs, &QListWidget::itemClicked, this, open);
    auto *remove = new QAction(icon(Glyph::trash), tr("Delete this search"), m_runs);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_runs->addAction(remove);
    m_runs->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(remove, &QAction::triggered, this, [this] {
        if (const QListWidgetItem *item = m_runs->currentItem()) {
            m_presenter.deleteRun(item->data(Qt::UserRole).toString());
        }
    });
}

void FindView::startWith(const Criteria &criteria)
{
    m_form->setCriteria(criteria, u"local"_s);
    search(criteria, u"local"_s);
}

void FindView::choosePaid()
{
    m_form->setCriteria(m_form->criteria(), u"pdl"_s);
}

void FindView::openRun(const QString &runId)
{
    m_presenter.openRun(runId);
}

void FindView::handOver()
{
    m_head->flush();
    m_presenter.saveUnsaved();
}

void FindView::helpWithTitle(const QString &title)
{
    if (m_titleHelp == nullptr) {
        m_titleHelp = new TitleHelpPanel(window(), m_form->titleButton());
        connect(&m_presenter, &FindPresenter::titleHelped, m_titleHelp, &TitleHelpPanel::showHelp);
        connect(m_titleHelp, &TitleHelpPanel::titleChosen, m_form, &FindForm::setTitle);
    }
    m_titleHelp->wait(title);
    m_presenter.helpWithTitle(title);
}

void FindView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter.loadTerms(); // a key may have been entered on another page
}

void FindView::search(const Criteria &criteria, const QString &provider)
{
    if (criteria.isEmpty()) {
        m_bannerAction = BannerAction::none;
        m_banner->showMessage(Tone::warn, Glyph::warning, tr("Whom are you looking for?"),
                              tr("Say at least a title, a company, a location or a school."));
        m_form->begin();
        return;
    }
    m_presenter.search(criteria, provider);
}

void FindView::endBusy()
{
    m_busy->hide();
    m_form->setSearching(false);
    m_head->setSearching(false);
}

void FindView::showStart()
{
    m_empty->setTitle(tr("Who would you like to talk to?"));
    m_empty->setText(tr("Say a title, a company, a place or a school. Near matches count, and every person "
                        "comes with the reason."));
    m_empty->setPrimary({});
    m_head->hide();
    m_stack->setCurrentIndex(0);
}

void FindView::showEmptyRun(const Run &run)
{
    const bool paid = run.provider == "pdl"_L1;
    m_empty->setTitle(tr("Nobody matches"));
    m_empty->setText(
            paid ? tr("People Data Labs knows nobody who fits all of it and is new to you. Leave a "
                      "field empty, or use a wider place or title.")
                 : tr("Nobody in your contacts or the sample directory fits all of it. Leave a field "
                      "empty, or import more contacts."));
    m_empty->setPrimary(paid ? QString() : tr("Import contacts…"), paid ? Glyph::none : Glyph::importFile);
}

void FindView::showRun(const Run &run)
{
    if (!m_presenter.isSearching()) {
        endBusy();
    }
    m_banner->clear();
    if (run.id != m_runInForm) {
        m_runInForm = run.id;
        m_model->markNew({});
        m_form->setCriteria(run.criteria, run.provider); // not again when only its people are known better
    }
    m_model->show(run.people);
    m_head->showRun(run, m_presenter.receipt());
    m_head->show();
    if (run.people.isEmpty()) {
        showEmptyRun(run);
    }
    m_stack->setCurrentIndex(run.people.isEmpty() ? 0 : 1);
    markShownRun();
    updateActions();
}

void FindView::showRuns(const QVector<Run> &runs)
{
    m_runs->clear();
    for (const Run &run : runs) {
        auto *item = new QListWidgetItem(criteriaInWords(run.criteria), m_runs);
        item->setData(Qt::UserRole, run.id);
        item->setToolTip(
                tr("%n person(s), %1", nullptr, static_cast<int>(run.people.size()))
                        .arg(ageInWords(fromStoredTime(run.createdAt), QDateTime::currentDateTimeUtc())));
    }
    m_noRuns->setVisible(runs.isEmpty());
    m_runs->setVisible(!runs.isEmpty());
    if (m_presenter.shownRun().id.isEmpty() && !runs.isEmpty()) {
        m_presenter.openRun(runs.constFirst().id); // back where the user was
    } else if (m_presenter.shownRun().id.isEmpty()) {
        m_model->show({});
        showStart();
        updateActions();
    }
    markShownRun();
}

void FindView::markShownRun()
{
    for (int row = 0; row < m_runs->count(); ++row) {
        if (m_runs->item(row)->data(Qt::UserRole).toString() == m_presenter.shownRun().id) {
            m_runs->setCurrentRow(row);
        }
    }
}

void FindView::showError(const Error &error)
{
    // No "try again": it would search, and what failed was something else.
    const ErrorWords words = wordsFor(error, QDateTime::currentDateTimeUtc());
    m_bannerAction = BannerAction::none;
    m_banner->showMessage(words.tone, words.glyph, words.heading,
                          (error.text + u' ' + words.advice).trimmed());
}

void FindView::showSearchError(const Error &error, const QString &charged)
{
    endBusy();
    if (error.kind == ErrorKind::cancelled) { // from the list of jobs: the user knows
        m_banner->clear();
        return;
    }
    const ErrorWords words = wordsFor(error, QDateTime::currentDateTimeUtc());
    const bool noKey = error.kind == ErrorKind::unauthorised;
    m_bannerAction = noKey ? BannerAction::connections : BannerAction::search;
    QStringList sentences {error.text, words.advice, charged};
    sentences.removeAll({});
    m_banner->showMessage(words.tone, words.glyph, words.heading, sentences.join(u' '),
                          noKey ? tr("Open Connections") : words.retry);
}

void FindView::showCancelled(const QString &words)
{
    endBusy();
    if (!words.isEmpty()) {
        m_bannerAction = BannerAction::none;
        m_banner->showMessage(Tone::info, Glyph::info, tr("Cancelled"), words);
    }
}

void FindView::actOnBanner()
{
    if (m_bannerAction == BannerAction::connections) {
        Q_EMIT connectionsRequested();
    } else if (m_bannerAction == BannerAction::search) {
        m_form->submit();
    }
}

QStringList FindView::chosenPeople() const
{
    QStringList ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        ids << m_model->at(index.row()).person.id;
    }
    return ids;
}

void FindView::updateActions()
{
    const bool some = m_model->rowCount() > 0;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const auto chosen = static_cast<int>(rows.size());
    m_reasons->showPerson(chosen == 1 ? &m_model->at(rows.constFirst().row()) : nullptr);
    m_write->setText(chosen > 0 ? tr("Write to %n", nullptr, chosen) : tr("Write to all"));
    m_save->setText(chosen > 0 ? tr("Save %n to contacts", nullptr, chosen) : tr("Save all to contacts"));
    for (QAction *action : {m_write, m_save, m_export, m_try}) {
        action->setVisible(some); // nothing to act on: no row of grey buttons
        action->setEnabled(some);
    }
}

void FindView::exportPeople()
{
    auto *dialog = new QFileDialog(this, tr("Export the people of this search"));
    dialog->setObjectName(u"findExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters {tr("Spreadsheet (*.csv)"), tr("vCard (*.vcf)"), tr("JSON (*.json)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(tr("people.csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString &filter) {
        const QStringList endings {u"csv"_s, u"vcf"_s, u"json"_s};
        dialog->setDefaultSuffix(endings.value(filters.indexOf(filter)));
    });
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &FindPresenter::exportRun);
    dialog->open();
}

} // namespace crema::ui
