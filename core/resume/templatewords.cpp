// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/templatewords.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

bool isTemplateName(const QString &text)
{
    static const QRegularExpression name(
            u"^\\W*(?:(?:your|my)\\s+(?:full\\s+)?(?:name|company|employer|university|school|college|degree|"
            u"major|"
            "city|town)(?:\\s+(?:name|here))*|"
            "(?:your\\s+)?first(?:\\s?name)?[\\s,]+(?:middle\\s+)?last(?:\\s?name)?|name\\s+surname|"
            "(?:(?:the\\s+)?(?:company|employer|organi[sz]ation|university|college|school|institution|degree|"
            "major)\\s+name)|"
            "name\\s+of\\s+(?:the\\s+)?(?:company|employer|organi[sz]ation|university|college|school)|"
            "(?:company|employer)\\s+(?:\\d|[a-z])|\\[.*\\])\\W*$"_s,
            anyCase);
    return name.match(text).hasMatch();
}

bool isTemplateAddress(const QString &text)
{
    static const QRegularExpression email(
            u"^(?:(?:your|my)[._-]?(?:name|e?mail)|first(?:name)?[._-]?last(?:name)?|name[._-]?surname|"
            u"username)@.*|"
            "^(?:e?mail|name|user)@(?:e?mail|example|domain|company|website)\\..*"_s,
            anyCase);
    static const QRegularExpression profile(
            u"/in/(?:username|user-?name|your-?(?:name|profile|username|url)|first-?(?:name-?)?last-?(?:name)?|profile|name)/?$"_s,
            anyCase);
    return email.match(text).hasMatch() || profile.match(text).hasMatch();
}

// 123-456-7890, 555-555-5555, 000-0000
bool isTemplatePhone(const QString &text)
{
    QString digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    const auto same = [](const QString &number) { return number.count(number.front()) == number.size(); };
    const qsizetype country = digits.size() > 10 ? digits.size() - 10 : 0;
    const QString number = digits.mid(country);
    return !number.isEmpty() && (same(number) || number == u"1234567890" || number == u"0123456789");
}

} // namespace

void dropTemplateWords(ResumeFacts &facts)
{
    for (ResumeLine *line : {&facts.name, &facts.university, &facts.degree, &facts.major, &facts.hometown}) {
        *line = isTemplateName(line->text) ? ResumeLine {} : *line;
    }
    for (ResumeLine *line : {&facts.email, &facts.linkedinUrl}) {
        *line = isTemplateAddress(line->text) ? ResumeLine {} : *line;
    }
    facts.phone = isTemplatePhone(facts.phone.text) ? ResumeLine {} : facts.phone;
    erase_if(facts.companies, [](const ResumeLine &company) { return isTemplateName(company.text); });
}

} // namespace crema::resume
