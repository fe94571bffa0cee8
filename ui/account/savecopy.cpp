// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/savecopy.h"

#include "base/paths.h"

#include <QCoreApplication>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace crema::ui {

void askWhereToSave(QWidget *parent, const Resume &resume, const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(
            parent, QCoreApplication::translate("crema::ui::ResumeCard", "Save a copy of the resume"));
    dialog->setObjectName(u"resumeCopyDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(safeFileName(resume.fileName));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace crema::ui
