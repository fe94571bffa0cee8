// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/batchmemory.h"

#include "base/text.h"
#include "truth/facts.h"
#include "truth/gate.h"
#include "truth/knowledge.h"

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

QString key(const QString &text)
{
    return foldedWords(text).join(u' ');
}

QString textKey(const QString &body, const QString &signature)
{
    return key(truth::partsOf(body, signature).text.of(body).toString());
}

// All names of one known firm or school have one key.
QString groupKey(const QVector<int> &groups, const QString &name)
{
    return groups.size() == 1 ? u"#%1"_s.arg(groups.constFirst()) : key(name);
}

} // namespace

BatchMemory::BatchMemory(const truth::DirectoryKnowledge &knowledge) : m_knowledge(&knowledge) { }

QString BatchMemory::firmKey(const Contact &contact) const
{
    const QString firm = truth::sayable(contact.company());
    return groupKey(m_knowledge->companies.companiesNamed(firm),
                    m_knowledge->companies.words(firm).join(u' '));
}

QString BatchMemory::schoolKey(const Contact &contact) const
{
    const QString school = truth::sayable(contact.college());
    return groupKey(m_knowledge->schools.schoolsNamed(school), truth::SchoolNames::words(school).join(u' '));
}

void BatchMemory::add(const Draft &draft, const Contact &contact, const QString &signature)
{
    m_bodies.insert(cleanText(draft.body));
    m_texts.insert(textKey(draft.body, signature));
    note(m_openers, truth::openerOf(draft.body, signature), contact);
    note(m_subjects, draft.subject, contact);
}

bool BatchMemory::hasText(const QString &body, const QString &signature) const
{
    return m_texts.contains(textKey(body, signature));
}

bool BatchMemory::hasBody(const QString &body) const
{
    return m_bodies.contains(cleanText(body));
}

bool BatchMemory::hasOpener(const QString &opener, const Contact &contact) const
{
    return isIn(m_openers, opener, contact);
}

bool BatchMemory::hasSubject(const QString &subject, const Contact &contact) const
{
    return isIn(m_subjects, subject, contact);
}

void BatchMemory::note(Circles &circles, const QString &words, const Contact &contact) const
{
    Circle &circle = circles[key(words)];
    circle.firms.insert(firmKey(contact));
    circle.schools.insert(schoolKey(contact));
}

bool BatchMemory::isIn(const Circles &circles, const QString &words, const Contact &contact) const
{
    const auto it = circles.constFind(key(words));
    return it != circles.constEnd()
            && (it->firms.contains(firmKey(contact)) || it->schools.contains(schoolKey(contact)));
}

} // namespace crema::write
