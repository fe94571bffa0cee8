// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/profileform.h"

#include "ui/common/exacttext.h"
#include "ui/common/formrow.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr auto savePause = 5s; // each time is an operation of its own: a breath is no end
constexpr auto longestStretch = 30s; // of typing without a pause

QString signature()
{
    return u"signature"_s;
}

QLineEdit *lineOf(const FormRow *row)
{
    return qobject_cast<QLineEdit *>(row->field());
}

QString originOf(const Profile &profile, const QString &field)
{
    const auto source = profile.sources.find(field);
    if (source == profile.sources.end() || profileField(profile, field).isEmpty()) {
        return {};
    }
    // What was typed here needs no word.
    return source->kind == SourceKind::resume ? ProfileForm::tr("From your resume, %1").arg(source->field)
                                              : QString();
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_signature(new QPlainTextEdit)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gap::medium);
    m_grid->setVerticalSpacing(gap::small);
    addField(u"name"_s, tr("Name"), tr("as it stands under your emails"), 0);
    addField(u"email"_s, tr("Email"), tr("you@university.edu"), 1);
    addField(u"phone"_s, tr("Phone"), {}, 0);
    addField(u"linkedinUrl"_s, tr("LinkedIn"), tr("linkedin.com/in/…"), 1);
    addField(u"university"_s, tr("University"), {}, 0);
    addField(u"degree"_s, tr("Degree"), tr("Bachelor of Arts"), 1);
    addField(u"major"_s, tr("Major"), tr("Economics"), 0);
    addField(u"graduationYear"_s, tr("Graduation year"), tr("2027"), 1);
    addField(u"hometown"_s, tr("Hometown"), tr("where you grew up"), 0);
    addField(u"interests"_s, tr("Interests"), tr("separated by commas"), 1);
    addSignature();
    m_pause.setSingleShot(true);
    m_pause.setInterval(savePause);
    m_stretch.setSingleShot(true);
    m_stretch.setInterval(longestStretch);
    connect(&m_pause, &QTimer::timeout, this, &ProfileForm::pause);
    connect(&m_stretch, &QTimer::timeout, this, &ProfileForm::pause);
}

void ProfileForm::addField(const QString &field, const QString &label, const QString &example, int column)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(u"profile_"_s + field);
    edit->setPlaceholderText(example);
    auto *row = new FormRow(label, edit);
    m_rows.insert(field, row);
    m_grid->addWidget(row, m_line, column, 1, 1, Qt::AlignTop);
    m_line += column == 1 ? 1 : 0;
    connect(edit, &QLineEdit::textEdited, this, &ProfileForm::touch);
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { leave(field); });
}

void ProfileForm::addSignature()
{
    m_signature->setObjectName(u"profile_signature"_s);
    m_signature->setPlaceholderText(tr("Left empty, it is made of the fields above"));
    m_signature->setTabChangesFocus(true);
    m_signature->setFixedHeight(m_signature->fontMetrics().height() * 5);
    m_signature->installEventFilter(this);
    auto *row = new FormRow(tr("Signature"), m_signature);
    m_rows.insert(signature(), row);
    m_grid->addWidget(row, m_line, 0, 1, 2);
    connect(m_signature, &QPlainTextEdit::textChanged, this, [this] {
        if (isModified(signature())) {
            touch();
        }
    });
}

QString ProfileForm::textOf(const QString &field) const
{
    const QLineEdit *line = lineOf(m_rows[field]);
    return line != nullptr ? line->text().trimmed() : exactText(*m_signature->document());
}

bool ProfileForm::isModified(const QString &field) const
{
    const QLineEdit *line = lineOf(m_rows[field]);
    return line != nullptr ? line->isModified() : m_signature->document()->isModified();
}

bool ProfileForm::isBeingTyped(const QString &field) const
{
    return m_given.contains(field) && m_rows[field]->field()->hasFocus();
}

void ProfileForm::put(const QString &field, const QString &value)
{
    QLineEdit *line = lineOf(m_rows[field]);
    if (line == nullptr) {
        m_signature->setPlainText(value);
        m_signature->document()->setModified(false);
    } else {
        line->setText(value);
    }
}

void ProfileForm::touch()
{
    m_pause.start();
    if (!m_stretch.isActive()) {
        m_stretch.start();
    }
}

void ProfileForm::pause()
{
    for (const QString &field : m_rows.keys()) {
        if (isModified(field)) {
            m_given.insert(field);
            give(field);
        }
    }
    m_pause.stop();
    m_stretch.stop();
}

void ProfileForm::give(const QString &field)
{
    if (QLineEdit *line = lineOf(m_rows[field])) {
        line->setModified(false);
    } else {
        m_signature->document()->setModified(false);
    }
    m_awaited.insert(field);
    Q_EMIT fieldEdited(field, textOf(field));
}

/// The store's form of what was handed over takes the place of what was typed, or the reason against it is
/// told.
void ProfileForm::leave(const QString &field)
{
    m_given.remove(field);
    if (isModified(field)) {
        give(field);
    } else if (m_refused.contains(field)) {
        m_rows[field]->setError(m_refused[field]);
    } else if (!m_awaited.contains(field) && textOf(field) != profileField(m_shown, field)) {
        put(field, profileField(m_shown, field));
    }
}

void ProfileForm::show(const Profile &profile)
{
    const Profile before = std::exchange(m_shown, profile);
    for (const auto &[field, row] : m_rows.asKeyValueRange()) {
        const QString value = profileField(profile, field);
        // What is typed stays, and so does a value that was refused, with the reason under it. For a field
        // whose typing only pauses, this is the answer, or of something else.
        const bool isOwn = isBeingTyped(field)
                && (value == profileField(before, field) || m_awaited.contains(field));
        if (!isModified(field) && !isOwn && !m_refused.contains(field) && textOf(field) != value) {
            put(field, value);
        }
        row->setHint(originOf(profile, field));
    }
}

void ProfileForm::showRefusal(const QString &field, const QString &why)
{
    FormRow *row = m_rows.value(field);
    m_awaited.remove(field);
    if (why.isEmpty()) {
        m_refused.remove(field);
    } else {
        m_refused.insert(field, why);
    }
    if (row != nullptr) {
        row->setError(isBeingTyped(field) ? QString() : why);
    }
}

void ProfileForm::flush()
{
    for (const QString &field : m_rows.keys()) {
        if (isModified(field)) {
            give(field);
        }
    }
}

QVector<UnsavedEdit> ProfileForm::refused() const
{
    QVector<UnsavedEdit> texts;
    for (const auto &[field, why] : m_refused.asKeyValueRange()) {
        texts << UnsavedEdit {m_rows[field]->field()->accessibleName(), {}, textOf(field)};
    }
    return texts;
}

QVector<UnsavedEdit> ProfileForm::underWay() const
{
    QVector<UnsavedEdit> texts;
    for (const QString &field : m_awaited) {
        if (const FormRow *row = m_rows.value(field); row != nullptr && !m_refused.contains(field)) {
            texts << UnsavedEdit {row->field()->accessibleName(), {}, textOf(field)};
        }
    }
    return texts;
}

void ProfileForm::retryRefused()
{
    for (const QString &field : m_refused.keys()) {
        give(field);
    }
}

bool ProfileForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        leave(signature());
    }
    return QWidget::eventFilter(watched, event);
}

void ProfileForm::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace crema::ui
