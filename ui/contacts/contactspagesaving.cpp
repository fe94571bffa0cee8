// SPDX-License-Identifier: GPL-3.0-or-later
// How what is typed on the page is saved, and told when it cannot be; the page itself is in contactspage.cpp.
#include "ui/contacts/contactspage.h"

#include "base/text.h"
#include "model/contactitems.h"
#include "ui/common/banner.h"
#include "ui/common/errorwords.h"
#include "ui/contacts/contactcommands.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactstableview.h"
#include "ui/contacts/fieldbook.h"
#include "ui/contacts/panelinks.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype longestTold = 300;
const QString orphanedTexts = u"orphaned"_s; // what the banner is about
const QString notesField = u"notes"_s;

QString cellKey(qint64 rid, ContactColumn column)
{
    return u"cell/%1/%2"_s.arg(rid).arg(static_cast<int>(column));
}

QString fieldKey(const QString &contactId, const QString &field)
{
    return u"field/%1/%2"_s.arg(contactId, field);
}

QString deletedMeanwhile()
{
    return ContactsPage::tr("It was deleted meanwhile.");
}

/// The address or the like is gone that the field belongs to.
bool lacksItem(const Contact &contact, const QString &field)
{
    const QString id = field.section(u'/', 1, 1);
    const auto list = pointListNamed(field.section(u'/', 0, 0));
    return list != nullptr && id != "+"_L1
            && std::ranges::find(contact.*list, id, &ContactPoint::id) == (contact.*list).end();
}

} // namespace

void ContactsPage::connectSaving()
{
    connect(m_pane, &ContactPane::fieldGivenUp, this, [this](const QString &contactId, const QString &field) {
        clearBannerAbout(fieldKey(contactId, field));
    });
    connect(m_presenter, &ContactsPresenter::listed, this, [this] {
        if (m_soughtCell) { // last: who is selected when a list comes would take the cell away
            QTimer::singleShot(0, this, &ContactsPage::seekCell);
        }
    });
    connect(m_presenter, &ContactsPresenter::failed, this, [this] { m_soughtCell.reset(); });
}

void ContactsPage::saveCell(const CellEdit &edit, const flows::FieldValues &values)
{
    followTyped(cellKey(edit.rid, edit.column), edit.text());
    const auto answered = [this, edit](const Result<> &saved) { cellAnswered(edit, saved); };
    if (edit.column != ContactColumn::notes) {
        m_commands->setFields(edit.contactId, values, answered);
        return;
    }
    m_commands->writeNotes(edit.contactId, edit.base, edit.typed.toString(),
                           [this, answered](const Result<flows::WrittenNotes> &written) {
                               answered(written ? Result<> {} : std::unexpected(written.error()));
                               tellIfBoth(written);
                           });
}

void ContactsPage::cellAnswered(const CellEdit &edit, const Result<> &saved)
{
    ContactTableModel &model = m_presenter->model();
    if (saved) {
        model.accepted(edit.rid, edit.column); // and what tells of it goes
    } else if (!model.rejected(edit.rid, edit.column, saved.error().text)) {
        return;
    } else if (saved.error().kind == ErrorKind::notFound) {
        tellOrphaned(orphanedBy(edit));
    } else {
        tellProblem(saved.error(), [this, edit] { editAgain(edit); }, cellKey(edit.rid, edit.column));
    }
}

void ContactsPage::saveField(const QString &contactId, const QString &field, const QString &text)
{
    followTyped(fieldKey(contactId, field), text);
    m_commands->setFields(contactId, {{field, text}}, [this, contactId, field, text](const Result<> &saved) {
        fieldAnswered(contactId, field, text, saved);
    });
}

void ContactsPage::fieldAnswered(const QString &contactId, const QString &field, const QString &text,
                                 const Result<> &saved)
{
    if (saved) {
        m_pane->fieldAnswered(contactId, field, {});
        clearBannerAbout(fieldKey(contactId, field));
        m_sideTimer.start();
        return;
    }
    const Error &error = saved.error();
    const QString problem = isGone(contactId, field) ? deletedMeanwhile() : error.text;
    const Refusal refusal = m_pane->fieldAnswered(contactId, field, problem);
    if (refusal == Refusal::unseen
        || (refusal == Refusal::inSight && error.kind != ErrorKind::rejectedInput)) {
        tellUnsaved(error, contactId, field, text, [this, contactId, field](const QString &copied) {
            m_pane->forgetField(contactId, field, copied);
        });
    }
}

void ContactsPage::saveNotes(const QString &contactId, const QString &base, const QString &text)
{
    followTyped(fieldKey(contactId, notesField), text);
    m_commands->writeNotes(contactId, base, text,
                           [this, contactId](const Result<flows::WrittenNotes> &written) {
                               notesAnswered(contactId, written);
                           });
}

void ContactsPage::notesAnswered(const QString &contactId, const Result<flows::WrittenNotes> &written)
{
    if (!written) {
        tellUnsaved(written.error(), contactId, notesField, m_pane->notesRefused(contactId),
                    [this, contactId](const QString &copied) { m_pane->forgetNotes(contactId, copied); });
        return;
    }
    m_pane->notesSaved(contactId);
    clearBannerAbout(fieldKey(contactId, notesField));
    tellIfBoth(written);
    m_sideTimer.start();
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

bool ContactsPage::isGone(const QString &contactId, const QString &field) const
{
    const auto contact = m_presenter->services().reader.contact(contactId);
    return contact ? lacksItem(*contact, field) : contact.error().kind == ErrorKind::notFound;
}

void ContactsPage::tellUnsaved(const Error &error, const QString &contactId, const QString &field,
                               const QString &text, const std::function<void(const QString &)> &forget)
{
    const bool isChosen = !m_pane->hasPlaceFor(field);
    const bool isOrphaned = error.kind == ErrorKind::notFound || isGone(contactId, field);
    const OrphanedText orphan {fieldKey(contactId, field),
                               {FieldBook::wordsOf(field), nameOf(contactId), text},
                               isChosen && !isOrphaned ? error.text : deletedMeanwhile(),
                               forget};
    if (isChosen || isOrphaned) {
        tellOrphaned(orphan);
        return;
    }
    const auto again = [this, contactId, field, orphan] {
        isGone(contactId, field) ? tellOrphaned(orphan) : showContact(contactId);
    };
    tellProblem(error, again, orphan.key);
}

ContactsPage::OrphanedText ContactsPage::orphanedBy(const CellEdit &edit)
{
    return {cellKey(edit.rid, edit.column),
            {specOf(edit.column).title, edit.who, edit.text()},
            deletedMeanwhile(),
            [this, rid = edit.rid, column = edit.column](const QString &copied) {
                m_presenter->model().forget(rid, column, copied);
            }};
}

void ContactsPage::tellOrphaned(const OrphanedText &text)
{
    const auto before = std::ranges::find(m_orphaned, text.key, &OrphanedText::key);
    if (before != m_orphaned.end()) {
        *before = text;
    } else {
        m_orphaned << text;
    }
    showOrphaned();
}

void ContactsPage::showOrphaned()
{
    if (m_orphaned.isEmpty()) {
        return;
    }
    QStringList texts;
    for (const OrphanedText &orphaned : std::as_const(m_orphaned)) {
        const auto &[field, who, text] = orphaned.edit;
        // Translators: whose and which field, what was typed there, why it is not saved.
        texts << tr("%1: %2 (%3)")
                         .arg(who.isEmpty() ? field : tr("%1 of %2").arg(field, who),
                              elided(text, longestTold), orphaned.problem);
    }
    const auto count = static_cast<int>(m_orphaned.size());
    m_again = [this] { copyOrphaned(); };
    m_bannerAbout = orphanedTexts;
    m_banner->showMessage(Tone::warn, Glyph::warning,
                          tr("%n text(s) not saved and shown only here", nullptr, count), texts.join(u'\n'),
                          count == 1 ? tr("Copy the text") : tr("Copy the texts"));
}

/// What is told of them is what they are now.
void ContactsPage::followOrphaned()
{
    if (m_bannerAbout != orphanedTexts || m_banner->isHidden()) {
        return;
    }
    if (m_orphaned.isEmpty()) {
        m_bannerAbout.clear();
        m_banner->clear();
    } else {
        showOrphaned();
    }
}

/// A text that is told of was typed on, and goes out.
void ContactsPage::followTyped(const QString &key, const QString &text)
{
    const auto orphaned = std::ranges::find(m_orphaned, key, &OrphanedText::key);
    if (orphaned != m_orphaned.end() && orphaned->edit.text != text) {
        orphaned->edit.text = text;
        followOrphaned();
    }
}

/// Whole; what the user has got is theirs to keep.
void ContactsPage::copyOrphaned()
{
    QStringList texts;
    const auto copied = std::exchange(m_orphaned, {});
    for (const OrphanedText &orphaned : copied) {
        texts << orphaned.edit.text;
        orphaned.forget(orphaned.edit.text);
    }
    const QString all = texts.join(u"\n\n"_s);
    QGuiApplication::clipboard()->setText(all);
    Q_EMIT toast(tr("Copied %1").arg(elided(cleanLine(all), 60)));
}

void ContactsPage::tellProblem(const Error &error, const std::function<void()> &again, const QString &about)
{
    m_again = again;
    m_bannerAbout = about;
    const ErrorWords words = wordsFor(error.kind);
    if (about.isEmpty() || !words.retry.isEmpty()) {
        m_banner->showError(error);
    } else { // trying again is no use, going there is
        m_banner->showMessage(words.tone, words.glyph, words.heading, error.text, tr("Show the text"));
    }
}

/// What tells of something else stays whatever is saved.
void ContactsPage::clearBannerAbout(const QString &key)
{
    if (m_orphaned.removeIf([&key](const OrphanedText &orphaned) { return orphaned.key == key; }) > 0) {
        followOrphaned();
    }
    if (m_bannerAbout == key) {
        m_bannerAbout.clear();
        m_banner->clear();
        showOrphaned(); // what was behind it
    }
}

/// Texts that have no other place come into sight again when what was before them is gone.
void ContactsPage::followDismissed()
{
    if (m_banner->isHidden() && m_bannerAbout != orphanedTexts) {
        showOrphaned();
    }
}

void ContactsPage::followGivenUp(qint64 rid, ContactColumn column)
{
    if (m_soughtCell && m_soughtCell->rid == rid && m_soughtCell->column == column) {
        m_soughtCell.reset();
    }
    clearBannerAbout(cellKey(rid, column));
}

/// The filter may have taken the row away since, or the board is shown: then the list is read first.
void ContactsPage::editAgain(const CellEdit &edit)
{
    m_soughtCell = edit;
    if (showsBoard() && !isGone(edit.contactId)) {
        showAs(ContactsLayout::table);
    } else {
        seekCell();
    }
}

void ContactsPage::seekCell()
{
    if (!m_soughtCell) {
        return;
    }
    const CellEdit cell = *m_soughtCell;
    const bool gone = isGone(cell.contactId);
    if (!gone && !showsBoard() && m_presenter->model().rowOf(cell.rid) < 0) {
        if (m_presenter->isFiltered()) {
            clearFilters();
        }
        return; // until they are listed
    }
    m_soughtCell.reset();
    if (gone) {
        tellOrphaned(orphanedBy(cell));
    } else if (!showsBoard()) { // where the user may have gone since
        m_table->editCell(cell.rid, cell.column);
    }
}

void ContactsPage::handOver()
{
    m_pane->flush();
    m_table->flush();
    showOrphaned();
}

bool ContactsPage::awaitsAnswer() const
{
    return m_commands->awaitsAnswer() || m_links->awaitsAnswer() || m_pasting.running() > 0;
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
    QVector<UnsavedEdit> texts = withNames(m_pane->refused()) + m_presenter->model().refused();
    const QVector<UnsavedEdit> others = texts + underWay();
    for (const OrphanedText &orphaned : m_orphaned) {
        const bool isAmongThem = std::ranges::any_of(
                others, [&own = orphaned.edit](const UnsavedEdit &other) {
                    const bool isOfSame = other.who == own.who
                            || other.who.isEmpty(); // out of the trash, too, by now
                    return isOfSame && other.field == own.field && other.text == own.text;
                });
        if (!isAmongThem) {
            texts << orphaned.edit;
        }
    }
    return texts;
}

QVector<UnsavedEdit> ContactsPage::underWay() const
{
    return withNames(m_pane->underWay()) + m_presenter->model().underWay();
}

} // namespace crema::ui
