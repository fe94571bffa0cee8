// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/findflow.h"
#include "flows/runflow.h"
#include "ui/common/unsavededits.h"
#include "ui/find/paidterms.h"

#include <QMap>
#include <QObject>
#include <QSet>

namespace crema::ui {

/// What the Find page shows and does: one search at a time, its people, earlier runs.
class FindPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit FindPresenter(flows::Services &services, QObject *parent = nullptr);
    /// A paid search that is under way is cancelled.
    ~FindPresenter() override;

    /// Provider "local" or "pdl". A paid search is not begun while another one runs.
    /// `again`: the user repeats a search on purpose, so the vendor is asked anew.
    void search(const Criteria &criteria, const QString &provider, bool again = false);
    void cancel();
    void openRun(const QString &runId);
    void deleteRun(const QString &runId);
    /// Keeps the user's words on a run.
    void setNotes(const QString &runId, const QString &notes);
    /// Tries again to write what could not be written.
    void saveUnsaved();
    /// Notes are not answered yet.
    [[nodiscard]] bool isSaving() const { return m_noting.running() > 0; }
    [[nodiscard]] QVector<UnsavedEdit> refused() const { return unsaved(false); }
    [[nodiscard]] QVector<UnsavedEdit> underWay() const { return unsaved(true); }
    /// Saves people of the shown run to contacts; all when `personIds` is empty.
    void save(const QStringList &personIds);
    /// Saves the chosen people where needed, then asks the program to write to them.
    void write(const QStringList &personIds);
    void exportRun(const QString &path);
    /// Completions for a field of the form; an answer to an older question is dropped.
    void suggest(const QString &kind, const QString &text, const QString &provider);
    /// What firms call this job; told by titleHelped().
    void helpWithTitle(const QString &title);
    /// Reads the list of earlier runs; a shown run that is gone is closed.
    void loadRuns();
    /// Reads what a paid search costs and whether there is a key; told by termsChanged().
    void loadTerms();

    [[nodiscard]] const Run &shownRun() const { return m_run; }
    /// What the shown run cost; nullopt for one without a receipt.
    [[nodiscard]] const std::optional<store::Receipt> &receipt() const { return m_receipt; }
    [[nodiscard]] const PaidTerms &terms() const { return m_terms; }
    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    [[nodiscard]] int peopleLimit() const { return m_services.deployment.limits.localRunPeople; }

Q_SIGNALS:
    /// A search began; `stage` in words.
    void searching(const QString &stage);
    /// The true stage in words; `percent` is below 0 while nobody knows.
    void progressed(const QString &stage, int percent);
    void runShown(const crema::Run &run);
    /// Contacts came or went: who of the shown run is among them.
    void knownChanged(const crema::Run &run);
    /// The shown run beside the earlier one that asked the same.
    void compared(const crema::flows::RunComparison &comparison);
    void failed(const crema::Error &error);
    /// `charged` says in words that nothing was charged, when that is known.
    void searchFailed(const crema::Error &error, const QString &charged);
    /// `words` is empty when there is nothing to tell.
    void cancelled(const QString &words);
    void runsChanged(const QVector<crema::Run> &runs);
    void termsChanged(const crema::ui::PaidTerms &terms);
    void suggested(const QString &kind, const QString &text, const QStringList &completions);
    void titleHelped(const crema::flows::TitleHelp &help);
    void toast(const QString &text, const QString &operationId = {});
    void writeRequested(const QStringList &contactIds);

private:
    void follow(const store::Change &change);
    void followJob(const jobs::JobProgress &progress);
    void startLocal(const Criteria &criteria);
    void startPaid(const Criteria &criteria, bool again);
    void endPaid(const Result<Run> &run);
    void show(const Run &run);
    void compare();
    void markKnown();
    void afterSave(const Result<flows::SaveOutcome> &saved);
    [[nodiscard]] QVector<UnsavedEdit> unsaved(bool underWay) const;
    void writeNotes(const QString &runId);
    [[nodiscard]] std::optional<store::Receipt> receiptOf(const QString &jobId) const;
    void showKept();
    [[nodiscard]] QString chargeInWords() const;

    flows::Services &m_services;
    TaskScope m_searches;
    TaskScope m_suggestions;
    TaskScope m_comparing;
    TaskScope m_terming;
    TaskScope m_helping;
    TaskScope m_others;
    TaskScope m_noting;
    QMap<QString, QString> m_unsavedNotes; ///< by run
    Run m_run;
    std::optional<store::Receipt> m_receipt;
    PaidTerms m_terms;
    bool m_isSearching = false;
    bool m_isPaid = false; ///< what is being searched
    std::stop_source m_paidStop;
    QString m_paidWords; ///< the criteria of the paid search, as its job is called
    QString m_paidJob; ///< empty until it is known
    QSet<QString> m_otherJobs; ///< those that ran before
};

} // namespace crema::ui
