// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchtext.h"

#include "base/text.h"

#include <QString>

#include <algorithm>
#include <array>

namespace crema::store {

namespace {

/// A pasted page is no query: further words would only run into SQLite's limits.
constexpr size_t maxQueryWords = 32;

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What each ASCII character is in a word: itself in lower case, 0 between words, an apostrophe nothing.
constexpr std::array<char, 0x80> foldedAscii = [] {
    std::array<char, 0x80> table {};
    for (size_t c = 0; c < table.size(); ++c) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool inWord = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
        table.at(c) = static_cast<char>(!inWord ? 0 : upper ? c + ('a' - 'A') : c);
    }
    return table;
}();

void appendAsciiWords(std::string &line, std::string_view text)
{
    const size_t start = line.size();
    line.resize_and_overwrite(start + 2 * text.size(),
                              [&](char *bytes, size_t) { // a blank before each at most
                                  char *out = bytes + start;
                                  bool inWord = false;
                                  for (const char c : text) {
                                      const char folded = foldedAscii[static_cast<unsigned char>(c)];
                                      if (folded == '\'') {
                                          continue;
                                      }
                                      if (folded != 0 && !inWord) {
                                          *out++ = ' ';
                                      }
                                      inWord = folded != 0;
                                      *out = folded;
                                      out += inWord;
                                  }
                                  return out - bytes;
                              });
}

/// Scripts that write no blanks between words: Han, kana, and the surrogates of the Han extensions.
bool standsAlone(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x3040 && u <= 0x30ff) || (u >= 0x3400 && u <= 0x9fff) || (u >= 0xf900 && u <= 0xfaff)
            || (u >= 0xd840 && u <= 0xd88f);
}

/// The words of a text that is folded already.
void appendFoldedWords(std::string &line, const QString &folded)
{
    QString words;
    words.reserve(folded.size() + 8);
    bool inWord = false;
    for (const QChar c : folded) {
        if (standsAlone(c)) {
            words += u' ';
            words += c;
            inWord = false;
        } else if (c.isLetterOrNumber() || c.isHighSurrogate()) {
            if (!inWord) {
                words += u' ';
            }
            words += c;
            inWord = true;
        } else if (c.isMark() || c.isLowSurrogate()) {
            words += c; // belongs to the character before
        } else if (c != u'\'' && c != u'’') {
            inWord = false;
        }
    }
    line += words.toStdString();
}

} // namespace

void appendWords(std::string &line, std::string_view utf8)
{
    if (isAscii(utf8)) {
        appendAsciiWords(line, utf8);
    } else {
        appendFoldedWords(line, fold(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))));
    }
}

std::vector<std::string> queryWords(QStringView text)
{
    std::vector<std::string> words;
    for (const QString &word : foldedWords(text)) {
        std::string own;
        appendFoldedWords(own, word);
        if (own.empty() || std::ranges::find(words, own) != words.end()) {
            continue;
        }
        words.push_back(std::move(own));
        if (words.size() == maxQueryWords) {
            break;
        }
    }
    return words;
}

QByteArray fulltextQuery(const std::vector<std::string> &words)
{
    QByteArray query;
    for (const std::string &word : words) {
        query += " \"" + QByteArray::fromStdString(word) + "\"*";
    }
    return query;
}

} // namespace crema::store
