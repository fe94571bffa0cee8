// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/draftsbeside.h"
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
/// Stays open until the answer to what was submitted is there; asks before it lets go of what was written.
class TemplateDialog final : public QDialog
{
    Q_OBJECT

public:
    TemplateDialog(flows::Services &services, OwnTemplate own, QWidget *parent = nullptr);

    /// The answer: closes the dialog, or says what was wrong.
    void answer(const Result<> &result);
    void reject() override;

Q_SIGNALS:
    /// What is to be saved, and what it was when the dialog was opened.
    void submitted(const crema::OwnTemplate &opened, const crema::OwnTemplate &own);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void submit();
    void readOthers();
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
    OwnTemplate m_shown; ///< the fields as they were filled in first
    std::optional<flows::DraftsBeside>
            m_beside; ///< what the emails there are say; none before they were read
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
    bool m_isSaving = false; ///< no answer yet to what was submitted
    TaskScope m_scope; ///< last: what is under way ends before the widgets do
};

} // namespace crema::ui
