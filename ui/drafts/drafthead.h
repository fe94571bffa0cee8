// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/draft.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace crema::ui {

class Avatar;
class ElidedLabel;
class StatusChip;

/// To whom a draft goes: face, name, address, state, and the way to their record.
class DraftHead final : public QWidget
{
    Q_OBJECT

public:
    explicit DraftHead(QWidget *parent = nullptr);

    /// Without a contact: they were deleted.
    void show(const Draft &draft, const std::optional<Contact> &contact);

Q_SIGNALS:
    void contactClicked();

private:
    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_address;
    StatusChip *m_state;
    QPushButton *m_open;
};

} // namespace crema::ui
