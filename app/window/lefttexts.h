// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QSettings;
class QWidget;

namespace crema::app {

/// Texts that were typed when the program was ended from outside and that were not saved. They are kept in
/// the settings, for each workspace, until the user has dealt with them.
class LeftTexts final : public QObject
{
    Q_OBJECT

public:
    /// `settings` and `window` outlive it.
    LeftTexts(QSettings &settings, const QString &workspace, QWidget &window);

    /// Shows those of earlier sessions.
    void start();
    /// Those of this session, instead of the ones before.
    void keep(const QStringList &texts);

private:
    void forgetEarlier();
    void write();

    QSettings &m_settings;
    QWidget &m_window;
    QString m_key;
    QStringList m_earlier;
    QStringList m_now;
};

} // namespace crema::app
