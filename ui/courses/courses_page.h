#pragma once

#include "domain/ports/course_source.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace studio::ui {

class Card;

/// The place Courses: the courses on this computer, and adding one from a folder.
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
    void refresh();
    Card *makeCard(const CourseSummary &summary);
    void chooseFolder();
    void askRemove(const CourseSummary &summary);

    Services m_services;
    Theme m_theme;
    QAction *m_add;
    QLabel *m_message;
    QProgressBar *m_busy;
    QVBoxLayout *m_cards;
};

} // namespace studio::ui
