// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/facts.h"

#include "resume/contactfacts.h"
#include "resume/educationfacts.h"
#include "resume/experiencefacts.h"
#include "resume/resumelines.h"

namespace crema::resume {

namespace {

ResumeFacts factsOf(const QString &text, int titleLine, const QVector<TextLink> &links)
{
    const std::vector<Part> parts = partsOf(text);
    ResumeFacts facts;
    readContactFacts(parts, titleLine, links, facts);
    readEducationFacts(parts, facts);
    readExperienceFacts(parts, facts);
    return facts;
}

} // namespace

ResumeFacts readFacts(const QString &text)
{
    return factsOf(text, 0, {});
}

ResumeFacts readFacts(const ExtractedText &extracted)
{
    return factsOf(extracted.text, extracted.titleLine, extracted.links);
}

} // namespace crema::resume
