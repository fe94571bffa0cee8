// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "truth/sentences.h"
#include "ui/drafts/draftspresenter.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QMenu;
class QTimer;

namespace crema::ui {

class DraftHead;
class DraftSpelling;
class FindingsList;
class FlowLayout;
class LinkRows;
class MarkedLineEdit;
class MarkedTextEdit;
class ResumeChoice;

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
    /// Shows what a model has written so far; it cannot be edited until show() gives what is kept.
    void showComing(const QString &subject, const QString &body);
    /// Buttons under the text.
    void addTools(const QVector<QAction *> &actions);
    void openVersions();
    void openPreview();
    /// Hands over what was typed and not yet handed over.
    void flush();
    [[nodiscard]] const QString &draftId() const { return m_draft.id; }

private:
    void build();
    void connectParts();
    void connectFindings();
    [[nodiscard]] QWidget *buildLetter();
    [[nodiscard]] QWidget *buildAside();
    [[nodiscard]] Draft edited() const;
    void showText(const Draft &draft, bool isOther);
    void showClaims();
    void showWords(const GateProblem &problem);
    void check();
    void askOverride();
    void fillMenu(QMenu *menu, int position);
    [[nodiscard]] bool canRemove(const GateProblem &problem) const;
    void removeSentence(const truth::Span &at);
    void arrange();
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

    DraftsPresenter &m_presenter;
    Draft m_draft;
    QBoxLayout *m_row = nullptr;
    QWidget *m_aside = nullptr;
    DraftHead *m_head = nullptr;
    MarkedLineEdit *m_subject = nullptr;
    MarkedTextEdit *m_body = nullptr;
    DraftSpelling *m_spelling = nullptr;
    FlowLayout *m_tools = nullptr;
    ResumeChoice *m_resume = nullptr;
    QString m_signature;
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
