// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homepresenter.h"

#include "base/dates.h"
#include "store/historyreader.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int listed = 6;

QVector<WaitingItem> dueItems(const QVector<store::ContactRow> &rows)
{
    QVector<WaitingItem> items;
    for (const store::ContactRow &row : rows) {
        items << WaitingItem {u"contact"_s, row.id, row.name,
                              HomePresenter::tr("due %1").arg(row.nextActionDate)};
    }
    return items;
}

QVector<WaitingItem> draftItems(const QVector<Draft> &drafts, const store::Reader &reader)
{
    QVector<WaitingItem> items;
    for (const Draft &draft : drafts.first(std::min<qsizetype>(listed, drafts.size()))) {
        const auto contact = reader.contact(draft.contactId);
        items << WaitingItem {u"draft"_s, draft.id, contact ? contact->name() : QString(), draft.subject};
    }
    return items;
}

} // namespace

HomePresenter::HomePresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    connect(&services.store, &store::Store::changed, this, &HomePresenter::load);
}

void HomePresenter::load()
{
    store::ContactQuery due;
    due.actionDueBy = QDate::currentDate().toString(Qt::ISODate);
    due.sort = store::ContactSort::nextAction;
    const auto counts = m_services.reader.statusCounts();
    const auto rows = m_services.reader.contactPage(due, listed, 0);
    const auto drafts = m_services.reader.drafts({{}, {}, u"draft"_s});
    const auto operations = store::operations(m_services.reader.connection(), listed);
    const auto profile = m_services.reader.profile();
    if (!counts || !rows || !drafts || !operations || !profile) {
        Q_EMIT failed(!counts               ? counts.error()
                              : !rows       ? rows.error()
                              : !drafts     ? drafts.error()
                              : !operations ? operations.error()
                                            : profile.error());
        return;
    }
    QStringList done;
    for (const store::OperationEntry &entry : *operations) {
        const QString words = entry.isUndo ? tr("Undo or redo: %1").arg(entry.label) : entry.label;
        done << tr("%1, %2").arg(words, ageInWords(fromStoredTime(entry.at), m_services.clock.now()));
    }
    Q_EMIT shown(*counts, dueItems(*rows), draftItems(*drafts, m_services.reader), done,
                 !profile->name.isEmpty());
}

} // namespace crema::ui
