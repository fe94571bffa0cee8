// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/celltext.h"

#include <QDialog>
#include <QHash>

namespace crema::ui {

/// Says what pasting a table would leave out and why, before anything is written.
class PasteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `names` of the contacts that have problems, by rowid.
    PasteDialog(const PastePlan &plan, const QHash<qint64, QString> &names, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The table holds other people: nothing of it is to be pasted onto those that are there.
    void newRequested();
};

} // namespace crema::ui
