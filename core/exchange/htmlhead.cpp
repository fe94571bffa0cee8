// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/htmlhead.h"

#include "base/encodings.h"
#include "exchange/textdecoding.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <span>
#include <string>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace crema::exchange {

namespace {

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

std::string inLowerCase(std::string_view text)
{
    std::string folded(text);
    std::ranges::transform(folded, folded.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; });
    return folded;
}

bool isOneOfTags(std::string_view text, std::span<const std::string_view> names)
{
    return std::ranges::any_of(names, [&](std::string_view name) {
        return text.starts_with(name) && (text.size() == name.size() || !isLetter(text[name.size()]));
    });
}

/// Whether "<table" or "<tr" stands anywhere.
bool hasTable(std::string_view text)
{
    for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        if (isOneOfTags(inLowerCase(text.substr(at + 1, 6)), std::array {"table"sv, "tr"sv})) {
            return true;
        }
    }
    return false;
}

/// The word behind "charset=" or "encoding=" in the first lines, in lower case.
QString declaredEncoding(std::string_view bytes)
{
    constexpr size_t window = 4096;
    const std::string head = inLowerCase(bytes.substr(0, window));
    for (const std::string_view word : {"charset="sv, "encoding="sv}) {
        const size_t found = head.find(word);
        if (found == std::string::npos) {
            continue;
        }
        const std::string_view value = std::string_view(head).substr(found + word.size());
        const size_t begin = std::min(value.find_first_not_of(" \"'"), value.size());
        const std::string_view name = value.substr(begin, value.find_first_of(" \"'/>;?\r\n", begin) - begin);
        return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    }
    return {};
}

} // namespace

bool isHtml(std::string_view text)
{
    const size_t start = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (start == std::string_view::npos || text[start] != '<') {
        return false;
    }
    const std::string head = inLowerCase(text.substr(start + 1, 20));
    static constexpr std::array pages {"!doctype"sv, "html"sv, "?xml"sv, "table"sv};
    static constexpr std::array parts {"head"sv, "meta"sv,   "title"sv, "body"sv, "div"sv,    "center"sv,
                                       "font"sv, "h1"sv,     "h2"sv,    "h3"sv,   "p"sv,      "b"sv,
                                       "span"sv, "form"sv,   "tr"sv,    "br"sv,   "thead"sv,  "tbody"sv,
                                       "link"sv, "script"sv, "style"sv, "main"sv, "section"sv};
    return isOneOfTags(head, pages) || head.starts_with("!--")
            || (isOneOfTags(head, parts) && hasTable(text.substr(start)));
}

QString encodingOfPage(std::string_view bytes)
{
    if (!isHtml(bytes) || isValidUtf8(bytes)) {
        return {};
    }
    // What browsers take the old names for (https://encoding.spec.whatwg.org/#names-and-labels).
    static const QHash<QString, QString> others {
            {u"iso-8859-1"_s, u"Windows-1252"_s}, {u"latin1"_s, u"Windows-1252"_s},
            {u"us-ascii"_s, u"Windows-1252"_s},   {u"iso-8859-9"_s, u"Windows-1254"_s},
            {u"gb2312"_s, u"GB18030"_s},          {u"gbk"_s, u"GB18030"_s},
            {u"x-sjis"_s, u"Shift_JIS"_s},        {u"windows-31j"_s, u"Shift_JIS"_s},
            {u"ks_c_5601-1987"_s, u"EUC-KR"_s}};
    const QString declared = declaredEncoding(bytes);
    const QString name = others.value(declared, declared);
    for (const QString &known : encodingNames()) {
        if (known.compare(name, Qt::CaseInsensitive) == 0) {
            return known == "UTF-8"_L1 ? QString() : known;
        }
    }
    return isKnownEncoding(name) && !name.startsWith("utf"_L1) ? name : QString();
}

} // namespace crema::exchange
