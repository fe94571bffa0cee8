// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/templateset.h"

#include "write/variables.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("templates", text);
}

Result<Slot> slotFrom(const Json &json)
{
    Slot groups;
    for (const Json &group : json) {
        QVector<TemplateText> texts;
        for (const QString &text : textsOf(group)) {
            auto parsed = TemplateText::parse(text, variableNames());
            if (!parsed) {
                return std::unexpected(parsed.error());
            }
            texts << *parsed;
        }
        if (!texts.isEmpty()) {
            groups << texts;
        }
    }
    return groups;
}

Error inFile(Error error, const QString &fileName)
{
    error.text = said("In %1: %2").arg(fileName, error.text);
    return error;
}

} // namespace

const QStringList &slotNames()
{
    static const QStringList names {u"subjects"_s,      u"openers"_s,         u"reasons"_s,
                                    u"ties"_s,          u"details"_s,         u"introductions"_s,
                                    u"more_about_me"_s, u"resume"_s,          u"asks"_s,
                                    u"closings"_s,      u"fillers"_s,         u"asks_formal"_s,
                                    u"asks_warm"_s,     u"closings_formal"_s, u"closings_warm"_s};
    return names;
}

Result<MailTemplate> templateFrom(const Json &json, const QString &fileName)
{
    MailTemplate read;
    read.name = textAt(json, "name");
    const auto kind = mailKindFrom(textAt(json, "kind"));
    if (read.name.isEmpty() || !kind) {
        return failure(
                ErrorKind::rejectedInput,
                said("In %1: a template needs a name and one of the kinds first, follow_up and thank_you.")
                        .arg(fileName));
    }
    read.kind = *kind;
    read.common = boolAt(json, "common");
    read.rank = static_cast<int>(intAt(json, "rank"));
    read.needs = textsAt(json, "needs");
    read.without = textsAt(json, "without");
    for (const QString &need : read.needs + read.without) {
        if (!variableNames().contains(need)) {
            return failure(ErrorKind::rejectedInput,
                           said("In %1: there is no variable \"%2\".").arg(fileName, need));
        }
    }
    for (const QString &name : slotNames()) {
        auto texts = slotFrom(arrayAt(json, name.toLatin1().constData()));
        if (!texts) {
            return std::unexpected(inFile(texts.error(), fileName));
        }
        read.slotsByName.insert(name, *texts);
    }
    return read;
}

void TemplateSet::add(MailTemplate mailTemplate)
{
    const auto place = std::ranges::upper_bound(m_templates, mailTemplate.rank, {}, &MailTemplate::rank);
    m_templates.insert(place, std::move(mailTemplate));
}

QVector<MailTemplate> TemplateSet::ofKind(MailKind kind) const
{
    QVector<MailTemplate> found;
    std::ranges::copy_if(m_templates, std::back_inserter(found),
                         [&](const MailTemplate &t) { return t.kind == kind && !t.common; });
    return found;
}

MailTemplate TemplateSet::commonOf(MailKind kind) const
{
    const auto it = std::ranges::find_if(m_templates,
                                         [&](const MailTemplate &t) { return t.kind == kind && t.common; });
    return it == m_templates.end() ? MailTemplate() : *it;
}

Result<TemplateSet> loadTemplates()
{
    TemplateSet set;
    const QDir folder(u":/templates"_s);
    for (const QString &fileName : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(fileName));
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorKind::internal,
                           said("The program's own template %1 cannot be read; reinstall it.").arg(fileName));
        }
        const auto json = parseJson(file.readAll());
        if (!json) {
            return std::unexpected(inFile(json.error(), fileName));
        }
        auto read = templateFrom(*json, fileName);
        if (!read) {
            return std::unexpected(read.error());
        }
        set.add(std::move(*read));
    }
    if (set.count() == 0) {
        return failure(ErrorKind::internal, said("The program's own templates are missing; reinstall it."));
    }
    return set;
}

} // namespace crema::write
