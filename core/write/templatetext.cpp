// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/templatetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

using Node = TemplateText::Node;
using Kind = TemplateText::Node::Kind;

QString said(const char *text)
{
    return QCoreApplication::translate("templates", text);
}

// Reads the marks from left to right; the first problem stops it.
class Parser
{
public:
    Parser(const QString &text, const QStringList &known) : m_text(text), m_known(known) { }

    Result<QVector<Node>> read()
    {
        QVector<Node> nodes = readUntil({});
        if (m_problem.isEmpty() && m_at < m_text.size()) {
            m_problem = said("\"%1\" closes nothing")
                                .arg(m_text.sliced(m_at, std::min<qsizetype>(12, m_text.size() - m_at)));
        }
        if (!m_problem.isEmpty()) {
            return failure(ErrorKind::rejectedInput,
                           said("The template text \"%1\" cannot be used: %2 (character %3).")
                                   .arg(m_text, m_problem)
                                   .arg(m_at + 1));
        }
        return nodes;
    }

private:
    [[nodiscard]] bool follows(QStringView mark) const
    {
        return QStringView(m_text).sliced(m_at).startsWith(mark);
    }

    QVector<Node> readUntil(const QString &end)
    {
        QVector<Node> nodes;
        while (m_problem.isEmpty()) {
            if (m_at >= m_text.size()) {
                m_problem = end.isEmpty() ? QString() : said("\"%1\" is missing").arg(end);
                return nodes;
            }
            if (!end.isEmpty() && follows(end)) {
                m_at += end.size();
                return nodes;
            }
            if (follows(u"]]") || follows(u"{{/")) {
                return nodes;
            }
            nodes << readNode();
        }
        return nodes;
    }

    Node readNode()
    {
        if (follows(u"[[")) {
            m_at += 2;
            return {Kind::claim, {}, readUntil(u"]]"_s)};
        }
        if (follows(u"{{")) {
            return readVariable();
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !follows(u"[[") && !follows(u"]]") && !follows(u"{{")) {
            ++m_at;
        }
        return {Kind::words, m_text.sliced(start, m_at - start), {}};
    }

    Node readVariable()
    {
        const qsizetype end = m_text.indexOf(u"}}"_s, m_at);
        if (end < 0) {
            m_problem = said("\"%1\" is missing").arg(u"}}"_s);
            return {};
        }
        QString name = m_text.sliced(m_at + 2, end - m_at - 2).trimmed();
        Kind kind = Kind::variable;
        if (name.startsWith(u'#') || name.startsWith(u'^')) {
            kind = name.startsWith(u'#') ? Kind::whenKnown : Kind::whenUnknown;
            name = name.sliced(1).trimmed();
        }
        if (!m_known.contains(name)) {
            m_problem = said("there is no variable \"%1\"").arg(name);
            return {};
        }
        m_at = end + 2;
        QVector<Node> children;
        if (kind != Kind::variable) {
            children = readUntil(u"{{/%1}}"_s.arg(name));
        }
        return {kind, name, children};
    }

    QString m_text;
    QStringList m_known;
    qsizetype m_at = 0;
    QString m_problem;
};

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
            return !isKnown(node.text) || write(node.children);
        case Kind::whenUnknown:
            return isKnown(node.text) || write(node.children);
        }
        return false;
    }

    [[nodiscard]] bool isKnown(const QString &name) const
    {
        const auto it = m_variables.constFind(name);
        return it != m_variables.constEnd() && !it->value.isEmpty();
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
        if (!isKnown(name)) {
            return false;
        }
        const Variable &variable = *m_variables.constFind(name);
        m_result.used.insert(name);
        m_result.text += variable.value;
        if (m_open) {
            m_sources << variable.sources;
        } else if (!variable.sources.isEmpty()) {
            m_result.claims << Claim {variable.value, variable.sources};
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
    const auto nodes = Parser(text, known).read();
    if (!nodes) {
        return std::unexpected(nodes.error());
    }
    TemplateText parsed;
    parsed.m_source = text;
    parsed.m_nodes = *nodes;
    return parsed;
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
