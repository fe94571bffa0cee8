// SPDX-License-Identifier: GPL-3.0-or-later
// What the page's commands open and do; the page itself is in contactspage.cpp.
#include "ui/contacts/contactspage.h"

#include "base/paths.h"
#include "base/text.h"
#include "ui/contacts/contactcommands.h"
#include "ui/contacts/contactfilterbar.h"
#include "ui/contacts/contactstableview.h"
#include "ui/contacts/exportdialog.h"
#include "ui/contacts/formdialog.h"
#include "ui/contacts/importdialog.h"
#include "ui/contacts/mergestudio.h"
#include "ui/contacts/trashdialog.h"

#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

namespace crema::ui {

void ContactsPage::openAdd()
{
    QVector<FormField> fields;
    for (const QString &field : {u"firstName"_s, u"lastName"_s, u"email"_s, u"linkedinUrl"_s, u"jobTitle"_s,
                                 u"company"_s, u"college"_s, u"location"_s}) {
        fields << FormField {field, fieldWords(field)};
    }
    auto *dialog = new FormDialog(tr("Add contact"), tr("Add contact"), fields, this);
    dialog->setObjectName(u"contacts.addDialog"_s);
    dialog->setIntroduction(tr("A name, an email address or a LinkedIn address is enough."));
    dialog->setCheck(fieldProblem);
    connect(dialog, &FormDialog::submitted, this, [this, dialog](const flows::FieldValues &values) {
        m_commands->add(values, [this, dialog = QPointer(dialog)](const Result<Contact> &added) {
            if (dialog) {
                dialog->answer(added ? Result<> {} : std::unexpected(added.error()));
            }
            if (added) {
                showContact(added->id);
            }
        });
    });
    dialog->open();
}

void ContactsPage::openTag()
{
    const auto rids = selection();
    auto *dialog = new FormDialog(tr("Tag %n contact(s)", nullptr, static_cast<int>(rids.size())),
                                  tr("Add tag"), {{u"tag"_s, tr("Tag"), {}, tr("alumni")}}, this);
    dialog->setObjectName(u"contacts.tagDialog"_s);
    dialog->setCheck([](const QString &, const QString &tag) {
        return tag.isEmpty() || tag.contains(u',') ? tr("One word or phrase, without a comma.") : QString();
    });
    connect(dialog, &FormDialog::submitted, this, [this, dialog, rids](const flows::FieldValues &values) {
        m_commands->addTag(rids, values.constFirst().second);
        dialog->answer({});
    });
    dialog->open();
}

void ContactsPage::openTrash()
{
    auto *dialog = new TrashDialog(m_presenter->services(), this);
    connect(dialog, &TrashDialog::restored, this,
            [this](int count) { Q_EMIT toast(tr("%n item(s) restored", nullptr, count)); });
    dialog->open();
}

void ContactsPage::openDuplicates()
{
    auto *studio = new MergeStudio(m_presenter->services(), this);
    studio->open();
    studio->scan();
}

void ContactsPage::mergeSelected()
{
    m_commands->withIds(selection(), [this](const QStringList &ids) {
        if (ids.size() == 2) {
            auto *studio = new MergeStudio(m_presenter->services(), this);
            studio->open();
            studio->take(ids.constFirst(), ids.constLast());
        }
    });
}

ImportDialog *ContactsPage::makeImport()
{
    auto *dialog = new ImportDialog(m_presenter->services(), this);
    connect(dialog, &ImportDialog::undoRequested, this, &ContactsPage::undoRequested);
    connect(dialog, &ImportDialog::contactRequested, this, [this](const QString &id) { showContact(id); });
    connect(dialog, &ImportDialog::showRequested, this, &ContactsPage::showNewest);
    return dialog;
}

/// Selects the people who were added last: sorted by it they stand at the top.
void ContactsPage::showNewest(int count)
{
    if (count == 0) {
        return; // nobody is new: the list is as it was
    }
    showAs(ContactsLayout::table);
    m_presenter->clearFilters();
    m_presenter->setSort(ContactColumn::added, Qt::DescendingOrder);
    m_newest = count;
    m_presenter->reload();
}

void ContactsPage::openImport(const QString &path)
{
    ImportDialog *dialog = makeImport();
    dialog->open();
    if (!path.isEmpty()) {
        dialog->openFile(path);
    }
}

void ContactsPage::openImports(const QStringList &paths)
{
    if (paths.isEmpty()) {
        return;
    }
    ImportDialog *dialog = makeImport();
    connect(dialog, &QDialog::finished, this, [this, rest = paths.mid(1)] { openImports(rest); });
    dialog->open();
    dialog->openFile(paths.constFirst());
}

void ContactsPage::openImportText(const QString &text)
{
    ImportDialog *dialog = makeImport();
    // The reader takes files, and what it reads is called after them; this one goes with the dialog.
    const auto folder = std::make_shared<QTemporaryDir>();
    connect(dialog, &QObject::destroyed, dialog, [folder] { });
    const bool cards = text.trimmed().startsWith("BEGIN:VCARD"_L1, Qt::CaseInsensitive);
    const QString path = folder->filePath(cards ? tr("Pasted cards") : tr("Pasted table"));
    if (const auto kept = writeFile(path, text.toUtf8()); !kept) {
        tellProblem(kept.error(), {});
        delete dialog;
        return;
    }
    dialog->open();
    dialog->openFile(path);
}

void ContactsPage::exportAll()
{
    startExport({}, tr("all %n contact(s)", nullptr, static_cast<int>(m_presenter->counts().all)));
}

void ContactsPage::exportFiltered()
{
    const auto rids = m_presenter->rowIds();
    if (!rids.isEmpty()) {
        startExport(rids, tr("the %n contact(s) of this filter", nullptr, static_cast<int>(rids.size())));
    }
}

void ContactsPage::exportSelected()
{
    const auto rids = selection();
    if (!rids.isEmpty()) {
        startExport(rids, tr("the %n selected contact(s)", nullptr, static_cast<int>(rids.size())));
    }
}

void ContactsPage::startExport(const QVector<qint64> &rids, const QString &what)
{
    auto *dialog = new ExportDialog(what, this);
    connect(dialog, &ExportDialog::chosen, this,
            [this, rids](const flows::ExportRequest &request) { m_commands->exportTo(rids, request); });
    dialog->open();
}

void ContactsPage::writeSelected()
{
    m_commands->withIds(selection(), [this](const QStringList &ids) {
        if (!ids.isEmpty()) {
            Q_EMIT writeTo(ids);
        }
    });
}

void ContactsPage::prepareSelected()
{
    m_commands->withIds(selection(), [this](const QStringList &ids) {
        if (!ids.isEmpty()) {
            Q_EMIT prepareFor(ids.constFirst());
        }
    });
}

void ContactsPage::readConversation()
{
    m_commands->withIds(selection(), [this](const QStringList &ids) {
        if (!ids.isEmpty()) {
            Q_EMIT conversationWith(ids.constFirst());
        }
    });
}

void ContactsPage::deleteSelected()
{
    if (const auto rids = selection(); !rids.isEmpty()) {
        if (paneHasFocus()) {
            focusContent(); // what is typed goes first, and nothing more is about to be typed
        }
        m_commands->trash(rids);
    }
}

void ContactsPage::focusFilter()
{
    m_filter->focusField();
}

void ContactsPage::clearFilters()
{
    m_presenter->clearFilters();
}

} // namespace crema::ui
