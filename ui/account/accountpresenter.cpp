// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/accountpresenter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int mostReceipts = 2000;
}

AccountPresenter::AccountPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services), m_resumes(services)
{
    connect(&m_resumes, &ResumePresenter::failed, this, &AccountPresenter::failed);
    connect(&m_resumes, &ResumePresenter::toast, this, &AccountPresenter::toast);
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        const auto touches = [&](Kind kind) {
            return std::ranges::find(change.kinds, kind) != change.kinds.end();
        };
        if (touches(Kind::profile) || touches(Kind::resume) || change.creditsChanged) {
            load();
        }
    });
}

void AccountPresenter::load()
{
    const auto profile = m_services.reader.profile();
    const auto credits = ledger::readCredits(m_services.reader, m_services.deployment);
    const auto receipts = m_services.reader.receipts(mostReceipts);
    if (!profile || !credits || !receipts) {
        Q_EMIT failed(!profile ? profile.error() : !credits ? credits.error() : receipts.error());
        return;
    }
    Q_EMIT profileShown(*profile);
    m_resumes.load();
    Q_EMIT creditsShown(*credits, *receipts);
}

QString AccountPresenter::resultOf(const QString &jobId) const
{
    const auto job = m_services.reader.job(jobId);
    if (!job) {
        return {};
    }
    if (job->state == "done"_L1) {
        return tr("Done");
    }
    return job->state == "cancelled"_L1 ? tr("Cancelled") : tr("Failed: %1").arg(job->error);
}

void AccountPresenter::setField(const QString &field, const QString &value)
{
    const auto present = m_services.reader.profile();
    if (present && profileField(*present, field) == value) {
        Q_EMIT fieldRefused(field, {});
        return;
    }
    m_scope.launch(flows::setProfile(&m_services, {{field, value}}), [this, field](Result<Profile> profile) {
        Q_EMIT fieldRefused(field, profile ? QString() : profile.error().text);
    });
}

} // namespace crema::ui
