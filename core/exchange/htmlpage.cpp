// SPDX-License-Identifier: GPL-3.0-or-later
// As far as tables go, what https://html.spec.whatwg.org/multipage/parsing.html says.
#include "exchange/htmlpage.h"

#include "exchange/htmlentities.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

using namespace std::string_view_literals;

namespace crema::exchange {

namespace {

constexpr size_t deepest = 16; // tables within each other; those further down are text
constexpr size_t mostTables = 1000;
constexpr qsizetype mostLinks = 20; // of a cell

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool isLetter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

std::string inLowerCase(std::string_view text)
{
    std::string folded(text);
    std::ranges::transform(folded, folded.begin(), lower);
    return folded;
}

bool isOneOf(std::string_view name, std::span<const std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

struct Tag
{
    std::string name; ///< "td", "/td"
    std::string_view link; ///< of `a`
    int columns = 1;
    int rows = 1;
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

class PageReader final
{
public:
    PageReader(std::string_view html, std::stop_token stop)
        : m_html(html), m_stop(std::move(stop)), m_budget(4 * static_cast<qint64>(html.size()) + 1'000'000)
    {
    }

    TablePage read()
    {
        while (m_at < m_html.size() && !m_stop.stop_requested()) {
            const size_t sign = std::min(m_html.find('<', m_at), m_html.size());
            takeText(m_html.substr(m_at, sign - m_at));
            m_at = sign;
            if (sign < m_html.size()) {
                readMarkup();
            }
        }
        while (!m_open.empty()) {
            endTable();
        }
        return std::move(m_page);
    }

private:
    /// The first one from there on; a search that was in vain is not made again.
    size_t find(char sign, size_t from)
    {
        bool &isGone = m_gone[sign == '"' ? 0 : sign == '\'' ? 1 : 2];
        const size_t found = isGone ? std::string_view::npos : m_html.find(sign, from);
        isGone = found == std::string_view::npos;
        return found;
    }

    void readMarkup()
    {
        const char next = m_at + 1 < m_html.size() ? m_html[m_at + 1] : ' ';
        const char second = m_at + 2 < m_html.size() ? m_html[m_at + 2] : ' ';
        if (next == '!' || next == '?') {
            skipComment();
        } else if (isLetter(next) || (next == '/' && isLetter(second))) {
            take(readTag());
        } else {
            takePlain("<");
            ++m_at;
        }
    }

    void skipComment()
    {
        const bool isComment = m_html.substr(m_at).starts_with("<!--");
        const size_t end = isComment && !m_openComment ? m_html.find("-->", m_at + 2)
                                                       : std::string_view::npos;
        m_openComment = m_openComment || (isComment && end == std::string_view::npos);
        const size_t close = end == std::string_view::npos ? find('>', m_at) : end + 2;
        m_at = close == std::string_view::npos ? m_html.size() : close + 1;
    }

    Tag readTag()
    {
        size_t at = m_at + 1;
        while (at < m_html.size() && !isSpace(m_html[at]) && m_html[at] != '>'
               && (m_html[at] != '/' || at == m_at + 1)) {
            ++at;
        }
        Tag tag;
        tag.name = inLowerCase(m_html.substr(m_at + 1, std::min<size_t>(at - m_at - 1, 20)));
        while (at < m_html.size() && m_html[at] != '>') {
            if (isSpace(m_html[at]) || m_html[at] == '/') {
                ++at;
            } else {
                readAttribute(at, tag);
            }
        }
        m_at = std::min(at + 1, m_html.size());
        return tag;
    }

    void readAttribute(size_t &at, Tag &tag)
    {
        const size_t begin = at++;
        while (at < m_html.size() && !isSpace(m_html[at]) && m_html[at] != '=' && m_html[at] != '>'
               && m_html[at] != '/') {
            ++at;
        }
        const std::string_view name = m_html.substr(begin, at - begin);
        size_t value = at;
        while (value < m_html.size() && isSpace(m_html[value])) {
            ++value;
        }
        if (value >= m_html.size() || m_html[value] != '=') {
            return;
        }
        ++value;
        while (value < m_html.size() && isSpace(m_html[value])) {
            ++value;
        }
        const char quote = value < m_html.size() ? m_html[value] : ' ';
        const size_t close = quote == '"' || quote == '\'' ? find(quote, value + 1) : std::string_view::npos;
        if (close != std::string_view::npos) {
            at = close + 1;
            setAttribute(tag, name, m_html.substr(value + 1, close - value - 1));
            return;
        }
        at = value;
        while (at < m_html.size() && !isSpace(m_html[at]) && m_html[at] != '>') {
            ++at;
        }
        setAttribute(tag, name, m_html.substr(value, at - value));
    }

    static void setAttribute(Tag &tag, std::string_view name, std::string_view value)
    {
        const std::string folded = name.size() < 10 ? inLowerCase(name) : std::string();
        if (folded == "href") {
            tag.link = value;
        } else if (folded == "colspan") {
            tag.columns = bytesOf(value.substr(0, 9)).toInt();
        } else if (folded == "rowspan") {
            tag.rows = bytesOf(value.substr(0, 9)).toInt();
        }
    }

    void take(const Tag &tag)
    {
        static constexpr std::array silent {"script"sv, "style"sv, "title"sv, "noframes"sv};
        static constexpr std::array lines {"br"sv,  "p"sv,       "div"sv,     "li"sv,     "ul"sv,
                                           "ol"sv,  "dt"sv,      "dd"sv,      "h1"sv,     "h2"sv,
                                           "h3"sv,  "h4"sv,      "h5"sv,      "h6"sv,     "hr"sv,
                                           "pre"sv, "section"sv, "article"sv, "address"sv};
        const bool isEnd = tag.name.starts_with('/');
        const std::string_view name = std::string_view(tag.name).substr(isEnd ? 1 : 0);
        if (isOneOf(name, silent)) {
            skipContent(isEnd ? std::string_view() : name);
        } else if (name == "table") {
            isEnd ? endTable() : beginTable();
        } else if (m_tooDeep > 0 && isOneOf(name, std::array {"tr"sv, "td"sv, "th"sv})) {
            endLine();
        } else if (name == "tr") {
            isEnd ? endRow() : beginRow();
        } else if (name == "td" || name == "th") {
            isEnd ? endCell() : beginCell(tag);
        } else if (isOneOf(name, std::array {"thead"sv, "tbody"sv, "tfoot"sv, "caption"sv})) {
            endRow();
        } else if (name == "a" && !isEnd) {
            takeLink(tag.link);
        } else if (isOneOf(name, lines)) {
            endLine();
        }
    }

    /// Up to the end of what is never text.
    void skipContent(std::string_view name)
    {
        while (!name.empty() && m_at < m_html.size()) {
            m_at = std::min(m_html.find("</", m_at), m_html.size());
            if (inLowerCase(m_html.substr(std::min(m_at + 2, m_html.size()), name.size())) == name) {
                return;
            }
            m_at = std::min(m_at + 2, m_html.size());
        }
    }

    [[nodiscard]] CellText *cell()
    {
        return !m_open.empty() && m_open.back().cell ? &*m_open.back().cell : nullptr;
    }

    void takeText(std::string_view text)
    {
        if (std::ranges::all_of(text, isSpace)) {
            if (CellText *own = cell()) {
                own->pendingBlank = own->pendingBlank || !text.empty();
            }
            return;
        }
        const QByteArray plain = text.contains('&') || text.contains('\xC2')
                ? withoutEntities(text).replace("\xC2\xA0", " ")
                : bytesOf(text);
        takePlain({plain.constData(), static_cast<size_t>(plain.size())});
    }

    void takePlain(std::string_view text)
    {
        if (CellText *own = cell()) {
            own->add(text);
        } else {
            m_page.hasMore = m_page.hasMore || !std::ranges::all_of(text, isSpace);
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

    void beginCell(const Tag &tag)
    {
        if (m_open.empty() || !m_open.back().hasRow) {
            beginRow();
        }
        endCell();
        m_open.back().cell.emplace();
        m_open.back().cell->columns = tag.columns;
        m_open.back().cell->rows = tag.rows;
        m_open.back().cell->isName = tag.name == "th";
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

    std::string_view m_html;
    std::stop_token m_stop;
    qint64 m_budget;
    size_t m_at = 0;
    std::array<bool, 3> m_gone {}; ///< quotes and brackets of which no more come
    bool m_openComment = false; ///< one never ends
    size_t m_tooDeep = 0;
    std::vector<OpenTable> m_open; ///< within each other
    TablePage m_page;
};

} // namespace

TablePage tablesOfHtml(std::string_view html, const std::stop_token &stop)
{
    return PageReader(html, stop).read();
}

QByteArray linkTarget(std::string_view href)
{
    QByteArray target = withoutEntities(href).trimmed();
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
