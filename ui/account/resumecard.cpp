// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/resumecard.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int lowestReading = 280;

enum Role { isCompany = Qt::UserRole, text, line };

QString numbered(const QString &whole)
{
    QStringList lines = whole.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        lines[i] = QString::number(i + 1) + u'\t' + lines[i];
    }
    return lines.join(u'\n');
}

void addLine(QListWidget *list, const QString &shown, bool company, const ResumeLine &fact)
{
    auto *item = new QListWidgetItem(shown, list);
    item->setData(Role::isCompany, company);
    item->setData(Role::text, fact.text);
    item->setData(Role::line, fact.line);
    item->setToolTip(fact.text);
}

} // namespace

ResumeCard::ResumeCard(QWidget *parent) : QWidget(parent)
{
    build();
    connect(m_choose, &QPushButton::clicked, this, &ResumeCard::choose);
    connect(m_drop, &QPushButton::clicked, this, &ResumeCard::dropCurrent);
    connect(m_facts, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        m_drop->setEnabled(item != nullptr);
        if (item) {
            goToLine(item->data(Role::line).toInt());
        }
    });
}

void ResumeCard::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("Resume"));
    column->addWidget(card);
    m_choose = new QPushButton(tr("Choose a file…"));
    m_choose->setObjectName(u"resumeChoose"_s);
    card->setCorner(m_choose);
    m_title = makeLabel({}, TextRole::body, Tone::muted);
    m_title->setObjectName(u"resumeTitle"_s);
    m_title->setWordWrap(true);
    card->body()->addWidget(m_title);
    m_reading = new QWidget;
    auto *row = new QHBoxLayout(m_reading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::medium);
    auto *left = new QVBoxLayout;
    left->addWidget(makeLabel(tr("What was read from it"), TextRole::strong));
    m_facts = new QListWidget;
    m_facts->setObjectName(u"resumeFacts"_s);
    m_facts->setAccessibleName(tr("What was read from the resume"));
    m_facts->setWordWrap(true);
    m_facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_drop = new QPushButton(tr("This is wrong: remove"));
    m_drop->setObjectName(u"resumeDrop"_s);
    m_drop->setEnabled(false);
    left->addWidget(m_facts, 1);
    left->addWidget(m_drop, 0, Qt::AlignLeft);
    auto *right = new QVBoxLayout;
    right->addWidget(makeLabel(tr("The text, line by line"), TextRole::strong));
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"resumeText"_s);
    m_text->setAccessibleName(tr("Text of the resume"));
    m_text->setReadOnly(true);
    m_text->setTabStopDistance(m_text->fontMetrics().horizontalAdvance(u"0000"_s));
    right->addWidget(m_text, 1);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    card->body()->addWidget(m_reading, 1);
    m_reading->setMinimumHeight(scaled(lowestReading));
    showWhatIsThere();
}

void ResumeCard::showWhatIsThere()
{
    m_reading->setVisible(m_facts->count() > 0 || !m_text->document()->isEmpty());
}

void ResumeCard::showResume(const std::optional<Resume> &resume)
{
    m_title->setText(
            resume ? resume->fileName
                   : tr("PDF, DOCX or plain text. It stays on this computer; drop it here or choose it."));
    const QString shown = resume ? numbered(resume->text) : QString();
    if (m_text->toPlainText() != shown) {
        m_text->setPlainText(shown);
    }
    showWhatIsThere();
}

void ResumeCard::showProfile(const Profile &profile)
{
    const int current = m_facts->currentRow();
    m_facts->clear();
    for (const ResumeLine &company : profile.companies) {
        addLine(m_facts, tr("Employer: %1").arg(company.text), true, company);
    }
    for (const ResumeLine &line : profile.experience) {
        addLine(m_facts, line.text, false, line);
    }
    m_facts->setCurrentRow(std::min(current, m_facts->count() - 1)); // the next one can be removed at once
    showWhatIsThere();
}

void ResumeCard::setReading(bool reading)
{
    m_choose->setEnabled(!reading);
    m_choose->setText(reading ? tr("Reading…") : tr("Choose a file…"));
}

void ResumeCard::choose()
{
    auto *dialog = new QFileDialog(this, tr("Your resume"));
    dialog->setObjectName(u"resumeDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Resumes (*.pdf *.docx *.txt *.md)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ResumeCard::fileChosen);
    dialog->open();
}

void ResumeCard::dropCurrent()
{
    if (const QListWidgetItem *item = m_facts->currentItem()) {
        Q_EMIT lineDropped(item->data(Role::isCompany).toBool(),
                           {item->data(Role::text).toString(), item->data(Role::line).toInt()});
    }
}

void ResumeCard::goToLine(int number)
{
    if (number < 1) {
        return;
    }
    QTextCursor cursor(m_text->document()->findBlockByNumber(number - 1));
    cursor.select(QTextCursor::BlockUnderCursor);
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
}

} // namespace crema::ui
