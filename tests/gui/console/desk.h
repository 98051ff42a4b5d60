#pragma once

#include "editor/widget/code_editor.h"
#include "runner/host/worker_runner.h"
#include "support/runner_path.h"
#include "ui/common/theme.h"
#include "ui/console/console_panel.h"
#include "ui/console/variables_model.h"
#include "ui/console/variables_panel.h"
#include "ui/widgets/output_pane.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

namespace studio::test {

using namespace Qt::StringLiterals;

/// Both panels in a window, over a real worker, used by the keyboard.
class Desk final
{
public:
    Desk()
        : m_runner(workerPath())
        , console(new ui::ConsolePanel([this] { return m_runner.run(request({})); }, &window))
        , variables(new ui::VariablesPanel(&window))
        , after(new QLineEdit(&window))
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(console);
        column->addWidget(variables);
        column->addWidget(after);
        QObject::connect(console, &ui::ConsolePanel::consoleChanged, variables,
                         &ui::VariablesPanel::setConsole);
        QObject::connect(console, &ui::ConsolePanel::settled, variables, &ui::VariablesPanel::refresh);
        window.resize(900, 700);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        console->setFocus(Qt::TabFocusReason);
    }

    /// A program, run to its end.
    void run(const QString &code)
    {
        m_run = m_runner.run(request(code));
        console->follow(m_run.get());
        bool ended = false;
        QObject::connect(m_run.get(), &Run::finished, console, [&ended] { ended = true; });
        REQUIRE(QTest::qWaitFor([&ended] { return ended; }, 20'000));
        m_run.reset();
    }

    /// Key by key; a line end is Return.
    static void type(const QString &text)
    {
        for (const QChar c : text) {
            press(c == u'\n' ? Qt::Key_Return : Qt::Key_unknown, Qt::NoModifier, c);
        }
    }

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}, QChar c = {})
    {
        QWidget *focus = QApplication::focusWidget();
        REQUIRE(focus);
        if (key == Qt::Key_unknown) {
            QTest::keyClick(focus, c.toLatin1());
        } else {
            QTest::keyClick(focus, key, modifiers);
        }
    }

    QString output() const { return console->findChild<ui::OutputPane *>()->plainText(); }

    QString input() const { return console->editor().text(); }

    bool says(const QString &text) const
    {
        const bool found = QTest::qWaitFor([&] { return output().contains(text); }, 20'000);
        INFO(output().toStdString());
        CHECK(found);
        return found;
    }

    bool settles() const
    {
        return QTest::qWaitFor([this] { return console->console() && !console->console()->isBusy(); },
                               20'000);
    }

    static RunRequest request(const QString &code)
    {
        RunRequest made;
        made.code = code;
        made.fileName = u"main.py"_s;
        made.keepForConsole = true;
        made.limits = RunLimits::forProgram();
        return made;
    }

private:
    runner::WorkerRunner m_runner;
    std::unique_ptr<Run> m_run;

public:
    QWidget window;
    ui::ConsolePanel *console;
    ui::VariablesPanel *variables;
    QLineEdit *after; ///< The next control of the window.
};

} // namespace studio::test
