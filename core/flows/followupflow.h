// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/followups.h"
#include "flows/services.h"
#include "store/followupreader.h"

namespace crema::flows {

/// A follow-up as lists show it.
struct FollowUpItem
{
    store::FollowUpRow row;
    QDate due;
    contacts::DueGroup group = contacts::DueGroup::later;

    [[nodiscard]] bool operator==(const FollowUpItem &) const = default;
};

/// The follow-ups up to `lastDay`, the earliest first; all of them when `limit` is 0. `reminded` of their
/// rows is about today.
[[nodiscard]] Result<QVector<FollowUpItem>> followUpsUntil(const store::Reader &reader, QDate lastDay,
                                                           QDate today, int limit);

/// The user's day, by the clock of the services.
[[nodiscard]] QDate today(const Services &services);
/// What a follow-up says when the user gave it no words of their own.
[[nodiscard]] QString usualFollowUp();
/// A day as labels and notices write it: "5 Dec 2026".
[[nodiscard]] QString dayWords(QDate day);

/// Sets what to do next with a contact and when; empty words keep those that are there, or say "Follow up".
[[nodiscard]] Task<Result<Contact>> setFollowUp(Services *services, QString contactId, QDate day,
                                                QString what);
/// Ends the follow-ups of these contacts; with a valid `next` day they come up again then, with their words.
/// One operation; notFound when none of them has one.
[[nodiscard]] Task<Result<store::Change>> finishFollowUps(Services *services, QStringList contactIds,
                                                          QDate next);
/// Moves the follow-ups of these contacts to another day. One operation; notFound when none of them has one.
[[nodiscard]] Task<Result<store::Change>> snoozeFollowUps(Services *services, QStringList contactIds,
                                                          QDate until);
/// A contact answered: the fact, the stage as far as it moves forward, and the date of their follow-up gone,
/// in one operation. What the user planned in words of their own after the answer was written stays.
[[nodiscard]] Task<Result<Contact>> noteReply(Services *services, QString contactId, QDateTime at);

/// Adds to an operation what it means for follow-ups, and says so in its label: an email that is marked as
/// handed off or sent moves a follow-up that is due, or that the program made, to the suggested day, and a
/// stage that moves forward to Replied or beyond calls it off. A later day of the user's own and their words
/// of what to do next stay, and so does a next action that the operation itself sets. Call it right before
/// `apply`.
[[nodiscard]] Result<> keepFollowUps(const store::Reader &reader, QDate today, store::Operation &operation);

} // namespace crema::flows
