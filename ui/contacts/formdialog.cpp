// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/formdialog.h"

#include "base/text.h"
#include "ui/common/banner.h"
#include "ui/common/formrow.h"
#include "ui/theme/roles.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

FormDialog::FormDialog(const QString &title, const QString &acceptText, const QVector<FormField> &fields,
                       QWidget *parent)
    : QDialog(parent), m_banner(new Banner), m_introduction(makeLabel({}, TextRole::body, Tone::muted)),
      m_accept(new QPushButton(acceptText))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(fontMetrics().averageCharWidth() * 62);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::small + gap::tiny);
    column->addWidget(makeLabel(title, TextRole::heading));
    m_introduction->setWordWrap(true);
    m_introduction->hide();
    column->addWidget(m_introduction);
    column->addWidget(m_banner);
    for (const FormField &field : fields) {
        auto *line = new QLineEdit(field.value);
        line->setObjectName(u"form."_s + field.key);
        line->setPlaceholderText(field.placeholder);
        if (!field.suggestions.isEmpty()) {
            auto *completer = new QCompleter(field.suggestions, line);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            line->setCompleter(completer);
        }
        auto *row = new FormRow(field.label, line);
        connect(line, &QLineEdit::textEdited, row, [row] { row->setError({}); });
        column->addWidget(row);
        m_lines << Line {field.key, row, field.value};
    }
    column->addSpacing(gap::small);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    column->addWidget(buttons);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    setButtonKind(m_accept, ButtonKind::primary);
    m_accept->setObjectName(u"form.accept"_s);
    m_accept->setDefault(true); // in its dialog: before, it would not be known to it
    connect(buttons, &QDialogButtonBox::accepted, this, &FormDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &FormDialog::reject);
}

namespace {

QString typedIn(const FormRow &row)
{
    return static_cast<QLineEdit *>(row.field())->text();
}

} // namespace

void FormDialog::setIntroduction(const QString &text)
{
    m_introduction->setText(text);
    m_introduction->setVisible(!text.isEmpty());
}

void FormDialog::submit()
{
    m_banner->clear(); // what was wrong before
    flows::FieldValues values;
    QWidget *wrong = nullptr;
    for (const Line &line : std::as_const(m_lines)) {
        const QString value = cleanLine(typedIn(*line.row));
        const QString problem = m_check ? m_check(line.key, value) : QString();
        line.row->setError(problem);
        if (!problem.isEmpty() && wrong == nullptr) {
            wrong = line.row->field();
        }
        values.append({line.key, value});
    }
    if (wrong != nullptr) {
        wrong->setFocus();
        makeRoom();
        return;
    }
    m_accept->setEnabled(false);
    Q_EMIT submitted(values);
}

/// What is wrong takes lines that were not there: a window does not grow for wrapped text by itself.
void FormDialog::makeRoom()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

bool FormDialog::isTouched() const
{
    return std::ranges::any_of(
            m_lines, [](const Line &line) { return cleanLine(typedIn(*line.row)) != cleanLine(line.given); });
}

void FormDialog::reject()
{
    if (!isTouched()) {
        QDialog::reject();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(), tr("Throw away what you typed?"),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"form.discardQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = box->addButton(tr("Keep typing"), QMessageBox::RejectRole);
    const QPushButton *discard = box->addButton(tr("Throw away"), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(discard, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

void FormDialog::answer(const Result<> &result)
{
    m_accept->setEnabled(true);
    if (result) {
        accept();
    } else {
        m_banner->showError(result.error());
        makeRoom();
    }
}

} // namespace crema::ui
