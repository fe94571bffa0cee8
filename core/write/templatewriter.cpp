// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/templatewriter.h"

#include "base/text.h"
#include "truth/facts.h"
#include "write/composer.h"
#include "write/envelope.h"
#include "write/variables.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

constexpr quint64 otherTurn = 2477; // turns every choice on when another wording is asked for
constexpr quint64 attempts = 12; // ways to put one opener's email together before the next opener is taken

QString said(const char *text)
{
    return QCoreApplication::translate("templates", text);
}

QString saidIn(const QVector<Draft> &earlier)
{
    QStringList bodies;
    for (const Draft &draft : earlier) {
        bodies << draft.body;
    }
    return bodies.join(u"\n\n"_s);
}

// FNV-1a, 64 bit: http://www.isthe.com/chongo/tech/comp/fnv/
void addToHash(quint64 &hash, const QString &text)
{
    for (const char byte : text.toUtf8() + '\0') {
        hash = (hash ^ static_cast<quint8>(byte)) * 1099511628211ULL;
    }
}

// A number made of all that is known about the recipient.
quint64 turnOf(const Contact &contact)
{
    quint64 hash = 14695981039346656037ULL;
    for (const truth::Fact &fact : truth::recipientFacts(contact)) {
        addToHash(hash, fact.name);
        addToHash(hash, fact.value);
    }
    addToHash(hash, contact.email());
    addToHash(hash, contact.linkedinUrl());
    return hash >> 8;
}

// Writes one email: tries the openers from the most telling on until one gives an email that is new and
// passes the gate.
class Attempt
{
public:
    Attempt(const WriteRequest &request, const TemplateWriter &writer)
        : m_request(request), m_writer(writer), m_common(writer.templates().commonOf(request.kind)),
          m_variables(variablesFor(request, writer.knowledge())),
          m_composer(m_variables, m_common, saidIn(request.earlier),
                     {request.profile.writing.tone, request.voice.dropped}),
          m_signature(signatureOf(request.profile)),
          m_turn(turnOf(request.contact) + otherTurn * static_cast<quint64>(request.avoid.size()))
    {
        for (const QString &body : request.avoid) {
            m_avoid.insert(cleanText(body));
        }
    }

    Result<Draft> write()
    {
        const auto templates = usable();
        if (!templates) {
            return std::unexpected(templates.error());
        }
        for (const MailTemplate &mailTemplate : *templates) {
            if (const auto draft = withOpenersOf(mailTemplate, mailTemplate)) {
                return *draft;
            }
        }
        // All that could be said first has been said to somebody of the same firm or school.
        if (const auto draft = withOpenersOf(templates->constFirst(), m_common)) {
            return *draft;
        }
        if (!m_avoid.isEmpty()) {
            return failure(ErrorKind::notFound,
                           said("There is no other wording of the email to %1 that says only what is on "
                                "record; the text is kept as it is.")
                                   .arg(m_request.contact.name()));
        }
        if (m_fallback) {
            return *m_fallback;
        }
        return failure(ErrorKind::internal,
                       said("No email could be put together for %1.").arg(m_request.contact.name()));
    }

private:
    [[nodiscard]] bool canUse(const MailTemplate &mailTemplate) const
    {
        const auto known = [this](const QString &name) { return m_variables.contains(name); };
        const bool opens = !m_composer.options(mailTemplate.slot(u"openers"_s), 0).isEmpty();
        return opens && std::ranges::all_of(mailTemplate.needs, known)
                && std::ranges::none_of(mailTemplate.without, known);
    }

    [[nodiscard]] Result<QVector<MailTemplate>> usable() const
    {
        QVector<MailTemplate> found;
        for (const MailTemplate &mailTemplate : m_writer.templates().ofKind(m_request.kind)) {
            const bool asked = m_request.templateName.isEmpty()
                    || mailTemplate.name == m_request.templateName;
            if (asked && canUse(mailTemplate)) {
                found << mailTemplate;
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        if (!m_request.templateName.isEmpty()) {
            return failure(ErrorKind::rejectedInput,
                           said("The template \"%1\" cannot be used for %2: it does not exist, or it needs "
                                "facts that are not on record.")
                                   .arg(m_request.templateName, m_request.contact.name()));
        }
        return QVector<MailTemplate> {m_common};
    }

    std::optional<Draft> withOpenersOf(const MailTemplate &mailTemplate, const MailTemplate &openers)
    {
        for (const Rendered &opener : m_composer.options(openers.slot(u"openers"_s), m_turn)) {
            for (quint64 i = 0; i < attempts; ++i) {
                const Parts parts = m_composer.compose(openers, opener, m_turn + i * 1010,
                                                       !m_request.resumeId.isEmpty(),
                                                       roomFor(m_request.profile.writing.length));
                const Draft draft = draftOf(parts, mailTemplate);
                const bool taken = isOpenerTaken(draft);
                if (!taken && isNew(draft) && passes(draft)) {
                    return draft;
                }
                keepAsFallback(draft);
                if (taken) {
                    break;
                }
            }
        }
        return std::nullopt;
    }

    // When everything has been said to somebody else already, the first email that is right in itself has to
    // do; the batch check will say so.
    void keepAsFallback(const Draft &draft)
    {
        if (!m_fallback || (!m_fallbackPasses && passes(draft))) {
            m_fallback = draft;
            m_fallbackPasses = passes(draft);
        }
    }

    [[nodiscard]] bool isOpenerTaken(const Draft &draft) const
    {
        return m_request.memory
                && m_request.memory->hasOpener(truth::openerOf(draft.body, m_signature), m_request.contact);
    }

    [[nodiscard]] bool isNew(const Draft &draft) const
    {
        return !m_avoid.contains(cleanText(draft.body))
                && (!m_request.memory
                    || (!m_request.memory->hasBody(draft.body)
                        && !m_request.memory->hasText(draft.body, m_signature)));
    }

    [[nodiscard]] bool passes(const Draft &draft) const
    {
        const QVector<GateProblem> problems = m_writer.problemsOf(draft, m_request);
        return std::ranges::all_of(problems,
                                   [](const GateProblem &problem) { return problem.rule == "signature"_L1; });
    }

    [[nodiscard]] Draft draftOf(const Parts &parts, const MailTemplate &mailTemplate) const
    {
        Draft draft = emptyDraft(m_request);
        draft.writer = u"template:"_s + mailTemplate.name;
        draft.claims = claimsOf(parts);
        draft.body = inEnvelope(textOf(parts), m_request, m_variables);
        if (draft.subject.isEmpty()) {
            draft.subject = subjectFor(draft, mailTemplate);
        }
        return draft;
    }

    // The first subject of the right length that nobody of the same circle has had and whose facts the body
    // tells.
    [[nodiscard]] QString subjectFor(const Draft &draft, const MailTemplate &mailTemplate) const
    {
        QString told;
        for (const Claim &claim : draft.claims) {
            told += claim.text + u'\n';
        }
        const truth::GateBounds bounds;
        QString first;
        for (Rendered &subject :
             m_composer.options(mailTemplate.slot(u"subjects"_s) + m_common.slot(u"subjects"_s), m_turn)) {
            const int words = truth::countWords(subject.text);
            subject.text = capitalised(subject.text);
            if (words < bounds.minSubjectWords || words > bounds.maxSubjectWords || !tells(told, subject)) {
                continue;
            }
            if (!m_request.memory || !m_request.memory->hasSubject(subject.text, m_request.contact)) {
                return subject.text;
            }
            first = first.isEmpty() ? subject.text : first;
        }
        return first;
    }

    static QString capitalised(QString text)
    {
        text[0] = text.startsWith("the "_L1) ? QChar(u'T') : text[0];
        return text;
    }

    [[nodiscard]] bool tells(const QString &told, const Rendered &subject) const
    {
        // Whom one writes to is no statement about them.
        static const QStringList whom {u"name"_s, u"fullName"_s, u"shortName"_s, u"address"_s};
        return std::ranges::all_of(subject.used, [&](const QString &name) {
            return whom.contains(name) || containsWords(told, m_variables.value(name).value);
        });
    }

    const WriteRequest &m_request;
    const TemplateWriter &m_writer;
    MailTemplate m_common;
    Variables m_variables;
    Composer m_composer;
    QString m_signature;
    quint64 m_turn;
    QSet<QString> m_avoid;
    std::optional<Draft> m_fallback;
    bool m_fallbackPasses = false;
};

} // namespace

Result<TemplateWriter> TemplateWriter::create()
{
    auto knowledge = truth::loadKnowledge();
    if (!knowledge) {
        return std::unexpected(knowledge.error());
    }
    auto templates = loadTemplates();
    if (!templates) {
        return std::unexpected(templates.error());
    }
    return TemplateWriter(std::move(*knowledge), std::move(*templates));
}

TemplateWriter::TemplateWriter(truth::DirectoryKnowledge knowledge, TemplateSet templates)
    : m_knowledge(std::move(knowledge)), m_templates(std::move(templates))
{
}

Result<Draft> TemplateWriter::write(const WriteRequest &request) const
{
    return Attempt(request, *this).write();
}

QVector<GateProblem> TemplateWriter::problemsOf(const Draft &draft, const WriteRequest &request) const
{
    truth::GateInput input;
    input.draft = draft;
    input.profile = request.profile;
    input.contact = request.contact;
    input.resumeAttached = !draft.resumeId.isEmpty();
    input.knowledge = &m_knowledge;
    return truth::checkDraft(input);
}

} // namespace crema::write
