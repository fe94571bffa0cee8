// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/sendtimes.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

/// States and provinces of countries with several zones, by the zone most of their people live in (IANA tz
/// database, backward-compatible names).
const QHash<QString, QByteArray> &zonesOfStates()
{
    static const QHash<QString, QByteArray> zones = [] {
        const std::pair<QByteArray, const char *> lists[] = {
                {"America/New_York",
                 "connecticut,delaware,district of columbia,washington "
                 "dc,florida,georgia,indiana,maine,maryland,"
                 "massachusetts,michigan,new hampshire,new jersey,new york,north carolina,ohio,pennsylvania,"
                 "rhode island,south carolina,vermont,virginia,west "
                 "virginia,ct,de,dc,fl,ga,in,me,md,ma,mi,nh,"
                 "nj,ny,nc,oh,pa,ri,sc,vt,va,wv"},
                {"America/Chicago",
                 "alabama,arkansas,illinois,iowa,kansas,louisiana,minnesota,mississippi,missouri,"
                 "nebraska,north dakota,oklahoma,south dakota,tennessee,texas,wisconsin,al,ar,il,ia,ks,la,mn,"
                 "ms,mo,ne,nd,ok,sd,tn,tx,wi"},
                {"America/New_York", "kentucky,ky"},
                {"America/Denver", "colorado,idaho,montana,new mexico,utah,wyoming,co,id,mt,nm,ut,wy"},
                {"America/Phoenix", "arizona,az"},
                {"America/Los_Angeles", "california,nevada,oregon,washington,ca,nv,or,wa"},
                {"America/Anchorage", "alaska,ak"},
                {"Pacific/Honolulu", "hawaii,hi"},
                {"America/Toronto", "ontario,quebec"},
                {"America/Winnipeg", "manitoba"},
                {"America/Regina", "saskatchewan"},
                {"America/Edmonton", "alberta"},
                {"America/Vancouver", "british columbia"},
                {"America/Halifax", "nova scotia,new brunswick,prince edward island"},
                {"Australia/Sydney", "new south wales,australian capital territory,nsw,act"},
                {"Australia/Melbourne", "victoria,vic"},
                {"Australia/Brisbane", "queensland,qld"},
                {"Australia/Adelaide", "south australia"},
                {"Australia/Perth", "western australia"}};
        QHash<QString, QByteArray> made;
        for (const auto &[zone, states] : lists) {
            for (const QString &state : QString::fromLatin1(states).split(u',')) {
                made.insert(state, zone);
            }
        }
        return made;
    }();
    return zones;
}

QLocale::Territory territoryOf(const QString &country)
{
    const QString name = country.trimmed();
    if (name.isEmpty()) {
        return QLocale::AnyTerritory;
    }
    for (int i = 1; i <= static_cast<int>(QLocale::LastTerritory); ++i) {
        const auto territory = static_cast<QLocale::Territory>(i);
        if (QLocale::territoryToString(territory).compare(name, Qt::CaseInsensitive) == 0
            || QLocale::territoryToCode(territory).compare(name, Qt::CaseInsensitive) == 0) {
            return territory;
        }
    }
    return QLocale::AnyTerritory;
}

/// The only zone of a country as far as its clocks show now.
QTimeZone onlyZoneOf(QLocale::Territory territory)
{
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds(territory);
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0),
                        Qt::UTC); // any day: only whether they agree matters
    const QDateTime summer(QDate(2026, 7, 15), QTime(12, 0), Qt::UTC);
    QTimeZone zone;
    for (const QByteArray &id : ids) {
        const QTimeZone other(id);
        if (zone.isValid()
            && (other.offsetFromUtc(now) != zone.offsetFromUtc(now)
                || other.offsetFromUtc(summer) != zone.offsetFromUtc(summer))) {
            return {};
        }
        zone = other;
    }
    return zone;
}

} // namespace

QTimeZone zoneOf(const Contact &contact)
{
    // "Greater Chicago Area", "Austin, TX, United States": the last parts say the state and the country.
    QStringList parts = contact.location.split(u',', Qt::SkipEmptyParts);
    for (QString &part : parts) {
        part = part.trimmed().toLower();
    }
    QString state = contact.state.trimmed().toLower();
    QString country = contact.country.trimmed();
    for (const QString &part : std::as_const(parts)) {
        if (state.isEmpty() && zonesOfStates().contains(part)) {
            state = part;
        }
    }
    if (country.isEmpty() && !parts.isEmpty()) {
        country = parts.constLast();
    }
    QLocale::Territory territory = territoryOf(country);
    if (country.compare(u"usa"_s, Qt::CaseInsensitive) == 0) {
        territory = QLocale::UnitedStates;
    }
    const bool hasStates = territory == QLocale::UnitedStates || territory == QLocale::Canada
            || territory == QLocale::Australia || territory == QLocale::AnyTerritory;
    if (hasStates && zonesOfStates().contains(state)) {
        return QTimeZone(zonesOfStates().value(state));
    }
    return territory == QLocale::AnyTerritory ? QTimeZone() : onlyZoneOf(territory);
}

bool isQuiet(const QDateTime &at, const QTimeZone &zone, const Sending &sending)
{
    const int hour = (zone.isValid() ? at.toTimeZone(zone) : at.toLocalTime()).time().hour();
    const int from = sending.quietFromHour;
    const int to = sending.quietToHour;
    return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

QDateTime afterQuiet(const QDateTime &at, const QTimeZone &zone, const Sending &sending)
{
    if (!isQuiet(at, zone, sending)) {
        return at.toUTC();
    }
    QDateTime there = zone.isValid() ? at.toTimeZone(zone) : at.toLocalTime();
    const bool isTomorrow = there.time().hour() >= sending.quietToHour;
    there = there.addDays(isTomorrow ? 1 : 0);
    there.setTime(QTime(sending.quietToHour % 24, 0));
    return there.toUTC();
}

} // namespace crema::flows
