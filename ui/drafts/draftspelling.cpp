// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftspelling.h"

#include "store/mywords.h"
#include "truth/facts.h"
#include "ui/drafts/draftmarks.h"
#include "ui/drafts/markedlineedit.h"
#include "ui/theme/glyph.h"

#include <QActionGroup>
#include <QLocale>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

const QLatin1StringView off("off");

QStringList namesAround(const store::Reader &reader, const Draft &draft)
{
    QStringList names;
    if (const auto profile = reader.profile()) {
        names << profile->name << signatureOf(*profile);
        for (const truth::Fact &fact : truth::senderFacts(*profile)) {
            names << fact.value;
        }
    }
    if (const auto contact = reader.contact(draft.contactId)) {
        names << contact->firstName << contact->lastName << contact->name();
        for (const truth::Fact &fact : truth::recipientFacts(*contact)) {
            names << fact.value;
        }
    }
    return names;
}

/// The word stands there, on its own.
bool standsAt(const QString &text, const SpellSpan &span, const QString &word)
{
    const auto isLetter = [&](qsizetype at) {
        return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
    };
    return !word.isEmpty()
            && QStringView(text).sliced(std::min<qsizetype>(span.start, text.size())).startsWith(word)
            && !isLetter(span.start - 1) && !isLetter(span.start + word.size());
}

} // namespace

DraftSpelling::DraftSpelling(flows::Services &services, MarkedLineEdit &subject, MarkedTextEdit &text,
                             QObject *parent)
    : QObject(parent), m_services(services), m_subject(subject), m_text(text),
      m_checker(dictionariesIn(dictionaryFolders()))
{
    connect(&m_checker, &SpellChecker::checked, this, &DraftSpelling::take);
    readSettings();
}

// Both at once: one dictionary, and one answer.
QString DraftSpelling::whole() const
{
    return m_subject.text() + u'\n' + m_text.text();
}

void DraftSpelling::take(const QString &checkedText, const QVector<SpellSpan> &wrong)
{
    if (checkedText != whole()) {
        return; // it was typed on, and is checked again
    }
    m_checkedSubject = {m_subject.text(), {}};
    m_checkedText = {m_text.text(), {}};
    const auto body = static_cast<int>(m_subject.text().size()) + 1;
    for (const SpellSpan &word : wrong) {
        if (word.start < body) {
            m_checkedSubject.wrong << word;
        } else {
            m_checkedText.wrong << SpellSpan {word.start - body, word.length};
        }
    }
    m_subject.setMisspelt(m_checkedSubject.wrong);
    m_text.setMisspelt(m_checkedText.wrong);
}

void DraftSpelling::readSettings()
{
    if (m_checker.dictionaries().isEmpty()) {
        return;
    }
    const QString chosen = store::spellingLanguage(m_services.reader).value_or(QString());
    m_checker.setOwnWords(store::myWords(m_services.reader).value_or(QStringList()));
    m_checker.setLanguage(chosen == off ? QString()
                                  : chosen.isEmpty()
                                  ? usualLanguage(m_checker.dictionaries(), QLocale().name())
                                  : chosen);
}

void DraftSpelling::show(const Draft &draft)
{
    m_names = spellNames(namesAround(m_services.reader, draft));
    check();
}

void DraftSpelling::check()
{
    if (!m_checker.language().isEmpty()) {
        m_checker.check(whole(), m_names);
    }
}

void DraftSpelling::keep(store::Operation operation)
{
    m_scope.launch(m_services.store.apply(std::move(operation)), [this](Result<store::Change> change) {
        if (!change) {
            Q_EMIT failed(change.error());
        }
    });
}

void DraftSpelling::fillTextMenu(QMenu &menu, int position)
{
    fillMenu(menu, position, m_text, m_checkedText);
}

void DraftSpelling::fillSubjectMenu(QMenu &menu, int position)
{
    fillMenu(menu, position, m_subject, m_checkedSubject);
}

template <typename Edit>
void DraftSpelling::fillMenu(QMenu &menu, int position, Edit &edit, const Checked &checked)
{
    const QString text = edit.text(); // may have been typed on since it was checked
    const auto word = std::ranges::find_if(checked.wrong, [&](const SpellSpan &span) {
        return position >= span.start && position <= span.start + span.length
                && standsAt(text, span, checked.text.mid(span.start, span.length));
    });
    if (word != checked.wrong.end()) {
        addSuggestions(menu, *word, edit);
    }
    addLanguages(menu);
}

template <typename Edit>
void DraftSpelling::addSuggestions(QMenu &menu, const SpellSpan &span, Edit &edit)
{
    QAction *first = menu.isEmpty() ? nullptr : menu.actions().constFirst();
    const QString word = edit.text().mid(span.start, span.length);
    const auto add = [&](QAction *action) {
        menu.insertAction(first, action);
        return action;
    };
    const QStringList suggestions = m_checker.suggestions(word);
    for (const QString &suggestion : suggestions) {
        QAction *action = add(new QAction(suggestion, &menu));
        action->setObjectName(u"spellSuggestion"_s);
        QFont strong = menu.font();
        strong.setWeight(QFont::DemiBold);
        action->setFont(strong);
        connect(action, &QAction::triggered, &edit, [&edit, span, word, suggestion] {
            // A model may have begun to write while the menu was open.
            if (!edit.isReadOnly() && standsAt(edit.text(), span, word)) {
                edit.replaceWords(span.start, span.length, suggestion);
            }
        });
    }
    if (suggestions.isEmpty()) {
        add(new QAction(tr("No suggestion"), &menu))->setEnabled(false);
    }
    QAction *own = add(new QAction(icon(Glyph::add), tr("Add “%1” to my words").arg(word), &menu));
    own->setObjectName(u"spellAdd"_s);
    connect(own, &QAction::triggered, this, [this, word] {
        m_checker.addOwnWord(word);
        keep(store::keepingWord(word));
    });
    menu.insertSeparator(first);
}

void DraftSpelling::addLanguages(QMenu &menu)
{
    menu.addSeparator();
    if (m_checker.dictionaries().isEmpty()) {
        QAction *none = menu.addAction(tr("Spell check: install a dictionary, such as hunspell-en-us"));
        none->setObjectName(u"spellNone"_s);
        none->setEnabled(false);
        return;
    }
    QMenu *languages = menu.addMenu(tr("Spell check"));
    languages->setObjectName(u"spellLanguages"_s);
    auto *group = new QActionGroup(languages);
    const auto add = [&](const QString &words, const QString &language) {
        QAction *action = languages->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_checker.language() == language);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, language] { chooseLanguage(language); });
    };
    for (const Dictionary &dictionary : m_checker.dictionaries()) {
        add(languageWords(dictionary.language), dictionary.language);
    }
    languages->addSeparator();
    add(tr("Off"), QString());
}

void DraftSpelling::chooseLanguage(const QString &language)
{
    m_checker.setLanguage(language);
    keep(store::keepingSpellingLanguage(language.isEmpty() ? QString(off) : language));
    m_checker.check(whole(), m_names);
}

} // namespace crema::ui
