// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/findpresenter.h"

#include "async/worker.h"
#include "flows/contactflow.h"
#include "flows/exportflow.h"
#include "flows/foundpeople.h"
#include "flows/keyflow.h"
#include "flows/paidfind.h"
#include "ledger/credits.h"
#include "pdl/client.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int shownRuns = 30;
constexpr int completions = 8;

Result<std::optional<flows::RunComparison>> comparison(QString databasePath, Run run)
{
    const auto reader = store::Reader::open(databasePath);
    return reader ? flows::comparedWithEarlier(**reader, run) : std::unexpected(reader.error());
}

QString stageInWords(const jobs::JobProgress &progress)
{
    if (progress.stage == "resolving"_L1) {
        return FindPresenter::tr("Looking up how the records spell it");
    }
    return progress.total > 0
            ? FindPresenter::tr("Searching: %1 of %2 found").arg(progress.done).arg(progress.total)
            : FindPresenter::tr("Searching People Data Labs");
}

} // namespace

FindPresenter::FindPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    connect(&services.store, &store::Store::changed, this, &FindPresenter::follow);
    connect(&services.jobs, &jobs::JobEngine::progressed, this, &FindPresenter::followJob);
}

FindPresenter::~FindPresenter()
{
    m_paidStop.request_stop();
}

void FindPresenter::follow(const store::Change &change)
{
    const auto touches = [&](Kind kind) {
        return std::ranges::find(change.kinds, kind) != change.kinds.end();
    };
    if (touches(Kind::run)) {
        loadRuns();
    }
    if (touches(Kind::contact) && !m_run.id.isEmpty()) {
        markKnown();
        Q_EMIT knownChanged(m_run);
    }
    if (change.creditsChanged) {
        loadTerms();
    }
}

void FindPresenter::loadTerms()
{
    const Deployment &deployment = m_services.deployment;
    const auto credits = ledger::readCredits(m_services.reader, deployment);
    if (!credits) {
        Q_EMIT failed(credits.error());
        return;
    }
    // A period that is over is filled up when the search begins.
    const auto due = ledger::dueGrant(m_services.reader, deployment, m_services.clock.now(), u"asked"_s);
    m_terms.balance = due && *due ? std::max(credits->balance, credits->max) : credits->balance;
    m_terms.plan = credits->plan;
    m_terms.metering = deployment.metering;
    m_terms.perPerson = flows::paidFindCost(deployment, 1);
    m_terms.mostPeople = deployment.limitsOf(credits->plan).peoplePerPaidRun;
    Q_EMIT termsChanged(m_terms);
    m_terming.requestStop();
    m_terming.launch(flows::keyState(&m_services, secrets::Service::peopleDataLabs),
                     [this](Result<flows::KeyState> state) {
                         m_terms.hasKey = state && state->present;
                         Q_EMIT termsChanged(m_terms);
                     });
}

void FindPresenter::search(const Criteria &criteria, const QString &provider, bool again)
{
    if (m_isSearching && m_isPaid) {
        return;
    }
    m_searches.requestStop();
    m_isSearching = true;
    m_isPaid = provider == "pdl"_L1;
    m_isPaid ? startPaid(criteria, again) : startLocal(criteria);
}

void FindPresenter::startLocal(const Criteria &criteria)
{
    Q_EMIT searching(tr("Searching people on this computer"));
    m_searches.launch(flows::findPeople(&m_services, criteria, u"local"_s, m_searches.stopToken()),
                      [this](Result<Run> run) {
                          m_isSearching = false;
                          if (run) {
                              show(*run);
                          } else {
                              Q_EMIT searchFailed(run.error(), {});
                          }
                      });
}

void FindPresenter::startPaid(const Criteria &criteria, bool again)
{
    m_paidStop = {};
    m_paidWords = criteriaInWords(criteria);
    m_paidJob.clear();
    m_otherJobs.clear();
    for (const jobs::JobProgress &job : m_services.jobs.running()) {
        m_otherJobs << job.jobId;
    }
    const int cost = m_terms.cost(criteria.limit);
    Q_EMIT searching(cost > 0 ? tr("Setting %1 credits aside").arg(cost) : tr("Getting ready"));
    // Not the scope's token: the answer to a cancel is listened to, for it may come too late.
    m_searches.launch(flows::findPeople(&m_services, criteria, u"pdl"_s, m_paidStop.get_token(), again),
                      [this](Result<Run> run) { endPaid(run); });
}

void FindPresenter::followJob(const jobs::JobProgress &progress)
{
    if (!m_isSearching || !m_isPaid) {
        return;
    }
    if (m_paidJob.isEmpty() && !m_otherJobs.contains(progress.jobId)
        && progress.title.endsWith(m_paidWords)) {
        m_paidJob = progress.jobId;
    }
    if (progress.jobId == m_paidJob && !m_paidStop.stop_requested()) {
        Q_EMIT progressed(stageInWords(progress),
                          progress.total > 0 ? progress.done * 100 / progress.total : -1);
    }
}

void FindPresenter::endPaid(const Result<Run> &run)
{
    m_isSearching = false;
    if (run) {
        if (m_paidStop.stop_requested()) {
            Q_EMIT toast(tr("The search had ended before it could be cancelled"));
        }
        show(*run);
    } else if (run.error().kind == ErrorKind::cancelled) {
        showKept();
        Q_EMIT cancelled(chargeInWords());
    } else {
        Q_EMIT searchFailed(run.error(), chargeInWords());
    }
}

/// The people whom a cancelled search had paid for, when there are any.
void FindPresenter::showKept()
{
    const auto runs = m_services.reader.runs(1);
    if (runs && !runs->isEmpty() && !m_paidJob.isEmpty()
        && textAt(runs->constFirst().extra, "jobId") == m_paidJob) {
        show(runs->constFirst());
    }
}

/// Only what the receipt says.
QString FindPresenter::chargeInWords() const
{
    const auto receipt = receiptOf(m_paidJob);
    if (!receipt || receipt->charged > 0) {
        return {};
    }
    return m_terms.metering && receipt->released > 0
            ? tr("Nothing was charged; the %1 credits set aside are back.").arg(receipt->released)
            : tr("Nothing was charged.");
}

void FindPresenter::cancel()
{
    if (m_isPaid) {
        m_paidStop.request_stop();
        Q_EMIT progressed(m_services.pdl.isPaidUnderWay()
                                  ? tr("Waiting for the page that is on its way; it is paid for already")
                                  : tr("Cancelling"),
                          -1);
        return;
    }
    m_searches.requestStop();
    m_isSearching = false;
    Q_EMIT cancelled({});
}

std::optional<store::Receipt> FindPresenter::receiptOf(const QString &jobId) const
{
    const auto receipts = m_services.reader.receipts();
    if (!receipts || jobId.isEmpty()) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(*receipts, jobId, &store::Receipt::jobId);
    return found == receipts->end() ? std::nullopt : std::optional(*found);
}

void FindPresenter::show(const Run &run)
{
    m_run = run;
    m_receipt = receiptOf(textAt(run.extra, "jobId"));
    markKnown();
    Q_EMIT runShown(m_run);
    compare();
}

/// Who is in contacts now; the run remembers who was.
void FindPresenter::markKnown()
{
    for (FoundPerson &found : m_run.people) {
        if (const auto known = flows::knownContact(m_services, found)) {
            found.contactId = *known;
        }
    }
}

void FindPresenter::compare()
{
    m_comparing.requestStop();
    // On a worker: all earlier runs are read for it.
    m_comparing.launch(runOnWorker(comparison, m_services.workspace.databasePath(), m_run),
                       [this](Result<std::optional<flows::RunComparison>> compared_) {
                           if (compared_ && *compared_) {
                               Q_EMIT compared(**compared_);
                           }
                       });
}

void FindPresenter::openRun(const QString &runId)
{
    const auto run = m_services.reader.run(runId);
    if (run) {
        show(*run);
    } else {
        Q_EMIT failed(run.error());
    }
}

void FindPresenter::deleteRun(const QString &runId)
{
    m_others.launch(flows::trashRecords(&m_services, Kind::run, {runId}),
                    [this](Result<store::Change> change) {
                        if (change) {
                            Q_EMIT toast(tr("Search moved to the trash"), change->operationId);
                        } else {
                            Q_EMIT failed(change.error());
                        }
                    });
}

void FindPresenter::setNotes(const QString &runId, const QString &notes)
{
    if (runId == m_run.id) {
        m_run.notes = notes;
    }
    m_unsavedNotes.insert(runId, notes);
    writeNotes(runId);
}

void FindPresenter::saveUnsaved()
{
    if (!isSaving()) {
        for (const QString &runId : m_unsavedNotes.keys()) {
            writeNotes(runId);
        }
    }
}

void FindPresenter::writeNotes(const QString &runId)
{
    const QString notes = m_unsavedNotes.value(runId);
    m_noting.launch(flows::setRunNotes(&m_services, runId, notes),
                    [this, runId, notes](const Result<store::Change> &change) {
                        if (!change) {
                            Q_EMIT failed(change.error());
                        } else if (m_unsavedNotes.value(runId) == notes) {
                            m_unsavedNotes.remove(runId);
                        }
                    });
}

QVector<UnsavedEdit> FindPresenter::unsaved(bool underWay) const
{
    QVector<UnsavedEdit> edits;
    for (const QString &notes : m_unsavedNotes) {
        edits << UnsavedEdit {tr("Notes on a search"), {}, notes};
    }
    return isSaving() == underWay ? edits : QVector<UnsavedEdit>();
}

void FindPresenter::afterSave(const Result<flows::SaveOutcome> &saved)
{
    if (!saved) {
        Q_EMIT failed(saved.error());
        return;
    }
    // Asked anew and not taken from the outcome: the save may have been undone by now.
    markKnown();
    Q_EMIT runShown(m_run);
}

void FindPresenter::save(const QStringList &personIds)
{
    m_others.launch(flows::savePeople(&m_services, m_run.id, personIds),
                    [this](Result<flows::SaveOutcome> saved) {
                        afterSave(saved);
                        if (saved && saved->created > 0) {
                            Q_EMIT toast(tr("%n person(s) saved to contacts", nullptr, saved->created),
                                         saved->operationId);
                        } else if (saved) {
                            Q_EMIT toast(tr("They are in your contacts already"));
                        }
                    });
}

void FindPresenter::write(const QStringList &personIds)
{
    m_others.launch(flows::savePeople(&m_services, m_run.id, personIds),
                    [this](Result<flows::SaveOutcome> saved) {
                        afterSave(saved);
                        if (saved) {
                            Q_EMIT writeRequested(saved->contactIds.values());
                        }
                    });
}

void FindPresenter::exportRun(const QString &path)
{
    flows::ExportRequest request;
    request.path = path;
    request.runId = m_run.id;
    m_others.launch(flows::exportPeople(&m_services, request), [this](Result<int> count) {
        if (count) {
            Q_EMIT toast(tr("%n person(s) exported", nullptr, *count));
        } else {
            Q_EMIT failed(count.error());
        }
    });
}

void FindPresenter::suggest(const QString &kind, const QString &text, const QString &provider)
{
    m_suggestions.requestStop();
    const std::stop_token stop = m_suggestions.stopToken();
    if (provider == "pdl"_L1) {
        m_suggestions.launch(flows::suggestWithVendor(&m_services, kind, text, completions, stop),
                             [this, kind, text](Result<QStringList> texts) {
                                 if (texts) {
                                     Q_EMIT suggested(kind, text, *texts);
                                 } else {
                                     Q_EMIT failed(texts.error());
                                 }
                             });
        return;
    }
    m_suggestions.launch(flows::suggest(&m_services, kind, text, completions, stop),
                         [this, kind, text](Result<QVector<flows::Suggestion>> found) {
                             if (!found) {
                                 Q_EMIT failed(found.error());
                                 return;
                             }
                             QStringList words;
                             for (const flows::Suggestion &suggestion : *found) {
                                 words << suggestion.text;
                             }
                             Q_EMIT suggested(kind, text, words);
                         });
}

void FindPresenter::helpWithTitle(const QString &title)
{
    m_helping.requestStop();
    m_helping.launch(flows::titleHelp(&m_services, title, m_helping.stopToken()),
                     [this](Result<flows::TitleHelp> help) {
                         if (help) {
                             Q_EMIT titleHelped(*help);
                         } else {
                             Q_EMIT failed(help.error());
                         }
                     });
}

void FindPresenter::loadRuns()
{
    const auto runs = m_services.reader.runs(shownRuns);
    const auto own = m_run.id.isEmpty() ? Result<Run>(Run()) : m_services.reader.run(m_run.id);
    if (!own) {
        m_run = {};
        m_receipt.reset();
    } else if (own->notes != m_run.notes) { // taken back, or changed elsewhere
        m_run.notes = own->notes;
        Q_EMIT runShown(m_run);
    }
    if (runs) {
        Q_EMIT runsChanged(*runs);
    } else {
        Q_EMIT failed(runs.error());
    }
}

} // namespace crema::ui
