// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/lefttexts.h"

#include "ui/theme/roles.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr QSize usualSize {520, 340};

} // namespace

LeftTexts::LeftTexts(QSettings &settings, const QString &workspace, QWidget &window)
    : m_settings(settings), m_window(window),
      m_key(u"leftUnsaved/"_s + QString::fromLatin1(QUrl::toPercentEncoding(workspace))),
      m_earlier(settings.value(m_key).toStringList())
{
}

void LeftTexts::start()
{
    if (m_earlier.isEmpty()) {
        return;
    }
    const QString all = m_earlier.join(u"\n\n"_s);
    auto *dialog = new QDialog(&m_window);
    dialog->setObjectName(u"leftTexts"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Not saved"));
    auto *words = ui::makeLabel(
            tr("%n text(s) may not have been saved when Crema was ended. Copy what is missing. "
               "Shown at each start until you press \"Done\".",
               nullptr, static_cast<int>(m_earlier.size())));
    words->setWordWrap(true);
    auto *texts = new QPlainTextEdit(all);
    texts->setReadOnly(true);
    texts->setTabChangesFocus(true);
    texts->setAccessibleName(tr("Texts that may not be saved"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("Copy all"), QDialogButtonBox::ActionRole);
    copy->setDefault(true); // Enter must not forget them
    connect(copy, &QPushButton::clicked, dialog, [all] { QGuiApplication::clipboard()->setText(all); });
    connect(buttons->addButton(tr("Done"), QDialogButtonBox::AcceptRole), &QPushButton::clicked, dialog,
            &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, &LeftTexts::forgetEarlier);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(words);
    column->addWidget(texts, 1);
    column->addWidget(buttons);
    dialog->resize(usualSize);
    dialog->open();
}

void LeftTexts::keep(const QStringList &texts)
{
    m_now = texts;
    write();
}

void LeftTexts::forgetEarlier()
{
    m_earlier.clear();
    write();
}

void LeftTexts::write()
{
    const QStringList all = m_earlier + m_now;
    if (all.isEmpty()) {
        m_settings.remove(m_key);
    } else {
        m_settings.setValue(m_key, all);
    }
    m_settings.sync(); // there may be no next turn of the event loop
}

} // namespace crema::app
