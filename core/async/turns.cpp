// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/turns.h"

#include <QHash>

#include <deque>

using namespace Qt::StringLiterals;

namespace crema {

struct Turns::State
{
    /// By name, while somebody has the turn: who waits for it.
    QHash<QString, std::deque<Completion<>>> waiting;
};

Turns::Turn::Turn(std::shared_ptr<State> state, QString name)
    : m_state(std::move(state)), m_name(std::move(name))
{
}

Turns::Turn &Turns::Turn::operator=(Turn &&other) noexcept
{
    std::swap(m_state, other.m_state); // what was held before ends with the other
    std::swap(m_name, other.m_name);
    return *this;
}

Turns::Turn::~Turn()
{
    if (!m_state) {
        return; // moved from
    }
    auto &queue = m_state->waiting[m_name];
    while (!queue.empty()) {
        const Completion<> next = std::move(queue.front());
        queue.pop_front();
        if (next.complete({})) {
            return; // the turn is theirs now; who was stopped meanwhile is passed over
        }
    }
    m_state->waiting.remove(m_name);
}

Turns::Turns() : m_state(std::make_shared<State>()) { }

Turns::~Turns() = default;

Task<Result<Turns::Turn>> Turns::take(QString name, std::stop_token stop)
{
    const auto state = m_state;
    if (!state->waiting.contains(name)) {
        state->waiting.insert(name, {});
        co_return Turn(state, name);
    }
    Completion<> turn;
    auto mine = turn.future();
    state->waiting[name].push_back(turn);
    const std::stop_callback onStop(stop, [turn] {
        turn.complete(failure(ErrorKind::cancelled, u"Cancelled while waiting for other work to end."_s));
    });
    const auto given = co_await mine;
    if (!given) {
        co_return std::unexpected(given.error());
    }
    co_return Turn(state, name);
}

} // namespace crema
