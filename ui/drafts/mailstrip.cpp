// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/mailstrip.h"

#include "ui/common/flowlayout.h"
#include "ui/theme/roles.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace crema::ui {

MailStrip::MailStrip(QWidget *parent)
    : QWidget(parent), m_words(makeLabel({})), m_buttons(new QWidget), m_flow(new FlowLayout(m_buttons))
{
    m_words->setObjectName(u"mailLine"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    column->addWidget(m_words);
    column->addWidget(m_buttons);
    hide();
}

void MailStrip::show(const MailLine &line)
{
    setVisible(!line.words.isEmpty());
    if (line == m_line) {
        return; // a button that is being clicked stays
    }
    m_line = line;
    m_words->setText(line.words);
    setTone(m_words, line.tone);
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const MailStep step : line.steps) {
        auto *button = new QPushButton(stepWords(step));
        button->setObjectName(u"mailStep%1"_s.arg(static_cast<int>(step)));
        connect(button, &QPushButton::clicked, this, [this, step] { Q_EMIT chosen(step); });
        m_flow->addWidget(button);
    }
    m_buttons->setVisible(!line.steps.isEmpty());
}

} // namespace crema::ui
