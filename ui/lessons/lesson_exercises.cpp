#include "ui/lessons/lesson_exercises.h"

#include "domain/completion.h"
#include "services/exercise_session.h"
#include "text/verdict_text.h"
#include "ui/lessons/lesson_answer.h"
#include "ui/lessons/lesson_hints.h"
#include "ui/lessons/verdict_json.h"
#include "ui/web/output_buffer.h"

#include <QJsonArray>
#include <QLoggingCategory>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::ExerciseSession;

namespace {

Q_LOGGING_CATEGORY(lcExercises, "studio.ui.lesson_exercises")

constexpr int kLongestLine = 64 * 1024;

} // namespace

struct LessonExercises::Item
{
    std::shared_ptr<const Exercise> exercise;
    std::unique_ptr<ExerciseSession> session; ///< Null for steps.
    OutputBuffer output;
    bool open = false;
};

LessonExercises::LessonExercises(const Services &services, std::shared_ptr<const Course> course,
                                 const Lesson &lesson, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_course(std::move(course))
{
    const ExerciseSession::Parts parts{services.runner, services.grader, services.progress, services.store,
                                       services.clock};
    for (const auto &exercise : exercisesOf(lesson)) {
        auto item = std::make_unique<Item>();
        item->exercise = exercise;
        if (exercise->kind != ExerciseKind::Steps) {
            item->session = std::make_unique<ExerciseSession>(parts, m_course, exercise);
            connectSession(*item);
            connectRun(*item);
        }
        m_items.push_back(std::move(item));
    }
    for (const auto &item : m_items) {
        if (item->session) {
            item->session->open();
        }
    }
}

LessonExercises::~LessonExercises()
{
    rest();
}

void LessonExercises::show()
{
    for (const auto &item : m_items) {
        if (item->open) {
            tellAnswer(*item);
            tellHints(*item);
        }
        tellState(*item);
    }
}

bool LessonExercises::handle(const QJsonObject &message)
{
    const QString type = message.value("type"_L1).toString();
    const QString id = message.value("id"_L1).toString();
    if (type == "focus"_L1) {
        setActive(find(id));
        return true;
    }
    static const QStringList types
        = {u"answer"_s, u"parsons"_s, u"run"_s, u"stop"_s, u"input"_s, u"endInput"_s, u"check"_s, u"hint"_s};
    Item *item = types.contains(type) ? find(id) : nullptr;
    if (!item || !item->session || !item->open) {
        return false;
    }
    act(*item, type, message);
    return true;
}

void LessonExercises::close()
{
    rest();
    disconnect(this, &LessonExercises::send, nullptr, nullptr);
    for (const auto &item : m_items) {
        if (item->open) {
            item->session->stop();
            item->session->document().saveNow();
        }
    }
}

void LessonExercises::rest()
{
    setActive(nullptr);
}

LessonExercises::Item *LessonExercises::find(const QString &id) const
{
    for (const auto &item : m_items) {
        if (item->exercise->id == id) {
            return item.get();
        }
    }
    return nullptr;
}

void LessonExercises::connectSession(Item &item)
{
    Item *each = &item;
    ExerciseSession *session = item.session.get();
    connect(session, &ExerciseSession::opened, this, [this, each] {
        each->open = true;
        tellAnswer(*each);
        tellState(*each);
        tellHints(*each);
    });
    connect(session, &ExerciseSession::textReplaced, this, [this, each] { tellAnswer(*each); });
    connect(session, &ExerciseSession::progressChanged, this, [this, each] { tellState(*each); });
    connect(session, &ExerciseSession::hintsChanged, this, [this, each] { tellHints(*each); });
    connect(session, &ExerciseSession::checkStarted, this, [this, each] {
        tellState(*each);
        tell(*each, u"checking"_s, {{u"text"_s, tr("Checking…")}});
    });
    connect(session, &ExerciseSession::checkProgressed, this, [this, each](int done, int inAll) {
        tell(*each, u"checking"_s, {{u"text"_s, tr("Checking… %1 of %2 cases").arg(done).arg(inAll)}});
    });
    connect(session, &ExerciseSession::checked, this, [this, each](const Verdict &verdict) {
        const QString answer = each->session->document().document().text;
        tell(*each, u"verdict"_s, {{u"verdict"_s, verdictJson(*each->exercise, verdict, answer)}});
        tellState(*each);
        tellHints(*each);
    });
}

void LessonExercises::connectRun(Item &item)
{
    Item *each = &item;
    ExerciseSession *session = item.session.get();
    connect(session, &ExerciseSession::runStarted, this, [this, each] {
        each->output.begin();
        tell(*each, u"started"_s);
        tellState(*each);
    });
    connect(session, &ExerciseSession::output, &item.output, &OutputBuffer::add);
    connect(&item.output, &OutputBuffer::text, this, [this, each](RunStream stream, const QString &text) {
        tell(*each, u"output"_s, {{u"stream"_s, toString(stream)}, {u"text"_s, text}});
    });
    connect(session, &ExerciseSession::inputRequested, this, [this, each] {
        each->output.flush();
        tell(*each, u"ask"_s);
    });
    connect(session, &ExerciseSession::runFinished, this, [this, each](const RunResult &result) {
        each->output.flush();
        tell(*each, u"finished"_s,
             {{u"summary"_s, text::describe(result)},
              {u"failed"_s, !cameToItsEnd(result)},
              {u"line"_s, result.error ? result.error->line : 0}});
        tellState(*each);
    });
}

void LessonExercises::act(Item &item, const QString &type, const QJsonObject &message)
{
    ExerciseSession &session = *item.session;
    const bool busy = session.isRunning() || session.isChecking();
    if (type == "answer"_L1) {
        if (const auto answer = answerFrom(*item.exercise, message.value("answer"_L1))) {
            session.document().setText(*answer, 0);
        } else {
            qCWarning(lcExercises) << "an answer for" << item.exercise->id << "made no sense and was dropped";
        }
    } else if (type == "parsons"_L1) {
        const auto answer = parsonsStep(*item.exercise, session.document().document().text,
                                        message.value("op"_L1).toString(),
                                        message.value("index"_L1).toInt(-1), message.value("by"_L1).toInt());
        if (answer) {
            session.document().setText(*answer, 0);
        }
        tellAnswer(item);
    } else if (type == "run"_L1 && !busy) {
        session.run();
    } else if (type == "check"_L1 && !busy && !session.attemptsUsedUp()) {
        session.check();
    } else if (type == "stop"_L1) {
        session.stop();
    } else if (type == "input"_L1) {
        session.sendInput(message.value("line"_L1).toString().left(kLongestLine));
    } else if (type == "endInput"_L1) {
        session.endInput();
    } else if (type == "hint"_L1) {
        const int index = message.value("index"_L1).toInt(-1);
        if (index >= 0 && index < static_cast<int>(item.exercise->hints.size())) {
            session.openHint(index);
        }
    }
}

void LessonExercises::setActive(Item *item)
{
    Item *next = item && item->session ? item : nullptr;
    if (next == m_active) {
        return;
    }
    if (m_active) {
        m_active->session->setActive(false);
    }
    m_active = next;
    if (m_active) {
        m_active->session->setActive(true);
    }
}

void LessonExercises::tell(const Item &item, const QString &event, QJsonObject message)
{
    message.insert(u"type"_s, u"exercise"_s);
    message.insert(u"id"_s, item.exercise->id);
    message.insert(u"event"_s, event);
    Q_EMIT send(message);
}

void LessonExercises::tellAnswer(const Item &item)
{
    tell(item, u"answer"_s,
         {{u"answer"_s, answerJson(*item.exercise, item.session->document().document().text)}});
}

void LessonExercises::tellState(const Item &item)
{
    const CourseProgress progress = m_services.progress.course(m_course->id);
    if (!item.session) {
        QJsonArray steps;
        for (const auto &step : std::get<StepsSpec>(item.exercise->spec).steps) {
            steps.append(QJsonObject{{u"title"_s, step->title}, {u"passed"_s, isPassed(*step, progress)}});
        }
        return tell(item, u"state"_s,
                    {{u"passed"_s, isPassed(*item.exercise, progress)}, {u"steps"_s, steps}});
    }
    const ExerciseSession &session = *item.session;
    const ExerciseProgress own = session.progress();
    QString attempts;
    if (session.attemptsUsedUp()) {
        attempts = tr("No attempts left");
    } else if (item.exercise->maxAttempts) {
        attempts = tr("%1 of %2 attempts left")
                       .arg(*item.exercise->maxAttempts - own.attempts)
                       .arg(*item.exercise->maxAttempts);
    }
    tell(item, u"state"_s,
         {{u"passed"_s, own.passed},
          {u"busy"_s, session.isRunning() || session.isChecking()},
          {u"locked"_s, !item.open || session.isChecking()},
          {u"canCheck"_s, item.open && !session.attemptsUsedUp()},
          {u"attempts"_s, attempts}});
}

void LessonExercises::tellHints(const Item &item)
{
    tell(item, u"hints"_s, {{u"hints"_s, hintsJson(*item.exercise, *item.session)}});
}

} // namespace studio::ui
