// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/titlehelppanel.h"

#include "ui/common/flowlayout.h"
#include "ui/common/keyvaluelist.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int usualWidth = 400;
constexpr qsizetype mostTitles = 12;
} // namespace

TitleHelpPanel::TitleHelpPanel(QWidget *window, QWidget *owner) : FloatingPanel(window, owner), m_owner(owner)
{
    setObjectName(u"titleHelp"_s);
    setAccessibleName(tr("What firms call this job"));
    build();
}

void TitleHelpPanel::build()
{
    m_inside = new QWidget;
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(gap::small, gap::small, gap::small, gap::small);
    column->setSpacing(gap::small);
    m_heading = makeLabel({}, TextRole::strong);
    m_heading->setObjectName(u"titleHelpHeading"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_facts = new KeyValueList;
    m_note = makeLabel({}, TextRole::caption, Tone::muted);
    m_note->setObjectName(u"titleHelpNote"_s);
    m_note->setWordWrap(true);
    column->addWidget(m_heading);
    column->addWidget(m_facts);
    column->addWidget(m_note);
    column->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_inside);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
    body()->addWidget(m_scroll);
}

void TitleHelpPanel::wait(const QString &title)
{
    m_title = title;
    clearTitles();
    m_facts->hide();
    m_note->hide();
    m_heading->setText(tr("Looking up \"%1\"…").arg(title));
    show();
    place();
}

void TitleHelpPanel::showHelp(const flows::TitleHelp &help)
{
    if (!isVisible()) {
        return; // closed in the meantime
    }
    clearTitles();
    m_heading->setText(tr("What firms call \"%1\"").arg(help.title));
    m_titles = new QWidget;
    new QVBoxLayout(m_titles);
    m_titles->layout()->setContentsMargins(0, 0, 0, 0);
    static_cast<QVBoxLayout *>(m_inside->layout())->insertWidget(1, m_titles);
    addTitles(tr("Usual name"), help.cleaned.isEmpty() ? QStringList() : QStringList {help.cleaned},
              u"titleHelpCleaned"_s);
    addTitles(tr("Also called"), help.similar, u"titleHelpSimilar"_s);
    addTitles(tr("Beside it"), help.near, u"titleHelpNear"_s);
    // The vendor's words: "management_consulting".
    const auto plain = [](QString word) { return word.replace(u'_', u' '); };
    const QString role = help.subRole.isEmpty() || help.subRole == help.role
            ? plain(help.role)
            : tr("%1, %2").arg(plain(help.role), plain(help.subRole));
    m_facts->setRows({{tr("Rank"), help.levels.join(u", "_s), {}, {}},
                      {tr("Role"), role, {}, {}},
                      {tr("Skills"), help.skills.mid(0, mostTitles).join(u", "_s), {}, {}}});
    m_facts->setVisible(!help.levels.isEmpty() || !role.isEmpty() || !help.skills.isEmpty());
    const bool nothing = help.cleaned.isEmpty() && help.similar.isEmpty() && help.near.isEmpty();
    const QString from = help.fromVendor ? tr("From People Data Labs and Crema's own tables.") : help.note;
    m_note->setText(nothing ? tr("No other name of it is known. %1").arg(from) : from);
    m_note->setVisible(!m_note->text().isEmpty());
    m_titles->show(); // at once: what is shown later has no height yet
    place();
}

void TitleHelpPanel::clearTitles()
{
    delete m_titles;
    m_titles = nullptr;
}

void TitleHelpPanel::addTitles(const QString &heading, const QStringList &titles, const QString &name)
{
    if (titles.isEmpty()) {
        return;
    }
    auto *group = new QWidget;
    auto *flow = new FlowLayout(group, gap::tiny);
    for (const QString &title : titles.first(std::min(mostTitles, titles.size()))) {
        auto *button = new QPushButton(QString(title).replace(u'&', u"&&"_s));
        button->setObjectName(name);
        button->setToolTip(tr("Search for \"%1\"").arg(title));
        connect(button, &QPushButton::clicked, this, [this, title] {
            hide();
            Q_EMIT titleChosen(title);
        });
        flow->addWidget(button);
    }
    m_titles->layout()->addWidget(makeLabel(heading, TextRole::caption, Tone::muted));
    m_titles->layout()->addWidget(group);
}

void TitleHelpPanel::showEvent(QShowEvent *event)
{
    FloatingPanel::showEvent(event);
    setFocus(Qt::PopupFocusReason);
}

void TitleHelpPanel::keyPressEvent(QKeyEvent *event)
{
    FloatingPanel::keyPressEvent(event);
    if (!isVisible()) {
        m_owner->setFocus(Qt::OtherFocusReason); // closed with the keyboard: back to where it was opened
    }
}

/// Under the button, inside the window, as high as its content.
void TitleHelpPanel::place()
{
    const QWidget *window = parentWidget();
    const int room = gap::medium;
    const QPoint under = m_owner->mapTo(window, QPoint(0, m_owner->height() + gap::tiny));
    const int width = std::min(scaled(usualWidth), window->width() - 2 * room);
    const int left = std::clamp(under.x() + m_owner->width() - width / 2, room,
                                std::max(room, window->width() - room - width));
    m_inside->layout()->activate();
    const int inner = width - 2 * (gap::tiny + gap::small);
    const int content = m_inside->layout()->hasHeightForWidth()
            ? m_inside->layout()->heightForWidth(inner + 2 * gap::small)
            : m_inside->sizeHint().height();
    const int most = std::max(scaled(120), window->height() - under.y() - room);
    setSurface({left, under.y(), width, std::min(content + 2 * gap::tiny, most)});
}

} // namespace crema::ui
