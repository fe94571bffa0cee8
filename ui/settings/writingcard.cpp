// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/writingcard.h"

#include "base/text.h"
#include "flows/profileflow.h"
#include "ui/common/card.h"
#include "ui/common/exacttext.h"
#include "ui/common/formrow.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr std::chrono::milliseconds afterTyping {600};
constexpr int fieldWidth = 320;
constexpr int signatureLines = 4;
} // namespace

WritingCard::WritingCard(flows::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_problem(makeLabel({}, TextRole::body, Tone::bad)),
      m_pause(new QTimer(this))
{
    auto *card = new Card(tr("Writing"));
    addStyle(card->body());
    addSwitches(card->body());
    m_problem->setObjectName(u"writingProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    card->body()->addWidget(m_problem);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    showStyle();
    connectFields();
}

WritingCard::~WritingCard()
{
    if (m_pause->isActive()) {
        save();
    }
}

void WritingCard::addStyle(QVBoxLayout *column)
{
    m_tone = new SegmentedControl(tr("Tone"));
    m_tone->setObjectName(u"writingTone"_s);
    for (const QString &tone : {tr("Neutral"), tr("Warm"), tr("Formal")}) {
        m_tone->addSegment(tone);
    }
    m_length = new SegmentedControl(tr("Length"));
    m_length->setObjectName(u"writingLength"_s);
    for (const QString &length : {tr("Brief"), tr("Medium"), tr("Full")}) {
        m_length->addSegment(length);
    }
    m_signOff = new QLineEdit;
    m_signOff->setObjectName(u"writingSignOff"_s);
    m_signOff->setMaximumWidth(scaled(fieldWidth));
    m_signature = new QPlainTextEdit;
    m_signature->setObjectName(u"writingSignature"_s);
    m_signature->setPlaceholderText(tr("Left empty, it is made of your profile"));
    m_signature->setTabChangesFocus(true);
    m_signature->setFixedHeight(m_signature->fontMetrics().height() * (signatureLines + 1));
    column->addWidget(new FormRow(tr("Tone"), m_tone,
                                  tr("Greeting, question and close; “Dear Zoë Müller,” where it is formal")));
    column->addWidget(new FormRow(tr("Length"), m_length, tr("Always between 50 and 140 words")));
    column->addWidget(new FormRow(tr("Sign-off"), m_signOff));
    column->addWidget(new FormRow(tr("Signature"), m_signature));
}

QCheckBox *WritingCard::addSwitch(QVBoxLayout *column, const QString &name, const QString &text,
                                  const QString &hint)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(name);
    box->setToolTip(hint);
    box->setAccessibleDescription(hint);
    QLabel *line = makeLabel(hint, TextRole::caption, Tone::muted);
    line->setWordWrap(true);
    line->setIndent(gap::large);
    column->addWidget(box);
    column->addWidget(line);
    return box;
}

void WritingCard::addSwitches(QVBoxLayout *column)
{
    column->addSpacing(gap::small);
    column->addWidget(makeLabel(tr("Not told to a language model"), TextRole::strong));
    m_phone = addSwitch(column, u"writingWithholdPhone"_s, tr("Phone numbers"),
                        tr("The signature is added here, after the model has written"));
    m_address = addSwitch(column, u"writingWithholdAddress"_s, tr("Addresses and home town"),
                          tr("Email and postal addresses; a home town you share cannot be mentioned then"));
    m_school = addSwitch(column, u"writingWithholdSchool"_s, tr("Schools"),
                         tr("Yours and the recipient's; a school you share cannot be mentioned then"));
}

void WritingCard::connectFields()
{
    // Words that are typed are one change, not one a letter.
    m_pause->setSingleShot(true);
    m_pause->setInterval(afterTyping);
    connect(m_pause, &QTimer::timeout, this, &WritingCard::save);
    connect(m_signOff, &QLineEdit::textEdited, this, [this] { m_pause->start(); });
    connect(m_signature, &QPlainTextEdit::textChanged, this, [this] { m_pause->start(); });
    for (SegmentedControl *control : {m_tone, m_length}) {
        connect(control, &SegmentedControl::currentChanged, this, &WritingCard::save);
    }
    for (QCheckBox *box : {m_phone, m_address, m_school}) {
        connect(box, &QCheckBox::clicked, this, &WritingCard::save);
    }
    connect(&m_services.store, &store::Store::changed, this, [this](const store::Change &change) {
        if (std::ranges::find(change.kinds, Kind::profile) != change.kinds.end()) {
            showStyle();
        }
    });
}

void WritingCard::showStyle()
{
    const auto profile = m_services.reader.profile();
    showProblem(profile ? m_refused : profile.error().text);
    if (!profile) {
        return;
    }
    if (m_pause->isActive()) {
        return; // what is being typed is newer
    }
    const WritingStyle &style = profile->writing;
    m_tone->setCurrent(static_cast<int>(style.tone));
    m_length->setCurrent(static_cast<int>(style.length));
    WritingStyle usual = style;
    usual.signOff.clear();
    m_signOff->setPlaceholderText(signOffOf(usual));
    // Spaces that are being typed stay; what could not be stored is still there to be mended.
    if (!m_isSignOffRefused && cleanLine(m_signOff->text()) != style.signOff) {
        m_signOff->setText(style.signOff);
    }
    if (!m_isSignatureRefused && cleanText(exactText(*m_signature->document())) != profile->signature) {
        const QSignalBlocker quiet(m_signature);
        m_signature->setPlainText(profile->signature);
    }
    m_phone->setChecked(style.withholdPhone);
    m_address->setChecked(style.withholdAddress);
    m_school->setChecked(style.withholdSchool);
}

Profile WritingCard::edited(const Profile &before, QStringList &refused)
{
    Profile profile = before;
    WritingStyle &style = profile.writing;
    style.tone = static_cast<crema::Tone>(m_tone->current());
    style.length = static_cast<MailLength>(m_length->current());
    style.withholdPhone = m_phone->isChecked();
    style.withholdAddress = m_address->isChecked();
    style.withholdSchool = m_school->isChecked();
    WritingStyle signedOff = style;
    const auto signOff = setWritingField(signedOff, u"signOff"_s, m_signOff->text());
    if (signOff) {
        style = signedOff;
    } else {
        refused << signOff.error().text;
    }
    m_isSignOffRefused = !signOff;
    Profile withSignature = profile;
    const QString text = exactText(*m_signature->document());
    const auto signature = cleanText(text) == before.signature
            ? Result<> {}
            : setProfileField(withSignature, u"signature"_s, text);
    if (signature) {
        profile = withSignature;
    } else {
        refused << signature.error().text;
    }
    m_isSignatureRefused = !signature;
    return profile;
}

void WritingCard::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void WritingCard::save()
{
    m_pause->stop();
    const auto before = m_services.reader.profile();
    if (!before) {
        showStyle();
        return;
    }
    // A field that cannot be stored keeps none of the others back.
    QStringList refused;
    const Profile after = edited(*before, refused);
    m_refused = refused.join(u' ');
    showProblem(m_refused);
    if (after == *before) {
        return;
    }
    m_scope.launch(flows::saveProfile(&m_services, *before, after), [this](const Result<Profile> &saved) {
        showProblem(saved ? m_refused : saved.error().text);
    });
}

} // namespace crema::ui
