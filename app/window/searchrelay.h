// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "store/search.h"

#include <QObject>

#include <memory>

namespace crema::app {

/// Answers the search box: people and their notes from memory (loaded on a worker at the first key), emails
/// and preps from the full-text index. A change of the store is followed before the next answer.
class SearchRelay final : public QObject
{
    Q_OBJECT

public:
    explicit SearchRelay(flows::Services &services, QObject *parent = nullptr);

    void search(const QString &text);

Q_SIGNALS:
    void answered(const QString &text, const QVector<crema::store::SearchHit> &hits);
    void failed(const QString &text, const crema::Error &error);

private:
    void answer(const QString &text);
    void load();
    void take(Result<std::shared_ptr<store::PeopleSearch>> people);
    void refresh(const QVector<qint64> &rids);
    void follow(const store::Change &change);

    flows::Services &m_services;
    TaskScope m_scope;
    std::shared_ptr<store::PeopleSearch> m_people; ///< null until loaded, and again after a bulk change
    QString m_waiting;
    bool m_loading = false;
    QVector<qint64> m_missed; ///< contacts that changed while loading
    bool m_missedBulk = false;
};

} // namespace crema::app
