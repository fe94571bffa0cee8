// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/facts.h"

#include "resume/contactfacts.h"
#include "resume/educationfacts.h"
#include "resume/experiencefacts.h"
#include "resume/resumelines.h"

namespace crema::resume {

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
    return facts;
}

} // namespace crema::resume
