// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/owntemplate.h"

#include "base/text.h"
#include "truth/gate.h"
#include "write/clauseclaims.h"
#include "write/envelope.h"
#include "write/variables.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("templates", text);
}

OwnProblem wholeProblem(const QString &text, bool inSubject = false)
{
    OwnProblem problem;
    problem.text = text;
    problem.inSubject = inSubject;
    return problem;
}

OwnProblem problemAt(const TextProblem &found, const QString &text, bool inSubject)
{
    OwnProblem problem;
    problem.inSubject = inSubject;
    problem.start = found.start;
    problem.length = found.length;
    const QString before = text.left(found.start);
    problem.line = static_cast<int>(before.count(u'\n')) + 1;
    problem.column = static_cast<int>(before.sliced(before.lastIndexOf(u'\n') + 1).toUcs4().size()) + 1;
    const QString where = inSubject ? said("Subject, column %1: ").arg(problem.column)
                                    : said("Line %1, column %2: ").arg(problem.line).arg(problem.column);
    problem.text = where + found.text + u'.';
    if (problem.text.endsWith("?."_L1)) {
        problem.text.chop(1);
    }
    return problem;
}

// What the program adds must not stand there already.
void checkEnvelope(const OwnTemplate &own, QVector<OwnProblem> &found)
{
    const truth::BodyParts parts = truth::partsOf(own.body, {});
    if (parts.greeting.length > 0 && parts.text.length > 0) {
        const TextProblem problem {said("the program adds the greeting; begin with the first sentence"),
                                   parts.greeting.start, parts.greeting.length};
        found << problemAt(problem, own.body, false);
    }
    if (parts.signOff.length > 0) {
        const TextProblem problem {
                said("the program adds sign-off and signature; end with the last sentence"),
                parts.signOff.start, parts.signOff.length};
        found << problemAt(problem, own.body, false);
    }
}

// Sections that fall away leave blanks behind.
QString withoutGaps(QString text)
{
    static const QRegularExpression blanks(u"[ \\t]{2,}"_s);
    static const QRegularExpression edges(u"[ \\t]*\\n[ \\t]*"_s);
    static const QRegularExpression lines(u"\\n{3,}"_s);
    return text.replace(blanks, u" "_s).replace(edges, u"\n"_s).replace(lines, u"\n\n"_s);
}

Result<> check(const OwnTemplate &own)
{
    const QVector<OwnProblem> problems = problemsOf(own);
    if (problems.isEmpty()) {
        return {};
    }
    QStringList texts;
    for (const OwnProblem &problem : problems) {
        texts << problem.text;
    }
    return failure(ErrorKind::rejectedInput,
                   said("The template \"%1\" cannot be used. %2").arg(own.name, texts.join(u' ')));
}

Result<Rendered> rendered(const OwnTemplate &own, const QString &text, const Variables &variables,
                          const QString &recipient)
{
    const auto parsed = TemplateText::parse(text, variableNames());
    if (!parsed) {
        return std::unexpected(parsed.error());
    }
    const auto filled = parsed->render(variables);
    if (filled) {
        return *filled;
    }
    QStringList reasons;
    for (const QString &name : parsed->missing(variables)) {
        reasons << u"{{%1}}: "_s.arg(name) + whyUnknown(name, recipient);
    }
    return failure(
            ErrorKind::rejectedInput,
            said("The template \"%1\" does not fit %2. %3").arg(own.name, recipient, reasons.join(u' ')));
}

QVector<Claim> claimsOf(const Rendered &subject, const Rendered &body)
{
    QVector<Claim> claims;
    for (const Claim &claim : withClauses(body) + withClauses(subject)) {
        const Claim clean {withoutGaps(claim.text), claim.sources};
        if (!claims.contains(clean)) {
            claims << clean;
        }
    }
    return claims;
}

} // namespace

QVector<OwnProblem> problemsOf(const OwnTemplate &own)
{
    QVector<OwnProblem> found;
    if (cleanLine(own.name).isEmpty()) {
        found << wholeProblem(said("The template needs a name."));
    }
    if (!mailKindFrom(own.kind)) {
        found << wholeProblem(
                said("\"%1\" is no kind of email; the kinds are first, follow_up and thank_you.")
                        .arg(own.kind));
    }
    if (cleanLine(own.subject).isEmpty()) {
        found << wholeProblem(said("The template needs a subject."), true);
    }
    if (cleanText(own.body).isEmpty()) {
        found << wholeProblem(said("The template needs a text."));
    }
    for (const TextProblem &problem : TemplateText::problemsIn(own.subject, variableNames())) {
        found << problemAt(problem, own.subject, true);
    }
    for (const TextProblem &problem : TemplateText::problemsIn(own.body, variableNames())) {
        found << problemAt(problem, own.body, false);
    }
    checkEnvelope(own, found);
    return found;
}

Result<Draft> writeFromOwn(const OwnTemplate &own, const WriteRequest &request, const TemplateWriter &writer)
{
    if (const auto usable = check(own); !usable) {
        return std::unexpected(usable.error());
    }
    const Variables variables = variablesFor(request, writer.knowledge());
    const QString recipient = request.contact.name().isEmpty() ? request.contact.email()
                                                               : request.contact.name();
    const auto subject = rendered(own, cleanLine(own.subject), variables, recipient);
    const auto body = subject ? rendered(own, own.body, variables, recipient) : subject;
    if (!body) {
        return std::unexpected(body.error());
    }
    Draft draft = emptyDraft(request);
    draft.writer = u"own:"_s + own.name;
    draft.subject = cleanLine(withoutGaps(subject->text));
    draft.body = inEnvelope(withoutGaps(body->text).trimmed(), request, variables);
    draft.claims = claimsOf(*subject, *body);
    return draft;
}

} // namespace crema::write
