// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/tryoutdialog.h"

#include "ui/common/busybar.h"
#include "ui/common/errorwords.h"
#include "ui/drafts/draftmarks.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr QSize usualSize {860, 600};
constexpr int listWidth = 240;

QLabel *wrapped(const QString &name, TextRole role)
{
    QLabel *label = makeLabel({}, role);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TryOutDialog::TryOutDialog(flows::Services &services, const flows::WriteOrder &order, QWidget *parent)
    : QDialog(parent), m_services(services), m_order(order)
{
    setObjectName(u"tryOutDialog"_s);
    setWindowTitle(tr("Try writing"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(scaled(usualSize.width()), scaled(usualSize.height()));
    build();
    begin(order);
}

void TryOutDialog::build()
{
    QLabel *words = makeLabel(
            tr("Written to be looked at: nothing is kept before you say so, and nothing is sent."),
            TextRole::body, Tone::muted);
    words->setWordWrap(true);
    m_busy = new BusyBar;
    m_summary = wrapped(u"tryOutSummary"_s, TextRole::body);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_write = buttons->addButton(tr("Keep these emails"), QDialogButtonBox::AcceptRole);
    m_write->setObjectName(u"tryOutWrite"_s);
    m_write->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT keepRequested(m_order, m_run);
        accept();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::medium);
    column->addWidget(words);
    column->addWidget(m_busy);
    column->addWidget(buildResults(), 1);
    column->addWidget(m_summary);
    column->addWidget(buttons);
}

QWidget *TryOutDialog::buildResults()
{
    m_list = new QListWidget;
    m_list->setObjectName(u"tryOutList"_s);
    m_list->setAccessibleName(tr("Emails"));
    m_list->setMinimumWidth(scaled(listWidth));
    connect(m_list, &QListWidget::currentRowChanged, this, &TryOutDialog::showDraft);
    auto *letter = new QWidget;
    auto *column = new QVBoxLayout(letter);
    column->setContentsMargins(gap::medium, 0, 0, 0);
    column->setSpacing(gap::small);
    m_subject = wrapped(u"tryOutSubject"_s, TextRole::strong);
    m_body = new MarkedTextEdit;
    m_body->setObjectName(u"tryOutBody"_s);
    m_body->setAccessibleName(tr("Text of the email"));
    m_body->setReadOnly(true);
    m_findings = wrapped(u"tryOutFindings"_s, TextRole::body);
    column->addWidget(m_subject);
    column->addWidget(m_body, 1);
    column->addWidget(m_findings);
    m_results = new QSplitter;
    m_results->addWidget(m_list);
    m_results->addWidget(letter);
    m_results->setStretchFactor(1, 1);
    m_results->setChildrenCollapsible(false);
    return m_results;
}

void TryOutDialog::begin(const flows::WriteOrder &order)
{
    m_busy->setProgress(tr("Writing"), -1);
    connect(m_busy, &BusyBar::cancelRequested, this, &QDialog::reject);
    const QPointer<TryOutDialog> self(this);
    const auto progress = [self](int done, int total) {
        if (self) {
            self->m_busy->setProgress(tr("Writing %1 of %2").arg(done + 1).arg(total), done * 100 / total);
        }
    };
    m_scope.launch(flows::dryRun(&m_services, order, progress, m_scope.stopToken()),
                   [this](Result<flows::DryRun> run) { showRun(run); });
}

QString TryOutDialog::nameOf(const QString &contactId, const flows::WriteOrder &order) const
{
    if (const auto contact = m_services.reader.contact(contactId)) {
        return contact->name();
    }
    const auto run = m_services.reader.run(order.runId);
    for (const FoundPerson &found : run ? run->people : QVector<FoundPerson>()) {
        if (found.person.id == contactId) {
            return found.person.name();
        }
    }
    return contactId;
}

void TryOutDialog::showRun(const Result<flows::DryRun> &run)
{
    m_busy->hide();
    if (!run) {
        const ErrorWords words = wordsFor(run.error(), QDateTime::currentDateTimeUtc());
        setTone(m_summary, words.tone);
        m_summary->setText((run.error().text + u' ' + words.advice).trimmed());
        return;
    }
    m_run = *run;
    for (const flows::DryDraft &one : m_run.drafts) {
        const QString name = nameOf(one.draft.contactId, m_order);
        m_list->addItem(one.problems.isEmpty() ? name : tr("%1 (held)").arg(name));
    }
    QStringList words {tr("%n email(s) written", nullptr, static_cast<int>(m_run.drafts.size()))};
    for (const flows::Unwritten &left : m_run.unwritten) {
        words << tr("None to %1: %2").arg(nameOf(left.contactId, m_order), left.reason);
    }
    if (const int tokens = m_run.promptTokens + m_run.answerTokens; tokens > 0) {
        words << tr("The model's server counts %1 tokens; its own prices apply.")
                         .arg(QLocale().toString(tokens));
    }
    m_summary->setText(words.join(u'\n'));
    m_write->setEnabled(!m_run.drafts.isEmpty());
    m_list->setCurrentRow(m_run.drafts.isEmpty() ? -1 : 0);
    m_list->setFocus(Qt::OtherFocusReason);
}

void TryOutDialog::showDraft(int row)
{
    if (row < 0 || row >= m_run.drafts.size()) {
        return;
    }
    const flows::DryDraft &one = m_run.drafts[row];
    m_subject->setText(one.draft.subject);
    m_body->setPlainText(one.draft.body);
    m_body->setMarks(one.draft.claims, one.problems);
    QStringList words;
    for (const GateProblem &problem : one.problems) {
        words << problem.text;
    }
    if (!one.note.isEmpty()) {
        words << one.note;
    }
    words.removeDuplicates();
    m_findings->setText(words.isEmpty() ? tr("Ready to send") : words.join(u'\n'));
    setTone(m_findings, one.problems.isEmpty() ? Tone::good : Tone::warn);
}

} // namespace crema::ui
