#pragma once

#include "editor/widget/code_editor.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <catch2/catch.hpp>

#include <ostream>

inline std::ostream &operator<<(std::ostream &out, const QString &text)
{
    return out << '"' << text.toStdString() << '"';
}

namespace Catch {
template<>
struct StringMaker<QString>
{
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};
} // namespace Catch

namespace studio::editor::test {

using namespace Qt::StringLiterals;

/// A shown editor, and hands on its keyboard.
struct Driver
{
    CodeEditor editor;

    explicit Driver(const QString &text = {}, int caret = 0)
    {
        editor.setTheme(theme());
        editor.resize(600, 400);
        editor.show();
        QApplication::setActiveWindow(&editor);
        editor.setFocus();
        editor.setText(text);
        editor.setCaretOffset(caret);
    }

    static CodeTheme theme()
    {
        CodeTheme theme;
        theme.font = QFont(u"DejaVu Sans Mono"_s, 11);
        theme.background = Qt::white;
        theme.text = Qt::black;
        theme.blankBackground = QColor(0xE3EBFD);
        theme.error = Qt::red;
        theme.warning = Qt::darkYellow;
        theme.accent = Qt::blue;
        return theme;
    }

    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(editor.textWidget(), static_cast<Qt::Key>(key), modifiers);
    }

    /// Types as a person does: a line's end is the Return key.
    void type(const QString &text)
    {
        for (const QChar c : text) {
            if (c == u'\n') {
                key(Qt::Key_Return);
            } else {
                QTest::keyClick(editor.textWidget(), c.toLatin1());
            }
        }
    }

    void select(int from, int to)
    {
        editor.setCaretOffset(from);
        for (int i = from; i < to; ++i) {
            key(Qt::Key_Right, Qt::ShiftModifier);
        }
    }

    QString text() const { return editor.text(); }
};

} // namespace studio::editor::test
