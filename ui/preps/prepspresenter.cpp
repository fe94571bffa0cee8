// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/prepspresenter.h"

#include "base/paths.h"
#include "flows/contactflow.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

const QStringList &stages()
{
    static const QStringList names {u"enriching_profile"_s, u"generating_content"_s, u"generating_pdf"_s};
    return names;
}

/// Ticks, answers and notes of `edited` in `stored`, whose questions may be newer.
Prep withEdits(Prep stored, const Prep &edited)
{
    stored.notes = edited.notes;
    for (Question &question : stored.questions) {
        const auto own = std::ranges::find(edited.questions, question.text, &Question::text);
        if (own != edited.questions.end()) {
            question.asked = own->asked;
            question.answer = own->answer;
        }
    }
    return stored;
}

} // namespace

QString prepStageInWords(const QString &stage)
{
    if (stage == "enriching_profile"_L1) {
        return PrepsPresenter::tr("Reading what is known about the person");
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

void PrepsPresenter::prepare(const QString &contactId)
{
    m_again = [this, contactId] { prepare(contactId); };
    Q_EMIT preparing(tr("Starting"), 0);
    m_work.launch(flows::makePrep(&m_services, {contactId}, m_work.stopToken()),
                  [this](Result<Prep> prep) { finish(prep); });
}

void PrepsPresenter::retry(const QString &prepId)
{
    whenSaved(prepId, [this, prepId] {
        m_again = [this, prepId] { retry(prepId); };
        Q_EMIT preparing(tr("Starting"), 0);
        m_work.launch(flows::remakePrep(&m_services, prepId, m_work.stopToken()),
                      [this](Result<Prep> prep) { finish(prep); });
    });
}

void PrepsPresenter::finish(const Result<Prep> &prep)
{
    if (m_work.running() == 0) {
        Q_EMIT preparingEnded();
    }
    load();
    if (prep) {
        m_again = {};
        Q_EMIT prepared(prep->id);
        Q_EMIT toast(tr("Prepared for %1").arg(prep->person.name()), false);
    } else {
        Q_EMIT failed(prep.error());
    }
}

void PrepsPresenter::cancel()
{
    m_work.requestStop();
    m_again = {};
    Q_EMIT preparingEnded();
    load();
}

void PrepsPresenter::tryAgain()
{
    for (const QString &id : m_unsaved.keys()) {
        if (!m_saving.contains(id)) {
            writeUnsaved(id);
        }
    }
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
    return stored && edited != m_unsaved.end() ? withEdits(*stored, *edited) : stored;
}

void PrepsPresenter::save(const Prep &edited)
{
    m_unsaved.insert(edited.id, edited);
    if (!m_saving.contains(edited.id)) {
        writeUnsaved(edited.id);
    }
}

void PrepsPresenter::writeUnsaved(const QString &prepId)
{
    const auto before = m_services.reader.prep(prepId);
    if (!before) {
        m_afterSave.remove(prepId);
        Q_EMIT failed(before.error());
        return;
    }
    const Prep after = withEdits(*before, m_unsaved.value(prepId));
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
        } else if (withEdits(*prep, m_unsaved.value(prepId)) == *prep) {
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

void PrepsPresenter::remove(const QString &prepId)
{
    whenSaved(prepId, [this, prepId] {
        m_scope.launch(flows::trashRecords(&m_services, Kind::prep, {prepId}),
                       [this](Result<store::Change> change) {
                           if (change) {
                               Q_EMIT toast(tr("Prep moved to the trash"), true);
                           } else {
                               Q_EMIT failed(change.error());
                           }
                       });
    });
}

void PrepsPresenter::exportTo(const QString &prepId, const QString &path)
{
    whenSaved(prepId, [this, prepId, path] {
        const auto own = m_services.reader.prep(prepId);
        const auto bytes = own ? pdf(*own) : Result<QByteArray>(std::unexpected(own.error()));
        const auto written = bytes ? writeFile(path, *bytes) : Result<>(std::unexpected(bytes.error()));
        if (written) {
            Q_EMIT toast(tr("Saved as %1").arg(path), false);
        } else {
            Q_EMIT failed(written.error());
        }
    });
}

} // namespace crema::ui
