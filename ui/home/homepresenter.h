// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"

#include <QObject>

namespace crema::ui {

/// One thing that waits for the user.
struct WaitingItem
{
    QString kind; ///< "contact", "draft", "prep"
    QString id;
    QString text;
    QString detail;
};

/// What the Home page shows: the pipeline, what waits, what was done last.
class HomePresenter final : public QObject
{
    Q_OBJECT

public:
    explicit HomePresenter(flows::Services &services, QObject *parent = nullptr);

    void load();

Q_SIGNALS:
    void shown(const QVector<std::pair<QString, int>> &statusCounts,
               const QVector<crema::ui::WaitingItem> &due, const QVector<crema::ui::WaitingItem> &drafts,
               const QStringList &done, bool profileReady);
    void failed(const crema::Error &error);

private:
    flows::Services &m_services;
};

} // namespace crema::ui
