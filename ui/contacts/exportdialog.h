// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/exportflow.h"

#include <QDialog>

class QButtonGroup;

namespace crema::ui {

/// Asks in which form contacts are to be written, then where. Gives out a request with `path` and `raw` set.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `what` says who: "all 1,240 contacts", "the 3 selected contacts".
    explicit ExportDialog(const QString &what, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const crema::flows::ExportRequest &request);

private:
    void chooseFile();

    QButtonGroup *m_forms;
};

} // namespace crema::ui
