// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftspresenter.h"

#include "base/paths.h"
#include "flows/contactflow.h"
#include "flows/handoffflow.h"
#include "mail/emlfile.h"
#include "mail/handoff.h"
#include "truth/gate.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

DraftsPresenter::DraftsPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        const auto touches = [&](Kind kind) {
            return std::ranges::find(change.kinds, kind) != change.kinds.end();
        };
        if (touches(Kind::draft) || touches(Kind::contact)) {
            load(m_shelf);
        }
    });
    connect(&services.jobs, &jobs::JobEngine::progressed, this, [this](const jobs::JobProgress &progress) {
        if (m_writing.running() > 0 && progress.stage == "writing"_L1) {
            Q_EMIT writing(progress.title, progress.total > 0 ? progress.done * 100 / progress.total : -1);
        }
    });
}

void DraftsPresenter::load(DraftShelf shelf)
{
    m_shelf = shelf;
    const auto drafts = m_services.reader.drafts();
    if (!drafts) {
        Q_EMIT failed(drafts.error());
        return;
    }
    QVector<DraftItem> items;
    int open = 0;
    for (const Draft &draft : *drafts) {
        const bool isOpen = draft.state == "draft"_L1;
        open += isOpen;
        if (shelf != DraftShelf::all && isOpen != (shelf == DraftShelf::open)) {
            continue;
        }
        const auto contact = m_services.reader.contact(draft.contactId);
        items << DraftItem {draft, contact ? contact->name() : tr("A deleted contact"),
                            contact ? contact->company() : QString()};
    }
    Q_EMIT listed(items, open, static_cast<int>(drafts->size()) - open);
}

void DraftsPresenter::writeTo(const QStringList &contactIds, const QString &kind)
{
    flows::WriteOrder wanted;
    wanted.contactIds = contactIds;
    wanted.kind = kind;
    order(wanted);
}

void DraftsPresenter::writeToRun(const QString &runId)
{
    flows::WriteOrder wanted;
    wanted.runId = runId;
    order(wanted);
}

void DraftsPresenter::order(const flows::WriteOrder &wanted)
{
    Q_EMIT writing(tr("Writing"), -1);
    m_writing.launch(flows::writeDrafts(&m_services, wanted, m_writing.stopToken()),
                     [this](Result<flows::WriteOutcome> outcome) {
                         Q_EMIT writingEnded();
                         if (!outcome) {
                             Q_EMIT failed(outcome.error());
                             return;
                         }
                         load(m_shelf);
                         if (!outcome->draftIds.isEmpty()) {
                             Q_EMIT toast(tr("%n email(s) written", nullptr,
                                             static_cast<int>(outcome->draftIds.size())),
                                          true);
                             Q_EMIT openRequested(outcome->draftIds.constFirst());
                         }
                         Q_EMIT written(*outcome);
                     });
}

void DraftsPresenter::cancelWriting()
{
    m_writing.requestStop();
    Q_EMIT writingEnded();
}

void DraftsPresenter::save(const Draft &edited)
{
    const auto before = m_services.reader.draft(edited.id);
    if (!before) {
        Q_EMIT failed(before.error());
        return;
    }
    if (before->subject == edited.subject && before->body == edited.body) {
        return;
    }
    Draft after = *before;
    after.subject = edited.subject;
    after.body = edited.body;
    m_scope.launch(flows::editDraft(&m_services, *before, after), [this](Result<Draft> draft) {
        if (draft) {
            Q_EMIT saved(*draft);
        } else {
            Q_EMIT failed(draft.error());
        }
    });
}

void DraftsPresenter::editStored(const QString &draftId, const std::function<void(Draft &)> &edit)
{
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
            Q_EMIT openRequested(draft->id);
        } else {
            Q_EMIT failed(draft.error());
        }
    });
}

void DraftsPresenter::attachResume(const QString &draftId, bool attach)
{
    const auto resume = m_services.reader.defaultResume();
    if (!resume) {
        Q_EMIT failed(resume.error());
        return;
    }
    const QString id = attach && *resume ? (*resume)->id : QString();
    editStored(draftId, [id](Draft &draft) { draft.resumeId = id; });
}

void DraftsPresenter::letPass(const QString &draftId, const QString &reason)
{
    editStored(draftId, [reason](Draft &draft) { draft.overrideReason = reason; });
}

void DraftsPresenter::remove(const QStringList &ids)
{
    m_scope.launch(
            flows::trashRecords(&m_services, Kind::draft, ids), [this, ids](Result<store::Change> change) {
                if (change) {
                    Q_EMIT toast(tr("%n email(s) moved to the trash", nullptr, static_cast<int>(ids.size())),
                                 true);
                } else {
                    Q_EMIT failed(change.error());
                }
            });
}

void DraftsPresenter::openInMailProgram(const QString &draftId)
{
    // In the workspace, not in a temporary folder: the mail program may read it long after.
    const QString outbox = m_services.workspace.folder() + u"/outbox"_s;
    m_scope.launch(
            flows::exportDrafts(&m_services, {draftId}, outbox),
            [this](Result<flows::HandOffOutcome> outcome) {
                if (!outcome) {
                    Q_EMIT failed(outcome.error());
                } else if (outcome->paths.isEmpty()) {
                    Q_EMIT failed(
                            Error {.kind = ErrorKind::rejectedInput,
                                   .text = tr("The email is held: %1").arg(outcome->held.value(0).reason),
                                   .detail = {},
                                   .retryAfter = {}});
                } else if (QDesktopServices::openUrl(QUrl::fromLocalFile(outcome->paths.constFirst()))) {
                    Q_EMIT toast(tr("Opened in your mail program"), false);
                } else {
                    Q_EMIT toast(tr("No mail program opened; the file is %1")
                                         .arg(QDir::toNativeSeparators(outcome->paths.constFirst())),
                                 false);
                }
            });
}

void DraftsPresenter::exportTo(const QStringList &ids, const QString &folder)
{
    m_scope.launch(
            flows::exportDrafts(&m_services, ids, folder), [this](Result<flows::HandOffOutcome> outcome) {
                if (!outcome) {
                    Q_EMIT failed(outcome.error());
                    return;
                }
                Q_EMIT toast(
                        tr("%n email(s) written as files", nullptr, static_cast<int>(outcome->paths.size())),
                        false);
                if (!outcome->held.isEmpty()) {
                    Q_EMIT failed(
                            Error {.kind = ErrorKind::rejectedInput,
                                   .text = tr("%n email(s) are held and were not written. The first: %1",
                                              nullptr, static_cast<int>(outcome->held.size()))
                                                   .arg(outcome->held.constFirst().reason),
                                   .detail = {},
                                   .retryAfter = {}});
                }
            });
}

void DraftsPresenter::copyText(const QString &draftId)
{
    const auto own = m_services.reader.draft(draftId);
    const auto profile = m_services.reader.profile();
    const auto contact = own ? m_services.reader.contact(own->contactId)
                             : Result<Contact>(std::unexpected(own.error()));
    if (!contact || !profile) {
        Q_EMIT failed(contact ? profile.error() : contact.error());
        return;
    }
    QGuiApplication::clipboard()->setText(
            mail::copyText(mail::mailFor(*own, *contact, *profile, m_services.clock.now())));
    Q_EMIT toast(tr("Copied"), false);
}

Result<QVector<GateProblem>> DraftsPresenter::problems(const Draft &draft) const
{
    return flows::gateOf(m_services.reader, m_services.knowledge, draft);
}

int DraftsPresenter::countedWords(const Draft &draft) const
{
    const auto profile = m_services.reader.profile();
    return truth::bodyWords(draft.body, profile ? signatureOf(*profile) : QString());
}

bool DraftsPresenter::hasResume() const
{
    const auto resume = m_services.reader.defaultResume();
    return resume && *resume;
}

} // namespace crema::ui
