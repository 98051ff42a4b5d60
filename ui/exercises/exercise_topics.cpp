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

#include <algorithm>

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
    , m_ask(new QPushButton(ask->text(), this))
{
    setObjectName(u"exerciseTopics"_s);
    setAccessibleName(tr("What the forum says about this exercise"));
    m_sentence->setObjectName(u"exerciseTopicsSentence"_s);
    m_sentence->setWordWrap(true);
    m_rows->setSpacing(4);
    m_ask->setObjectName(u"askButton"_s);
    m_ask->setAutoDefault(false);
    m_ask->setToolTip(ask->toolTip());
    m_ask->setAccessibleDescription(ask->shortcut().toString(QKeySequence::NativeText));
    connect(m_ask, &QPushButton::clicked, ask, &QAction::trigger);
    m_card->content()->addWidget(m_sentence);
    m_card->content()->addLayout(m_rows);
    m_card->content()->addWidget(m_ask, 0, Qt::AlignLeft);
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
    std::vector<Row> rows;
    for (const ForumWriting &each : writings.value_or(std::vector<ForumWriting>())) {
        const auto link = each.kind == WritingKind::NewTopic ? exerciseLinkIn(each.text) : std::nullopt;
        if (link && link->courseId == m_courseId && link->itemId == m_exerciseId) {
            rows.push_back({each.subject.simplified(), sentenceOf(each), 0});
        }
    }
    const QDateTime now = m_services.clock.nowUtc();
    for (std::size_t i = 0; i < m_topics.size() && i < kMostRows; ++i) {
        const ForumTopic &each = m_topics[i];
        const QString line = secondLineOf(each, now);
        rows.push_back(
            {each.subject.simplified(), each.unread > 0 ? tr("%1 · new").arg(line) : line, each.id});
    }
    if (rows != m_shown) { // the same rows keep the focus
        clear();
        m_shown = rows;
        for (const Row &each : m_shown) {
            addRow(each);
        }
    }
    say();
}

void ExerciseTopics::addRow(const Row &row)
{
    auto *link = new TopicLink(row.subject, this);
    link->setObjectName(u"exerciseTopic"_s);
    link->setToolTip(row.subject);
    link->setAccessibleName(u"%1. %2"_s.arg(row.subject, row.facts));
    link->setProperty("topic", row.topicId);
    connect(link, &QPushButton::clicked, this, [this, id = row.topicId] { choose(id); });
    auto *about = makeMuted(row.facts, this);
    about->setTextFormat(Qt::PlainText);
    about->setContentsMargins(10, 0, 0, 4);
    m_rows->addWidget(link);
    m_rows->addWidget(about);
}

void ExerciseTopics::choose(qint64 topicId)
{
    const auto found = std::find_if(m_topics.begin(), m_topics.end(),
                                    [topicId](const ForumTopic &each) { return each.id == topicId; });
    if (found != m_topics.end()) {
        Q_EMIT topicRequested(ForumTopic(*found)); // the list may be read again meanwhile
    } else {
        Q_EMIT placeRequested({u"forum"_s, {}, u"waiting"_s});
    }
}

void ExerciseTopics::focusTopic(qint64 topicId)
{
    for (auto *link : findChildren<QPushButton *>(u"exerciseTopic"_s)) {
        if (link->property("topic").toLongLong() == topicId) {
            return link->setFocus(Qt::OtherFocusReason);
        }
    }
    m_ask->setFocus(Qt::OtherFocusReason);
}

void ExerciseTopics::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setObjectName({});
            widget->deleteLater(); // it may be the one whose click led here
        }
        delete item;
    }
}

void ExerciseTopics::say()
{
    const ForumPlatform *platform = m_services.forumPlatform;
    const bool signedIn = m_services.platform && m_services.platform->account();
    const bool fetched = platform && platform->pullState().pulledUtc.isValid();
    QString sentence;
    if (m_failed) {
        sentence = tr("The topics could not be read. What you write is kept all the same.");
    } else if (m_shown.empty() && !fetched && !signedIn) {
        sentence
            = tr("No posts of the forum are on this computer yet: sign in to the platform once, then its "
                 "topics about this exercise are here without a network too. A question can be written "
                 "already; it is kept as a draft.");
    } else if (m_shown.empty()) {
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
