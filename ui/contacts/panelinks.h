// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/services.h"
#include "ui/contacts/timeline.h"

#include <QObject>

#include <functional>

namespace crema::ui {

class ContactPane;
struct NamedContact;

/// What the detail pane asks for beyond the contact itself: the timeline and what is restored from there,
/// tags that are in use, other people. `services` and `pane` outlive it.
class PaneLinks final : public QObject
{
    Q_OBJECT

public:
    PaneLinks(flows::Services &services, ContactPane &pane, QObject *parent = nullptr);

    /// Something was handed to the store and is not answered yet.
    [[nodiscard]] bool awaitsAnswer() const { return m_scope.running() > 0; }

Q_SIGNALS:
    void failed(const crema::Error &error);
    /// Words for a notice, and the operation that can be taken back; empty for none.
    void done(const QString &words, const QString &operationId);
    void contactRequested(const QString &contactId);

private:
    void readTimeline(const QString &contactId, TimelineFilter filter, int limit);
    void nameIntroducers(const Contact &contact);
    [[nodiscard]] NamedContact named(const QString &id) const;
    void readTags();
    void pickIntroducer(const Contact &contact);
    void addIntroducer(const QString &contactId, const QString &introducerId);
    void restore(const TimelineEntry &entry);
    void restorePoint(const QString &contactId, const QString &operationId);
    void tell(const Result<store::Change> &change, const QString &words);

    flows::Services &m_services;
    ContactPane &m_pane;
    bool m_tagsKnown = false;
    TaskScope m_scope;
    TaskScope m_tagScope;
};

} // namespace crema::ui
