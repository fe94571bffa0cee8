// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftspresenter.h"

#include "base/paths.h"
#include "flows/contactflow.h"
#include "flows/handoffflow.h"
#include "mail/emlfile.h"
#include "mail/handoff.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

DraftsPresenter::DraftsPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    connect(&services.store, &store::Store::changed, this, &DraftsPresenter::follow);
    connect(&services.jobs, &jobs::JobEngine::progressed, this, [this](const jobs::JobProgress &progress) {
        if (m_orders > 0 && progress.stage == "writing"_L1) {
            Q_EMIT writing(progress.title, progress.total > 0 ? progress.done * 100 / progress.total : -1);
        }
    });
}

void DraftsPresenter::writeTo(const QStringList &contactIds, const QString &kind, const QString &templateName,
                              const QString &topic)
{
    flows::WriteOrder wanted;
    wanted.contactIds = contactIds;
    wanted.kind = kind;
    wanted.topic = topic;
    wanted.templateName = templateName;
    order(wanted);
}

void DraftsPresenter::order(const flows::WriteOrder &order)
{
    flows::WriteOrder wanted = order;
    if (wanted.templateName.isEmpty() && writesWithModel()) {
        wanted.writer = flows::modelWriter;
    }
    ++m_orders;
    Q_EMIT writing(tr("Writing"), -1);
    m_writing.launch(flows::writeDrafts(&m_services, wanted, m_writing.stopToken()),
                     [this, another = wanted.another](Result<flows::WriteOutcome> outcome) {
                         --m_orders;
                         Q_EMIT writingEnded();
                         showWritten(outcome, another);
                     });
}

void DraftsPresenter::keep(const flows::WriteOrder &order, const flows::DryRun &run)
{
    m_scope.launch(flows::keepDryRun(&m_services, order, run),
                   [this](const Result<flows::WriteOutcome> &outcome) { showWritten(outcome, false); });
}

void DraftsPresenter::showWritten(const Result<flows::WriteOutcome> &outcome, bool another)
{
    if (!outcome) {
        Q_EMIT failed(outcome.error());
        return;
    }
    load(m_shelf);
    if (another && !outcome->unwritten.isEmpty()) {
        Q_EMIT noOtherWording(outcome->unwritten.constFirst().reason);
        return;
    }
    if (!outcome->draftIds.isEmpty()) {
        Q_EMIT toast(another ? tr("Written anew; the text before is among the versions")
                             : tr("%n email(s) written", nullptr, static_cast<int>(outcome->draftIds.size())),
                     store::lastOperation(m_services.reader.connection(), Kind::draft,
                                          outcome->draftIds.constFirst()));
        Q_EMIT openRequested(outcome->draftIds.constFirst());
    }
    Q_EMIT written(*outcome);
}

void DraftsPresenter::cancelWriting()
{
    m_writing.requestStop();
    m_orders = 0; // none of them answers any more, though their jobs may go on for a moment
    Q_EMIT writingEnded();
    endPreview();
}

namespace {

bool hasSameText(const Draft &a, const Draft &b)
{
    return a.subject == b.subject && a.body == b.body;
}

} // namespace

Result<Draft> DraftsPresenter::draft(const QString &id) const
{
    auto stored = m_services.reader.draft(id);
    const auto edited = m_unsaved.find(id);
    if (stored && edited != m_unsaved.end()) {
        stored->subject = edited->subject;
        stored->body = edited->body;
    }
    return stored;
}

void DraftsPresenter::save(const Draft &edited)
{
    m_unsaved.insert(edited.id, edited);
    if (!m_saving.contains(edited.id)) {
        writeUnsaved(edited.id);
    }
}

void DraftsPresenter::saveUnsaved()
{
    for (const QString &id : m_unsaved.keys()) {
        if (!m_saving.contains(id)) {
            writeUnsaved(id);
        }
    }
}

QVector<UnsavedEdit> DraftsPresenter::unsaved(bool underWay) const
{
    QVector<UnsavedEdit> edits;
    for (const Draft &edited : m_unsaved) {
        if (m_saving.contains(edited.id) == underWay) {
            const auto contact = recipient(edited.contactId);
            edits << UnsavedEdit {tr("Email"), contact ? contact->name() : QString(), edited.body};
        }
    }
    return edits;
}

void DraftsPresenter::writeUnsaved(const QString &draftId)
{
    const Draft edited = m_unsaved.value(draftId);
    const auto before = m_services.reader.draft(draftId);
    if (!before) {
        m_afterSave.remove(draftId);
        Q_EMIT failed(before.error());
        return;
    }
    if (hasSameText(*before, edited)) {
        settle(draftId);
        return;
    }
    Draft after = *before;
    after.subject = edited.subject;
    after.body = edited.body;
    m_saving.insert(draftId);
    m_scope.launch(flows::editDraft(&m_services, *before, after), [this, draftId](Result<Draft> draft) {
        m_saving.remove(draftId);
        if (!draft) {
            m_afterSave.remove(draftId);
            Q_EMIT failed(draft.error());
        } else if (hasSameText(m_unsaved.value(draftId), *draft)) {
            Q_EMIT saved(*draft);
            settle(draftId);
        } else {
            writeUnsaved(draftId); // typed meanwhile
        }
    });
}

void DraftsPresenter::settle(const QString &draftId)
{
    m_unsaved.remove(draftId);
    const QVector<std::function<void()>> waiting = m_afterSave.take(draftId);
    for (const auto &then : waiting) {
        then();
    }
}

void DraftsPresenter::whenSaved(const QStringList &draftIds, const std::function<void()> &then)
{
    const auto waiting = std::ranges::find_if(draftIds,
                                              [this](const QString &id) { return m_unsaved.contains(id); });
    if (waiting == draftIds.end()) {
        then();
        return;
    }
    const QString id = *waiting;
    m_afterSave[id] << [this, draftIds, then] { whenSaved(draftIds, then); };
    if (!m_saving.contains(id)) {
        writeUnsaved(id);
    }
}

void DraftsPresenter::editStored(const QString &draftId, const std::function<void(Draft &)> &edit)
{
    whenSaved({draftId}, [this, draftId, edit] {
        const auto before = m_services.reader.draft(draftId);
        if (!before) {
            Q_EMIT failed(before.error());
            return;
        }
        Draft after = *before;
        edit(after);
        m_scope.launch(flows::editDraft(&m_services, *before, after), [this](Result<Draft> draft) {
            if (draft) {
                Q_EMIT saved(*draft);
            } else {
                Q_EMIT failed(draft.error());
            }
        });
    });
}

void DraftsPresenter::attachResume(const QString &draftId, const QString &resumeId)
{
    editStored(draftId, [resumeId](Draft &draft) { draft.resumeId = resumeId; });
}

void DraftsPresenter::letPass(const QString &draftId, const QString &reason)
{
    editStored(draftId, [reason](Draft &draft) { draft.overrideReason = reason; });
}

void DraftsPresenter::remove(const QStringList &ids)
{
    whenSaved(ids, [this, ids] {
        m_scope.launch(flows::trashRecords(&m_services, Kind::draft, ids),
                       [this, ids](Result<store::Change> change) {
                           if (change) {
                               Q_EMIT toast(tr("%n email(s) moved to the trash", nullptr,
                                               static_cast<int>(ids.size())),
                                            change->operationId);
                           } else {
                               Q_EMIT failed(change.error());
                           }
                       });
    });
}

void DraftsPresenter::handOff(const QStringList &ids, const QString &folder,
                              const std::function<void(const QStringList &paths)> &then)
{
    whenSaved(ids, [this, ids, folder, then] {
        m_scope.launch(flows::exportDrafts(&m_services, ids, folder),
                       [this, then](Result<flows::HandOffOutcome> outcome) {
                           if (!outcome) {
                               Q_EMIT failed(outcome.error());
                               return;
                           }
                           if (!outcome->paths.isEmpty()) {
                               then(outcome->paths);
                           }
                           if (!outcome->held.isEmpty()) {
                               Q_EMIT held(outcome->held.constFirst().reason,
                                           static_cast<int>(outcome->held.size()),
                                           static_cast<int>(outcome->paths.size()));
                           }
                       });
    });
}

void DraftsPresenter::openInMailProgram(const QString &draftId)
{
    // In the workspace, not in a temporary folder: the mail program may read it long after.
    const QString outbox = m_services.workspace.folder() + u"/outbox"_s;
    handOff({draftId}, outbox, [this](const QStringList &paths) {
        if (QDesktopServices::openUrl(QUrl::fromLocalFile(paths.constFirst()))) {
            Q_EMIT toast(tr("Opened in your mail program"));
        } else {
            Q_EMIT notOpened(paths.constFirst());
        }
    });
}

void DraftsPresenter::exportTo(const QStringList &ids, const QString &folder)
{
    handOff(ids, folder, [this](const QStringList &paths) {
        Q_EMIT toast(tr("%n email(s) written as files", nullptr, static_cast<int>(paths.size())));
    });
}

void DraftsPresenter::copyText(const QString &draftId)
{
    const auto own = draft(draftId);
    const auto profile = m_services.reader.profile();
    const auto contact = own ? m_services.reader.contact(own->contactId)
                             : Result<Contact>(std::unexpected(own.error()));
    if (!contact || !profile) {
        Q_EMIT failed(contact ? profile.error() : contact.error());
        return;
    }
    QGuiApplication::clipboard()->setText(
            mail::copyText(mail::mailFor(*own, *contact, *profile, m_services.clock.now())));
    Q_EMIT toast(tr("Copied"));
}

} // namespace crema::ui
