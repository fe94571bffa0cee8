// SPDX-License-Identifier: GPL-3.0-or-later
// What the page copies, cuts and pastes; the page itself is in contactspage.cpp.
#include "ui/contacts/contactspage.h"

#include "ui/contacts/celltext.h"
#include "ui/contacts/contactcommands.h"
#include "ui/contacts/contactstableview.h"
#include "ui/contacts/pastedialog.h"

#include <QApplication>
#include <QClipboard>
#include <QHash>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

/// Those that are in use are not new.
PastePlan withoutStatuses(PastePlan plan, const QVector<std::pair<QString, int>> &inUse)
{
    for (const auto &[status, count] : inUse) {
        plan.otherStatuses.removeAll(status);
    }
    return plan;
}

std::optional<QString> textIn(const CellTexts &texts, qint64 rid, ContactColumn column)
{
    const auto text = texts.constFind({rid, static_cast<int>(column)});
    return text != texts.constEnd() ? std::optional(*text) : std::nullopt;
}

} // namespace

/// The unit of copy and cut: the current cell while one row is selected, else the rows.
bool ContactsPage::isOneCell() const
{
    const auto rids = selection();
    return rids.size() == 1 && rids.constFirst() == m_table->currentRowId();
}

void ContactsPage::copySelected()
{
    if (const auto rids = selection(); !rids.isEmpty()) {
        const CellTexts unsaved = showsBoard() ? CellTexts {} : m_presenter->model().unsavedTexts();
        m_commands->copy(rids, m_table->shownColumns(), unsaved);
    }
}

void ContactsPage::copyCellsOrRows()
{
    if (!isOneCell()) {
        copySelected();
        return;
    }
    const qint64 rid = m_table->currentRowId();
    const ContactColumn column = contactColumnAt(m_table->currentIndex().column());
    m_commands->copyCell(rid, column, textIn(m_presenter->model().unsavedTexts(), rid, column));
}

void ContactsPage::cutCellsOrRows()
{
    const auto rids = selection();
    if (!isOneCell()) {
        if (!rids.isEmpty()) {
            m_commands->cut(rids, m_table->shownColumns(), m_presenter->model().unsavedTexts());
        }
        return;
    }
    const ContactColumn column = contactColumnAt(m_table->currentIndex().column());
    if (column == ContactColumn::name || column == ContactColumn::firstName
        || column == ContactColumn::lastName) {
        Q_EMIT toast(tr("Nothing was cut: a contact keeps its name. Delete moves the contact to the trash."));
    } else if (specOf(column).field.isEmpty()) {
        Q_EMIT toast(tr("\"%1\" cannot be emptied.").arg(specOf(column).title));
    } else {
        cutCell(rids.constFirst(), column);
    }
}

/// What is not saved is on the clipboard then, and stands there no more once the cell is empty.
void ContactsPage::cutCell(qint64 rid, ContactColumn column)
{
    const auto unsaved = textIn(m_presenter->model().unsavedTexts(), rid, column);
    m_commands->cutCell(rid, column, unsaved, [this, rid, column, unsaved] {
        if (unsaved) {
            m_presenter->model().forget(rid, column, *unsaved);
        }
    });
}

void ContactsPage::paste()
{
    const QString text = QApplication::clipboard()->text();
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    const auto table = copied != nullptr ? tableIn(*copied) : QVector<QStringList> {};
    if (table.isEmpty()) {
        Q_EMIT toast(tr("There is no text on the clipboard."));
        return;
    }
    PasteTarget target {selection(), m_table->columnsFromCurrent(), false};
    if (showsBoard() || target.rids.isEmpty()) {
        openImportText(text);
        return;
    }
    target.fill = target.rids.size() > 1;
    if (!target.fill) { // from the one that is selected on downwards
        const ContactTableModel &model = m_presenter->model();
        target.rids = model.rowIds().mid(model.rowOf(target.rids.constFirst()), table.size());
    }
    queuePasting(table, target);
}

void ContactsPage::queuePasting(const QVector<QStringList> &table, const PasteTarget &target)
{
    m_pastes << [this, table, target] { planPasting(table, target); };
    if (m_pastes.size() == 1) {
        startPasting();
    }
}

/// One after the other: who pastes twice wants both, the later one on top.
void ContactsPage::startPasting()
{
    if (!m_pastes.isEmpty()) {
        const auto begin = m_pastes.constFirst(); // it may be over at once
        begin();
    }
}

void ContactsPage::endPasting()
{
    m_pastes.removeFirst();
    startPasting();
}

void ContactsPage::planPasting(const QVector<QStringList> &table, const PasteTarget &target)
{
    PasteTarget filled = target;
    filled.refused = m_presenter->model().refusedTexts();
    const PastePlan plan = planPaste(table, filled);
    // A table of people onto one contact and those below would give them other names and addresses.
    const bool others = !target.fill && looksLikePeople(table);
    if (plan.otherStatuses.isEmpty()) {
        pasteOrAsk(plan, others);
        return;
    }
    m_pasting.launch(countContacts(m_presenter->services().workspace.databasePath(), {}, // of everyone
                                   m_pasting.stopToken()),
                     [this, plan, others, table, target](const Result<ContactCounts> &counts) {
                         if (counts) {
                             pasteOrAsk(withoutStatuses(plan, counts->left.byStatus), others);
                         } else {
                             tellProblem(counts.error(), [=, this] { queuePasting(table, target); });
                             endPasting();
                         }
                     });
}

void ContactsPage::pasteOrAsk(const PastePlan &plan, bool others)
{
    if (plan.isPlain() && plan.cells > 0 && !others) {
        pasteNow(plan);
        endPasting();
    } else {
        askAboutPaste(plan);
    }
}

void ContactsPage::pasteNow(const PastePlan &plan)
{
    m_commands->paste(plan, [this, replaced = plan.replaced] {
        for (auto text = replaced.cbegin(); text != replaced.cend(); ++text) {
            const auto &[rid, column] = text.key();
            m_presenter->model().forget(rid, contactColumnAt(column), text.value());
        }
    });
}

void ContactsPage::askAboutPaste(const PastePlan &plan)
{
    QHash<qint64, QString> names;
    for (const CellProblem &problem : plan.problems.first(std::min<qsizetype>(plan.problems.size(), 500))) {
        const auto row = names.contains(problem.rid) ? std::nullopt : contactOf(problem.rid);
        if (row) {
            names.insert(problem.rid, row->name);
        }
    }
    auto *dialog = new PasteDialog(plan, names, this);
    connect(dialog, &QDialog::accepted, this, [this, plan] { pasteNow(plan); });
    connect(dialog, &QDialog::finished, this, &ContactsPage::endPasting);
    connect(dialog, &PasteDialog::newRequested, this, &ContactsPage::pasteNew);
    dialog->open();
}

void ContactsPage::pasteNew()
{
    const QString text = QApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        Q_EMIT toast(tr("There is no text on the clipboard."));
    } else {
        openImportText(text);
    }
}

} // namespace crema::ui
