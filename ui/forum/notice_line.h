#pragma once

#include "ui/common/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace studio::ui {

/// A line that says what was just done, with the one thing to do about it: to undo it. Stays until it is
/// closed, acted on, or replaced.
class NoticeLine final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeLine)

public:
    explicit NoticeLine(QWidget *parent = nullptr);

    /// `action` empty: the line only says it.
    void say(const QString &sentence, const QString &actionText = {},
             const std::function<void()> &action = {});
    void setTheme(const Theme &theme);

private:
    QLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
    std::function<void()> m_action;
};

} // namespace studio::ui
