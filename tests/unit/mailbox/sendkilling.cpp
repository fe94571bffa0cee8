// SPDX-License-Identifier: GPL-3.0-or-later
#include "sendkilling.h"

#include "maildesk.h"

#include <QRandomGenerator>

#include <csignal>
#include <thread>

namespace crema::flows {

namespace {

constexpr int longestLife = 500'000; ///< microseconds; some two emails

void dieLater(quint32 seed)
{
    const int after = QRandomGenerator(seed).bounded(1, longestLife);
    std::thread([after] {
        std::this_thread::sleep_for(std::chrono::microseconds(after));
        std::raise(SIGKILL);
    }).detach();
}

QStringList unsent(const MailDesk &desk)
{
    QStringList ids;
    for (const Draft &draft : desk.drafts()) {
        if (draft.state != "sent"_L1) {
            ids << draft.id;
        }
    }
    return ids;
}

} // namespace

int sendUntilKilled(const QString &folder, const QUrl &gmail, quint32 seed)
{
    MailDesk desk(test::GmailBox::clientAt(gmail), folder);
    const auto opened = desk.open();
    const auto connected = opened ? desk.connect() : Result<Connected>(std::unexpected(opened.error()));
    if (!connected) {
        qCritical().noquote() << connected.error().text << connected.error().detail;
        return 1;
    }
    if (seed != 0) {
        dieLater(seed);
    }
    const QStringList ids = unsent(desk);
    const auto sent = test::await(sendDrafts(desk.services.get(), ids, {}, false, {}, {}, {}),
                                  std::chrono::minutes(2));
    return sent && unsent(desk).isEmpty() ? 0 : 2;
}

} // namespace crema::flows
