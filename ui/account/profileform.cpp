// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/profileform.h"

#include "ui/common/exacttext.h"
#include "ui/common/formrow.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

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

ProfileForm::ProfileForm(QWidget *parent) : QWidget(parent), m_signature(new QPlainTextEdit)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap::medium);
    grid->setVerticalSpacing(gap::small);
    addField(u"name"_s, tr("Name"), tr("as it stands under your emails"), 0, 1);
    addField(u"email"_s, tr("Email"), tr("you@university.edu"), 1, 1);
    addField(u"phone"_s, tr("Phone"), {}, 0, 1);
    addField(u"linkedinUrl"_s, tr("LinkedIn"), tr("linkedin.com/in/…"), 1, 1);
    addField(u"university"_s, tr("University"), {}, 0, 1);
    addField(u"degree"_s, tr("Degree"), tr("Bachelor of Arts"), 1, 1);
    addField(u"major"_s, tr("Major"), tr("Economics"), 0, 1);
    addField(u"graduationYear"_s, tr("Graduation year"), tr("2027"), 1, 1);
    addField(u"hometown"_s, tr("Hometown"), tr("where you grew up"), 0, 1);
    addField(u"interests"_s, tr("Interests"), tr("separated by commas"), 1, 1);
    m_signature->setObjectName(u"profile_signature"_s);
    m_signature->setPlaceholderText(tr("Left empty, it is made of the fields above"));
    m_signature->setTabChangesFocus(true);
    m_signature->setFixedHeight(m_signature->fontMetrics().height() * 5);
    m_signature->installEventFilter(this);
    auto *row = new FormRow(tr("Signature"), m_signature);
    m_rows.insert(u"signature"_s, row);
    grid->addWidget(row, m_line, 0, 1, 2);
}

void ProfileForm::addField(const QString &field, const QString &label, const QString &example, int column,
                           int span)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(u"profile_"_s + field);
    edit->setPlaceholderText(example);
    auto *row = new FormRow(label, edit);
    m_rows.insert(field, row);
    m_edits.insert(field, edit);
    static_cast<QGridLayout *>(layout())->addWidget(row, m_line, column, 1, span, Qt::AlignTop);
    m_line += column == 1 ? 1 : 0;
    connect(edit, &QLineEdit::editingFinished, this, [this, field, edit] {
        if (edit->isModified()) {
            edit->setModified(false);
            Q_EMIT fieldEdited(field, edit->text().trimmed());
        }
    });
}

void ProfileForm::show(const Profile &profile)
{
    for (const auto &[field, edit] : m_edits.asKeyValueRange()) {
        // A value that was refused stays to be mended, with the reason under it.
        if (!edit->isModified() && !m_refused.contains(field)
            && edit->text() != profileField(profile, field)) {
            edit->setText(profileField(profile, field));
        }
        m_rows[field]->setHint(originOf(profile, field));
    }
    if (!m_signature->document()->isModified() && !m_refused.contains(u"signature"_s)
        && exactText(*m_signature->document()) != profile.signature) {
        m_signature->setPlainText(profile.signature);
        m_signature->document()->setModified(false);
    }
}

void ProfileForm::showRefusal(const QString &field, const QString &why)
{
    if (why.isEmpty()) {
        m_refused.remove(field);
    } else {
        m_refused.insert(field);
    }
    if (FormRow *row = m_rows.value(field)) {
        row->setError(why);
    }
}

void ProfileForm::flush()
{
    for (const auto &[field, edit] : m_edits.asKeyValueRange()) {
        if (edit->isModified()) {
            edit->setModified(false);
            Q_EMIT fieldEdited(field, edit->text().trimmed());
        }
    }
    if (m_signature->document()->isModified()) {
        m_signature->document()->setModified(false);
        Q_EMIT fieldEdited(u"signature"_s, exactText(*m_signature->document()));
    }
}

void ProfileForm::retryRefused()
{
    for (const QString &field : QStringList(m_refused.begin(), m_refused.end())) {
        const QLineEdit *edit = m_edits.value(field);
        Q_EMIT fieldEdited(field, edit ? edit->text().trimmed() : exactText(*m_signature->document()));
    }
}

bool ProfileForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        flush();
    }
    return QWidget::eventFilter(watched, event);
}

void ProfileForm::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace crema::ui
