// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "write/templatetext.h"
#include "write/writerequest.h"

#include <QVector>

namespace crema::write {

/// Texts of one purpose, as groups in order of preference; the texts of a group are as good as one another.
using Slot = QVector<QVector<TemplateText>>;

/// One way to write an email: what it needs to know and the sentences it is put together from. A template is
/// data (resources/templates); its sentences use the marks of TemplateText.
struct MailTemplate
{
    QString name;
    MailKind kind = MailKind::first;
    bool common = false; ///< lends its sentences to the templates of its kind; never used alone
    int rank = 0; ///< lower is tried first
    QStringList needs; ///< variables without which it cannot be used
    QStringList without; ///< variables whose presence rules it out
    QHash<QString, Slot> slotsByName; ///< see slotNames()

    [[nodiscard]] Slot slot(const QString &slotName) const { return slotsByName.value(slotName); }
};

/// "subjects", "openers", "reasons", "ties", "details", "introductions", "more_about_me", "resume", "asks",
/// "closings", "fillers"; asks and closings also with the tone they are for ("asks_formal").
[[nodiscard]] const QStringList &slotNames();

/// Reads one template; rejectedInput names the file, and the sentence and variable that cannot be used.
[[nodiscard]] Result<MailTemplate> templateFrom(const Json &json, const QString &fileName);

class TemplateSet
{
public:
    void add(MailTemplate mailTemplate);

    /// The templates of a kind, best first.
    [[nodiscard]] QVector<MailTemplate> ofKind(MailKind kind) const;
    [[nodiscard]] MailTemplate commonOf(MailKind kind) const;
    [[nodiscard]] qsizetype count() const { return m_templates.size(); }

private:
    QVector<MailTemplate> m_templates;
};

/// The templates that come with the program.
[[nodiscard]] Result<TemplateSet> loadTemplates();

} // namespace crema::write
