// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dictionaries.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QMutex>
#include <QStringConverter>

#include <algorithm>

#ifdef CREMA_HAS_HUNSPELL
#include <hunspell.hxx>
#endif

using namespace Qt::StringLiterals;

namespace crema::ui {

QStringList dictionaryFolders()
{
    QStringList folders = qEnvironmentVariable("DICPATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders << u"/usr/share/hunspell"_s << u"/usr/share/myspell"_s << u"/usr/share/myspell/dicts"_s
            << u"/usr/local/share/hunspell"_s << u"/Library/Spelling"_s
            << QDir::homePath() + u"/Library/Spelling"_s;
    return folders;
}

#ifdef CREMA_HAS_HUNSPELL
namespace {

/// The name Qt knows an encoding of a dictionary by.
QByteArray encodingName(const QByteArray &ofDictionary)
{
    QByteArray name = ofDictionary.trimmed();
    return name.toLower().startsWith("microsoft-cp") ? "windows-" + name.sliced(12) : name;
}

/// What the words of a dictionary are written in; a dictionary that does not say is in Latin 1.
QByteArray encodingOf(const QString &affixes)
{
    QFile file(affixes);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const qsizetype at = line.indexOf("SET "); // a byte order mark may stand before it
        if (at == 0 || at == 3) {
            return encodingName(line.sliced(at + 4));
        }
    }
    return "ISO8859-1";
}

} // namespace
#endif

QVector<Dictionary> dictionariesIn(const QStringList &folders)
{
    QVector<Dictionary> found;
#ifdef CREMA_HAS_HUNSPELL
    for (const QString &name : folders) {
        const QDir folder(name);
        for (const QString &file : folder.entryList({u"*.dic"_s}, QDir::Files | QDir::Readable, QDir::Name)) {
            const QString language = file.chopped(4).replace(u'-', u'_');
            const QString affixes = folder.filePath(file.chopped(4) + u".aff"_s);
            const bool isLanguage = QLocale(language).language() != QLocale::C && !file.startsWith(u"hyph"_s);
            const bool isNew = std::ranges::find(found, language, &Dictionary::language) == found.end();
            // One in an encoding that is not known here would find every word right.
            if (isLanguage && isNew && QStringEncoder(encodingOf(affixes).constData()).isValid()) {
                found << Dictionary {language, affixes, folder.filePath(file)};
            }
        }
    }
    std::ranges::sort(found, {}, &Dictionary::language);
#else
    static_cast<void>(folders);
#endif
    return found;
}

QString usualLanguage(const QVector<Dictionary> &dictionaries, const QString &locale)
{
    const QString own = QString(locale).replace(u'-', u'_');
    const auto first = [&](const QString &beginning) {
        const auto it = std::ranges::find_if(dictionaries, [&](const Dictionary &dictionary) {
            return dictionary.language.startsWith(beginning);
        });
        return it == dictionaries.end() ? QString() : it->language;
    };
    const QString english = own.startsWith("en"_L1) ? own : u"en_US"_s;
    for (const QString &wanted : {english, u"en_US"_s, u"en"_s, own, own.section(u'_', 0, 0)}) {
        if (const QString language = wanted.isEmpty() ? QString() : first(wanted); !language.isEmpty()) {
            return language;
        }
    }
    return {};
}

QString languageWords(const QString &language)
{
    const QLocale locale(language);
    const QString name = QLocale::languageToString(locale.language());
    return language.contains(u'_') ? u"%1 (%2)"_s.arg(name, QLocale::territoryToString(locale.territory()))
                                   : name;
}

#ifdef CREMA_HAS_HUNSPELL

/// Hunspell and what its words are written in.
class SpellDictionary::Engine
{
public:
    bool load(const Dictionary &dictionary)
    {
        if (m_tried) {
            return m_hunspell != nullptr;
        }
        m_tried = true;
        auto hunspell = std::make_unique<Hunspell>(QFile::encodeName(dictionary.affixes).constData(),
                                                   QFile::encodeName(dictionary.words).constData());
        m_encoding = encodingName(QByteArray::fromStdString(hunspell->get_dict_encoding()));
        if (QStringEncoder(m_encoding.constData()).isValid()) { // else no word would be found
            m_hunspell = std::move(hunspell);
        }
        return m_hunspell != nullptr;
    }

    bool knows(const QString &word)
    {
        QStringEncoder encoder(m_encoding.constData());
        const QByteArray bytes = encoder(word);
        return encoder.hasError() || m_hunspell->spell(bytes.toStdString());
    }

    QStringList suggestions(const QString &word, qsizetype most)
    {
        QStringList found;
        QStringEncoder encoder(m_encoding.constData());
        QStringDecoder decoder(m_encoding.constData());
        const QByteArray bytes = encoder(word);
        for (const std::string &one : m_hunspell->suggest(bytes.toStdString())) {
            if (found.size() < most) {
                found << QString(decoder(QByteArray::fromStdString(one)));
            }
        }
        return found;
    }

    QMutex mutex;

private:
    bool m_tried = false;
    std::unique_ptr<Hunspell> m_hunspell;
    QByteArray m_encoding; // Latin 1, UTF-8, or another that Qt knows by ICU
};

SpellDictionary::SpellDictionary(const Dictionary &dictionary)
    : m_dictionary(dictionary), m_engine(std::make_unique<Engine>())
{
}

bool SpellDictionary::load()
{
    return m_engine->load(m_dictionary);
}

bool SpellDictionary::knows(const QString &word)
{
    const QMutexLocker lock(&m_engine->mutex);
    return !load() || m_engine->knows(word);
}

QStringList SpellDictionary::suggestions(const QString &word, qsizetype most)
{
    const QMutexLocker lock(&m_engine->mutex);
    return load() ? m_engine->suggestions(word, most) : QStringList();
}

#else

class SpellDictionary::Engine
{
};

SpellDictionary::SpellDictionary(const Dictionary &dictionary) : m_dictionary(dictionary) { }

bool SpellDictionary::load()
{
    return false;
}

bool SpellDictionary::knows(const QString &)
{
    return true;
}

QStringList SpellDictionary::suggestions(const QString &, qsizetype)
{
    return {};
}

#endif

SpellDictionary::~SpellDictionary() = default;

} // namespace crema::ui
