// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/completion.h"
#include "async/task.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace crema {

/// Lets work that must not run at the same time take turns, in the order it asked; work under different names
/// does not wait for each other. Used on one thread; what waits or holds a turn may outlive it.
///
///     const auto turn = co_await m_turns.take(u"import"_s, stop);
///     if (!turn) { ... }  // cancelled while waiting
///     ... the turn ends with the scope
class Turns final
{
    struct State;

public:
    /// Held while it is one's turn; giving it up lets the next go on, through the event loop.
    class Turn final
    {
    public:
        Turn(std::shared_ptr<State> state, QString name);
        Turn(Turn &&) noexcept = default;
        Turn &operator=(Turn &&other) noexcept;
        ~Turn();

    private:
        std::shared_ptr<State> m_state;
        QString m_name;
    };

    Turns();
    ~Turns();
    Q_DISABLE_COPY_MOVE(Turns)

    /// At once when nobody has the turn; Error{cancelled} when stopped while waiting.
    [[nodiscard]] Task<Result<Turn>> take(QString name, std::stop_token stop);

private:
    std::shared_ptr<State> m_state;
};

} // namespace crema
