// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/source.h"
#include "model/writingstyle.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

namespace crema {

/// A line of the resume and where it stands (1-based line of the extracted text).
struct ResumeLine
{
    QString text;
    int line = 0;

    [[nodiscard]] bool operator==(const ResumeLine &) const = default;
};

/// What was read from a resume; each fact with the line it came from. Empty text and line 0: not found, never
/// guessed.
struct ResumeFacts
{
    ResumeLine name;
    ResumeLine email;
    ResumeLine phone;
    ResumeLine linkedinUrl;
    ResumeLine university;
    ResumeLine degree;
    ResumeLine major;
    ResumeLine graduationYear;
    ResumeLine hometown;
    QVector<ResumeLine> companies; ///< employers, latest first as the resume has them
    QVector<ResumeLine> experience; ///< what was done, one line each, bullets removed

    [[nodiscard]] bool operator==(const ResumeFacts &) const = default;
};

/// A resume kept in the workspace.
struct Resume
{
    QString id;
    QString fileName; ///< as the user named it
    QString file; ///< content hash in the workspace's files
    QString mediaType; ///< "application/pdf", the DOCX type or "text/plain"
    QString text; ///< with line structure kept
    ResumeFacts facts;
    bool isDefault = false;
    QString createdAt;
    Json extra = Json::object();

    [[nodiscard]] bool operator==(const Resume &) const = default;
};

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

[[nodiscard]] Json toJson(const ResumeFacts &facts);
[[nodiscard]] ResumeFacts resumeFactsFrom(const Json &json);
[[nodiscard]] Json toBody(const Resume &resume);
[[nodiscard]] Resume resumeFrom(const QString &id, const Json &body);
[[nodiscard]] Json toBody(const Profile &profile);
[[nodiscard]] Profile profileFrom(const Json &body);

} // namespace crema
