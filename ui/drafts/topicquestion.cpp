// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/topicquestion.h"

#include "ui/drafts/draftspresenter.h"
#include "ui/drafts/templatemenu.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace crema::ui {

void askTopic(QWidget *parent, const std::function<void(const QString &topic)> &then)
{
    const auto tr = [](const char *words) { return QCoreApplication::translate("topicQuestion", words); };
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(u"topicQuestion"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Thank-you"));
    dialog->setLabelText(tr("What was the call about? A few words for the email, or leave it empty."));
    dialog->setOkButtonText(tr("Write"));
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                     [then](const QString &topic) { then(topic); });
    dialog->open();
}

void writeAfterQuestions(QWidget *parent, DraftsPresenter &presenter, const QStringList &contactIds,
                         const QString &kind)
{
    const QPointer<DraftsPresenter> writer(&presenter);
    const auto write = [parent, writer, contactIds, kind](const QString &topic) {
        if (!writer) {
            return;
        }
        chooseTemplate(parent, writer->reader(), kind,
                       [writer, contactIds, kind, topic](const QString &name) {
                           if (writer) {
                               writer->writeTo(contactIds, kind, name, topic);
                           }
                       });
    };
    if (kind == "thank_you"_L1) {
        askTopic(parent, write);
    } else {
        write({});
    }
}

} // namespace crema::ui
