// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/profileflow.h"
#include "ledger/credits.h"
#include "ui/account/resumepresenter.h"

#include <QObject>

namespace crema::ui {

/// What the Account page shows and does: the sender's profile, the resume, credits and receipts.
class AccountPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit AccountPresenter(flows::Services &services, QObject *parent = nullptr);

    void load();
    /// Sets one profile field as typed; refused values come back through fieldRefused.
    void setField(const QString &field, const QString &value);
    [[nodiscard]] ResumePresenter &resumes() { return m_resumes; }
    /// How the work of a receipt ended, in words; empty when that is not known any more.
    [[nodiscard]] QString resultOf(const QString &jobId) const;
    [[nodiscard]] QDate today() const { return m_services.clock.now().toLocalTime().date(); }

Q_SIGNALS:
    void profileShown(const crema::Profile &profile);
    void fieldRefused(const QString &field, const QString &why);
    void creditsShown(const crema::ledger::Credits &credits, const QVector<crema::store::Receipt> &receipts);
    void failed(const crema::Error &error);
    void toast(const QString &text, const QString &operationId = {});

private:
    flows::Services &m_services;
    ResumePresenter m_resumes;
    TaskScope m_scope;
};

} // namespace crema::ui
