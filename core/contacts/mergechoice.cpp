// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/mergechoice.h"

#include "base/text.h"
#include "contacts/duplicates.h"
#include "contacts/merging.h"
#include "model/status.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

using Members = QVector<QString Contact::*>;

/// How one field is shown, taken over and joined.
struct FieldRule
{
    QString key;
    Members members; ///< texts that go together; empty for lists
    QStringList (*values)(const Contact &contact) = nullptr; ///< of lists
    void (*take)(Contact &into, const Contact &from) = nullptr;
    bool canBoth = false;
};

QString joined(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

QStringList pointValues(const QVector<ContactPoint> &points)
{
    QStringList values;
    for (const ContactPoint &point : points) {
        values << (point.kind.isEmpty() ? point.value : u"%1 (%2)"_s.arg(point.value, point.kind));
    }
    return values;
}

QString years(const QString &from, const QString &to)
{
    return from.isEmpty() && to.isEmpty() ? QString() : u"(%1–%2)"_s.arg(from, to);
}

QStringList positionValues(const Contact &contact)
{
    QStringList values;
    for (const Position &position : contact.positions) {
        values << joined(
                {joined({position.title, position.company}, u", "_s), years(position.from, position.to)},
                u" "_s);
    }
    return values;
}

QStringList schoolValues(const Contact &contact)
{
    QStringList values;
    for (const School &school : contact.schools) {
        values << joined(
                {joined({school.name, school.degree, school.field}, u", "_s), years(school.from, school.to)},
                u" "_s);
    }
    return values;
}

QStringList extraValues(const Contact &contact)
{
    QStringList values;
    for (const auto &[key, value] : contact.extra.items()) {
        if (key != "distinctFrom") {
            const QString text = value.is_string() ? textOf(value) : QString::fromUtf8(toBytes(value));
            values << u"%1: %2"_s.arg(QString::fromStdString(key), text);
        }
    }
    return values;
}

const QVector<FieldRule> &fieldRules()
{
    static const QVector<FieldRule> rules {
            {u"name"_s, {&Contact::firstName, &Contact::lastName}},
            {u"headline"_s, {&Contact::headline}},
            {u"positions"_s,
             {},
             positionValues,
             [](Contact &into, const Contact &from) { into.positions = from.positions; },
             true},
            {u"schools"_s,
             {},
             schoolValues,
             [](Contact &into, const Contact &from) { into.schools = from.schools; },
             true},
            {u"addresses"_s,
             {},
             [](const Contact &c) { return pointValues(c.addresses); },
             [](Contact &into, const Contact &from) { into.addresses = from.addresses; },
             true},
            {u"phones"_s,
             {},
             [](const Contact &c) { return pointValues(c.phones); },
             [](Contact &into, const Contact &from) { into.phones = from.phones; },
             true},
            {u"links"_s,
             {},
             [](const Contact &c) { return pointValues(c.links); },
             [](Contact &into, const Contact &from) { into.links = from.links; },
             true},
            {u"place"_s, {&Contact::location, &Contact::city, &Contact::state, &Contact::country}},
            {u"hometown"_s, {&Contact::hometown}},
            {u"industry"_s, {&Contact::industry}},
            {u"status"_s, {&Contact::status}},
            {u"tags"_s,
             {},
             [](const Contact &c) { return c.tags; },
             [](Contact &into, const Contact &from) { into.tags = from.tags; },
             true},
            {u"notes"_s, {&Contact::notes}, nullptr, nullptr, true},
            {u"nextAction"_s, {&Contact::nextAction, &Contact::nextActionDate}},
            {u"firstContactDate"_s, {&Contact::firstContactDate}},
            {u"lastContactDate"_s, {&Contact::lastContactDate}},
            {u"connectedOn"_s, {&Contact::connectedOn}},
            {u"howMet"_s, {&Contact::howMet}},
            {u"introducedBy"_s, {&Contact::introducedBy}},
            {u"muted"_s,
             {},
             [](const Contact &c) { return c.muted ? QStringList {u"✓"_s} : QStringList(); },
             [](Contact &into, const Contact &from) { into.muted = from.muted; }},
            {u"extra"_s,
             {},
             extraValues,
             [](Contact &into, const Contact &from) { into.extra = from.extra; },
             true},
    };
    return rules;
}

const FieldRule *ruleOf(const QString &key)
{
    const auto rule = std::ranges::find(fieldRules(), key, &FieldRule::key);
    return rule == fieldRules().end() ? nullptr : &*rule;
}

QStringList valuesOf(const FieldRule &rule, const Contact &contact)
{
    if (rule.values != nullptr) {
        return rule.values(contact);
    }
    QStringList parts;
    for (QString Contact::*member : rule.members) {
        parts << contact.*member;
    }
    const QString text = joined(parts, rule.key == "name"_L1 ? u" "_s : u", "_s);
    return text.isEmpty() ? QStringList() : QStringList {text};
}

/// Only this list of a contact, for filled() to join.
Contact only(const FieldRule &rule, const Contact &contact)
{
    Contact alone;
    rule.take(alone, contact);
    return alone;
}

void takeOther(const FieldRule &rule, Contact &into, const Contact &from)
{
    if (rule.take != nullptr) {
        rule.take(into, from);
    }
    for (QString Contact::*member : rule.members) {
        into.*member = from.*member;
    }
}

void takeBoth(const FieldRule &rule, Contact &into, const Contact &from)
{
    if (rule.take != nullptr) {
        rule.take(into, filled(only(rule, into), only(rule, from)).contact);
    } else {
        into.notes = joinedNotes(into.notes, from.notes);
    }
}

bool isEarlier(const QString &a, const QString &b)
{
    return !a.isEmpty() && (b.isEmpty() || a < b); // ISO dates sort as text
}

qsizetype stageOf(const Contact &contact)
{
    return contactStatuses().indexOf(normalisedStatus(contact.status));
}

/// 2 for a whole word, 1 for an initial.
int weightOf(const QString &part)
{
    return part.isEmpty() ? 0 : fold(part).remove(u'.').size() > 1 ? 2 : 1;
}

/// The fuller name; of two spellings the one with its accents.
bool isBetterName(const Contact &a, const Contact &b)
{
    const int own = weightOf(a.firstName) + weightOf(a.lastName);
    const int others = weightOf(b.firstName) + weightOf(b.lastName);
    const auto accents = [](const Contact &contact) {
        return std::ranges::count_if(contact.name(), [](QChar c) { return c.unicode() >= 0x80; });
    };
    return own != others ? own > others : fold(a.name()) == fold(b.name()) && accents(a) > accents(b);
}

MergeChoice suggestedText(const FieldRule &rule, const Contact &keep, const Contact &other)
{
    bool takes = valuesOf(rule, keep).isEmpty();
    if (rule.key == "name"_L1) {
        takes = isBetterName(other, keep);
    } else if (rule.key == "status"_L1) {
        takes = stageOf(keep) >= 0
                && (stageOf(other) > stageOf(keep) || (stageOf(other) < 0 && stageOf(keep) == 0));
    } else if (rule.key == "firstContactDate"_L1) {
        takes = isEarlier(other.firstContactDate, keep.firstContactDate);
    } else if (rule.key == "lastContactDate"_L1) {
        takes = other.lastContactDate > keep.lastContactDate;
    } else if (rule.key == "muted"_L1) {
        takes = other.muted;
    }
    return takes ? MergeChoice::other : MergeChoice::keep;
}

MergeChoice suggestion(const FieldRule &rule, const Contact &keep, const Contact &other)
{
    if (!rule.canBoth) {
        return suggestedText(rule, keep, other);
    }
    const bool one = valuesOf(rule, keep).isEmpty();
    const bool two = valuesOf(rule, other).isEmpty();
    return one ? MergeChoice::other : two ? MergeChoice::keep : MergeChoice::both;
}

bool sayTheSame(const FieldRule &rule, const Contact &keep, const Contact &other)
{
    const QStringList own = valuesOf(rule, keep);
    const QStringList others = valuesOf(rule, other);
    if (own == others) {
        return true;
    }
    if (rule.take == nullptr || !rule.canBoth) {
        return false;
    }
    // A list that adds nothing to the other, whatever the order or the spelling.
    return !own.isEmpty() && !others.isEmpty() && !filled(only(rule, keep), only(rule, other)).changed
            && !filled(only(rule, other), only(rule, keep)).changed;
}

void joinDistinct(Contact &into, const Contact &keep, const Contact &other)
{
    QStringList ids = distinctFrom(keep) + distinctFrom(other);
    ids.removeDuplicates();
    ids.removeAll(keep.id);
    ids.removeAll(other.id);
    ids.sort();
    setDistinctFrom(into, ids);
}

int fullness(const Contact &contact)
{
    qsizetype count = 0;
    for (const FieldRule &rule : fieldRules()) {
        count += valuesOf(rule, contact).size();
    }
    return static_cast<int>(count);
}

} // namespace

QStringList mergeValues(const QString &key, const Contact &contact)
{
    const FieldRule *rule = ruleOf(key);
    return rule == nullptr ? QStringList() : valuesOf(*rule, contact);
}

QVector<MergeField> mergeFields(const Contact &keep, const Contact &other)
{
    QVector<MergeField> fields;
    for (const FieldRule &rule : fieldRules()) {
        MergeField field {rule.key, valuesOf(rule, keep), valuesOf(rule, other), rule.canBoth};
        if (field.keep.isEmpty() && field.other.isEmpty()) {
            continue;
        }
        field.canBoth = rule.canBoth && !field.keep.isEmpty() && !field.other.isEmpty();
        field.same = sayTheSame(rule, keep, other);
        field.suggested = field.same ? MergeChoice::keep : suggestion(rule, keep, other);
        fields << field;
    }
    return fields;
}

Contact merged(const Contact &keep, const Contact &other, const MergeChoices &choices)
{
    Contact result = keep;
    for (const MergeField &field : mergeFields(keep, other)) {
        const FieldRule &rule = *ruleOf(field.key);
        const MergeChoice choice = choices.value(field.key, field.suggested);
        if (choice == MergeChoice::other) {
            takeOther(rule, result, other);
        } else if (choice == MergeChoice::both && rule.canBoth) {
            takeBoth(rule, result, other);
        }
    }
    if (result.runId.isEmpty()) {
        result.runId = other.runId;
    }
    if (isEarlier(other.createdAt, keep.createdAt)) {
        result.createdAt = other.createdAt;
    }
    joinDistinct(result, keep, other);
    return result;
}

Result<> checkChoices(const MergeChoices &choices)
{
    for (const auto &[key, choice] : choices.asKeyValueRange()) {
        const FieldRule *rule = ruleOf(key);
        if (rule == nullptr) {
            QStringList keys;
            std::ranges::transform(fieldRules(), std::back_inserter(keys), &FieldRule::key);
            return failure(ErrorKind::rejectedInput,
                           u"\"%1\" is no field to choose; there is: %2."_s.arg(key, keys.join(u", "_s)));
        }
        if (choice == MergeChoice::both && !rule->canBoth) {
            return failure(ErrorKind::rejectedInput,
                           u"A contact has one value in \"%1\": choose keep or other."_s.arg(key));
        }
    }
    return {};
}

bool isFuller(const Contact &a, const Contact &b)
{
    const int own = fullness(a);
    const int others = fullness(b);
    return own != others ? own > others : isEarlier(a.createdAt, b.createdAt);
}

} // namespace crema::contacts
