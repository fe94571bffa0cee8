// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/findform.h"

#include "ui/common/formrow.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QCheckBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStringListModel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int typingPause = 120; // milliseconds
constexpr int vendorPause = 300; // it allows 60 questions a minute
constexpr int usualPeople = 10;
} // namespace

FindForm::FindForm(int mostPeople, QWidget *parent)
    : QWidget(parent), m_pause(new QTimer(this)), m_mostLocal(mostPeople)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    addProvider(column);
    addFields(column);
    addFoot(column);
    m_pause->setSingleShot(true);
    connect(m_pause, &QTimer::timeout, this, &FindForm::askForCompletions);
    connect(m_search, &QPushButton::clicked, this, &FindForm::submit);
    followState();
}

void FindForm::addProvider(QVBoxLayout *column)
{
    m_provider = new SegmentedControl(tr("Where to look"));
    m_provider->setObjectName(u"findProvider"_s);
    m_provider->addSegment(tr("This computer"));
    m_provider->addSegment(tr("People Data Labs"));
    connect(m_provider, &SegmentedControl::currentChanged, this, [this](int index) { choose(index == 1); });
    column->addWidget(m_provider);
}

void FindForm::addFields(QVBoxLayout *column)
{
    column->addWidget(new FormRow(tr("Title"), makeTitleField()));
    for (const auto &[kind, label, example] :
         {std::tuple(u"company"_s, tr("Company"), tr("any company")),
          std::tuple(u"location"_s, tr("Location"), tr("city, region or country")),
          std::tuple(u"school"_s, tr("School"), tr("alumni of"))}) {
        column->addWidget(new FormRow(label, makeField(kind, label, example)));
    }
    m_limit = new QSpinBox;
    m_limit->setObjectName(u"findLimit"_s);
    m_limit->setRange(1, m_mostLocal);
    m_limit->setValue(usualPeople);
    connect(m_limit, &QSpinBox::valueChanged, this, &FindForm::followState);
    m_limitRow = new FormRow(tr("People at most"), m_limit);
    column->addWidget(m_limitRow);
    m_sample = new QCheckBox(tr("Include the fictional sample people"));
    m_sample->setObjectName(u"findSample"_s);
    m_sample->setChecked(true);
    column->addWidget(m_sample);
    m_known = new QCheckBox(tr("Also people in my contacts (free)"));
    m_known->setObjectName(u"findKnown"_s);
    column->addWidget(m_known);
}

void FindForm::addFoot(QVBoxLayout *column)
{
    m_noKey = new QWidget;
    m_noKey->setObjectName(u"findNoKey"_s);
    auto *inside = new QVBoxLayout(m_noKey);
    inside->setContentsMargins(0, 0, 0, 0);
    QLabel *why = makeLabel(tr("People Data Labs is asked with a key of your own, which you enter once in "
                               "Settings."),
                            TextRole::body, Tone::muted);
    why->setWordWrap(true);
    auto *enter = new QPushButton(icon(Glyph::key), tr("Enter the key…"));
    enter->setObjectName(u"findEnterKey"_s);
    connect(enter, &QPushButton::clicked, this, &FindForm::connectionsRequested);
    inside->addWidget(why);
    inside->addWidget(enter, 0, Qt::AlignLeft);
    m_search = new QPushButton(tr("Search"));
    m_search->setObjectName(u"findSearch"_s);
    setButtonKind(m_search, ButtonKind::primary);
    m_price = makeLabel({}, TextRole::caption, Tone::muted);
    m_price->setObjectName(u"findPrice"_s);
    m_price->setWordWrap(true);
    column->addWidget(m_noKey);
    column->addWidget(m_search);
    column->addWidget(m_price);
}

QWidget *FindForm::makeTitleField()
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::tiny);
    QLineEdit *edit = makeField(u"job_title"_s, tr("Title"), tr("consultant, product manager"));
    m_titleHelp = new QToolButton;
    m_titleHelp->setObjectName(u"findTitleHelp"_s);
    m_titleHelp->setIcon(icon(Glyph::spark));
    m_titleHelp->setToolTip(tr("What firms call this job"));
    m_titleHelp->setAccessibleName(tr("What firms call this job"));
    m_titleHelp->setFocusPolicy(Qt::StrongFocus);
    m_titleHelp->setEnabled(false);
    connect(m_titleHelp, &QToolButton::clicked, this,
            [this, edit] { Q_EMIT titleHelpWanted(edit->text().trimmed()); });
    connect(edit, &QLineEdit::textChanged, m_titleHelp,
            [this](const QString &text) { m_titleHelp->setEnabled(!text.trimmed().isEmpty()); });
    row->addWidget(edit, 1);
    row->addWidget(m_titleHelp);
    both->setFocusProxy(edit);
    return both;
}

QLineEdit *FindForm::makeField(const QString &kind, const QString &label, const QString &example)
{
    Field field {new QLineEdit, new QStringListModel(this)};
    field.edit->setObjectName(u"find_"_s + kind);
    field.edit->setAccessibleName(label);
    field.edit->setPlaceholderText(example);
    field.edit->setClearButtonEnabled(true);
    auto *completer = new QCompleter(field.completions, field.edit);
    completer->setCompletionMode(
            QCompleter::UnfilteredPopupCompletion); // the index has filtered and ranked already
    field.edit->setCompleter(completer);
    connect(field.edit, &QLineEdit::textEdited, this, [this, kind] {
        m_typedKind = kind;
        m_pause->start(isPaid() ? vendorPause : typingPause);
    });
    connect(field.edit, &QLineEdit::returnPressed, this, &FindForm::submit);
    m_fields.insert(kind, field);
    return field.edit;
}

void FindForm::askForCompletions()
{
    const QString text = m_fields[m_typedKind].edit->text().trimmed();
    if (!text.isEmpty()) {
        Q_EMIT completionsWanted(m_typedKind, text, provider());
    }
}

bool FindForm::isPaid() const
{
    return m_provider->current() == 1;
}

QString FindForm::provider() const
{
    return isPaid() ? u"pdl"_s : u"local"_s;
}

QWidget *FindForm::titleButton() const
{
    return m_titleHelp;
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
    criteria.includeKnown = isPaid() && m_known->isChecked();
    return criteria;
}

void FindForm::setCriteria(const Criteria &criteria, const QString &provider)
{
    m_provider->setCurrent(provider == "pdl"_L1 ? 1 : 0);
    choose(isPaid());
    m_fields[u"job_title"_s].edit->setText(criteria.title);
    m_fields[u"company"_s].edit->setText(criteria.company);
    m_fields[u"location"_s].edit->setText(criteria.location);
    m_fields[u"school"_s].edit->setText(criteria.school);
    m_limit->setValue(criteria.limit);
    if (isPaid()) {
        m_known->setChecked(criteria.includeKnown);
    } else {
        m_sample->setChecked(criteria.includeSample);
    }
}

void FindForm::setTitle(const QString &title)
{
    m_fields[u"job_title"_s].edit->setText(title);
    m_fields[u"job_title"_s].edit->setFocus(Qt::OtherFocusReason);
}

void FindForm::choose(bool paid)
{
    if (paid != m_wasPaid) {
        m_wasPaid = paid;
        const int limit = std::exchange(m_otherLimit, m_limit->value());
        const QSignalBlocker quiet(m_limit);
        m_limit->setRange(1, paid ? m_terms.mostPeople : m_mostLocal);
        m_limit->setValue(limit);
    }
    followState();
}

void FindForm::setTerms(const PaidTerms &terms)
{
    m_terms = terms;
    if (isPaid()) {
        const QSignalBlocker quiet(m_limit);
        m_limit->setRange(1, m_terms.mostPeople);
    }
    followState();
}

void FindForm::followState()
{
    const bool paid = isPaid();
    const bool noKey = paid && m_terms.hasKey == false;
    const QString obstacle = paid ? obstacleInWords(m_terms, m_limit->value()) : QString();
    m_sample->setVisible(!paid);
    m_known->setVisible(paid);
    m_noKey->setVisible(noKey);
    m_limitRow->setHint(paid ? limitInWords(m_terms) : QString());
    m_price->setVisible(!noKey);
    setTone(m_price, obstacle.isEmpty() ? Tone::muted : Tone::warn);
    m_price->setText(
            !paid ? tr("Free: looks through your contacts and the sample directory on this computer.")
                    : obstacle.isEmpty() ? priceInWords(m_terms, m_limit->value())
                                         : obstacle);
    m_search->setEnabled(!m_isSearching && (!paid || (m_terms.hasKey == true && obstacle.isEmpty())));
    const QString reason = noKey ? tr("There is no key for People Data Labs yet.") : obstacle;
    m_search->setToolTip(reason);
    m_search->setAccessibleDescription(reason);
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
    m_isSearching = searching;
    followState();
}

void FindForm::begin()
{
    m_fields[u"job_title"_s].edit->setFocus(Qt::OtherFocusReason);
}

void FindForm::submit()
{
    m_pause->stop();
    if (!isPaid() || m_search->isEnabled()) {
        Q_EMIT searchRequested(criteria(), provider());
    }
}

} // namespace crema::ui
