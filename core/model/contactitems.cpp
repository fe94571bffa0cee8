// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contactitems.h"

#include "base/text.h"
#include "model/contactdocument.h"
#include "model/webaddress.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

constexpr const char *introducerIds = "introducerIds";

bool isLinkedin(const QUrl &url)
{
    const QString host = url.host();
    return host == "linkedin.com"_L1 || host.endsWith(".linkedin.com"_L1);
}

/// The value as the list keeps it, or what is wrong with it.
Result<QString> checkedValue(QStringView list, const QString &value)
{
    if (value.isEmpty()) {
        return value;
    }
    if (list == u"addresses") {
        return isEmailAddress(value)
                ? Result<QString>(value)
                : failure(ErrorKind::rejectedInput, u"\"%1\" is not an email address."_s.arg(value));
    }
    if (list == u"links") {
        const QUrl url(value.contains("://"_L1) ? value : u"https://"_s + value, QUrl::StrictMode);
        return isWebAddress(url)
                ? Result<QString>(url.toString())
                : failure(ErrorKind::rejectedInput, u"\"%1\" is not a web address."_s.arg(value));
    }
    return value;
}

Result<> addItem(Contact &contact, QStringView list, const QString &value)
{
    const auto checked = checkedValue(list, value);
    if (!checked) {
        return std::unexpected(checked.error());
    }
    if (checked->isEmpty()) {
        return {};
    }
    const bool linkedin = list == u"links" && isLinkedin(QUrl(*checked));
    const QString kind = linkedin ? u"linkedin"_s : list == u"links" ? u"website"_s : QString();
    return addPoint(contact.*pointListNamed(list), kind, *checked)
            ? Result<> {}
            : failure(ErrorKind::rejectedInput, u"\"%1\" is there already."_s.arg(*checked));
}

Result<> setItem(Contact &contact, const QStringList &path, const QString &value)
{
    QVector<ContactPoint> &points = contact.*pointListNamed(path[0]);
    const auto point = std::ranges::find(points, path[1], &ContactPoint::id);
    if (point == points.end()) {
        return failure(ErrorKind::rejectedInput, u"\"%1\" is not there any more."_s.arg(path.join(u'/')));
    }
    if (path.size() == 3) {
        point->kind = value;
        return {};
    }
    const auto checked = checkedValue(path[0], value);
    if (!checked) {
        return std::unexpected(checked.error());
    }
    if (checked->isEmpty()) {
        points.erase(point);
        return {};
    }
    const bool twice = std::ranges::any_of(points, [&](const ContactPoint &other) {
        return other.id != point->id && fold(other.value) == fold(*checked);
    });
    if (twice) {
        return failure(ErrorKind::rejectedInput, u"\"%1\" is there already."_s.arg(*checked));
    }
    point->value = *checked;
    return {};
}

Result<> setMuted(Contact &contact, const QString &value)
{
    const QString word = fold(value);
    if (word.isEmpty() || word == "no"_L1 || word == "false"_L1 || word == "0"_L1) {
        contact.muted = false;
    } else if (word == "yes"_L1 || word == "true"_L1 || word == "1"_L1) {
        contact.muted = true;
    } else {
        return failure(ErrorKind::rejectedInput, u"\"%1\" is neither yes nor no."_s.arg(value));
    }
    return {};
}

Result<> setIntroducerIds(Contact &contact, const QString &value)
{
    QStringList ids;
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        ids << cleanLine(part);
    }
    if (ids.contains(contact.id)) {
        return failure(ErrorKind::rejectedInput, u"Nobody can introduce themselves."_s);
    }
    setIntroducers(contact, ids);
    return {};
}

} // namespace

QVector<ContactPoint> Contact::*pointListNamed(QStringView list)
{
    return list == u"addresses" ? &Contact::addresses
            : list == u"phones" ? &Contact::phones
            : list == u"links"  ? &Contact::links
                                : nullptr;
}

std::optional<Result<>> setContactItem(Contact &contact, const QString &field, const QString &value)
{
    const QString line = cleanLine(value);
    if (field == "notificationsMuted"_L1) {
        return setMuted(contact, line);
    }
    if (field == QLatin1StringView(introducerIds)) {
        return setIntroducerIds(contact, line);
    }
    const QStringList path = field.split(u'/');
    if (path.size() < 2 || path.size() > 3 || pointListNamed(path[0]) == nullptr
        || (path.size() == 3 && path[2] != "kind"_L1)) {
        return std::nullopt;
    }
    return path[1] == "+"_L1 ? addItem(contact, path[0], line) : setItem(contact, path, line);
}

QString contactItem(const Contact &contact, const QString &field)
{
    if (field == "notificationsMuted"_L1) {
        return contact.muted ? u"yes"_s : QString();
    }
    if (field == QLatin1StringView(introducerIds)) {
        return introducersOf(contact).join(u',');
    }
    const QStringList path = field.split(u'/');
    const auto list = pointListNamed(path[0]);
    if (list == nullptr || path.size() < 2) {
        return {};
    }
    const auto point = std::ranges::find(contact.*list, path[1], &ContactPoint::id);
    return point == (contact.*list).end() ? QString() : path.size() == 3 ? point->kind : point->value;
}

QStringList introducersOf(const Contact &contact)
{
    return textsAt(contact.extra, introducerIds);
}

void setIntroducers(Contact &contact, const QStringList &ids)
{
    QStringList unique = ids;
    unique.removeAll(QString());
    unique.removeDuplicates();
    if (unique.isEmpty()) {
        contact.extra.erase(introducerIds);
    } else {
        contact.extra[introducerIds] = jsonTexts(unique);
    }
}

} // namespace crema
