// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/findpresenter.h"

#include "flows/contactflow.h"
#include "flows/exportflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int shownRuns = 30;
constexpr int completions = 8;
} // namespace

FindPresenter::FindPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        if (std::ranges::find(change.kinds, Kind::run) != change.kinds.end()) {
            loadRuns();
        }
    });
}

void FindPresenter::search(const Criteria &criteria)
{
    m_searches.requestStop();
    m_isSearching = true;
    Q_EMIT searching();
    m_searches.launch(flows::findPeople(&m_services, criteria, u"local"_s, m_searches.stopToken()),
                      [this](Result<Run> run) {
                          m_isSearching = false;
                          if (run) {
                              show(*run);
                          } else {
                              Q_EMIT failed(run.error());
                          }
                      });
}

void FindPresenter::cancel()
{
    m_searches.requestStop();
    m_isSearching = false;
    Q_EMIT cancelled();
}

void FindPresenter::show(const Run &run)
{
    m_run = run;
    Q_EMIT runShown(m_run);
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
                            Q_EMIT toast(tr("Search moved to the trash"), true);
                        } else {
                            Q_EMIT failed(change.error());
                        }
                    });
}

void FindPresenter::afterSave(const Result<flows::SaveOutcome> &saved)
{
    if (!saved) {
        Q_EMIT failed(saved.error());
        return;
    }
    for (FoundPerson &found : m_run.people) {
        const auto id = saved->contactIds.find(found.person.id);
        if (id != saved->contactIds.end()) {
            found.contactId = *id;
        }
    }
    Q_EMIT runShown(m_run);
}

void FindPresenter::save(const QStringList &personIds)
{
    m_others.launch(flows::savePeople(&m_services, m_run.id, personIds),
                    [this](Result<flows::SaveOutcome> saved) {
                        afterSave(saved);
                        if (saved && saved->created > 0) {
                            Q_EMIT toast(tr("%n person(s) saved to contacts", nullptr, saved->created), true);
                        } else if (saved) {
                            Q_EMIT toast(tr("They are in your contacts already"), false);
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
    m_others.launch(flows::exportPeople(&m_services, {path, m_run.id, {}, false}), [this](Result<int> count) {
        if (count) {
            Q_EMIT toast(tr("%n person(s) exported", nullptr, *count), false);
        } else {
            Q_EMIT failed(count.error());
        }
    });
}

void FindPresenter::suggest(const QString &kind, const QString &text)
{
    m_suggestions.requestStop();
    m_suggestions.launch(flows::suggest(&m_services, kind, text, completions, m_suggestions.stopToken()),
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

void FindPresenter::loadRuns()
{
    const auto runs = m_services.reader.runs(shownRuns);
    if (!m_run.id.isEmpty() && !m_services.reader.run(m_run.id)) {
        m_run = {};
    }
    if (runs) {
        Q_EMIT runsChanged(*runs);
    } else {
        Q_EMIT failed(runs.error());
    }
}

} // namespace crema::ui
