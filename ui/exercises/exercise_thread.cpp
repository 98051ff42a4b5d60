#include "ui/exercises/exercise_thread.h"

#include "domain/studio_link.h"
#include "services/question_builder.h"
#include "ui/common/icons.h"
#include "ui/exercises/flow_layout.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/topic_view.h"
#include "ui/widgets/card.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

/// A solution that is quoted gives the same away.
QString unquoted(QString text)
{
    static const QRegularExpression marks(u"^[ \\t]*(?:>[ \\t]?)+"_s, QRegularExpression::MultilineOption);
    return text.remove(marks);
}

Place placeOf(const StudioLink &link)
{
    switch (link.kind) {
    case StudioLink::Kind::Lesson:
        return {u"lesson"_s, link.courseId, link.itemId};
    case StudioLink::Kind::Exercise:
        return {u"exercise"_s, link.courseId, link.itemId};
    case StudioLink::Kind::Topic:
        return {u"forum"_s, {}, u"topic/%1"_s.arg(link.id)};
    case StudioLink::Kind::Post:
        return {u"forum"_s, {}, u"post/%1"_s.arg(link.id)};
    }
    return {};
}

} // namespace

ExerciseThread::ExerciseThread(const ForumParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_desk(parts.desk)
    , m_said(makeMuted({}, this))
    , m_reveal(new QPushButton(tr("Show what is hidden"), this))
    , m_forum(new QPushButton(tr("Open in the forum"), this))
    , m_close(new QToolButton(this))
    , m_view(new TopicView(parts.web, parts.renderer, this))
    , m_reader(new TopicReader(parts.desk, *m_view, this))
{
    setObjectName(u"exerciseThread"_s);
    layOut();
    connectView();
    m_reader->setVeil([this](ForumPost post) { return veiled(std::move(post)); });
    hide();
}

ExerciseThread::~ExerciseThread()
{
    leave();
}

void ExerciseThread::layOut()
{
    m_said->setObjectName(u"threadSaid"_s);
    m_said->hide();
    m_reveal->setObjectName(u"threadReveal"_s);
    m_reveal->setToolTip(tr("A post shows code that solves the exercise"));
    m_forum->setObjectName(u"threadForum"_s);
    m_close->setObjectName(u"threadClose"_s);
    m_close->setAccessibleName(tr("Close the topic"));
    m_close->setToolTip(
        tr("Close the topic (%1)").arg(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)));
    m_close->setMinimumSize(32, 32);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setProperty("quiet", true);
    m_view->setObjectName(u"threadPosts"_s);
    m_view->setMinimumHeight(120);
    for (QPushButton *button : {m_reveal, m_forum}) {
        button->setAutoDefault(false);
    }
    auto *head = new QHBoxLayout; // the subject is the posts' own heading
    auto *line = new QWidget(this);
    auto *buttons = new FlowLayout(line, 8);
    buttons->addWidget(m_forum);
    buttons->addWidget(m_reveal);
    head->addWidget(line, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_said);
    column->addWidget(m_view, 1);
    setTabOrder(m_close, m_forum);
    setTabOrder(m_forum, m_reveal);
    setTabOrder(m_reveal, m_view);
}

void ExerciseThread::connectView()
{
    connect(m_close, &QToolButton::clicked, this, &ExerciseThread::close);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this); // the posts do not hand keys on
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ExerciseThread::close);
    connect(m_forum, &QPushButton::clicked, this, [this] { openInForum(0); });
    connect(m_reveal, &QPushButton::clicked, this, &ExerciseThread::reveal);
    connect(m_reader, &TopicReader::openInPlaygroundRequested, this, &ExerciseThread::codeRequested);
    connect(m_reader, &TopicReader::linkActivated, this,
            [this](const StudioLink &link) { Q_EMIT placeRequested(placeOf(link)); });
    connect(m_reader, &TopicReader::said, this, [this](const QString &sentence) {
        m_said->setText(sentence);
        m_said->show();
    });
    // What is written needs the composer, which is in the forum.
    connect(m_view, &TopicView::replyRequested, this, &ExerciseThread::openInForum);
    connect(m_view, &TopicView::quoteRequested, this, &ExerciseThread::openInForum);
    connect(m_view, &TopicView::writingActionRequested, this, [this] {
        Q_EMIT placeRequested({u"forum"_s, {}, u"waiting"_s});
    });
}

void ExerciseThread::open(const ForumTopic &topic, const QString &solution, bool passed)
{
    m_solution = solution;
    m_hides = !passed;
    m_reveal->hide();
    m_said->hide();
    setAccessibleName(tr("About this exercise: %1").arg(topic.subject.simplified()));
    show();
    if (ForumPlatform *platform = m_desk.platform()) {
        platform->topicOpened(topic.id);
    }
    m_view->setSignedIn(false); // nothing is written here
    m_reader->show(topic);
    m_view->giveFocus();
}

void ExerciseThread::setPassed()
{
    if (m_hides) {
        reveal();
    }
}

void ExerciseThread::reveal()
{
    m_hides = false;
    m_reveal->hide();
    m_reader->refresh();
    if (isVisible() && !m_view->hasFocus()) {
        m_view->giveFocus();
    }
}

void ExerciseThread::close()
{
    const qint64 was = topicId();
    m_reader->clear();
    m_view->showNothing({});
    hide();
    if (was != 0) {
        Q_EMIT closed(was);
    }
}

void ExerciseThread::leave()
{
    m_reader->leave();
}

void ExerciseThread::refresh()
{
    m_reader->refresh();
}

qint64 ExerciseThread::topicId() const
{
    return m_reader->topic() ? m_reader->topic()->id : 0;
}

ForumPost ExerciseThread::veiled(ForumPost post)
{
    post.mayEdit = false;
    post.mayDelete = false;
    if (m_hides && services::givesSolutionAway(unquoted(post.text), m_solution, {})) {
        post.text = tr("This post shows code that solves the exercise. It is hidden until you have passed; "
                       "“Show what is hidden” above shows it now.");
        m_reveal->show();
    }
    return post;
}

void ExerciseThread::openInForum(qint64 postId)
{
    const QString item = postId != 0 ? u"post/%1"_s.arg(postId) : u"topic/%1"_s.arg(topicId());
    Q_EMIT placeRequested({u"forum"_s, {}, item});
}

void ExerciseThread::setTheme(const Theme &theme, const QString &readingFont, bool calm)
{
    m_close->setIcon(icon(u"x"_s, theme.colour(u"text"_s)));
    m_view->setTheme(theme, readingFont, calm);
}

void ExerciseThread::setZoom(int percent)
{
    m_view->setZoom(percent);
}

} // namespace studio::ui
