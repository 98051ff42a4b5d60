#pragma once

#include "domain/ports/course_source.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

class QLabel;
class QProgressBar;
class QTabBar;
class QVBoxLayout;

namespace studio::ui {

class Card;
class PlatformCourses;

/// The place Courses: the courses on this computer, adding one from a folder, and those of the platform.
class CoursesPage final : public Page
{
    Q_OBJECT

public:
    explicit CoursesPage(const Services &services, QWidget *parent = nullptr);

    QList<Crumb> crumbs() const override;
    Place place() const override;
    QList<QAction *> pageActions() const override;
    void enter() override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;

    void install(const QString &folder); ///< As after choosing a folder.

private:
    void addPlatform(QVBoxLayout *column);
    void showTab(int index);
    void refresh();
    Card *makeCard(const CourseSummary &summary);
    void chooseFolder();
    void askRemove(const CourseSummary &summary);
    void takeAway(const CourseSummary &summary);
    void tellRemoval(const CourseSummary &summary, const Result<> &done);

    Services m_services;
    Theme m_theme;
    QAction *m_add;
    QLabel *m_message;
    QProgressBar *m_busy;
    QVBoxLayout *m_cards;
    QWidget *m_here;
    QTabBar *m_tabs = nullptr; ///< These two are null without a platform.
    PlatformCourses *m_platform = nullptr;
};

} // namespace studio::ui
