// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/resumecard.h"

#include "base/dates.h"
#include "ui/account/savecopy.h"
#include "ui/common/flowlayout.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int mostRows = 6; // seen at once

QString factsOf(const Resume &resume, bool isDefault)
{
    QStringList words;
    if (isDefault) {
        words << ResumeCard::tr("default: used for emails and preps");
    }
    if (resume.textOrigin == TextOrigin::recognised) {
        words << ResumeCard::tr("read by text recognition, please check");
    }
    if (!resume.corrections.isEmpty()) {
        words << ResumeCard::tr("%n correction(s) by you", nullptr,
                                static_cast<int>(resume.corrections.size()));
    }
    const QDateTime read = fromStoredTime(resume.createdAt).toLocalTime();
    if (read.isValid()) {
        words << ResumeCard::tr("added %1").arg(QLocale().toString(read.date(), QLocale::ShortFormat));
    }
    return words.join(u" · "_s);
}

} // namespace

ResumeCard::ResumeCard(QWidget *parent) : QWidget(parent)
{
    build();
    connect(m_choose, &QPushButton::clicked, this, &ResumeCard::choose);
    connect(m_list, &QListWidget::currentRowChanged, this, &ResumeCard::followChoice);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (const Resume *resume = current()) {
            Q_EMIT openRequested(resume->id);
        }
    });
    show({}, {});
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
    m_hint = makeLabel({}, TextRole::body, Tone::muted);
    m_hint->setObjectName(u"resumeHint"_s);
    m_hint->setWordWrap(true);
    card->body()->addWidget(m_hint);
    m_kept = new QWidget;
    auto *kept = new QVBoxLayout(m_kept);
    kept->setContentsMargins(0, 0, 0, 0);
    kept->setSpacing(gap::small);
    m_list = new QListWidget;
    m_list->setObjectName(u"resumes"_s);
    m_list->setAccessibleName(tr("Resumes"));
    m_list->setToolTip(tr("Enter or a double click opens a resume"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    kept->addWidget(m_list);
    kept->addWidget(buildActions());
    card->body()->addWidget(m_kept);
}

QWidget *ResumeCard::buildActions()
{
    auto *actions = new QWidget;
    auto *row = new FlowLayout(actions);
    const auto button = [&](const QString &name, const QString &words, auto &&run) {
        auto *made = new QPushButton(words);
        made->setObjectName(name);
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    const auto forCurrent = [this](auto signal) {
        return [this, signal] {
            if (const Resume *resume = current()) {
                Q_EMIT(this->*signal)(resume->id);
            }
        };
    };
    auto *open = button(u"resumeOpen"_s, tr("Open and check"), forCurrent(&ResumeCard::openRequested));
    open->setToolTip(tr("The document beside what was read from it"));
    m_makeDefault = button(u"resumeMakeDefault"_s, tr("Make default"),
                           forCurrent(&ResumeCard::defaultRequested));
    button(u"resumeRename"_s, tr("Rename…"), [this] { askName(); });
    button(u"resumeCopy"_s, tr("Save a copy…"), [this] { askCopy(); });
    button(u"resumeRemove"_s, tr("Remove"), forCurrent(&ResumeCard::removeRequested));
    return actions;
}

const Resume *ResumeCard::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_resumes.size() ? &m_resumes[row] : nullptr;
}

void ResumeCard::show(const QVector<Resume> &resumes, const QString &defaultId)
{
    const Resume *chosen = current();
    const QString before = chosen ? chosen->id : QString();
    const bool isNew = !resumes.isEmpty() && !m_resumes.isEmpty() && m_defaultId != defaultId;
    m_resumes = resumes;
    m_defaultId = defaultId;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Resume &resume : resumes) {
            const bool isPdf = resume.mediaType == "application/pdf"_L1;
            auto *item = new QListWidgetItem(icon(isPdf ? Glyph::filePdf : Glyph::file),
                                             resume.name() + u'\n' + factsOf(resume, resume.id == defaultId),
                                             m_list);
            item->setToolTip(resume.fileName);
        }
    }
    // What was just read in or made the default is what one goes on with.
    const QString wanted = isNew || before.isEmpty() ? defaultId : before;
    const auto place = std::ranges::find(m_resumes, wanted, &Resume::id);
    m_list->setCurrentRow(place != m_resumes.end() ? static_cast<int>(place - m_resumes.begin()) : 0);
    const int rows = std::clamp(m_list->count(), 1, mostRows);
    const int rowHeight = m_list->count() > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(rows * rowHeight + 2 * m_list->frameWidth() + gap::small);
    m_kept->setVisible(!resumes.isEmpty());
    m_hint->setText(
            resumes.isEmpty()
                    ? tr("PDF, DOCX or plain text. It stays on this computer; drop it here or choose it.")
                    : tr("Open one to see what was read from it and to put it right."));
    followChoice();
}

void ResumeCard::followChoice()
{
    const Resume *resume = current();
    m_makeDefault->setEnabled(resume && resume->id != m_defaultId);
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

void ResumeCard::askName()
{
    const Resume *resume = current();
    if (!resume) {
        return;
    }
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"resumeNameDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the resume"));
    dialog->setLabelText(tr("Your name for it; left empty, it is the file's (%1):").arg(resume->fileName));
    dialog->setTextValue(resume->name());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id = resume->id](const QString &name) { Q_EMIT renamed(id, name); });
    dialog->open();
}

void ResumeCard::askCopy()
{
    if (const Resume *resume = current()) {
        askWhereToSave(this, *resume,
                       [this, id = resume->id](const QString &path) { Q_EMIT copyRequested(id, path); });
    }
}

} // namespace crema::ui
