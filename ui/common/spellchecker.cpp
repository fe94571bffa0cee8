// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/spellchecker.h"

#include "async/worker.h"
#include "base/text.h"

#include <QLocale>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype mostSuggestions = 5;
constexpr qsizetype mostKept = 20000; // answers; a text has some hundred words

using Dictionaries = std::shared_ptr<SpellDictionary>;

QHash<QString, bool> ask(Dictionaries dictionary, QStringList words)
{
    QHash<QString, bool> answers;
    for (const QString &word : words) {
        answers.insert(word, dictionary->knows(word));
    }
    return answers;
}

QString plain(QStringView word)
{
    return word.toString().replace(u'’', u'\'');
}

/// "ask@firm.example", "https://firm.example", "firm.example/jobs".
bool isAddress(QStringView token)
{
    if (token.contains(u'@') || token.contains(u"://"_s) || token.contains(u'\\')) {
        return true;
    }
    const qsizetype dot = token.indexOf(u'.');
    return dot > 0 && dot + 1 < token.size() && token[dot + 1].isLetterOrNumber();
}

/// The script a language is written in, as far as dictionaries can be told apart by it.
QChar::Script scriptOf(const QString &language)
{
    switch (QLocale(language).script()) {
    case QLocale::CyrillicScript:
        return QChar::Script_Cyrillic;
    case QLocale::GreekScript:
        return QChar::Script_Greek;
    case QLocale::HebrewScript:
        return QChar::Script_Hebrew;
    case QLocale::ArabicScript:
        return QChar::Script_Arabic;
    case QLocale::LatinScript:
        return QChar::Script_Latin;
    default:
        return QChar::Script_Unknown; // any
    }
}

bool isOrdinary(QStringView word)
{
    if (word.size() < 2 || std::ranges::any_of(word, [](QChar c) { return c.isDigit() || c == u'_'; })) {
        return false;
    }
    return std::ranges::none_of(word.sliced(1), [](QChar c) { return c.isUpper(); });
}

void addWords(QVector<SpellSpan> &spans, const QString &text, qsizetype start, qsizetype end)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.constData() + start, end - start);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
        const QStringView word = QStringView(text).sliced(start + from, to - from);
        if (word[0].isLetter() && isOrdinary(word)) {
            spans << SpellSpan {static_cast<int>(start + from), static_cast<int>(to - from)};
        }
        from = to;
    }
}

} // namespace

QVector<SpellSpan> wordsToSpell(const QString &text)
{
    QVector<SpellSpan> spans;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start;
        while (end < text.size() && !text[end].isSpace()) {
            ++end;
        }
        if (end > start && !isAddress(QStringView(text).sliced(start, end - start))) {
            addWords(spans, text, start, end);
        }
        start = end + 1;
    }
    return spans;
}

QSet<QString> spellNames(const QStringList &texts)
{
    QSet<QString> names;
    for (const QString &text : texts) {
        for (const QString &word : foldedWords(text)) {
            names.insert(word);
        }
    }
    return names;
}

SpellChecker::SpellChecker(QVector<Dictionary> dictionaries, QObject *parent)
    : QObject(parent), m_dictionaries(std::move(dictionaries))
{
}

void SpellChecker::setLanguage(const QString &language)
{
    if (language == m_language) {
        return;
    }
    const auto found = std::ranges::find(m_dictionaries, language, &Dictionary::language);
    m_language = found == m_dictionaries.end() ? QString() : language;
    m_dictionary = found == m_dictionaries.end() ? nullptr : std::make_shared<SpellDictionary>(*found);
    m_known.clear();
    m_scope.requestStop();
    answer();
}

void SpellChecker::setOwnWords(const QStringList &words)
{
    m_own = QSet<QString>(words.begin(), words.end());
    answer();
}

void SpellChecker::addOwnWord(const QString &word)
{
    m_own.insert(plain(word));
    answer();
}

void SpellChecker::check(const QString &text, const QSet<QString> &names)
{
    m_text = text;
    m_names = names;
    answer();
}

bool SpellChecker::isOwn(const QString &word) const
{
    if (m_own.contains(word) || m_own.contains(word.toLower())) {
        return true;
    }
    return std::ranges::all_of(foldedWords(word), [this](const QString &part) {
        return part == "s"_L1 || m_names.contains(part)
                || (part.endsWith(u's') && m_names.contains(part.chopped(1)));
    });
}

void SpellChecker::answer()
{
    if (m_dictionary == nullptr) {
        Q_EMIT checked(m_text, {});
        return;
    }
    QVector<SpellSpan> wrong;
    QStringList unknown;
    const QChar::Script script = scriptOf(m_language);
    for (const SpellSpan &span : wordsToSpell(m_text)) {
        const QString word = plain(QStringView(m_text).sliced(span.start, span.length));
        const auto known = m_known.constFind(word);
        // A name in another script is not a word of this language written wrongly.
        if ((script != QChar::Script_Unknown && word[0].script() != script) || isOwn(word)) {
            continue;
        }
        if (known == m_known.constEnd()) {
            unknown << word;
        } else if (!*known) {
            wrong << span;
        }
    }
    Q_EMIT checked(m_text, wrong);
    if (!unknown.isEmpty()) {
        unknown.removeDuplicates();
        lookUp(unknown);
    }
}

void SpellChecker::lookUp(const QStringList &words)
{
    m_scope.requestStop(); // what is asked now covers what was asked before
    m_scope.launch(runOnWorker(ask, m_dictionary, words), [this](Result<QHash<QString, bool>> answers) {
        if (!answers) {
            return; // nothing is marked then
        }
        if (m_known.size() > mostKept) {
            m_known.clear();
        }
        m_known.insert(*answers);
        answer();
    });
}

QStringList SpellChecker::suggestions(const QString &word) const
{
    return m_dictionary ? m_dictionary->suggestions(plain(word), mostSuggestions) : QStringList();
}

} // namespace crema::ui
