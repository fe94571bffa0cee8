// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelreading.h"

#include "base/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

const char *const key = "modelReading";

/// The facts a model is asked for: addresses and numbers are found by rules, and are none of its business.
constexpr std::array singles {&ResumeFacts::name, &ResumeFacts::university, &ResumeFacts::degree,
                              &ResumeFacts::major, &ResumeFacts::graduationYear};
constexpr std::array lists {&ResumeFacts::companies, &ResumeFacts::experience};

/// One says the other, or a part of it.
bool overlap(const ResumeLine &a, const ResumeLine &b)
{
    return containsWords(a.text, b.text) || containsWords(b.text, a.text);
}

/// Puts the lines of `found` that are new into `read`, at their places in the text; the new ones. `shown` has
/// beside what was read what the user typed.
QVector<ResumeLine> insertNew(QVector<ResumeLine> &read, const QVector<ResumeLine> &shown,
                              const QVector<ResumeLine> &found)
{
    QVector<ResumeLine> added;
    for (const ResumeLine &line : found) {
        const auto isSame = [&line](const ResumeLine &known) { return overlap(known, line); };
        if (std::ranges::any_of(read, isSame) || std::ranges::any_of(shown, isSame)) {
            continue;
        }
        const auto after = std::ranges::find_if(
                read, [&line](const ResumeLine &known) { return known.line > line.line; });
        read.insert(after, line);
        added << line;
    }
    return added;
}

} // namespace

ModelReading modelReadingOf(const Resume &resume)
{
    const Json json = member(resume.extra, key);
    return {textAt(json, "model"), resumeFactsFrom(member(json, "facts"))};
}

void dropModelReading(Resume &resume)
{
    const ModelReading reading = modelReadingOf(resume);
    for (const auto single : singles) {
        ResumeLine &read = resume.read.*single;
        if (read == reading.facts.*single) {
            read = {};
        }
    }
    for (const auto list : lists) {
        (resume.read.*list).removeIf([&](const ResumeLine &line) {
            return (reading.facts.*list).contains(line);
        });
    }
    resume.extra.erase(key);
    applyCorrections(resume);
}

void addModelReading(Resume &resume, const ModelReading &reading)
{
    dropModelReading(resume);
    ModelReading used;
    used.model = reading.model;
    for (const auto single : singles) {
        const ResumeLine &found = reading.facts.*single;
        if ((resume.read.*single).text.isEmpty() && !found.text.isEmpty()) {
            resume.read.*single = found;
            used.facts.*single = found;
        }
    }
    for (const auto list : lists) {
        used.facts.*list = insertNew(resume.read.*list, resume.facts.*list, reading.facts.*list);
    }
    if (!used.isEmpty()) {
        resume.extra[key] = {{"model", used.model}, {"facts", toJson(used.facts)}};
    }
    applyCorrections(resume);
}

bool isFromModel(const Resume &resume, const ShownFact &fact)
{
    const ResumeFacts facts = modelReadingOf(resume).facts;
    return !fact.read.text.isEmpty()
            && (factOf(facts, fact.field) == fact.read || factListOf(facts, fact.field).contains(fact.read));
}

} // namespace crema
