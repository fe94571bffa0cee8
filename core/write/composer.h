// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/writingstyle.h"
#include "write/templateset.h"
#include "write/templatetext.h"

#include <QString>
#include <QVector>

#include <optional>

namespace crema::write {

/// How long an email may be; the gate's bounds with some room.
struct LengthRoom
{
    int least = 58; ///< words below which something is added
    int pleasant = 118; ///< words above which what is not needed goes
    int most = 132; ///< words above which all that can go goes
};

/// The room of a length the sender chose; always inside the gate's bounds.
[[nodiscard]] LengthRoom roomFor(MailLength length);

/// How the sender wants it said.
struct ComposerStyle
{
    Tone tone = Tone::neutral; ///< takes "asks_formal" before "asks" where a template has it
    QStringList dropped; ///< sentences the sender never leaves in, where the email can do without them
};

/// The sentences of one email before they are put together.
struct Parts
{
    Rendered opener;
    std::optional<Rendered> reason;
    std::optional<Rendered> detail;
    std::optional<Rendered> introduction;
    std::optional<Rendered> moreAboutMe;
    std::optional<Rendered> resume;
    std::optional<Rendered> ask;
    QVector<Rendered> fillers;
    std::optional<Rendered> closing;
};

/// Puts emails together from the sentences of a template. `turn` chooses among sentences that are as good as
/// one another; it is made from the facts, so that different people get different emails.
class Composer
{
public:
    Composer(const Variables &variables, const MailTemplate &common, const QString &saidBefore,
             ComposerStyle style = {});

    /// The sentences that can be said, best first.
    [[nodiscard]] QVector<Rendered> options(const Slot &slot, quint64 turn) const;
    [[nodiscard]] Parts compose(const MailTemplate &mailTemplate, const Rendered &opener, quint64 turn,
                                bool attachResume, const LengthRoom &room = {}) const;

private:
    void dropSentences(Parts &parts) const;
    [[nodiscard]] bool repeats(const QString &text) const;
    [[nodiscard]] std::optional<Rendered> pick(const MailTemplate &mailTemplate, const QString &slotName,
                                               quint64 turn) const;
    [[nodiscard]] std::optional<Rendered> pickNew(const MailTemplate &mailTemplate, const QString &slotName,
                                                  quint64 turn, const QSet<QString> &used) const;

    const Variables &m_variables;
    const MailTemplate &m_common;
    QString m_saidBefore; ///< an earlier email whose sentences are not said again
    ComposerStyle m_style;
};

/// The paragraphs between greeting and sign-off.
[[nodiscard]] QString textOf(const Parts &parts);
/// The claims of all sentences, each once.
[[nodiscard]] QVector<Claim> claimsOf(const Parts &parts);

} // namespace crema::write
