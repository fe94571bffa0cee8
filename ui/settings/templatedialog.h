// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/mailtemplate.h"
#include "write/owntemplate.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace crema::ui {

/// Writes one of the user's templates: mistakes show while typing, beside the email it gives for one contact.
/// Stays open until the answer to what was submitted is there.
class TemplateDialog final : public QDialog
{
    Q_OBJECT

public:
    TemplateDialog(flows::Services &services, OwnTemplate own, QWidget *parent = nullptr);

    /// The answer: closes the dialog, or says what was wrong.
    void answer(const Result<> &result);

Q_SIGNALS:
    void submitted(const crema::OwnTemplate &own);

private:
    QWidget *makeFields();
    QWidget *makePreview();
    QMenu *makeVariables();
    void insert(const QString &text);
    void check();
    void showPreview();
    void showDraft(const Draft &draft, const QString &contactName);
    [[nodiscard]] OwnTemplate current() const;

    flows::Services &m_services;
    OwnTemplate m_own;
    std::optional<write::TemplateWriter> m_writer;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_subject = nullptr;
    QPlainTextEdit *m_body = nullptr;
    QLabel *m_problems = nullptr;
    QLineEdit *m_contact = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_findings = nullptr;
    QPushButton *m_save = nullptr;
    QTimer *m_pause = nullptr;
    bool m_inSubject = false; ///< where a variable is put in
};

} // namespace crema::ui
