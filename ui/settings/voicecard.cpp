// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/voicecard.h"

#include "flows/voiceflow.h"
#include "ui/common/card.h"
#include "ui/common/rows.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "write/voicerules.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QString stateInWords(const VoiceRule &rule)
{
    const QString seen = VoiceCard::tr("seen in %n email(s)", nullptr, static_cast<int>(rule.drafts.size()));
    const QString state = rule.pinned ? VoiceCard::tr("Pinned")
            : isActive(rule)          ? VoiceCard::tr("Holds")
                                      : VoiceCard::tr("Not yet a rule");
    return state + u" · "_s + seen;
}

} // namespace

VoiceCard::VoiceCard(flows::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_rows(new QVBoxLayout),
      m_note(makeLabel(
              tr("What you change in a suggested email before it leaves. A change seen in two emails becomes "
                 "a rule. All of it stays on this computer; a language model is told the rules that hold."),
              TextRole::body, Tone::muted))
{
    auto *card = new Card(tr("What Crema learned of your writing"));
    m_note->setWordWrap(true);
    m_rows->setSpacing(gap::small);
    card->body()->addWidget(m_note);
    card->body()->addLayout(m_rows);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    // Rules are learned where emails leave, which changes drafts; changed alone they change no record.
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        const bool noRecord = change.kinds.empty() && !change.jobsChanged && !change.creditsChanged;
        if (noRecord || std::ranges::find(change.kinds, Kind::draft) != change.kinds.end()) {
            showRules();
        }
    });
    showRules();
}

void VoiceCard::showRules()
{
    const auto rules = flows::listedVoiceRules(m_services.reader);
    if (rules && m_shown == *rules) {
        return; // keeps the focus where it is
    }
    m_shown = rules ? std::optional(*rules) : std::nullopt;
    clearRows(*m_rows);
    if (!rules || rules->isEmpty()) {
        m_rows->addWidget(makeLabel(rules ? tr("Nothing yet.") : rules.error().text, TextRole::body));
        return;
    }
    for (const VoiceRule &rule : *rules) {
        m_rows->addWidget(makeRow(rule));
    }
}

QWidget *VoiceCard::makeRow(const VoiceRule &rule)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    QLabel *text = makeLabel(write::ruleText(rule), TextRole::body,
                             isActive(rule) ? Tone::text : Tone::muted);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    words->addWidget(text);
    words->addWidget(makeLabel(stateInWords(rule), TextRole::caption, Tone::muted));
    line->addLayout(words, 1);
    const auto button = [&](const QString &name, const QString &label) {
        auto *made = new QPushButton(label);
        made->setObjectName(u"voice_%1_%2"_s.arg(name, rule.kind));
        made->setAccessibleName(label + u": "_s + write::ruleText(rule));
        line->addWidget(made, 0, Qt::AlignTop);
        return made;
    };
    connect(button(u"pin"_s, rule.pinned ? tr("Unpin") : tr("Pin")), &QPushButton::clicked, this,
            [this, rule] {
                flows::VoiceRuleEdit edit;
                edit.pinned = !rule.pinned;
                keep(rule.id, edit);
            });
    connect(button(u"edit"_s, tr("Edit")), &QPushButton::clicked, this, [this, rule] { reword(rule); });
    QPushButton *remove = button(u"delete"_s, tr("Delete"));
    setButtonKind(remove, ButtonKind::danger);
    connect(remove, &QPushButton::clicked, this, [this, rule] {
        flows::VoiceRuleEdit edit;
        edit.deleted = true;
        keep(rule.id, edit);
    });
    return row;
}

void VoiceCard::reword(const VoiceRule &rule)
{
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Edit the rule"));
    dialog->setLabelText(
            tr("A rule in your own words is told to a language model; templates do not follow it."));
    dialog->setTextValue(write::ruleText(rule));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, rule](const QString &text) {
        flows::VoiceRuleEdit edit;
        edit.words = text;
        keep(rule.id, edit);
    });
    dialog->open();
}

void VoiceCard::keep(const QString &ruleId, const flows::VoiceRuleEdit &edit)
{
    m_scope.launch(flows::editVoiceRule(&m_services, ruleId, edit), [this](const Result<VoiceRule> &kept) {
        showRules();
        if (!kept) {
            m_note->setText(kept.error().text);
        }
    });
}

} // namespace crema::ui
