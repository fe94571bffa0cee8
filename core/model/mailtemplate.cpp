// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mailtemplate.h"

#include "model/extrafields.h"

namespace crema {

namespace {

constexpr std::array textFields {
        BodyText<OwnTemplate> {"name", &OwnTemplate::name},
        BodyText<OwnTemplate> {"kind", &OwnTemplate::kind},
        BodyText<OwnTemplate> {"subject", &OwnTemplate::subject},
        BodyText<OwnTemplate> {"body", &OwnTemplate::body},
        BodyText<OwnTemplate> {"createdAt", &OwnTemplate::createdAt},
};
constexpr std::array<const char *, 0> otherFields {};

} // namespace

Json toBody(const OwnTemplate &own)
{
    return writeTexts(own, textFields);
}

OwnTemplate ownTemplateFrom(const QString &id, const Json &body)
{
    OwnTemplate own;
    own.id = id;
    readTexts(own, textFields, body);
    readExtra(own, textFields, otherFields, body);
    return own;
}

} // namespace crema
