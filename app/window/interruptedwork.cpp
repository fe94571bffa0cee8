// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/interruptedwork.h"

#include "ui/common/banner.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace crema::app {

InterruptedWork::InterruptedWork(flows::Services &services, ui::MainWindow &window)
    : m_services(services), m_window(window)
{
    connect(&m_window.banner(), &ui::Banner::actionClicked, this, [this] {
        if (m_asks && !m_paid.isEmpty()) {
            ask();
        }
    });
    connect(&m_window.banner(), &ui::Banner::dismissed, this, [this] { m_asks = false; });
}

void InterruptedWork::start()
{
    const auto interrupted = m_services.jobs.interrupted();
    if (!interrupted) {
        tell(interrupted.error());
        return;
    }
    for (const store::JobRow &job : *interrupted) {
        if (job.paid) {
            m_paid << job;
        } else {
            goOn(job.id);
        }
    }
    if (!m_paid.isEmpty()) {
        m_asks = true;
        m_window.banner().showMessage(ui::Tone::warn, ui::Glyph::warning, tr("Paid work was interrupted"),
                                      tr("%n paid job(s) did not finish; they go on only when you say so.",
                                         nullptr, static_cast<int>(m_paid.size())),
                                      tr("Decide…"));
    }
}

void InterruptedWork::ask()
{
    QStringList titles;
    for (const store::JobRow &job : std::as_const(m_paid)) {
        titles << job.title;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Paid work was interrupted"), titles.join(u'\n'),
                                QMessageBox::NoButton, &m_window);
    box->setObjectName(u"interruptedQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
            tr("Going on costs no more than was set aside; what was delivered already is not paid "
               "twice. Giving up brings the credits back."));
    QPushButton *goingOn = box->addButton(tr("Go on"), QMessageBox::AcceptRole);
    QPushButton *givingUp = box->addButton(tr("Give up"), QMessageBox::DestructiveRole);
    box->addButton(tr("Later"), QMessageBox::RejectRole);
    const auto each = [this](void (InterruptedWork::*decide)(const QString &)) {
        m_window.banner().clear();
        for (const store::JobRow &job : std::exchange(m_paid, {})) {
            (this->*decide)(job.id);
        }
    };
    connect(goingOn, &QPushButton::clicked, this, [each] { each(&InterruptedWork::goOn); });
    connect(givingUp, &QPushButton::clicked, this, [each] { each(&InterruptedWork::giveUp); });
    box->open();
}

void InterruptedWork::goOn(const QString &jobId)
{
    m_scope.launch(m_services.jobs.resume(jobId, m_scope.stopToken()), [this](Result<store::JobRow> row) {
        if (!row) {
            tell(row.error());
        }
    });
}

void InterruptedWork::giveUp(const QString &jobId)
{
    m_scope.launch(m_services.jobs.cancel(jobId), [this](Result<> done) {
        if (!done) {
            tell(done.error());
        }
    });
}

void InterruptedWork::tell(const Error &error)
{
    m_window.banner().showError(error);
}

} // namespace crema::app
