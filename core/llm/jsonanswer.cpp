// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/jsonanswer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::llm {

namespace {

// Models that reason aloud put their thoughts first; what they say there is no answer.
QString withoutThoughts(const QString &answer)
{
    QString text = answer;
    const qsizetype end = text.lastIndexOf("</think>"_L1);
    if (end >= 0) {
        return text.sliced(end + 8);
    }
    return text.trimmed().startsWith("<think>"_L1) ? QString() : text;
}

/// Walks through JSON text and knows what is open at each place.
class Scanner
{
public:
    /// Takes one character; false once the outermost bracket has closed.
    bool take(QChar c)
    {
        if (m_inText) {
            takeInText(c);
            return true;
        }
        if (c == u'"') {
            m_inText = true;
        } else if (c == u'{' || c == u'[') {
            m_open += c == u'{' ? u'}' : u']';
        } else if (c == u'}' || c == u']') {
            if (m_open.isEmpty() || m_open.back() != c) {
                m_isBroken = true;
                return false;
            }
            m_open.chop(1);
        }
        return !m_open.isEmpty();
    }

    [[nodiscard]] bool inText() const { return m_inText; }
    [[nodiscard]] bool isEscaped() const { return m_escaped; }
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    /// What closes all that is open, outermost last.
    [[nodiscard]] QString closing() const
    {
        QString text;
        for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
            text += m_open[i];
        }
        return text;
    }

private:
    void takeInText(QChar c)
    {
        if (m_escaped) {
            m_escaped = false;
        } else if (c == u'\\') {
            m_escaped = true;
        } else if (c == u'"') {
            m_inText = false;
        }
    }

    QString m_open; ///< the closing brackets that are still to come
    bool m_inText = false;
    bool m_escaped = false;
    bool m_isBroken = false;
};

/// JSON does not allow raw line ends and tabs inside a text; models write them all the same.
QString escaped(QChar c)
{
    switch (c.unicode()) {
    case u'\n':
        return u"\\n"_s;
    case u'\r':
        return u"\\r"_s;
    case u'\t':
        return u"\\t"_s;
    default:
        return c.unicode() < 0x20 ? u" "_s : QString(c);
    }
}

void dropCommaBefore(QString &text)
{
    qsizetype end = text.size();
    while (end > 0 && text[end - 1].isSpace()) {
        --end;
    }
    if (end > 0 && text[end - 1] == u',') {
        text.truncate(end - 1);
    }
}

struct Found
{
    QString text;
    Scanner scanner;
    bool isWhole = false;
};

/// The object that begins at `start`, put right where that is safe, as far as it goes.
Found objectAt(const QString &answer, qsizetype start)
{
    Found found;
    for (qsizetype i = start; i < answer.size(); ++i) {
        const QChar c = answer[i];
        const bool wasInText = found.scanner.inText();
        if (!wasInText && (c == u'}' || c == u']')) {
            dropCommaBefore(found.text);
        }
        found.text += wasInText && !found.scanner.isEscaped() ? escaped(c) : QString(c);
        if (!found.scanner.take(c)) {
            found.isWhole = !found.scanner.isBroken();
            return found;
        }
    }
    return found;
}

/// An unfinished text loses what cannot stand at its end: half an escape, half a character.
void closeText(Found &found)
{
    if (!found.scanner.inText()) {
        return;
    }
    if (found.scanner.isEscaped()) {
        found.text.chop(1);
    }
    // "\u00" or one half of a surrogate pair written as an escape
    const qsizetype escape = found.text.lastIndexOf("\\u"_L1);
    if (escape >= 0 && found.text.size() - escape < 6) {
        found.text.truncate(escape);
    }
    if (!found.text.isEmpty() && found.text.back().isHighSurrogate()) {
        found.text.chop(1);
    }
    found.text += u'"';
}

} // namespace

Result<Json> objectIn(const QString &answer)
{
    const QString text = withoutThoughts(answer);
    // The last object that is whole counts less than the first: what follows is an explanation.
    for (qsizetype start = text.indexOf(u'{'); start >= 0; start = text.indexOf(u'{', start + 1)) {
        const Found found = objectAt(text, start);
        if (!found.isWhole) {
            continue;
        }
        auto json = parseJson(found.text.toUtf8());
        if (json && json->is_object()) {
            return json;
        }
    }
    return failure(
            ErrorKind::badAnswer,
            QCoreApplication::translate("llm", "The model's answer is not the form that was asked for."));
}

Json unfinishedObjectIn(const QString &answer)
{
    const QString text = withoutThoughts(answer);
    const qsizetype start = text.indexOf(u'{');
    if (start < 0) {
        return nullptr;
    }
    Found found = objectAt(text, start);
    closeText(found);
    const QString closing = found.scanner.closing();
    // The last name may lack its value, the last value its end: cut back until the rest is JSON.
    for (QString head = found.text; !head.isEmpty();) {
        QString candidate = head;
        dropCommaBefore(candidate);
        if (auto json = parseJson((candidate + closing).toUtf8())) {
            return *std::move(json);
        }
        const qsizetype cut = std::max(head.lastIndexOf(u','), head.lastIndexOf(u'{'));
        if (cut <= 0) {
            break;
        }
        const bool keepsBracket = head[cut] == u'{' && cut + 1 < head.size();
        head.truncate(keepsBracket ? cut + 1 : cut);
    }
    return nullptr;
}

} // namespace crema::llm
