#include "topic_room.h"

#include "content/forum/post_renderer.h"
#include "ui/common/theme.h"
#include "ui/web/web_engine.h"
#include "ui/web/web_view.h"

#include <QCoreApplication>
#include <QTest>
#include <QVBoxLayout>
#include <QWebEngineView>

#include <catch2/catch.hpp>

#include <algorithm>

#include "web_page_probe.h"

namespace studio::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kTopic = 7;
constexpr int kFirstId = 1000;

} // namespace

void prepareEngine(bool screenReader)
{
    static const bool done = [screenReader] {
        ui::registerStudioScheme();
        ui::prepareWebEngine({.screenReader = screenReader});
        return true;
    }();
    Q_UNUSED(done)
}

QString shareFolder()
{
    return QCoreApplication::applicationDirPath() % u"/../share/learning-studio"_s;
}

ForumPost postOf(int index, const QString &text)
{
    ForumPost post;
    post.id = kFirstId + index;
    post.topicId = kTopic;
    post.position = index + 1;
    post.author.id = 5 + index % 7;
    post.author.name = u"Mira"_s;
    post.text = text;
    post.createdUtc = QDateTime::currentDateTimeUtc().addDays(-30).addSecs(index);
    post.updatedUtc = post.createdUtc;
    return post;
}

TopicRoom::TopicRoom(std::vector<ForumPost> all, int openAt, int width, Qt::LayoutDirection direction)
    : posts(std::move(all))
    , m_host(shareFolder())
    , m_web(m_host)
    , m_renderer(content::makePostRenderer(QUrl(u"https://learn.example.org"_s)))
{
    prepareEngine();
    m_window.setLayoutDirection(direction);
    m_window.resize(width, 700);
    auto *layout = new QVBoxLayout(&m_window);
    layout->setContentsMargins(0, 0, 0, 0);
    m_view = std::make_unique<ui::TopicView>(m_web, *m_renderer);
    layout->addWidget(m_view.get());
    m_view->setTheme(*ui::loadTheme(shareFolder() % u"/themes/light.json"_s), u"inter"_s, true);
    m_view->setSignedIn(true);
    QObject::connect(m_view.get(), &ui::TopicView::windowWanted, m_view.get(), [this](int first, int count) {
        ++windows;
        longestWindow = std::max(longestWindow, count);
        m_view->setWindow(windowOf(first, count));
    });
    QObject::connect(m_view.get(), &ui::TopicView::windowShown, m_view.get(), [this](int first, int count) {
        m_first = first;
        m_count = count;
    });
    ForumTopic topic;
    topic.id = kTopic;
    topic.forumId = 3;
    topic.subject = u"Why is the last item missing?"_s;
    topic.author.name = u"Mira"_s;
    topic.posts = static_cast<int>(posts.size());
    topic.loaded = topic.posts;
    m_view->showTopic(topic, u"Basics"_s, {}, openAt);
    m_window.show();
    m_window.activateWindow();
    REQUIRE(spinUntil([this] { return m_view->webView() && m_view->webView()->webView() && m_count > 0; }));
    REQUIRE(until(u"document.fonts.status === 'loaded' && document.querySelectorAll('.post').length > 0"_s));
}

TopicRoom::~TopicRoom()
{
    m_view.reset();
}

QWebEngineView &TopicRoom::web() const
{
    return *m_view->webView()->webView();
}

QWebEnginePage &TopicRoom::page() const
{
    return *web().page();
}

void TopicRoom::resend()
{
    m_view->setWindow(windowOf(m_first, m_count));
}

QVariant TopicRoom::js(const QString &script) const
{
    return evaluate(page(), script);
}

bool TopicRoom::until(const QString &condition) const
{
    return waitUntil(page(), condition);
}

bool TopicRoom::goTo(int index)
{
    const qint64 id = posts[static_cast<std::size_t>(index)].id;
    m_view->scrollToPost(id, index);
    return until(u"(() => { const r = document.querySelector('[data-post=\"%1\"]')?.getBoundingClientRect();"
                 "return r && r.bottom > 0 && r.top < innerHeight; })()"_s.arg(id));
}

PostWindow TopicRoom::windowOf(int first, int count) const
{
    PostWindow window;
    window.topicId = kTopic;
    window.total = static_cast<int>(posts.size());
    window.first = std::clamp(first, 0, window.total);
    const auto unread
        = std::find_if(posts.begin(), posts.end(), [](const ForumPost &each) { return each.unread; });
    window.firstUnread = unread == posts.end() ? -1 : static_cast<int>(unread - posts.begin());
    const auto from = posts.begin() + window.first;
    window.posts.assign(from, from + std::min(count, window.total - window.first));
    return window;
}

} // namespace studio::tests
