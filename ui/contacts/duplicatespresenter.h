// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/mergeflow.h"
#include "ui/contacts/duplicatelistmodel.h"

#include <QObject>
#include <QTimer>

#include <stop_token>

namespace crema::ui {

enum class StudioStage {
    idle,
    scanning,
    pairs, ///< there is something to decide
    none, ///< nothing looks like a duplicate, or all is decided
    failed, ///< the scan was stopped or went wrong
};

/// One of the two contacts of a pair, and what hangs on it.
struct MergeSide
{
    Contact contact;
    int drafts = 0;
    int preps = 0;
};

/// Decides for the merge studio: looks for pairs, shows one of them, merges it, keeps it apart or leaves it.
/// Nothing is merged but by merge(). `services` outlives it.
class DuplicatesPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit DuplicatesPresenter(flows::Services &services, QObject *parent = nullptr);
    ~DuplicatesPresenter() override;

    /// Looks through all contacts, on a worker.
    void scan();
    void cancelScan();
    /// Only these two, as the user chose them.
    void take(const QString &aId, const QString &bId);

    [[nodiscard]] flows::Services &services() { return m_services; }
    [[nodiscard]] StudioStage stage() const { return m_stage; }
    [[nodiscard]] DuplicateListModel &model() { return m_model; }
    [[nodiscard]] const contacts::DuplicateReport &report() const { return m_report; }
    [[nodiscard]] int row() const { return m_row; }

    void select(int row);
    /// The other one is kept.
    void swapSides();
    void choose(const QString &field, contacts::MergeChoice choice);
    /// The next pair, round to the first after the last.
    void skip();
    void merge();
    void keepApart();
    /// Takes back the latest merge or "not the same" of this session.
    void undo();

    [[nodiscard]] bool hasPair() const { return m_shown; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool canUndo() const { return !m_done.empty() && !m_busy; }
    [[nodiscard]] const MergeSide &keep() const { return m_keep; }
    [[nodiscard]] const MergeSide &other() const { return m_other; }
    [[nodiscard]] QVector<contacts::MergeField> fields() const;
    [[nodiscard]] contacts::MergeChoice choiceOf(const contacts::MergeField &field) const;
    /// What the contact would be.
    [[nodiscard]] Contact result() const;

Q_SIGNALS:
    void stageChanged(crema::ui::StudioStage stage);
    void progressed(const QString &stage, int percent);
    /// Another pair is shown, or none (hasPair()); or its sides were swapped.
    void pairShown();
    void choiceChanged();
    void busyChanged();
    /// In words; can be taken back with undo().
    void done(const QString &words);
    void undone(const QString &words);
    void failed(const crema::Error &error);

private:
    struct Done
    {
        QString operationId;
        DuplicateListModel::Pairs pairs; ///< as they were before
        int row = 0;
    };
    void setStage(StudioStage stage);
    void setBusy(bool busy);
    void showProgress();
    void showRow(int row);
    [[nodiscard]] std::optional<MergeSide> sideOf(const QString &id);
    void finish(const QString &operationId, const QString &words, const std::function<void()> &changeList);

    flows::Services &m_services;
    DuplicateListModel m_model;
    contacts::DuplicateReport m_report;
    StudioStage m_stage = StudioStage::idle;
    std::shared_ptr<flows::ScanProgress> m_progress;
    QTimer m_clock; ///< while scanning
    std::stop_source m_stop;
    TaskScope m_scope;
    std::vector<Done> m_done;
    MergeSide m_keep;
    MergeSide m_other;
    contacts::MergeChoices m_choices;
    int m_row = -1;
    bool m_shown = false;
    bool m_busy = false;
};

} // namespace crema::ui
