// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/runhead.h"

#include "base/dates.h"
#include "ui/common/chip.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/flowlayout.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int notesHeight = 64;
}

QString receiptInWords(const store::Receipt &receipt)
{
    if (receipt.charged == 0) {
        return receipt.reserved == 0
                ? RunHead::tr("Free")
                : RunHead::tr("Nothing charged, %n credit(s) given back", nullptr, receipt.released);
    }
    const QString charged = RunHead::tr("Charged %n credit(s)", nullptr, receipt.charged);
    return receipt.released == 0 ? charged
                                 : RunHead::tr("%1, %2 given back").arg(charged).arg(receipt.released);
}

RunHead::RunHead(QWidget *parent)
    : QWidget(parent), m_summary(new ElidedLabel), m_widened(makeLabel({}, TextRole::body, Tone::warn)),
      m_notes(new QPlainTextEdit)
{
    m_summary->setObjectName(u"findSummary"_s);
    setTextRole(m_summary, TextRole::heading);
    m_widened->setObjectName(u"findWidened"_s);
    m_widened->setWordWrap(true);
    m_notes->setObjectName(u"findNotes"_s);
    m_notes->setAccessibleName(tr("Notes on this search"));
    m_notes->setPlaceholderText(tr("Notes on this search"));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(scaled(notesHeight));
    m_notes->installEventFilter(this);
    m_notes->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    column->addWidget(m_summary);
    column->addWidget(buildFacts());
    column->addWidget(m_widened);
    column->addWidget(m_notes);
}

QWidget *RunHead::buildFacts()
{
    auto *facts = new QWidget;
    auto *flow = new FlowLayout(facts);
    m_provider = new Badge;
    m_provider->setObjectName(u"findProviderBadge"_s);
    m_when = makeLabel({}, TextRole::body, Tone::muted);
    m_new = new Badge({}, Tone::good);
    m_new->setObjectName(u"findNew"_s);
    m_new->hide();
    const auto button = [](const QString &name, Glyph glyph) {
        auto *made = new QPushButton(icon(glyph), {});
        made->setObjectName(name);
        setButtonKind(made, ButtonKind::quiet);
        return made;
    };
    m_receipt = button(u"findReceipt"_s, Glyph::credits);
    m_receipt->setToolTip(tr("Open the receipt"));
    m_again = button(u"findAgain"_s, Glyph::refresh);
    m_noteButton = button(u"findAddNote"_s, Glyph::note);
    m_noteButton->setText(tr("Add a note"));
    m_delete = button(u"findDelete"_s, Glyph::trash);
    m_delete->setText(tr("Delete"));
    m_delete->setToolTip(tr("Move this search to the trash"));
    auto *plain = new QWidget; // as high as the buttons beside it
    auto *row = new QHBoxLayout(plain);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_provider, m_when, m_new}) {
        row->addWidget(widget, 0, Qt::AlignVCenter);
    }
    plain->setMinimumHeight(m_delete->sizeHint().height());
    for (QWidget *widget :
         std::initializer_list<QWidget *> {plain, m_receipt, m_again, m_noteButton, m_delete}) {
        flow->addWidget(widget);
    }
    connect(m_receipt, &QPushButton::clicked, this, [this] { Q_EMIT receiptRequested(m_jobId); });
    connect(m_again, &QPushButton::clicked, this, &RunHead::againRequested);
    connect(m_delete, &QPushButton::clicked, this, &RunHead::deleteRequested);
    connect(m_noteButton, &QPushButton::clicked, this, [this] {
        m_notes->show();
        m_noteButton->hide();
        m_notes->setFocus(Qt::OtherFocusReason);
    });
    return facts;
}

void RunHead::showRun(const Run &run, const std::optional<store::Receipt> &receipt)
{
    if (run.id != m_runId) {
        flush();
        m_runId = run.id;
        m_new->setText({});
        m_new->hide();
        m_notes->clear();
    }
    m_isPaid = run.provider == "pdl"_L1;
    m_people = run.criteria.limit;
    m_jobId = receipt ? receipt->jobId : QString();
    m_summary->setText(tr("%n person(s) found: %1", nullptr, static_cast<int>(run.people.size()))
                               .arg(criteriaInWords(run.criteria)));
    m_provider->setText(m_isPaid ? tr("People Data Labs") : tr("This computer"));
    m_when->setText(ageInWords(fromStoredTime(run.createdAt), QDateTime::currentDateTimeUtc()));
    m_receipt->setVisible(receipt.has_value());
    m_receipt->setText(receipt ? receiptInWords(*receipt) : QString());
    m_widened->setText(run.widened.join(u'\n'));
    m_widened->setVisible(!run.widened.isEmpty());
    showNotes(run.notes);
    followState();
}

void RunHead::showNotes(const QString &notes)
{
    if (!m_notes->hasFocus() && m_notes->toPlainText() != notes) {
        m_notes->setPlainText(notes);
    }
    const bool there = !notes.isEmpty() || m_notes->hasFocus();
    m_notes->setVisible(there);
    m_noteButton->setVisible(!there);
}

void RunHead::showComparison(const flows::RunComparison &comparison)
{
    const auto fresh = static_cast<int>(comparison.newPeople.size());
    const auto gone = static_cast<int>(comparison.gonePeople.size());
    m_new->setBadgeTone(fresh > 0 ? Tone::good : Tone::muted);
    m_new->setText(fresh > 0 ? tr("%n new", nullptr, fresh) : tr("Nobody new"));
    const QString earlier = ageInWords(fromStoredTime(comparison.earlierAt), QDateTime::currentDateTimeUtc());
    m_new->setToolTip(
            gone > 0 ? tr("Against the same search %1; %n person(s) of it did not come again", nullptr, gone)
                               .arg(earlier)
                     : tr("Against the same search %1").arg(earlier));
    m_new->setAccessibleName(m_new->text() + u". "_s + m_new->toolTip());
    m_new->show();
}

void RunHead::showTerms(const PaidTerms &terms)
{
    m_terms = terms;
    followState();
}

void RunHead::setSearching(bool searching)
{
    m_isSearching = searching;
    followState();
}

void RunHead::followState()
{
    const int cost = m_isPaid ? m_terms.cost(m_people) : 0;
    m_again->setText(cost > 0 ? tr("Search again, at most %n credit(s)", nullptr, cost) : tr("Search again"));
    const QString obstacle = m_isPaid ? obstacleInWords(m_terms, m_people) : QString();
    const QString noKey = m_isPaid && m_terms.hasKey == false ? tr("There is no key for People Data Labs.")
                                                              : QString();
    m_again->setToolTip(noKey.isEmpty() ? obstacle : noKey);
    m_again->setEnabled(!m_isSearching && obstacle.isEmpty() && noKey.isEmpty());
}

void RunHead::flush()
{
    if (!m_runId.isEmpty() && m_notes->document()->isModified()) {
        m_notes->document()->setModified(false);
        Q_EMIT notesEdited(m_runId, m_notes->toPlainText());
    }
}

bool RunHead::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_notes && event->type() == QEvent::FocusOut) {
        flush();
        const bool empty = m_notes->toPlainText().trimmed().isEmpty();
        m_notes->setVisible(!empty);
        m_noteButton->setVisible(empty);
    }
    return QWidget::eventFilter(watched, event);
}

void RunHead::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace crema::ui
