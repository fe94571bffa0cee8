// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "model/contactdocument.h"
#include "model/resume.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

bool isSingle(const QString &field)
{
    return factFields().contains(field);
}

const FactCorrection *singleCorrection(const Resume &resume, const QString &field)
{
    // The last one counts: two of one field can only have come from elsewhere.
    const auto it = std::ranges::find(resume.corrections.rbegin(), resume.corrections.rend(), field,
                                      &FactCorrection::field);
    return it == resume.corrections.rend() ? nullptr : &*it;
}

ShownFact shownSingle(const Resume &resume, const QString &field)
{
    const ResumeLine read = factOf(resume.read, field);
    const FactCorrection *correction = singleCorrection(resume, field);
    return {field, read, correction ? correction->text : read.text, correction != nullptr};
}

/// For each item read the correction that is about it, by its index, or -1: first where text and line agree,
/// then by the text alone, since lines move when a file is read again.
QVector<qsizetype> correctionsByItem(const Resume &resume, const QString &field,
                                     const QVector<ResumeLine> &items, QVector<bool> &used)
{
    QVector<qsizetype> found(items.size(), -1);
    for (const bool sameLine : {true, false}) {
        for (qsizetype i = 0; i < items.size(); ++i) {
            for (qsizetype c = 0; c < resume.corrections.size() && found[i] < 0; ++c) {
                const FactCorrection &correction = resume.corrections[c];
                const bool fits = correction.field == field && !used[c] && !correction.read.text.isEmpty()
                        && correction.read.text == items[i].text
                        && (!sameLine || correction.read.line == items[i].line);
                if (fits) {
                    found[i] = c;
                    used[c] = true;
                }
            }
        }
    }
    return found;
}

void showList(const Resume &resume, const QString &field, QVector<ShownFact> &shown)
{
    const QVector<ResumeLine> items = factListOf(resume.read, field);
    QVector<bool> used(resume.corrections.size(), false);
    const QVector<qsizetype> byItem = correctionsByItem(resume, field, items, used);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const bool corrected = byItem[i] >= 0;
        shown << ShownFact {field, items[i], corrected ? resume.corrections[byItem[i]].text : items[i].text,
                            corrected};
    }
    for (qsizetype c = 0; c < resume.corrections.size(); ++c) {
        const FactCorrection &correction = resume.corrections[c];
        // What replaced an item that is not read any more is still what the user wants said, unless it is
        // read rightly now.
        const bool holds = correction.field == field && !used[c] && !correction.text.isEmpty()
                && std::ranges::find(items, correction.text, &ResumeLine::text) == items.end();
        if (holds) {
            shown << ShownFact {field, correction.read, correction.text, true};
        }
    }
}

/// The place of the correction that made a fact what it is; -1 when none did.
qsizetype correctionOf(const Resume &resume, const ShownFact &fact)
{
    for (qsizetype c = 0; c < resume.corrections.size(); ++c) {
        const FactCorrection &correction = resume.corrections[c];
        if (correction.field != fact.field) {
            continue;
        }
        const bool sameItem = correction.read.text == fact.read.text && correction.text == fact.text;
        if (isSingle(fact.field) || (fact.corrected && sameItem)) {
            return c;
        }
    }
    return -1;
}

} // namespace

QVector<ShownFact> shownFacts(const Resume &resume)
{
    QVector<ShownFact> shown;
    for (const QString &field : factFields()) {
        shown << shownSingle(resume, field);
    }
    for (const QString &field : factLists()) {
        showList(resume, field, shown);
    }
    return shown;
}

QString factProblem(const QString &field, const QString &value)
{
    if (value.isEmpty()) {
        return {};
    }
    if (field == "email"_L1 && !isEmailAddress(value)) {
        return u"\"%1\" is not an email address."_s.arg(value);
    }
    const bool year = value.size() == 4 && value.toInt() >= 1940 && value.toInt() <= 2100;
    if (field == "graduationYear"_L1 && !year) {
        return u"\"%1\" is not a year such as 2027."_s.arg(value);
    }
    return {};
}

Result<> correctFact(Resume &resume, const ShownFact &fact, const QString &text)
{
    if (!isSingle(fact.field) && !factLists().contains(fact.field)) {
        return failure(ErrorKind::rejectedInput,
                       u"There is no fact \"%1\" in a resume. The facts are: %2."_s.arg(
                               fact.field, (factFields() + factLists()).join(u", "_s)));
    }
    const QString right = cleanLine(text);
    if (const QString problem = factProblem(fact.field, right); !problem.isEmpty()) {
        return failure(ErrorKind::rejectedInput, problem);
    }
    FactCorrection correction {fact.field, fact.read, right};
    qsizetype place = correctionOf(resume, fact);
    if (place < 0) {
        place = resume.corrections.size();
    } else {
        resume.corrections.removeAt(place);
    }
    const bool changesSomething = isSingle(fact.field) || !fact.read.text.isEmpty() || !right.isEmpty();
    if (right != fact.read.text && changesSomething) {
        resume.corrections.insert(place, correction);
    }
    applyCorrections(resume);
    return {};
}

void revertFact(Resume &resume, const ShownFact &fact)
{
    if (const qsizetype place = correctionOf(resume, fact); place >= 0) {
        resume.corrections.removeAt(place);
        applyCorrections(resume);
    }
}

void inheritCorrections(Resume &resume, const Resume &former)
{
    for (FactCorrection correction : former.corrections) {
        if (correction.read.text.isEmpty()) {
            continue;
        }
        QVector<ResumeLine> items = factListOf(resume.read, correction.field);
        if (isSingle(correction.field)) {
            items = {factOf(resume.read, correction.field)};
        }
        const auto same = std::ranges::find(items, correction.read.text, &ResumeLine::text);
        if (same != items.end()) {
            correction.read = *same;
            resume.corrections << correction;
        }
    }
    applyCorrections(resume);
}

} // namespace crema
