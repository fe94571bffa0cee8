// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/theme/glyph.h"

#include <QObject>
#include <QVector>

#include <functional>

namespace crema::ui {

class Banner;

/// What several parts of the program have to say in one banner, each under a name of its own: none takes away
/// what another said. The most important one is shown, of equal ones the first; when it is over or dismissed
/// the next comes into sight.
class StandingNotices final : public QObject
{
    Q_OBJECT

public:
    /// In order of importance.
    enum class Rank { news, problem, question };
    struct Notice
    {
        Rank rank = Rank::problem;
        Tone tone = Tone::warn;
        Glyph glyph = Glyph::warning;
        QString heading;
        QString text;
        QString action {}; ///< the text of the button; empty for none
        std::function<void()> act {}; ///< what it does; the notice stays until its owner withdraws it
    };

    /// The banner outlives it, and nobody else writes into it.
    explicit StandingNotices(Banner &banner, QObject *parent = nullptr);

    /// In place of what was said under this name before.
    void show(const QString &name, const Notice &notice);
    /// The same of an error; a cancelled one is none: the user knows.
    void showError(const QString &name, const Error &error);
    /// What was said under this name is over.
    void withdraw(const QString &name);

private:
    struct Named
    {
        QString name;
        Notice notice;
    };

    void act();
    void showFirst();

    Banner &m_banner;
    QVector<Named> m_notices; ///< as they came
    QString m_shown; ///< the name of the one in sight
};

} // namespace crema::ui
