// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errorwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace crema::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::ui::ErrorWords)
};

} // namespace

ErrorWords wordsFor(ErrorKind kind)
{
    using W = Words;
    const QString again = W::tr("Try again");
    switch (kind) {
    case ErrorKind::cancelled:
        return {W::tr("Cancelled"), {}, {}, Tone::muted, Glyph::info};
    case ErrorKind::offline:
        return {W::tr("No connection"),
                W::tr("Everything on this computer still works. Try again when you are online."), again,
                Tone::warn, Glyph::warning};
    case ErrorKind::timeout:
        return {W::tr("The service took too long"), W::tr("It may be busy. Wait a moment, then try again."),
                again, Tone::warn, Glyph::warning};
    case ErrorKind::unauthorised:
        return {W::tr("Not connected"), W::tr("Connect the service in Settings."), {}, Tone::bad, Glyph::key};
    case ErrorKind::forbidden:
        return {W::tr("Not allowed"),
                W::tr("Check what the service lets this account or key do."),
                {},
                Tone::bad,
                Glyph::shield};
    case ErrorKind::notFound:
        return {W::tr("Not found"), {}, {}, Tone::warn, Glyph::warning};
    case ErrorKind::conflict:
        return {W::tr("It changed in the meantime"), W::tr("Look at the newer version, then decide."), again,
                Tone::warn, Glyph::warning};
    case ErrorKind::rateLimited:
        return {W::tr("The service asks to slow down"), W::tr("Wait a moment, then try again."), again,
                Tone::warn, Glyph::clock};
    case ErrorKind::outOfCredits:
        return {W::tr("Not enough credits"),
                W::tr("The local directory and the template writer cost nothing."),
                {},
                Tone::warn,
                Glyph::credits};
    case ErrorKind::rejectedInput:
        return {W::tr("This cannot be used"), {}, {}, Tone::bad, Glyph::error};
    case ErrorKind::badAnswer:
        return {W::tr("The service answered something unexpected"), {}, again, Tone::bad, Glyph::error};
    case ErrorKind::storage:
        return {W::tr("It could not be saved or read"),
                W::tr("Check free space and permissions, then try again."), again, Tone::bad, Glyph::folder};
    case ErrorKind::internal:
        return {W::tr("Something went wrong in Crema"),
                W::tr("If it happens again, please report it."),
                {},
                Tone::bad,
                Glyph::error};
    }
    return {};
}

namespace {

constexpr qint64 soonSeconds = 90;

/// "It works again at 14:32."
QString whenAgain(std::chrono::milliseconds wait, const QDateTime &now)
{
    const auto seconds = std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(wait).count());
    const QDateTime then = now.addSecs(seconds).toLocalTime();
    const QString time = QLocale().toString(then.time(), u"HH:mm:ss");
    if (seconds <= soonSeconds) {
        return Words::tr("It works again in %n second(s), at %1.", nullptr, static_cast<int>(seconds))
                .arg(time);
    }
    return then.date() == now.toLocalTime().date()
            ? Words::tr("It works again at %1.").arg(time.left(5))
            : Words::tr("It works again on %1.").arg(QLocale().toString(then, QLocale::ShortFormat));
}

} // namespace

ErrorWords wordsFor(const Error &error, const QDateTime &now)
{
    using W = Words;
    ErrorWords words = wordsFor(error.kind);
    if (error.kind == ErrorKind::unauthorised && error.httpStatus != 0) {
        words.heading = W::tr("The key was not accepted");
        words.advice = W::tr("Enter it again under Settings, Connections, and press Test there.");
    } else if (error.kind == ErrorKind::outOfCredits && error.httpStatus != 0) {
        words.heading = W::tr("No credits left at the service");
        words.advice = W::tr("They are not Crema's credits: buy more there, or wait for its next period.");
    } else if (error.kind == ErrorKind::badAnswer && error.httpStatus >= 500) {
        words.heading = W::tr("The service has a fault");
        words.advice = W::tr("Nothing is wrong with what you asked. Try again in a few minutes.");
    }
    if (error.retryAfter) {
        words.advice = whenAgain(*error.retryAfter, now);
    }
    return words;
}

QString textOf(const Error &error, const ErrorWords &words)
{
    QStringList sentences {error.text, words.advice};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace crema::ui
