#pragma once

#include <QColor>
#include <QString>

namespace studio::ui {

/// How code looks inside of an explanation.
struct CodeLook
{
    QString family;
    QColor colour;
    QColor background;
};

/// Code for a QLabel, its spaces and line ends kept, without the code font's ligatures: a learner has to see
/// the two characters of `!=`, since these are what is typed. All of it is escaped.
QString codeHtml(const QString &code, const CodeLook &look);

/// An explanation's text for a QLabel: `code` and indented lines in the code's font, paragraphs, and nothing
/// else. All of the text is escaped: it comes from the learner's process.
QString explanationHtml(const QString &text, const CodeLook &look);

} // namespace studio::ui
