#pragma once

#include "ui/common/theme.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace studio::ui {

/// One line above the page for what a person should know once: a backup was restored, something could not be
/// saved.
class MessageBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void say(const QString &text); ///< Replaces what was said before.
    void setTheme(const Theme &theme);

private:
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_dismiss;
};

} // namespace studio::ui
