// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "truth/gate.h"
#include "truth/knowledge.h"
#include "write/batchmemory.h"
#include "write/templateset.h"
#include "write/writerequest.h"

namespace crema::write {

/// Writes emails from templates: no network, no chance, the same request gives the same email. States nothing
/// that neither the profile nor the contact's record says, and says where each statement comes from.
class TemplateWriter
{
public:
    /// The writer with the bundled knowledge and templates; `internal` when the program's own files are
    /// damaged.
    [[nodiscard]] static Result<TemplateWriter> create();
    TemplateWriter(truth::DirectoryKnowledge knowledge, TemplateSet templates);

    /// One email that passes the quality gate; where the profile has no name it is unsigned and the gate
    /// holds it. The draft has no id yet. rejectedInput when the template asked for does not exist or lacks
    /// what it needs; notFound when another wording is asked for and there is none.
    [[nodiscard]] Result<Draft> write(const WriteRequest &request) const;

    /// The gate's findings about a draft of this writer or of anybody else.
    [[nodiscard]] QVector<GateProblem> problemsOf(const Draft &draft, const WriteRequest &request) const;

    [[nodiscard]] const truth::DirectoryKnowledge &knowledge() const { return m_knowledge; }
    [[nodiscard]] const TemplateSet &templates() const { return m_templates; }

private:
    truth::DirectoryKnowledge m_knowledge;
    TemplateSet m_templates;
};

} // namespace crema::write
