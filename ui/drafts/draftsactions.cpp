// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the Drafts page: what is done with an email, and going through a batch of them.
#include "ui/common/promptdialog.h"
#include "ui/drafts/drafteditor.h"
#include "ui/drafts/draftsview.h"
#include "ui/drafts/topicquestion.h"
#include "ui/shell/actionregistry.h"
#include "ui/theme/glyph.h"

#include <QAction>
#include <QFileDialog>
#include <QListView>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace crema::ui {

QAction *DraftsView::pageAction(const ActionSpec &spec)
{
    ActionSpec own = spec;
    own.id = u"drafts."_s + spec.id;
    QAction *action = m_registry != nullptr ? m_registry->add(own)
                                            : new QAction(icon(spec.glyph), spec.text, this);
    action->setObjectName(own.id);
    action->setShortcut(spec.shortcut);
    addAction(action);
    m_draftActions << action;
    return action;
}

void DraftsView::addPageActions()
{
    ActionSpec copy {u"copy"_s, tr("Copy text"), Glyph::copy};
    copy.paletteText = tr("Copy the email's text");
    connect(pageAction(copy), &QAction::triggered, this, [this] {
        m_editor->flush();
        m_presenter.copyText(currentId());
    });
    ActionSpec files {u"export"_s, tr("Save as files…"), Glyph::exportFile};
    files.paletteText = tr("Save the selected emails as files…");
    connect(pageAction(files), &QAction::triggered, this, &DraftsView::exportFiles);
    ActionSpec opening {u"open"_s, tr("Open in mail program"), Glyph::external,
                        QKeySequence(Qt::CTRL | Qt::Key_Return)};
    opening.paletteText = tr("Open the email in the mail program");
    QAction *open = pageAction(opening);
    open->setIcon(icon(Glyph::external, Tone::onAccent));
    open->setPriority(QAction::HighPriority);
    connect(open, &QAction::triggered, this, [this] {
        m_editor->flush();
        m_presenter.openInMailProgram(currentId());
    });
    ActionSpec removing {u"delete"_s, tr("Delete"), Glyph::trash, QKeySequence(QKeySequence::Delete)};
    removing.paletteText = tr("Delete the selected emails");
    QAction *remove = pageAction(removing);
    remove->setPriority(QAction::LowPriority);
    remove->setShortcutContext(Qt::WidgetShortcut); // in the list only: in the text the key deletes a letter
    m_list->addAction(remove);
    connect(remove, &QAction::triggered, this, [this] {
        m_editor->flush();
        m_presenter.remove(chosenIds());
    });
}

void DraftsView::addPersonActions()
{
    const auto write = [this](const QString &kind) {
        const auto draft = m_presenter.draft(currentId());
        if (draft) {
            m_editor->flush();
            writeAfterQuestions(this, m_presenter, {draft->contactId}, kind);
        }
    };
    const std::tuple<QString, QString, QString> kinds[] {
            {u"followUp"_s, tr("Write a follow-up"), u"follow_up"_s},
            {u"thanks"_s, tr("Write a thank-you"), u"thank_you"_s}};
    for (const auto &[name, text, kind] : kinds) {
        QAction *action = pageAction({name, text, Glyph::edit});
        action->setPriority(QAction::LowPriority);
        connect(action, &QAction::triggered, this, [write, own = kind] { write(own); });
    }
}

/// What concerns the text stands under it, not in the page's header.
void DraftsView::addEditorActions()
{
    const auto make = [this](const QString &name, const QString &text, Glyph glyph, const QString &tip,
                             int key, const auto &then) {
        ActionSpec spec {name, text, glyph, QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(key))};
        spec.paletteText = tip;
        QAction *action = pageAction(spec);
        action->setToolTip(tip);
        action->setPriority(QAction::LowPriority);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    QAction *another = make(u"another"_s, tr("Reword"), Glyph::refresh,
                            tr("Write the email anew; this text stays among the versions"), Qt::Key_W,
                            [this] {
                                m_editor->flush();
                                m_presenter.writeAnother(currentId());
                            });
    QAction *versions = make(u"versions"_s, tr("Versions…"), Glyph::clock,
                             tr("Show and restore earlier texts of the email"), Qt::Key_H,
                             [this] { m_editor->openVersions(); });
    QAction *preview = make(u"preview"_s, tr("Preview…"), Glyph::eye,
                            tr("Show the email as its recipient sees it"), Qt::Key_P,
                            [this] { m_editor->openPreview(); });
    ActionSpec telling {u"prompt"_s, tr("What a language model is told…"), Glyph::eye};
    QAction *prompt = pageAction(telling);
    prompt->setPriority(QAction::LowPriority);
    connect(prompt, &QAction::triggered, this, [this] {
        m_editor->flush();
        m_presenter.readPrompt(currentId());
    });
    connect(&m_presenter, &DraftsPresenter::promptRead, this, &DraftsView::showPrompt);
    m_editor->addTools({another, versions, preview});
}

void DraftsView::showPrompt(const flows::PromptPreview &prompt)
{
    const QString words = prompt.ofSentence
            ? tr("Exactly this is sent when the model rewords this sentence, and only then.")
            : tr("Exactly this is sent when the model writes this email, and only then. Greeting, "
                 "signature and addresses are added on this computer.");
    auto *dialog = new PromptDialog(words, prompt.text, prompt.withheld, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DraftsView::addReviewActions()
{
    const auto make = [this](const QString &name, const QString &text, Glyph glyph, const QKeySequence &keys,
                             const QString &inPalette) {
        ActionSpec spec {name, text, glyph, keys};
        spec.paletteText = inPalette;
        QAction *action = pageAction(spec);
        action->setPriority(QAction::LowPriority);
        return action;
    };
    m_previous = make(u"previous"_s, tr("Previous email"), Glyph::chevronLeft,
                      QKeySequence(Qt::ALT | Qt::Key_Up), {});
    m_next = make(u"next"_s, tr("Next email"), Glyph::chevronRight, QKeySequence(Qt::ALT | Qt::Key_Down), {});
    m_skip = make(u"skip"_s, tr("Skip"), Glyph::none, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
                  tr("Skip to the next email that is not reviewed"));
    m_accept = make(u"accept"_s, tr("Accept"), Glyph::check,
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), tr("Accept this email and go on"));
    m_skip->setToolTip(tr("To the next one that is not reviewed"));
    ActionSpec accepted {u"exportAccepted"_s, tr("Save the accepted as files…"), Glyph::exportFile};
    m_exportAccepted = pageAction(accepted);
    m_exportAccepted->setPriority(QAction::LowPriority);
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_skip, &QAction::triggered, this, &DraftsView::skip);
    connect(m_accept, &QAction::triggered, this, &DraftsView::accept);
    connect(m_exportAccepted, &QAction::triggered, this, [this] {
        m_editor->flush();
        chooseFolder([this](const QString &folder) { m_presenter.exportAccepted(folder); });
    });
}

void DraftsView::connectReview()
{
    connect(m_unreviewed, &QPushButton::toggled, &m_presenter, &DraftsPresenter::setUnreviewedOnly);
    connect(&m_presenter, &DraftsPresenter::reviewed, this, [this](const QStringList &, bool accepted) {
        const QString following = std::exchange(m_following, {});
        if (accepted && !following.isEmpty()) {
            openDraft(following);
        }
    });
}

void DraftsView::step(int by)
{
    const int row = m_list->currentIndex().row() + by;
    if (row >= 0 && row < m_model->rowCount()) {
        m_list->setCurrentIndex(m_model->index(row));
    }
}

/// The next open draft behind a row, around the end, that is not accepted; -1 when there is none but this.
int DraftsView::nextUnreviewed(int after) const
{
    const int rows = m_model->rowCount();
    for (int i = 1; i < rows; ++i) {
        const QModelIndex index = m_model->index((after + i) % rows);
        const bool reviewed = index.data(static_cast<int>(DraftListModel::Role::reviewed)).toBool();
        if (!reviewed && index.data(static_cast<int>(DraftListModel::Role::state)).toString() == "draft"_L1) {
            return index.row();
        }
    }
    return -1;
}

void DraftsView::skip()
{
    const int row = nextUnreviewed(m_list->currentIndex().row());
    if (row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
    }
}

void DraftsView::accept()
{
    m_editor->flush();
    const QModelIndex current = m_list->currentIndex();
    const bool isReviewed = current.data(static_cast<int>(DraftListModel::Role::reviewed)).toBool();
    const int next = isReviewed ? -1 : nextUnreviewed(current.row());
    m_following = next < 0 ? QString()
                           : m_model->index(next).data(static_cast<int>(DraftListModel::Role::id)).toString();
    m_presenter.review({currentId()}, !isReviewed);
}

void DraftsView::chooseFolder(const std::function<void(const QString &folder)> &then)
{
    auto *dialog = new QFileDialog(this, tr("Folder for the email files"));
    dialog->setObjectName(u"draftExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    connect(dialog, &QFileDialog::fileSelected, this, then);
    dialog->open();
}

void DraftsView::exportFiles()
{
    m_editor->flush();
    chooseFolder([this, ids = chosenIds()](const QString &folder) { m_presenter.exportTo(ids, folder); });
}

} // namespace crema::ui
