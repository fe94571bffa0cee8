// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"
#include "model/source.h"
#include "model/writingstyle.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema {

/// The sender. Fields typed by hand win over what a resume says, for good: `sources` tells which are which.
struct Profile
{
    QString name;
    QString email;
    QString phone;
    QString linkedinUrl;
    QString university;
    QString degree;
    QString major;
    QString graduationYear;
    QString hometown;
    QStringList interests;
    QString signature; ///< as it stands under an email; made from the fields when empty
    QVector<ResumeLine> companies;
    QVector<ResumeLine> experience;
    WritingStyle writing;
    QMap<QString, Source> sources; ///< by field name; a field without one is empty
    Json extra = Json::object();

    [[nodiscard]] bool operator==(const Profile &) const = default;
};

/// The names of the profile's text fields, in display order: name email phone linkedinUrl university degree
/// major graduationYear hometown interests signature.
[[nodiscard]] const QStringList &profileFields();
[[nodiscard]] QString profileField(const Profile &profile, const QString &field);
/// Sets a field as typed by hand (an empty value clears it, and it stays cleared when a resume is read
/// again). `interests` are separated by commas. Also takes the names of writingFields().
[[nodiscard]] Result<> setProfileField(Profile &profile, const QString &field, const QString &value);
/// Takes over what a resume says wherever the user has not decided by hand; says what line each came from.
void fillFromResume(Profile &profile, const Resume &resume);
/// The text under an email: the signature, else name, degree line and contact details that are known.
[[nodiscard]] QString signatureOf(const Profile &profile);

[[nodiscard]] Json toBody(const Profile &profile);
[[nodiscard]] Profile profileFrom(const Json &body);

} // namespace crema
