// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/facts.h"

#include "resume/contactfacts.h"
#include "resume/educationfacts.h"
#include "resume/experiencefacts.h"
#include "resume/resumelines.h"
#include "resume/templatewords.h"
#include "resume/usualcase.h"

namespace crema::resume {

namespace {

/// Headings and names in capitals are the look of the page, not how they are written in a sentence.
void useUsualCase(ResumeFacts &facts)
{
    facts.name.text = usualPersonCase(facts.name.text);
    for (ResumeLine *line : {&facts.university, &facts.degree, &facts.major, &facts.hometown}) {
        line->text = usualTitleCase(line->text);
    }
    for (ResumeLine &company : facts.companies) {
        company.text = usualTitleCase(company.text);
    }
}

} // namespace

ResumeFacts readFacts(const QString &text)
{
    ExtractedText extracted;
    extracted.text = text;
    return readFacts(extracted);
}

ResumeFacts readFacts(const ExtractedText &extracted)
{
    const std::vector<Part> parts = partsOf(extracted);
    ResumeFacts facts;
    readContactFacts(parts, extracted.titleLine, extracted.links, facts);
    readEducationFacts(parts, facts);
    readExperienceFacts(parts, facts);
    dropTemplateWords(facts);
    useUsualCase(facts);
    return facts;
}

} // namespace crema::resume
