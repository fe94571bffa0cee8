// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/accountpresenter.h"

#include "resume/textextraction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int mostReceipts = 2000;
}

AccountPresenter::AccountPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
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
    const auto resume = m_services.reader.defaultResume();
    const auto credits = ledger::readCredits(m_services.reader, m_services.deployment);
    const auto receipts = m_services.reader.receipts(mostReceipts);
    if (!profile || !resume || !credits || !receipts) {
        Q_EMIT failed(!profile           ? profile.error()
                              : !resume  ? resume.error()
                              : !credits ? credits.error()
                                         : receipts.error());
        return;
    }
    Q_EMIT profileShown(*profile);
    Q_EMIT resumeShown(*resume);
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

void AccountPresenter::dropLine(bool company, const ResumeLine &line)
{
    const auto before = m_services.reader.profile();
    if (!before) {
        Q_EMIT failed(before.error());
        return;
    }
    Profile after = *before;
    (company ? after.companies : after.experience).removeAll(line);
    // From now on the list is the user's own: reading a resume again leaves it alone.
    Source hand;
    hand.kind = SourceKind::hand;
    after.sources.insert(company ? u"companies"_s : u"experience"_s, hand);
    m_scope.launch(flows::saveProfile(&m_services, *before, after), [this](Result<Profile> profile) {
        if (profile) {
            Q_EMIT toast(tr("Removed; it will not be said about you"), true);
        } else {
            Q_EMIT failed(profile.error());
        }
    });
}

void AccountPresenter::readResume(const QString &path, const QString &password)
{
    Q_EMIT readingResume(true);
    m_scope.launch(flows::setResume(&m_services, path, password), [this, path](Result<Resume> resume) {
        Q_EMIT readingResume(false);
        if (resume) {
            Q_EMIT toast(tr("Read %1").arg(resume->fileName), true);
        } else if (resume::needsPassword(resume.error())) {
            Q_EMIT passwordWanted(path, resume.error().text);
        } else {
            Q_EMIT failed(resume.error());
        }
    });
}

} // namespace crema::ui
