// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/followupcommands.h"

#include "commands/commandparts.h"
#include "flows/tagflow.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Result<Reply> notesReply(const Result<Contact> &contact)
{
    if (!contact) {
        return std::unexpected(contact.error());
    }
    Reply reply;
    reply.json = {{"id", contact->id}, {"notes", contact->notes}};
    reply.text = contact->notes;
    return reply;
}

/// The text of a note: the argument, or what came on standard input.
Result<QString> textOf(const CommandContext &context, const Arguments &arguments)
{
    if (arguments.words().size() > 1 && arguments.word(1) != "-"_L1) {
        return arguments.word(1);
    }
    return textOnInput(context);
}

Task<Result<Reply>> showNotes(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    co_return notesReply(id ? context->reader.contact(*id) : std::unexpected(id.error()));
}

Task<Result<Reply>> addNoteCommand(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    const auto text = textOf(*context, arguments);
    if (!id || !text) {
        co_return std::unexpected(id ? text.error() : id.error());
    }
    const auto contact = co_await flows::addNote(context->services, *id, *text);
    co_return notesReply(contact);
}

Task<Result<Reply>> setNotesCommand(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    const auto text = textOf(*context, arguments);
    if (!id || !text) {
        co_return std::unexpected(id ? text.error() : id.error());
    }
    const auto contact = co_await flows::setNotes(context->services, *id, *text);
    co_return notesReply(contact);
}

} // namespace

QVector<Command> noteCommands()
{
    return {
            {u"notes show"_s, u"CONTACT"_s, u"the notes on a contact"_s, Needs::reading, 2, showNotes},
            {u"notes add"_s, u"CONTACT [TEXT|-]"_s,
             u"adds a paragraph; without TEXT it is read from standard input"_s, Needs::writing, 2,
             addNoteCommand},
            {u"notes set"_s, u"CONTACT [TEXT|-]"_s,
             u"replaces the notes; without TEXT they are read from standard input"_s, Needs::writing, 2,
             setNotesCommand},
    };
}

} // namespace crema::app
