// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/templatetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

using Node = TemplateText::Node;
using Kind = TemplateText::Node::Kind;

QString said(const char *text)
{
    return QCoreApplication::translate("templates", text);
}

// How many letters to change, add or leave out to make one word of the other.
qsizetype distance(QStringView a, QStringView b)
{
    QVector<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype changed = diagonal + (a[i].toLower() == b[j].toLower() ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.constLast();
}

// The name that was probably meant; empty when none comes near.
QString nearest(const QString &name, const QStringList &known)
{
    QString best;
    qsizetype least = std::max<qsizetype>(2, name.size() / 2) + 1;
    for (const QString &candidate : known) {
        const qsizetype steps = distance(name, candidate);
        if (steps < least) {
            least = steps;
            best = candidate;
        }
    }
    return best;
}

// Reads the marks from left to right; unknown names do not stop it, a mark out of place does.
class Parser
{
public:
    Parser(const QString &text, const QStringList &known) : m_text(text), m_known(known)
    {
        m_nodes = readUntil({}, 0);
        if (!m_stopped && m_at < m_text.size()) {
            const qsizetype length = std::min<qsizetype>(12, m_text.size() - m_at);
            stop(said("\"%1\" closes nothing").arg(m_text.sliced(m_at, length)), m_at, 2);
        }
    }

    [[nodiscard]] const QVector<Node> &nodes() const { return m_nodes; }
    [[nodiscard]] const QVector<TextProblem> &problems() const { return m_problems; }

private:
    [[nodiscard]] bool follows(QStringView mark) const
    {
        return QStringView(m_text).sliced(m_at).startsWith(mark);
    }

    void stop(const QString &why, qsizetype start, qsizetype length)
    {
        m_problems << TextProblem {why, start, length};
        m_stopped = true;
    }

    // `opened` is where the mark stands that `end` closes.
    QVector<Node> readUntil(const QString &end, qsizetype opened)
    {
        QVector<Node> nodes;
        while (!m_stopped) {
            const bool over = m_at >= m_text.size();
            if (!over && !end.isEmpty() && follows(end)) {
                m_at += end.size();
                return nodes;
            }
            if (over || follows(u"]]") || follows(u"{{/")) {
                if (!end.isEmpty()) {
                    stop(said("\"%1\" is missing").arg(end), opened, 2);
                }
                return nodes;
            }
            nodes << readNode();
        }
        return nodes;
    }

    Node readNode()
    {
        const qsizetype start = m_at;
        if (follows(u"[[")) {
            m_at += 2;
            return {Kind::claim, {}, readUntil(u"]]"_s, start)};
        }
        if (follows(u"{{")) {
            return readVariable();
        }
        while (m_at < m_text.size() && !follows(u"[[") && !follows(u"]]") && !follows(u"{{")) {
            ++m_at;
        }
        return {Kind::words, m_text.sliced(start, m_at - start), {}};
    }

    Node readVariable()
    {
        const qsizetype start = m_at;
        const qsizetype end = m_text.indexOf(u"}}"_s, m_at);
        if (end < 0 || m_text.sliced(start, end - start).contains(u'\n')) {
            stop(said("\"%1\" is missing").arg(u"}}"_s), start, 2);
            return {};
        }
        QString name = m_text.sliced(m_at + 2, end - m_at - 2).trimmed();
        Kind kind = Kind::variable;
        if (name.startsWith(u'#') || name.startsWith(u'^')) {
            kind = name.startsWith(u'#') ? Kind::whenKnown : Kind::whenUnknown;
            name = name.sliced(1).trimmed();
        }
        m_at = end + 2;
        if (!m_known.contains(name)) {
            const QString meant = nearest(name, m_known);
            m_problems << TextProblem {
                    meant.isEmpty()
                            ? said("there is no variable \"%1\"").arg(name)
                            : said("there is no variable \"%1\"; did you mean \"%2\"?").arg(name, meant),
                    start, m_at - start};
        }
        QVector<Node> children;
        if (kind != Kind::variable) {
            children = readUntil(u"{{/%1}}"_s.arg(name), start);
        }
        return {kind, name, children};
    }

    QString m_text;
    QStringList m_known;
    qsizetype m_at = 0;
    QVector<Node> m_nodes;
    QVector<TextProblem> m_problems;
    bool m_stopped = false;
};

bool isKnown(const Variables &variables, const QString &name)
{
    const auto it = variables.constFind(name);
    return it != variables.constEnd() && !it->value.isEmpty();
}

void collectMissing(const QVector<Node> &nodes, const Variables &variables, QStringList &missing)
{
    for (const Node &node : nodes) {
        const bool known = isKnown(variables, node.text);
        if (node.kind == Kind::variable && !known && !missing.contains(node.text)) {
            missing << node.text;
        } else if (node.kind == Kind::claim || (node.kind == Kind::whenKnown && known)
                   || (node.kind == Kind::whenUnknown && !known)) {
            collectMissing(node.children, variables, missing);
        }
    }
}

class Renderer
{
public:
    explicit Renderer(const Variables &variables) : m_variables(variables) { }

    bool write(const QVector<Node> &nodes)
    {
        for (const Node &node : nodes) {
            if (!write(node)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] Rendered take() { return std::move(m_result); }

private:
    bool write(const Node &node)
    {
        switch (node.kind) {
        case Kind::words:
            addWords(node.text);
            return true;
        case Kind::variable:
            return addVariable(node.text);
        case Kind::claim:
            return addClaim(node.children);
        case Kind::whenKnown:
            return !isKnown(m_variables, node.text) || write(node.children);
        case Kind::whenUnknown:
            return isKnown(m_variables, node.text) || write(node.children);
        }
        return false;
    }

    // "at Yahoo!" or "at Apple Inc." at the end of a sentence brings its own full stop.
    void addWords(const QString &words)
    {
        const QString &text = m_result.text;
        const bool ends = text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?');
        m_result.text += ends && words.startsWith(u'.') ? words.sliced(1) : words;
    }

    bool addVariable(const QString &name)
    {
        if (!isKnown(m_variables, name)) {
            return false;
        }
        const Variable &variable = *m_variables.constFind(name);
        m_result.used.insert(name);
        const qsizetype start = m_result.text.size();
        m_result.text += variable.value;
        if (m_open) {
            m_sources << variable.sources;
        } else if (!variable.sources.isEmpty()) {
            m_result.claims << Claim {variable.value, variable.sources};
            m_result.placed << Placed {start, variable.value.size(), variable.sources};
        }
        return true;
    }

    bool addClaim(const QVector<Node> &children)
    {
        const qsizetype start = m_result.text.size();
        m_open = true;
        m_sources.clear();
        const bool complete = write(children);
        m_open = false;
        if (complete && !m_sources.isEmpty()) {
            m_result.claims << Claim {m_result.text.sliced(start), withoutRepeats(m_sources)};
        }
        return complete;
    }

    static QVector<Source> withoutRepeats(const QVector<Source> &sources)
    {
        QVector<Source> unique;
        for (const Source &source : sources) {
            if (!unique.contains(source)) {
                unique << source;
            }
        }
        return unique;
    }

    const Variables &m_variables;
    Rendered m_result;
    bool m_open = false;
    QVector<Source> m_sources;
};

} // namespace

Result<TemplateText> TemplateText::parse(const QString &text, const QStringList &known)
{
    const Parser parser(text, known);
    if (!parser.problems().isEmpty()) {
        const TextProblem &problem = parser.problems().constFirst();
        return failure(ErrorKind::rejectedInput,
                       said("The template text \"%1\" cannot be used: %2 (character %3).")
                               .arg(text, problem.text)
                               .arg(problem.start + 1));
    }
    TemplateText parsed;
    parsed.m_source = text;
    parsed.m_nodes = parser.nodes();
    return parsed;
}

QVector<TextProblem> TemplateText::problemsIn(const QString &text, const QStringList &known)
{
    return Parser(text, known).problems();
}

QStringList TemplateText::missing(const Variables &variables) const
{
    QStringList missing;
    collectMissing(m_nodes, variables, missing);
    return missing;
}

std::optional<Rendered> TemplateText::render(const Variables &variables) const
{
    Renderer renderer(variables);
    if (!renderer.write(m_nodes)) {
        return std::nullopt;
    }
    return renderer.take();
}

} // namespace crema::write
