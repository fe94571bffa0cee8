// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/interruptedwork.h"

#include "ui/shell/standingnotices.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {
const QString paidNotice = u"interrupted/paid"_s;
} // namespace

InterruptedWork::InterruptedWork(flows::Services &services, ui::MainWindow &window)
    : m_services(services), m_window(window)
{
}

void InterruptedWork::start()
{
    const auto interrupted = m_services.jobs.interrupted();
    if (!interrupted) {
        tell(u"list"_s, interrupted.error());
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
        m_window.notices().show(paidNotice,
                                {.rank = ui::StandingNotices::Rank::question,
                                 .heading = tr("Paid work was interrupted"),
                                 .text = tr("%n paid job(s) did not finish; they go on only when you say so.",
                                            nullptr, static_cast<int>(m_paid.size())),
                                 .action = tr("Decide…"),
                                 .act = [this] { ask(); }});
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
        m_window.notices().withdraw(paidNotice);
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
    m_scope.launch(m_services.jobs.resume(jobId, m_scope.stopToken()),
                   [this, jobId](Result<store::JobRow> row) {
                       if (!row) {
                           tell(jobId, row.error());
                       }
                   });
}

void InterruptedWork::giveUp(const QString &jobId)
{
    m_scope.launch(m_services.jobs.cancel(jobId), [this, jobId](Result<> done) {
        if (!done) {
            tell(jobId, done.error());
        }
    });
}

void InterruptedWork::tell(const QString &about, const Error &error)
{
    m_window.notices().showError(u"interrupted/"_s + about, error);
}

} // namespace crema::app
