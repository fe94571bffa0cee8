// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactfilterbar.h"

#include "ui/common/chip.h"
#include "ui/common/flowlayout.h"
#include "ui/common/taborder.h"
#include "ui/common/toolrow.h"
#include "ui/contacts/facetpopup.h"
#include "ui/contacts/filterchip.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

using Sample = store::PeopleFilter::Sample;
using store::Facet;

namespace {

const QStringList &pickedOf(const store::PeopleFilter &filter, Facet facet)
{
    return facet == Facet::company   ? filter.companies
            : facet == Facet::school ? filter.schools
            : facet == Facet::tag    ? filter.tags
                                     : filter.runs;
}

QStringList &pickedOf(store::PeopleFilter &filter, Facet facet)
{
    return const_cast<QStringList &>(pickedOf(std::as_const(filter), facet));
}

} // namespace

ContactFilterBar::ContactFilterBar(QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit), m_clear(new QPushButton(tr("Clear filters"))),
      m_saved(new QToolButton), m_savedMenu(new QMenu(this)), m_row(new ToolRow), m_statusChips(new QWidget),
      m_statusFlow(new FlowLayout(m_statusChips, gap::tiny))
{
    buildRow();
    auto *conditions = new QWidget;
    m_conditionFlow = new FlowLayout(conditions, gap::tiny);
    buildConditions();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    column->addWidget(m_row);
    column->addWidget(m_statusChips);
    column->addWidget(conditions);
    showConditions();
    fillSavedMenu();
}

void ContactFilterBar::buildRow()
{
    m_field->setObjectName(u"contacts.filter.text"_s);
    m_field->setPlaceholderText(tr("Filter by name, company, title, school, notes…"));
    m_field->setAccessibleName(tr("Filter contacts"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(Glyph::filter, Tone::muted), QLineEdit::LeadingPosition);
    m_field->setMinimumWidth(220);
    m_field->setMaximumWidth(420);
    m_field->installEventFilter(this);
    m_clear->setObjectName(u"contacts.filter.clear"_s);
    setButtonKind(m_clear, ButtonKind::quiet);
    m_clear->hide();
    m_saved->setObjectName(u"contacts.filter.saved"_s);
    m_saved->setText(tr("Saved filters"));
    m_saved->setAccessibleName(tr("Saved filters"));
    m_saved->setIcon(icon(Glyph::star));
    m_saved->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_saved->setPopupMode(QToolButton::InstantPopup);
    m_saved->setAutoRaise(true);
    m_saved->setMenu(m_savedMenu);
    m_row->lead()->addWidget(m_field, 1);
    m_row->lead()->addWidget(m_saved);
    m_row->lead()->addWidget(m_clear);
    m_row->lead()->addStretch(1);
    connect(m_field, &QLineEdit::textEdited, this, &ContactFilterBar::textEdited);
    // The field's own clear button edits without textEdited.
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && !m_isShowing) {
            Q_EMIT textEdited(text);
        }
    });
    connect(m_clear, &QPushButton::clicked, this, &ContactFilterBar::cleared);
}

FilterChip *ContactFilterBar::addCondition(const QString &name, const QString &text)
{
    auto *chip = new FilterChip(text);
    chip->setObjectName(u"contacts.filter."_s + name);
    m_conditionFlow->addWidget(chip);
    return chip;
}

void ContactFilterBar::addFacet(Facet facet, const QString &name, const QString &title)
{
    FilterChip *chip = addCondition(name, title);
    chip->setOpens(true);
    m_facets.insert(facet, chip);
    connect(chip, &QAbstractButton::clicked, this, [this, facet, chip] {
        chip->setChecked(!pickedOf(std::as_const(m_filter), facet).isEmpty());
        openFacet(facet, chip);
    });
}

void ContactFilterBar::buildConditions()
{
    addFacet(Facet::company, u"company"_s, tr("Company"));
    addFacet(Facet::school, u"school"_s, tr("School"));
    addFacet(Facet::tag, u"tag"_s, tr("Tag"));
    addFacet(Facet::run, u"run"_s, tr("From search"));
    m_due = addCondition(u"due"_s, tr("Follow-up due"));
    m_unread = addCondition(u"unread"_s, tr("Unread reply"));
    m_withoutEmail = addCondition(u"withoutEmail"_s, tr("Without email"));
    m_onlySample = addCondition(u"onlySample"_s, tr("Sample"));
    m_hideSample = addCondition(u"hideSample"_s, tr("Hide sample"));
    const auto flag = [this](FilterChip *chip, bool store::PeopleFilter::*member) {
        connect(chip, &QAbstractButton::toggled, this, [this, member](bool on) {
            change([member, on](store::PeopleFilter &f) { f.*member = on; });
        });
    };
    flag(m_due, &store::PeopleFilter::due);
    flag(m_unread, &store::PeopleFilter::unreadReply);
    flag(m_withoutEmail, &store::PeopleFilter::withoutEmail);
    const auto sample = [this](FilterChip *chip, Sample wanted) {
        connect(chip, &QAbstractButton::toggled, this, [this, wanted](bool on) {
            change([wanted, on](store::PeopleFilter &f) { f.sample = on ? wanted : Sample::any; });
        });
    };
    sample(m_onlySample, Sample::only);
    sample(m_hideSample, Sample::hide);
}

void ContactFilterBar::change(const std::function<void(store::PeopleFilter &)> &edit)
{
    store::PeopleFilter filter = m_filter;
    edit(filter);
    filter.text = m_field->text();
    Q_EMIT filterChosen(filter);
}

void ContactFilterBar::openFacet(Facet facet, FilterChip *chip)
{
    auto *popup = new FacetPopup(facet, chip->text(), pickedOf(std::as_const(m_filter), facet), this);
    connect(popup, &FacetPopup::valuesRequested, this,
            [this, popup](const QString &search) { Q_EMIT facetRequested(popup, search); });
    connect(popup, &FacetPopup::pickedChanged, this, [this, facet](const QStringList &values) {
        change([facet, &values](store::PeopleFilter &f) { pickedOf(f, facet) = values; });
    });
    popup->openBelow(chip);
}

void ContactFilterBar::addControl(QToolButton *control)
{
    m_row->addTool(control);
    setTabOrder(m_controls.isEmpty() ? static_cast<QWidget *>(m_clear) : m_controls.constLast(), control);
    m_controls << control;
}

void ContactFilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ContactFilterBar::showQuery(const store::PeopleQuery &query)
{
    if (m_field->text() != query.filter.text) {
        // Not blocked: the cross in the field follows its signals.
        const QScopedValueRollback showing(m_isShowing, true);
        m_field->setText(query.filter.text);
    }
    m_filter = query.filter;
    m_clear->setVisible(m_filter.restricts());
    rebuildStatuses();
    showConditions();
    fillSavedMenu();
}

void ContactFilterBar::showCounts(const ContactCounts &counts)
{
    m_counts = counts;
    rebuildStatuses();
    showConditions();
}

void ContactFilterBar::setRunWords(const QHash<QString, QString> &words)
{
    m_runWords = words;
    showConditions();
}

void ContactFilterBar::showConditions()
{
    for (auto it = m_facets.cbegin(); it != m_facets.cend(); ++it) {
        QStringList words;
        for (const QString &value : pickedOf(std::as_const(m_filter), it.key())) {
            words << (it.key() == Facet::run ? m_runWords.value(value, value) : value);
        }
        it.value()->setPicked(words);
    }
    const auto show = [](FilterChip *chip, bool on, qint64 count, bool always) {
        const QSignalBlocker quiet(chip);
        chip->setChecked(on);
        chip->setCount(count);
        chip->setVisible(on || always);
        chip->setEnabled(on || count != 0); // it would leave nobody
    };
    const store::PeopleCounts &left = m_counts.left;
    const bool hides = m_filter.sample == Sample::hide;
    const bool sampled = m_counts.allSample > 0;
    show(m_due, m_filter.due, left.due, true);
    show(m_unread, m_filter.unreadReply, left.unreadReply, true);
    show(m_withoutEmail, m_filter.withoutEmail, left.withoutEmail, true);
    show(m_onlySample, m_filter.sample == Sample::only, left.sample, sampled && !hides);
    show(m_hideSample, hides, -1, sampled && m_filter.sample != Sample::only);
    m_conditionFlow->invalidate();
}

void ContactFilterBar::chooseStatus(const QString &status, bool add)
{
    change([&](store::PeopleFilter &filter) {
        if (status.isEmpty()) {
            filter.statuses.clear();
        } else if (!add) {
            filter.statuses = filter.statuses == QStringList {status} ? QStringList() : QStringList {status};
        } else if (!filter.statuses.removeOne(status)) {
            filter.statuses << status;
        }
    });
}

void ContactFilterBar::rebuildStatuses()
{
    QVector<std::pair<QString, qint64>> wanted {{QString(), m_counts.ofAnyStatus()}};
    for (const auto &[status, count] : std::as_const(m_counts.left.byStatus)) {
        wanted << std::pair(status, qint64 {count});
    }
    for (const QString &status : std::as_const(m_filter.statuses)) {
        if (std::ranges::find(wanted, status, &std::pair<QString, qint64>::first) == wanted.end()) {
            wanted << std::pair(status, qint64 {0});
        }
    }
    bool same = wanted.size() == m_statuses.size();
    for (qsizetype i = 0; same && i < wanted.size(); ++i) {
        same = m_statuses[i]->status() == wanted[i].first;
    }
    if (!same) { // else the one with the focus keeps it
        for (FilterChip *old : std::as_const(m_statuses)) {
            m_statusFlow->removeWidget(old);
            old->hide();
            old->deleteLater();
        }
        m_statuses.clear();
        for (const auto &[status, count] : std::as_const(wanted)) {
            auto *chip = new FilterChip(status.isEmpty() ? tr("All") : statusWords(status), m_statusChips);
            chip->setObjectName(u"contacts.filter.%1"_s.arg(status.isEmpty() ? u"all"_s : status));
            chip->setStatus(status);
            chip->setToolTip(status.isEmpty() ? QString() : tr("Ctrl+click to choose several"));
            connect(chip, &QAbstractButton::clicked, this, [this, name = status] {
                chooseStatus(name,
                             QApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
            });
            m_statusFlow->addWidget(chip);
            m_statuses << chip;
            chip->show();
        }
        placeInTabOrder(*m_statusChips, {m_statuses.cbegin(), m_statuses.cend()});
    }
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QString &status = wanted[i].first;
        m_statuses[i]->setCount(wanted[i].second);
        m_statuses[i]->setChecked(status.isEmpty() ? m_filter.statuses.isEmpty()
                                                   : m_filter.statuses.contains(status));
    }
    m_statusFlow->invalidate();
}

void ContactFilterBar::showSaved(const QVector<store::SavedFilter> &saved)
{
    m_savedFilters = saved;
    fillSavedMenu();
}

void ContactFilterBar::fillSavedMenu()
{
    m_savedMenu->clear();
    const store::SavedFilter *current = nullptr;
    for (const store::SavedFilter &saved : std::as_const(m_savedFilters)) {
        QAction *action = m_savedMenu->addAction(QString(saved.name).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(saved.filter == m_filter);
        current = saved.filter == m_filter ? &saved : current;
        connect(action, &QAction::triggered, this,
                [this, filter = saved.filter] { Q_EMIT filterChosen(filter); });
    }
    m_savedMenu->addSeparator();
    QAction *save = m_savedMenu->addAction(tr("Save this filter…"), this, &ContactFilterBar::saveRequested);
    save->setEnabled(m_filter.restricts() && current == nullptr);
    QAction *rename = m_savedMenu->addAction(tr("Rename…"));
    QAction *forget = m_savedMenu->addAction(tr("Delete"));
    if (current != nullptr) {
        rename->setText(tr("Rename \"%1\"…").arg(current->name));
        forget->setText(tr("Delete \"%1\"").arg(current->name));
        connect(rename, &QAction::triggered, this,
                [this, saved = *current] { Q_EMIT renameRequested(saved); });
        connect(forget, &QAction::triggered, this,
                [this, saved = *current] { Q_EMIT forgetRequested(saved); });
    }
    rename->setEnabled(current != nullptr);
    forget->setEnabled(current != nullptr);
    m_saved->setText(current != nullptr ? QString(current->name).replace(u'&', "&&"_L1)
                                        : tr("Saved filters"));
}

bool ContactFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT leftDownwards();
            return true;
        case Qt::Key_Escape:
            if (!m_field->text().isEmpty()) {
                m_field->clear();
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace crema::ui
