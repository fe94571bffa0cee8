// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "truth/facts.h"
#include "truth/gate.h"
#include "truth/gaterules.h"
#include "truth/knowledge.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("gate", text);
}

bool isSameName(const QString &a, const QString &b, bool known)
{
    return known || (!a.isEmpty() && foldedWords(a) == foldedWords(b));
}

class BatchCheck
{
public:
    BatchCheck(const QVector<BatchItem> &items, const DirectoryKnowledge *knowledge)
        : m_items(items), m_knowledge(knowledge)
    {
    }

    QVector<BatchProblem> all()
    {
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            checkBody(i);
            checkOpener(i);
            checkSubject(i);
        }
        return std::move(m_found);
    }

private:
    void checkBody(qsizetype i)
    {
        const QString body = cleanText(m_items[i].draft.body);
        const auto known = m_bodies.constFind(body);
        if (known != m_bodies.constEnd()) {
            m_found << BatchProblem {
                    i, *known,
                    problemAt(u"identical"_s,
                              said("This email is word for word the one to %1.").arg(nameOf(*known)))};
            return;
        }
        m_bodies.insert(body, i);
    }

    void checkOpener(qsizetype i)
    {
        const Draft &draft = m_items[i].draft;
        const QString opener = openerOf(draft.body, m_items[i].signature);
        const qsizetype other = repeated(m_openers, opener, i);
        if (other >= 0) {
            const Span span {draft.body.indexOf(opener), opener.size()};
            m_found << BatchProblem {
                    i, other,
                    problemAt(u"opener"_s,
                              said("The email to %1 opens with the same words.").arg(nameOf(other)), span)};
        }
    }

    void checkSubject(qsizetype i)
    {
        const QString &subject = m_items[i].draft.subject;
        if (hasConversationSubject(m_items[i].draft)) {
            return;
        }
        const qsizetype other = repeated(m_subjects, subject, i);
        if (other >= 0) {
            m_found << BatchProblem {
                    i, other,
                    problemInSubject(u"subject"_s,
                                     said("The email to %1 has the same subject.").arg(nameOf(other)),
                                     {0, subject.size()})};
        }
    }

    // The earlier draft of the same circle with these words, or -1; notes them for the ones to come.
    qsizetype repeated(QHash<QString, QVector<qsizetype>> &seen, const QString &text, qsizetype i)
    {
        QVector<qsizetype> &others = seen[foldedWords(text).join(u' ')];
        const auto other = std::ranges::find_if(others, [&](qsizetype j) {
            return areOneCircle(m_items[j].contact, m_items[i].contact, m_knowledge);
        });
        const qsizetype found = other == others.end() ? -1 : *other;
        others << i;
        return text.isEmpty() ? -1 : found;
    }

    [[nodiscard]] QString nameOf(qsizetype item) const { return m_items[item].contact.name(); }

    const QVector<BatchItem> &m_items;
    const DirectoryKnowledge *m_knowledge;
    QHash<QString, qsizetype> m_bodies;
    QHash<QString, QVector<qsizetype>> m_openers;
    QHash<QString, QVector<qsizetype>> m_subjects;
    QVector<BatchProblem> m_found;
};

} // namespace

bool areOneCircle(const Contact &a, const Contact &b, const DirectoryKnowledge *knowledge)
{
    const QString firmA = sayable(a.company());
    const QString firmB = sayable(b.company());
    const QString schoolA = sayable(a.college());
    const QString schoolB = sayable(b.college());
    const bool unknownA = firmA.isEmpty() && schoolA.isEmpty();
    const bool unknownB = firmB.isEmpty() && schoolB.isEmpty();
    return (unknownA && unknownB)
            || isSameName(firmA, firmB, knowledge && sameCompany(firmA, firmB, *knowledge))
            || isSameName(schoolA, schoolB, knowledge && sameSchool(schoolA, schoolB, *knowledge));
}

QVector<BatchProblem> checkBatch(const QVector<BatchItem> &items, const DirectoryKnowledge *knowledge)
{
    return BatchCheck(items, knowledge).all();
}

} // namespace crema::truth
