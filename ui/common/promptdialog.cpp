// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/promptdialog.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr QSize usualSize {680, 560};
} // namespace

PromptDialog::PromptDialog(const QString &words, const QString &prompt, const QStringList &withheld,
                           QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("What the language model is told"));
    setObjectName(u"promptDialog"_s);
    auto *when = makeLabel(words + u' '
                                   + tr("An answer that cannot be used is sent back once, with what is "
                                        "wrong with it."),
                           TextRole::body, Tone::muted);
    when->setWordWrap(true);
    auto *text = new QPlainTextEdit(prompt);
    text->setObjectName(u"promptText"_s);
    text->setAccessibleName(tr("What is sent"));
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *kept = makeLabel(withheld.isEmpty() ? tr("Nothing that is on record is kept back.")
                                              : tr("Kept back: %1").arg(withheld.join(u", "_s)),
                           TextRole::body);
    kept->setObjectName(u"promptWithheld"_s);
    kept->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::medium);
    column->addWidget(when);
    column->addWidget(text, 1);
    column->addWidget(kept);
    column->addWidget(m_buttons);
    resize(scaled(usualSize.width()), scaled(usualSize.height()));
}

void PromptDialog::offerToSend(const QString &words)
{
    QPushButton *send = m_buttons->addButton(words, QDialogButtonBox::AcceptRole);
    send->setObjectName(u"promptSend"_s);
    send->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT sendRequested();
        accept();
    });
}

} // namespace crema::ui
