// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/emailcells.h"
#include "exchange/personnames.h"
#include "exchange/vcardlines.h"
#include "model/contact.h"

#include <QHash>

#include <vector>

namespace crema::exchange {

/// One card while it is being read.
struct Card
{
    struct Point
    {
        QString kind;
        QString value;
        bool preferred = false;
        QString group;
        CellAddress written {}; ///< an address with the words beside it
    };

    Contact contact;
    QStringList companies; ///< in the order of the card; the first belongs to the first title
    QStringList titles;
    QString role;
    QString fullName;
    PersonName name;
    QString wholeName; ///< of an N with one part only
    std::vector<Point> emails;
    std::vector<Point> phones;
    std::vector<Point> links;
    std::vector<Point> labelled; ///< relatives and days, which a label tells apart
    QHash<QString, QString> labels; ///< by group
    QStringList notes; ///< why something of an EMAIL or a TEL was not taken
    QString strayLine; ///< the first line that is no property
    QString lastProperty;
    bool isGroup = false;
    bool isThing = false; ///< a room, a program
    bool isCompany = false;
    bool hasPlace = false;
    bool hasPicture = false; ///< or a sound or a key
};

/// Adds a property to the card; what we have no field for is kept in `extra.columns`.
void addToCard(Card &card, const VcardLine &line);
/// Adds to what is kept under that name.
void keepInCard(Card &card, const QString &name, const QString &value);

struct ReadPeople;
/// The person of a card that is complete, or the reason why there is none, with what is told of it.
void finishCard(ReadPeople &read, Card card, int row);

} // namespace crema::exchange
