// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "flows/voiceflow.h"
#include "model/voicerule.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace crema::ui {

/// What was learned of how the user writes: each rule can be pinned, worded anew or deleted.
class VoiceCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit VoiceCard(flows::Services &services, QWidget *parent = nullptr);

private:
    void showRules();
    QWidget *makeRow(const VoiceRule &rule);
    void reword(const VoiceRule &rule);
    void keep(const QString &ruleId, const flows::VoiceRuleEdit &edit);

    flows::Services &m_services;
    TaskScope m_scope;
    std::optional<QVector<VoiceRule>> m_shown;
    QVBoxLayout *m_rows;
    QLabel *m_note;
};

} // namespace crema::ui
