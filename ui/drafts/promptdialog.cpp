// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/promptdialog.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr QSize usualSize {680, 560};
} // namespace

PromptDialog::PromptDialog(const flows::PromptPreview &prompt, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("What the language model is told"));
    setObjectName(u"promptDialog"_s);
    const QString first = prompt.ofSentence
            ? tr("Exactly this is sent when the model rewords this sentence, and only then.")
            : tr("Exactly this is sent when the model writes this email, and only then. Greeting, "
                 "signature and addresses are added on this computer.");
    auto *words = makeLabel(first + u' '
                                    + tr("An answer that cannot be used is sent back once, with what is "
                                         "wrong with it."),
                            TextRole::body, Tone::muted);
    words->setWordWrap(true);
    auto *text = new QPlainTextEdit(prompt.text);
    text->setObjectName(u"promptText"_s);
    text->setAccessibleName(tr("What is sent"));
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *kept = makeLabel(prompt.withheld.isEmpty() ? tr("Nothing that is on record is kept back.")
                                                     : tr("Kept back: %1").arg(prompt.withheld.join(u", "_s)),
                           TextRole::body);
    kept->setObjectName(u"promptWithheld"_s);
    kept->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::medium);
    column->addWidget(words);
    column->addWidget(text, 1);
    column->addWidget(kept);
    column->addWidget(buttons);
    resize(scaled(usualSize.width()), scaled(usualSize.height()));
}

} // namespace crema::ui
