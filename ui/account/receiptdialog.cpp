// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/receiptdialog.h"

#include "base/dates.h"
#include "ui/common/keyvaluelist.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int usualWidth = 440;
}

ReceiptDialog::ReceiptDialog(const store::Receipt &receipt, const QString &result, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"receiptDialog"_s);
    setWindowTitle(tr("Receipt"));
    setMinimumWidth(scaled(usualWidth));
    QLabel *what = makeLabel(receipt.what, TextRole::heading);
    what->setObjectName(u"receiptWhat"_s);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    const auto credits = [](int count) { return tr("%n credit(s)", nullptr, count); };
    auto *facts = new KeyValueList;
    facts->setRows({{tr("When"),
                     QLocale().toString(fromStoredTime(receipt.at).toLocalTime(), QLocale::LongFormat),
                     {},
                     {}},
                    {tr("Result"), result, {}, {}},
                    {tr("Set aside"), credits(receipt.reserved), {}, {}},
                    {tr("Charged"), credits(receipt.charged), {}, {}},
                    {tr("Given back"), credits(receipt.released), {}, {}}});
    QLabel *why = makeLabel(tr("Credits are set aside before the work begins, charged only for what was "
                               "delivered, and the rest comes back by itself."),
                            TextRole::caption, Tone::muted);
    why->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::medium);
    column->setSpacing(gap::medium);
    column->addWidget(what);
    column->addWidget(facts);
    column->addWidget(why);
    column->addStretch(1);
    column->addWidget(buttons);
}

} // namespace crema::ui
