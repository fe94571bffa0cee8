// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/writebatch.h"

#include "base/dates.h"
#include "flows/earlieremails.h"
#include "flows/voiceflow.h"
#include "write/owntemplate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// The draft that an order writes anew, if it does. There is one first email; others may follow one another.
const Draft *presentOf(const WriteDesk &desk, const QString &contactId)
{
    const QString &id = desk.batch.draftId;
    const QString kind = write::mailKindName(desk.batch.kind);
    const auto it = std::ranges::find_if(desk.drafts, [&](const Draft &draft) {
        const bool counts = desk.batch.kind == write::MailKind::first || !hasLeft(draft);
        return id.isEmpty() ? counts && draft.contactId == contactId && draft.kind == kind : draft.id == id;
    });
    return it == desk.drafts.end() ? nullptr : &*it;
}

QString lateFor(const Draft &present, const QString &name)
{
    if (present.state == "pushed"_L1) {
        return tr("The email to %1 lies among your Gmail drafts and is kept as it is.").arg(name);
    }
    return present.state == "sending"_L1
            ? tr("The email to %1 is being sent.").arg(name)
            : tr("An email to %1 was handed off already; write a follow-up instead.").arg(name);
}

/// Why nothing should be written to this person now; empty when something should.
QString refusalOf(const Contact &contact, const WriteBatch &batch, const Draft *present)
{
    if (!batch.draftId.isEmpty() && (!present || present->contactId != contact.id)) {
        return tr("The email that was to be written anew is no longer there.");
    }
    if (present && present->state != "draft"_L1) {
        return lateFor(*present, contact.name());
    }
    if (present && batch.keepEdited && present->writer == handWriter) {
        return tr("The email to %1 was edited by hand and is kept as it is.").arg(contact.name());
    }
    if (batch.kind == write::MailKind::first && contact.name().isEmpty()) {
        return tr("The contact has no name to greet.");
    }
    return {};
}

} // namespace

std::optional<WriteBatch> batchFrom(const Json &input, const Services &services)
{
    const auto kind = write::mailKindFrom(textAt(input, "kind"));
    if (!kind) {
        return std::nullopt;
    }
    WriteBatch batch;
    batch.databasePath = services.workspace.databasePath();
    batch.contactIds = textsAt(input, "contactIds");
    batch.runId = textAt(input, "runId");
    batch.kind = *kind;
    batch.resumeId = textAt(input, "resumeId");
    batch.another = boolAt(input, "another");
    batch.topic = textAt(input, "topic");
    batch.draftId = textAt(input, "draftId");
    batch.createdAt = toStoredTime(services.clock.now());
    batch.choice = templateChoiceFrom(input);
    batch.keepEdited = !batch.runId.isEmpty() || batch.contactIds.size() > 1;
    return batch;
}

WriteDesk::WriteDesk(WriteBatch order, Profile sender, write::TemplateWriter writer)
    : batch(std::move(order)), profile(std::move(sender)), signature(signatureOf(profile)),
      templates(std::move(writer)), memory(templates.knowledge())
{
}

Result<std::shared_ptr<WriteDesk>> readDesk(WriteBatch batch)
{
    const auto reader = store::Reader::open(batch.databasePath);
    const auto profile = reader ? (*reader)->profile() : Result<Profile>(std::unexpected(reader.error()));
    auto writer = write::TemplateWriter::create();
    if (!profile || !writer) {
        return std::unexpected(profile ? writer.error() : profile.error());
    }
    const auto desk = std::make_shared<WriteDesk>(std::move(batch), *profile, *std::move(writer));
    auto drafts = (*reader)->drafts();
    const auto sent = allSendMarks(**reader);
    auto own = ownTemplateOf(**reader, desk->batch.choice);
    auto voice = learnedVoice(**reader);
    auto rules = activeVoiceRules(**reader);
    if (!drafts || !own || !sent) {
        return std::unexpected(!drafts ? drafts.error() : !own ? own.error() : sent.error());
    }
    if (!voice || !rules) {
        return std::unexpected(voice ? rules.error() : voice.error());
    }
    desk->drafts = *std::move(drafts);
    desk->earlier = earlierEmails(desk->drafts, *sent);
    desk->own = *std::move(own);
    desk->voice = *std::move(voice);
    desk->voiceRules = *std::move(rules);
    const QString kind = write::mailKindName(desk->batch.kind);
    for (const Draft &draft : std::as_const(desk->drafts)) {
        const bool isMeant = desk->batch.draftId.isEmpty() || desk->batch.draftId == draft.id;
        const bool isReplaced = isMeant && draft.state == "draft"_L1 && draft.kind == kind
                && desk->batch.contactIds.contains(draft.contactId);
        const auto contact = (*reader)->contact(draft.contactId);
        if (!isReplaced && contact) {
            desk->memory.add(draft, *contact, desk->signature);
        }
    }
    return desk;
}

Recipient recipientOf(const store::Reader &reader, const WriteDesk &desk, const QString &contactId)
{
    const auto contact = reader.contact(contactId);
    if (!contact) {
        return {{}, std::nullopt, contact.error().text};
    }
    return recipientOf(desk, *contact);
}

Recipient recipientOf(const WriteDesk &desk, const Contact &contact)
{
    Recipient recipient;
    const WriteBatch &batch = desk.batch;
    const Draft *present = presentOf(desk, contact.id);
    recipient.refusal = refusalOf(contact, batch, present);
    if (present) {
        recipient.present = *present;
    }
    write::WriteRequest &request = recipient.request;
    request.contact = contact;
    request.profile = desk.profile;
    request.kind = batch.kind;
    request.resumeId = batch.resumeId;
    request.topic = batch.topic;
    request.createdAt = batch.createdAt;
    request.memory = &desk.memory;
    request.templateName = batch.choice.bundledName;
    request.voice = desk.voice;
    if (batch.kind != write::MailKind::first) {
        request.earlier = desk.earlier.value(contact.id);
    }
    return recipient;
}

Result<Draft> writeFromTemplate(const WriteDesk &desk, const write::WriteRequest &request)
{
    return desk.own ? write::writeFromOwn(*desk.own, request, desk.templates) : desk.templates.write(request);
}

QString remarkOn(const write::ModelDraft &written)
{
    if (!written.fallback.isEmpty()) {
        return tr("The model gave no email that the record bears out; this one was written from a template. "
                  "%1")
                .arg(written.fallback);
    }
    return written.dropped.isEmpty()
            ? QString()
            : tr("Left out, since nothing on record says it: \"%1\"").arg(written.dropped.join(u"\", \""_s));
}

QString overtaken(const store::Reader &reader, const WrittenDraft &written)
{
    if (const auto contact = reader.contact(written.draft.contactId); !contact) {
        return contact.error().text;
    }
    if (!written.replaces) {
        return {};
    }
    const auto now = reader.draft(written.replaces->id);
    if (!now) {
        return now.error().text;
    }
    return *now == *written.replaces
            ? QString()
            : tr("The email was changed while it was being written again; it is kept as it is.");
}

QString addDraft(store::Operation &operation, WrittenDraft &written, IdSource &ids)
{
    Draft &draft = written.draft;
    draft.id = written.replaces ? written.replaces->id : ids.next();
    if (written.replaces) {
        operation.patch(Kind::draft, draft.id, toBody(*written.replaces), toBody(draft));
    } else {
        operation.create(Kind::draft, draft.id, toBody(draft));
    }
    return draft.id;
}

Json unwrittenJson(const QVector<Unwritten> &unwritten)
{
    Json json = Json::array();
    for (const Unwritten &one : unwritten) {
        json.push_back({{"contactId", one.contactId}, {"reason", one.reason}});
    }
    return json;
}

QVector<Unwritten> unwrittenFrom(const Json &json)
{
    QVector<Unwritten> unwritten;
    for (const Json &one : json) {
        unwritten << Unwritten {textAt(one, "contactId"), textAt(one, "reason")};
    }
    return unwritten;
}

} // namespace crema::flows
