// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/preparedialog.h"

#include "contacts/identity.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int dialogWidth = 460;
}

PrepareDialog::PrepareDialog(PrepsPresenter &presenter, QWidget *parent)
    : QDialog(parent), m_presenter(presenter)
{
    setObjectName(u"prepareDialog"_s);
    setWindowTitle(tr("Prepare a coffee chat"));
    build();
    connect(&presenter, &PrepsPresenter::offered, this, &PrepareDialog::showOffer);
    presenter.readOffer();
    showState();
}

void PrepareDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::medium);
    QLabel *label = makeLabel(tr("LinkedIn profile of the person you meet"));
    m_url = new QLineEdit;
    m_url->setObjectName(u"prepareUrl"_s);
    m_url->setPlaceholderText(u"https://www.linkedin.com/in/…"_s);
    m_url->setMinimumWidth(scaled(dialogWidth));
    label->setBuddy(m_url);
    m_lookUp = new QCheckBox(tr("Look the profile up at People Data Labs"));
    m_lookUp->setObjectName(u"prepareLookUp"_s);
    m_lookUp->setEnabled(false); // until it is known whether there is a key
    m_price = makeLabel({}, TextRole::caption, Tone::muted);
    m_price->setObjectName(u"preparePrice"_s);
    m_price->setWordWrap(true);
    m_price->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_ok = buttons->addButton(tr("Prepare"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"prepareOk"_s);
    setButtonKind(m_ok, ButtonKind::primary);
    column->addWidget(label);
    column->addWidget(m_url);
    column->addWidget(m_lookUp);
    column->addWidget(m_price);
    column->addWidget(buttons);
    connect(m_url, &QLineEdit::textChanged, this, &PrepareDialog::showState);
    connect(m_lookUp, &QCheckBox::toggled, this, &PrepareDialog::showState);
    connect(buttons, &QDialogButtonBox::accepted, this, &PrepareDialog::order);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PrepareDialog::showOffer(const LookUpOffer &offer)
{
    m_offer = offer;
    m_lookUp->setEnabled(offer.isConnected);
    m_lookUp->setChecked(offer.isConnected);
    showState();
}

void PrepareDialog::showState()
{
    const QString typed = m_url->text().trimmed();
    const bool isProfile = !contacts::linkedinSlug(typed).isEmpty();
    const bool isAffordable = !m_lookUp->isChecked() || m_offer.isAffordable;
    m_ok->setEnabled(isProfile && isAffordable);
    if (!typed.isEmpty() && !isProfile) {
        m_price->setText(tr("This is not the address of a LinkedIn profile."));
    } else if (!m_offer.isConnected) {
        m_price->setText(tr(
                "Free, from the people in your contacts. To look up anybody else, connect People Data Labs "
                "in Settings."));
    } else if (!m_lookUp->isChecked()) {
        m_price->setText(tr("Free, from the people in your contacts."));
    } else if (!isAffordable) {
        m_price->setText(tr("Costs %1 credits; you have %2.").arg(m_offer.cost).arg(m_offer.balance));
    } else {
        m_price->setText(tr("%1 of your %2 credits, charged when the PDF is there and the profile was found.")
                                 .arg(m_offer.cost)
                                 .arg(m_offer.balance));
    }
}

void PrepareDialog::order()
{
    m_presenter.prepareProfile(m_url->text().trimmed(), m_lookUp->isChecked());
    accept();
}

} // namespace crema::ui
