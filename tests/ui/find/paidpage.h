// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/credits.h"
#include "support/spin.h"
#include "ui/find/findview.h"
#include "ui/support/workdesk.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

namespace crema::test {

using namespace Qt::StringLiterals;

constexpr auto keyVariable = "PEOPLE_DATA_LABS_API_KEY";

/// A shown Find page whose vendor is at this address.
struct PaidFindPage
{
    QUrl vendorUrl;
    WorkDesk desk;
    std::unique_ptr<ui::FindPresenter> presenter;
    ui::FindView *view = nullptr;

    explicit PaidFindPage(QUrl url) : vendorUrl(std::move(url)) { }
    ~PaidFindPage() { desk.closeView(); }

    bool open(Deployment deployment = {})
    {
        deployment.pdlUrl = vendorUrl;
        return desk.open(deployment) && show();
    }

    bool show()
    {
        presenter = std::make_unique<ui::FindPresenter>(desk.services());
        view = new ui::FindView(*presenter);
        return desk.show(view, {1180, 800});
    }

    /// The form with the vendor chosen, as a user does; waits until the key is known.
    bool openPaid(const Deployment &deployment = {}) { return open(deployment) && choosePaid(); }

    /// Quits in the middle of whatever goes on, and starts again.
    bool reopenPaid()
    {
        desk.closeView();
        presenter.reset();
        return desk.reopen() && show() && choosePaid();
    }

    bool choosePaid()
    {
        QTest::mouseClick(segments().at(1), Qt::LeftButton);
        return spinUntil([this] { return presenter->terms().hasKey.has_value(); });
    }

    QList<QAbstractButton *> segments()
    {
        return desk.child<QWidget>(u"findProvider"_s)->findChildren<QAbstractButton *>();
    }
    QLineEdit *field(const QString &kind) { return desk.child<QLineEdit>(u"find_"_s + kind); }
    QTableView *table() { return desk.child<QTableView>(u"foundTable"_s); }
    int rows() { return table()->isVisible() ? table()->model()->rowCount() : 0; }
    QAbstractButton *button(const QString &name) { return desk.child<QAbstractButton>(name); }
    bool isBusy() { return desk.isShown(u"busyCancel"_s); }
    QString cell(int row, ui::FoundModel::Column column)
    {
        return table()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    int balance()
    {
        const auto credits = ledger::readCredits(desk.services().reader, desk.services().deployment);
        return credits ? credits->balance : -1;
    }

    bool search(const QString &title, const QString &location = {})
    {
        field(u"job_title"_s)->setText(title);
        field(u"location"_s)->setText(location);
        return desk.click(u"findSearch"_s) && spinUntil([this] { return !isBusy(); });
    }
};

} // namespace crema::test
