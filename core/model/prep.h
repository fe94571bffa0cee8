// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/source.h"

#include <QDate>

namespace crema {

/// Something the user and the contact share, with both sources.
struct Similarity
{
    QString kind; ///< "school", "hometown", "employer", "field", "city"
    QString text; ///< one sentence for people
    QVector<Source> sources;

    [[nodiscard]] bool operator==(const Similarity &) const = default;
};

/// The kind of a question that the user wrote.
inline const QString ownQuestionKind = QStringLiteral("own");

/// A question to ask, and which fact of this person it rests on.
struct Question
{
    QString kind; ///< "path", "role", "firm", "advice", "own"
    QString text;
    QString because; ///< the fact it rests on, for people; empty when it fits anyone in this role
    bool asked = false; ///< ticked off during the chat
    QString answer;

    [[nodiscard]] bool operator==(const Question &) const = default;
};

/// A dated article about the contact's firm.
struct NewsItem
{
    QString title;
    QString publisher;
    QString url;
    QString date;

    [[nodiscard]] bool operator==(const NewsItem &) const = default;
};

/// Something promised in the chat, and until when ("2026-12-04"; empty: no day was said).
struct Promise
{
    QString text;
    QString due;
    bool kept = false;

    [[nodiscard]] bool operator==(const Promise &) const = default;
};

/// A PDF that the prep had before.
struct PrepVersion
{
    QString file; ///< content hash in the workspace's files
    QString at; ///< when it was made

    [[nodiscard]] bool operator==(const PrepVersion &) const = default;
};

/// The preparation for one coffee chat.
struct Prep
{
    QString id;
    QString contactId;
    QString linkedinUrl;
    QString status; ///< DESIGN 2: "pending" ... "completed", "failed"
    QString error; ///< for people, when failed
    Contact person; ///< the contact as it was when the prep was made
    QVector<Claim> brief; ///< who this is, sentence by sentence, each with its source
    QVector<Similarity> similarities;
    QVector<Question> questions;
    QVector<QString> talkingPoints;
    QVector<QString> dos; ///< short advice for this chat
    QVector<QString> avoid; ///< and what better not to do in it
    QVector<NewsItem> news;
    QString newsNote; ///< why there is no news ("not looked for: offline")
    QString profileNote; ///< where the profile was looked up, or why it was not; empty: not asked for
    Json vendorProfile =
            Json::object(); ///< what the vendor said of the person (toJson(FoundPerson)), if asked
    int cost = 0; ///< credits it has cost, all its makings together
    QString notes;
    QVector<Promise> promises;
    QString outcome; ///< what came of the chat, in the user's words
    int chatMinutes = 0; ///< how long it took; 0: not timed
    QString pdfFile; ///< content hash of the PDF in the workspace's files; empty until it exists
    QString renderedAt; ///< when that PDF was made
    QVector<PrepVersion> versions; ///< earlier PDFs, newest first, at most `mostVersions`
    QString createdAt;
    QString preparedOn; ///< the local day then ("2026-11-30"); empty in older records
    QString completedAt;
    Json extra = Json::object();

    static constexpr int mostVersions = 20;

    /// The person's name, or the name in the profile's address, as people read it, while nothing else is
    /// known.
    [[nodiscard]] QString title() const;
    /// The day it was prepared on, the same wherever it is printed; of older records the day here.
    [[nodiscard]] QDate day() const;
    [[nodiscard]] bool operator==(const Prep &) const = default;
};

[[nodiscard]] Json toJson(const Similarity &similarity);
[[nodiscard]] Similarity similarityFrom(const Json &json);
[[nodiscard]] Json toJson(const Question &question);
[[nodiscard]] Question questionFrom(const Json &json);
[[nodiscard]] Json toBody(const Prep &prep);
[[nodiscard]] Prep prepFrom(const QString &id, const Json &body);

} // namespace crema
