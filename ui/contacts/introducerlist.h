// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace crema::ui {

/// A contact that another one points to.
struct NamedContact
{
    QString id; ///< as it is stored
    QString openId; ///< whom to open: the one they were merged into; empty when they are gone
    QString name;
    QString detail; ///< "Analyst at Hartwell & Stone"

    [[nodiscard]] bool operator==(const NamedContact &) const = default;
};

/// Who could introduce the user to a contact: links to their details, and a way to name more.
class IntroducerList final : public QWidget
{
    Q_OBJECT

public:
    explicit IntroducerList(QWidget *parent = nullptr);

    void setPeople(const QVector<NamedContact> &people);

Q_SIGNALS:
    void opened(const QString &contactId);
    void removeRequested(const QString &contactId);
    void addRequested();

private:
    QWidget *makeRow(const NamedContact &person);

    QVBoxLayout *m_rows;
    QPushButton *m_add;
    QVector<NamedContact> m_people;
};

} // namespace crema::ui
