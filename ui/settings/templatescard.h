// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "model/mailtemplate.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace crema::ui {

class TemplateDialog;

/// The user's own templates: list, new, edit, delete with undo.
class TemplatesCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit TemplatesCard(flows::Services &services, QWidget *parent = nullptr);

    /// Opens the dialog for a template, a new one when it has no id.
    void edit(const OwnTemplate &own);

Q_SIGNALS:
    void toast(const QString &text, const QString &operationId = {});

private:
    void showTemplates();
    QWidget *makeRow(const OwnTemplate &own);
    void save(TemplateDialog *dialog, const OwnTemplate &opened, const OwnTemplate &own);
    void remove(const OwnTemplate &own);

    flows::Services &m_services;
    TaskScope m_scope;
    QVBoxLayout *m_rows;
    QLabel *m_note;
};

} // namespace crema::ui
