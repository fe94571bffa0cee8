// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/historydialog.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/text.h"
#include "flows/historyflow.h"
#include "store/reader.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/emptystate.h"
#include "ui/contacts/changewords.h"
#include "ui/contacts/timeline.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::ui {

namespace {

constexpr int firstPage = 300;
constexpr int mostSteps = 400;
constexpr int mostConflicts = 6;
constexpr auto followPause = 120ms;
constexpr int indexRole = Qt::UserRole;

using Entries = QVector<store::OperationEntry>;
using Steps = QVector<store::OperationStep>;

Result<Entries> readEntries(QString databasePath, int limit)
{
    const auto reader = store::Reader::open(databasePath);
    return reader ? store::operations((*reader)->connection(), limit) : std::unexpected(reader.error());
}

Result<Steps> readSteps(QString databasePath, QString operationId)
{
    const auto reader = store::Reader::open(databasePath);
    return reader ? store::operationSteps((*reader)->connection(), operationId, mostSteps + 1)
                  : std::unexpected(reader.error());
}

QString whatWords(const store::OperationEntry &entry)
{
    const QString label = cleanLine(entry.label);
    return entry.isRedo    ? HistoryDialog::tr("Repeated: %1").arg(label)
            : entry.isUndo ? HistoryDialog::tr("Undone: %1").arg(label)
                           : label;
}

bool canUndo(const store::OperationEntry &entry)
{
    return !entry.isUndo && !entry.undone
            && (entry.origin == "user"_L1 || entry.origin == "job"_L1 || entry.origin == "import"_L1);
}

QTreeWidget *makeList(const QString &name, const QString &words, const QStringList &headers)
{
    auto *list = new QTreeWidget;
    list->setObjectName(name);
    list->setAccessibleName(words);
    list->setHeaderLabels(headers);
    list->setRootIsDecorated(false);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideRight);
    return list;
}

} // namespace

HistoryDialog::HistoryDialog(flows::Services &services, QWidget *parent)
    : QDialog(parent), m_services(services), m_banner(new Banner), m_filter(new QLineEdit),
      m_stack(new QStackedWidget),
      m_list(makeList(u"history.list"_s, tr("Operations"), {tr("What"), tr("When"), tr("Records")})),
      m_steps(makeList(u"history.steps"_s, tr("What it changed"), {tr("What it changed")})),
      m_more(new QPushButton(tr("Show older"))),
      m_undo(new QPushButton(icon(Glyph::undo), tr("Take this back"))),
      m_restore(new QPushButton(icon(Glyph::clock), tr("Restore to this point…"))),
      m_trash(new QPushButton(icon(Glyph::trash), tr("Trash…"))), m_busy(new BusyBar), m_limit(firstPage)
{
    build();
    connectParts();
    followSelection();
    read();
}

void HistoryDialog::build()
{
    setWindowTitle(tr("History"));
    setObjectName(u"history.dialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(900, 600);
    m_filter->setObjectName(u"history.filter"_s);
    m_filter->setPlaceholderText(tr("Search the history"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(fontMetrics().averageCharWidth() * 34);
    buildLists();
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("History"), TextRole::heading), 1);
    head->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::small + gap::tiny);
    column->addLayout(head);
    QLabel *about = makeLabel(
            tr("Everything done in this workspace in the last %n day(s), newest first; merges are kept for "
               "good.",
               nullptr, m_services.deployment.limits.historyDays),
            TextRole::body, Tone::muted);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addWidget(m_banner);
    m_busy->setObjectName(u"history.busy"_s);
    m_busy->hide();
    column->addWidget(m_busy);
    column->addWidget(m_stack, 1);
    column->addWidget(buildButtons());
}

void HistoryDialog::buildLists()
{
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < 3; ++column) {
        m_list->header()->setSectionResizeMode(column, QHeaderView::Fixed);
        m_list->header()->resizeSection(column,
                                        fontMetrics().horizontalAdvance(u"00:00:00 MM"_s) + gap::medium);
    }
    m_steps->setRootIsDecorated(true);
    m_steps->setWordWrap(true);
    m_more->setObjectName(u"history.more"_s);
    setButtonKind(m_more, ButtonKind::quiet);
    auto *left = new QWidget;
    auto *lists = new QVBoxLayout(left);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->addWidget(m_list, 1);
    lists->addWidget(m_more, 0, Qt::AlignLeft);
    auto *split = new QSplitter;
    split->addWidget(left);
    split->addWidget(m_steps);
    split->setChildrenCollapsible(false);
    split->setSizes({540, 320});
    auto *none = new EmptyState;
    none->setGlyph(Glyph::clock);
    none->setTitle(tr("Nothing has been done yet"));
    none->setText(tr("What you import, edit, write and delete is listed here, and can be taken back."));
    m_stack->addWidget(split);
    m_stack->addWidget(none);
}

QWidget *HistoryDialog::buildButtons()
{
    m_undo->setObjectName(u"history.undo"_s);
    m_restore->setObjectName(u"history.restore"_s);
    m_trash->setObjectName(u"history.trash"_s);
    connect(m_trash, &QPushButton::clicked, this, &HistoryDialog::trashRequested);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"history.close"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *bar = new QWidget;
    auto *buttons = new QHBoxLayout(bar);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_trash);
    buttons->addStretch();
    buttons->addWidget(m_undo);
    buttons->addWidget(m_restore);
    buttons->addWidget(close);
    return bar;
}

void HistoryDialog::connectParts()
{
    m_following.setSingleShot(true);
    m_following.setInterval(followPause);
    connect(&m_following, &QTimer::timeout, this, &HistoryDialog::read);
    connect(&m_services.store, &store::Store::changed, this, [this] { m_following.start(); });
    connect(m_busy, &BusyBar::cancelRequested, this, [this] { m_stop.request_stop(); });
    connect(m_filter, &QLineEdit::textChanged, this, &HistoryDialog::filter);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &HistoryDialog::followSelection);
    connect(m_undo, &QPushButton::clicked, this, &HistoryDialog::undoSelected);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::askToRestore);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_limit *= 4;
        read();
    });
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        read();
    });
}

void HistoryDialog::read()
{
    m_reading.requestStop();
    m_reading.launch(runOnWorker(readEntries, m_services.workspace.databasePath(), m_limit),
                     [this](Result<Entries> entries) {
                         entries ? fill(*entries) : m_banner->showError(entries.error());
                     });
}

void HistoryDialog::fill(const Entries &entries)
{
    const store::OperationEntry *old = selected();
    const QString chosen = old == nullptr ? QString() : old->id;
    m_entries = entries;
    m_list->clear();
    const QDate today = m_services.clock.now().toLocalTime().date();
    const QLocale locale;
    QDate day;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const store::OperationEntry &entry = m_entries[i];
        const QDateTime at = fromStoredTime(entry.at).toLocalTime();
        if (at.date() != day) {
            day = at.date();
            auto *heading = new QTreeWidgetItem(m_list, {dayWords(day, today)});
            heading->setFirstColumnSpanned(true);
            heading->setFlags(Qt::ItemIsEnabled);
            heading->setData(0, indexRole, -1);
            heading->setForeground(0, colours().muted);
        }
        auto *item = new QTreeWidgetItem(m_list,
                                         {whatWords(entry), locale.toString(at.time(), QLocale::ShortFormat),
                                          locale.toString(entry.records)});
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, indexRole, static_cast<int>(i));
        item->setToolTip(0, whatWords(entry));
        if (entry.undone) {
            item->setText(0, tr("%1 (taken back)").arg(item->text(0)));
            item->setForeground(0, colours().muted);
        }
        if (entry.id == chosen) {
            m_list->setCurrentItem(item);
        }
    }
    m_more->setVisible(m_entries.size() >= m_limit);
    m_stack->setCurrentIndex(m_entries.isEmpty() ? 1 : 0);
    filter(m_filter->text());
    followSelection();
}

void HistoryDialog::filter(const QString &text)
{
    const QString wanted = fold(text.trimmed());
    QTreeWidgetItem *heading = nullptr;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (item->data(0, indexRole).toInt() < 0) {
            heading = item;
            heading->setHidden(true); // until one of its day is shown
            continue;
        }
        const bool fits = wanted.isEmpty() || fold(item->text(0)).contains(wanted);
        item->setHidden(!fits);
        if (fits && heading != nullptr) {
            heading->setHidden(false);
        }
    }
}

const store::OperationEntry *HistoryDialog::selected() const
{
    const auto items = m_list->selectedItems();
    const int index = items.isEmpty() ? -1 : items.constFirst()->data(0, indexRole).toInt();
    return index >= 0 && index < m_entries.size() ? &m_entries[index] : nullptr;
}

void HistoryDialog::followSelection()
{
    const store::OperationEntry *entry = selected();
    m_undo->setEnabled(!isRunning() && entry != nullptr && canUndo(*entry));
    m_restore->setEnabled(!isRunning() && entry != nullptr && entry != &m_entries.constFirst());
    m_trash->setEnabled(!isRunning()); // it closes the dialog
    m_stepReading.requestStop();
    if (entry == nullptr) {
        m_steps->clear();
        return;
    }
    m_stepReading.launch(runOnWorker(readSteps, m_services.workspace.databasePath(), entry->id),
                         [this, id = entry->id](Result<Steps> steps) {
                             steps ? showSteps(id, *steps) : m_banner->showError(steps.error());
                         });
}

void HistoryDialog::showSteps(const QString &operationId, const Steps &steps)
{
    const store::OperationEntry *entry = selected();
    if (entry == nullptr || entry->id != operationId) {
        return;
    }
    m_steps->clear();
    QTreeWidgetItem *record = nullptr;
    QString last;
    for (qsizetype i = 0; i < std::min<qsizetype>(steps.size(), mostSteps); ++i) {
        const store::OperationStep &step = steps[i];
        if (record == nullptr || step.recordId != last || step.recordId.isEmpty()) {
            const QString title = step.recordId.isEmpty() ? tr("Deleted for good")
                    : step.title.isEmpty()                ? tr("Without a name")
                                                          : cleanLine(step.title);
            //: a person or email, and which kind of thing it is
            record = new QTreeWidgetItem(m_steps, {tr("%1 · %2").arg(title, recordKindWords(step.kind))});
            record->setExpanded(true);
            last = step.recordId;
        }
        const QString words = step.created ? tr("Added") : changeWords(step.kind, step.step);
        if (!words.isEmpty()) {
            auto *line = new QTreeWidgetItem(record, {words});
            line->setToolTip(0, words);
            line->setForeground(0, colours().muted);
        }
    }
    if (steps.size() > mostSteps) {
        new QTreeWidgetItem(m_steps, {tr("And more")});
    }
}

void HistoryDialog::undoSelected()
{
    const store::OperationEntry *entry = selected();
    if (entry == nullptr || !canUndo(*entry)) {
        return;
    }
    run(
            tr("Taking back: %1").arg(whatWords(*entry)),
            [this, id = entry->id](store::BulkProgress progress, std::stop_token stop) {
                return m_services.store.undoOperation(id, std::move(progress), std::move(stop));
            },
            tr("Taken back: %1"));
}

void HistoryDialog::askToRestore()
{
    const store::OperationEntry *entry = selected();
    if (entry == nullptr) {
        return;
    }
    const auto later = static_cast<int>(entry - m_entries.constData());
    auto *ask = new QMessageBox(
            QMessageBox::Question, tr("Restore to this point"),
            tr("Bring everything back to how it was right after “%1”?").arg(elided(whatWords(*entry), 80)),
            QMessageBox::Cancel, this);
    ask->setObjectName(u"history.ask"_s);
    ask->setInformativeText(
            tr("%n later operation(s) are taken back in one step. What was added since goes to the "
               "trash. You can undo this.",
               nullptr, later));
    ask->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = ask->addButton(tr("Restore"), QMessageBox::AcceptRole);
    yes->setObjectName(u"history.ask.yes"_s);
    connect(yes, &QPushButton::clicked, this, [this, id = entry->id] { restoreTo(id); });
    ask->open();
}

void HistoryDialog::restoreTo(const QString &operationId)
{
    run(
            tr("Restoring"),
            [this, operationId](const store::BulkProgress &progress, const std::stop_token &stop) {
                return flows::restoreToPoint(&m_services, operationId, progress, stop);
            },
            tr("Restored. %1"));
}

void HistoryDialog::done(int result)
{
    if (!isRunning()) {
        QDialog::done(result);
        return;
    }
    m_isLeaving = true;
    m_stop.request_stop();
}

void HistoryDialog::run(const QString &stage, const Begin &begin, const QString &ended)
{
    m_stop = std::stop_source();
    m_busy->setCancellable(true);
    m_busy->setProgress(stage, -1);
    m_busy->showSoon();
    followSelection();
    const auto progress = [self = QPointer(this), stage](int count, int total) {
        if (self && self->isRunning() && total > 0) {
            self->m_busy->setProgress(stage, static_cast<int>(100LL * count / total));
        }
    };
    m_scope.launch(begin(progress, m_stop.get_token()),
                   [this, ended](const Result<store::UndoOutcome> &outcome) {
                       m_stop = std::stop_source(std::nostopstate);
                       m_busy->finish();
                       const bool isStopped = !outcome && outcome.error().kind == ErrorKind::cancelled;
                       if (std::exchange(m_isLeaving, false) && isStopped) {
                           QDialog::done(Rejected);
                           return;
                       }
                       tell(outcome, outcome ? ended.arg(outcome->label) : QString());
                   });
}

void HistoryDialog::tell(const Result<store::UndoOutcome> &outcome, const QString &heading)
{
    followSelection();
    if (!outcome && outcome.error().kind == ErrorKind::cancelled) {
        m_banner->showMessage(Tone::info, Glyph::info, tr("Cancelled"), tr("Nothing was changed."));
        return;
    }
    if (!outcome) {
        m_banner->showError(outcome.error());
        return;
    }
    if (outcome->conflicts.empty()) {
        m_banner->showMessage(Tone::good, Glyph::checkCircle, heading, tr("Undo brings it back."));
        return;
    }
    QStringList left;
    for (const store::UndoConflict &conflict : outcome->conflicts) {
        const auto record = m_services.reader.record(conflict.kind, conflict.id);
        const QString title = record ? store::titleOf(conflict.kind, record->body) : QString();
        const QString field = conflict.field == store::purgedField() ? tr("deleted for good")
                : conflict.field.startsWith(u'@')                    ? tr("trash and merges")
                                                  : recordFieldWords(conflict.kind, conflict.field);
        left << (title.isEmpty() ? field : tr("%1 (%2)").arg(title, field));
        if (left.size() == mostConflicts) {
            left << u"…"_s;
            break;
        }
    }
    m_banner->showMessage(Tone::warn, Glyph::warning, heading,
                          tr("%n value(s) were changed elsewhere since and left as they are: %1", nullptr,
                             static_cast<int>(outcome->conflicts.size()))
                                  .arg(left.join(u", "_s)));
}

} // namespace crema::ui
