// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recordcolumns.h"

#include "base/text.h"
#include "exchange/columncontent.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// A GUID, a number, "0035g00000XyZ12AAB": what programs call a record.
bool isRecordId(const QString &value)
{
    constexpr auto longEnough = 8;
    constexpr auto manyDigits = 4;
    const auto digits = std::ranges::count_if(value, [](QChar c) { return c.isDigit(); });
    const bool isOneWord = std::ranges::none_of(value, [](QChar c) { return c.isSpace() || c == u'@'; });
    return isOneWord && (digits == value.size() || (value.size() >= longEnough && digits >= manyDigits));
}

bool isStateOfRecord(const QString &value)
{
    static const QSet<QString> states {u"active"_s,  u"inactive"_s, u"enabled"_s,    u"disabled"_s,
                                       u"aktiv"_s,   u"inaktiv"_s,  u"actif"_s,      u"inactif"_s,
                                       u"activo"_s,  u"inactivo"_s, u"ativo"_s,      u"inativo"_s,
                                       u"attivo"_s,  u"inattivo"_s, u"actief"_s,     u"inactief"_s,
                                       u"deleted"_s, u"archived"_s, u"deactivated"_s};
    return states.contains(fold(value));
}

bool isRoleInMeeting(const QString &value)
{
    static const QSet<QString> roles {
            u"organizer"_s,     u"organiser"_s,    u"co-organizer"_s, u"co-organiser"_s, u"presenter"_s,
            u"attendee"_s,      u"host"_s,         u"co-host"_s,      u"cohost"_s,       u"participant"_s,
            u"panelist"_s,      u"panellist"_s,    u"guest"_s,        u"organisator"_s,  u"teilnehmer"_s,
            u"referent"_s,      u"organisateur"_s, u"participante"_s, u"presentateur"_s, u"organizador"_s,
            u"organizzatore"_s, u"partecipante"_s, u"asistente"_s,    u"moderador"_s};
    return roles.contains(fold(value));
}

/// "20231234", "1000001" and "1000002": short numbers that begin with a year or count on are of students and
/// customers.
bool areNumbersOfList(const QStringList &values)
{
    constexpr auto longest = 9; // digits; longer ones are dialled
    static const QRegularExpression ofYear(u"^(?:19|20)\\d{2,}$"_s);
    const bool areShort = std::ranges::all_of(values, [](const QString &value) {
        return value.size() <= longest && std::ranges::all_of(value, [](QChar c) { return c.isDigit(); });
    });
    const auto breaks = [](const QString &one, const QString &next) {
        return next.toLongLong() != one.toLongLong() + 1;
    };
    const bool areInRow = values.size() > 1 && std::ranges::adjacent_find(values, breaks) == values.end();
    return areShort
            && (areInRow || std::ranges::all_of(values, [](const QString &v) { return v.contains(ofYear); }));
}

} // namespace

void settleRecordColumns(QVector<FieldTarget> &targets, const QStringList &headers,
                         const QVector<QStringList> &rows)
{
    for (qsizetype i = 0; i < targets.size(); ++i) {
        FieldTarget &target = targets[i];
        const bool open = isNameField(target.field) || target.field == Field::status
                || target.field == Field::jobTitle;
        QStringList values = open ? columnValues(rows, i) : QStringList();
        values.removeAll(headers[i]); // a file may repeat its column names
        const auto isNoValue = isNameField(target.field) ? isRecordId
                : target.field == Field::status          ? isStateOfRecord
                                                         : isRoleInMeeting;
        if (!values.isEmpty() && std::ranges::all_of(values, isNoValue)) {
            target.field = Field::other;
        }
    }
}

void settleSubjects(QVector<FieldTarget> &targets, const QStringList &headers,
                    const QVector<QStringList> &rows)
{
    static const QSet<QString> subjects {
            u"attendee"_s,   u"attendees"_s,       u"participant"_s,  u"participants"_s,
            u"delegate"_s,   u"delegates"_s,       u"guest"_s,        u"guests"_s,
            u"registrant"_s, u"registrants"_s,     u"invitee"_s,      u"invitees"_s,
            u"applicant"_s,  u"applicants"_s,      u"candidate"_s,    u"candidates"_s,
            u"student"_s,    u"students"_s,        u"alumnus"_s,      u"alumna"_s,
            u"alumni"_s,     u"speaker"_s,         u"speakers"_s,     u"panelist"_s,
            u"panelists"_s,  u"primary contact"_s, u"main contact"_s, u"member"_s,
            u"members"_s,    u"respondent"_s,      u"lead"_s,         u"prospect"_s,
            u"teilnehmer"_s, u"teilnehmerin"_s,    u"participante"_s, u"partecipante"_s,
            u"deelnemer"_s};
    if (std::ranges::any_of(targets, [](const FieldTarget &t) { return isNameField(t.field); })) {
        return;
    }
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const QStringList values = targets[i].field == Field::other && subjects.contains(fold(headers[i]))
                ? columnValues(rows, i)
                : QStringList();
        if (!values.isEmpty() && std::ranges::all_of(values, looksLikeFullName)) {
            targets[i].field = Field::fullName;
            return;
        }
    }
}

void settleKinds(QVector<FieldTarget> &targets, const QStringList &headers, const QVector<QStringList> &rows)
{
    static const QSet<QString> kinds {u"work"_s, u"home"_s, u"mobile"_s, u"other"_s};
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const QString name = fold(headers[i]);
        const QStringList values = targets[i].field == Field::other && kinds.contains(name)
                ? columnValues(rows, i)
                : QStringList();
        if (!values.isEmpty() && std::ranges::all_of(values, looksLikePhone) && !areNumbersOfList(values)) {
            targets[i].field = Field::phone;
            targets[i].kind = name;
        }
    }
}

void settlePlaces(QVector<FieldTarget> &targets, const QVector<QStringList> &rows)
{
    bool hasOwn = false;
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const bool isTown = targets[i].field == Field::city || targets[i].field == Field::location;
        hasOwn = hasOwn || (isTown && targets[i].kind.isEmpty() && !columnValues(rows, i).isEmpty());
    }
    for (FieldTarget &target : targets) {
        target.field = hasOwn && target.kind == "job"_L1 ? Field::other : target.field;
    }
}

void settleTexts(QVector<FieldTarget> &targets, const QStringList &headers, const QVector<QStringList> &rows)
{
    const auto isNotes = [](const FieldTarget &target) { return target.field == Field::notes; };
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const bool described = isNotes(targets[i]) && fold(headers[i]) == "description"_L1
                && std::ranges::count_if(targets, isNotes) > 1;
        const QStringList values = targets[i].field == Field::tags ? columnValues(rows, i) : QStringList();
        const bool counted = fold(headers[i]) == "group"_L1 && std::ranges::all_of(values, isNumberOrDate);
        if (described || counted) {
            targets[i].field = Field::other;
        }
    }
}

bool isDegreeName(const QString &text)
{
    static const QSet<QString> degrees {
            u"mba"_s, u"emba"_s, u"ba"_s,   u"bs"_s,  u"bsc"_s, u"bba"_s, u"beng"_s, u"bcom"_s, u"ma"_s,
            u"ms"_s,  u"msc"_s,  u"meng"_s, u"mfa"_s, u"mpa"_s, u"mph"_s, u"mpp"_s,  u"msba"_s, u"mfin"_s,
            u"phd"_s, u"dba"_s,  u"edd"_s,  u"jd"_s,  u"md"_s,  u"llb"_s, u"llm"_s};
    static const QSet<QString> manners {u"full"_s,     u"part"_s,    u"time"_s,   u"executive"_s,
                                        u"evening"_s,  u"weekend"_s, u"online"_s, u"fulltime"_s,
                                        u"parttime"_s, u"global"_s};
    const QStringList words = foldedWords(QString(text).remove(u'.'));
    const auto isManner = [](const QString &word) { return manners.contains(word); };
    return std::ranges::any_of(words, [](const QString &word) { return degrees.contains(word); })
            && std::ranges::count_if(words, isManner) == words.size() - 1;
}

} // namespace crema::exchange
