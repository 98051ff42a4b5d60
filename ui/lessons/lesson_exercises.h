#pragma once

#include "domain/course.h"
#include "ui/shell/services.h"

#include <QJsonObject>
#include <QObject>

#include <memory>
#include <vector>

namespace studio::ui {

/// The exercises in the flow of one lesson: a session for each, spoken of with the viewer in messages.
/// An exercise of steps only shows how far it is; its steps are done on its own page.
class LessonExercises final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LessonExercises)

public:
    LessonExercises(const Services &services, std::shared_ptr<const Course> course, const Lesson &lesson,
                    QObject *parent = nullptr);
    ~LessonExercises() override;

    void show(); ///< The viewer has just been given the lesson: tells it answers and states.
    bool
    handle(const QJsonObject &message); ///< False when the message is not for an exercise of this lesson.
    void close(); ///< Saves, stops what runs, and says nothing any more; deleted by its owner later.

    bool isWorking() const { return m_active != nullptr; } ///< An exercise has the focus and counts the time.

    void rest(); ///< Nobody is there: no exercise counts time.

Q_SIGNALS:
    void send(const QJsonObject &message);

private:
    struct Item;

    Item *find(const QString &id) const;
    void connectSession(Item &item);
    void connectRun(Item &item);
    void act(Item &item, const QString &type, const QJsonObject &message);
    void setActive(Item *item);
    void tell(const Item &item, const QString &event, QJsonObject message = {});
    void tellAnswer(const Item &item);
    void tellState(const Item &item);
    void tellHints(const Item &item);

    Services m_services;
    std::shared_ptr<const Course> m_course;
    std::vector<std::unique_ptr<Item>> m_items;
    Item *m_active = nullptr;
};

} // namespace studio::ui
