// What an exercise has of the forum: the topics about it, the one that is read, and the way to a question.

#include "domain/when_done.h"
#include "services/question_builder.h"
#include "ui/exercises/exercise_page.h"
#include "ui/exercises/exercise_page_part.h"
#include "ui/exercises/exercise_thread.h"
#include "ui/exercises/exercise_topics.h"
#include "ui/forum/question_wizard.h"

namespace studio::ui {

using namespace Qt::StringLiterals;

void ExercisePage::makeThread(const ForumParts &forum)
{
    m_thread = new ExerciseThread(forum, this);
    connect(m_thread, &ExerciseThread::placeRequested, this, &Page::placeRequested);
    connect(m_thread, &ExerciseThread::codeRequested, this, &Page::codeRequested);
    connect(m_thread, &ExerciseThread::closed, this, [this](qint64 topicId) {
        if (m_entered && m_parts[static_cast<std::size_t>(m_current)]->topics) {
            m_parts[static_cast<std::size_t>(m_current)]->topics->focusTopic(topicId);
        }
    });
}

void ExercisePage::readTopic(const ForumTopic &topic)
{
    if (!m_thread) {
        Q_EMIT placeRequested({u"forum"_s, {}, u"topic/%1"_s.arg(topic.id)});
        return;
    }
    const Part &part = *m_parts[static_cast<std::size_t>(m_current)];
    m_thread->open(topic, part.exercise->solution, part.session->progress().passed);
}

void ExercisePage::forumChanged()
{
    if (m_thread) {
        m_thread->refresh();
    }
    for (const auto &part : m_parts) {
        if (part->topics) {
            part->topics->refresh();
        }
    }
}

void ExercisePage::ask()
{
    if (m_parts.empty()) {
        return;
    }
    Part &part = *m_parts[static_cast<std::size_t>(m_current)];
    part.session->document().saveNow();
    AskedQuestion question;
    question.question = services::questionAbout(
        m_course->id, *part.exercise, part.session->document().document().text, part.lastTry->lastTry());
    question.solution = part.exercise->solution;
    whenDone(part.session->attempts(), this,
             [this, question](const Result<std::vector<Attempt>> &attempts) mutable {
                 for (const Attempt &each : attempts.value_or(std::vector<Attempt>())) {
                     if (each.outcome == Outcome::Passed) {
                         question.passed.push_back(each.answer);
                     }
                 }
                 Q_EMIT askRequested(question);
             });
}

} // namespace studio::ui
