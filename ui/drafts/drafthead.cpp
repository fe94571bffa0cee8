// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/drafthead.h"

#include "ui/common/avatar.h"
#include "ui/common/chip.h"
#include "ui/common/elidedlabel.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace crema::ui {

DraftHead::DraftHead(QWidget *parent)
    : QWidget(parent), m_avatar(new Avatar), m_name(new ElidedLabel), m_address(new ElidedLabel),
      m_state(new StatusChip), m_open(new QPushButton(icon(Glyph::person), {}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small + gap::tiny);
    auto *words = new QVBoxLayout;
    words->setSpacing(gap::hair);
    m_name->setObjectName(u"draftName"_s);
    setTextRole(m_name, TextRole::strong);
    m_address->setObjectName(u"draftAddress"_s);
    words->addWidget(m_name);
    words->addWidget(m_address);
    m_open->setObjectName(u"draftRecipient"_s);
    m_open->setToolTip(tr("Open this contact"));
    m_open->setAccessibleName(tr("Open this contact"));
    setButtonKind(m_open, ButtonKind::quiet);
    row->addWidget(m_avatar);
    row->addLayout(words, 1);
    row->addWidget(m_state);
    row->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &DraftHead::contactClicked);
}

void DraftHead::show(const Draft &draft, const std::optional<Contact> &contact)
{
    const QString name = contact ? contact->name() : tr("A deleted contact");
    const QString email = contact ? contact->email() : QString();
    m_avatar->setPerson(name, draft.contactId);
    m_name->setText(name);
    m_address->setText(email.isEmpty() ? tr("No email address is known: your mail program will ask for it")
                                       : email);
    setTone(m_address, email.isEmpty() ? Tone::warn : Tone::muted);
    m_state->setStatus(draft.state);
    m_state->setVisible(draft.state != "draft"_L1);
    m_open->setEnabled(contact.has_value());
}

} // namespace crema::ui
