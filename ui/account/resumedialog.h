// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace crema::ui {

class Banner;
class FactsPanel;
class ResumeDocument;

/// A resume beside what was read from it. Choosing a fact shows its place in the document.
class ResumeDialog final : public QDialog
{
    Q_OBJECT

public:
    ResumeDialog(const Resume &resume, const QByteArray &bytes, QWidget *parent = nullptr);

    /// The same resume after a change.
    void show(const Resume &resume);
    using QDialog::show;
    [[nodiscard]] const QString &resumeId() const { return m_resume.id; }
    void showRefusal(const QString &why);
    void showError(const Error &error);
    void setReading(bool reading);
    void setAsking(bool asking);
    [[nodiscard]] ResumeDocument &document() { return *m_document; }

    void done(int result) override;

Q_SIGNALS:
    void corrected(const crema::ShownFact &fact, const QString &text);
    void reverted(const crema::ShownFact &fact);
    void readAgainRequested();
    /// To have a language model look at it, or to stop that.
    void modelRequested();
    void modelStopped();
    void saveRequested();
    void textEdited(const QString &text);

private:
    void build();
    void showNotes();
    void editText();

    Resume m_resume;
    QLabel *m_name = nullptr;
    QLabel *m_note = nullptr;
    Banner *m_banner = nullptr;
    ResumeDocument *m_document = nullptr;
    FactsPanel *m_facts = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_ask = nullptr;
    bool m_isAsking = false;
    QPushButton *m_editText = nullptr;
};

} // namespace crema::ui
