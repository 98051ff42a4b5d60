#pragma once

#include "domain/ports/course_source.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace studio::ui {

class ProgressStrip;

/// The place Course: its syllabus with what is done, its licence and authors, and its problems if it has
/// some.
class CoursePage final : public Page
{
    Q_OBJECT

public:
    CoursePage(const Services &services, const Place &place, QWidget *parent = nullptr);

    QList<Crumb> crumbs() const override;
    Place place() const override;
    void enter() override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;

private:
    void show(const Result<LoadedCourse> &loaded);
    void fill();
    void addLesson(QTreeWidgetItem *section, const Lesson &lesson, const CourseProgress &progress);
    void open(const QTreeWidgetItem *item);

    Services m_services;
    Place m_place;
    Theme m_theme;
    std::shared_ptr<const Course> m_course;
    QLabel *m_title;
    QLabel *m_summary;
    ProgressStrip *m_strip;
    QTreeWidget *m_tree;
    QLabel *m_about;
    QLabel *m_problems;
};

} // namespace studio::ui
