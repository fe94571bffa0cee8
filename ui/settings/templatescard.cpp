// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/templatescard.h"

#include "flows/contactflow.h"
#include "flows/templateflow.h"
#include "store/templatereader.h"
#include "ui/common/card.h"
#include "ui/common/rows.h"
#include "ui/settings/templatedialog.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QString kindInWords(const QString &kind)
{
    return kind == "follow_up"_L1    ? TemplatesCard::tr("Follow-up")
            : kind == "thank_you"_L1 ? TemplatesCard::tr("Thank-you")
                                     : TemplatesCard::tr("First email");
}

} // namespace

TemplatesCard::TemplatesCard(flows::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_rows(new QVBoxLayout),
      m_note(makeLabel({}, TextRole::body, Tone::muted))
{
    auto *card = new Card(tr("Your templates"));
    auto *add = new QPushButton(icon(Glyph::add), tr("New template"));
    add->setObjectName(u"templatesNew"_s);
    connect(add, &QPushButton::clicked, this, [this] { edit({}); });
    card->setCorner(add);
    m_note->setObjectName(u"templatesNote"_s);
    m_note->setWordWrap(true);
    m_rows->setSpacing(gap::small);
    card->body()->addWidget(m_note);
    card->body()->addLayout(m_rows);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        if (std::ranges::find(change.kinds, Kind::mailTemplate) != change.kinds.end()) {
            showTemplates();
        }
    });
    showTemplates();
}

void TemplatesCard::showTemplates()
{
    const auto all = store::ownTemplates(m_services.reader);
    clearRows(*m_rows);
    m_note->setText(
            all ? tr("None yet. A template is your own text with variables such as {{firm}}; each email made "
                     "from it passes the same checks.")
                : all.error().text);
    m_note->setVisible(!all || all->isEmpty());
    for (const OwnTemplate &own : all ? *all : QVector<OwnTemplate>()) {
        m_rows->addWidget(makeRow(own));
    }
}

QWidget *TemplatesCard::makeRow(const OwnTemplate &own)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    QLabel *name = makeLabel(own.name, TextRole::strong);
    name->setTextFormat(Qt::PlainText);
    words->addWidget(name);
    QLabel *about = makeLabel(kindInWords(own.kind) + u" · "_s + own.subject, TextRole::caption, Tone::muted);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    words->addWidget(about);
    auto *change = new QPushButton(tr("Edit"));
    auto *remove = new QPushButton(tr("Delete"));
    change->setObjectName(u"template_edit_"_s + own.name);
    remove->setObjectName(u"template_delete_"_s + own.name);
    change->setAccessibleName(tr("Edit the template “%1”").arg(own.name));
    remove->setAccessibleName(tr("Delete the template “%1”").arg(own.name));
    setButtonKind(remove, ButtonKind::danger);
    line->addLayout(words, 1);
    line->addWidget(change);
    line->addWidget(remove);
    connect(change, &QPushButton::clicked, this, [this, own] { edit(own); });
    connect(remove, &QPushButton::clicked, this, [this, own] { this->remove(own); });
    return row;
}

void TemplatesCard::edit(const OwnTemplate &own)
{
    auto *dialog = new TemplateDialog(m_services, own, window());
    connect(dialog, &TemplateDialog::submitted, this,
            [this, dialog](const OwnTemplate &opened, const OwnTemplate &edited) {
                save(dialog, opened, edited);
            });
    dialog->open();
}

void TemplatesCard::save(TemplateDialog *dialog, const OwnTemplate &opened, const OwnTemplate &own)
{
    const QPointer<TemplateDialog> open(dialog);
    m_scope.launch(flows::saveTemplate(&m_services, opened, own), [open](const Result<OwnTemplate> &saved) {
        if (open) {
            open->answer(saved ? Result<> {} : std::unexpected(saved.error()));
        }
    });
}

void TemplatesCard::remove(const OwnTemplate &own)
{
    m_scope.launch(flows::trashRecords(&m_services, Kind::mailTemplate, {own.id}),
                   [this, name = own.name](const Result<store::Change> &changed) {
                       Q_EMIT toast(changed ? tr("The template “%1” is in the trash").arg(name)
                                            : changed.error().text,
                                    changed ? changed->operationId : QString());
                   });
}

} // namespace crema::ui
