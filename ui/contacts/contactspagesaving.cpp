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

#include <algorithm>
#include <utility>

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

void ContactsPage::saveCell(const CellEdit &edit, const flows::FieldValues &values)
{
    const ContactTableModel &model = m_presenter->model();
    const auto row = model.contactAt(model.rowOf(edit.rid)); // the row that is typed in stays
    const QString id = row ? row->id : QString();
    const auto answered = [this, edit, who = row ? row->name : QString()](const Result<> &saved) {
        cellAnswered(edit, who, saved);
    };
    if (edit.column != ContactColumn::notes) {
        m_commands->setFields(id, values, answered);
        return;
    }
    m_commands->writeNotes(id, edit.base, edit.typed.toString(),
                           [this, answered](const Result<flows::WrittenNotes> &written) {
                               answered(written ? Result<> {} : std::unexpected(written.error()));
                               tellIfBoth(written);
                           });
}

void ContactsPage::cellAnswered(const CellEdit &edit, const QString &who, const Result<> &saved)
{
    const QString key = cellKey(edit.rid, edit.column);
    if (saved) {
        m_presenter->model().dropUnsaved(edit.rid, edit.column); // and what tells of it
        return;
    }
    m_presenter->model().keepUnsaved(edit, saved.error().text);
    if (saved.error().kind == ErrorKind::notFound) {
        tellGone({key, {specOf(edit.column).title, who, edit.typed.toStringList().join(u' ')}, [this, edit] {
                      m_presenter->model().dropUnsaved(edit.rid, edit.column);
                  }});
    } else {
        tellProblem(saved.error(), [this, edit] { editAgain(edit.rid, edit.column); }, key);
    }
}

void ContactsPage::saveField(const QString &contactId, const QString &field, const QString &text)
{
    m_commands->setFields(contactId, {{field, text}}, [this, contactId, field, text](const Result<> &saved) {
        const QString key = fieldKey(contactId, field);
        m_pane->fieldAnswered(contactId, field, text, saved ? QString() : saved.error().text);
        if (saved) {
            clearBannerAbout(key);
            m_sideTimer.start();
        } else if (contactId != m_pane->contactId() || saved.error().kind != ErrorKind::rejectedInput) {
            tellUnsaved(saved.error(), contactId,
                        {key, {fieldWords(field.section(u'/', 0, 0)), {}, text}, [this, contactId, field] {
                             m_pane->forgetField(contactId, field);
                         }});
        }
    });
}

void ContactsPage::saveNotes(const QString &contactId, const QString &base, const QString &text)
{
    m_commands->writeNotes(contactId, base, text,
                           [this, contactId, text](const Result<flows::WrittenNotes> &written) {
                               const QString key = fieldKey(contactId, u"notes"_s);
                               m_pane->notesAnswered(contactId, written.has_value());
                               if (written) {
                                   clearBannerAbout(key);
                                   tellIfBoth(written);
                                   m_sideTimer.start();
                               } else {
                                   tellUnsaved(written.error(), contactId,
                                               {key, {fieldWords(u"notes"_s), {}, text}, [this, contactId] {
                                                    m_pane->forgetNotes(contactId);
                                                }});
                               }
                           });
}

void ContactsPage::tellIfBoth(const Result<flows::WrittenNotes> &written)
{
    if (written && written->hasBoth) {
        Q_EMIT toast(
                tr("The notes were changed elsewhere meanwhile. Both texts are kept, one below the other."));
    }
}

QString ContactsPage::nameOf(const QString &contactId) const
{
    const auto record = m_presenter->services().reader.record(Kind::contact, contactId); // in the trash too
    return record ? contactFrom(record->id, record->body).name() : QString();
}

void ContactsPage::tellUnsaved(const Error &error, const QString &contactId, const Gone &text)
{
    if (error.kind == ErrorKind::notFound) {
        Gone gone = text;
        gone.edit.who = nameOf(contactId);
        tellGone(gone);
    } else {
        tellProblem(error, [this, contactId] { showContact(contactId); }, text.key);
    }
}

void ContactsPage::tellGone(const Gone &text)
{
    forgetGone(text.key); // an older text of the same place
    m_gone << text;
    showGone();
}

void ContactsPage::showGone()
{
    if (m_gone.isEmpty()) {
        return;
    }
    QStringList texts;
    for (const Gone &gone : std::as_const(m_gone)) {
        const QString place = gone.edit.who.isEmpty() ? gone.edit.field
                                                      : tr("%1 of %2").arg(gone.edit.field, gone.edit.who);
        texts << tr("%1: %2").arg(place, elided(gone.edit.text, longestTold));
    }
    const auto count = static_cast<int>(m_gone.size());
    m_again = [this] { copyGone(); };
    m_bannerAbout = m_gone.constLast().key;
    m_banner->showMessage(
            Tone::warn, Glyph::warning,
            tr("%n text(s) for contacts that were deleted meanwhile are not saved", nullptr, count),
            texts.join(u'\n'), count == 1 ? tr("Copy the text") : tr("Copy the texts"));
}

/// Whole; what the user has got is theirs to keep.
void ContactsPage::copyGone()
{
    QStringList texts;
    const auto copied = std::exchange(m_gone, {});
    for (const Gone &gone : copied) {
        texts << gone.edit.text;
        gone.forget();
    }
    const QString all = texts.join(u"\n\n"_s);
    QGuiApplication::clipboard()->setText(all);
    Q_EMIT toast(tr("Copied %1").arg(elided(cleanLine(all), 60)));
}

void ContactsPage::forgetGone(const QString &key)
{
    m_gone.removeIf([&key](const Gone &gone) { return gone.key == key; });
}

void ContactsPage::tellProblem(const Error &error, const std::function<void()> &again, const QString &about)
{
    m_again = again;
    m_bannerAbout = about;
    m_banner->showError(error);
}

/// What tells of something else stays whatever is saved.
void ContactsPage::clearBannerAbout(const QString &key)
{
    forgetGone(key);
    if (m_bannerAbout == key) {
        m_bannerAbout.clear();
        m_banner->clear();
        showGone(); // what was behind it
    }
}

/// Texts that have no other place come into sight again when what was before them is gone.
void ContactsPage::followDismissed()
{
    const auto isShown = [this](const Gone &gone) { return gone.key == m_bannerAbout; };
    if (m_banner->isHidden() && std::ranges::none_of(m_gone, isShown)) {
        showGone();
    }
}

void ContactsPage::followGivenUp(qint64 rid, ContactColumn column)
{
    clearBannerAbout(cellKey(rid, column));
}

/// The filter may have taken the row away since, or the board is shown.
void ContactsPage::editAgain(qint64 rid, ContactColumn column)
{
    const bool isTable = !showsBoard();
    if (isTable && m_presenter->model().rowOf(rid) >= 0) {
        m_table->editCell(rid, column);
    } else if (!isTable || m_presenter->isFiltered()) {
        isTable ? clearFilters() : showAs(ContactsLayout::table);
        connect(
                m_presenter, &ContactsPresenter::listed, this,
                [this, rid, column] { editAgain(rid, column); }, Qt::SingleShotConnection);
    }
}

void ContactsPage::handOver()
{
    m_pane->flush();
    m_table->flush();
    showGone();
}

bool ContactsPage::awaitsAnswer() const
{
    return m_commands->awaitsAnswer() || m_links->awaitsAnswer();
}

QVector<UnsavedEdit> ContactsPage::withNames(QVector<UnsavedEdit> texts) const
{
    for (UnsavedEdit &edit : texts) {
        edit.who = nameOf(edit.who);
    }
    return texts;
}

QVector<UnsavedEdit> ContactsPage::refused() const
{
    return withNames(m_pane->refused()) + m_presenter->model().refused();
}

QVector<UnsavedEdit> ContactsPage::underWay() const
{
    return withNames(m_pane->underWay()) + m_presenter->model().underWay();
}

} // namespace crema::ui
