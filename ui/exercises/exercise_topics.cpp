#include "ui/exercises/exercise_topics.h"

#include "domain/ports/clock.h"
#include "domain/ports/forum_platform.h"
#include "domain/ports/forum_store.h"
#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "ui/forum/topic_words.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostRows = 8;

/// A subject on one line, as much of it as there is room for.
class TopicLink final : public QPushButton
{
public:
    TopicLink(const QString &subject, QWidget *parent)
        : QPushButton(subject, parent)
        , m_subject(subject)
    {
        setProperty("link", true);
        setAutoDefault(false);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QPushButton::resizeEvent(event);
        QString text = fontMetrics().elidedText(m_subject, Qt::ElideRight, qMax(0, width() - 20));
        setText(text.replace(u'&', u"&&"_s));
    }

private:
    QString m_subject;
};

} // namespace

ExerciseTopics::ExerciseTopics(const Services &services, QString courseId, QString exerciseId, QAction *ask,
                               QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_courseId(std::move(courseId))
    , m_exerciseId(std::move(exerciseId))
    , m_card(new Card(tr("In the forum"), u"messages-square"_s, this))
    , m_rows(new QVBoxLayout)
    , m_sentence(makeMuted({}, this))
{
    setObjectName(u"exerciseTopics"_s);
    setAccessibleName(tr("What the forum says about this exercise"));
    m_sentence->setObjectName(u"exerciseTopicsSentence"_s);
    m_sentence->setWordWrap(true);
    m_rows->setSpacing(4);
    auto *button = new QPushButton(ask->text(), this);
    button->setObjectName(u"askButton"_s);
    button->setAutoDefault(false);
    button->setToolTip(ask->toolTip());
    button->setAccessibleDescription(ask->shortcut().toString(QKeySequence::NativeText));
    connect(button, &QPushButton::clicked, ask, &QAction::trigger);
    m_card->content()->addWidget(m_sentence);
    m_card->content()->addLayout(m_rows);
    m_card->content()->addWidget(button, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    refresh();
}

void ExerciseTopics::refresh()
{
    whenDone(m_services.forum->topicsOfExercise(m_courseId, m_exerciseId), this,
             [this](const Result<std::vector<ForumTopic>> &topics) {
                 showTopics(topics);
                 whenDone(
                     m_services.forum->writings(), this,
                     [this](const Result<std::vector<ForumWriting>> &writings) { showWaiting(writings); });
             });
}

void ExerciseTopics::showTopics(const Result<std::vector<ForumTopic>> &topics)
{
    m_failed = !topics;
    m_topics = topics.value_or(std::vector<ForumTopic>());
}

void ExerciseTopics::showWaiting(const Result<std::vector<ForumWriting>> &writings)
{
    clear();
    for (const ForumWriting &each : writings.value_or(std::vector<ForumWriting>())) {
        const auto link = each.kind == WritingKind::NewTopic ? exerciseLinkIn(each.text) : std::nullopt;
        if (link && link->courseId == m_courseId && link->itemId == m_exerciseId) {
            addRow(each.subject, sentenceOf(each), u"waiting"_s);
        }
    }
    const QDateTime now = m_services.clock.nowUtc();
    for (std::size_t i = 0; i < m_topics.size() && i < kMostRows; ++i) {
        const ForumTopic &each = m_topics[i];
        const QString line = secondLineOf(each, now);
        addRow(each.subject, each.unread > 0 ? tr("%1 · new").arg(line) : line, u"topic/%1"_s.arg(each.id));
    }
    say();
}

void ExerciseTopics::addRow(const QString &subject, const QString &facts, const QString &itemId)
{
    const QString title = subject.simplified();
    auto *link = new TopicLink(title, this);
    link->setObjectName(u"exerciseTopic"_s);
    link->setToolTip(title);
    link->setAccessibleName(u"%1. %2"_s.arg(title, facts));
    connect(link, &QPushButton::clicked, this, [this, itemId] {
        Q_EMIT placeRequested({u"forum"_s, {}, itemId});
    });
    auto *about = makeMuted(facts, this);
    about->setTextFormat(Qt::PlainText);
    about->setContentsMargins(10, 0, 0, 4);
    m_rows->addWidget(link);
    m_rows->addWidget(about);
}

void ExerciseTopics::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the one whose click led here
        }
        delete item;
    }
}

void ExerciseTopics::say()
{
    const ForumPlatform *platform = m_services.forumPlatform;
    const bool signedIn = platform && platform->abilities().signedIn;
    const bool fetched = platform && platform->pullState().pulledUtc.isValid();
    QString sentence;
    if (m_failed) {
        sentence = tr("The topics could not be read. What you write is kept all the same.");
    } else if (m_rows->count() == 0 && !fetched && !signedIn) {
        sentence
            = tr("No posts of the forum are on this computer yet: sign in to the platform once, then its "
                 "topics about this exercise are here without a network too. A question can be written "
                 "already; it is kept as a draft.");
    } else if (m_rows->count() == 0) {
        sentence = tr("Nobody has asked about this exercise yet. If you are stuck, ask: your answer and what "
                      "came of it are filled in for you.");
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void ExerciseTopics::setTheme(const Theme &theme)
{
    m_card->setTheme(theme);
}

} // namespace studio::ui
