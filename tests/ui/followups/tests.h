// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariantMap>

/// A desktop's notification service, as far as the program asks for it.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList titles;
    QStringList texts;
    QStringList actions;

public Q_SLOTS:
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &keys, const QVariantMap &hints, int milliseconds);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &key);
    void NotificationClosed(uint id, uint reason);
};

class TestDueList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsByGroup();
    void showsNothing();
    void buttonsWorkOnTheChosen();
    void keysWorkInTheList();
    void nextRowIsUpAfterDone();
    void snoozesFromTheMenu();
    void snoozesToAChosenDay();
    void doneAndAgain();
    void writesToTheChosen();
    void manyAreCounted();
    void theMenuIsNeverAloneOnALine_data();
    void theMenuIsNeverAloneOnALine();
    void words_data();
    void words();
    void everyControlHasAName();
};

class TestReminders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneNoticeAPerson();
    void manyAreOneNotice();
    void withoutADesktopTheWindowTells();
    void switchedOffTellsNothing();
    void clickOpensTheContact();
    void settingsKeepTheDays();
};

class TestDesktopNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shownByTheDesktop();
    void comesBackWithoutADesktop();
    void comesBackWithoutABus();
};
