// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/htmlpage.h"

#include "base/encodings.h"

#include <QByteArrayList>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

using namespace std::string_view_literals;

namespace crema::exchange {

namespace {

constexpr size_t deepest = 16; // tables within each other; those further down are text
constexpr size_t mostTables = 1000;
constexpr qsizetype mostLinks = 20; // of a cell
constexpr qint64 mostWork = 1'000'000'000; // comparisons: a few seconds

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string_view textOf(const xmlChar *text)
{
    return text ? std::string_view(reinterpret_cast<const char *>(text)) : std::string_view();
}

bool endsLine(std::string_view name)
{
    static constexpr std::array names {"br"sv, "p"sv,   "div"sv,     "li"sv,      "ul"sv,     "ol"sv, "dt"sv,
                                       "dd"sv, "h1"sv,  "h2"sv,      "h3"sv,      "h4"sv,     "h5"sv, "h6"sv,
                                       "hr"sv, "pre"sv, "section"sv, "article"sv, "address"sv};
    return std::ranges::find(names, name) != names.end();
}

/// Without "<![if !excel]>" and "<![endif]>", which are comments to browsers and text to libxml2.
std::string withoutConditions(std::string_view html)
{
    std::string plain;
    plain.reserve(html.size());
    while (!html.empty()) {
        const size_t begin = std::min(html.find("<!["), html.size());
        plain += html.substr(0, begin);
        html.remove_prefix(begin);
        const std::string_view condition = html.substr(0, std::min(html.find('>'), html.size() - 1) + 1);
        plain += condition.ends_with("-->") ? condition : std::string_view(); // the end of a comment
        html.remove_prefix(condition.size());
    }
    return plain;
}

/// With plain blanks for those that do not break. Characters that Windows-1252 has and Unicode keeps for
/// controls are meant as the former: "&#150;".
QByteArray withoutControls(std::string_view text)
{
    QByteArray plain;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\xFF');
        if (text[i] != '\xC2' || next > 0xA0) {
            plain += text[i];
        } else {
            plain += next == 0xA0 ? " " : fromWindows1252(text.substr(i + 1, 1)).toUtf8();
            ++i;
        }
    }
    return plain;
}

/// True when a cell stands behind the last end of a table. Browsers show that as well; it is also what is
/// left of a page that was cut off.
bool endsWithinTable(std::string_view html)
{
    const auto last = [html](std::string_view tag) {
        const auto isSame = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a | 32 : a) == b; };
        return std::ranges::find_end(html, tag, isSame).begin();
    };
    const auto end = last("</table");
    const auto isBehind = [&](std::string_view tag) {
        const auto found = last(tag);
        return found != html.end() && (end == html.end() || found > end);
    };
    const bool hasTable = end != html.end() || last("<table") != html.end();
    return hasTable && (isBehind("<td") || isBehind("<th>"));
}

struct Free
{
    void operator()(htmlParserCtxt *parser) const { htmlFreeParserCtxt(parser); }
};

/// The text of a cell while it is read, with single blanks.
struct CellText
{
    QByteArray text;
    QByteArrayList links;
    int columns = 1;
    int rows = 1;
    bool isName = false; ///< `th`
    bool pendingBlank = false;

    void add(std::string_view more)
    {
        for (const char c : more) {
            if (isSpace(c)) {
                pendingBlank = true;
            } else {
                if (pendingBlank && !text.isEmpty() && !text.endsWith('\n')) {
                    text += ' ';
                }
                pendingBlank = false;
                text += c;
            }
        }
    }

    void endLine()
    {
        pendingBlank = false;
        if (!text.isEmpty() && !text.endsWith('\n')) {
            text += '\n';
        }
    }

    /// The links that the text does not say itself.
    [[nodiscard]] QByteArray linksBeside() const
    {
        const QByteArray own = links.isEmpty() ? QByteArray() : text.toLower();
        QByteArrayList beside;
        for (const QByteArray &link : links) {
            if (!showsLink(own, link) && !beside.contains(link)) {
                beside << link;
            }
        }
        return beside.join('\n');
    }

    [[nodiscard]] GridCell finished() const
    {
        return {0, text.endsWith('\n') ? text.chopped(1) : text, linksBeside(), isName};
    }
};

struct OpenTable
{
    TableGrid grid;
    std::optional<CellText> cell {};
    bool hasRow = false;
};

/// What libxml2 finds in a page, which it is given piece by piece.
class PageReader final
{
public:
    PageReader(std::string_view html, std::stop_token stop)
        : m_html(html), m_stop(std::move(stop)), m_budget(4 * static_cast<qint64>(html.size()) + 1'000'000)
    {
        static std::once_flag initialised;
        std::call_once(initialised, xmlInitParser);
        m_parser.reset(htmlNewParserCtxt());
    }

    TablePage read()
    {
        htmlSAXHandler &sax = *m_parser->sax;
        sax = {};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElement = [](void *self, const xmlChar *name, const xmlChar **attributes) {
            static_cast<PageReader *>(self)->begin(textOf(name), attributes);
        };
        sax.endElement = [](void *self, const xmlChar *name) {
            static_cast<PageReader *>(self)->end(textOf(name));
        };
        sax.characters = [](void *self, const xmlChar *text, int length) {
            const auto *bytes = reinterpret_cast<const char *>(text);
            static_cast<PageReader *>(self)->takeText({bytes, static_cast<size_t>(length)});
        };
        sax.ignorableWhitespace = sax.characters;
        sax.cdataBlock = [](void *self, const xmlChar *, int) { // of scripts and styles
            static_cast<PageReader *>(self)->m_waiting = 0;
        };
        sax.serror = [](void *self, xmlErrorPtr error) { static_cast<PageReader *>(self)->note(*error); };
        m_parser->userData = this;
        const auto fill = [](void *self, char *buffer, int size) {
            return static_cast<PageReader *>(self)->fill(buffer, static_cast<size_t>(size));
        };
        htmlCtxtReadIO(m_parser.get(), fill, nullptr, this, nullptr, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
        while (!m_open.empty()) {
            endTable();
        }
        m_page.isTooDeep = m_work > mostWork;
        return std::move(m_page);
    }

private:
    /// The next piece of the page. libxml2 compares each attribute with those before it in its tag, which
    /// blanks and quotes part, and what it is within with each tag: of that there may be so much.
    int fill(char *buffer, size_t size)
    {
        if (m_stop.stop_requested() || m_work > mostWork) {
            return 0;
        }
        const std::string_view piece = m_html.substr(0, size);
        m_html.remove_prefix(piece.size());
        std::ranges::copy(piece, buffer);
        const auto parted = std::ranges::count_if(piece,
                                                  [](char c) { return isSpace(c) || c == '"' || c == '\''; });
        m_work += m_waiting * parted;
        m_waiting = m_parser->instate == XML_PARSER_COMMENT ? 0 : m_waiting + parted;
        return static_cast<int>(piece.size());
    }

    void begin(std::string_view name, const xmlChar **attributes)
    {
        m_waiting = 0;
        m_work += m_parser->nameNr;
        m_isTitle = name == "title";
        if (name == "table") {
            beginTable();
        } else if (m_tooDeep > 0 && (name == "tr" || name == "td" || name == "th")) {
            endLine();
        } else if (name == "tr") {
            beginRow();
        } else if (name == "td" || name == "th") {
            beginCell(name == "th", attributes);
        } else if (endsRow(name)) {
            endRow();
        } else if (name == "a") {
            takeLink(valueOf(attributes, "href"));
        } else if (endsLine(name)) {
            endLine();
        }
    }

    void end(std::string_view name)
    {
        m_isTitle = false;
        if (name == "table") {
            endTable();
        } else if (m_tooDeep > 0 && (name == "tr" || name == "td" || name == "th")) {
            endLine();
        } else if (name == "tr" || endsRow(name)) {
            endRow();
        } else if (name == "td" || name == "th") {
            endCell();
        } else if (endsLine(name)) {
            endLine();
        }
    }

    void note(const xmlError &error)
    {
        m_waiting = 0;
        m_work += m_parser->nameNr;
        if (error.code == XML_ERR_TAG_NAME_MISMATCH && endsLine(error.str1 ? error.str1 : "")) { // "</br>"
            endLine();
        }
        m_page.endsWithin = m_page.endsWithin || error.code == XML_ERR_COMMENT_NOT_FINISHED
                || error.code == XML_ERR_ATTRIBUTE_NOT_FINISHED;
    }

    static bool endsRow(std::string_view name)
    {
        return name == "thead" || name == "tbody" || name == "tfoot" || name == "caption";
    }

    static std::string_view valueOf(const xmlChar **attributes, std::string_view name)
    {
        for (; attributes && attributes[0]; attributes += 2) {
            if (textOf(attributes[0]) == name) {
                return textOf(attributes[1]);
            }
        }
        return {};
    }

    [[nodiscard]] CellText *cell()
    {
        return !m_open.empty() && m_open.back().cell ? &*m_open.back().cell : nullptr;
    }

    void takeText(std::string_view text)
    {
        m_waiting = 0;
        if (m_isTitle) {
            return;
        }
        const QByteArray plain = text.contains('\xC2') ? withoutControls(text) : bytesOf(text);
        if (CellText *own = cell()) {
            own->add({plain.constData(), static_cast<size_t>(plain.size())});
        } else {
            m_page.hasMore = m_page.hasMore || !std::ranges::all_of(plain, isSpace);
        }
    }

    void endLine()
    {
        if (CellText *own = cell()) {
            own->endLine();
        }
    }

    void takeLink(std::string_view href)
    {
        CellText *own = cell();
        const QByteArray target = own && own->links.size() < mostLinks ? linkTarget(href) : QByteArray();
        if (!target.isEmpty()) {
            own->links << target;
        }
    }

    void beginTable()
    {
        if (m_open.size() >= deepest) {
            ++m_tooDeep;
            return;
        }
        endLine();
        m_open.push_back({TableGrid(m_budget)});
    }

    void beginRow()
    {
        if (m_open.empty()) { // a part of a page
            m_open.push_back({TableGrid(m_budget)});
        }
        endRow();
        m_open.back().grid.beginRow();
        m_open.back().hasRow = true;
    }

    void beginCell(bool isName, const xmlChar **attributes)
    {
        if (m_open.empty() || !m_open.back().hasRow) {
            beginRow();
        }
        endCell();
        m_open.back().cell.emplace();
        m_open.back().cell->columns = bytesOf(valueOf(attributes, "colspan").substr(0, 9)).toInt();
        m_open.back().cell->rows = bytesOf(valueOf(attributes, "rowspan").substr(0, 9)).toInt();
        m_open.back().cell->isName = isName;
    }

    void endCell()
    {
        if (CellText *own = cell()) {
            m_open.back().grid.addCell(own->finished(), own->columns, own->rows);
            m_open.back().cell.reset();
        }
    }

    void endRow()
    {
        endCell();
        if (!m_open.empty() && std::exchange(m_open.back().hasRow, false)) {
            m_open.back().grid.endRow();
        }
    }

    void endTable()
    {
        if (m_tooDeep > 0) {
            --m_tooDeep;
            return;
        }
        if (m_open.empty()) {
            return;
        }
        endRow();
        TableGrid grid = std::move(m_open.back().grid);
        m_open.pop_back();
        if (CellText *outer = cell()) {
            addTo(*outer, grid);
        }
        if (m_page.tables.size() < mostTables && !grid.rows().empty()) {
            m_page.tables.push_back(std::move(grid));
        } else {
            m_page.hasMore = m_page.hasMore || !grid.rows().empty();
        }
    }

    /// What the table within a cell says belongs to the cell, too.
    static void addTo(CellText &outer, const TableGrid &inner)
    {
        for (const GridRow &row : inner.rows()) {
            outer.endLine();
            for (const GridCell &cell : row) {
                outer.pendingBlank = true;
                outer.text += outer.text.isEmpty() || outer.text.endsWith('\n') ? "" : " ";
                outer.text += cell.text;
                if (!cell.link.isEmpty() && outer.links.size() < mostLinks) {
                    outer.links += cell.link.split('\n');
                }
            }
        }
        outer.endLine();
    }

    std::string_view m_html; ///< what was not handed out
    std::stop_token m_stop;
    qint64 m_budget;
    qint64 m_work = 0;
    qint64 m_waiting = 0; ///< attributes at most, since something was found
    std::unique_ptr<htmlParserCtxt, Free> m_parser;
    bool m_isTitle = false;
    size_t m_tooDeep = 0;
    std::vector<OpenTable> m_open; ///< within each other
    TablePage m_page;
};

} // namespace

TablePage tablesOfHtml(std::string_view html, const std::stop_token &stop)
{
    const std::string plain = withoutConditions(html);
    TablePage page = PageReader(plain, stop).read();
    page.endsWithin = page.endsWithin || endsWithinTable(plain);
    return page;
}

QByteArray linkTarget(std::string_view href)
{
    QByteArray target = bytesOf(href).trimmed();
    const QByteArray folded = target.left(8).toLower();
    if (folded.startsWith("mailto:") || folded.startsWith("tel:")) {
        target = target.sliced(target.indexOf(':') + 1);
        const qsizetype end = target.indexOf('?');
        return QByteArray::fromPercentEncoding(end < 0 ? target : target.first(end)).trimmed();
    }
    return folded.startsWith("http://") || folded.startsWith("https://") ? target : QByteArray();
}

bool showsLink(const QByteArray &lowerCase, const QByteArray &target)
{
    QByteArray shown = target.toLower();
    shown = shown.sliced(shown.startsWith("http://") ? 7 : shown.startsWith("https://") ? 8 : 0);
    shown = shown.startsWith("www.") ? shown.sliced(4) : shown;
    shown = shown.endsWith('/') ? shown.chopped(1) : shown;
    return shown.isEmpty() || lowerCase.contains(shown);
}

} // namespace crema::exchange
