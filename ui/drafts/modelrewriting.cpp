// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the presenter that works with a language model.
#include "flows/modelserver.h"
#include "ui/drafts/draftspresenter.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace crema::ui {

bool DraftsPresenter::writesWithModel() const
{
    return flows::preferredWriter(m_services.reader) == flows::modelWriter;
}

void DraftsPresenter::readPrompt(const QString &draftId)
{
    whenSaved({draftId}, [this, draftId] {
        m_scope.launch(flows::promptOf(&m_services, draftId),
                       [this](const Result<flows::PromptPreview> &prompt) { showPrompt(prompt); });
    });
}

void DraftsPresenter::readSentencePrompt(const QString &draftId, const truth::Span &sentence)
{
    whenSaved({draftId}, [this, draftId, sentence] {
        m_scope.launch(flows::promptOfSentence(&m_services, draftId, sentence),
                       [this](const Result<flows::PromptPreview> &prompt) { showPrompt(prompt); });
    });
}

void DraftsPresenter::showPrompt(const Result<flows::PromptPreview> &prompt)
{
    if (prompt) {
        Q_EMIT promptRead(*prompt);
    } else {
        Q_EMIT failed(prompt.error());
    }
}

void DraftsPresenter::rewrite(const QString &draftId)
{
    if (!beginPreview(draftId)) {
        return;
    }
    Q_EMIT writing(tr("Writing"), -1);
    // A model that was stopped may go on for a moment, also when the page is gone.
    const auto preview = [self = QPointer(this), stop = m_writing.stopToken(),
                          draftId](const QString &subject, const QString &body) {
        if (self && !stop.stop_requested()) {
            Q_EMIT self->coming(draftId, subject, body);
        }
    };
    m_writing.launch(flows::rewriteDraft(&m_services, draftId, preview, m_writing.stopToken()),
                     [this, made = operationsOf(draftId)](Result<flows::Rewritten> rewritten) {
                         showRewritten(rewritten, made);
                     });
}

void DraftsPresenter::rewriteSentence(const QString &draftId, const truth::Span &sentence)
{
    if (!beginPreview(draftId)) {
        return;
    }
    Q_EMIT writing(tr("Writing"), -1);
    m_writing.launch(flows::rewriteSentence(&m_services, draftId, sentence, m_writing.stopToken()),
                     [this, made = operationsOf(draftId)](Result<flows::Rewritten> rewritten) {
                         showRewritten(rewritten, made);
                     });
}

store::NewOperations DraftsPresenter::operationsOf(const QString &draftId) const
{
    return {m_services.reader.connection(), Kind::draft, {draftId}};
}

// One at a time: the same email asked for twice would be paid for twice. It cannot be edited from now on, for
// what is typed meanwhile would keep the new text out.
bool DraftsPresenter::beginPreview(const QString &draftId)
{
    const auto now = draft(draftId);
    if (!m_rewriting.isEmpty() || !now) {
        return false;
    }
    m_rewriting = draftId;
    Q_EMIT coming(draftId, now->subject, now->body);
    return true;
}

// What was shown while it came in gives way to what is stored, also after a cancel or a failure.
void DraftsPresenter::endPreview()
{
    const QString id = std::exchange(m_rewriting, {});
    const auto stored = draft(id);
    if (stored) {
        Q_EMIT saved(*stored);
    }
}

void DraftsPresenter::showRewritten(const Result<flows::Rewritten> &rewritten,
                                    const store::NewOperations &made)
{
    Q_EMIT writingEnded();
    endPreview();
    if (!rewritten) {
        if (rewritten.error().kind != ErrorKind::cancelled) {
            Q_EMIT failed(rewritten.error());
        }
        return;
    }
    load(m_shelf);
    Q_EMIT toast(tr("Written anew; the text before is among the versions"), made.of(rewritten->draft.id));
    if (!rewritten->note.isEmpty()) {
        Q_EMIT remarked(rewritten->note);
    }
}

} // namespace crema::ui
