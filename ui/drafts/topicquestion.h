// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace crema::ui {

class DraftsPresenter;

/// Asks what the call was about that a thank-you follows; only the user knows. An empty answer is one: then
/// the email does not say. Nothing happens when the question is closed.
void askTopic(QWidget *parent, const std::function<void(const QString &topic)> &then);

/// Writes to contacts once the user has said with which of their templates, and for a thank-you what the call
/// was about; asks only what there is to ask.
void writeAfterQuestions(QWidget *parent, DraftsPresenter &presenter, const QStringList &contactIds,
                         const QString &kind);

} // namespace crema::ui
