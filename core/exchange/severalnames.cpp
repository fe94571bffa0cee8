// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/severalnames.h"

#include "base/text.h"
#include "exchange/mailboxes.h"
#include "exchange/nameasides.h"
#include "exchange/personnames.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// The parts of a list of full names; empty when it is none.
QStringList fullNames(const QString &text, QChar between)
{
    QStringList names;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        if (wordCount(part) < 2) {
            return {};
        }
        const PersonName name = nameFrom(part.trimmed());
        if (name.first.isEmpty() || name.last.isEmpty()) {
            return {};
        }
        names << name.first + u' ' + name.last;
    }
    return names.size() > 1 ? names : QStringList();
}

/// Each address bears one of the names and no other, and all are of one firm.
bool haveAddresses(const QStringList &people, const QVector<ContactPoint> &addresses)
{
    if (addresses.size() != people.size()) {
        return false;
    }
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        const QString &address = addresses[i].value;
        if (fold(address.section(u'@', 1)) != fold(addresses[0].value.section(u'@', 1))) {
            return false;
        }
        for (qsizetype person = 0; person < people.size(); ++person) {
            if (mailboxBears(address, people[person]) != (person == i)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

bool mayBeSeveral(const QString &name)
{
    static const QRegularExpression several(u"\\S\\s+(?:&|\\+|and|und|et)\\s+\\S|\\S\\s*/\\s*\\S"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression asides(u"[(\\[{][^)\\]}]*[)\\]}]"_s); // "(she/her)"
    const bool mayBe = name.contains(u' ') || name.contains(u'/'); // spares most rows the expressions
    if (!mayBe || !name.contains(several)) {
        return false;
    }
    QString plain = QString(name).remove(asides);
    takeRemark(plain, NamePart::whole);
    return plain.contains(several);
}

QStringList severalNames(const QString &name, const QVector<ContactPoint> &addresses)
{
    if (name.contains(u';')) {
        return fullNames(name, u';');
    }
    if (addresses.size() < 2 || !name.contains(u',')) {
        return {}; // nearly always
    }
    const QStringList people = fullNames(name, u',');
    return haveAddresses(people, addresses) ? people : QStringList();
}

} // namespace crema::exchange
