#pragma once

#include "domain/progress.h"
#include "ui/common/theme.h"

#include <QFrame>

#include <vector>

class QLabel;
class QMenu;
class QToolButton;

namespace studio::ui {

/// The places at the edge of the window, each an icon and a word, and the avatar with its menu.
class Rail final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rail)

public:
    struct Entry
    {
        QString page; ///< As in Place.
        QString title;
        QString icon;
        QKeySequence key;
        bool atBottom = false;
    };

    Rail(const std::vector<Entry> &entries, QMenu *menu, QWidget *parent = nullptr);

    void setCurrent(const QString &page); ///< Lesson, exercise and course pages belong to Courses.
    void setProfile(const QString &name);
    void setTheme(const Theme &theme);
    /// A number at the icon of a page; `spoken` says it to the screen reader. 0: none.
    void setCount(const QString &page, int count, const QString &spoken);

Q_SIGNALS:
    void chosen(const studio::Place &place);

private:
    struct Button
    {
        Entry entry;
        QToolButton *button;
        QLabel *count;
    };

    std::vector<Button> m_buttons;
    QToolButton *m_avatar;
    Theme m_theme;
};

} // namespace studio::ui
