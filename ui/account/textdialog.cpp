// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/textdialog.h"

#include "ui/common/busybar.h"
#include "ui/common/exacttext.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr QSize usualSize(640, 560);

/// "deu" as "Deutsch" or the like; a name that is no language stays.
QString languageName(const QString &code)
{
    const QLocale locale(code.section(u'_', 0, 0));
    const bool known = locale.language() != QLocale::C && locale.language() != QLocale::AnyLanguage;
    return known ? u"%1 (%2)"_s.arg(QLocale::languageToString(locale.language()), code) : code;
}

} // namespace

TextDialog::TextDialog(const QString &fileName, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"resumeTextDialog"_s);
    setWindowTitle(tr("Text of %1").arg(fileName));
    resize(scaled(usualSize.width()), scaled(usualSize.height()));
    build();
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_use->setEnabled(!m_recognising && !m_text->toPlainText().trimmed().isEmpty());
        m_problem->hide();
    });
    connect(m_use, &QPushButton::clicked, this, [this] {
        Q_EMIT textGiven(exactText(*m_text->document()));
        accept();
    });
    connect(m_recognise, &QPushButton::clicked, this,
            [this] { Q_EMIT recognitionRequested(m_languages->currentData().toString()); });
    connect(m_busy, &BusyBar::cancelRequested, this, &TextDialog::cancelRequested);
}

void TextDialog::build()
{
    m_reason = makeLabel(tr("What is read is what stands here."), TextRole::body, Tone::muted);
    m_reason->setObjectName(u"resumeTextReason"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_recognition = buildRecognition();
    m_problem = makeLabel({}, TextRole::body, Tone::bad);
    m_problem->setObjectName(u"resumeTextProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_busy = new BusyBar;
    m_busy->hide();
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"resumeTypedText"_s);
    m_text->setAccessibleName(tr("Text of the resume"));
    m_text->setPlaceholderText(tr("Type or paste the text here, one line of the resume on each line"));
    m_text->setTabChangesFocus(true);
    m_use = new QPushButton(tr("Use this text"));
    m_use->setObjectName(u"resumeUseText"_s);
    m_use->setEnabled(false);
    m_use->setAutoDefault(false);
    setButtonKind(m_use, ButtonKind::primary);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::medium);
    column->setSpacing(gap::medium);
    column->addWidget(m_reason);
    column->addWidget(m_recognition);
    column->addWidget(m_busy);
    column->addWidget(m_problem);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
}

QWidget *TextDialog::buildRecognition()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    m_recognise = new QPushButton(tr("Recognise the text"));
    m_recognise->setObjectName(u"resumeRecognise"_s);
    m_recognise->setToolTip(tr("A program on this computer reads the pages; nothing leaves it"));
    m_recognise->setAutoDefault(false);
    m_languages = new QComboBox;
    m_languages->setObjectName(u"resumeLanguages"_s);
    m_languages->setAccessibleName(tr("Language of the resume"));
    row->addWidget(m_recognise);
    row->addWidget(m_languages);
    row->addStretch(1);
    m_notInstalled = makeLabel(tr("With the program tesseract installed, this computer could read the "
                                  "pages by itself."),
                               TextRole::caption, Tone::muted);
    m_notInstalled->setObjectName(u"resumeNoRecognition"_s);
    m_notInstalled->setWordWrap(true);
    column->addLayout(row);
    column->addWidget(m_notInstalled);
    part->hide();
    return part;
}

void TextDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void TextDialog::setReason(const QString &why)
{
    m_reason->setText(why);
}

void TextDialog::offerRecognition(const QStringList &languages)
{
    m_languages->clear();
    for (const QString &code : languages) {
        m_languages->addItem(languageName(code), code);
    }
    const auto own = languages.indexOf(u"eng"_s);
    m_languages->setCurrentIndex(static_cast<int>(own < 0 ? 0 : own));
    m_recognise->setVisible(!languages.isEmpty());
    m_languages->setVisible(languages.size() > 1);
    m_notInstalled->setVisible(languages.isEmpty());
    m_recognition->show();
}

void TextDialog::setRecognising(bool recognising)
{
    m_recognising = recognising;
    m_recognise->setEnabled(!recognising);
    m_languages->setEnabled(!recognising);
    m_use->setEnabled(!recognising && !m_text->toPlainText().trimmed().isEmpty());
    m_busy->setVisible(recognising);
    if (recognising) {
        m_problem->hide();
        m_busy->setProgress(tr("Drawing the first page"));
    }
}

void TextDialog::setProgress(int done, int total)
{
    m_busy->setProgress(tr("Reading page %1 of %2").arg(done + 1).arg(total),
                        done * 100 / std::max(total, 1));
}

void TextDialog::showError(const QString &what)
{
    m_problem->setText(what);
    m_problem->show();
}

void TextDialog::reject()
{
    if (m_recognising) {
        Q_EMIT cancelRequested();
    }
    QDialog::reject();
}

} // namespace crema::ui
