// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "ui/home/duepresenter.h"

#include <QObject>

namespace crema::ui {

/// One thing that waits for the user.
struct WaitingItem
{
    QString kind; ///< "contact", "draft", "prep"
    QString id;
    QString contactId;
    QString name; ///< of the person
    QString company;
    QString detail; ///< what waits: a subject, a next step with its day

    [[nodiscard]] bool operator==(const WaitingItem &) const = default;
};

/// One thing that was done.
struct DoneItem
{
    QString text;
    QString age;

    [[nodiscard]] bool operator==(const DoneItem &) const = default;
};

/// Everything the Home page shows. The lists hold the first few, the counts say how many there are.
struct HomeBoard
{
    QVector<std::pair<QString, int>> statusCounts;
    QVector<WaitingItem> answers; ///< unread ones, the newest first
    QVector<WaitingItem> drafts;
    int draftCount = 0;
    QVector<DoneItem> done;
    bool profileReady = false; ///< the sender has a name

    [[nodiscard]] bool isEmpty() const { return statusCounts.isEmpty() && draftCount == 0; }
};

/// What the Home page shows: the pipeline, what waits, what was done last.
class HomePresenter final : public QObject
{
    Q_OBJECT

public:
    explicit HomePresenter(flows::Services &services, QObject *parent = nullptr);

    /// Reads everything on a worker and answers with shown or failed. The first reading begins with the
    /// presenter, so that the answer is there when its page is first painted.
    void load();
    /// The follow-ups have a list of their own.
    [[nodiscard]] DuePresenter &due() { return m_due; }

Q_SIGNALS:
    /// Something that may stand on the page is another one now.
    void outdated();
    void shown(const crema::ui::HomeBoard &board);
    void failed(const crema::Error &error);

private:
    void read();

    flows::Services &m_services;
    DuePresenter m_due;
    TaskScope m_scope;
    bool m_reading = false; ///< and nothing has changed since that began
};

} // namespace crema::ui
