// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QRectF>
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

/// What is known from a resume; each fact with the line it came from. Empty text and line 0: not found, never
/// guessed. A text with line 0 was put right by hand.
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

/// A fact put right by hand. `read` is what stood there when it was done (empty text: nothing, it was added),
/// `text` what is right (empty: there is no such fact).
struct FactCorrection
{
    QString field; ///< of factFields() or factLists()
    ResumeLine read;
    QString text;

    [[nodiscard]] bool operator==(const FactCorrection &) const = default;
};

/// Where a line of the text stands in a document with pages: points from the page's upper left corner.
struct LinePlace
{
    int line = 0; ///< 1-based
    int page = 0; ///< from 0
    QRectF area;

    [[nodiscard]] bool operator==(const LinePlace &) const = default;
};

/// Where a resume's text comes from.
enum class TextOrigin {
    file,
    typed, ///< the file has none: the user typed it
    recognised, ///< read off the picture by text recognition, with its mistakes
};

/// A resume kept in the workspace.
struct Resume
{
    QString id;
    QString fileName; ///< as the user named it
    QString label; ///< the user's own name for it; empty: the file's
    QString file; ///< content hash in the workspace's files
    QString mediaType; ///< "application/pdf", the DOCX type or "text/plain"
    QString text; ///< with line structure kept
    TextOrigin textOrigin = TextOrigin::file;
    ResumeFacts facts; ///< what holds: as read, with the corrections applied
    ResumeFacts read; ///< what the program read, whatever the user made of it
    QVector<FactCorrection> corrections;
    QVector<LinePlace> places; ///< of its lines, in their order; empty where the document has no pages
    int readingVersion = 0; ///< of the rules that read it
    bool isDefault = false;
    bool isProtected = false; ///< the kept file opens with a password only
    QString createdAt;
    Json extra = Json::object();

    [[nodiscard]] const QString &name() const { return label.isEmpty() ? fileName : label; }
    [[nodiscard]] bool operator==(const Resume &) const = default;
};

/// One fact as the user sees it.
struct ShownFact
{
    QString field;
    ResumeLine read; ///< what the program read; empty text: nothing
    QString text; ///< what holds; empty: nothing was found, or it was removed by hand
    bool corrected = false; ///< by the user

    [[nodiscard]] bool operator==(const ShownFact &) const = default;
};

/// The single facts, in display order: name email phone linkedinUrl university degree major graduationYear
/// hometown.
[[nodiscard]] const QStringList &factFields();
/// The facts of which there are many: companies, experience.
[[nodiscard]] const QStringList &factLists();
/// One of factFields(); empty for another name.
[[nodiscard]] ResumeLine factOf(const ResumeFacts &facts, const QString &field);
/// One of factLists(); empty for another name.
[[nodiscard]] QVector<ResumeLine> factListOf(const ResumeFacts &facts, const QString &field);

/// Every single fact, also those not found, then the items of the lists, removed ones included.
[[nodiscard]] QVector<ShownFact> shownFacts(const Resume &resume);
/// Puts one fact right: another text, none (empty), or, for a list's item with nothing read and no text, a
/// new one. Applies it. rejectedInput when there is no such field or the value cannot be one.
[[nodiscard]] Result<> correctFact(Resume &resume, const ShownFact &fact, const QString &text);
/// Takes the correction of one fact back: what was read holds again. Applies it.
void revertFact(Resume &resume, const ShownFact &fact);
/// Works `facts` out of `read` and `corrections`.
void applyCorrections(Resume &resume);
/// Takes over the corrections of a former resume wherever the same was read again. Applies them.
void inheritCorrections(Resume &resume, const Resume &former);
/// What is wrong with a value for a field of profile or resume, in a sentence; empty when nothing is.
[[nodiscard]] QString factProblem(const QString &field, const QString &value);

[[nodiscard]] Json toJson(const QVector<ResumeLine> &lines);
[[nodiscard]] QVector<ResumeLine> resumeLinesFrom(const Json &json);
[[nodiscard]] Json toJson(const ResumeFacts &facts);
[[nodiscard]] ResumeFacts resumeFactsFrom(const Json &json);
[[nodiscard]] Json toJson(const QVector<FactCorrection> &corrections);
/// "file", "typed", "recognised".
[[nodiscard]] QString textOriginName(TextOrigin origin);
[[nodiscard]] Json toBody(const Resume &resume);
[[nodiscard]] Resume resumeFrom(const QString &id, const Json &body);

} // namespace crema
