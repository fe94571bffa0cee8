// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/accountview.h"

#include "base/dates.h"
#include "ui/account/profileform.h"
#include "ui/account/receiptdialog.h"
#include "ui/account/receiptsmodel.h"
#include "ui/account/resumecard.h"
#include "ui/account/resumewindows.h"
#include "ui/account/usagechart.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/scrollpage.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int whenWidth = 158; // a date with its time
constexpr int widest = 120; // characters
constexpr int usageDays = 30;
} // namespace

AccountView::AccountView(AccountPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_receipts(new ReceiptsModel(this))
{
    build();
    connectParts();
    m_presenter.load();
}

void AccountView::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_page = new ScrollPage(widest);
    m_banner = new Banner;
    auto *you = new Card(tr("About you"));
    QLabel *why = makeLabel(tr("Emails and preps say only what stands here or in your resume."),
                            TextRole::body, Tone::muted);
    why->setWordWrap(true);
    m_profile = new ProfileForm;
    you->body()->addWidget(why);
    you->body()->addWidget(m_profile);
    m_resume = new ResumeCard;
    m_credits = buildCredits();
    m_page->body()->addWidget(m_banner);
    m_page->body()->addWidget(you);
    m_page->body()->addWidget(m_resume);
    m_page->body()->addWidget(m_credits);
    m_page->body()->addStretch(1);
    outer->addWidget(m_page);
}

QWidget *AccountView::buildCredits()
{
    auto *card = new Card(tr("Credits"));
    m_balance = makeLabel({}, TextRole::display);
    m_balance->setObjectName(u"creditBalance"_s);
    m_plan = makeLabel({}, TextRole::body, Tone::muted);
    m_plan->setWordWrap(true);
    m_table = new QTableView;
    m_table->setObjectName(u"receipts"_s);
    m_table->setAccessibleName(tr("Receipts"));
    m_table->setModel(m_receipts);
    setUpTable(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->setColumnWidth(0, scaled(whenWidth));
    m_table->setMinimumHeight(scaled(220));
    m_noReceipts = makeLabel(
            tr("No receipts yet. Every search, batch of emails and prep leaves one here, also "
               "when it cost nothing."),
            TextRole::body, Tone::muted);
    m_noReceipts->setObjectName(u"noReceipts"_s);
    m_noReceipts->setWordWrap(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setToolTip(tr("Enter or a double click opens a receipt"));
    m_usage = makeLabel({}, TextRole::strong);
    m_usage->setObjectName(u"usageTotal"_s);
    m_usage->setWordWrap(true);
    m_chart = new UsageChart;
    card->body()->addWidget(m_balance);
    card->body()->addWidget(m_plan);
    card->body()->addSpacing(gap::small);
    card->body()->addWidget(m_usage);
    card->body()->addWidget(m_chart);
    card->body()->addSpacing(gap::small);
    card->body()->addWidget(m_noReceipts);
    card->body()->addWidget(m_table);
    return card;
}

void AccountView::readResume(const QString &path)
{
    m_banner->clear();
    flows::ResumeOrder order;
    order.path = path;
    m_presenter.resumes().read(order);
}

void AccountView::connectParts()
{
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { openReceipt(index.row()); });
    connect(m_profile, &ProfileForm::fieldEdited, &m_presenter, &AccountPresenter::setField);
    connect(m_resume, &ResumeCard::fileChosen, this, &AccountView::readResume);
    connect(&m_presenter, &AccountPresenter::profileShown, m_profile, &ProfileForm::show);
    connect(&m_presenter, &AccountPresenter::fieldRefused, m_profile, &ProfileForm::showRefusal);
    connect(&m_presenter, &AccountPresenter::creditsShown, this, &AccountView::takeCredits);
    connect(&m_presenter, &AccountPresenter::failed, m_banner, &Banner::showError);
    connectResumes(m_presenter.resumes());
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        m_profile->retryRefused();
        m_presenter.load();
    });
}

void AccountView::connectResumes(ResumePresenter &resumes)
{
    auto *windows = new ResumeWindows(resumes, this);
    connect(&resumes, &ResumePresenter::resumesShown, m_resume,
            qOverload<const QVector<Resume> &, const QString &>(&ResumeCard::show));
    connect(&resumes, &ResumePresenter::reading, m_resume, &ResumeCard::setReading);
    connect(m_resume, &ResumeCard::openRequested, windows, &ResumeWindows::open);
    connect(m_resume, &ResumeCard::defaultRequested, &resumes, &ResumePresenter::makeDefault);
    connect(m_resume, &ResumeCard::renamed, &resumes, &ResumePresenter::rename);
    connect(m_resume, &ResumeCard::copyRequested, &resumes, &ResumePresenter::saveCopy);
    connect(m_resume, &ResumeCard::removeRequested, &resumes, &ResumePresenter::remove);
}

void AccountView::takeCredits(const ledger::Credits &credits, const QVector<store::Receipt> &receipts)
{
    m_balance->setText(tr("%1 of %2").arg(credits.balance).arg(credits.max));
    const QString plan = credits.plan == Plan::pro ? tr("Pro plan.") : tr("Free plan.");
    const QString reset = credits.resetsAt.isEmpty()
            ? QString()
            : tr(" Full again on %1.")
                      .arg(QLocale().toString(fromStoredTime(credits.resetsAt).toLocalTime().date(),
                                              QLocale::LongFormat));
    m_plan->setText(plan + reset
                    + tr(" Searching, writing and preparing from data on this computer costs nothing."));
    m_receipts->show(receipts);
    const QVector<UsageDay> days = usageOf(receipts, m_presenter.today(), usageDays);
    int used = 0;
    for (const UsageDay &day : days) {
        used += day.credits;
    }
    m_chart->show(days);
    m_chart->setVisible(used > 0);
    m_usage->setText(used > 0 ? tr("%n credit(s) charged in the last %1 days", nullptr, used).arg(usageDays)
                              : tr("Nothing was charged in the last %1 days.").arg(usageDays));
    m_noReceipts->setVisible(receipts.isEmpty());
    m_table->setVisible(!receipts.isEmpty());
}

void AccountView::handOver()
{
    m_profile->flush();
}

bool AccountView::awaitsAnswer() const
{
    return m_profile->awaitsAnswer();
}

QVector<UnsavedEdit> AccountView::refused() const
{
    return m_profile->refused();
}

QVector<UnsavedEdit> AccountView::underWay() const
{
    return m_profile->underWay();
}

void AccountView::showCredits()
{
    // Once more when the page has taken its height: one just made has none yet.
    const auto scroll = [this] {
        m_page->verticalScrollBar()->setValue(m_credits->mapTo(m_page->widget(), QPoint()).y());
    };
    scroll();
    QTimer::singleShot(0, this, scroll);
}

void AccountView::showReceipt(const QString &jobId)
{
    const int row = m_receipts->rowOf(jobId);
    if (row < 0) {
        return;
    }
    showCredits();
    m_table->setCurrentIndex(m_receipts->index(row, 0));
    m_table->setFocus(Qt::OtherFocusReason);
    openReceipt(row);
}

void AccountView::openReceipt(int row)
{
    const store::Receipt &receipt = m_receipts->at(row);
    auto *dialog = new ReceiptDialog(receipt, m_presenter.resultOf(receipt.jobId), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace crema::ui
