// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/prepspresenter.h"

#include "base/paths.h"
#include "flows/chatflow.h"
#include "flows/contactflow.h"
#include "flows/followupflow.h"
#include "flows/keyflow.h"
#include "flows/modelserver.h"
#include "flows/prepexport.h"
#include "flows/prepjob.h"
#include "ledger/credits.h"
#include "store/historyreader.h"
#include "store/writingout.h"
#include "ui/preps/prepedits.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

const QStringList &stages()
{
    static const QStringList names {u"enriching_profile"_s, u"fetching_news"_s, u"generating_content"_s,
                                    u"generating_pdf"_s};
    return names;
}

} // namespace

QString prepStageInWords(const QString &stage)
{
    if (stage == "enriching_profile"_L1) {
        return PrepsPresenter::tr("Reading what is known about the person");
    }
    if (stage == "fetching_news"_L1) {
        return PrepsPresenter::tr("Looking for news about the firm");
    }
    if (stage == "generating_content"_L1) {
        return PrepsPresenter::tr("Working out what you share and what to ask");
    }
    return PrepsPresenter::tr("Laying out the PDF");
}

PrepsPresenter::PrepsPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        if (std::ranges::find(change.kinds, Kind::prep) != change.kinds.end()) {
            load();
        }
    });
    connect(&services.jobs, &jobs::JobEngine::progressed, this, [this](const jobs::JobProgress &progress) {
        const auto stage = static_cast<int>(stages().indexOf(progress.stage));
        if (m_work.running() > 0 && stage >= 0) {
            Q_EMIT preparing(prepStageInWords(progress.stage),
                             stage * 100 / static_cast<int>(stages().size()));
        }
    });
}

void PrepsPresenter::load()
{
    const auto preps = m_services.reader.preps();
    if (preps) {
        Q_EMIT listed(*preps);
    } else {
        Q_EMIT failed(preps.error());
    }
}

void PrepsPresenter::launch(const QString &prepId, Task<Result<Prep>> work,
                            const std::function<void()> &again)
{
    m_making.insert(prepId);
    Q_EMIT preparing(tr("Starting"), 0);
    m_work.launch(std::move(work), [this, prepId, again](Result<Prep> prep) { finish(prepId, prep, again); });
}

void PrepsPresenter::order(const QString &prepId, const std::function<void()> &how)
{
    if (!m_making.contains(prepId)) { // a second click does and costs nothing
        whenSaved(prepId, how);
    }
}

void PrepsPresenter::prepare(const QString &contactId)
{
    flows::PrepOrder order {contactId};
    const auto id = flows::prepIdFor(m_services, order);
    if (!id) {
        Q_EMIT failed(id.error());
        return;
    }
    order.prepId = *id;
    launch(order.prepId, flows::makePrep(&m_services, order, m_work.stopToken()),
           [this, contactId] { prepare(contactId); });
}

void PrepsPresenter::prepareProfile(const QString &linkedinUrl, bool lookUp)
{
    flows::PrepOrder order {{}, linkedinUrl, lookUp};
    const auto id = flows::prepIdFor(m_services, order);
    if (!id) {
        Q_EMIT failed(id.error());
        return;
    }
    order.prepId = *id;
    launch(order.prepId, flows::makePrep(&m_services, order, m_work.stopToken()),
           [this, linkedinUrl, lookUp] { prepareProfile(linkedinUrl, lookUp); });
}

void PrepsPresenter::retry(const QString &prepId)
{
    order(prepId, [this, prepId] {
        launch(prepId, flows::remakePrep(&m_services, prepId, m_work.stopToken()),
               [this, prepId] { retry(prepId); });
    });
}

void PrepsPresenter::deepen(const QString &prepId, const flows::PrepOrder &wishes)
{
    order(prepId, [this, prepId, wishes] {
        launch(prepId, flows::deepenPrep(&m_services, prepId, wishes, m_work.stopToken()),
               [this, prepId, wishes] { deepen(prepId, wishes); });
    });
}

namespace {

Task<Result<LookUpOffer>> offerOf(flows::Services *services)
{
    const auto state = co_await flows::keyState(services, secrets::Service::peopleDataLabs);
    auto asking = flows::isModelReady(services);
    const auto model = co_await asking;
    const auto credits = ledger::readCredits(services->reader, services->deployment);
    if (!state || !credits) {
        co_return std::unexpected(state ? credits.error() : state.error());
    }
    flows::PrepOrder lookUp;
    lookUp.lookUp = true;
    flows::PrepOrder questions;
    questions.model = true;
    LookUpOffer offer;
    offer.isConnected = state->present;
    offer.cost = flows::prepCost(*services, lookUp);
    offer.hasModel = model && *model;
    offer.modelCost = flows::prepCost(*services, questions);
    offer.balance = credits->balance;
    offer.isAffordable = ledger::checkAffordable(*credits, services->deployment, offer.cost).has_value();
    co_return offer;
}

} // namespace

void PrepsPresenter::readOffer()
{
    m_scope.launch(offerOf(&m_services), [this](Result<LookUpOffer> offer) {
        if (offer) {
            Q_EMIT offered(*offer);
        } else {
            Q_EMIT failed(offer.error());
        }
    });
}

void PrepsPresenter::finish(const QString &prepId, const Result<Prep> &prep,
                            const std::function<void()> &again)
{
    m_making.remove(prepId);
    if (m_work.running() == 0) {
        Q_EMIT preparingEnded();
    }
    load();
    if (!prep) {
        // A prep that is kept goes on where it failed; one that never began is ordered anew.
        const auto kept = m_services.reader.prep(prepId);
        m_again = kept && kept->status == "failed"_L1 ? [this, prepId] { retry(prepId); } : again;
        Q_EMIT failed(prep.error());
        return;
    }
    m_again = {};
    Q_EMIT prepared(prep->id);
    Q_EMIT toast(prep->cost == 0
                         ? tr("Prepared for %1").arg(prep->title())
                         : tr("Prepared for %1, %n credit(s)", nullptr, prep->cost).arg(prep->title()));
    QStringList remarks {prep->vendorProfile.empty() ? prep->profileNote : QString(),
                         textAt(prep->extra, flows::questionsNoteMember)};
    remarks.removeAll(QString());
    if (!remarks.isEmpty()) {
        Q_EMIT remarked(prep->id, remarks.join(u' '));
    }
}

void PrepsPresenter::cancel()
{
    m_work.requestStop();
    m_making.clear();
    m_again = {};
    Q_EMIT preparingEnded();
    load();
}

void PrepsPresenter::tryAgain()
{
    saveUnsaved();
    if (const auto again = std::exchange(m_again, {})) {
        again();
    } else {
        load();
    }
}

Result<Prep> PrepsPresenter::prep(const QString &id) const
{
    const auto stored = m_services.reader.prep(id);
    const auto edited = m_unsaved.find(id);
    return stored && edited != m_unsaved.end() ? withChatEdits(*stored, *edited) : stored;
}

void PrepsPresenter::save(const Prep &edited)
{
    Prep whole = edited;
    if (const QString day = flows::metOn(m_unsaved.value(edited.id)); !day.isEmpty()) {
        flows::setMetOn(whole, day); // still to be written
    }
    m_unsaved.insert(edited.id, whole);
    if (!m_saving.contains(edited.id)) {
        writeUnsaved(edited.id);
    }
}

void PrepsPresenter::saveUnsaved()
{
    for (const QString &id : m_unsaved.keys()) {
        if (!m_saving.contains(id)) {
            writeUnsaved(id);
        }
    }
}

QVector<UnsavedEdit> PrepsPresenter::unsaved(bool underWay) const
{
    QVector<UnsavedEdit> edits;
    for (const Prep &edited : m_unsaved) {
        if (m_saving.contains(edited.id) == underWay) {
            edits << UnsavedEdit {tr("Coffee chat"), edited.title(),
                                  edited.notes.isEmpty() ? tr("what you ticked") : edited.notes};
        }
    }
    return edits;
}

void PrepsPresenter::writeUnsaved(const QString &prepId)
{
    const auto before = m_services.reader.prep(prepId);
    if (!before) {
        m_afterSave.remove(prepId);
        Q_EMIT failed(before.error());
        return;
    }
    const Prep after = withChatEdits(*before, m_unsaved.value(prepId));
    if (after == *before) {
        settle(prepId);
        return;
    }
    m_saving.insert(prepId);
    m_scope.launch(flows::editPrep(&m_services, *before, after), [this, prepId](Result<Prep> prep) {
        m_saving.remove(prepId);
        if (!prep) {
            m_afterSave.remove(prepId);
            Q_EMIT failed(prep.error());
        } else if (withChatEdits(*prep, m_unsaved.value(prepId)) == *prep) {
            Q_EMIT saved(*prep);
            settle(prepId);
        } else {
            writeUnsaved(prepId); // ticked or typed meanwhile
        }
    });
}

void PrepsPresenter::settle(const QString &prepId)
{
    m_unsaved.remove(prepId);
    const QVector<std::function<void()>> waiting = m_afterSave.take(prepId);
    for (const auto &then : waiting) {
        then();
    }
}

/// Runs `then` once the store has all edits of the prep; not at all when they cannot be written (`failed` has
/// told).
void PrepsPresenter::whenSaved(const QString &prepId, const std::function<void()> &then)
{
    if (!m_unsaved.contains(prepId)) {
        then();
        return;
    }
    m_afterSave[prepId] << then;
    if (!m_saving.contains(prepId)) {
        writeUnsaved(prepId);
    }
}

void PrepsPresenter::remove(const QStringList &prepIds)
{
    for (const QString &id : prepIds) {
        if (m_unsaved.contains(id)) {
            whenSaved(id, [this, prepIds] { remove(prepIds); });
            return;
        }
    }
    m_scope.launch(flows::trashRecords(&m_services, Kind::prep, prepIds),
                   [this, prepIds](Result<store::Change> change) {
                       if (change) {
                           Q_EMIT toast(tr("%n prep(s) moved to the trash", nullptr,
                                           static_cast<int>(prepIds.size())),
                                        change->operationId);
                       } else {
                           Q_EMIT failed(change.error());
                       }
                   });
}

void PrepsPresenter::exportTo(const QString &prepId, const QString &path)
{
    writePdf(prepId, path, [this, path] { Q_EMIT toast(tr("Saved as %1").arg(path)); });
}

void PrepsPresenter::copyToOpen(const QString &prepId, const std::function<void(const QString &path)> &then)
{
    const auto own = m_services.reader.prep(prepId);
    if (!own) {
        Q_EMIT failed(own.error());
        return;
    }
    const QString path = m_copies.filePath(flows::prepFileName(*own));
    writePdf(prepId, path, [then, path] { then(path); });
}

void PrepsPresenter::writePdf(const QString &prepId, const QString &path, const std::function<void()> &then)
{
    whenSaved(prepId, [this, prepId, path, then] {
        const auto own = m_services.reader.prep(prepId);
        const auto bytes = own ? pdf(*own) : Result<QByteArray>(std::unexpected(own.error()));
        const auto written = bytes ? store::writeOut(m_services.workspace, path, *bytes)
                                   : Result<>(std::unexpected(bytes.error()));
        if (written) {
            then();
        } else {
            Q_EMIT failed(written.error());
        }
    });
}

void PrepsPresenter::exportMany(const QStringList &prepIds, const QString &target, bool joined)
{
    for (const QString &id : prepIds) {
        if (m_unsaved.contains(id)) {
            whenSaved(id, [this, prepIds, target, joined] { exportMany(prepIds, target, joined); });
            return;
        }
    }
    QVector<Prep> preps;
    for (const QString &id : prepIds) {
        const auto own = m_services.reader.prep(id);
        if (!own) {
            Q_EMIT failed(own.error());
            return;
        }
        preps << *own;
    }
    auto work = joined ? flows::exportJoined(&m_services.workspace, preps, target)
                       : flows::exportPreps(&m_services.workspace, preps, target);
    m_scope.launch(std::move(work), [this, target](Result<flows::PrepExport> done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        QString words = tr("%n file(s) saved in %1", nullptr, static_cast<int>(done->files.size()))
                                .arg(target);
        if (!done->left.isEmpty()) {
            words += u' '
                    + tr("%n prep(s) have no PDF yet and are not in it.", nullptr,
                         static_cast<int>(done->left.size()));
        }
        Q_EMIT toast(words);
    });
}

void PrepsPresenter::tellMet(const Prep &prep, QDate next)
{
    const QString words = next.isValid()
            ? tr("Met %1; in touch again on %2").arg(prep.title(), flows::dayWords(next))
            : tr("Met %1").arg(prep.title());
    const bool isChange = m_unsaved.contains(prep.id); // said twice, there is nothing to undo
    whenSaved(prep.id, [this, words, id = isChange ? prep.id : QString()] {
        const QStringList fields {flows::metOnField, u"promises"_s};
        Q_EMIT toast(words, store::lastOperation(m_services.reader.connection(), Kind::prep, id, fields));
    });
}

void PrepsPresenter::schedule(const flows::MeetingRequest &meeting)
{
    m_scope.launch(flows::scheduleMeeting(&m_services, meeting),
                   [this, path = meeting.path](Result<flows::MeetingOutcome> done) {
                       if (done) {
                           Q_EMIT toast(tr("Calendar file saved as %1").arg(path), done->operationId);
                       } else {
                           Q_EMIT failed(done.error());
                       }
                   });
}

QString PrepsPresenter::stageAfterMeeting(const QString &contactId) const
{
    const auto contact = m_services.reader.contact(contactId);
    return contact ? flows::stageAfterMeeting(*contact).value_or(QString()) : QString();
}

QDate PrepsPresenter::today() const
{
    return flows::today(m_services);
}

} // namespace crema::ui
