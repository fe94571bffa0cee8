// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drafts/draftspresenter.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QTimer;

namespace crema::ui {

class Avatar;
class FindingsList;
class MarkedTextEdit;

/// One draft: recipient, subject, body, the gate's findings beside it. Edits are handed to the presenter
/// after a pause, when the focus leaves and before another draft is shown, so that no text is lost.
class DraftEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit DraftEditor(DraftsPresenter &presenter, QWidget *parent = nullptr);

    void show(const Draft &draft);
    void clear();
    /// Writes what was typed and not yet written.
    void flush();
    [[nodiscard]] const QString &draftId() const { return m_draft.id; }

private:
    void build();
    void connectParts();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildAside();
    [[nodiscard]] Draft edited() const;
    void check();
    void askOverride();
    void hideEvent(QHideEvent *event) override;

    DraftsPresenter &m_presenter;
    Draft m_draft;
    Avatar *m_avatar = nullptr;
    QPushButton *m_recipient = nullptr;
    QLineEdit *m_subject = nullptr;
    MarkedTextEdit *m_body = nullptr;
    QCheckBox *m_resume = nullptr;
    FindingsList *m_findings = nullptr;
    QTimer *m_saveSoon = nullptr;
    QTimer *m_checkSoon = nullptr;
    bool m_loading = false;
};

} // namespace crema::ui
