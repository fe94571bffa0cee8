// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preps/prepspresenter.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace crema::ui {

/// Asks for a LinkedIn profile to prepare for, and says what it costs before it is ordered.
class PrepareDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PrepareDialog(PrepsPresenter &presenter, QWidget *parent = nullptr);

private:
    void build();
    void showOffer(const LookUpOffer &offer);
    void showState();
    void order();

    PrepsPresenter &m_presenter;
    LookUpOffer m_offer;
    QLineEdit *m_url = nullptr;
    QCheckBox *m_lookUp = nullptr;
    QLabel *m_price = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace crema::ui
