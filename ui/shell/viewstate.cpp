// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/viewstate.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

ViewState readViewState(const QSettings &settings)
{
    ViewState state;
    state.geometry = settings.value(u"window/geometry"_s).toByteArray();
    state.page = settings.value(u"window/page"_s).toString();
    state.navigationCollapsed = settings.value(u"window/navigationCollapsed"_s, false).toBool();
    state.scheme = settings.value(u"appearance/scheme"_s, u"system"_s).toString();
    state.lastSystemScheme = settings.value(u"appearance/lastSystemScheme"_s).toString();
    bool known = false;
    const int percent = settings.value(u"appearance/textPercent"_s, 100).toInt(&known);
    state.textPercent = known ? std::clamp(percent, 75, 200) : 100;
    return state;
}

void writeViewState(const ViewState &state, QSettings &settings)
{
    settings.setValue(u"window/geometry"_s, state.geometry);
    settings.setValue(u"window/page"_s, state.page);
    settings.setValue(u"window/navigationCollapsed"_s, state.navigationCollapsed);
    settings.setValue(u"appearance/scheme"_s, state.scheme);
    settings.setValue(u"appearance/lastSystemScheme"_s, state.lastSystemScheme);
    settings.setValue(u"appearance/textPercent"_s, state.textPercent);
}

} // namespace crema::ui
