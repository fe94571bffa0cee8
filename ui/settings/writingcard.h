// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "model/profile.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTimer;
class QVBoxLayout;

namespace crema::ui {

class SegmentedControl;

/// The part of the settings about how emails are written: tone, length, sign-off, signature, and what a
/// language model is not told. Changes are kept as they are made.
class WritingCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit WritingCard(flows::Services &services, QWidget *parent = nullptr);
    ~WritingCard() override;

private:
    void addStyle(QVBoxLayout *column);
    void addSwitches(QVBoxLayout *column);
    QCheckBox *addSwitch(QVBoxLayout *column, const QString &name, const QString &text, const QString &hint);
    void connectFields();
    void showStyle();
    void save();
    /// The profile with what is valid of the fields; why the rest is not goes to `refused`.
    [[nodiscard]] Profile edited(const Profile &before, QStringList &refused);
    void showProblem(const QString &text);

    flows::Services &m_services;
    TaskScope m_scope;
    SegmentedControl *m_tone = nullptr;
    SegmentedControl *m_length = nullptr;
    QLineEdit *m_signOff = nullptr;
    QPlainTextEdit *m_signature = nullptr;
    QCheckBox *m_phone = nullptr;
    QCheckBox *m_address = nullptr;
    QCheckBox *m_school = nullptr;
    QLabel *m_problem;
    QTimer *m_pause;
    QString m_refused; ///< why what stands in a field is not stored; empty when all is
    bool m_isSignOffRefused = false;
    bool m_isSignatureRefused = false;
};

} // namespace crema::ui
