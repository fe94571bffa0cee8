// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/run.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStringListModel;
class QTimer;

namespace crema::ui {

/// The search form: title, company, location, school with completions while typing, and how many people.
class FindForm final : public QWidget
{
    Q_OBJECT

public:
    explicit FindForm(int mostPeople, QWidget *parent = nullptr);

    [[nodiscard]] Criteria criteria() const;
    void setCriteria(const Criteria &criteria);
    void showCompletions(const QString &kind, const QString &text, const QStringList &completions);
    void setSearching(bool searching);
    /// Puts the cursor where one begins to type.
    void begin();

Q_SIGNALS:
    void searchRequested(const crema::Criteria &criteria);
    /// After a short pause in typing.
    void completionsWanted(const QString &kind, const QString &text);

private:
    struct Field
    {
        QLineEdit *edit = nullptr;
        QStringListModel *completions = nullptr;
    };
    void addField(const QString &kind, const QString &label, const QString &example);
    void submit();

    QHash<QString, Field> m_fields; ///< by kind of suggestion
    QSpinBox *m_limit = nullptr;
    QCheckBox *m_sample = nullptr;
    QPushButton *m_search = nullptr;
    QTimer *m_pause = nullptr;
    QString m_typedKind;
};

} // namespace crema::ui
