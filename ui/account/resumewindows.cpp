// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/resumewindows.h"

#include "ui/account/resumedialog.h"
#include "ui/account/savecopy.h"
#include "ui/account/textdialog.h"
#include "ui/common/promptdialog.h"

#include "write/prompt.h"

#include <QInputDialog>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

ResumeWindows::ResumeWindows(ResumePresenter &presenter, QWidget *page)
    : QObject(page), m_presenter(presenter), m_page(page)
{
    connect(&presenter, &ResumePresenter::resumesShown, this, &ResumeWindows::follow);
    connect(&presenter, &ResumePresenter::passwordWanted, this,
            [this](const flows::ResumeOrder &order, const QString &why) {
                askPassword(why, [this, order](const QString &password) {
                    flows::ResumeOrder opened = order;
                    opened.password = password;
                    m_presenter.read(opened);
                });
            });
    connect(&presenter, &ResumePresenter::passwordWantedAgain, this,
            [this](const QString &id, const QString &why) {
                askPassword(why,
                            [this, id](const QString &password) { m_presenter.readAgain(id, password); });
            });
    connect(&presenter, &ResumePresenter::promptRead, this, &ResumeWindows::showPrompt);
    connect(&presenter, &ResumePresenter::textWanted, this, &ResumeWindows::askText);
    connect(&presenter, &ResumePresenter::readIn, this, [this](const QString &id) {
        if (m_text) { // the text of a scan is to be checked
            m_text->accept();
            open(id);
        }
    });
}

void ResumeWindows::open(const QString &id)
{
    const auto resume = std::ranges::find(m_resumes, id, &Resume::id);
    if (resume == m_resumes.end()) {
        return;
    }
    delete m_view;
    m_view = new ResumeDialog(*resume, m_presenter.bytesOf(id).value_or(QByteArray()), m_page);
    m_view->setAttribute(Qt::WA_DeleteOnClose);
    connectView(m_view);
    m_view->open();
}

void ResumeWindows::connectView(ResumeDialog *view)
{
    const QString id = view->resumeId();
    connect(view, &ResumeDialog::corrected, &m_presenter,
            [this, id](const ShownFact &fact, const QString &text) { m_presenter.correct(id, fact, text); });
    connect(view, &ResumeDialog::reverted, &m_presenter,
            [this, id](const ShownFact &fact) { m_presenter.revert(id, fact); });
    connect(view, &ResumeDialog::readAgainRequested, &m_presenter, [this, id] { m_presenter.readAgain(id); });
    connect(view, &ResumeDialog::modelRequested, &m_presenter, [this, id] { m_presenter.readPrompt(id); });
    connect(view, &ResumeDialog::modelStopped, &m_presenter, &ResumePresenter::cancelAsking);
    connect(&m_presenter, &ResumePresenter::asking, view, &ResumeDialog::setAsking);
    view->setAsking(m_presenter.isAsking());
    connect(view, &ResumeDialog::textEdited, &m_presenter,
            [this, id](const QString &text) { m_presenter.setText(id, text); });
    connect(view, &ResumeDialog::saveRequested, this, [this, view] {
        const auto resume = std::ranges::find(m_resumes, view->resumeId(), &Resume::id);
        if (resume != m_resumes.end()) {
            askWhereToSave(view, *resume,
                           [this, id = resume->id](const QString &path) { m_presenter.saveCopy(id, path); });
        }
    });
    connect(&m_presenter, &ResumePresenter::factRefused, view, &ResumeDialog::showRefusal);
    connect(&m_presenter, &ResumePresenter::reading, view, &ResumeDialog::setReading);
    connect(&m_presenter, &ResumePresenter::failed, view, &ResumeDialog::showError);
}

void ResumeWindows::follow(const QVector<Resume> &resumes)
{
    m_resumes = resumes;
    if (!m_view) {
        return;
    }
    const auto resume = std::ranges::find(m_resumes, m_view->resumeId(), &Resume::id);
    if (resume != m_resumes.end()) {
        m_view->show(*resume);
    } else {
        m_view->close(); // its reading was undone, or it was removed elsewhere
    }
}

void ResumeWindows::showPrompt(const QString &id, const flows::ResumePrompt &prompt)
{
    if (!m_view || m_view->resumeId() != id) {
        return;
    }
    const QString words =
            tr("Exactly this is sent to %1 (%2) when you press Send. Each fact of the answer is held "
               "against the text, and only what was not found is filled in.")
                    .arg(llm::nameOf(prompt.server), prompt.server.model);
    auto *dialog = new PromptDialog(words, write::promptInWords(prompt.chat), prompt.withheld, m_view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offerToSend(tr("Send"));
    connect(dialog, &PromptDialog::sendRequested, &m_presenter,
            [this, id, prompt] { m_presenter.askModel(id, prompt); });
    dialog->open();
}

void ResumeWindows::askPassword(const QString &why, const std::function<void(const QString &)> &use)
{
    QWidget *over = m_view ? static_cast<QWidget *>(m_view) : m_page;
    auto *dialog = new QInputDialog(over);
    dialog->setObjectName(u"resumePasswordDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Password of the resume"));
    dialog->setLabelText(why + u"\n\n"_s + tr("The password is used once and not kept."));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, this, use);
    dialog->open();
}

void ResumeWindows::askText(const flows::ResumeOrder &order, const QString &why)
{
    delete m_text;
    m_text = new TextDialog(order.path.section(u'/', -1), m_page);
    m_text->setAttribute(Qt::WA_DeleteOnClose);
    m_text->setReason(why);
    connectText(order);
    m_presenter.askLanguages();
    m_text->open();
}

void ResumeWindows::connectText(const flows::ResumeOrder &order)
{
    connect(&m_presenter, &ResumePresenter::languagesKnown, m_text, &TextDialog::offerRecognition);
    connect(&m_presenter, &ResumePresenter::pagesRead, m_text, &TextDialog::setProgress);
    connect(&m_presenter, &ResumePresenter::reading, m_text, &TextDialog::setRecognising);
    connect(&m_presenter, &ResumePresenter::failed, m_text,
            [this](const Error &error) { m_text->showError(error.text); });
    connect(m_text, &TextDialog::textGiven, this, [this, order](const QString &text) {
        flows::ResumeOrder typed = order;
        typed.typedText = text;
        m_presenter.read(typed);
    });
    connect(m_text, &TextDialog::recognitionRequested, this, [this, order](const QString &languages) {
        flows::ResumeOrder recognised = order;
        recognised.recognise = true;
        recognised.languages = languages;
        m_presenter.read(recognised);
    });
    connect(m_text, &TextDialog::cancelRequested, &m_presenter, &ResumePresenter::cancelReading);
}

} // namespace crema::ui
