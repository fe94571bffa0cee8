// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/findview.h"

#include "base/dates.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/card.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/emptystate.h"
#include "ui/find/findform.h"
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
    m_stack = new QStackedWidget;
    m_empty = new EmptyState;
    m_empty->setGlyph(Glyph::find);
    showStart();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildResults());
    column->addWidget(m_banner);
    column->addWidget(m_busy);
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
        keepSideWidth();
    }
}

QWidget *FindView::buildResults()
{
    m_results = new QWidget;
    auto *column = new QVBoxLayout(m_results);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_summary = new ElidedLabel;
    m_summary->setObjectName(u"findSummary"_s);
    setTextRole(m_summary, TextRole::heading);
    m_widened = makeLabel({}, TextRole::body, Tone::warn);
    m_widened->setObjectName(u"findWidened"_s);
    m_widened->setWordWrap(true);
    m_table = new QTableView;
    m_table->setObjectName(u"foundTable"_s);
    m_table->setAccessibleName(tr("People found"));
    m_table->setModel(m_model);
    setUpTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const int widths[] {165, 150, 165, 230, 150, 170, 90};
    for (int column_ = 0; column_ < FoundModel::columns; ++column_) {
        m_table->setColumnWidth(column_, scaled(widths[column_]));
    }
    m_table->horizontalHeader()->setStretchLastSection(false);
    column->addWidget(m_summary);
    column->addWidget(m_widened);
    column->addWidget(m_table, 1);
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
    addActions({m_export, m_save, m_write});
    updateActions();
}

void FindView::connectParts()
{
    connect(m_form, &FindForm::searchRequested, this, &FindView::search);
    connect(m_form, &FindForm::completionsWanted, &m_presenter, &FindPresenter::suggest);
    connect(&m_presenter, &FindPresenter::suggested, m_form, &FindForm::showCompletions);
    connect(&m_presenter, &FindPresenter::runShown, this, &FindView::showRun);
    connect(&m_presenter, &FindPresenter::runsChanged, this, &FindView::showRuns);
    connect(&m_presenter, &FindPresenter::failed, this, &FindView::showError);
    connect(&m_presenter, &FindPresenter::searching, this, [this] {
        m_banner->clear();
        m_busy->setProgress(tr("Searching people on this computer"));
        m_busy->show();
        m_form->setSearching(true);
    });
    connect(&m_presenter, &FindPresenter::cancelled, this, &FindView::endBusy);
    connect(m_busy, &BusyBar::cancelRequested, &m_presenter, &FindPresenter::cancel);
    connect(m_banner, &Banner::actionClicked, this, [this] { search(m_form->criteria()); });
    connect(m_empty, &EmptyState::primaryClicked, this, &FindView::importRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FindView::updateActions);
    connect(m_write, &QAction::triggered, this, [this] { m_presenter.write(chosenPeople()); });
    connect(m_save, &QAction::triggered, this, [this] { m_presenter.save(chosenPeople()); });
    connect(m_export, &QAction::triggered, this, &FindView::exportPeople);
    connectRuns();
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
    m_form->setCriteria(criteria);
    search(criteria);
}

void FindView::search(const Criteria &criteria)
{
    if (criteria.isEmpty()) {
        m_banner->showMessage(Tone::warn, Glyph::warning, tr("Whom are you looking for?"),
                              tr("Say at least a title, a company, a location or a school."));
        m_form->begin();
        return;
    }
    m_presenter.search(criteria);
}

void FindView::endBusy()
{
    m_busy->hide();
    m_form->setSearching(false);
}

void FindView::showStart()
{
    m_empty->setTitle(tr("Who would you like to talk to?"));
    m_empty->setText(tr("Say a title, a company, a place or a school. Near matches count, and every person "
                        "comes with the reason."));
    m_empty->setPrimary({});
    m_stack->setCurrentIndex(0);
}

void FindView::showRun(const Run &run)
{
    if (!m_presenter.isSearching()) {
        endBusy();
    }
    m_banner->clear();
    if (run.id != m_runInForm) {
        m_runInForm = run.id;
        m_form->setCriteria(run.criteria); // not again when only its people are known better
    }
    m_model->show(run.people);
    m_summary->setText(tr("%n person(s) found: %1", nullptr, static_cast<int>(run.people.size()))
                               .arg(criteriaInWords(run.criteria)));
    m_widened->setText(run.widened.join(u'\n'));
    m_widened->setVisible(!run.widened.isEmpty());
    if (run.people.isEmpty()) {
        m_empty->setTitle(tr("Nobody matches"));
        m_empty->setText(tr("Nobody in your contacts or the sample directory fits all of it. Leave a field "
                            "empty, or import more contacts."));
        m_empty->setPrimary(tr("Import contacts…"), Glyph::importFile);
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
    if (!m_presenter.isSearching()) {
        endBusy();
    }
    m_banner->showError(error);
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
    const auto chosen = static_cast<int>(m_table->selectionModel()->selectedRows().size());
    m_write->setText(chosen > 0 ? tr("Write to %n", nullptr, chosen) : tr("Write to all"));
    m_save->setText(chosen > 0 ? tr("Save %n to contacts", nullptr, chosen) : tr("Save all to contacts"));
    for (QAction *action : {m_write, m_save, m_export}) {
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
