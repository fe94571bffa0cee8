// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLineEdit;

namespace crema::ui {

class FlowLayout;

/// A set of short words: each one a chip with a remove button, and a field to add more (Enter or comma).
/// Backspace in the empty field removes the last one. A word that is there already, in any case or accent, is
/// not added again.
class TagEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit TagEditor(const QString &accessibleName, QWidget *parent = nullptr);

    /// Does not emit.
    void setTags(const QStringList &tags);
    [[nodiscard]] QStringList tags() const { return m_tags; }
    void setSuggestions(const QStringList &words);
    void setPlaceholder(const QString &text);
    /// Adds what is half typed; call it before other tags are set.
    void takeTyped() { addFromField(); }

Q_SIGNALS:
    /// The user added or removed one.
    void tagsChanged(const QStringList &tags);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void addFromField();
    void remove(const QString &tag);
    void rebuild();

    FlowLayout *m_flow;
    QLineEdit *m_field;
    QStringList m_tags;
};

} // namespace crema::ui
