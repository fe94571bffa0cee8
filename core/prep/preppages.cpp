// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/preppages.h"

#include "prep/headerband.h"
#include "prep/prepsections.h"
#include "prep/questionsheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::PrepPages)
};

constexpr qreal smallestNotes = 88;
constexpr std::array allSections {Section::summary, Section::career, Section::advice, Section::news};

/// One thing less: a limit of what is shown and its new value.
struct Cut
{
    int Density::*limit;
    int value;
};

// What goes first when the first page overflows.
constexpr std::array cuts {
        Cut {&Density::space, 16},         Cut {&Density::advice, 2},         Cut {&Density::positions, 6},
        Cut {&Density::points, 3},         Cut {&Density::sharedItems, 3},    Cut {&Density::news, 4},
        Cut {&Density::positions, 5},      Cut {&Density::news, 3},           Cut {&Density::points, 2},
        Cut {&Density::positions, 4},      Cut {&Density::linesPerText, 3},   Cut {&Density::sharedItems, 2},
        Cut {&Density::news, 2},           Cut {&Density::positions, 3},      Cut {&Density::linesPerText, 2},
        Cut {&Density::news, 1},           Cut {&Density::briefSentences, 4}, Cut {&Density::positions, 2},
        Cut {&Density::points, 1},         Cut {&Density::advice, 1},         Cut {&Density::sharedItems, 1},
        Cut {&Density::briefSentences, 3},
};

bool isOneOf(int Density::*limit, std::initializer_list<int Density::*> limits)
{
    return std::ranges::find(limits, limit) != limits.end();
}

/// Whether a section looks different with another value of the limit.
bool heeds(Section section, int Density::*limit)
{
    switch (section) {
    case Section::summary:
        return isOneOf(limit, {&Density::briefSentences, &Density::sharedItems, &Density::linesPerText});
    case Section::career:
        return isOneOf(limit, {&Density::positions});
    case Section::advice:
        return isOneOf(limit, {&Density::points, &Density::advice, &Density::linesPerText});
    case Section::news:
        break;
    }
    return isOneOf(limit, {&Density::news});
}

class PageMaker
{
public:
    PageMaker(const Prep &prep, const PageFrame &frame)
        : m_prep(prep), m_frame(frame), m_width(frame.contentWidth()), m_bottom(frame.footerTop - gap::medium)
    {
    }

    std::vector<Page> pages()
    {
        m_header = headerBand(m_prep, m_frame);
        for (size_t i = 0; i < allSections.size(); ++i) {
            m_sections[i] = sectionPiece(allSections[i], m_prep, m_width, m_density, m_texts);
        }
        Page whole = onePage();
        return whole.empty() ? std::vector<Page> {knowledgePage(), questionPage()}
                             : std::vector<Page> {std::move(whole)};
    }

private:
    [[nodiscard]] Piece knowledge() const
    {
        return stacked(std::vector<Piece>(m_sections.begin(), m_sections.end()), m_density.space);
    }

    [[nodiscard]] Piece withHeading(Piece sheet) const
    {
        return stacked({headingPiece(Words::tr("Questions"), m_width), std::move(sheet)}, gap::small);
    }

    void placeNotes(Page &page, const QString &title, const QString &notes, qreal top, qreal bottom) const
    {
        page.push_back({{m_frame.margin, top}, notesArea(title, notes, m_width, bottom - top)});
    }

    /// Everything on one page, with the questions in two columns; empty when it does not fit.
    [[nodiscard]] Page onePage() const
    {
        constexpr qreal lowestRow = 36; // of two questions: no need to set them when not even these fit
        Piece body = knowledge();
        const qreal top = m_header.height + gap::large;
        const qreal rows = static_cast<qreal>((m_prep.questions.size() + 1) / 2);
        if (top + body.height + rows * lowestRow + smallestNotes > m_bottom) {
            return {};
        }
        if (!m_prep.questions.isEmpty()) {
            const QuestionSheet sheet(m_prep.questions, m_width, {2, 4, 2});
            body = stacked({std::move(body), withHeading(sheet.piece(0))}, gap::large);
        }
        const qreal notesTop = top + body.height + gap::large;
        if (notesTop + smallestNotes > m_bottom) {
            return {};
        }
        Page page {{{0, 0}, m_header}, {{m_frame.margin, top}, std::move(body)}};
        placeNotes(page, Words::tr("Notes"), m_prep.notes, notesTop, m_bottom);
        return page;
    }

    [[nodiscard]] Page knowledgePage()
    {
        const qreal top = m_header.height + gap::large;
        for (const Cut &cut : cuts) {
            if (top + knowledge().height <= m_bottom) {
                break;
            }
            m_density.*cut.limit = cut.value;
            for (size_t i = 0; i < allSections.size(); ++i) {
                if (heeds(allSections[i], cut.limit)) {
                    m_sections[i] = sectionPiece(allSections[i], m_prep, m_width, m_density, m_texts);
                }
            }
        }
        // Hostile input: rather no advice, and then no career, than a text across the footer.
        for (size_t i = allSections.size(); i > 1 && top + knowledge().height > m_bottom; --i) {
            m_sections[i - 1] = {};
        }
        Piece body = knowledge();
        const qreal notesTop = top + body.height + gap::large;
        Page page {{{0, 0}, m_header}, {{m_frame.margin, top}, std::move(body)}};
        addAims(page, notesTop);
        return page;
    }

    /// What is left of the first page is for one's own preparation.
    void addAims(Page &page, qreal top) const
    {
        const QString aim = Words::tr("What I want to learn from this chat");
        const qreal room = m_bottom - top;
        if (room >= 3 * smallestNotes) {
            const qreal half = (room - gap::large) / 2;
            placeNotes(page, aim, {}, top, top + half);
            placeNotes(page, Words::tr("What I can tell or offer"), {}, top + half + gap::large, m_bottom);
        } else if (room >= smallestNotes) {
            placeNotes(page, aim, {}, top, m_bottom);
        }
    }

    [[nodiscard]] Page questionPage() const
    {
        Piece header = runningBand(m_prep, m_frame);
        const qreal top = header.height + gap::large;
        const qreal room = m_bottom - top - smallestNotes - gap::large;
        Piece questions = fittingQuestions(room);
        const qreal notesTop = top + questions.height + gap::large;
        Page page {{{0, 0}, std::move(header)}, {{m_frame.margin, top}, std::move(questions)}};
        placeNotes(page, Words::tr("Notes"), m_prep.notes, notesTop, m_bottom);
        return page;
    }

    /// With as many lines to write on as there is room for; in two columns, and then without the last ones,
    /// only when there are too many.
    [[nodiscard]] Piece fittingQuestions(qreal room) const
    {
        for (const QuestionLayout &layout : {QuestionLayout {1, 3, 2}, QuestionLayout {1, 2, 1}}) {
            const QuestionSheet sheet(m_prep.questions, m_width, layout);
            for (int lines = 3; lines >= 0; --lines) {
                Piece piece = withHeading(sheet.piece(lines));
                if (piece.height <= room) {
                    return piece;
                }
            }
        }
        QuestionSheet sheet(m_prep.questions, m_width, {2, 3, 1});
        Piece piece = withHeading(sheet.piece(0));
        while (piece.height > room && !sheet.isEmpty()) {
            sheet.removeLast();
            piece = withHeading(sheet.piece(0));
        }
        return piece;
    }

    const Prep &m_prep;
    const PageFrame &m_frame;
    qreal m_width;
    qreal m_bottom;
    Density m_density;
    SetTexts m_texts; // the sections are made again and again, with less on them
    Piece m_header;
    std::array<Piece, allSections.size()> m_sections;
};

} // namespace

std::vector<Page> prepPages(const Prep &prep, const PageFrame &frame)
{
    return PageMaker(prep, frame).pages();
}

} // namespace crema::prep
