// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/writingstyle.h"

#include "base/text.h"

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
