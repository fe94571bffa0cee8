// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/newschoice.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace crema::ui {

class FormRow;

/// News about firms in the settings: whether preps look for them, and in which feeds of the user's own.
class NewsCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit NewsCard(flows::Services &services, QWidget *parent = nullptr);

private:
    void build();
    void showChoice();
    [[nodiscard]] QWidget *makeRow(const QString &feed);
    void addFeed();
    void keep(const prep::NewsChoice &choice, bool clearsField);

    flows::Services &m_services;
    TaskScope m_scope;
    QCheckBox *m_on;
    QVBoxLayout *m_feeds;
    QLineEdit *m_address;
    QPushButton *m_add;
    FormRow *m_row = nullptr;
};

} // namespace crema::ui
