#pragma once

#include "domain/course.h"
#include "domain/forum.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

#include <memory>
#include <vector>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace studio::services {
class ExerciseSession;
} // namespace studio::services

namespace studio::ui {

class ExerciseThread;
class ExerciseTopics;
class ExerciseWorkbench;
struct ForumParts;
class HintCards;
class LastTryWatch;
struct AskedQuestion;
class RichTextView;
class WorkSplit;

/// The place Exercise: the task on one side, the workbench on the other. For an exercise of steps, one step
/// at a time.
class ExercisePage final : public Page
{
    Q_OBJECT

public:
    /// `forum`: to read topics beside the exercise; null: they open in the place Forum.
    ExercisePage(const Services &services, const Place &place, const ForumParts *forum = nullptr,
                 QWidget *parent = nullptr);
    ~ExercisePage() override;

    QList<Crumb> crumbs() const override;
    Place place() const override;
    QList<QAction *> pageActions() const override;
    QList<QAction *> allActions() const override;
    QString statusText() const override;
    void enter() override;
    void leave() override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;

    void forumChanged(); ///< What it shows of the forum is read again.

Q_SIGNALS:
    void askRequested(const studio::ui::AskedQuestion &asked); ///< The wizard for a question.

private:
    /// One exercise, or one step of it, that is open.
    struct Part;

    void load();
    void build();
    void showFailure(const QString &sentence);
    QWidget *makeReading(Part &part);
    QWidget *makeStepBar();
    void makeThread(const ForumParts &forum);
    void readTopic(const ForumTopic &topic);
    void showPart(int index);
    void updateHints(Part &part);
    void updateSteps();
    std::optional<Place> neighbour(int by) const;
    QString titleOf(const Place &place) const;
    void go(int by);
    void ask();

    Services m_services;
    Place m_place;
    std::shared_ptr<const Course> m_course;
    std::shared_ptr<const Exercise> m_exercise; ///< The whole one, also when a step is shown.
    std::vector<std::unique_ptr<Part>> m_parts;
    int m_current = 0;
    QVBoxLayout *m_layout;
    QStackedWidget *m_readings = nullptr;
    QStackedWidget *m_workbenches = nullptr;
    WorkSplit *m_split = nullptr;
    ExerciseThread *m_thread = nullptr; ///< Null without a forum. In m_split once that is there.
    QLabel *m_message;
    QList<QToolButton *> m_stepButtons;
    QAction *m_next;
    QAction *m_previous;
    QAction *m_ask;
    Theme m_theme;
    int m_zoom = 100;
    bool m_entered = false;
};

} // namespace studio::ui
