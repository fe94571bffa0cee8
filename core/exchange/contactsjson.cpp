// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/contactsjson.h"

#include "contacts/identity.h"
#include "model/contactdocument.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::exchange {

namespace {

bool namesSomebody(const Contact &contact)
{
    return !contact.name().isEmpty() || !contact.email().isEmpty()
            || std::ranges::any_of(contact.links, [](const ContactPoint &link) {
                   return !contacts::linkedinSlug(link.value).isEmpty();
               });
}

void readDocument(ReadPeople &read, const Json &document, int row)
{
    if (!document.is_object()) {
        read.invalid << RowNote {
                row, QCoreApplication::translate("import", "not a contact but another kind of JSON value")};
        return;
    }
    auto person = std::make_unique<contacts::IncomingPerson>(contactFromDocument(document), row);
    if (namesSomebody(person->contact)) {
        read.people.push_back(std::move(person));
    } else {
        read.invalid << RowNote {
                row, QCoreApplication::translate("import", "no name, no email address and no LinkedIn URL")};
    }
}

} // namespace

QByteArray contactsJson(std::span<const Contact> contacts)
{
    Json array = Json::array();
    for (const Contact &contact : contacts) {
        array.push_back(toFullDocument(contact));
    }
    return toPrettyBytes(array) + '\n';
}

Result<ReadPeople> readContactsJson(const Json &json, const ReadOptions &options)
{
    ReadPeople read;
    read.format = Format::json;
    const Json &wrapped = arrayAt(json, "contacts");
    if (json.is_object() && wrapped.empty()) {
        readDocument(read, json, 1);
        return read;
    }
    const Json &documents = json.is_array() ? json : wrapped;
    int row = 0;
    for (const Json &document : documents) {
        if (options.stop.stop_requested()) {
            return failure(
                    ErrorKind::cancelled,
                    QCoreApplication::translate("import", "The import was cancelled; nothing was changed."));
        }
        readDocument(read, document, ++row);
    }
    return read;
}

} // namespace crema::exchange
