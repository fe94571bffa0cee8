// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/runflow.h"
#include "ui/find/paidterms.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace crema::ui {

class Badge;
class ElidedLabel;

/// What stands above the people of a search: what was asked, where, when, what it cost, what was widened,
/// what is new against the earlier one, the user's notes.
class RunHead final : public QWidget
{
    Q_OBJECT

public:
    explicit RunHead(QWidget *parent = nullptr);

    void showRun(const Run &run, const std::optional<store::Receipt> &receipt);
    void showComparison(const flows::RunComparison &comparison);
    /// What searching again costs, and whether it can be done now.
    void showTerms(const PaidTerms &terms);
    void setSearching(bool searching);
    /// Hands over notes that are being typed.
    void flush();

Q_SIGNALS:
    void againRequested();
    void deleteRequested();
    void receiptRequested(const QString &jobId);
    void notesEdited(const QString &runId, const QString &notes);

private:
    [[nodiscard]] QWidget *buildFacts();
    void showNotes(const QString &notes);
    void followState();
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    QString m_runId;
    bool m_isPaid = false;
    int m_people = 1; ///< asked for
    QString m_jobId;
    PaidTerms m_terms;
    bool m_isSearching = false;
    ElidedLabel *m_summary;
    Badge *m_provider = nullptr;
    QLabel *m_when = nullptr;
    Badge *m_new = nullptr;
    QPushButton *m_receipt = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_noteButton = nullptr;
    QPushButton *m_delete = nullptr;
    QLabel *m_widened;
    QPlainTextEdit *m_notes;
};

/// "Charged 30 credits, 15 given back".
[[nodiscard]] QString receiptInWords(const store::Receipt &receipt);

} // namespace crema::ui
