// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs and values of a cell (OpenDocument 1.3 part 3, sections 6.1 and 19.385).
#include "exchange/numberformats.h"
#include "exchange/odstable.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// White space of the file is one blank, and none at the beginning of a paragraph.
void addCollapsed(QString &text, QStringView more, qsizetype begin)
{
    const auto isSpace = [](QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r'; };
    while (!more.isEmpty()) {
        const auto word = std::ranges::find_if(more, isSpace) - more.begin();
        text += more.first(word);
        more = more.sliced(word);
        if (!more.isEmpty() && text.size() > begin && !text.endsWith(u' ')) {
            text += u' ';
        }
        more = more.sliced(std::ranges::find_if_not(more, isSpace) - more.begin());
    }
}

QString attributeNamed(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    const auto found = std::ranges::find_if(
            attributes, [name](const QXmlStreamAttribute &one) { return one.name() == name; });
    return found == attributes.end() ? QString() : found->value().toString();
}

/// Blanks and tabs, which have elements of their own.
void addSign(const QXmlStreamReader &xml, QString &text)
{
    constexpr int mostBlanks = 1000;
    if (xml.name() == "s"_L1) {
        const int count = attributeNamed(xml.attributes(), "c"_L1).toInt(); // 0 where it is not said
        text += QString(std::clamp(count, 1, mostBlanks), u' ');
    } else if (xml.name() == "tab"_L1) {
        text += u'\t';
    } else if (xml.name() == "line-break"_L1) {
        text += u'\n';
    }
}

/// What stands in a paragraph without being its text: comments, readings above signs, footnotes, pictures.
bool isAside(const QXmlStreamReader &xml)
{
    return xml.name() == "annotation"_L1 || xml.name() == "annotation-end"_L1 || xml.name() == "ruby-text"_L1
            || xml.name() == "note"_L1 || xml.namespaceUri().contains(":drawing:"_L1);
}

} // namespace

void addParagraph(QXmlStreamReader &xml, OdsText &into)
{
    if (!into.text.isEmpty()) {
        into.text += u'\n';
    }
    const qsizetype begin = into.text.size();
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        xml.readNext();
        if (xml.isCharacters()) {
            addCollapsed(into.text, xml.text(), begin);
        } else if (xml.isEndElement()) {
            --depth;
        } else if (xml.isStartElement() && isAside(xml)) {
            into.hasComment = into.hasComment || xml.name() == "annotation"_L1;
            skipElement(xml);
        } else if (xml.isStartElement()) {
            ++depth;
            addSign(xml, into.text);
            if (xml.name() == "a"_L1) {
                into.links << attributeNamed(xml.attributes(), "href"_L1);
            }
        }
        if (depth > mostNested) {
            xml.raiseError();
        }
    }
}

QString odsTime(const QString &duration)
{
    static const QRegularExpression parts(
            u"^PT(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:[.,]\\d+)?S)?$"_s);
    const auto match = parts.match(duration);
    if (!match.hasMatch()) {
        return duration;
    }
    return clockText(match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60
                     + match.captured(3).toLongLong());
}

QString odsNumber(const QString &value, const QString &shown)
{
    const QString plain = shownNumber(value, {}, DateSystem::from1900);
    QString digits;
    for (const QChar c : shown) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        } else if (!u"+-()/ \u00A0"_s.contains(c)) {
            return plain;
        }
    }
    const QString bare = digits.mid(std::ranges::find_if(digits, [](QChar c) { return c != u'0'; })
                                    - digits.begin());
    const bool isSame = bare == plain || (bare.isEmpty() && plain == "0"_L1);
    const bool saysMore = digits.size() > plain.size() || shown.startsWith(u'+') || shown.contains(u'-')
            || shown.contains(u'(') || shown.contains(u'/');
    return isSame && saysMore ? shown.trimmed() : plain;
}

} // namespace crema::exchange
