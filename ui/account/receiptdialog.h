// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/operation.h"

#include <QDialog>

namespace crema::ui {

/// One receipt: what it was for, when, what was set aside, charged and given back.
class ReceiptDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `result` says in words how the work ended; empty when that is not known any more.
    explicit ReceiptDialog(const store::Receipt &receipt, const QString &result, QWidget *parent = nullptr);
};

} // namespace crema::ui
