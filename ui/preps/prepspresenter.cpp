// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/prepspresenter.h"

#include "base/paths.h"
#include "flows/contactflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

const QStringList &stages()
{
    static const QStringList names {u"enriching_profile"_s, u"generating_content"_s, u"generating_pdf"_s};
    return names;
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
    Q_EMIT preparing(tr("Starting"), 0);
    m_work.launch(flows::makePrep(&m_services, contactId, m_work.stopToken()),
                  [this](Result<Prep> prep) { finish(prep); });
}

void PrepsPresenter::retry(const QString &prepId)
{
    Q_EMIT preparing(tr("Starting"), 0);
    m_work.launch(flows::remakePrep(&m_services, prepId, m_work.stopToken()),
                  [this](Result<Prep> prep) { finish(prep); });
}

void PrepsPresenter::finish(const Result<Prep> &prep)
{
    Q_EMIT preparingEnded();
    load();
    if (prep) {
        Q_EMIT prepared(prep->id);
        Q_EMIT toast(tr("Prepared for %1").arg(prep->person.name()), false);
    } else {
        Q_EMIT failed(prep.error());
    }
}

void PrepsPresenter::cancel()
{
    m_work.requestStop();
    Q_EMIT preparingEnded();
    load();
}

void PrepsPresenter::save(const Prep &edited)
{
    const auto before = m_services.reader.prep(edited.id);
    if (!before) {
        Q_EMIT failed(before.error());
        return;
    }
    Prep after = *before;
    after.questions = edited.questions;
    after.notes = edited.notes;
    if (after == *before) {
        return;
    }
    m_scope.launch(flows::editPrep(&m_services, *before, after), [this](Result<Prep> prep) {
        if (prep) {
            Q_EMIT saved(*prep);
        } else {
            Q_EMIT failed(prep.error());
        }
    });
}

void PrepsPresenter::remove(const QString &prepId)
{
    m_scope.launch(flows::trashRecords(&m_services, Kind::prep, {prepId}),
                   [this](Result<store::Change> change) {
                       if (change) {
                           Q_EMIT toast(tr("Prep moved to the trash"), true);
                       } else {
                           Q_EMIT failed(change.error());
                       }
                   });
}

void PrepsPresenter::exportTo(const QString &prepId, const QString &path)
{
    const auto own = prep(prepId);
    const auto bytes = own ? pdf(*own) : Result<QByteArray>(std::unexpected(own.error()));
    const auto written = bytes ? writeFile(path, *bytes) : Result<>(std::unexpected(bytes.error()));
    if (written) {
        Q_EMIT toast(tr("Saved as %1").arg(path), false);
    } else {
        Q_EMIT failed(written.error());
    }
}

} // namespace crema::ui
