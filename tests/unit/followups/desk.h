// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/followupflow.h"
#include "flows/services.h"
#include "model/draft.h"
#include "support/outside.h"
#include "support/spin.h"
#include "support/support.h"
#include "truth/knowledge.h"

#include <QTemporaryDir>

#include <memory>

/// A workspace on disk with its services and a clock that stands at 28 November 2026, 10:00 UTC (a Saturday).
class Desk
{
public:
    [[nodiscard]] crema::Result<> open();
    /// As after a restart of the program: another connection to the same files.
    [[nodiscard]] crema::Result<> reopen();

    [[nodiscard]] crema::flows::Services &services() { return *m_services; }
    [[nodiscard]] crema::FixedClock &clock() { return m_clock; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Adds Ada, or another first name, and returns the id.
    QString add(const QString &firstName, const QString &status = QStringLiteral("Contacted"));
    void edit(const QString &id, const std::function<void(crema::Contact &)> &change);
    [[nodiscard]] crema::Contact contact(const QString &id);
    /// A draft to the contact that nobody checks.
    QString addDraft(const QString &contactId, const QString &kind);
    /// The label of the latest operation.
    [[nodiscard]] QString lastLabel();
    /// The names of what is listed up to a day.
    [[nodiscard]] QStringList due(QDate lastDay);
    [[nodiscard]] QDate today() { return crema::flows::today(*m_services); }

private:
    QTemporaryDir m_folder;
    crema::FixedClock m_clock {QDateTime(QDate(2026, 11, 28), QTime(10, 0), Qt::UTC)};
    crema::IdSource m_ids {7};
    crema::Deployment m_deployment;
    crema::truth::DirectoryKnowledge m_knowledge;
    std::unique_ptr<crema::store::Workspace> m_workspace;
    std::unique_ptr<crema::store::Store> m_store;
    std::unique_ptr<crema::store::Reader> m_reader;
    std::unique_ptr<crema::jobs::JobEngine> m_jobs;
    std::unique_ptr<crema::test::Outside> m_outside;
    std::unique_ptr<crema::flows::Services> m_services;
};
