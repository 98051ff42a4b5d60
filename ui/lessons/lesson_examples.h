#pragma once

#include "domain/course.h"
#include "ui/shell/services.h"

#include <QJsonObject>
#include <QObject>

#include <memory>
#include <vector>

namespace studio::ui {

/// The runnable examples of one lesson: their changed texts, which are kept, and their runs, which are not.
/// Speaks with the viewer in messages; deleting it stops what runs.
class LessonExamples final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LessonExamples)

public:
    LessonExamples(const Services &services, const Course &course, const Lesson &lesson,
                   QObject *parent = nullptr);
    ~LessonExamples() override;

    void show(); ///< The viewer has just been given the lesson: tells it the changed texts.
    bool handle(const QJsonObject &message); ///< False when the message is not for an example of this lesson.
    void close(); ///< Saves, stops what runs, and says nothing any more; deleted by its owner later.

Q_SIGNALS:
    void send(const QJsonObject &message);

private:
    struct Example;

    Example *find(const QString &id) const;
    void run(Example &example, const QString &code);
    void tell(const Example &example, QJsonObject message);
    void tellText(const Example &example);

    Services m_services;
    std::vector<std::unique_ptr<Example>> m_examples;
};

} // namespace studio::ui
