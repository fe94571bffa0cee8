// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settling.h"

#include "base/textmerge.h"
#include "model/contact.h"
#include "model/order.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

QString textOrNone(const std::optional<Json> &value)
{
    return value ? textOf(*value) : QString();
}

/// Whether the field is neither as the edit saw it nor as it wants it. Bodies of other programs and earlier
/// versions may write the same otherwise than we read it.
bool isStale(Kind kind, const Json &body, const std::optional<Json> &present, const FieldEdit &edit)
{
    if (!edit.seen || present == *edit.seen || present == edit.value) {
        return false;
    }
    return kind != Kind::contact || fieldValue(kind, toBody(contactFrom({}, body)), edit.field) != *edit.seen;
}

FieldEdit appended(const std::optional<Json> &present, const FieldEdit &edit)
{
    const QString before = textOrNone(present);
    const QString gap = before.isEmpty() ? QString() : u"\n\n"_s;
    return {edit.field, Json(QString(before + gap + textOrNone(edit.value)))};
}

/// What becomes of a stale edit; nothing when the field is left as it is.
Result<std::optional<FieldEdit>> reconciled(Kind kind, Origin origin, const std::optional<Json> &present,
                                            const FieldEdit &edit)
{
    if (origin == Origin::import) {
        return std::nullopt;
    }
    if (mergeTypeOf(kind, edit.field.toStdString()) != MergeType::longText) {
        return edit;
    }
    // Of two texts put in at one place the one that is there already stands first. Where there was none, both
    // are new.
    const QString seen = textOrNone(*edit.seen);
    const MergedText merged = mergedText(seen, textOrNone(present), textOrNone(edit.value));
    if (merged.isClean || seen.isEmpty()) {
        return FieldEdit {edit.field,
                          merged.text.isEmpty() ? std::nullopt : std::optional(Json(merged.text))};
    }
    if (origin == Origin::user) {
        return failure(ErrorKind::conflict,
                       u"The same lines of the %1 were changed meanwhile; nothing was changed."_s.arg(
                               edit.field == "body"_L1 ? u"email"_s : edit.field));
    }
    return edit;
}

QString listOf(const QString &field)
{
    return field.left(std::max<qsizetype>(field.indexOf(u'/'), 0));
}

bool addsItem(Kind kind, const Json &body, const FieldEdit &edit)
{
    return mergeTypeOf(kind, listOf(edit.field).toStdString()) == MergeType::orderedList && edit.value
            && edit.value->is_object() && !fieldValue(kind, body, edit.field);
}

/// Whoever makes a patch gives each place in a list once, but not knowing what others added meanwhile.
void goBehindOthers(Kind kind, const Json &body, std::vector<FieldEdit> &edits)
{
    Json now = body;
    for (const FieldEdit &edit : edits) {
        setField(kind, now, edit);
    }
    for (FieldEdit &edit : edits) {
        if (!addsItem(kind, body, edit)) {
            continue;
        }
        const QString list = listOf(edit.field);
        const Json &items = arrayAt(now, list.toUtf8().constData());
        const auto isTaken = [&](const Json &item) {
            const QString field = list + u'/' + textAt(item, "id");
            return textAt(item, "pos") == textAt(*edit.value, "pos")
                    && std::ranges::find(edits, field, &FieldEdit::field) == edits.end();
        };
        if (std::ranges::any_of(items, isTaken)) {
            (*edit.value)["pos"] = positionBetween(textAt(items.back(), "pos"), {});
            setField(kind, now, edit);
        }
    }
}

} // namespace

Result<Settled> settle(const RecordPatch &patch, Origin origin, const Json &body,
                       const std::function<bool(const QString &field)> &isOwn)
{
    Settled result;
    for (const FieldEdit &edit : patch.edits) {
        const auto present = fieldValue(patch.kind, body, edit.field);
        Result<std::optional<FieldEdit>> one = edit.appends ? appended(present, edit) : edit;
        if (isStale(patch.kind, body, present, edit) && !isOwn(edit.field)) {
            one = reconciled(patch.kind, origin, present, edit);
        }
        if (!one) {
            return std::unexpected(one.error());
        }
        if (*one) {
            result.edits.push_back(*std::move(*one));
        } else {
            result.kept << edit.field;
        }
    }
    const auto adds = [&](const FieldEdit &edit) { return edit.seen && addsItem(patch.kind, body, edit); };
    if (std::ranges::any_of(result.edits, adds)) {
        goBehindOthers(patch.kind, body, result.edits);
    }
    return result;
}

} // namespace crema::store
