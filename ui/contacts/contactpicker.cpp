// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactpicker.h"

#include "async/worker.h"
#include "ui/contacts/contactdetail.h"
#include "ui/shell/resultlist.h"
#include "ui/theme/roles.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::ui {

namespace {

constexpr int offered = 50;
constexpr auto typingPause = 60ms;

Result<QVector<store::ContactRow>> findPeople(QString databasePath, QString text)
{
    const auto reader = store::Reader::open(databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    store::ContactQuery query;
    query.text = text;
    return (*reader)->contactPage(query, offered, 0);
}

} // namespace

ContactPicker::ContactPicker(const QString &title, QString databasePath, QStringList without, QWidget *parent)
    : QDialog(parent), m_databasePath(std::move(databasePath)), m_without(std::move(without)),
      m_field(new QLineEdit), m_list(new ResultList), m_pause(new QTimer(this))
{
    setObjectName(u"contacts.picker"_s);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(fontMetrics().averageCharWidth() * 64, fontMetrics().height() * 26);
    m_field->setObjectName(u"contacts.picker.text"_s);
    m_field->setPlaceholderText(tr("A name, a company, an email address…"));
    m_field->setAccessibleName(tr("Search contacts"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"contacts.picker.list"_s);
    m_list->setAccessibleName(tr("Contacts found"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::small + gap::tiny);
    column->addWidget(makeLabel(title, TextRole::heading));
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_field, &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, &ContactPicker::search);
    connect(m_list, &ResultList::chosen, this, [this](const QString &, const QString &id) {
        Q_EMIT chosen(id);
        accept();
    });
    search();
}

void ContactPicker::search()
{
    m_scope.requestStop();
    m_scope.launch(runOnWorker(findPeople, m_databasePath, m_field->text()),
                   [this](Result<QVector<store::ContactRow>> rows) {
                       rows ? list(*rows) : Q_EMIT failed(rows.error());
                   });
}

void ContactPicker::list(const QVector<store::ContactRow> &rows)
{
    QVector<ResultRow> lines;
    for (const store::ContactRow &row : rows) {
        if (!m_without.contains(row.id)) {
            const QString role = roleWords(row.jobTitle, row.company);
            lines << ResultRow {.id = row.id,
                                .kind = u"contact"_s,
                                .title = row.name.isEmpty() ? row.email : row.name,
                                .subtitle = role.isEmpty() ? row.email : role,
                                .glyph = Glyph::person};
        }
    }
    m_list->setRows(lines);
}

bool ContactPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_list->steer(static_cast<QKeyEvent *>(event)->key())) {
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace crema::ui
