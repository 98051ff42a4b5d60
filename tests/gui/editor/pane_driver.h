#pragma once

#include "services/output_spool.h"
#include "ui/widgets/output_pane.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QWidget>

#include "editor_driver.h"

namespace studio::ui {

using namespace Qt::StringLiterals;

/// A shown output pane with its own folder for what it puts on the disk, and a person's hands on it.
struct Pane
{
    QTemporaryDir folder;
    QWidget window;
    OutputPane *pane;
    QPlainTextEdit *view;
    QLineEdit *input;

    explicit Pane(const services::SpoolLimits &limits = {}, const QString &where = {})
        : pane(new OutputPane(
            std::make_unique<services::OutputSpool>(where.isEmpty() ? folder.path() : where, limits),
            &window))
        , view(pane->findChild<QPlainTextEdit *>(u"outputText"_s))
        , input(pane->findChild<QLineEdit *>(u"inputLine"_s))
    {
        window.resize(640, 320);
        pane->resize(640, 320);
        pane->setTheme(editor::test::Driver::theme());
        pane->setOwnFile(u"main.py"_s);
        window.show();
        QApplication::setActiveWindow(&window);
    }

    void out(const QByteArray &bytes) const { pane->append(RunStream::Out, bytes); }

    void err(const QByteArray &bytes) const { pane->append(RunStream::Err, bytes); }

    /// Prints these numbers, one a line.
    void numbers(int from, int to) const
    {
        QByteArray lines;
        for (int i = from; i < to; ++i) {
            lines += QByteArray::number(i) + '\n';
        }
        out(lines);
    }

    /// Until all lines that are kept are in the view.
    void settle() const
    {
        const auto same = [this] { return copied().trimmed() == pane->plainText().trimmed(); };
        REQUIRE(QTest::qWaitFor(same, 20'000));
    }

    /// What can be seen, once it has been painted; words for the screen reader are in it.
    QString shown() const
    {
        const QString expected = pane->plainText().trimmed().section(u'\n', -1);
        REQUIRE(QTest::qWaitFor([&] { return view->toPlainText().contains(expected); }));
        return view->toPlainText();
    }

    /// Of everything, as a person would copy it; the caret and the place stay.
    QString copied() const
    {
        const QTextCursor before = view->textCursor();
        const int place = view->verticalScrollBar()->value();
        view->selectAll();
        view->copy();
        view->setTextCursor(before);
        view->verticalScrollBar()->setValue(place);
        return QApplication::clipboard()->text();
    }

    template<typename Widget>
    Widget *child(const QString &name) const
    {
        auto *found = pane->findChild<Widget *>(name);
        REQUIRE(found);
        return found;
    }
};

} // namespace studio::ui
