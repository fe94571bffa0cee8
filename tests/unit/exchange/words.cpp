// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

/// "Ann Lee <a@x.example> Analyst @ Acme": enough of a contact to compare in one line.
QString inWords(const Contact &contact)
{
    QString words = contact.name();
    for (const ContactPoint &address : contact.addresses) {
        words += u" <%1>"_s.arg(address.value);
    }
    if (!contact.linkedinUrl().isEmpty()) {
        words += u" ["_s + contact.linkedinUrl() + u']';
    }
    if (!contact.positions.isEmpty()) {
        words += u' ' + contact.jobTitle() + u" @ "_s + contact.company();
    }
    return words.trimmed();
}

QStringList inWords(const ReadPeople &read)
{
    QStringList lines;
    for (const auto &person : read.people) {
        lines << u"%1: %2"_s.arg(person->row).arg(inWords(person->contact));
    }
    return lines;
}

QStringList inWords(const QVector<RowNote> &notes)
{
    QStringList lines;
    for (const RowNote &note : notes) {
        lines << u"%1: %2"_s.arg(note.row).arg(note.reason);
    }
    return lines;
}

ReadPeople peopleOf(const QByteArray &bytes, const ReadOptions &options)
{
    auto read = readPeople(bytes, options);
    if (!read) {
        qWarning("%s", qPrintable(read.error().text));
        return {};
    }
    return std::move(*read);
}

QString column(const Contact &contact, const char *name)
{
    return textAt(member(contact.extra, "columns"), name);
}
