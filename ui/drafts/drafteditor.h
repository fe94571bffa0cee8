// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drafts/draftspresenter.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace crema::ui {

class Avatar;
class ElidedLabel;
class FindingsList;
class LinkRows;
class MarkedTextEdit;
class StatusChip;

/// One draft: recipient, subject, body, the gate's findings and the facts with their sources beside it, or
/// below it where the window is narrow. Edits are handed to the presenter after a pause, when the focus
/// leaves and before another draft is shown, so that no text is lost.
class DraftEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit DraftEditor(DraftsPresenter &presenter, QWidget *parent = nullptr);

    void show(const Draft &draft);
    void clear();
    /// Hands over what was typed and not yet handed over.
    void flush();
    [[nodiscard]] const QString &draftId() const { return m_draft.id; }

private:
    void build();
    void connectParts();
    void connectFindings();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildLetter();
    [[nodiscard]] QWidget *buildAside();
    [[nodiscard]] Draft edited() const;
    void showRecipient();
    void showResume();
    void showClaims();
    void showWords(const GateProblem &problem);
    void check();
    void askOverride();
    void arrange();
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

    DraftsPresenter &m_presenter;
    Draft m_draft;
    QBoxLayout *m_row = nullptr;
    QWidget *m_aside = nullptr;
    Avatar *m_avatar = nullptr;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_address = nullptr;
    StatusChip *m_state = nullptr;
    QPushButton *m_recipient = nullptr;
    QLineEdit *m_subject = nullptr;
    MarkedTextEdit *m_body = nullptr;
    QCheckBox *m_resume = nullptr;
    QLabel *m_noResume = nullptr;
    FindingsList *m_findings = nullptr;
    LinkRows *m_claims = nullptr;
    QWidget *m_claimsCard = nullptr;
    QVector<Claim> m_shownClaims;
    QTimer *m_saveSoon = nullptr;
    QTimer *m_checkSoon = nullptr;
    bool m_loading = false;
    bool m_isTyped = false; ///< something was typed and not handed over yet
};

} // namespace crema::ui
