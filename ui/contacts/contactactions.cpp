// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactactions.h"

#include "ui/shell/actionregistry.h"
#include "ui/theme/glyph.h"

#include <QAction>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int fileSection = 10;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::ui::ContactActions)
};

} // namespace

ContactActions::ContactActions(ActionRegistry &registry)
{
    using W = Words;
    const auto make = [&registry](const QString &id, const QString &text, Glyph glyph,
                                  const QString &keywords, const QString &inPalette = {}) {
        ActionSpec spec {u"contacts."_s + id, text, glyph};
        spec.keywords = keywords;
        spec.paletteText = inPalette;
        return registry.add(spec);
    };
    ActionSpec adding {u"contacts.add"_s, W::tr("Add contact…"), Glyph::add, QKeySequence(QKeySequence::New),
                       MenuPlace::file};
    adding.keywords = W::tr("new person create");
    adding.section = fileSection;
    add = registry.add(adding);
    // The window has its own command for it, which works without this page.
    import = new QAction(icon(Glyph::importFile), W::tr("Import…"), &registry);
    import->setObjectName(u"contacts.import"_s);
    exportAll = make(u"export"_s, W::tr("Export all…"), Glyph::exportFile, W::tr("save csv vcard json file"),
                     W::tr("Export all contacts…"));
    exportFiltered = make(u"exportFiltered"_s, W::tr("Export filtered…"), Glyph::exportFile,
                          W::tr("save csv vcard json file filter shown"),
                          W::tr("Export the contacts that the filter shows…"));
    trash = make(u"trash"_s, W::tr("Trash…"), Glyph::trash, W::tr("deleted restore"));
    duplicates = make(u"duplicates"_s, W::tr("Find duplicates…"), Glyph::merge,
                      W::tr("merge same person twice double"), W::tr("Find duplicate contacts…"));
    write = make(u"write"_s, W::tr("Write email"), Glyph::mail, W::tr("draft mail"),
                 W::tr("Write email to the selected contacts"));
    prepare = make(u"prepare"_s, W::tr("Prepare chat"), Glyph::coffee, W::tr("coffee prep meeting"),
                   W::tr("Prepare a coffee chat with the selected contact"));
    conversation = make(u"conversation"_s, W::tr("Conversation…"), Glyph::mail,
                        W::tr("gmail answer reply thread"),
                        W::tr("Read the conversation with the selected contact"));
    status = make(u"status"_s, W::tr("Status"), Glyph::checkCircle, W::tr("stage"),
                  W::tr("Set the status of the selected contacts"));
    tag = make(u"tag"_s, W::tr("Tag…"), Glyph::tag, W::tr("label group"),
               W::tr("Tag the selected contacts…"));
    merge = make(u"merge"_s, W::tr("Merge…"), Glyph::merge, W::tr("join same person duplicate"),
                 W::tr("Merge the two selected contacts…"));
    exportSelected = make(u"exportSelected"_s, W::tr("Export selected…"), Glyph::exportFile,
                          W::tr("save csv vcard json"), W::tr("Export the selected contacts…"));
    copy = make(u"copy"_s, W::tr("Copy rows"), Glyph::copy, W::tr("clipboard spreadsheet"),
                W::tr("Copy the selected contacts as a table"));
    paste = make(u"paste"_s, W::tr("Paste"), Glyph::copy, W::tr("clipboard spreadsheet"),
                 W::tr("Paste a table onto the selected contacts"));
    pasteNew = make(u"pasteNew"_s, W::tr("Paste as new contacts…"), Glyph::importFile,
                    W::tr("clipboard spreadsheet import"), W::tr("Import the people on the clipboard…"));
    remove = make(u"delete"_s, W::tr("Delete"), Glyph::trash, W::tr("remove trash"),
                  W::tr("Delete the selected contacts"));
    filter = make(u"filter"_s, W::tr("Filter contacts"), Glyph::filter, W::tr("search find"));
    clearFilters = make(u"clearFilters"_s, W::tr("Clear filters"), Glyph::close, W::tr("show all"),
                        W::tr("Show all contacts"));
    details = make(u"details"_s, W::tr("Details"), Glyph::sidebar, W::tr("pane sidebar"),
                   W::tr("Show or hide contact details"));
    details->setCheckable(true);
    board = make(u"board"_s, W::tr("Board"), Glyph::board, W::tr("kanban stages pipeline columns table"),
                 W::tr("Show contacts as a board by status"));
    board->setCheckable(true);
    columns = make(u"columns"_s, W::tr("Columns…"), Glyph::columns, W::tr("table order hide show"),
                   W::tr("Choose and order the columns of the contacts"));
    saveFilter = make(u"saveFilter"_s, W::tr("Save this filter…"), Glyph::star, W::tr("filter name keep"),
                      W::tr("Save the filter of the contacts under a name…"));
}

} // namespace crema::ui
