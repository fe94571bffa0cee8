// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/spin.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/settings/settingsview.h"
#include "ui/support/reach.h"
#include "ui/support/workdesk.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::WorkDesk;

namespace {

/// A shown Settings page.
struct Settings
{
    WorkDesk desk;

    ~Settings() { desk.closeView(); }

    bool open() { return desk.open() && desk.show(new ui::SettingsView(desk.services(), desk.theme())); }

    QList<QAbstractButton *> schemes()
    {
        return desk.child<ui::SegmentedControl>(u"settingsScheme"_s)->findChildren<QAbstractButton *>();
    }
    QSpinBox *textSize() { return desk.child<QSpinBox>(u"settingsTextSize"_s); }
};

/// Stands where the system's file manager does.
class FileManager final : public QObject
{
    Q_OBJECT

public:
    FileManager() { QDesktopServices::setUrlHandler(u"file"_s, this, "show"); }
    ~FileManager() override { QDesktopServices::unsetUrlHandler(u"file"_s); }

    QUrl shown;

public Q_SLOTS:
    void show(const QUrl &url) { shown = url; }
};

} // namespace

void TestSettingsView::schemeAndTextSizeAreChosen()
{
    Settings settings;
    QVERIFY(settings.open());
    // A page that was just filled gets its height with the next event; what has none yet takes no click.
    QVERIFY(test::spinUntil([&] { return settings.schemes()[2]->height() > 0; }));
    QTest::mouseClick(settings.schemes()[2], Qt::LeftButton);
    QCOMPARE(settings.desk.theme().choice(), ui::SchemeChoice::dark);
    QTest::keyClick(settings.schemes()[2], Qt::Key_Left);
    QCOMPARE(settings.desk.theme().choice(), ui::SchemeChoice::light);
    settings.textSize()->setFocus();
    QTest::keyClick(settings.textSize(), Qt::Key_Up);
    QCOMPARE(settings.desk.theme().textPercent(), 105);
}

void TestSettingsView::followsWhatIsChosenElsewhere()
{
    Settings settings;
    QVERIFY(settings.open());
    settings.desk.theme().setChoice(ui::SchemeChoice::dark);
    QVERIFY(settings.schemes()[2]->isChecked());
    settings.desk.theme().setTextPercent(130);
    QCOMPARE(settings.textSize()->value(), 130);
}

void TestSettingsView::saysWhereTheDataIsAndOpensIt()
{
    Settings settings;
    QVERIFY(settings.open());
    const QString folder = settings.desk.services().workspace.folder();
    QVERIFY(settings.desk.allText().contains(folder));
    QVERIFY(settings.desk.click(u"settingsOpenFolder"_s)); // offscreen nothing opens folders
    QVERIFY(settings.desk.isShown(u"settingsNotOpened"_s));
    const FileManager manager;
    QVERIFY(settings.desk.click(u"settingsOpenFolder"_s));
    QCOMPARE(manager.shown.toLocalFile(), folder);
    QVERIFY(!settings.desk.isShown(u"settingsNotOpened"_s));
}

void TestSettingsView::everyControlIsNamedAndReached()
{
    Settings settings;
    QVERIFY(settings.open());
    QCOMPARE(test::unreachedByTab(&settings.desk.window()).join(u' '), QString());
    QCOMPARE(test::namelessFaces(&settings.desk.window()).join(u' '), QString());
}

#include "tst_settingsview.moc"
