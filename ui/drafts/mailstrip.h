// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drafts/mailboxpresenter.h"

#include <QWidget>

class QLabel;

namespace crema::ui {

class FlowLayout;

/// How an email stands with the mailbox, with a button for each thing that can be done; hidden while there is
/// nothing to say.
class MailStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit MailStrip(QWidget *parent = nullptr);

    void show(const MailLine &line);

Q_SIGNALS:
    void chosen(crema::ui::MailStep step);

private:
    QLabel *m_words;
    QWidget *m_buttons;
    FlowLayout *m_flow;
    MailLine m_line;
};

} // namespace crema::ui
