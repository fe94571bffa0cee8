// SPDX-License-Identifier: GPL-3.0-or-later
// What the presenter of the Drafts page lists, and what the gate and the reviewer say of it.
#include "async/worker.h"
#include "flows/draftreview.h"
#include "flows/handoffflow.h"
#include "truth/gate.h"
#include "ui/drafts/draftspresenter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr qint64 readAtOnce = 300; // drafts; more take a worker, so that the window never waits for them
constexpr size_t fewChanges = 20; // records; more are read with all the others
} // namespace

void DraftsPresenter::follow(const store::Change &change)
{
    const auto touches = [&](Kind kind) {
        return std::ranges::find(change.kinds, kind) != change.kinds.end();
    };
    if (!touches(Kind::draft) && !touches(Kind::contact) && !touches(Kind::profile)) {
        followQueue();
        return;
    }
    // The usual change while typing is one draft's text: then only its row is read again.
    const bool isSmall = !m_isStale && !change.bulk && change.records.size() <= fewChanges
            && std::ranges::all_of(change.records, [this](const store::ChangedRecord &record) {
                   return record.kind == Kind::draft && record.how == store::ChangedRecord::How::changed
                           && refresh(record.id);
               });
    if (isSmall) {
        publish();
        return;
    }
    m_isStale = true;
    read();
}

/// What is to be sent is no part of a draft: no change of one tells of it.
void DraftsPresenter::followQueue()
{
    const auto queue = flows::allQueued(m_services.reader);
    if (!queue) {
        Q_EMIT failed(queue.error());
    } else if (!m_isStale && m_shelves.setQueue(*queue)) {
        publish();
    }
}

void DraftsPresenter::load(DraftShelf shelf)
{
    m_shelf = shelf;
    if (m_isStale) {
        read();
    } else {
        publish();
    }
}

void DraftsPresenter::setUnreviewedOnly(bool only)
{
    m_unreviewedOnly = only;
    load(m_shelf);
}

bool DraftsPresenter::refresh(const QString &draftId)
{
    const auto row = store::draftRow(m_services.reader, draftId);
    if (!row || !m_beside || m_comparing.running() > 0 || !m_shelves.put(*row)) {
        return false;
    }
    m_beside->put(*row);
    return true;
}

void DraftsPresenter::read()
{
    m_reading.requestStop();
    const auto count = store::draftCount(m_services.reader);
    if (!count) {
        Q_EMIT failed(count.error());
        return;
    }
    m_isLarge = *count > readAtOnce;
    if (m_isLarge) {
        m_reading.launch(runOnWorker(DraftShelves::readAt, m_services.workspace.databasePath()),
                         [this](Result<DraftShelves> shelves) { take(std::move(shelves)); });
    } else {
        take(DraftShelves::read(m_services.reader));
    }
}

void DraftsPresenter::take(Result<DraftShelves> shelves)
{
    if (!shelves) {
        Q_EMIT failed(shelves.error());
        return;
    }
    m_shelves = std::move(*shelves);
    m_isStale = false;
    compare();
    publish();
}

/// The list does not wait for it: that takes longer than reading the rows.
void DraftsPresenter::compare()
{
    m_comparing.requestStop();
    if (m_isLarge) {
        m_comparing.launch(runOnWorker(flows::DraftsBeside::readAt, m_services.workspace.databasePath()),
                           [this](Result<flows::DraftsBeside> beside) { takeCompared(std::move(beside)); });
    } else {
        takeCompared(flows::DraftsBeside::read(m_services.reader));
    }
}

void DraftsPresenter::takeCompared(Result<flows::DraftsBeside> beside)
{
    if (!beside) {
        Q_EMIT failed(beside.error());
        return;
    }
    m_beside = std::move(*beside);
    if (m_isLarge) {
        Q_EMIT compared();
    }
}

void DraftsPresenter::publish()
{
    Q_EMIT listed(m_shelves.on(m_shelf, m_unreviewedOnly), m_shelves.counts());
}

void DraftsPresenter::writeAnother(const QString &draftId)
{
    whenSaved({draftId}, [this, draftId] {
        if (writesWithModel()) {
            rewrite(draftId);
            return;
        }
        const auto own = m_services.reader.draft(draftId);
        if (!own) {
            Q_EMIT failed(own.error());
            return;
        }
        flows::WriteOrder wanted;
        wanted.contactIds = {own->contactId};
        wanted.kind = own->kind;
        wanted.draftId = own->id;
        wanted.another = true;
        order(wanted);
    });
}

// A model can change one sentence; the templates' writer chooses all of them together.
void DraftsPresenter::reword(const QString &draftId, const truth::Span &sentence)
{
    if (!writesWithModel()) {
        writeAnother(draftId);
        return;
    }
    whenSaved({draftId}, [this, draftId, sentence] { rewriteSentence(draftId, sentence); });
}

void DraftsPresenter::restore(const QString &draftId, int version)
{
    whenSaved({draftId}, [this, draftId, version] {
        m_scope.launch(flows::restoreDraftVersion(&m_services, draftId, version),
                       [this, made = operationsOf(draftId)](Result<Draft> draft) {
                           if (!draft) {
                               Q_EMIT failed(draft.error());
                               return;
                           }
                           Q_EMIT saved(*draft);
                           Q_EMIT toast(tr("Restored; the text before is among the versions"),
                                        made.of(draft->id));
                       });
    });
}

void DraftsPresenter::review(const QStringList &draftIds, bool accepted)
{
    whenSaved(draftIds, [this, draftIds, accepted] {
        for (const QString &id : draftIds) {
            const auto own = m_services.reader.draft(id);
            const auto found = own && accepted && own->overrideReason.isEmpty()
                    ? problems(*own)
                    : Result<QVector<GateProblem>>();
            if (!own || !found) {
                Q_EMIT failed(own ? found.error() : own.error());
                return;
            }
            if (!found->isEmpty()) {
                Q_EMIT held(found->constFirst().text, 1, 0);
                return;
            }
        }
        m_scope.launch(flows::reviewDrafts(&m_services, draftIds, accepted),
                       [this, draftIds, accepted](Result<store::Change> change) {
                           if (change) {
                               Q_EMIT reviewed(draftIds, accepted);
                           } else {
                               Q_EMIT failed(change.error());
                           }
                       });
    });
}

void DraftsPresenter::exportAccepted(const QString &folder)
{
    QStringList ids;
    for (const DraftItem &item : std::as_const(m_shelves.items)) {
        if (item.state == "draft"_L1 && item.reviewed) {
            ids << item.id;
        }
    }
    exportTo(ids, folder);
}

Result<QVector<GateProblem>> DraftsPresenter::problems(const Draft &draft) const
{
    return m_beside ? m_beside->problemsOf(m_services.reader, m_services.knowledge, draft)
                    : failure(ErrorKind::conflict, tr("Your other emails are being read…"));
}

int DraftsPresenter::countedWords(const Draft &draft) const
{
    return truth::bodyWords(draft.body, signature());
}

QString DraftsPresenter::signature() const
{
    const auto profile = m_services.reader.profile();
    return profile ? signatureOf(*profile) : QString();
}

QVector<Resume> DraftsPresenter::resumes() const
{
    auto all = m_services.reader.resumes().value_or(QVector<Resume> {});
    const auto first = std::ranges::find(all, true, &Resume::isDefault);
    if (first != all.end()) {
        std::rotate(all.begin(), first, first + 1); // the others stay in their order
    }
    return all;
}

Result<QVector<flows::DraftVersion>> DraftsPresenter::versions(const QString &draftId) const
{
    return flows::draftVersions(m_services.reader, draftId);
}

Result<mail::OutgoingMail> DraftsPresenter::mailOf(const Draft &draft) const
{
    return flows::mailOf(m_services, draft);
}

} // namespace crema::ui
