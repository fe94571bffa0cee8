// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/templatedialog.h"

#include "async/worker.h"
#include "base/dates.h"
#include "flows/templateflow.h"
#include "ui/common/exacttext.h"
#include "ui/common/formrow.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "write/variablelist.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr std::chrono::milliseconds afterTyping {250};
constexpr int bodyLines = 12;

// Which submenu a variable stands in.
int groupOf(const QString &name)
{
    static const QStringList both {u"sharedSchool"_s,  u"schoolShort"_s,   u"schoolMascot"_s,
                                   u"sharedTown"_s,    u"townSchool"_s,    u"sharedFirm"_s,
                                   u"sharedFirmNow"_s, u"sharedInterest"_s};
    static const QStringList sender {u"graduates"_s, u"graduated"_s, u"classYear"_s, u"interest"_s};
    static const QStringList occasion {u"earlierDate"_s, u"topic"_s, u"resume"_s};
    if (both.contains(name)) {
        return 2;
    }
    if (occasion.contains(name)) {
        return 3;
    }
    return name.startsWith("my"_L1) || sender.contains(name) ? 1 : 0;
}

QLabel *wrapped(const QString &name, TextRole role, Tone tone)
{
    QLabel *label = makeLabel({}, role, tone);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

TemplateDialog::TemplateDialog(flows::Services &services, OwnTemplate own, QWidget *parent)
    : QDialog(parent), m_services(services), m_own(std::move(own)), m_pause(new QTimer(this))
{
    setWindowTitle(m_own.id.isEmpty() ? tr("New template") : tr("Edit template"));
    setObjectName(u"templateDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    if (auto writer = write::TemplateWriter::create()) {
        m_writer.emplace(std::move(*writer));
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(gap::large);
    sides->addWidget(makeFields(), 3);
    sides->addWidget(makePreview(), 2);
    column->addLayout(sides, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(u"template.save"_s);
    setButtonKind(m_save, ButtonKind::primary);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &TemplateDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &TemplateDialog::reject);
    m_pause->setSingleShot(true);
    m_pause->setInterval(afterTyping);
    connect(m_pause, &QTimer::timeout, this, &TemplateDialog::showPreview);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 36);
    m_shown = current();
    check();
    showPreview();
    readOthers();
}

/// Once, and not in the way of typing: there may be ten thousand.
void TemplateDialog::readOthers()
{
    m_scope.launch(runOnWorker(flows::DraftsBeside::readAt, m_services.workspace.databasePath()),
                   [this](Result<flows::DraftsBeside> beside) {
                       if (beside) {
                           m_beside = std::move(*beside);
                           showPreview();
                       }
                   });
}

QWidget *TemplateDialog::makeFields()
{
    m_name = new QLineEdit(m_own.name);
    m_name->setObjectName(u"template.name"_s);
    m_kind = new QComboBox;
    m_kind->setObjectName(u"template.kind"_s);
    m_kind->addItem(tr("First email"), u"first"_s);
    m_kind->addItem(tr("Follow-up"), u"follow_up"_s);
    m_kind->addItem(tr("Thank-you"), u"thank_you"_s);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(m_own.kind)));
    m_subject = new QLineEdit(m_own.subject);
    m_subject->setObjectName(u"template.subject"_s);
    m_body = new QPlainTextEdit(m_own.body);
    m_body->setObjectName(u"template.body"_s);
    m_body->setTabChangesFocus(true);
    m_body->setMinimumHeight(m_body->fontMetrics().height() * bodyLines);
    auto *variables = new QPushButton(tr("Insert a variable"));
    variables->setObjectName(u"template.variables"_s);
    variables->setMenu(makeVariables());
    m_problems = wrapped(u"template.problems"_s, TextRole::body, Tone::bad);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *head = new QHBoxLayout;
    head->addWidget(new FormRow(tr("Name"), m_name), 1);
    head->addWidget(new FormRow(tr("For"), m_kind));
    column->addLayout(head);
    column->addWidget(new FormRow(tr("Subject"), m_subject));
    column->addWidget(
            new FormRow(tr("Text"), m_body,
                        tr("Greeting, sign-off and signature are added. {{#city}}…{{/city}} stands only "
                           "where the town is known.")),
            1);
    column->addWidget(variables, 0, Qt::AlignLeft);
    column->addWidget(m_problems);
    for (QLineEdit *line : {m_name, m_subject}) {
        connect(line, &QLineEdit::textEdited, this, &TemplateDialog::check);
    }
    connect(m_kind, &QComboBox::activated, this, &TemplateDialog::check);
    connect(m_body, &QPlainTextEdit::textChanged, this, &TemplateDialog::check);
    m_subject->installEventFilter(this);
    m_body->installEventFilter(this);
    return side;
}

bool TemplateDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && (watched == m_subject || watched == m_body)) {
        m_inSubject = watched == m_subject;
    }
    return QDialog::eventFilter(watched, event);
}

QWidget *TemplateDialog::makePreview()
{
    m_contact = new QLineEdit;
    m_contact->setObjectName(u"template.contact"_s);
    m_contact->setPlaceholderText(tr("A name; the first contact when empty"));
    m_preview = wrapped(u"template.preview"_s, TextRole::body, Tone::text);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_findings = wrapped(u"template.findings"_s, TextRole::body, Tone::warn);
    auto *paper = new QWidget;
    auto *lines = new QVBoxLayout(paper);
    lines->setSpacing(gap::medium);
    lines->addWidget(m_findings);
    lines->addWidget(m_preview);
    lines->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(paper);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FormRow(tr("Preview for"), m_contact));
    column->addWidget(scroll, 1);
    connect(m_contact, &QLineEdit::textEdited, this, [this] { m_pause->start(); });
    return side;
}

QMenu *TemplateDialog::makeVariables()
{
    auto *menu = new QMenu(this);
    const QVector<QMenu *> groups {menu->addMenu(tr("The recipient")), menu->addMenu(tr("You")),
                                   menu->addMenu(tr("Both of you")), menu->addMenu(tr("The occasion"))};
    for (const write::VariableInfo &variable : write::variableList()) {
        const QString text = u"{{%1}}"_s.arg(variable.name);
        QAction *action = groups[groupOf(variable.name)]->addAction(text + u"   "_s + variable.meaning);
        connect(action, &QAction::triggered, this, [this, text] { insert(text); });
    }
    return menu;
}

void TemplateDialog::insert(const QString &text)
{
    if (m_inSubject) {
        m_subject->insert(text);
        m_subject->setFocus();
    } else {
        m_body->insertPlainText(text);
        m_body->setFocus();
    }
    check();
}

OwnTemplate TemplateDialog::current() const
{
    OwnTemplate own = m_own;
    own.name = m_name->text();
    own.kind = m_kind->currentData().toString();
    own.subject = m_subject->text();
    own.body = exactText(*m_body->document());
    return own;
}

void TemplateDialog::check()
{
    const auto problems = write::problemsOf(current());
    QStringList texts;
    QList<QTextEdit::ExtraSelection> marks;
    for (const write::OwnProblem &problem : problems) {
        // What is not filled in yet is no mistake to point at.
        texts += problem.line > 0 ? QStringList {problem.text} : QStringList();
        if (!problem.inSubject && problem.length > 0) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_body->document());
            mark.cursor.setPosition(static_cast<int>(problem.start));
            mark.cursor.setPosition(static_cast<int>(problem.start + problem.length),
                                    QTextCursor::KeepAnchor);
            mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            mark.format.setUnderlineColor(palette().color(QPalette::Highlight));
            marks << mark;
        }
    }
    m_body->setExtraSelections(marks);
    m_problems->setText(texts.join(u'\n'));
    m_problems->setVisible(!texts.isEmpty());
    m_save->setEnabled(problems.isEmpty() && !m_isSaving);
    m_pause->start();
}

void TemplateDialog::showPreview()
{
    store::ContactQuery query;
    query.text = m_contact->text();
    const auto rows = m_services.reader.contactPage(query, 1, 0);
    m_findings->hide();
    if (!rows || rows->isEmpty()) {
        m_preview->setText(rows ? tr("No contact has this name.") : rows.error().text);
        return;
    }
    if (!m_writer) {
        m_preview->setText(tr("The program's own templates cannot be read."));
        return;
    }
    const store::ContactRow &row = rows->constFirst();
    const auto draft = flows::previewOf(m_services.reader, *m_writer, current(), row.id,
                                        toStoredTime(m_services.clock.now()));
    if (draft) {
        showDraft(*draft, row.name);
        return;
    }
    m_preview->setText(write::problemsOf(current()).isEmpty()
                               ? draft.error().text
                               : tr("The email shows here when the template is complete."));
}

void TemplateDialog::showDraft(const Draft &draft, const QString &contactName)
{
    m_preview->setText(tr("To %1\n%2").arg(contactName, draft.subject) + u"\n\n"_s + draft.body);
    const auto problems = m_beside ? m_beside->problemsOf(m_services.reader, m_services.knowledge, draft)
                                   : Result<QVector<GateProblem>>();
    QStringList texts;
    for (const GateProblem &problem : problems ? *problems : QVector<GateProblem>()) {
        const QString words = (problem.inSubject ? draft.subject : draft.body)
                                      .mid(problem.start, problem.length);
        texts << u"• "_s + problem.text + (words.isEmpty() ? QString() : u" (“%1”)"_s.arg(words));
    }
    m_findings->setText(texts.join(u'\n'));
    m_findings->setVisible(!texts.isEmpty());
}

void TemplateDialog::submit()
{
    if (m_isSaving) {
        return; // a second click does not make a second template
    }
    m_isSaving = true;
    m_save->setEnabled(false);
    Q_EMIT submitted(m_own, current());
}

void TemplateDialog::reject()
{
    if (m_isSaving) {
        return; // the answer closes it, or says why not
    }
    if (current() == m_shown) {
        QDialog::reject();
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Discard what you wrote?"),
                                     tr("The template was changed and is not saved."), QMessageBox::NoButton,
                                     this);
    question->setObjectName(u"templateDiscard"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *discard = question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    discard->setObjectName(u"templateDiscardYes"_s);
    QPushButton *stay = question->addButton(tr("Go on writing"), QMessageBox::RejectRole);
    stay->setObjectName(u"templateDiscardNo"_s);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(discard, &QAbstractButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

void TemplateDialog::answer(const Result<> &result)
{
    m_isSaving = false;
    if (result) {
        accept();
        return;
    }
    check();
    m_problems->setText(result.error().text);
    m_problems->show();
}

} // namespace crema::ui
