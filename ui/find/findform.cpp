// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/findform.h"

#include "ui/common/formrow.h"
#include "ui/theme/roles.h"

#include <QCheckBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStringListModel>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int typingPause = 120; // milliseconds
} // namespace

FindForm::FindForm(int mostPeople, QWidget *parent) : QWidget(parent), m_pause(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    addField(u"job_title"_s, tr("Title"), tr("consultant, product manager"));
    addField(u"company"_s, tr("Company"), tr("any company"));
    addField(u"location"_s, tr("Location"), tr("city, region or country"));
    addField(u"school"_s, tr("School"), tr("alumni of"));
    m_limit = new QSpinBox;
    m_limit->setObjectName(u"findLimit"_s);
    m_limit->setRange(1, mostPeople);
    m_limit->setValue(10);
    column->addWidget(new FormRow(tr("People at most"), m_limit));
    m_sample = new QCheckBox(tr("Include the fictional sample people"));
    m_sample->setObjectName(u"findSample"_s);
    m_sample->setChecked(true);
    column->addWidget(m_sample);
    m_search = new QPushButton(tr("Search"));
    m_search->setObjectName(u"findSearch"_s);
    setButtonKind(m_search, ButtonKind::primary);
    column->addWidget(m_search);
    QLabel *price = makeLabel(
            tr("Free: looks through your contacts and the sample directory on this computer."),
            TextRole::caption, Tone::muted);
    price->setWordWrap(true);
    column->addWidget(price);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_pause, &QTimer::timeout, this, [this] {
        const QString text = m_fields[m_typedKind].edit->text().trimmed();
        if (!text.isEmpty()) {
            Q_EMIT completionsWanted(m_typedKind, text);
        }
    });
    connect(m_search, &QPushButton::clicked, this, &FindForm::submit);
}

void FindForm::addField(const QString &kind, const QString &label, const QString &example)
{
    Field field {new QLineEdit, new QStringListModel(this)};
    field.edit->setObjectName(u"find_"_s + kind);
    field.edit->setPlaceholderText(example);
    field.edit->setClearButtonEnabled(true);
    auto *completer = new QCompleter(field.completions, field.edit);
    completer->setCompletionMode(
            QCompleter::UnfilteredPopupCompletion); // the index has filtered and ranked already
    field.edit->setCompleter(completer);
    connect(field.edit, &QLineEdit::textEdited, this, [this, kind] {
        m_typedKind = kind;
        m_pause->start();
    });
    connect(field.edit, &QLineEdit::returnPressed, this, &FindForm::submit);
    m_fields.insert(kind, field);
    layout()->addWidget(new FormRow(label, field.edit));
}

Criteria FindForm::criteria() const
{
    Criteria criteria;
    criteria.title = m_fields[u"job_title"_s].edit->text().trimmed();
    criteria.company = m_fields[u"company"_s].edit->text().trimmed();
    criteria.location = m_fields[u"location"_s].edit->text().trimmed();
    criteria.school = m_fields[u"school"_s].edit->text().trimmed();
    criteria.limit = m_limit->value();
    criteria.includeSample = m_sample->isChecked();
    return criteria;
}

void FindForm::setCriteria(const Criteria &criteria)
{
    m_fields[u"job_title"_s].edit->setText(criteria.title);
    m_fields[u"company"_s].edit->setText(criteria.company);
    m_fields[u"location"_s].edit->setText(criteria.location);
    m_fields[u"school"_s].edit->setText(criteria.school);
    m_limit->setValue(criteria.limit);
    m_sample->setChecked(criteria.includeSample);
}

void FindForm::showCompletions(const QString &kind, const QString &text, const QStringList &completions)
{
    const auto field = m_fields.find(kind);
    if (field == m_fields.end() || field->edit->text().trimmed() != text) {
        return;
    }
    field->completions->setStringList(completions);
    if (field->edit->hasFocus() && !completions.isEmpty()) {
        field->edit->completer()->complete();
    }
}

void FindForm::setSearching(bool searching)
{
    m_search->setEnabled(!searching);
}

void FindForm::begin()
{
    m_fields[u"job_title"_s].edit->setFocus(Qt::OtherFocusReason);
}

void FindForm::submit()
{
    m_pause->stop();
    Q_EMIT searchRequested(criteria());
}

} // namespace crema::ui
