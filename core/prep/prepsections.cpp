// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/prepsections.h"

#include "base/text.h"
#include "prep/shortlist.h"
#include "prep/timeline.h"
#include "prep/weblink.h"

#include <QCoreApplication>
#include <QPainter>

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
constexpr TextStyle headingStyle {11.5, headingHeight, ink::accent, Weight::semiBold};
constexpr qreal lineDistance = 24;

enum class Mark { dot, tick, cross };

Piece markPiece(Mark mark)
{
    return {14, [mark](QPainter &painter, QPointF at) {
                switch (mark) {
                case Mark::dot:
                    drawDot(painter, at + QPointF(3, 7), 2, ink::accent);
                    break;
                case Mark::tick:
                    drawLine(painter, at + QPointF(0.5, 7.2), at + QPointF(2.8, 9.8), ink::good, 1.2);
                    drawLine(painter, at + QPointF(2.4, 9.8), at + QPointF(7, 4), ink::good, 1.2);
                    break;
                case Mark::cross:
                    drawLine(painter, at + QPointF(1, 4.5), at + QPointF(6, 9.5), ink::bad, 1.2);
                    drawLine(painter, at + QPointF(1, 9.5), at + QPointF(6, 4.5), ink::bad, 1.2);
                    break;
                }
            }};
}

/// The line that says how much was left out.
Piece morePiece(qsizetype count, qreal width, SetTexts &texts)
{
    return texts.piece(moreInTheProgram(count), mutedStyle, width, 1);
}

/// A list of short texts with a mark before each.
Piece markedList(const QVector<QString> &list, qreal width, const Density &density, Mark mark, int most,
                 SetTexts &texts)
{
    constexpr qreal indent = 14;
    std::vector<Piece> items;
    for (const QString &item : list.first(std::min<qsizetype>(list.size(), most))) {
        items.push_back(
                beside({{0, markPiece(mark)},
                        {indent, texts.piece(item, bodyStyle, width - indent, density.linesPerText)}}));
    }
    items.push_back(beside({{indent, morePiece(list.size() - most, width - indent, texts)}}));
    return stacked(std::move(items), gap::hair);
}

Piece titled(const QString &title, Piece content, qreal width, SetTexts &texts)
{
    return content.isEmpty()
            ? Piece {}
            : stacked({texts.piece(title, headingStyle, width, 1), std::move(content)}, gap::small);
}

/// Whether a question quotes a text or rests on it.
bool isAsked(const Prep &prep, const QString &text)
{
    const QString words = text.endsWith(u'.') ? text.chopped(1) : text;
    return !words.isEmpty() && std::ranges::any_of(prep.questions, [&](const Question &question) {
        return question.text.contains(words) || question.because.contains(words);
    });
}

QString sourcesLine(const QVector<Source> &sources)
{
    QStringList labels;
    for (const Source &source : sources) {
        const QString label = source.kind == SourceKind::profileField ? Words::tr("your profile")
                                                                      : source.label;
        if (!label.isEmpty() && !labels.contains(label)) {
            labels << label;
        }
    }
    return labels.isEmpty() ? QString() : Words::tr("From %1").arg(labels.join(u"; "_s));
}

Piece briefPiece(const Prep &prep, qreal width, const Density &density, SetTexts &texts)
{
    std::vector<Piece> sentences;
    QVector<Source> sources;
    const TextStyle style {10, 15, ink::text};
    for (const Claim &claim :
         prep.brief.first(std::min<qsizetype>(prep.brief.size(), density.briefSentences))) {
        sentences.push_back(texts.piece(claim.text, style, width, density.briefLines));
        sources << claim.sources;
    }
    if (sentences.empty()) {
        const bool isEmpty = prep.person.positions.isEmpty() && prep.person.schools.isEmpty();
        const QString text = isEmpty
                ? Words::tr("Little is on record about this person yet: start with their story.")
                : Words::tr(
                          "What is on record stands on this page as it was written: start with their story.");
        sentences.push_back(texts.piece(text, style, width));
    }
    sentences.push_back(morePiece(prep.brief.size() - density.briefSentences, width, texts));
    sentences.push_back(texts.piece(sourcesLine(sources), mutedStyle, width, 2));
    return stacked(std::move(sentences), gap::hair);
}

/// What is shared, each with where it stands; said once at the end where all of it stands in the same places.
Piece sharedPiece(const Prep &prep, qreal width, const Density &density, SetTexts &texts)
{
    if (prep.similarities.isEmpty()) {
        return texts.piece(
                Words::tr("Nothing you share is on record. Ask where they grew up and studied: you "
                          "may find it there."),
                bodyStyle, width);
    }
    const QVector<Similarity> shown = shortlist(
            prep.similarities, density.sharedItems,
            [&](const Similarity &similarity) { return isAsked(prep, similarity.text); });
    QStringList lines;
    QVector<Source> sources;
    for (const Similarity &similarity : shown) {
        lines << sourcesLine(similarity.sources);
        sources << similarity.sources;
    }
    const bool once = shown.size() > 1 && (density.packed || lines.count(lines.constFirst()) == lines.size());
    std::vector<Piece> items;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        items.push_back(stacked({texts.piece(shown[i].text, bodyStyle, width, density.linesPerText),
                                 texts.piece(once ? QString() : lines[i], mutedStyle, width, 2)},
                                2));
    }
    items.push_back(morePiece(prep.similarities.size() - shown.size(), width, texts));
    items.push_back(texts.piece(once ? sourcesLine(sources) : QString(), mutedStyle, width, 3));
    return stacked(std::move(items), gap::small);
}

Piece topRow(const Prep &prep, qreal width, const Density &density, SetTexts &texts)
{
    const qreal cardWidth = std::round(width * 0.38);
    const qreal briefWidth = width - cardWidth - gap::large;
    const qreal inner = cardWidth - 2 * gap::medium;
    Piece card = onCard(
            titled(Words::tr("What you share"), sharedPiece(prep, inner, density, texts), inner, texts),
            cardWidth, gap::medium, ink::ground);
    Piece brief = titled(Words::tr("In short"), briefPiece(prep, briefWidth, density, texts), briefWidth,
                         texts);
    // As far down as the card's heading, so that the two stand in line.
    const Piece padding {gap::medium, {}};
    return beside({{0, stacked({padding, std::move(brief)}, 0)}, {briefWidth + gap::large, std::move(card)}});
}

/// What to do and what to avoid in one list.
Piece adviceList(const Prep &prep, qreal width, const Density &density, SetTexts &texts)
{
    const Piece advice = stacked({markedList(prep.dos, width, density, Mark::tick, density.advice, texts),
                                  markedList(prep.avoid, width, density, Mark::cross, density.advice, texts)},
                                 gap::hair);
    return titled(Words::tr("Do and avoid"), advice, width, texts);
}

Piece pointsPiece(const Prep &prep, qreal width, const Density &density, SetTexts &texts)
{
    return titled(Words::tr("Talking points"),
                  markedList(prep.talkingPoints, width, density, Mark::dot, density.points, texts), width,
                  texts);
}

/// Talking points beside the advice; without any, what to do beside what to avoid.
Piece adviceRow(const Prep &prep, qreal width, const Density &density, SetTexts &texts)
{
    const qreal half = (width - gap::large) / 2;
    if (prep.talkingPoints.isEmpty() || density.packed) {
        Piece dos = markedList(prep.dos, half, density, Mark::tick, density.advice, texts);
        Piece avoid = markedList(prep.avoid, half, density, Mark::cross, density.advice, texts);
        return beside({{0, titled(Words::tr("Do"), std::move(dos), half, texts)},
                       {half + gap::large, titled(Words::tr("Avoid"), std::move(avoid), half, texts)}});
    }
    return beside({{0, pointsPiece(prep, half, density, texts)},
                   {half + gap::large, adviceList(prep, half, density, texts)}});
}

QDate dayOf(const Prep &prep)
{
    const QDate day = prep.day();
    return day.isValid() ? day : QDate(2000, 1, 1);
}

Piece careerPiece(const Prep &prep, qreal width, const Density &density, SetTexts &texts)
{
    QVector<TimelineRow> rows = timelineRows(prep.person, dayOf(prep));
    for (TimelineRow &row : rows) {
        row.asked = isAsked(prep, row.place.isEmpty() ? row.title : row.place);
    }
    // One position without years is in the header already.
    const bool telling = rows.size() > 1 || (!rows.isEmpty() && !rows.constFirst().years.isEmpty());
    const TimelineStyle style {density.positions, density.schools, density.compact};
    return telling ? titled(Words::tr("Career"), timelinePiece(rows, width, style, texts), width, texts)
                   : Piece {};
}

/// An article with its link, and below or behind it where and when it was published.
Piece articlePiece(const NewsItem &item, qreal width, bool compact, SetTexts &texts)
{
    const QString url = webUrl(item.url);
    QVector<Span> title {Span {item.title, url, url.isEmpty() ? 0 : ink::info}};
    QStringList origin {cleanValue(item.publisher), cleanValue(item.date)};
    origin.removeAll(QString());
    const QString from = origin.join(u", "_s);
    if (compact && !from.isEmpty()) {
        title << Span {u"  "_s + from, {}, ink::muted};
    }
    return stacked({texts.piece(title, bodyStyle, width, compact ? 3 : 2),
                    compact ? Piece {} : texts.piece(from, mutedStyle, width, 1)},
                   0);
}

Piece newsPiece(const Prep &prep, qreal width, const Density &density, SetTexts &texts)
{
    constexpr qsizetype mostAsked = 3; // articles that questions quote stay, whatever else must go
    const auto asked = [&](const NewsItem &item) { return isAsked(prep, item.title); };
    const auto quoted = std::min<qsizetype>(std::ranges::count_if(prep.news, asked), mostAsked);
    const QVector<NewsItem> shown = shortlist(prep.news, std::max(density.news, static_cast<int>(quoted)),
                                              asked);
    std::vector<Piece> items;
    for (const NewsItem &item : shown) {
        items.push_back(articlePiece(item, width, density.compact, texts));
    }
    if (!items.empty()) {
        items.push_back(morePiece(prep.news.size() - shown.size(), width, texts));
        items.push_back(texts.piece(prep.newsNote, mutedStyle, width, 2)); // who found them
    }
    Piece list = stacked(std::move(items), gap::hair);
    return list.isEmpty() ? texts.piece(prep.newsNote, mutedStyle, width, 2)
                          : titled(Words::tr("News about the firm"), std::move(list), width, texts);
}

} // namespace

Piece headingPiece(const QString &title, qreal width)
{
    return textPiece(title, headingStyle, width, 1);
}

Piece ruledLines(qreal width, qreal height)
{
    return {height, [width, height](QPainter &painter, QPointF at) {
                for (qreal y = lineDistance; y <= height; y += lineDistance) {
                    drawLine(painter, at + QPointF(0, y), at + QPointF(width, y), ink::rule, 0.6);
                }
            }};
}

Piece sectionPiece(Section section, const Prep &prep, qreal width, const Density &density, SetTexts &texts)
{
    switch (section) {
    case Section::summary:
        return topRow(prep, width, density, texts);
    case Section::career:
        return careerPiece(prep, width, density, texts);
    case Section::points:
        return density.packed ? pointsPiece(prep, width, density, texts) : Piece {};
    case Section::advice:
        return adviceRow(prep, width, density, texts);
    case Section::news:
        break;
    }
    return newsPiece(prep, width, density, texts);
}

} // namespace crema::prep
