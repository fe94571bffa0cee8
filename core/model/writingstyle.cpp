// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/writingstyle.h"

#include "base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

struct Switch
{
    const char *key;
    bool WritingStyle::*member;
};
constexpr std::array switches {
        Switch {"withholdPhone", &WritingStyle::withholdPhone},
        Switch {"withholdAddress", &WritingStyle::withholdAddress},
        Switch {"withholdSchool", &WritingStyle::withholdSchool},
};

constexpr int longestSignOff = 5; // words; the gate takes no more for a sign-off

const Switch *switchNamed(const QString &field)
{
    const auto it = std::ranges::find_if(
            switches, [&](const Switch &one) { return field == QLatin1StringView(one.key); });
    return it == switches.end() ? nullptr : &*it;
}

QString said(const char *words)
{
    return QCoreApplication::translate("writing", words);
}

std::unexpected<Error> refused(const QString &field, const QString &value, const QString &possible)
{
    return failure(ErrorKind::rejectedInput,
                   said("\"%1\" is no %2; there are: %3.").arg(value, field, possible));
}

} // namespace

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::neutral:
        return u"neutral"_s;
    case Tone::warm:
        return u"warm"_s;
    case Tone::formal:
        return u"formal"_s;
    }
    return {};
}

Tone toneFromName(QStringView name)
{
    return name == "warm"_L1 ? Tone::warm : name == "formal"_L1 ? Tone::formal : Tone::neutral;
}

QString lengthName(MailLength length)
{
    switch (length) {
    case MailLength::brief:
        return u"brief"_s;
    case MailLength::medium:
        return u"medium"_s;
    case MailLength::full:
        return u"full"_s;
    }
    return {};
}

MailLength lengthFromName(QStringView name)
{
    return name == "brief"_L1 ? MailLength::brief : name == "full"_L1 ? MailLength::full : MailLength::medium;
}

QString signOffOf(const WritingStyle &style)
{
    QString own = cleanLine(style.signOff);
    while (own.endsWith(u',')) {
        own.chop(1);
    }
    if (!own.isEmpty()) {
        return own;
    }
    switch (style.tone) {
    case Tone::neutral:
        return u"Best regards"_s;
    case Tone::warm:
        return u"Warm regards"_s;
    case Tone::formal:
        return u"Kind regards"_s;
    }
    return {};
}

const QStringList &writingFields()
{
    static const QStringList fields {u"tone"_s,          u"length"_s,          u"signOff"_s,
                                     u"withholdPhone"_s, u"withholdAddress"_s, u"withholdSchool"_s};
    return fields;
}

QString writingField(const WritingStyle &style, const QString &field)
{
    if (field == "tone"_L1) {
        return toneName(style.tone);
    }
    if (field == "length"_L1) {
        return lengthName(style.length);
    }
    if (field == "signOff"_L1) {
        return style.signOff;
    }
    const Switch *found = switchNamed(field);
    return !found ? QString() : style.*(found->member) ? u"yes"_s : u"no"_s;
}

Result<> setWritingField(WritingStyle &style, const QString &field, const QString &value)
{
    const WritingStyle usual;
    const QString text = cleanLine(value);
    if (field == "tone"_L1) {
        style.tone = toneFromName(text);
        return text.isEmpty() || toneName(style.tone) == text
                ? Result<> {}
                : refused(field, text, u"neutral, warm, formal"_s);
    }
    if (field == "length"_L1) {
        style.length = lengthFromName(text);
        return text.isEmpty() || lengthName(style.length) == text
                ? Result<> {}
                : refused(field, text, u"brief, medium, full"_s);
    }
    if (field == "signOff"_L1) {
        style.signOff = text;
        return wordCount(text) <= longestSignOff
                ? Result<> {}
                : failure(ErrorKind::rejectedInput,
                          said("A sign-off has at most %1 words.").arg(longestSignOff));
    }
    const Switch *found = switchNamed(field);
    if (!found) {
        return failure(ErrorKind::rejectedInput, said("There is no writing field \"%1\".").arg(field));
    }
    static const QStringList yes {u"yes"_s, u"true"_s, u"on"_s, u"1"_s};
    static const QStringList no {u"no"_s, u"false"_s, u"off"_s, u"0"_s};
    const QString word = text.toLower();
    if (!text.isEmpty() && !yes.contains(word) && !no.contains(word)) {
        return refused(field, text, u"yes, no"_s);
    }
    style.*(found->member) = text.isEmpty() ? usual.*(found->member) : yes.contains(word);
    return {};
}

Json toJson(const WritingStyle &style)
{
    const WritingStyle usual;
    Json json = Json::object();
    if (style.tone != usual.tone) {
        json["tone"] = toneName(style.tone);
    }
    if (style.length != usual.length) {
        json["length"] = lengthName(style.length);
    }
    putText(json, "signOff", style.signOff);
    for (const auto &[key, member] : switches) {
        if (style.*member != usual.*member) {
            json[key] = style.*member;
        }
    }
    return json;
}

WritingStyle writingStyleFrom(const Json &json)
{
    WritingStyle style;
    style.tone = toneFromName(textAt(json, "tone"));
    style.length = lengthFromName(textAt(json, "length"));
    style.signOff = textAt(json, "signOff");
    for (const auto &[key, member] : switches) {
        if (crema::member(json, key).is_boolean()) {
            style.*member = boolAt(json, key);
        }
    }
    return style;
}

} // namespace crema
