// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/preppages.h"

#include "prep/headerband.h"
#include "prep/prepsections.h"
#include "prep/questionsheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::PrepPages)
};

constexpr qreal smallestNotes = 88;
constexpr qreal smallestRest = 64; ///< for notes below questions with lines of their own
constexpr qreal smallestLeft = 40; ///< for notes where everything else took the page
constexpr qreal mostNotes = 200; ///< that what the user has noted may take from everything else
constexpr std::array allSections {Section::summary, Section::career, Section::points, Section::advice,
                                  Section::news};
constexpr size_t movable = 2; ///< from here on sections may go to the second page

// Ways to set everything there is, the airiest first.
constexpr std::array whole {
        Density {},
        Density {.space = gap::medium},
        Density {.space = gap::medium, .compact = true},
        Density {.space = gap::medium, .compact = true, .packed = true},
};

/// One thing less: a limit of what is shown and its new value.
struct Cut
{
    int Density::*limit;
    int value;
};

// What goes first when even so it is too much for two pages.
constexpr std::array cuts {
        Cut {&Density::positions, 6},      Cut {&Density::schools, 2},      Cut {&Density::advice, 2},
        Cut {&Density::advice, 1},         Cut {&Density::sharedItems, 6},  Cut {&Density::points, 4},
        Cut {&Density::briefSentences, 6}, Cut {&Density::linesPerText, 5}, Cut {&Density::positions, 4},
        Cut {&Density::linesPerText, 4},   Cut {&Density::points, 3},       Cut {&Density::sharedItems, 4},
        Cut {&Density::news, 4},           Cut {&Density::linesPerText, 3}, Cut {&Density::positions, 3},
        Cut {&Density::news, 3},           Cut {&Density::points, 2},       Cut {&Density::sharedItems, 3},
        Cut {&Density::news, 2},           Cut {&Density::points, 1},       Cut {&Density::sharedItems, 2},
        Cut {&Density::linesPerText, 2},   Cut {&Density::positions, 2},    Cut {&Density::news, 1},
        Cut {&Density::briefLines, 4},     Cut {&Density::sharedItems, 1},  Cut {&Density::schools, 1},
        Cut {&Density::briefSentences, 4}, Cut {&Density::briefLines, 2},   Cut {&Density::briefSentences, 3},
};

/// How the questions are set: in columns, with lines to write on below each.
struct SheetForm
{
    int columns;
    int lines;
};

// The best first.
constexpr std::array sheetForms {SheetForm {1, 3}, SheetForm {1, 2}, SheetForm {1, 1},
                                 SheetForm {1, 0}, SheetForm {2, 1}, SheetForm {2, 0}};
constexpr size_t lastWithLines = 2;
constexpr size_t lastInOneColumn = 3;
constexpr size_t lastForm = sheetForms.size() - 1;
constexpr size_t noForm = sheetForms.size();

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
        m_written = m_prep.notes.isEmpty() ? 0 : notesHeight(m_prep.notes, m_width);
        setSections(whole.front());
        if (Page page = onePage(); !page.empty()) {
            return {std::move(page)};
        }
        m_band = runningBand(m_prep, m_frame);
        limitQuestions();
        if (!isWholeFirst() && !isSpreadWhole() && !isSpreadCut()) {
            dropSections();
        }
        return {firstPage(), secondPage()};
    }

private:
    using Sections = std::array<Piece, allSections.size()>;
    using Moved = std::array<bool, allSections.size()>;

    void setSections(const Density &density)
    {
        m_density = density;
        for (size_t i = 0; i < allSections.size(); ++i) {
            m_sections[i] = sectionPiece(allSections[i], m_prep, m_width, density, m_texts);
        }
    }

    [[nodiscard]] bool isOn(bool second, size_t section, const Moved &moved) const
    {
        return moved[section] == second && !m_sections[section].isEmpty();
    }

    /// Of the sections on one page, with the space below each.
    [[nodiscard]] qreal heightOn(bool second, const Moved &moved) const
    {
        qreal height = 0;
        for (size_t i = 0; i < allSections.size(); ++i) {
            height += isOn(second, i, moved) ? m_sections[i].height + m_density.space : 0;
        }
        return height;
    }

    [[nodiscard]] bool fitsFirst(const Moved &moved) const
    {
        return heightOn(false, moved) - m_density.space <= m_bottom - firstTop();
    }

    /// The sections of one page, with `last` below them.
    [[nodiscard]] Piece body(bool second, Piece last) const
    {
        std::vector<Piece> pieces;
        for (size_t i = 0; i < allSections.size(); ++i) {
            if (isOn(second, i, m_moved)) {
                pieces.push_back(m_sections[i]);
            }
        }
        pieces.push_back(std::move(last));
        return stacked(std::move(pieces), m_density.space);
    }

    [[nodiscard]] qreal firstTop() const { return m_header.height + gap::large; }
    [[nodiscard]] qreal secondTop() const { return m_band.height + gap::large; }

    [[nodiscard]] QuestionSheet &sheet(int columns)
    {
        std::optional<QuestionSheet> &kept = m_sheets[columns == 1 ? 0 : 1];
        if (!kept) {
            kept.emplace(m_prep.questions, m_width, QuestionLayout {columns, columns + 2, columns + 1});
        }
        return *kept;
    }

    [[nodiscard]] Piece questionPiece(SheetForm form)
    {
        const QuestionSheet &questions = sheet(form.columns);
        return questions.isEmpty()
                ? Piece {}
                : stacked({headingPiece(Words::tr("Questions"), m_width), questions.piece(form.lines)},
                          gap::small);
    }

    [[nodiscard]] qreal formHeight(size_t form)
    {
        if (!m_formHeights[form]) {
            m_formHeights[form] = questionPiece(sheetForms[form]).height;
        }
        return *m_formHeights[form];
    }

    /// The best form in which the questions fit into the second page below the sections there, with so much
    /// room for notes at least; noForm when they do not.
    [[nodiscard]] size_t formFor(const Moved &moved, qreal notes)
    {
        const qreal kept = std::max(notes, std::min(m_written, mostNotes));
        const qreal room = m_bottom - secondTop() - heightOn(true, moved)
                - (kept > 0 ? kept + gap::large : 0);
        size_t form = 0;
        while (form < noForm && formHeight(form) > room) {
            ++form;
        }
        return form;
    }

    void placeNotes(Page &page, const QString &title, const QString &notes, qreal top, qreal bottom) const
    {
        page.push_back({{m_frame.margin, top}, notesArea(title, notes, m_width, bottom - top)});
    }

    /// Everything on one page, with the questions in two columns; empty when it does not fit.
    [[nodiscard]] Page onePage()
    {
        constexpr qreal lowestRow = 36; // of two questions: no need to set them when not even these fit
        const qreal room = m_bottom - firstTop() - std::max(smallestNotes, m_written) - gap::large;
        const qreal rows = static_cast<qreal>((m_prep.questions.size() + 1) / 2);
        if (heightOn(false, {}) + rows * lowestRow > room
            || heightOn(false, {}) + formHeight(lastForm) > room) {
            return {};
        }
        Piece all = body(false, questionPiece(sheetForms[lastForm]));
        const qreal notesTop = firstTop() + all.height + gap::large;
        Page page {{{0, 0}, m_header}, {{m_frame.margin, firstTop()}, std::move(all)}};
        placeNotes(page, Words::tr("Notes"), m_prep.notes, notesTop, m_bottom);
        return page;
    }

    /// All that is to know on the first page.
    [[nodiscard]] bool isWholeFirst()
    {
        return std::ranges::any_of(whole, [this](const Density &density) {
            setSections(density);
            return fitsFirst({});
        });
    }

    /// All of it, on two pages: in the airiest way that leaves the questions lines, else one column, else
    /// two.
    [[nodiscard]] bool isSpreadWhole()
    {
        std::array<size_t, whole.size()> forms {};
        for (size_t i = 0; i < whole.size(); ++i) {
            setSections(whole[i]);
            forms[i] = isSpread() ? formFor(m_moved, smallestRest) : noForm;
        }
        for (const size_t worst : {lastWithLines, lastInOneColumn, lastForm}) {
            const auto *found = std::ranges::find_if(forms, [=](size_t form) { return form <= worst; });
            if (found != forms.end()) {
                setSections(whole[static_cast<size_t>(found - forms.begin())]);
                return isSpread();
            }
        }
        return false;
    }

    [[nodiscard]] bool fits(const Density &density)
    {
        setSections(density);
        return isSpread() && formFor(m_moved, 0) < noForm;
    }

    /// As much of it as has room on two pages, lines for notes or none: less and less until it fits, then
    /// more again of what the last step made room for.
    [[nodiscard]] bool isSpreadCut()
    {
        std::vector<Density> tried {whole.back()};
        for (const Cut &cut : cuts) {
            if (fits(tried.back())) {
                break;
            }
            tried.push_back(tried.back());
            tried.back().*cut.limit = cut.value;
        }
        Density density = tried.back();
        if (!fits(density)) {
            return false;
        }
        for (size_t i = tried.size() - 1; i-- > 0;) {
            Density more = density;
            more.*cuts[i].limit = tried[i].*cuts[i].limit;
            density = fits(more) ? more : density;
        }
        return fits(density);
    }

    /// Moves sections to the second page so that the first is as full as can be; false where it is too full
    /// without any that may go.
    [[nodiscard]] bool isSpread()
    {
        constexpr size_t ways = size_t {1} << (allSections.size() - movable);
        qreal fullest = 0;
        for (size_t way = 0; way < ways; ++way) {
            Moved moved {};
            for (size_t i = movable; i < allSections.size(); ++i) {
                moved[i] = ((way >> (i - movable)) & 1) != 0;
            }
            if (const qreal height = heightOn(false, moved); height > fullest && fitsFirst(moved)) {
                fullest = height;
                m_moved = moved;
            }
        }
        return fullest > 0;
    }

    /// Hostile input: rather no advice, and then no career, than a text across the footer.
    void dropSections()
    {
        m_moved.fill(false);
        m_said = textPiece(Words::tr("What has no room here is in the program."), {8.5, 12, ink::muted},
                           m_width, 1);
        for (size_t i = allSections.size();
             i > 1 && heightOn(false, {}) + m_said.height > m_bottom - firstTop(); --i) {
            m_sections[i - 1] = {};
        }
    }

    [[nodiscard]] Page firstPage() const
    {
        Piece all = body(false, m_said);
        const qreal notesTop = firstTop() + all.height + gap::large;
        Page page {{{0, 0}, m_header}, {{m_frame.margin, firstTop()}, std::move(all)}};
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

    /// No more questions than a page holds that has nothing else.
    void limitQuestions()
    {
        while (formFor({}, 0) == noForm && !sheet(sheetForms[lastForm].columns).isEmpty()) {
            sheet(sheetForms[lastForm].columns).removeOne();
            m_formHeights[lastForm].reset();
        }
    }

    /// The questions in the best form, one that leaves some lines for notes where there is any.
    [[nodiscard]] Piece fittingQuestions()
    {
        const size_t form = formFor(m_moved, smallestRest);
        return questionPiece(sheetForms[std::min(form < noForm ? form : formFor(m_moved, 0), lastForm)]);
    }

    [[nodiscard]] Page secondPage()
    {
        Piece all = body(true, fittingQuestions());
        const qreal notesTop = secondTop() + all.height + (all.isEmpty() ? 0 : gap::large);
        Page page {{{0, 0}, m_band}, {{m_frame.margin, secondTop()}, std::move(all)}};
        if (m_bottom - notesTop >= smallestLeft || m_written > 0) {
            placeNotes(page, Words::tr("Notes"), m_prep.notes, notesTop, m_bottom);
        }
        return page;
    }

    const Prep &m_prep;
    const PageFrame &m_frame;
    qreal m_width;
    qreal m_bottom;
    Density m_density;
    SetTexts m_texts; // the sections are made again and again, closer or with less on them
    Piece m_header;
    Piece m_band; ///< the second page's header
    Piece m_said; ///< that something is left out altogether
    qreal m_written = 0; ///< the height of what the user has noted
    Sections m_sections;
    Moved m_moved {}; ///< to the second page
    std::array<std::optional<qreal>, sheetForms.size()> m_formHeights;
    std::array<std::optional<QuestionSheet>, 2> m_sheets; ///< in one and in two columns, once needed
};

} // namespace

std::vector<Page> prepPages(const Prep &prep, const PageFrame &frame)
{
    return PageMaker(prep, frame).pages();
}

} // namespace crema::prep
