// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"
#include "ui/common/banner.h"
#include "ui/preps/chatpanel.h"
#include "ui/preps/meetingdialog.h"
#include "ui/preps/preparedialog.h"
#include "ui/preps/prepsview.h"
#include "ui/theme/glyph.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileDialog>
#include <QListView>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace crema::ui {

QAction *PrepsView::pageAction(const QString &name, const QString &text, Glyph glyph,
                               QAction::Priority priority)
{
    auto *action = new QAction(icon(glyph, priority == QAction::HighPriority ? Tone::onAccent : Tone::text),
                               text, this);
    action->setObjectName(u"preps."_s + name);
    action->setPriority(priority);
    addAction(action);
    return action;
}

/// One that acts on the prep that is shown.
QAction *PrepsView::prepAction(const QString &name, const QString &text, Glyph glyph,
                               QAction::Priority priority)
{
    m_prepActions << pageAction(name, text, glyph, priority);
    return m_prepActions.constLast();
}

void PrepsView::addPageActions()
{
    m_new = pageAction(u"new"_s, tr("By LinkedIn profile…"), Glyph::link, QAction::NormalPriority);
    connect(m_new, &QAction::triggered, this, &PrepsView::askForProfile);
    connect(prepAction(u"chat"_s, tr("Start the chat"), Glyph::play, QAction::NormalPriority),
            &QAction::triggered, m_chat, &ChatPanel::startChat);
    connect(prepAction(u"export"_s, tr("Save PDF…"), Glyph::filePdf, QAction::HighPriority),
            &QAction::triggered, this, &PrepsView::exportPdf);
    connect(prepAction(u"open"_s, tr("Open in another program"), Glyph::external, QAction::LowPriority),
            &QAction::triggered, this, &PrepsView::openOutside);
    m_again = prepAction(u"again"_s, tr("Prepare again"), Glyph::refresh, QAction::LowPriority);
    connect(m_again, &QAction::triggered, this, &PrepsView::prepareAgain);
    m_lookUp = prepAction(u"lookUp"_s, tr("Look the profile up"), Glyph::find, QAction::LowPriority);
    m_byModel = prepAction(u"model"_s, tr("Questions by the language model"), Glyph::spark,
                           QAction::LowPriority);
    connect(m_lookUp, &QAction::triggered, this, [this] { deepen(true, false); });
    connect(m_byModel, &QAction::triggered, this, [this] { deepen(false, true); });
    m_join = pageAction(u"join"_s, tr("Save the selected as one PDF…"), Glyph::merge, QAction::LowPriority);
    connect(m_join, &QAction::triggered, this, &PrepsView::exportJoined);
    const auto contactAction = [this](const QString &name, const QString &text, Glyph glyph) {
        m_contactActions << prepAction(name, text, glyph, QAction::LowPriority);
        return m_contactActions.constLast();
    };
    connect(contactAction(u"meeting"_s, tr("Schedule…"), Glyph::calendar), &QAction::triggered, this,
            &PrepsView::askForMeeting);
    connect(contactAction(u"thanks"_s, tr("Write a thank-you"), Glyph::mail), &QAction::triggered, this,
            [this] { Q_EMIT m_presenter.thankYouRequested(m_shown.contactId); });
    connect(contactAction(u"contact"_s, tr("Open contact"), Glyph::person), &QAction::triggered, this,
            [this] { Q_EMIT m_presenter.contactRequested(m_shown.contactId); });
    QAction *remove = prepAction(u"delete"_s, tr("Delete"), Glyph::trash, QAction::LowPriority);
    remove->setShortcut(QKeySequence(QKeySequence::Delete));
    remove->setShortcutContext(Qt::WidgetShortcut); // in the list only: in the notes the key deletes a letter
    m_list->addAction(remove);
    connect(remove, &QAction::triggered, this, [this] {
        m_chat->flush();
        m_presenter.remove(chosenIds());
    });
    connect(&m_presenter, &PrepsPresenter::offered, this, [this](const LookUpOffer &offer) {
        m_offer = offer;
        m_lookUp->setText(tr("Look the profile up (%n credit(s))", nullptr, offer.cost));
        m_byModel->setText(offer.modelCost == 0 ? tr("Questions by the language model (free)")
                                                : tr("Questions by the language model (%n credit(s))",
                                                     nullptr, offer.modelCost));
        showActions();
    });
}

void PrepsView::deepen(bool lookUp, bool model)
{
    m_chat->flush();
    flows::PrepOrder wishes;
    wishes.lookUp = lookUp;
    wishes.model = model;
    m_presenter.deepen(currentId(), wishes);
}

void PrepsView::askForProfile()
{
    auto *dialog = new PrepareDialog(m_presenter, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PrepsView::askForMeeting()
{
    const QString stage = m_presenter.stageAfterMeeting(m_shown.contactId);
    auto *dialog = new MeetingDialog(m_shown.title(), m_presenter.now(), stage, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MeetingDialog::chosen, this, [this, prep = m_shown](flows::MeetingRequest meeting) {
        meeting.contactId = prep.contactId;
        QFileDialog *file = saveDialog(tr("Save the calendar file"),
                                       safeFileName(tr("Coffee chat %1").arg(prep.title())) + u".ics"_s);
        file->setNameFilter(tr("Calendar file (*.ics)"));
        file->setDefaultSuffix(u"ics"_s);
        connect(file, &QFileDialog::fileSelected, this, [this, meeting](const QString &path) {
            flows::MeetingRequest whole = meeting;
            whole.path = path;
            m_presenter.schedule(whole);
        });
        file->open();
    });
    dialog->open();
}

QFileDialog *PrepsView::saveDialog(const QString &title, const QString &fileName)
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setObjectName(u"prepExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (fileName.isEmpty()) {
        dialog->setFileMode(QFileDialog::Directory);
        return dialog;
    }
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(fileName);
    return dialog;
}

void PrepsView::openOutside()
{
    m_chat->flush();
    m_presenter.copyToOpen(currentId(), [this](const QString &path) {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) {
            m_bannerPrep.clear();
            m_bannerAction = [this] { exportPdf(); };
            m_banner->showMessage(Tone::warn, Glyph::warning, tr("No program opened the PDF"),
                                  tr("Save it, and open it from where it is."), tr("Save PDF…"));
        }
    });
}

void PrepsView::exportPdf()
{
    const QStringList ids = chosenIds();
    if (ids.isEmpty()) {
        return;
    }
    m_chat->flush();
    const bool isOne = ids.size() == 1;
    QFileDialog *dialog = isOne ? saveDialog(tr("Save the prep"), flows::prepFileName(m_shown))
                                : saveDialog(tr("Save the selected preps in a folder"), {});
    connect(dialog, &QFileDialog::fileSelected, this, [this, ids, isOne](const QString &path) {
        if (isOne) {
            m_presenter.exportTo(ids.constFirst(), path);
        } else {
            m_presenter.exportMany(ids, path, false);
        }
    });
    dialog->open();
}

void PrepsView::exportJoined()
{
    m_chat->flush();
    QFileDialog *dialog = saveDialog(tr("Save the selected preps as one PDF"),
                                     tr("Coffee chats") + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, ids = chosenIds()](const QString &path) { m_presenter.exportMany(ids, path, true); });
    dialog->open();
}

} // namespace crema::ui
