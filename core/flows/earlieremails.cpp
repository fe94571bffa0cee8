// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/earlieremails.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

QHash<QString, QVector<Draft>> earlierEmails(const QVector<Draft> &drafts,
                                             const QHash<QString, SendMark> &sent)
{
    QHash<QString, QVector<Draft>> earlier;
    for (const Draft &draft : drafts) {
        if (draft.kind != "first"_L1 && !hasLeft(draft)) {
            continue;
        }
        Draft dated = draft;
        if (const SendMark mark = sent.value(draft.id); mark.state == SendState::sent) {
            dated.handedOffAt = mark.at;
        }
        earlier[draft.contactId] << dated;
    }
    for (QVector<Draft> &own : earlier) {
        std::ranges::sort(own, {}, [](const Draft &draft) { return std::pair(draft.createdAt, draft.id); });
    }
    return earlier;
}

} // namespace crema::flows
