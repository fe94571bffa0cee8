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

int addModelReading(Resume &resume, const ModelReading &reading)
{
    ModelReading kept = modelReadingOf(resume);
    int added = 0;
    for (const auto single : singles) {
        const ResumeLine &found = reading.facts.*single;
        if ((resume.read.*single).text.isEmpty() && !found.text.isEmpty()) {
            resume.read.*single = found;
            kept.facts.*single = found;
            ++added;
        }
    }
    for (const auto list : lists) {
        const auto lines = insertNew(resume.read.*list, resume.facts.*list, reading.facts.*list);
        kept.facts.*list += lines;
        added += static_cast<int>(lines.size());
    }
    if (added > 0) {
        resume.extra[key] = {{"model", reading.model}, {"facts", toJson(kept.facts)}};
    }
    applyCorrections(resume);
    return added;
}

ModelReading takeModelReading(Resume &resume)
{
    ModelReading reading = modelReadingOf(resume);
    resume.extra.erase(key);
    return reading;
}

bool isFromModel(const ModelReading &reading, const ShownFact &fact)
{
    return !fact.read.text.isEmpty()
            && (factOf(reading.facts, fact.field) == fact.read
                || factListOf(reading.facts, fact.field).contains(fact.read));
}

} // namespace crema
