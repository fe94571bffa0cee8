// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/accountpresenter.h"
#include "ui/common/unsavededits.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace crema::ui {

class Banner;
class ProfileForm;
class ReceiptsModel;
class ResumeCard;
class ScrollPage;
class UsageChart;

/// The Account page: who you are, your resume and what was read from it, credits and receipts.
class AccountView final : public QWidget, public UnsavedEdits
{
    Q_OBJECT

public:
    explicit AccountView(AccountPresenter &presenter, QWidget *parent = nullptr);

    /// Reads a file as the resume; what comes of it is shown here.
    void readResume(const QString &path);
    /// Scrolls to credits and receipts.
    void showCredits();
    /// Opens the receipt of a job.
    void showReceipt(const QString &jobId);

    void handOver() override;
    [[nodiscard]] bool awaitsAnswer() const override;
    [[nodiscard]] QVector<UnsavedEdit> refused() const override;
    [[nodiscard]] QVector<UnsavedEdit> underWay() const override;

private:
    void build();
    void connectParts();
    [[nodiscard]] QWidget *buildCredits();
    void takeCredits(const ledger::Credits &credits, const QVector<store::Receipt> &receipts);
    void openReceipt(int row);
    void connectResumes(ResumePresenter &resumes);

    AccountPresenter &m_presenter;
    ReceiptsModel *m_receipts;
    Banner *m_banner = nullptr;
    ProfileForm *m_profile = nullptr;
    ResumeCard *m_resume = nullptr;
    QLabel *m_balance = nullptr;
    QLabel *m_plan = nullptr;
    QLabel *m_noReceipts = nullptr;
    QTableView *m_table = nullptr;
    ScrollPage *m_page = nullptr;
    QWidget *m_credits = nullptr;
    QLabel *m_usage = nullptr;
    UsageChart *m_chart = nullptr;
};

} // namespace crema::ui
