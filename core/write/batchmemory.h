// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/draft.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QVector>

namespace crema::truth {
struct DirectoryKnowledge;
}

namespace crema::write {

/// What was written before, so that no email says the same again: bodies, openers and subjects with the firm
/// and school of their recipients. Add every draft of a batch, and the drafts that are already there, before
/// the next is written.
class BatchMemory
{
public:
    /// `knowledge` tells that two names mean one firm or school; not owned.
    explicit BatchMemory(const truth::DirectoryKnowledge &knowledge);

    void add(const Draft &draft, const Contact &contact, const QString &signature);

    /// The text between greeting and signature was written to somebody before. Stricter than the gate:
    /// another name in the greeting does not make another email.
    [[nodiscard]] bool hasText(const QString &body, const QString &signature) const;
    [[nodiscard]] bool hasBody(const QString &body) const;
    /// These words opened an email (or were its subject) to somebody of the same firm or the same school,
    /// unknown counting as one firm.
    [[nodiscard]] bool hasOpener(const QString &opener, const Contact &contact) const;
    [[nodiscard]] bool hasSubject(const QString &subject, const Contact &contact) const;

    [[nodiscard]] qsizetype count() const { return m_bodies.size(); }

private:
    /// Who was written to with some words.
    struct Circle
    {
        QSet<QString> firms;
        QSet<QString> schools;
    };
    using Circles = QHash<QString, Circle>;

    void note(Circles &circles, const QString &words, const Contact &contact) const;
    [[nodiscard]] bool isIn(const Circles &circles, const QString &words, const Contact &contact) const;
    [[nodiscard]] QString firmKey(const Contact &contact) const;
    [[nodiscard]] QString schoolKey(const Contact &contact) const;

    const truth::DirectoryKnowledge *m_knowledge;
    QSet<QString> m_bodies;
    QSet<QString> m_texts;
    Circles m_openers;
    Circles m_subjects;
};

} // namespace crema::write
