#include "editor/widget/code_editor.h"
#include "services/project_service.h"
#include "support/pilot.h"
#include "ui/playground/playground_page.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

const Place kPlayground{u"playground"_s, {}, {}};

/// The playground of a real window, with its files, tabs and packages.
class Play final
{
public:
    explicit Play(const QString &dataDir)
        : pilot(dataDir)
    {
        REQUIRE(pilot.failure().isEmpty());
        REQUIRE(pilot.goTo(kPlayground));
    }

    template<typename T>
    T *child(const QString &name) const
    {
        T *found = const_cast<Pilot &>(pilot).window().page()->findChild<T *>(name);
        REQUIRE(found);
        return found;
    }

    bool until(const std::function<bool()> &condition, const QString &what)
    {
        return pilot.waitFor(condition, what, 10'000);
    }

    QTreeWidgetItem *item(const QString &name) const
    {
        const auto items
            = child<QTreeWidget>(u"fileList"_s)->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
        return items.isEmpty() ? nullptr : items.first();
    }

    QStringList tabs() const
    {
        const auto *tabs = child<QTabWidget>(u"fileTabs"_s);
        QStringList titles;
        for (int i = 0; i < tabs->count(); ++i) {
            titles.append(tabs->tabText(i));
        }
        return titles;
    }

    /// As a person does it: the button, the name, Return.
    void newFile(const QString &name)
    {
        auto *tree = child<QTreeWidget>(u"fileList"_s);
        child<QAction>(u"newFileAction"_s)->trigger();
        QLineEdit *edit = nullptr;
        REQUIRE(until([&] { return (edit = tree->findChild<QLineEdit *>()) != nullptr; },
                      u"the name's editor"_s));
        edit->selectAll();
        QTest::keyClicks(edit, name);
        QTest::keyClick(edit, Qt::Key_Return);
        REQUIRE(until([&] { return item(name) != nullptr && tabs().contains(name); }, name));
        REQUIRE(until([&] { return pilot.editor() && pilot.editor()->text().isEmpty(); }, u"its editor"_s));
    }

    QString folder()
    {
        auto reading = (*pilot.core().projects())->projects();
        REQUIRE(until([&] { return reading.isFinished(); }, u"the projects"_s));
        return reading.result()->front().folder;
    }

    Pilot pilot;
};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST_CASE("A project of several files is made, run, and found again", "[gui]")
{
    const QTemporaryDir data;
    QString folder;
    {
        Play play(data.path());
        CHECK(play.tabs() == QStringList{u"untitled.py"_s});
        play.newFile(u"helper.py"_s);
        CHECK(play.tabs() == QStringList{u"untitled.py"_s, u"helper.py"_s});
        play.pilot.typeAnswer(u"def twice(x):\nreturn x * 2"_s); // the editor indents
        folder = play.folder();
        write(folder % u"/data.csv"_s, "3,4\n");
        REQUIRE(play.until([&] { return play.item(u"data.csv"_s) != nullptr; }, u"the data file"_s));
        auto *tabs = play.child<QTabWidget>(u"fileTabs"_s);
        tabs->setCurrentIndex(0);
        play.pilot.typeAnswer(u"import helper\nprint(helper.twice(21), open('data.csv').read())"_s);
        tabs->setCurrentIndex(1); // Run runs the main file, whatever is in front
        REQUIRE(play.pilot.run());
        INFO(play.pilot.output().toStdString());
        CHECK(play.pilot.output().contains(u"42 3,4"_s));
    }
    Play again(data.path());
    CHECK(again.tabs() == QStringList{u"untitled.py"_s, u"helper.py"_s});
    CHECK(again.child<QTabWidget>(u"fileTabs"_s)->currentIndex() == 1);
    CHECK(
        again.until([&] { return again.pilot.editor()->text().startsWith(u"def twice"_s); }, u"its text"_s));
    // Removed, and had back with its tab.
    auto *list = again.child<QTreeWidget>(u"fileList"_s);
    list->setCurrentItem(again.item(u"helper.py"_s));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    REQUIRE(again.until([&] { return again.item(u"helper.py"_s) == nullptr; }, u"that it is gone"_s));
    CHECK(again.tabs() == QStringList{u"untitled.py"_s});
    REQUIRE(
        again.until([&] { return again.child<QPushButton>(u"undoRemoveFile"_s)->isVisible(); }, u"Undo"_s));
    QTest::mouseClick(again.child<QPushButton>(u"undoRemoveFile"_s), Qt::LeftButton);
    REQUIRE(again.until([&] { return again.tabs().contains(u"helper.py"_s); }, u"that it is back"_s));
}

TEST_CASE("An error in an imported file is marked there", "[gui]")
{
    const QTemporaryDir data;
    Play play(data.path());
    play.newFile(u"broken.py"_s);
    play.pilot.typeAnswer(u"x = 1 / 0"_s);
    play.child<QTabWidget>(u"fileTabs"_s)->setCurrentIndex(0);
    play.pilot.typeAnswer(u"import broken"_s);
    REQUIRE(play.pilot.run());
    CHECK(play.pilot.output().contains(u"ZeroDivisionError"_s));
    CHECK(play.pilot.output().contains(u"broken.py\", line 1"_s));
    CHECK(play.child<QTabWidget>(u"fileTabs"_s)->currentIndex() == 1); // shown where it went wrong
}

TEST_CASE("A name that can't be is refused with a sentence, and the file keeps its own", "[gui]")
{
    const QTemporaryDir data;
    Play play(data.path());
    auto *tree = play.child<QTreeWidget>(u"fileList"_s);
    tree->setCurrentItem(play.item(u"untitled.py"_s));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_F2);
    QLineEdit *edit = nullptr;
    REQUIRE(play.until([&] { return (edit = tree->findChild<QLineEdit *>()) != nullptr; }, u"the editor"_s));
    edit->selectAll();
    QTest::keyClicks(edit, u"nul.py"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    REQUIRE(play.until([&] { return play.child<QLabel>(u"fileNotice"_s)->isVisible(); }, u"a sentence"_s));
    CHECK(play.child<QLabel>(u"fileNotice"_s)->text().contains(u"Windows"_s));
    REQUIRE(play.until([&] { return play.item(u"untitled.py"_s) != nullptr; }, u"the old name"_s));
}

TEST_CASE("What another program writes is shown; what was typed at the same time is not lost", "[gui]")
{
    const QTemporaryDir data;
    Play play(data.path());
    const QString path = play.folder() % u"/untitled.py"_s;
    write(path, "print('theirs')\n");
    REQUIRE(
        play.until([&] { return play.pilot.editor()->text() == u"print('theirs')\n"_s; }, u"their text"_s));
}

TEST_CASE("A package is installed from a folder of wheels in the window, and a program imports it", "[gui]")
{
    const QTemporaryDir data;
    const QTemporaryDir wheels;
    QProcess make;
    make.start(u"/usr/bin/python3"_s,
               {QStringLiteral(PACKAGE_INDEX), u"make"_s, wheels.path(), u"tinytool"_s, u"1.0"_s});
    REQUIRE(make.waitForFinished());
    Play play(data.path());
    play.child<QAction>(u"packagesAction"_s)->trigger();
    auto *dialog = play.child<QDialog>(u"packagesDialog"_s);
    REQUIRE(dialog->isVisible());
    auto *source = dialog->findChild<QComboBox *>(u"packageSource"_s);
    source->setFocus();
    QTest::keyClick(source, Qt::Key_End);
    dialog->findChild<QLineEdit *>(u"packageLocation"_s)->setText(wheels.path());
    auto *name = dialog->findChild<QLineEdit *>(u"packageName"_s);
    const auto *state = dialog->findChild<QLabel *>(u"packageState"_s);
    name->setText(u"--help"_s);
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE(
        play.until([&] { return state->text().contains(u"not the name of a package"_s); }, u"a refusal"_s));
    name->setText(u"tinytool"_s);
    QTest::keyClick(name, Qt::Key_Return);
    const auto *list = dialog->findChild<QTreeWidget *>(u"packageList"_s);
    REQUIRE(play.pilot.waitFor([&] { return list->topLevelItemCount() == 1; }, u"the package"_s, 60'000));
    CHECK(list->topLevelItem(0)->text(0) == u"tinytool"_s);
    REQUIRE(play.until([&] { return name->isEnabled() && name->text().isEmpty(); }, u"the end"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    play.pilot.window().activateWindow(); // there is no window manager to do it
    REQUIRE(play.until([&] { return play.pilot.window().isActiveWindow(); }, u"the window in front"_s));
    REQUIRE(play.until([&] { return play.item(u"requirements.txt"_s) != nullptr; }, u"requirements.txt"_s));
    play.pilot.typeAnswer(u"import tinytool\nprint('version', tinytool.VERSION)"_s);
    REQUIRE(play.pilot.run());
    INFO(play.pilot.output().toStdString());
    CHECK(play.pilot.output().contains(u"version 1.0"_s));
}
