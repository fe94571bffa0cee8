// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contacthead.h"

#include "base/text.h"
#include "model/status.h"
#include "ui/common/avatar.h"
#include "ui/common/chip.h"
#include "ui/common/flowlayout.h"
#include "ui/contacts/contactdetail.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int avatarSide = 52;
constexpr qsizetype longestText = 160; ///< four lines or so

/// The status as a chip that opens a menu.
class StatusButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;

    void setStatus(const QString &status)
    {
        m_status = status;
        setText(statusWords(status));
        setAccessibleName(ContactHead::tr("Status: %1").arg(text()));
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        return chipSize(text(), font()) + QSize(chevron + gap::tiny, gap::tiny);
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colours &c = colours();
        if (hasFocus() || underMouse()) {
            painter.setPen(QPen(hasFocus() ? c.accent : c.outline, 1.2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), height() / 2.0,
                                    height() / 2.0);
        }
        const QRect chip = style()->visualRect(layoutDirection(), rect(),
                                               rect().adjusted(2, 0, -chevron - 2, 0));
        painter.setLayoutDirection(layoutDirection());
        paintChip(painter, chip, text(), toneOfStatus(m_status), font());
        const QRect arrow(width() - chevron - 2, (height() - chevron) / 2, chevron, chevron);
        paintGlyph(painter, style()->visualRect(layoutDirection(), rect(), arrow), Glyph::chevronDown,
                   c.muted);
    }

private:
    static constexpr int chevron = 14;
    QString m_status;
};

QLabel *wrappedLabel(TextRole role, Tone tone)
{
    QLabel *label = makeLabel({}, role, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A few lines of it; the whole is shown under the pointer.
void showCut(QLabel &label, const QString &text)
{
    label.setText(elided(text, longestText));
    label.setToolTip(text.size() > longestText ? text.toHtmlEscaped() : QString());
}

QToolButton *glyphButton(Glyph glyph, const QString &name, const QString &words)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(glyph));
    button->setToolTip(words);
    button->setAccessibleName(words);
    return button;
}

} // namespace

ContactHead::ContactHead(QWidget *parent)
    : QWidget(parent), m_avatar(new Avatar(avatarSide)), m_name(wrappedLabel(TextRole::heading, Tone::text)),
      m_role(wrappedLabel(TextRole::body, Tone::muted)), m_sample(new Badge), m_status(new StatusButton),
      m_write(new QPushButton(icon(Glyph::mail), tr("Write email"))),
      m_prepare(new QPushButton(icon(Glyph::coffee), tr("Prepare chat"))),
      m_linkedin(glyphButton(Glyph::external, u"contacts.pane.linkedin"_s, tr("Open LinkedIn profile"))),
      m_copy(glyphButton(Glyph::copy, u"contacts.pane.copyEmail"_s, tr("Copy email address"))),
      m_close(glyphButton(Glyph::close, u"contacts.pane.close"_s, tr("Close details")))
{
    build();
    connectParts();
}

void ContactHead::build()
{
    m_name->setObjectName(u"contacts.pane.name"_s);
    m_role->setObjectName(u"contacts.pane.role"_s);
    m_status->setAccessibleName(tr("Status")); // until somebody is shown
    m_status->setObjectName(u"contacts.pane.status"_s);
    m_write->setObjectName(u"contacts.pane.write"_s);
    m_prepare->setObjectName(u"contacts.pane.prepare"_s);
    setButtonKind(m_write, ButtonKind::primary);
    m_close->setAutoRaise(true);
    setFocusProxy(m_status);
    auto *state = new FlowLayout; // two lines in a narrow pane
    state->addWidget(m_status);
    state->addWidget(m_sample);
    auto *names = new QVBoxLayout;
    names->setSpacing(gap::hair);
    names->addWidget(m_name);
    names->addWidget(m_role);
    names->addSpacing(gap::tiny);
    names->addLayout(state);
    auto *top = new QHBoxLayout;
    top->setSpacing(gap::small + gap::tiny);
    top->addWidget(m_avatar, 0, Qt::AlignTop);
    top->addLayout(names, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_write);
    buttons->addWidget(m_prepare);
    buttons->addWidget(m_linkedin);
    buttons->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small + gap::tiny);
    column->addLayout(top);
    column->addLayout(buttons);
}

void ContactHead::connectParts()
{
    auto *menu = new QMenu(m_status);
    m_status->setMenu(menu);
    connect(m_write, &QPushButton::clicked, this, &ContactHead::writeRequested);
    connect(m_prepare, &QPushButton::clicked, this, &ContactHead::prepareRequested);
    connect(m_linkedin, &QToolButton::clicked, this, [this] { Q_EMIT linkedinRequested(m_url); });
    connect(m_copy, &QToolButton::clicked, this, [this] { Q_EMIT copyEmailRequested(m_email); });
    connect(m_close, &QToolButton::clicked, this, &ContactHead::closeRequested);
}

void ContactHead::fillStatusMenu(const QString &status)
{
    QMenu *menu = m_status->menu();
    menu->clear();
    for (const QString &stage : contactStatuses()) {
        QAction *action = menu->addAction(statusWords(stage));
        action->setCheckable(true);
        action->setChecked(stage == status);
        connect(action, &QAction::triggered, this, [this, stage] { Q_EMIT statusChosen(stage); });
    }
}

void ContactHead::showContact(const Contact &contact)
{
    const QString name = contact.name();
    m_avatar->setPerson(name, contact.id);
    showCut(*m_name, name.isEmpty() ? contact.email() : name);
    const QString role = roleWords(contact.jobTitle(), contact.company());
    showCut(*m_role, role.isEmpty() ? contact.headline : role);
    m_role->setVisible(!m_role->text().isEmpty());
    m_sample->setText(contact.sample ? tr("Sample") : QString());
    const QString status = contact.status.isEmpty() ? initialStatus() : contact.status;
    static_cast<StatusButton *>(m_status)->setStatus(status);
    fillStatusMenu(status);
    m_url = contact.linkedinUrl();
    m_email = contact.email();
    m_linkedin->setEnabled(!m_url.isEmpty());
    m_copy->setEnabled(!m_email.isEmpty());
}

} // namespace crema::ui
