// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/interruption.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr std::array signalsHeard {SIGINT, SIGTERM, SIGHUP};
constexpr qint64 none = -1;
// Some senders ("timeout") send a signal to the program and to its group, which is one wish, not two.
constexpr qint64 sameWish = 400; // milliseconds

// What the signal handler touches.
std::atomic<qint64> firstAt = none;
std::array<int, 2> wakeUp {-1, -1}; // a pipe: read, write
std::atomic<const char *> answer = nullptr;
static_assert(std::atomic<qint64>::is_always_lock_free && std::atomic<const char *>::is_always_lock_free);

constexpr const char *heard = "Stopping as soon as it can; once more ends at once.\n";
constexpr const char *heardOnTerminal = // over the line of the progress
        "\r\x1b[KStopping as soon as it can; once more ends at once.\n";

qint64 milliseconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64 {now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

/// Only what a signal handler may do (signal-safety(7)).
extern "C" void hearSignal(int number)
{
    const int problem = errno;
    const qint64 now = milliseconds();
    qint64 first = none;
    if (firstAt.compare_exchange_strong(first, now)) {
        const char byte = 0;
        (void)!::write(wakeUp[1], &byte, 1);
        if (const char *words = answer) {
            (void)!::write(STDERR_FILENO, words, std::strlen(words));
        }
    } else if (now - first >= sameWish) {
        (void)std::signal(number, SIG_DFL);
        (void)std::raise(number);
    }
    errno = problem;
}

void listen(int number)
{
    struct sigaction before {};
    ::sigaction(number, nullptr, &before);
    if (before.sa_handler == SIG_IGN) {
        return;
    }
    struct sigaction action {};
    action.sa_handler = hearSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(number, &action, nullptr);
}

void stopListening(int number)
{
    struct sigaction now {};
    ::sigaction(number, nullptr, &now);
    if (now.sa_handler == hearSignal) {
        (void)std::signal(number, SIG_DFL);
    }
}

} // namespace

Interruption::Interruption(bool tells)
{
    firstAt = none;
    answer = !tells ? nullptr : ::isatty(STDERR_FILENO) != 0 ? heardOnTerminal : heard;
    if (::pipe(wakeUp.data()) != 0) {
        return; // signals then end the program, as they do everywhere
    }
    for (const int end : wakeUp) {
        (void)::fcntl(end, F_SETFD, FD_CLOEXEC);
        (void)::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = std::make_unique<QSocketNotifier>(wakeUp[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
        m_notifier->setEnabled(false);
        m_stop.request_stop();
    });
    for (const int number : signalsHeard) {
        listen(number);
    }
}

Interruption::~Interruption()
{
    for (const int number : signalsHeard) {
        stopListening(number);
    }
    m_notifier.reset();
    for (int &end : wakeUp) {
        ::close(end);
        end = -1;
    }
}

bool Interruption::isRequested() const
{
    return firstAt != none;
}

Result<QByteArray> Interruption::standardInput(qint64 most) const
{
    const auto unreadable = [](int problem) {
        return failure(
                ErrorKind::rejectedInput,
                u"Standard input cannot be read: %1. Nothing was changed."_s.arg(qt_error_string(problem)));
    };
    QByteArray input;
    std::array<char, 65536> part {};
    for (;;) {
        std::array<pollfd, 2> waited {pollfd {STDIN_FILENO, POLLIN, 0}, pollfd {wakeUp[0], POLLIN, 0}};
        if (::poll(waited.data(), waited.size(), -1) < 0 && errno != EINTR) {
            return unreadable(errno);
        }
        if (isRequested()) {
            return failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s);
        }
        if (waited[0].revents == 0) {
            continue;
        }
        const auto read = ::read(STDIN_FILENO, part.data(), part.size());
        if (read < 0 && errno != EINTR && errno != EAGAIN) {
            return unreadable(errno);
        }
        if (read == 0) {
            return input;
        }
        input.append(part.data(), std::max<qsizetype>(read, 0));
        if (input.size() > most) {
            return failure(ErrorKind::rejectedInput,
                           u"What comes on standard input is too large: at most %1 MB can be read."_s.arg(
                                   most / 1'000'000));
        }
    }
}

} // namespace crema::app
