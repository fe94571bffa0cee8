// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/savedfilters.h"
#include "ui/contacts/contactlisting.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QAbstractButton;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace crema::ui {

class FacetPopup;
class FilterChip;
class FlowLayout;
class ToolRow;

/// What restricts the list of contacts: words, stages, chosen values and conditions, each with how many it
/// would leave; and the filters that were given a name.
class ContactFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactFilterBar(QWidget *parent = nullptr);

    /// None of these emits.
    void showQuery(const store::PeopleQuery &query);
    void showCounts(const ContactCounts &counts);
    void showSaved(const QVector<store::SavedFilter> &saved);
    /// The words for the ids of runs that are picked.
    void setRunWords(const QHash<QString, QString> &words);
    void focusField();
    /// A control at the right of the field; it becomes a child.
    void addControl(QToolButton *control);

Q_SIGNALS:
    void textEdited(const QString &text);
    void filterChosen(const crema::store::PeopleFilter &filter);
    void cleared();
    /// Arrow down or Enter in the field: on to the list.
    void leftDownwards();
    /// The list behind a chip wants its values.
    void facetRequested(crema::ui::FacetPopup *popup, const QString &search);
    void saveRequested();
    void renameRequested(const crema::store::SavedFilter &saved);
    void forgetRequested(const crema::store::SavedFilter &saved);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void buildRow();
    void buildConditions();
    FilterChip *addCondition(const QString &name, const QString &text);
    void addFacet(store::Facet facet, const QString &name, const QString &title);
    void openFacet(store::Facet facet, FilterChip *chip);
    void rebuildStatuses();
    void chooseStatus(const QString &status, bool add);
    void showConditions();
    void fillSavedMenu();
    void change(const std::function<void(store::PeopleFilter &)> &edit);

    QLineEdit *m_field;
    QPushButton *m_clear;
    QToolButton *m_saved;
    QMenu *m_savedMenu;
    ToolRow *m_row;
    QVector<QToolButton *> m_controls;
    QWidget *m_statusChips;
    FlowLayout *m_statusFlow;
    FlowLayout *m_conditionFlow;
    QVector<FilterChip *> m_statuses;
    QHash<store::Facet, FilterChip *> m_facets;
    FilterChip *m_due = nullptr;
    FilterChip *m_unread = nullptr;
    FilterChip *m_withoutEmail = nullptr;
    FilterChip *m_hideSample = nullptr;
    FilterChip *m_onlySample = nullptr;
    ContactCounts m_counts;
    store::PeopleFilter m_filter;
    QVector<store::SavedFilter> m_savedFilters;
    QHash<QString, QString> m_runWords;
    bool m_isShowing = false; ///< what changes in the field is not typed
};

} // namespace crema::ui
