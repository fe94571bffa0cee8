// SPDX-License-Identifier: GPL-3.0-or-later
// How what is typed on the page is saved, and told when it cannot be; the page itself is in contactspage.cpp.
#include "ui/contacts/contactspage.h"

#include "base/text.h"
#include "ui/common/banner.h"
#include "ui/contacts/contactcommands.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactstableview.h"
#include "ui/contacts/panelinks.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype longestTold = 300;

QString cellKey(qint64 rid, ContactColumn column)
{
    return u"cell/%1/%2"_s.arg(rid).arg(static_cast<int>(column));
}

QString fieldKey(const QString &contactId, const QString &field)
{
    return u"field/%1/%2"_s.arg(contactId, field);
}

} // namespace

void ContactsPage::saveCell(qint64 rid, ContactColumn column, const QVariant &typed,
                            const flows::FieldValues &values)
{
    ContactTableModel &model = m_presenter->model();
    const auto row = model.contactAt(model.rowOf(rid));
    if (!row) {
        model.keepUnsaved(rid, column, typed, tr("This contact is gone."));
        return;
    }
    const auto answered = [this, rid, column, typed, who = row->name](const Result<> &saved) {
        if (saved) {
            m_presenter->model().dropUnsaved(rid, column);
            clearBannerAbout(cellKey(rid, column));
            return;
        }
        m_presenter->model().keepUnsaved(rid, column, typed, saved.error().text);
        if (saved.error().kind == ErrorKind::notFound) {
            tellGone({specOf(column).title, who, typed.toStringList().join(u' ')});
        } else {
            tellProblem(saved.error(), [this, rid, column] { editAgain(rid, column); });
        }
        m_bannerAbout = cellKey(rid, column);
    };
    if (column != ContactColumn::notes) {
        m_commands->setFields(row->id, values, answered);
        return;
    }
    m_commands->writeNotes(row->id, model.heldNotes(), typed.toString(),
                           [this, answered](const Result<flows::WrittenNotes> &written) {
                               answered(written ? Result<> {} : std::unexpected(written.error()));
                               tellIfBoth(written);
                           });
}

void ContactsPage::saveField(const QString &contactId, const QString &field, const QString &text)
{
    m_commands->setFields(contactId, {{field, text}}, [this, contactId, field, text](const Result<> &saved) {
        m_pane->fieldAnswered(contactId, field, text, saved ? QString() : saved.error().text);
        if (saved) {
            clearBannerAbout(fieldKey(contactId, field));
            m_sideTimer.start();
        } else if (contactId != m_pane->contactId() || saved.error().kind != ErrorKind::rejectedInput) {
            tellUnsaved(saved.error(), contactId, fieldWords(field.section(u'/', 0, 0)), text);
            m_bannerAbout = fieldKey(contactId, field);
        }
    });
}

void ContactsPage::saveNotes(const QString &contactId, const QString &base, const QString &text)
{
    m_commands->writeNotes(contactId, base, text,
                           [this, contactId, base, text](const Result<flows::WrittenNotes> &written) {
                               m_pane->notesAnswered(contactId, base, text, written.has_value());
                               if (written) {
                                   clearBannerAbout(fieldKey(contactId, u"notes"_s));
                                   tellIfBoth(written);
                                   m_sideTimer.start();
                               } else {
                                   tellUnsaved(written.error(), contactId, fieldWords(u"notes"_s), text);
                                   m_bannerAbout = fieldKey(contactId, u"notes"_s);
                               }
                           });
}

void ContactsPage::tellIfBoth(const Result<flows::WrittenNotes> &written)
{
    if (written && written->hasBoth) {
        Q_EMIT toast(
                tr("The notes were changed elsewhere meanwhile. Both texts are kept, one below the other."),
                {}, {});
    }
}

QString ContactsPage::nameOf(const QString &contactId) const
{
    const auto record = m_presenter->services().reader.record(Kind::contact, contactId); // in the trash too
    return record ? contactFrom(record->id, record->body).name() : QString();
}

void ContactsPage::tellUnsaved(const Error &error, const QString &contactId, const QString &field,
                               const QString &text)
{
    if (error.kind == ErrorKind::notFound) {
        tellGone({field, nameOf(contactId), text});
    } else {
        tellProblem(error, [this, contactId] { showContact(contactId); });
    }
}

/// There is no place left where the text would stand, so it is told whole.
void ContactsPage::tellGone(const UnsavedEdit &edit)
{
    m_again = [this, edit] {
        QGuiApplication::clipboard()->setText(edit.text);
        Q_EMIT toast(tr("Copied %1").arg(elided(cleanLine(edit.text), 60)), {}, {});
    };
    m_bannerAbout.clear();
    m_banner->showMessage(
            Tone::warn, Glyph::warning,
            edit.who.isEmpty() ? tr("This contact was deleted meanwhile")
                               : tr("%1 was deleted meanwhile").arg(edit.who),
            tr("What you typed into \"%1\" is not saved: %2").arg(edit.field, elided(edit.text, longestTold)),
            tr("Copy the text"));
}

void ContactsPage::tellProblem(const Error &error, const std::function<void()> &again)
{
    m_again = again;
    m_bannerAbout.clear();
    m_banner->showError(error);
}

/// What tells of a text that is still not saved stays whatever else is saved.
void ContactsPage::clearBannerAbout(const QString &key)
{
    if (m_bannerAbout.isEmpty() || m_bannerAbout == key) {
        m_bannerAbout.clear();
        m_banner->clear();
    }
}

void ContactsPage::followGivenUp(qint64 rid, ContactColumn column)
{
    if (m_bannerAbout == cellKey(rid, column)) {
        clearBannerAbout(m_bannerAbout);
    }
}

/// The filter may have taken the row away since.
void ContactsPage::editAgain(qint64 rid, ContactColumn column)
{
    if (m_presenter->model().rowOf(rid) < 0) {
        connect(
                m_presenter, &ContactsPresenter::listed, m_table,
                [this, rid, column] { m_table->editCell(rid, column); }, Qt::SingleShotConnection);
        clearFilters();
        return;
    }
    m_table->editCell(rid, column);
}

void ContactsPage::handOver()
{
    m_pane->flush();
    m_table->flush();
}

bool ContactsPage::awaitsAnswer() const
{
    return m_commands->awaitsAnswer() || m_links->awaitsAnswer();
}

QVector<UnsavedEdit> ContactsPage::refused() const
{
    QVector<UnsavedEdit> texts = m_pane->refused();
    for (UnsavedEdit &edit : texts) {
        edit.who = nameOf(edit.who);
    }
    return texts + m_presenter->model().refused();
}

} // namespace crema::ui
