// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mywords.h"

#include "store/readerrows.h"

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr auto owner = "spelling"; ///< no record has an id this short
constexpr auto prefix = "word/";
constexpr auto languageName = "language";

Operation noting(const QString &name, const QString &value)
{
    Operation operation;
    operation.facts = {{QString::fromLatin1(owner), name, value}};
    return operation;
}

} // namespace

Result<QStringList> myWords(const Reader &reader)
{
    Statement statement(
            reader.connection(),
            "SELECT substr(name,?4) FROM fact f WHERE record_id=?1 AND name>=?2 AND name<?3 AND "
            "seq=(SELECT max(seq) FROM fact g WHERE g.record_id=f.record_id AND g.name=f.name) AND "
            "value<>'' ORDER BY name");
    const QString first = QString::fromLatin1(prefix); // '0' stands behind its last letter, the slash
    statement.bind(1, QString::fromLatin1(owner)).bind(2, first).bind(3, first.chopped(1) + u'0');
    statement.bind(4, static_cast<int>(first.size()) + 1);
    const auto words = collect<QString>(statement, [](const Statement &row) { return row.text(0); });
    return words ? Result<QStringList>(QStringList(*words)) : std::unexpected(words.error());
}

Operation keepingWord(const QString &word)
{
    return noting(QLatin1StringView(prefix) + word, u"1"_s);
}

Operation forgettingWord(const QString &word)
{
    return noting(QLatin1StringView(prefix) + word, {});
}

Result<QString> spellingLanguage(const Reader &reader)
{
    return reader.fact(QString::fromLatin1(owner), QString::fromLatin1(languageName));
}

Operation keepingSpellingLanguage(const QString &language)
{
    return noting(QString::fromLatin1(languageName), language);
}

} // namespace crema::store
