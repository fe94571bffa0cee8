// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does alike with its table and its board, and the filters; the page itself is in
// contactspage.cpp.
#include "ui/contacts/contactspage.h"

#include "base/text.h"
#include "flows/filterflow.h"
#include "ui/common/busybar.h"
#include "ui/contacts/contactboard.h"
#include "ui/contacts/contactcommands.h"
#include "ui/contacts/contactfilterbar.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactstableview.h"
#include "ui/contacts/facetpopup.h"
#include "ui/contacts/formdialog.h"

#include <QAction>
#include <QApplication>
#include <QHash>
#include <QMenu>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

void ContactsPage::connectBoard()
{
    connect(m_presenter, &ContactsPresenter::aboutToTouchRows, this, [this] { m_isListChanging = true; });
    connect(m_presenter, &ContactsPresenter::rowsTouched, this,
            [this](const QVector<qint64> &changed, const QVector<qint64> &gone) {
                m_board->refresh(changed, gone);
                m_isListChanging = false;
            });
    connect(m_board, &ContactBoard::rowsSelected, this, &ContactsPage::followSelection);
    connect(m_board, &ContactBoard::moveRequested, m_commands, &ContactCommands::setStatus);
    connect(m_board, &ContactBoard::deleteRequested, this, &ContactsPage::deleteSelected);
    connect(m_board, &ContactBoard::copyRequested, this, &ContactsPage::copySelected);
    connect(m_board, &ContactBoard::openRequested, this, &ContactsPage::openDetails);
    connect(m_board, &ContactBoard::typed, this, &ContactsPage::typeName);
    connect(m_board, &ContactBoard::menuRequested, this, &ContactsPage::showMenu);
    connect(m_board, &ContactBoard::readFailed, this,
            [this](const Error &error) { tellProblem(error, [this] { m_presenter->reload(); }); });
}

void ContactsPage::connectFilter()
{
    connect(m_filter, &ContactFilterBar::textEdited, m_presenter, &ContactsPresenter::setText);
    connect(m_filter, &ContactFilterBar::filterChosen, m_presenter, &ContactsPresenter::setFilter);
    connect(m_filter, &ContactFilterBar::cleared, this, &ContactsPage::clearFilters);
    connect(m_filter, &ContactFilterBar::leftDownwards, this, &ContactsPage::focusList);
    connect(m_filter, &ContactFilterBar::facetRequested, this, &ContactsPage::fillFacet);
    connect(m_filter, &ContactFilterBar::saveRequested, this, &ContactsPage::saveFilter);
    connect(m_filter, &ContactFilterBar::renameRequested, this, &ContactsPage::renameFilter);
    connect(m_filter, &ContactFilterBar::forgetRequested, this, &ContactsPage::forgetFilter);
    connect(m_presenter, &ContactsPresenter::queryChanged, this, &ContactsPage::readRunWords);
    readSavedFilters();
}

std::optional<store::ContactRow> ContactsPage::contactOf(qint64 rid) const
{
    const ContactTableModel &model = m_presenter->model();
    return showsBoard() ? m_board->contactOf(rid) : model.contactAt(model.rowOf(rid));
}

void ContactsPage::selectRow(qint64 rid)
{
    if (showsBoard()) {
        m_board->selectContact(rid);
    } else {
        m_table->selectContact(rid);
    }
}

/// Beside those of the filter, until that has other words.
void ContactsPage::markWords(const QString &searched)
{
    m_searched = searched;
    m_filterText = m_presenter->query().filter.text;
    const QStringList words = foldedWords(m_filterText + u' ' + searched);
    m_table->setMatchWords(words);
    m_board->setMatchWords(words);
}

void ContactsPage::focusList()
{
    if (showsBoard()) {
        m_board->selectFirst();
        return;
    }
    m_table->setFocus(); // makes a row current, but selects none
    if (!m_table->selectionModel()->hasSelection() && m_presenter->model().rowCount() > 0) {
        const QModelIndex current = m_table->currentIndex();
        m_table->selectContact(m_presenter->model().rowIdAt(std::max(0, current.row())));
    }
}

void ContactsPage::focusContent()
{
    if (showsBoard()) {
        m_board->focusCards();
    } else {
        m_table->setFocus();
    }
}

void ContactsPage::followFocus(const QWidget *old)
{
    if (old != nullptr && m_pane->isAncestorOf(old) && !paneHasFocus()) {
        m_sideTimer.start(); // who has left the list meanwhile leaves the pane too
    }
}

/// What was selected and comes back into the list, by undo for one, is selected as before.
void ContactsPage::chooseAgain()
{
    const auto chosen = m_chosen; // follows the selection while it is made
    if (chosen.isEmpty() || !selection().isEmpty()) {
        return;
    }
    if (showsBoard()) {
        m_board->selectContacts(chosen);
    } else {
        m_table->selectContacts(chosen);
    }
}

void ContactsPage::openDetails()
{
    setDetailsShown(true);
    showSide();
    m_pane->setFocus();
}

void ContactsPage::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions.write, m_actions.prepare, m_actions.conversation});
    menu->addSeparator();
    menu->addActions({m_actions.status, m_actions.tag, m_actions.merge, m_actions.copy, m_actions.paste,
                      m_actions.pasteNew, m_actions.exportSelected});
    menu->addSeparator();
    menu->addAction(m_actions.remove);
    menu->popup(at);
}

void ContactsPage::typeName(const QString &text)
{
    if (!m_typedAt.isValid() || m_typedAt.elapsed() > QApplication::keyboardInputInterval()) {
        m_typedName.clear();
    }
    m_typedAt.start();
    m_typedName += text;
    m_presenter->findName(m_typedName);
}

void ContactsPage::showBusy(const QString &stage, int percent, bool cancellable)
{
    if (stage.isEmpty()) {
        m_busy->finish();
        return;
    }
    m_busy->setCancellable(cancellable);
    m_busy->setProgress(stage, percent);
    m_busy->showSoon();
}

void ContactsPage::fillFacet(FacetPopup *popup, const QString &search)
{
    m_facets.requestStop();
    store::PeopleQuery query = m_presenter->todaysQuery();
    m_facets.launch(listFacet(m_presenter->services().workspace.databasePath(), query, popup->facet(), search,
                              m_facets.stopToken()),
                    [this, open = QPointer(popup)](Result<QVector<store::FacetValue>> values) {
                        if (!values) {
                            tellProblem(values.error(), {});
                        } else if (open) {
                            open->showValues(*values);
                        }
                    });
}

void ContactsPage::readRunWords()
{
    QHash<QString, QString> words;
    for (const QString &id : m_presenter->query().filter.runs) {
        if (const auto run = m_presenter->services().reader.run(id)) {
            words.insert(id, criteriaInWords(run->criteria));
        }
    }
    m_filter->setRunWords(words);
}

void ContactsPage::readSavedFilters()
{
    const auto saved = store::savedFilters(m_presenter->services().reader);
    if (saved) {
        m_filter->showSaved(*saved);
    } else {
        tellProblem(saved.error(), [this] { readSavedFilters(); });
    }
}

/// The history has no filters in it: the way back goes from one state of all of them to the other.
void ContactsPage::changeFilters(store::Operation operation, const QString &label, const QString &words)
{
    const auto before = store::savedFilters(m_presenter->services().reader);
    if (!before) {
        tellProblem(before.error(), {});
        return;
    }
    m_filters.launch(m_presenter->services().store.apply(std::move(operation)),
                     [this, before = *before, label, words](const Result<store::Change> &changed) {
                         if (changed) {
                             tellFilters(before, label, words);
                         } else {
                             tellProblem(changed.error(), {});
                         }
                     });
}

void ContactsPage::tellFilters(const QVector<store::SavedFilter> &before, const QString &label,
                               const QString &words)
{
    const auto after = store::savedFilters(m_presenter->services().reader);
    if (!after) {
        tellProblem(after.error(), [this] { readSavedFilters(); });
        return;
    }
    m_filter->showSaved(*after);
    const auto exchange = [services = &m_presenter->services()](const QVector<store::SavedFilter> &from,
                                                                const QVector<store::SavedFilter> &to) {
        return [=] { return flows::exchangeFilters(services, from, to); };
    };
    Q_EMIT stepDone({label, words, exchange(*after, before), exchange(before, *after)});
}

void ContactsPage::saveFilter()
{
    auto *dialog = new FormDialog(tr("Save this filter"), tr("Save"),
                                  {{u"name"_s, tr("Name"), {}, tr("Alumni to write to")}}, this);
    dialog->setObjectName(u"contacts.saveFilterDialog"_s);
    dialog->setCheck([](const QString &, const QString &name) {
        return cleanLine(name).isEmpty() ? tr("A filter needs a name.") : QString();
    });
    connect(dialog, &FormDialog::submitted, this,
            [this, dialog, filter = m_presenter->query().filter](const flows::FieldValues &values) {
                const QString name = cleanLine(values.constFirst().second);
                changeFilters(store::keepingFilter({name, filter}), tr("Save the filter \"%1\"").arg(name),
                              tr("Filter \"%1\" saved").arg(name));
                dialog->answer({});
            });
    dialog->open();
}

void ContactsPage::renameFilter(const store::SavedFilter &saved)
{
    auto *dialog = new FormDialog(tr("Rename filter"), tr("Rename"), {{u"name"_s, tr("Name"), saved.name}},
                                  this);
    dialog->setObjectName(u"contacts.renameFilterDialog"_s);
    dialog->setCheck([](const QString &, const QString &name) {
        return cleanLine(name).isEmpty() ? tr("A filter needs a name.") : QString();
    });
    connect(dialog, &FormDialog::submitted, this, [this, dialog, saved](const flows::FieldValues &values) {
        const QString name = cleanLine(values.constFirst().second);
        if (name != saved.name) {
            changeFilters(store::renamingFilter(saved, name), tr("Rename the filter \"%1\"").arg(saved.name),
                          tr("Filter renamed to \"%1\"").arg(name));
        }
        dialog->answer({});
    });
    dialog->open();
}

void ContactsPage::forgetFilter(const store::SavedFilter &saved)
{
    changeFilters(store::forgettingFilter(saved.name), tr("Delete the filter \"%1\"").arg(saved.name),
                  tr("Filter \"%1\" deleted").arg(saved.name));
}

} // namespace crema::ui
