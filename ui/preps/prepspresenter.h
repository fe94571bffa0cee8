// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/prepflow.h"

#include <QObject>

namespace crema::ui {

/// What the Coffee chats page shows and does.
class PrepsPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit PrepsPresenter(flows::Services &services, QObject *parent = nullptr);

    void load();
    void prepare(const QString &contactId);
    void retry(const QString &prepId);
    void cancel();
    /// Writes ticks, answers and notes; the PDF is made again.
    void save(const Prep &edited);
    void remove(const QString &prepId);
    void exportTo(const QString &prepId, const QString &path);

    [[nodiscard]] Result<Prep> prep(const QString &id) const { return m_services.reader.prep(id); }
    [[nodiscard]] Result<QByteArray> pdf(const Prep &prep) const
    {
        return flows::prepPdf(m_services.workspace, prep);
    }

Q_SIGNALS:
    void listed(const QVector<crema::Prep> &preps);
    void preparing(const QString &stage, int percent);
    void prepared(const QString &prepId);
    void preparingEnded();
    void saved(const crema::Prep &prep);
    void failed(const crema::Error &error);
    void toast(const QString &text, bool undoable);
    void contactRequested(const QString &contactId);
    void thankYouRequested(const QString &contactId);

private:
    void finish(const Result<Prep> &prep);

    flows::Services &m_services;
    TaskScope m_work;
    TaskScope m_scope;
};

/// A stage of the prep job in words a person understands.
[[nodiscard]] QString prepStageInWords(const QString &stage);

} // namespace crema::ui
