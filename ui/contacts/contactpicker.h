// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "store/reader.h"

#include <QDialog>

class QLineEdit;
class QTimer;

namespace crema::ui {

class ResultList;

/// Finds one contact by a few letters: type, choose with arrows and Enter or the mouse.
class ContactPicker final : public QDialog
{
    Q_OBJECT

public:
    /// `without` are ids that are not offered.
    ContactPicker(const QString &title, QString databasePath, QStringList without, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &contactId);
    void failed(const crema::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void list(const QVector<store::ContactRow> &rows);

    QString m_databasePath;
    QStringList m_without;
    QLineEdit *m_field;
    ResultList *m_list;
    QTimer *m_pause;
    TaskScope m_scope;
};

} // namespace crema::ui
