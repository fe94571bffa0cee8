// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/meetingflow.h"
#include "flows/prepflow.h"
#include "ui/common/unsavededits.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTemporaryDir>

#include <functional>

namespace crema::ui {

/// What a prep can have beside what is on this computer.
struct LookUpOffer
{
    bool isConnected = false; ///< to the vendor that knows profiles
    int cost = 0; ///< of looking one up, in credits
    bool hasModel = false; ///< a language model can be asked
    int modelCost = 0;
    int balance = 0;
    bool isAffordable = false;
};

/// What the Coffee chats page shows and does. Ticks, answers and notes are kept here until the store has
/// them; whatever needs the PDF waits for them.
class PrepsPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit PrepsPresenter(flows::Services &services, QObject *parent = nullptr);

    void load();
    void prepare(const QString &contactId);
    /// Whoever has this LinkedIn profile; looked up at the vendor when `lookUp`.
    void prepareProfile(const QString &linkedinUrl, bool lookUp);
    /// Makes a prep again with its profile looked up, or its questions by the language model.
    void deepen(const QString &prepId, const flows::PrepOrder &wishes);
    /// Whether that can be done and what it costs; answers with offered().
    void readOffer();
    void retry(const QString &prepId);
    void cancel();
    [[nodiscard]] bool isMaking(const QString &prepId) const { return m_making.contains(prepId); }
    /// Does again what failed last: a prep, or writing what could not be written.
    void tryAgain();
    /// Writes ticks, answers and notes; the PDF is made again. One write of a prep at a time, the newest
    /// last.
    void save(const Prep &edited);
    /// Tries again to write what could not be written.
    void saveUnsaved();
    /// A write is not answered yet.
    [[nodiscard]] bool isSaving() const { return !m_saving.isEmpty(); }
    [[nodiscard]] QVector<UnsavedEdit> refused() const { return unsaved(false); }
    [[nodiscard]] QVector<UnsavedEdit> underWay() const { return unsaved(true); }
    void remove(const QStringList &prepIds);
    void exportTo(const QString &prepId, const QString &path);
    /// Several into a folder, or joined into one file.
    void exportMany(const QStringList &prepIds, const QString &target, bool joined);
    /// Says that the chat was held, and when to be in touch again if `next` is valid, once the prep with it
    /// is saved.
    void tellMet(const Prep &prep, QDate next);
    /// Writes the calendar file; the meeting becomes the contact's next action.
    void schedule(const flows::MeetingRequest &meeting);
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QDateTime now() const { return m_services.clock.now(); }
    /// To which scheduling a meeting moves the contact; empty when they stay.
    [[nodiscard]] QString stageAfterMeeting(const QString &contactId) const;
    /// Writes the PDF to a temporary file that has its name, for another program.
    void copyToOpen(const QString &prepId, const std::function<void(const QString &path)> &then);

    /// The prep with the edits that are not in the store yet.
    [[nodiscard]] Result<Prep> prep(const QString &id) const;
    [[nodiscard]] Result<QByteArray> pdf(const Prep &prep) const
    {
        return flows::prepPdf(m_services.workspace, prep);
    }

    [[nodiscard]] Result<QByteArray> pdf(const PrepVersion &version) const
    {
        return flows::prepVersionPdf(m_services.workspace, version);
    }

Q_SIGNALS:
    void offered(const crema::ui::LookUpOffer &offer);
    void listed(const QVector<crema::Prep> &preps);
    void preparing(const QString &stage, int percent);
    void prepared(const QString &prepId);
    /// What a prep does without although it was asked for, in words.
    void remarked(const QString &prepId, const QString &remarks);
    void preparingEnded();
    void saved(const crema::Prep &prep);
    void failed(const crema::Error &error);
    /// `operationId`: what can be taken back; empty for nothing.
    void toast(const QString &text, const QString &operationId = {});
    void contactRequested(const QString &contactId);
    void thankYouRequested(const QString &contactId);

private:
    /// `again` does the same once more; `prepId` is the prep that is made.
    void launch(const QString &prepId, Task<Result<Prep>> work, const std::function<void()> &again);
    void finish(const QString &prepId, const Result<Prep> &prep, const std::function<void()> &again);
    /// Orders the prep unless it is being made already.
    void order(const QString &prepId, const std::function<void()> &how);
    [[nodiscard]] QVector<UnsavedEdit> unsaved(bool underWay) const;
    void writeUnsaved(const QString &prepId);
    void settle(const QString &prepId);
    void whenSaved(const QString &prepId, const std::function<void()> &then);

    void writePdf(const QString &prepId, const QString &path, const std::function<void()> &then);

    flows::Services &m_services;
    QTemporaryDir m_copies; ///< for other programs, as long as this one runs
    TaskScope m_work;
    TaskScope m_scope;
    std::function<void()> m_again; ///< orders the prep that failed last once more
    QSet<QString> m_making; ///< preps with a job under way
    QHash<QString, Prep> m_unsaved; ///< edits the store does not have yet, by prep
    QSet<QString> m_saving; ///< preps with a write under way
    QHash<QString, QVector<std::function<void()>>> m_afterSave;
};

/// A stage of the prep job in words a person understands.
[[nodiscard]] QString prepStageInWords(const QString &stage);

} // namespace crema::ui
