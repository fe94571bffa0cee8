// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <QDialog>

namespace crema::ui {

/// An email as its recipient sees it: sender, recipient, subject, the text as the message's HTML part has it,
/// and the names of the files that go along.
class PreviewDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PreviewDialog(const mail::OutgoingMail &mail, QWidget *parent = nullptr);

private:
    void build(const mail::OutgoingMail &mail);
};

} // namespace crema::ui
