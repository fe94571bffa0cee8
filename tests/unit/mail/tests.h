// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <QObject>

/// Messages as bytes: what mail programs and relays ask of them.
class MessageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersSurvive_data();
    void headersSurvive();
    void bodiesSurvive_data();
    void bodiesSurvive();
    void attachmentsSurvive_data();
    void attachmentsSurvive();
    void lineEndsInFieldsMakeNoHeader_data();
    void lineEndsInFieldsMakeNoHeader();
    void unfitFieldsAreRefused_data();
    void unfitFieldsAreRefused();
    void recipientIsNeededToSend();
    void handOffMayLackAddresses();
    void handOffIsMarkedUnsent();
    void threadHeadersAreKept();
    void longThreadsFold();
    void dateKeepsItsOffset_data();
    void dateKeepsItsOffset();
    void sameMailGivesSameBytes();
    void messageIdComesFromTheSendersDomain();
    void threadsMayBuildAtOnce();
};

/// Messages of other programs.
class ParseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsForeignMessages_data();
    void readsForeignMessages();
    void refusesWhatIsNoEmail_data();
    void refusesWhatIsNoEmail();
    void survivesCutMessages();
    void survivesDeepNesting();
};

/// The ways out that are not MIME: mailto addresses, the clipboard, file names.
class HandoffTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailtoCarriesEverything_data();
    void mailtoCarriesEverything();
    void mailtoRefuses_data();
    void mailtoRefuses();
    void copiesAsText();
    void namesTheFile_data();
    void namesTheFile();
    void takesTheDraftsWords();
};

/// The HTML form of a text.
class HtmlBodyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesHtml_data();
    void makesHtml();
};

/// A sound mail that a row changes in one place.
[[nodiscard]] crema::mail::OutgoingMail soundMail();
