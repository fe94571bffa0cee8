// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace crema::ui {

class Avatar;
class Badge;

/// The top of the detail pane: who this is, their status, and what can be done next.
class ContactHead final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactHead(QWidget *parent = nullptr);

    void showContact(const Contact &contact);

Q_SIGNALS:
    void writeRequested();
    void prepareRequested();
    void linkedinRequested(const QString &url);
    void copyEmailRequested(const QString &email);
    void statusChosen(const QString &status);
    void closeRequested();

private:
    void build();
    void connectParts();
    void fillStatusMenu(const QString &status);

    Avatar *m_avatar;
    QLabel *m_name;
    QLabel *m_role;
    Badge *m_sample;
    QPushButton *m_status;
    QPushButton *m_write;
    QPushButton *m_prepare;
    QToolButton *m_linkedin;
    QToolButton *m_copy;
    QToolButton *m_close;
    QString m_url;
    QString m_email;
};

} // namespace crema::ui
