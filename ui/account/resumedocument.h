// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;

namespace crema::ui {

class PdfView;
class SegmentedControl;

/// The document of a resume: the pages of a PDF or the text with its lines, and in it the place of a fact. A
/// protected PDF asks for its password, which is used and forgotten.
class ResumeDocument final : public QWidget
{
    Q_OBJECT

public:
    explicit ResumeDocument(QWidget *parent = nullptr);

    /// Shows the text; `bytes` are the kept file's, empty when they are lost.
    void show(const Resume &resume, const QByteArray &bytes);
    /// The same document with its text read anew.
    void renew(const Resume &resume);
    /// Scrolls to where a fact was read and lights it.
    void pointAt(const ShownFact &fact);
    [[nodiscard]] PdfView &pdf() { return *m_pdf; }

private:
    enum class Page { document, text, password };

    void build();
    QWidget *buildPassword();
    void showPage(Page page);
    void askPassword(const QString &why);
    void usePassword();
    void pointInText(const QVector<int> &lines);
    void pointInPdf(const ShownFact &fact, const QVector<int> &lines);

    Resume m_resume;
    QByteArray m_bytes;
    SegmentedControl *m_choice = nullptr;
    QStackedWidget *m_pages = nullptr;
    PdfView *m_pdf = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_why = nullptr;
    QLineEdit *m_password = nullptr;
    bool m_locked = false;
};

} // namespace crema::ui
