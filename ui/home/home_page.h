#pragma once

#include "domain/ports/course_source.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace studio::ui {

class Card;
class SyncButton;

/// The place Home: go on where you stopped, this week, the courses in short.
class HomePage final : public Page
{
    Q_OBJECT

public:
    explicit HomePage(const Services &services, QWidget *parent = nullptr);

    QList<Crumb> crumbs() const override;
    Place place() const override;
    void enter() override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;

private:
    void refresh();
    void showGreeting();
    void showGoOn();
    void showCourse(const LoadedCourse &loaded, const Place &place);
    void showNewcomer();
    void showWeek();
    void showCourses();
    void showForum();

    Services m_services;
    Theme m_theme;
    QLabel *m_greeting;
    SyncButton *m_sync = nullptr; ///< Null without a platform.
    QPushButton *m_forum = nullptr; ///< Null without a forum.
    Card *m_goOn;
    QLabel *m_above;
    QLabel *m_title;
    QLabel *m_where;
    QProgressBar *m_bar;
    QPushButton *m_button;
    Card *m_week;
    QWidget *m_squares;
    QLabel *m_weekText;
    Card *m_courses;
    QVBoxLayout *m_courseRows;
    Place m_target; ///< Where the button leads.
};

} // namespace studio::ui
