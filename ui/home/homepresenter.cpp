// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homepresenter.h"

#include "async/worker.h"
#include "base/dates.h"
#include "flows/mailfacts.h"
#include "store/historyreader.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int listed = 8;

QVector<WaitingItem> draftItems(const QVector<Draft> &drafts, const store::Reader &reader)
{
    QVector<WaitingItem> items;
    for (const Draft &draft : drafts.first(std::min<qsizetype>(listed, drafts.size()))) {
        const auto contact = reader.contact(draft.contactId);
        items << WaitingItem {u"draft"_s,
                              draft.id,
                              draft.contactId,
                              contact ? contact->name() : HomePresenter::tr("A deleted contact"),
                              contact ? contact->company() : QString(),
                              draft.subject};
    }
    return items;
}

/// Answers that nobody has read here, the newest first.
QVector<WaitingItem> answerItems(const QHash<QString, flows::ContactAnswer> &answers,
                                 const store::Reader &reader, const QDateTime &now)
{
    QVector<std::pair<QString, QString>> unread; // when, who
    for (const auto &[id, answer] : answers.asKeyValueRange()) {
        if (answer.unread) {
            unread.push_back({answer.at, id});
        }
    }
    std::ranges::sort(unread, std::greater<>());
    QVector<WaitingItem> items;
    for (const auto &[at, id] : unread) {
        const auto contact = reader.contact(id);
        if (contact && items.size() < listed) {
            items << WaitingItem {u"contact"_s,
                                  id,
                                  id,
                                  contact->name(),
                                  contact->company(),
                                  HomePresenter::tr("answered %1").arg(ageInWords(fromStoredTime(at), now))};
        }
    }
    return items;
}

QVector<DoneItem> doneItems(const QVector<store::OperationEntry> &operations, const QDateTime &now)
{
    QVector<DoneItem> items;
    for (const store::OperationEntry &entry : operations) {
        const QString words = entry.isUndo ? HomePresenter::tr("Undo or redo: %1").arg(entry.label)
                                           : entry.label;
        // The stages of one job are one thing to a person.
        if (items.isEmpty() || items.constLast().text != words) {
            items << DoneItem {words, ageInWords(fromStoredTime(entry.at), now)};
        }
    }
    return items.first(std::min<qsizetype>(listed, items.size()));
}

Result<HomeBoard> readBoard(QString databasePath, QDateTime now)
{
    const auto opened = store::Reader::open(databasePath);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const store::Reader &reader = **opened;
    const auto counts = reader.statusCounts();
    const auto drafts = reader.drafts({{}, {}, u"draft"_s});
    const auto operations = store::operations(reader.connection(), 4 * listed);
    const auto profile = reader.profile();
    if (!counts || !drafts || !operations || !profile) {
        return std::unexpected(!counts               ? counts.error()
                                       : !drafts     ? drafts.error()
                                       : !operations ? operations.error()
                                                     : profile.error());
    }
    const auto answers = flows::allAnswers(reader);
    if (!answers) {
        return std::unexpected(answers.error());
    }
    HomeBoard board;
    board.statusCounts = *counts;
    board.answers = answerItems(*answers, reader, now);
    board.drafts = draftItems(*drafts, reader);
    board.draftCount = static_cast<int>(drafts->size());
    board.done = doneItems(*operations, now);
    board.profileReady = !profile->name.isEmpty();
    return board;
}

} // namespace

HomePresenter::HomePresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services), m_due(services)
{
    connect(&services.store, &store::Store::changed, this, [this] {
        m_reading = false;
        Q_EMIT outdated();
    });
    read();
}

void HomePresenter::load()
{
    if (!m_reading) {
        read();
    }
}

void HomePresenter::read()
{
    m_scope.requestStop();
    m_reading = true;
    m_scope.launch(runOnWorker(readBoard, m_services.workspace.databasePath(), m_services.clock.now()),
                   [this](Result<HomeBoard> board) {
                       m_reading = false;
                       if (board) {
                           Q_EMIT shown(*board);
                       } else {
                           Q_EMIT failed(board.error());
                       }
                   });
}

} // namespace crema::ui
