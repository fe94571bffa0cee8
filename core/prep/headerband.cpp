// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/headerband.h"

#include "base/text.h"
#include "model/contactdocument.h"
#include "prep/career.h"
#include "prep/weblink.h"

#include <QCoreApplication>
#include <QPainter>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Header)
};

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

QVector<Span> contactSpans(const Prep &prep)
{
    QVector<Span> spans;
    const auto add = [&](Span span) {
        if (!spans.isEmpty()) {
            spans << Span {u" • "_s, {}, ink::muted};
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
    const QString known = positionText(cleanValue(person.jobTitle()), cleanValue(person.company()));
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

} // namespace

Piece headerBand(const Prep &prep, const PageFrame &frame)
{
    constexpr qreal circle = 56;
    const qreal textLeft = circle + gap::medium;
    const qreal textWidth = frame.contentWidth() - textLeft;
    const QVector<Span> spans = contactSpans(prep);
    std::vector<Piece> lines;
    lines.push_back(textPiece(Words::tr("Coffee chat prep").toUpper(),
                              {7.5, 12, ink::accent, Weight::semiBold, 0.5}, textWidth, 1));
    lines.push_back(nameBlock(prep, textWidth));
    lines.push_back(textPiece(roleLine(prep.person), {12, 16, ink::text}, textWidth, 2));
    lines.push_back(spans.isEmpty() ? Piece {}
                                    : textPiece(TextBlock(spans, {9, 16, ink::muted}, textWidth, 2)));
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

} // namespace crema::prep
