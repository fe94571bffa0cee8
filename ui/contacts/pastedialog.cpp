// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/pastedialog.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype mostShown = 500;
constexpr qsizetype mostNamed = 5;

QStringList leftOut(const PastePlan &plan)
{
    QStringList words;
    if (plan.beyond > 0) {
        words << PasteDialog::tr(
                "The table has %n column(s) more than there are from the current cell on; they "
                "are left out.",
                nullptr, plan.beyond);
    }
    if (plan.cut > 0) {
        words << PasteDialog::tr("The table has %n row(s) more than there are contacts below; they are left "
                                 "out.",
                                 nullptr, plan.cut);
    }
    return words;
}

/// The first of them, to stand between quotes.
QString quoted(const QStringList &texts)
{
    return texts.first(std::min(mostNamed, texts.size())).join(PasteDialog::tr("\", \""));
}

QStringList textsInNotice(const CellTexts &cells)
{
    QStringList texts;
    for (const QString &text : cells) {
        texts << textInNotice(text);
    }
    return texts;
}

QString wordsOf(const PastePlan &plan)
{
    QStringList words {
            PasteDialog::tr("%n cell(s) can be pasted", nullptr, plan.cells)
            + PasteDialog::tr(" onto %n contact(s).", nullptr, static_cast<int>(plan.rows.size()))};
    words += leftOut(plan);
    if (const auto count = static_cast<int>(plan.otherStatuses.size()); count > 0) {
        words << PasteDialog::tr("%n status(es) nobody has yet would be made: \"%1\".", nullptr, count)
                         .arg(quoted(plan.otherStatuses));
    }
    if (const auto count = static_cast<int>(plan.replaced.size()); count > 0) {
        words << PasteDialog::tr("%n text(s) that could not be saved and stand there would be lost: \"%1\".",
                                 nullptr, count)
                         .arg(quoted(textsInNotice(plan.replaced)));
    }
    if (!plan.problems.isEmpty()) {
        words << PasteDialog::tr("%n cell(s) cannot; they stay as they are:", nullptr,
                                 static_cast<int>(plan.problems.size()));
    }
    return words.join(u'\n');
}

} // namespace

PasteDialog::PasteDialog(const PastePlan &plan, const QHash<qint64, QString> &names, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"contacts.pasteDialog"_s);
    setWindowTitle(tr("Paste"));
    auto *label = makeLabel(wordsOf(plan));
    label->setObjectName(u"paste.words"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    auto *list = new QTreeWidget;
    list->setObjectName(u"paste.problems"_s);
    list->setAccessibleName(tr("What cannot be pasted"));
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("Contact"), tr("Column"), tr("Value"), tr("Why not")});
    for (const CellProblem &problem : plan.problems.first(std::min(plan.problems.size(), mostShown))) {
        new QTreeWidgetItem(
                list,
                {names.value(problem.rid), specOf(problem.column).title, problem.value, problem.problem});
    }
    for (int column = 0; column < 3; ++column) {
        list->resizeColumnToContents(column);
        list->header()->resizeSection(column, std::min(list->columnWidth(column), scaled(200)));
    }
    list->setVisible(!plan.problems.isEmpty());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *fresh = buttons->addButton(tr("As new contacts…"), QDialogButtonBox::ActionRole);
    fresh->setObjectName(u"paste.new"_s);
    const bool whole = plan.problems.isEmpty() && plan.cut == 0 && plan.beyond == 0;
    auto *paste = buttons->addButton(whole ? tr("Paste") : tr("Paste the rest"),
                                     QDialogButtonBox::AcceptRole);
    paste->setObjectName(u"paste.accept"_s);
    paste->setEnabled(plan.cells > 0);
    setButtonKind(paste, ButtonKind::primary);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    connect(fresh, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT newRequested();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(scaled(640), plan.problems.isEmpty() ? sizeHint().height() : scaled(380));
}

} // namespace crema::ui
