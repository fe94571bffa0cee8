// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace crema::ui {

/// Notes as they read: Markdown without HTML. Nothing is ever fetched for it, from the network or the disk:
/// pictures are shown as their words. A click on a link is reported, and only then.
class NoteView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit NoteView(QWidget *parent = nullptr);

    void showNote(const QString &markdown);

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkRequested(const QString &url);
    /// A double click on the text, or Enter: the user wants to write.
    void editRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void render();
    void fitHeight();

    QString m_markdown;
};

} // namespace crema::ui
