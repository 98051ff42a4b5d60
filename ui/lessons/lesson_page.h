#pragma once

#include "domain/course.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>

#include <memory>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace studio::ui {

class LessonExamples;
class LessonExercises;
class LessonNotes;
class WebView;
class LessonWeb;

/// The place Lesson: the blocks of a lesson in a column, with examples and exercises that work in the flow.
///
/// While it is entered it holds the web view and the sessions of its exercises; leave() saves and lets go of
/// both, so that the exercise's own page may work on the same answer.
class LessonPage final : public Page
{
    Q_OBJECT

public:
    LessonPage(const Services &services, LessonWeb &web, const Place &place, QWidget *parent = nullptr);
    ~LessonPage() override;

    QList<Crumb> crumbs() const override;
    Place place() const override;
    QList<QAction *> pageActions() const override;
    QList<QAction *> allActions() const override;
    QString statusText() const override;
    void enter() override;
    void leave() override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeActions();
    void load();
    void found(std::shared_ptr<const Course> course);
    void showFailure(const QString &sentence);
    void showLesson();
    void letGoOfSessions();
    void sendAppearance();
    void viewMessage(const QJsonObject &message);
    void scrolled(const QJsonObject &message);
    void keepPosition();
    void countTime();
    void updateActions();
    std::optional<Place> neighbour(int by) const;
    void go(int by);

    Services m_services;
    LessonWeb &m_web;
    Place m_place;
    std::shared_ptr<const Course> m_course;
    LessonPosition m_position;
    WebView *m_view = nullptr; ///< Only while entered.
    std::unique_ptr<LessonExercises> m_exercises; ///< As m_view.
    std::unique_ptr<LessonExamples> m_examples; ///< As m_view.
    QVBoxLayout *m_layout;
    LessonNotes *m_notes = nullptr; ///< For lessons of the platform only.
    QWidget *m_notice; ///< Loading and failed states.
    QLabel *m_sentence;
    QPushButton *m_remedy;
    QAction *m_previous;
    QAction *m_next;
    QAction *m_bookmark;
    QAction *m_markRead;
    QTimer m_timeTimer;
    QTimer m_positionTimer; ///< Runs while the person moves through the lesson.
    QTimer m_shortTimer; ///< Runs while a lesson that fits the window is looked at.
    std::optional<double> m_scrolledTo; ///< Not yet handed over.
    QElapsedTimer m_since; ///< Valid while the person reads.
    Theme m_theme;
    int m_zoom = 100;
    bool m_entered = false;
};

} // namespace studio::ui
