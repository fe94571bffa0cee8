// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QDialogButtonBox;

namespace crema::ui {

/// What a language model would be told, word for word, and what is kept back. Looking at it sends nothing.
class PromptDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `words` say when `prompt` is sent.
    PromptDialog(const QString &words, const QString &prompt, const QStringList &withheld,
                 QWidget *parent = nullptr);

    /// Offers to send it now, under these words.
    void offerToSend(const QString &words);

Q_SIGNALS:
    void sendRequested();

private:
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace crema::ui
