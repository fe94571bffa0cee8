// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactfields.h"

#include "ui/common/keyvaluelist.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/contacts/editablefield.h"
#include "ui/contacts/fieldbook.h"
#include "ui/contacts/menubutton.h"
#include "ui/contacts/pointlist.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

const QStringList &nameFields()
{
    static const QStringList fields {u"firstName"_s, u"lastName"_s, u"headline"_s};
    return fields;
}

const QStringList &furtherFields()
{
    static const QStringList fields {u"location"_s,        u"city"_s,         u"state"_s,
                                     u"country"_s,         u"hometown"_s,     u"industry"_s,
                                     u"howMet"_s,          u"introducedBy"_s, u"firstContactDate"_s,
                                     u"lastContactDate"_s, u"connectedOn"_s};
    return fields;
}

/// Shown also when they are empty; the others when they have a value or all are asked for.
bool isCore(const QString &field)
{
    static const QStringList core {u"firstName"_s, u"lastName"_s, u"location"_s, u"hometown"_s, u"howMet"_s};
    return core.contains(field);
}

/// What other programs left, as names and values; what is kept inside one member deeper stands in its name.
QVector<KeyValueList::Row> otherRows(const Json &extra, const QString &prefix = {})
{
    QVector<KeyValueList::Row> rows;
    if (!extra.is_object()) {
        return rows;
    }
    for (const auto &[key, value] : extra.items()) {
        const QString name = QString::fromStdString(key);
        if (name == "introducerIds"_L1) {
            continue;
        }
        if (value.is_object() && prefix.isEmpty()) {
            rows += otherRows(value, name == "columns"_L1 ? u" "_s : name + u": "_s);
        } else {
            const QString text = value.is_string() ? textOf(value) : QString::fromUtf8(toBytes(value));
            rows << KeyValueList::Row {(prefix + name).trimmed(), text, {}, {}};
        }
    }
    return rows;
}

} // namespace

ContactFields::ContactFields(FieldBook &book, QWidget *parent)
    : QWidget(parent), m_book(book), m_sources(new QToolButton),
      m_more(new QPushButton(icon(Glyph::chevronDown, Tone::muted), tr("All fields"))),
      m_othersTitle(makeLabel(tr("From other programs"), TextRole::caption, Tone::muted)),
      m_others(new KeyValueList)
{
    m_sources->setObjectName(u"contacts.pane.sources"_s);
    m_sources->setText(tr("Sources"));
    m_sources->setIcon(icon(Glyph::info, Tone::muted));
    m_sources->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sources->setAutoRaise(true);
    m_sources->setCheckable(true);
    m_sources->setToolTip(tr("Show where each value comes from, and since when"));
    m_sources->setAccessibleName(tr("Show sources"));
    connect(m_sources, &QToolButton::toggled, &m_book, &FieldBook::setSourcesShown);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::hair);
    addFields(column, nameFields());
    addPoints(column);
    addFields(column, furtherFields());
    column->addWidget(m_othersTitle);
    column->addWidget(m_others);
    column->addWidget(makeFoot());
}

void ContactFields::addFields(QVBoxLayout *column, const QStringList &fields)
{
    for (const QString &field : fields) {
        EditableField *line = m_book.add(field, fieldWords(field));
        m_fields << line;
        column->addWidget(line);
    }
}

void ContactFields::addPoints(QVBoxLayout *column)
{
    for (const QString &list : {u"addresses"_s, u"phones"_s, u"links"_s}) {
        auto *points = new PointList(m_book, list);
        m_points << points;
        column->addWidget(points);
        connect(points, &PointList::contactEdited, this, &ContactFields::contactEdited);
        connect(points, &PointList::kindChosen, this, &ContactFields::fieldChosen);
        connect(points, &PointList::copyRequested, this, &ContactFields::copyRequested);
        connect(points, &PointList::openRequested, this, &ContactFields::openRequested);
    }
}

QWidget *ContactFields::makeFoot()
{
    auto *add = new QPushButton(icon(Glyph::add, Tone::muted), tr("Add"));
    add->setObjectName(u"contacts.pane.addPoint"_s);
    add->setToolTip(tr("Add an email address, a phone number or a link"));
    setButtonKind(add, ButtonKind::quiet);
    QMenu *menu = addMenu(*add);
    const QStringList words {tr("Email address"), tr("Phone number"), tr("Link")};
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        connect(menu->addAction(words[i]), &QAction::triggered, m_points[i], &PointList::startAdding);
    }
    setButtonKind(m_more, ButtonKind::quiet);
    m_more->setObjectName(u"contacts.pane.allFields"_s);
    m_more->setCheckable(true);
    connect(m_more, &QPushButton::toggled, this, [this](bool all) {
        m_all = all;
        m_more->setText(all ? tr("Fewer fields") : tr("All fields"));
        m_more->setIcon(icon(all ? Glyph::chevronUp : Glyph::chevronDown, Tone::muted));
        showFields();
    });
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, gap::tiny, 0, 0);
    line->setSpacing(gap::tiny);
    line->addWidget(add);
    line->addWidget(m_more);
    line->addStretch();
    return foot;
}

void ContactFields::refresh()
{
    for (PointList *points : std::as_const(m_points)) {
        points->refresh();
    }
    m_others->setRows(otherRows(m_book.detail().contact.extra));
    showFields();
}

void ContactFields::showFields()
{
    for (EditableField *line : std::as_const(m_fields)) {
        line->setVisible(m_all || isCore(line->field()) || line->holdsText()
                         || m_book.hasUnsaved(line->field()) || !m_book.valueOf(line->field()).isEmpty());
    }
    const bool others = m_all && !otherRows(m_book.detail().contact.extra).isEmpty();
    m_othersTitle->setVisible(others);
    m_others->setVisible(others);
}

} // namespace crema::ui
