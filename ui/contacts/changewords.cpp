// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/changewords.h"

#include "base/dates.h"
#include "base/text.h"
#include "ui/common/chip.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/contacts/contactdetail.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype valueLength = 80;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::ui::ChangeWords)
};

bool isLongText(const QString &field)
{
    return field == "notes"_L1 || field == "body"_L1;
}

/// "someField" as "Some field": a key that nobody has given words yet is read all the same.
QString spelledOut(const QString &key)
{
    QString words;
    for (const QChar c : key) {
        const bool begins = c.isUpper() && !words.isEmpty();
        words += begins ? u" "_s : QString();
        words += words.isEmpty() ? c.toUpper() : c.toLower();
    }
    return words;
}

/// Of emails, chats and the profile; contacts have their own table.
QString otherFieldWords(const QString &field)
{
    const QHash<QString, QString> words {{u"subject"_s, Words::tr("Subject")},
                                         {u"body"_s, Words::tr("Text")},
                                         {u"state"_s, Words::tr("State")},
                                         {u"contactId"_s, Words::tr("Person")},
                                         {u"status"_s, Words::tr("Status")},
                                         {u"notes"_s, Words::tr("Notes")},
                                         {u"questions"_s, Words::tr("Questions")},
                                         {u"claims"_s, Words::tr("Statements and their sources")},
                                         {u"resumeId"_s, Words::tr("Attached resume")},
                                         {u"overrideReason"_s, Words::tr("Approved by you")},
                                         {u"handedOffAt"_s, Words::tr("Handed off")},
                                         {u"pdfFile"_s, Words::tr("PDF")},
                                         {u"completedAt"_s, Words::tr("Completed")},
                                         {u"name"_s, Words::tr("Name")},
                                         {u"email"_s, Words::tr("Email")},
                                         {u"university"_s, Words::tr("University")},
                                         {u"signature"_s, Words::tr("Signature")}};
    return words.value(field, spelledOut(field));
}

QString stateWords(const QString &state)
{
    if (state == "live"_L1) {
        return Words::tr("in use");
    }
    return state == "trashed"_L1 ? Words::tr("in the trash") : Words::tr("merged into another contact");
}

/// Bookkeeping between the parts of the program.
bool saysNothing(const QString &field)
{
    static const QStringList fields {u"claims"_s,       u"pdfFile"_s,     u"completedAt"_s, u"brief"_s,
                                     u"person"_s,       u"runId"_s,       u"createdAt"_s,   u"handedOffAt"_s,
                                     u"similarities"_s, u"contactData"_s, u"preparedOn"_s};
    return fields.contains(field);
}

} // namespace

QString recordKindWords(Kind kind)
{
    switch (kind) {
    case Kind::contact:
        return Words::tr("Contact");
    case Kind::draft:
        return Words::tr("Email");
    case Kind::run:
        return Words::tr("Search");
    case Kind::prep:
        return Words::tr("Coffee chat");
    case Kind::profile:
        return Words::tr("Profile");
    case Kind::resume:
        return Words::tr("Resume");
    case Kind::mailTemplate:
        return Words::tr("Template");
    }
    return {};
}

QString recordFieldWords(Kind kind, const QString &field)
{
    const QString key = field.section(u'/', 0, 0);
    if (key == "muted"_L1) {
        return Words::tr("Reply checks off");
    }
    if (key == "introducerIds"_L1) {
        return Words::tr("Who could introduce you");
    }
    if (key == "distinctFrom"_L1) {
        return Words::tr("Not the same person");
    }
    const QString words = kind == Kind::contact ? fieldWords(key) : key;
    return words == key ? otherFieldWords(key) : words;
}

QString valueWords(const QString &field, const std::optional<Json> &value)
{
    if (!value || value->is_null()) {
        return {};
    }
    if (field == "@state"_L1) {
        return stateWords(textOf(*value));
    }
    if (field == "status"_L1 || field == "state"_L1) {
        return statusWords(textOf(*value));
    }
    if (value->is_boolean()) {
        return value->dump() == "true" ? Words::tr("yes") : Words::tr("no");
    }
    if (value->is_object()) {
        for (const char *key : {"value", "name"}) {
            if (const QString text = textAt(*value, key); !text.isEmpty()) {
                return elided(text, valueLength);
            }
        }
        return elided(roleWords(textAt(*value, "title"), textAt(*value, "company")), valueLength);
    }
    if (value->is_number()) {
        return QString::fromUtf8(toBytes(*value));
    }
    if (field.endsWith("Date"_L1)) {
        const QDate date = parseDate(textOf(*value));
        return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : textOf(*value);
    }
    return elided(cleanLine(textOf(*value)), valueLength);
}

QString changeWords(Kind kind, const store::FieldStep &step)
{
    const QString key = step.field.section(u'/', 0, 0);
    if (saysNothing(key)) {
        return {};
    }
    if (key == store::purgedField()) {
        return Words::tr("Deleted for good since");
    }
    const QString name = recordFieldWords(kind, key);
    if (key == "@state"_L1) {
        return step.after ? Words::tr("Now %1").arg(valueWords(key, step.after)) : QString();
    }
    if (key == "tags"_L1) {
        const QString tag = step.field.section(u'/', 1);
        return step.after ? Words::tr("Tag added: %1").arg(tag) : Words::tr("Tag removed: %1").arg(tag);
    }
    if (key == "distinctFrom"_L1) {
        return step.after ? Words::tr("Said to be another person than a possible duplicate")
                          : Words::tr("No longer said to be another person than a possible duplicate");
    }
    const QString before = valueWords(key, step.before);
    const QString after = valueWords(key, step.after);
    if (isLongText(key) || key == "introducerIds"_L1 || before == after) {
        return Words::tr("%1 changed").arg(name);
    }
    if (before.isEmpty()) {
        return Words::tr("%1: %2").arg(name, after);
    }
    return after.isEmpty() ? Words::tr("%1 removed: %2").arg(name, before)
                           : Words::tr("%1: %2 → %3").arg(name, before, after);
}

} // namespace crema::ui
