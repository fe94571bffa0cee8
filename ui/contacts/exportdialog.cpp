// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/exportdialog.h"

#include "ui/theme/roles.h"

#include <QButtonGroup>
#include <QDate>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

struct Form
{
    const char *ending;
    bool raw;
    const char *title;
    const char *text;
};

constexpr std::array forms {
        Form {"csv", false, QT_TRANSLATE_NOOP("crema::ui::ExportDialog", "Spreadsheet (CSV)"),
              QT_TRANSLATE_NOOP(
                      "crema::ui::ExportDialog",
                      "Opens in Excel, Numbers and LibreOffice. Cells that a spreadsheet would run as a "
                      "formula are made harmless. One job, school, address and telephone of each person, "
                      "without extra "
                      "fields.")},
        Form {"vcf", false, QT_TRANSLATE_NOOP("crema::ui::ExportDialog", "Address book (vCard)"),
              QT_TRANSLATE_NOOP("crema::ui::ExportDialog",
                                "For phones and address books: name, first job, addresses, links, place, "
                                "birthday, "
                                "tags and notes.")},
        Form {"json", false, QT_TRANSLATE_NOOP("crema::ui::ExportDialog", "Everything (JSON)"),
              QT_TRANSLATE_NOOP("crema::ui::ExportDialog", "Every field and list, for programs.")},
        Form {"csv", true, QT_TRANSLATE_NOOP("crema::ui::ExportDialog", "Exact values (raw CSV)"),
              QT_TRANSLATE_NOOP(
                      "crema::ui::ExportDialog",
                      "For reading into Crema or another program again; do not open it in a spreadsheet.")},
};

} // namespace

ExportDialog::ExportDialog(const QString &what, QWidget *parent)
    : QDialog(parent), m_forms(new QButtonGroup(this))
{
    setWindowTitle(tr("Export contacts"));
    setObjectName(u"contacts.exportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::tiny);
    column->addWidget(makeLabel(tr("Export %1").arg(what), TextRole::heading));
    column->addSpacing(gap::small);
    for (size_t i = 0; i < forms.size(); ++i) {
        auto *choice = new QRadioButton(tr(forms[i].title));
        choice->setChecked(i == 0);
        choice->setAccessibleDescription(tr(forms[i].text));
        m_forms->addButton(choice, static_cast<int>(i));
        auto *text = makeLabel(tr(forms[i].text), TextRole::caption, Tone::muted);
        text->setWordWrap(true);
        text->setContentsMargins(gap::large + gap::tiny, 0, 0, gap::small);
        column->addWidget(choice);
        column->addWidget(text);
    }
    column->addSpacing(gap::small);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->setObjectName(u"export.buttons"_s);
    column->addWidget(buttons);
    auto *save = buttons->addButton(tr("Save as…"), QDialogButtonBox::AcceptRole);
    setButtonKind(save, ButtonKind::primary);
    save->setDefault(true); // in its dialog: before, it would not be known to it
    save->setObjectName(u"export.save"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::chooseFile()
{
    const Form &form = forms[static_cast<size_t>(m_forms->checkedId())];
    const QString ending = QString::fromLatin1(form.ending);
    auto *dialog = new QFileDialog(this, tr("Export contacts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(tr(form.title), ending));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(tr("Contacts %1.%2").arg(QDate::currentDate().toString(Qt::ISODate), ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, raw = form.raw](const QString &path) {
        flows::ExportRequest request;
        request.path = path;
        request.raw = raw;
        Q_EMIT chosen(request);
        accept();
    });
    dialog->open();
}

} // namespace crema::ui
