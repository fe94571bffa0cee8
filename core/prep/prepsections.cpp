// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/prepsections.h"

#include "base/dates.h"
#include "base/text.h"
#include "model/contactdocument.h"
#include "prep/timeline.h"

#include <QCoreApplication>
#include <QPainter>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Sections)
};

constexpr TextStyle bodyStyle {9.5, 14, ink::text};
constexpr TextStyle mutedStyle {8.5, 12, ink::muted};
constexpr qreal lineDistance = 24;

QString placeOf(const Contact &person)
{
    QStringList parts;
    for (const QString &part : {person.city, person.state, person.country}) {
        if (const QString value = cleanValue(part); !value.isEmpty() && !parts.contains(value)) {
            parts << value;
        }
    }
    return parts.isEmpty() ? cleanValue(person.location) : parts.join(u", "_s);
}

/// An http(s) address that can be opened, with the scheme added where a source left it out; empty for
/// anything else.
QString webUrl(const QString &text)
{
    const QString value = cleanValue(text);
    const bool hasScheme = value.contains(u"://"_s);
    const QUrl url(hasScheme ? value : u"https://"_s + value, QUrl::StrictMode);
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    return web && url.isValid() && url.host().contains(u'.') ? QString::fromLatin1(url.toEncoded())
                                                             : QString();
}

QString shownUrl(const QString &text)
{
    QString shown = cleanValue(text);
    for (const QString &start : {u"https://"_s, u"http://"_s, u"www."_s}) {
        if (shown.startsWith(start, Qt::CaseInsensitive)) {
            shown.remove(0, start.size());
        }
    }
    shown = shown.section(u'?', 0, 0);
    return elided(shown.endsWith(u'/') ? shown.chopped(1) : shown, 60);
}

QVector<Span> contactSpans(const Prep &prep)
{
    QVector<Span> spans;
    const auto add = [&](Span span) {
        if (!spans.isEmpty()) {
            spans << Span {u"  •  "_s, {}, ink::rule};
        }
        spans << std::move(span);
    };
    if (const QString place = placeOf(prep.person); !place.isEmpty()) {
        add({elided(place, 80), {}, ink::muted});
    }
    const QString email = cleanValue(prep.person.email());
    if (isEmailAddress(email)) {
        QUrl url;
        url.setScheme(u"mailto"_s);
        url.setPath(email);
        add({elided(email, 60), QString::fromLatin1(url.toEncoded()), ink::info});
    }
    const QString own = prep.person.linkedinUrl();
    const QString linkedin = own.isEmpty() ? prep.linkedinUrl : own;
    if (const QString url = webUrl(linkedin); !url.isEmpty()) {
        add({shownUrl(linkedin), url, ink::info});
    }
    if (const QString phone = cleanValue(prep.person.phone()); !phone.isEmpty()) {
        add({elided(phone, 40), {}, ink::muted});
    }
    return spans;
}

QString shownName(const Prep &prep)
{
    const QString name = cleanValue(prep.person.name());
    return name.isEmpty() ? Words::tr("Your contact") : name;
}

/// Up to two letters: the first of the first and of the last word, or one character of a script without
/// words.
QString initialsOf(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    QString initials;
    for (const QString &word : {words.value(0), words.size() > 1 ? words.constLast() : QString()}) {
        const auto it = std::ranges::find_if(word, [](QChar c) { return c.isLetter(); });
        if (it != word.end()) {
            initials += it->toUpper();
        }
    }
    const bool alphabetic = std::ranges::all_of(initials, [](QChar c) { return c.unicode() < 0x0530; });
    return alphabetic ? initials : initials.left(1);
}

Piece monogram(const QString &name, qreal size)
{
    return {size, [name, size](QPainter &painter, QPointF at) {
                drawDot(painter, at + QPointF(size / 2, size / 2), size / 2, ink::accent);
                const TextBlock letters(initialsOf(name), {size * 0.36, size, ink::surface, Weight::semiBold},
                                        size, 1);
                letters.draw(painter, at + QPointF((size - letters.usedWidth()) / 2, 0));
            }};
}

QString roleLine(const Contact &person)
{
    const QString title = cleanValue(person.jobTitle());
    const QString company = cleanValue(person.company());
    if (!title.isEmpty() && !company.isEmpty()) {
        return Words::tr("%1 at %2").arg(title, company);
    }
    const QString known = title + company;
    return known.isEmpty() ? cleanValue(person.headline) : known;
}

Piece nameBlock(const Prep &prep, qreal width)
{
    TextStyle style {26, 32, ink::text, Weight::semiBold};
    TextBlock name(shownName(prep), style, width, 1);
    if (name.isElided()) {
        style.size = 19;
        style.pitch = 24;
        name = TextBlock(shownName(prep), style, width, 3);
    }
    return textPiece(std::move(name));
}

/// A list of short texts with a mark before each.
Piece markedList(const QVector<QString> &texts, qreal width, const Density &density, QRgb mark, int most)
{
    std::vector<Piece> items;
    for (const QString &text : texts.first(std::min<qsizetype>(texts.size(), most))) {
        Piece dot {14,
                   [mark](QPainter &painter, QPointF at) { drawDot(painter, at + QPointF(3, 7), 2, mark); }};
        items.push_back(
                beside({{0, std::move(dot)},
                        {gap::medium - 4,
                         textPiece(text, bodyStyle, width - gap::medium + 4, density.linesPerText)}}));
    }
    return stacked(std::move(items), gap::hair);
}

Piece section(const QString &title, Piece content, qreal width)
{
    return content.isEmpty() ? Piece {}
                             : stacked({headingPiece(title, width), std::move(content)}, gap::small);
}

QString sourcesLine(const QVector<Source> &sources)
{
    QStringList labels;
    for (const Source &source : sources) {
        if (!source.label.isEmpty() && !labels.contains(source.label)) {
            labels << source.label;
        }
    }
    return labels.isEmpty() ? QString() : Words::tr("From %1").arg(labels.join(u"; "_s));
}

Piece briefPiece(const Prep &prep, qreal width, const Density &density)
{
    std::vector<Piece> sentences;
    QVector<Source> sources;
    const TextStyle style {10, 15, ink::text};
    for (const Claim &claim :
         prep.brief.first(std::min<qsizetype>(prep.brief.size(), density.briefSentences))) {
        sentences.push_back(textPiece(claim.text, style, width, density.linesPerText));
        sources << claim.sources;
    }
    if (sentences.empty()) {
        sentences.push_back(
                textPiece(Words::tr("Little is on record about this person yet: start with their story."),
                          style, width));
    }
    sentences.push_back(textPiece(sourcesLine(sources), mutedStyle, width, 2));
    return stacked(std::move(sentences), gap::hair);
}

Piece sharedPiece(const Prep &prep, qreal width, const Density &density)
{
    if (prep.similarities.isEmpty()) {
        return textPiece(Words::tr("Nothing you share is on record. Ask where they grew up and studied: you "
                                   "may find it there."),
                         bodyStyle, width);
    }
    std::vector<Piece> items;
    const qsizetype count = std::min<qsizetype>(prep.similarities.size(), density.sharedItems);
    for (const Similarity &similarity : prep.similarities.first(count)) {
        items.push_back(stacked({textPiece(similarity.text, bodyStyle, width, density.linesPerText),
                                 textPiece(sourcesLine(similarity.sources), mutedStyle, width, 2)},
                                2));
    }
    return stacked(std::move(items), gap::small);
}

Piece topRow(const Prep &prep, qreal width, const Density &density)
{
    const qreal cardWidth = std::round(width * 0.38);
    const qreal briefWidth = width - cardWidth - gap::large;
    const qreal inner = cardWidth - 2 * gap::medium;
    Piece card = onCard(section(Words::tr("What you share"), sharedPiece(prep, inner, density), inner),
                        cardWidth, gap::medium, ink::ground);
    return beside({{0, section(Words::tr("In short"), briefPiece(prep, briefWidth, density), briefWidth)},
                   {briefWidth + gap::large, std::move(card)}});
}

/// The filled ones of several sections in columns of equal width.
Piece inColumns(const std::vector<std::function<Piece(qreal)>> &makers, qreal width)
{
    const auto count = static_cast<qreal>(makers.size());
    const qreal column = makers.empty() ? width : (width - (count - 1) * gap::large) / count;
    std::vector<Placed> columns;
    qreal x = 0;
    for (const auto &make : makers) {
        columns.push_back({x, make(column)});
        x += column + gap::large;
    }
    return beside(std::move(columns));
}

Piece adviceRow(const Prep &prep, qreal width, const Density &density)
{
    std::vector<std::function<Piece(qreal)>> makers;
    const auto add = [&](const QString &title, const QVector<QString> &texts, QRgb mark, int most) {
        if (!texts.isEmpty()) {
            makers.emplace_back([=](qreal column) {
                return section(title, markedList(texts, column, density, mark, most), column);
            });
        }
    };
    add(Words::tr("Talking points"), prep.talkingPoints, ink::accent, density.points);
    add(Words::tr("Do"), prep.dos, ink::good, density.advice);
    add(Words::tr("Avoid"), prep.avoid, ink::bad, density.advice);
    return inColumns(makers, width);
}

Piece newsPiece(const Prep &prep, qreal width, const Density &density)
{
    std::vector<Piece> items;
    for (const NewsItem &item : prep.news.first(std::min<qsizetype>(prep.news.size(), density.news))) {
        const QString url = webUrl(item.url);
        const QVector<Span> title {Span {item.title, url, url.isEmpty() ? 0 : ink::info}};
        QStringList origin {cleanValue(item.publisher), cleanValue(item.date)};
        origin.removeAll(QString());
        items.push_back(stacked({textPiece(TextBlock(title, bodyStyle, width, 2)),
                                 textPiece(origin.join(u", "_s), mutedStyle, width, 1)},
                                0));
    }
    Piece list = stacked(std::move(items), gap::hair);
    return list.isEmpty() ? textPiece(prep.newsNote, mutedStyle, width, 2)
                          : section(Words::tr("News about the firm"), std::move(list), width);
}

} // namespace

Piece headingPiece(const QString &title, qreal width)
{
    return textPiece(title, {11.5, 16, ink::accent, Weight::semiBold}, width, 1);
}

Piece ruledLines(qreal width, qreal height)
{
    return {height, [width, height](QPainter &painter, QPointF at) {
                for (qreal y = lineDistance; y <= height; y += lineDistance) {
                    drawLine(painter, at + QPointF(0, y), at + QPointF(width, y), ink::rule, 0.6);
                }
            }};
}

Piece headerBand(const Prep &prep, const PageFrame &frame)
{
    constexpr qreal circle = 56;
    const qreal textLeft = circle + gap::medium;
    const qreal textWidth = frame.contentWidth() - textLeft;
    const QVector<Span> spans = contactSpans(prep);
    std::vector<Piece> lines;
    lines.push_back(textPiece(Words::tr("Coffee chat prep").toUpper(),
                              {7.5, 12, ink::accent, Weight::semiBold, 0.9}, textWidth, 1));
    lines.push_back(nameBlock(prep, textWidth));
    lines.push_back(textPiece(roleLine(prep.person), {12, 16, ink::text}, textWidth, 3));
    lines.push_back(spans.isEmpty() ? Piece {}
                                    : textPiece(TextBlock(spans, {9, 16, ink::muted}, textWidth, 3)));
    Piece text = stacked(std::move(lines), 2);
    const qreal height = std::max(text.height, circle) + gap::large + 32;
    const qreal circleTop = (height - circle) / 2 + 2;
    const qreal textTop = (height - text.height) / 2 + 2;
    return {height, [=](QPainter &painter, QPointF at) {
                fillRect(painter, {at, QSizeF(frame.size.width(), height)}, ink::ground);
                fillRect(painter, {at, QSizeF(frame.size.width(), 6)}, ink::accent);
                drawLine(painter, at + QPointF(0, height), at + QPointF(frame.size.width(), height),
                         ink::line, 0.8);
                monogram(shownName(prep), circle).paint(painter, at + QPointF(frame.margin, circleTop));
                text.paint(painter, at + QPointF(frame.margin + textLeft, textTop));
            }};
}

Piece runningBand(const Prep &prep, const PageFrame &frame)
{
    const qreal half = frame.contentWidth() / 2 - gap::small;
    const Piece name = textPiece(shownName(prep), {10.5, 16, ink::text, Weight::semiBold}, half, 1);
    const TextBlock role(roleLine(prep.person), {9, 16, ink::muted}, half, 1);
    const qreal roleLeft = frame.size.width() - frame.margin - role.usedWidth();
    const Piece right = roleLine(prep.person).isEmpty()
            ? Piece {}
            : textPiece(roleLine(prep.person), {9, 16, ink::muted}, half, 1);
    const qreal height = 48;
    return {height, [=](QPainter &painter, QPointF at) {
                fillRect(painter, {at, QSizeF(frame.size.width(), height)}, ink::ground);
                fillRect(painter, {at, QSizeF(frame.size.width(), 6)}, ink::accent);
                drawLine(painter, at + QPointF(0, height), at + QPointF(frame.size.width(), height),
                         ink::line, 0.8);
                name.paint(painter, at + QPointF(frame.margin, 19));
                if (right.paint) {
                    right.paint(painter, at + QPointF(roleLeft, 19));
                }
            }};
}

Piece knowledgeSections(const Prep &prep, qreal width, const Density &density)
{
    const QDate today = fromStoredTime(prep.createdAt).toLocalTime().date();
    const QVector<TimelineRow> rows = timelineRows(prep.person, today.isValid() ? today : QDate(2000, 1, 1));
    return stacked({topRow(prep, width, density),
                    section(Words::tr("Career"), timelinePiece(rows, width, density.positions), width),
                    adviceRow(prep, width, density), newsPiece(prep, width, density)},
                   gap::large);
}

} // namespace crema::prep
