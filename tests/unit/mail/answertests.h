// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What a message in a conversation is, by its headers.
class AnswersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesOwnAndHuman_data();
    void judgesOwnAndHuman();
    void judgesMachines_data();
    void judgesMachines();
    void judgesReports_data();
    void judgesReports();
    void findsTheAddress_data();
    void findsTheAddress();

private:
    static void judge();
};

/// Delivery reports of the servers there are.
class DeliveryReportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsSeveral();
    void survivesCutReports();
};
