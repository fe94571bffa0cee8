// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace crema::ui {

class BusyBar;

/// The text of a resume whose file has none: typed, pasted, or recognised by a program on this computer.
class TextDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit TextDialog(const QString &fileName, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setReason(const QString &why);
    /// Offers recognition in these languages; none says that no program for it is there.
    void offerRecognition(const QStringList &languages);
    /// Recognition is under way, or ended: what was typed stays.
    void setRecognising(bool recognising);
    void setProgress(int done, int total);
    void showError(const QString &what);

    void reject() override;

Q_SIGNALS:
    void textGiven(const QString &text);
    void recognitionRequested(const QString &languages);
    void cancelRequested();

private:
    void build();
    QWidget *buildRecognition();

    QLabel *m_reason = nullptr;
    QLabel *m_problem = nullptr;
    QWidget *m_recognition = nullptr;
    QLabel *m_notInstalled = nullptr;
    QComboBox *m_languages = nullptr;
    QPushButton *m_recognise = nullptr;
    BusyBar *m_busy = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_use = nullptr;
    bool m_recognising = false;
};

} // namespace crema::ui
