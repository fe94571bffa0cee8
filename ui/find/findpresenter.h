// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/findflow.h"

#include <QObject>

namespace crema::ui {

/// What the Find page shows and does: one search at a time, its people, earlier runs.
class FindPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit FindPresenter(flows::Services &services, QObject *parent = nullptr);

    void search(const Criteria &criteria);
    void cancel();
    void openRun(const QString &runId);
    void deleteRun(const QString &runId);
    /// Saves people of the shown run to contacts; all when `personIds` is empty.
    void save(const QStringList &personIds);
    /// Saves the chosen people where needed, then asks the program to write to them.
    void write(const QStringList &personIds);
    void exportRun(const QString &path);
    /// Completions for a field of the form; an answer to an older question is dropped.
    void suggest(const QString &kind, const QString &text);
    /// Reads the list of earlier runs; a shown run that is gone is closed.
    void loadRuns();

    [[nodiscard]] const Run &shownRun() const { return m_run; }
    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    [[nodiscard]] int peopleLimit() const { return m_services.deployment.limits.localRunPeople; }

Q_SIGNALS:
    void searching();
    void runShown(const crema::Run &run);
    void failed(const crema::Error &error);
    void cancelled();
    void runsChanged(const QVector<crema::Run> &runs);
    void suggested(const QString &kind, const QString &text, const QStringList &completions);
    void toast(const QString &text, bool undoable);
    void writeRequested(const QStringList &contactIds);

private:
    void show(const Run &run);
    void afterSave(const Result<flows::SaveOutcome> &saved);

    flows::Services &m_services;
    TaskScope m_searches;
    TaskScope m_suggestions;
    TaskScope m_others;
    Run m_run;
    bool m_isSearching = false;
};

} // namespace crema::ui
