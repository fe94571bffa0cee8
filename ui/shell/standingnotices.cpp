// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/standingnotices.h"

#include "ui/common/banner.h"
#include "ui/common/errorwords.h"

#include <QDateTime>

#include <algorithm>

namespace crema::ui {

StandingNotices::StandingNotices(Banner &banner, QObject *parent) : QObject(parent), m_banner(banner)
{
    connect(&m_banner, &Banner::actionClicked, this, &StandingNotices::act);
    connect(&m_banner, &Banner::dismissed, this, [this] { withdraw(QString(m_shown)); });
}

void StandingNotices::show(const QString &name, const Notice &notice)
{
    const auto before = std::ranges::find(m_notices, name, &Named::name);
    if (before != m_notices.end()) {
        before->notice = notice;
    } else {
        m_notices << Named {name, notice};
    }
    showFirst();
}

void StandingNotices::showError(const QString &name, const Error &error)
{
    if (error.kind == ErrorKind::cancelled) {
        withdraw(name);
        return;
    }
    const ErrorWords words = wordsFor(error, QDateTime::currentDateTimeUtc());
    show(name,
         {.tone = words.tone, .glyph = words.glyph, .heading = words.heading, .text = textOf(error, words)});
}

void StandingNotices::withdraw(const QString &name)
{
    if (m_notices.removeIf([&name](const Named &named) { return named.name == name; }) > 0) {
        showFirst();
    }
}

void StandingNotices::act()
{
    const auto shown = std::ranges::find(m_notices, m_shown, &Named::name);
    // A copy: it may withdraw the notice.
    if (const auto then = shown != m_notices.end() ? shown->notice.act : nullptr) {
        then();
    }
}

void StandingNotices::showFirst()
{
    const auto first = std::ranges::max_element(m_notices, {},
                                                [](const Named &named) { return named.notice.rank; });
    if (first == m_notices.end()) {
        m_shown.clear();
        m_banner.clear();
        return;
    }
    m_shown = first->name;
    QStringList texts {first->notice.text};
    if (const auto more = static_cast<int>(m_notices.size()) - 1; more > 0) {
        texts << tr("%n more notice(s) behind this one.", nullptr, more);
    }
    texts.removeAll(QString());
    m_banner.showMessage(first->notice.tone, first->notice.glyph, first->notice.heading, texts.join(u'\n'),
                         first->notice.action);
}

} // namespace crema::ui
