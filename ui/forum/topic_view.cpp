#include "ui/forum/topic_view.h"

#include "domain/ports/post_renderer.h"
#include "ui/forum/forum_web.h"
#include "ui/forum/topic_json.h"
#include "ui/forum/topic_texts.h"
#include "ui/web/code_tokens.h"
#include "ui/web/output_buffer.h"
#include "ui/web/web_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestCode = 1024 * 1024;
constexpr qsizetype kLongestColoured = 256 * 1024;
constexpr int kMostWanted = 500; ///< Posts asked for at once.
constexpr int kSayFor = 4'000; // ms

std::optional<TopicView::WritingAction> actionFrom(const QString &name)
{
    using Action = TopicView::WritingAction;
    static const QHash<QString, Action> known = {{u"edit"_s, Action::Edit},
                                                 {u"sendAgain"_s, Action::SendAgain},
                                                 {u"takeBack"_s, Action::TakeBack},
                                                 {u"throwAway"_s, Action::TakeBack},
                                                 {u"compare"_s, Action::Compare}};
    const auto found = known.constFind(name);
    return found == known.cend() ? std::nullopt : std::optional(*found);
}

QString keyOf(const ForumWriting &writing)
{
    return u"%1-%2-%3"_s.arg(writing.seq)
        .arg(writing.conflictId)
        .arg(QString::fromLatin1(writing.operationId.toHex()));
}

qint64 idIn(const QJsonObject &message)
{
    return message.value("id"_L1).toInteger();
}

} // namespace

class TopicView::Content final
{
public:
    enum class Sort { Nothing, Topic, Text };

    Sort sort = Sort::Nothing;
    QJsonObject show; ///< Of Nothing and Text.
    TopicHead head;
    int openAt = -1;
    int keep = 0; ///< Index of the post that the last question was about.
    std::vector<ForumWriting> writings;
    QStringList sentences;
    QHash<qint64, ForumPost> posts; ///< What was given since the topic was opened, without those long gone.
};

TopicView::TopicView(ForumWeb &web, const PostRenderer &renderer, QWidget *parent)
    : QWidget(parent)
    , m_web(web)
    , m_renderer(renderer)
    , m_layout(new QVBoxLayout(this))
    , m_content(new Content)
    , m_sayTimer(new QTimer(this))
{
    setObjectName(u"topicView"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_sayTimer->setSingleShot(true);
    m_sayTimer->setInterval(kSayFor);
    connect(m_sayTimer, &QTimer::timeout, this, [this] {
        send({{u"type"_s, u"say"_s}, {u"text"_s, u""_s}});
    });
    showNothing({});
}

TopicView::~TopicView()
{
    if (m_view) {
        m_view->disconnect(this);
        showNothing({}); // so that the next one to have the view does not begin with this topic
        m_web.giveBack(m_view);
    }
}

void TopicView::showTopic(const ForumTopic &topic, const QString &forumName, const QString &exerciseTitle,
                          int openAt)
{
    *m_content = Content();
    m_content->sort = Content::Sort::Topic;
    m_content->head = {topic, forumName, exerciseTitle, m_signedIn};
    m_content->openAt = openAt;
    m_currentPost = 0;
    sendShow();
}

void TopicView::updateTopic(const ForumTopic &topic)
{
    if (m_content->sort != Content::Sort::Topic || topic.id != m_content->head.topic.id) {
        return;
    }
    m_content->head.topic = topic;
    sendHead();
}

void TopicView::setWindow(const PostWindow &window)
{
    Content &content = *m_content;
    if (content.sort != Content::Sort::Topic || window.topicId != content.head.topic.id) {
        return;
    }
    if (content.posts.size() > 4 * kMostWanted) {
        content.posts.clear();
    }
    const PostWindow part = quickPart(window, content.keep);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const int total = std::max(window.total, content.head.topic.posts);
    QJsonArray posts;
    for (const ForumPost &post : part.posts) {
        content.posts.insert(post.id, post);
        posts.append(postJson(post, m_renderer.render(post.text), total, now));
    }
    send({{u"type"_s, u"window"_s},
          {u"first"_s, part.first},
          {u"total"_s, window.total},
          {u"newFrom"_s, window.firstUnread},
          {u"posts"_s, posts}});
}

void TopicView::setWritings(const std::vector<ForumWriting> &own, const QStringList &sentences)
{
    m_content->writings = own;
    m_content->sentences = sentences;
    sendWritings();
}

void TopicView::showBlogPost(const BlogPost &post)
{
    *m_content = Content();
    m_content->sort = Content::Sort::Text;
    const QString date = QLocale().toString(post.dateUtc.toLocalTime().date(), QLocale::LongFormat);
    QStringList facts;
    for (const QString &fact :
         {post.author.isEmpty() ? QString() : subjectLine(post.author), date,
          post.readingMinutes > 0 ? tr("%n minutes to read", nullptr, post.readingMinutes) : QString()}) {
        if (!fact.isEmpty()) {
            facts.append(fact);
        }
    }
    m_content->show = {{u"mode"_s, u"blog"_s},
                       {u"title"_s, subjectLine(post.title)},
                       {u"meta"_s, facts.join(u" · "_s)},
                       {u"intro"_s, m_renderer.plainLine(post.intro)},
                       {u"parts"_s, partsJson(m_renderer.render(post.text))}};
    sendShow();
}

void TopicView::showPreview(const QString &markdown)
{
    *m_content = Content();
    m_content->sort = Content::Sort::Text;
    m_content->show = {{u"mode"_s, u"preview"_s},
                       {u"name"_s, tr("Preview")},
                       {u"parts"_s, partsJson(m_renderer.render(markdown))}};
    sendShow();
}

void TopicView::showNothing(const QString &sentence)
{
    *m_content = Content();
    m_content->show = {{u"mode"_s, u"nothing"_s}, {u"name"_s, u""_s}, {u"sentence"_s, sentence}};
    sendShow();
}

void TopicView::scrollToPost(qint64 postId, int index)
{
    m_content->keep = index;
    m_content->openAt = index;
    send({{u"type"_s, u"goTo"_s}, {u"id"_s, postId}, {u"index"_s, index}, {u"focus"_s, true}});
}

void TopicView::nextPost()
{
    send({{u"type"_s, u"step"_s}, {u"by"_s, 1}});
}

void TopicView::previousPost()
{
    send({{u"type"_s, u"step"_s}, {u"by"_s, -1}});
}

void TopicView::giveFocus()
{
    m_wantsFocus = !m_view || !m_view->isReady();
    if (!m_wantsFocus) {
        m_view->giveFocus();
        send({{u"type"_s, u"focus"_s}});
    }
}

void TopicView::runStarted(const QString &codeId)
{
    send({{u"type"_s, u"run"_s}, {u"id"_s, codeId}, {u"event"_s, u"started"_s}});
}

void TopicView::runPrinted(const QString &codeId, RunStream stream, const QString &text)
{
    send({{u"type"_s, u"run"_s},
          {u"id"_s, codeId},
          {u"event"_s, u"output"_s},
          {u"stream"_s, toString(stream)},
          {u"text"_s, text}});
}

void TopicView::runAsks(const QString &codeId)
{
    send({{u"type"_s, u"run"_s}, {u"id"_s, codeId}, {u"event"_s, u"ask"_s}});
}

void TopicView::runFinished(const QString &codeId, const QString &summary, bool failed)
{
    send({{u"type"_s, u"run"_s},
          {u"id"_s, codeId},
          {u"event"_s, u"finished"_s},
          {u"summary"_s, summary},
          {u"failed"_s, failed}});
}

void TopicView::setPicture(const QUrl &address, const QString &file)
{
    const QString source = m_web.addPicture(file);
    if (source.isEmpty()) {
        setPictureFailed(address, tr("This picture can't be shown."));
        return;
    }
    send({{u"type"_s, u"picture"_s},
          {u"address"_s, address.toString(QUrl::FullyEncoded)},
          {u"src"_s, source}});
}

void TopicView::setPictureFailed(const QUrl &address, const QString &sentence)
{
    send({{u"type"_s, u"picture"_s},
          {u"address"_s, address.toString(QUrl::FullyEncoded)},
          {u"sentence"_s, sentence}});
}

void TopicView::setTheme(const Theme &theme, const QString &readingFont, bool calm)
{
    m_background = theme.colour(u"surface"_s);
    m_appearance = {{u"type"_s, u"appearance"_s},
                    {u"css"_s, theme.cssVariables()},
                    {u"dark"_s, theme.dark},
                    {u"font"_s, readingFont},
                    {u"calm"_s, calm}};
    if (m_view) {
        m_view->setBackground(m_background);
        send(m_appearance);
    }
}

void TopicView::setZoom(int percent)
{
    m_zoom = percent;
    if (m_view) {
        m_view->setZoom(percent);
    }
}

void TopicView::setSignedIn(bool signedIn)
{
    if (m_signedIn == signedIn) {
        return;
    }
    m_signedIn = signedIn;
    m_content->head.signedIn = signedIn;
    sendHead();
}

void TopicView::say(const QString &sentence)
{
    send({{u"type"_s, u"say"_s}, {u"text"_s, sentence}});
    m_sayTimer->start();
}

void TopicView::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!m_view) {
        QTimer::singleShot(0, this, &TopicView::takeView);
    }
}

void TopicView::takeView()
{
    if (m_view) {
        return;
    }
    m_view = m_web.take(this);
    m_layout->addWidget(m_view);
    connect(m_view, &WebView::messageReceived, this, &TopicView::receive);
    connect(m_view, &WebView::linkRequested, this, &TopicView::webLinkActivated);
    connect(m_view, &WebView::ready, this, &TopicView::sendAll);
    m_view->setZoom(m_zoom);
    if (m_background.isValid()) {
        m_view->setBackground(m_background);
    }
    m_view->show();
    if (m_view->isReady()) {
        sendAll();
    }
}

void TopicView::sendAll()
{
    if (!m_appearance.isEmpty()) {
        send(m_appearance);
    }
    sendShow();
    sendWritings();
    if (m_wantsFocus) {
        giveFocus();
    }
    Q_EMIT ready();
}

void TopicView::sendShow()
{
    const Content &content = *m_content;
    QJsonObject message = content.show;
    if (content.sort == Content::Sort::Topic) {
        message = headJson(content.head);
        message.insert(u"mode"_s, u"topic"_s);
        message.insert(u"total"_s, content.head.topic.loaded);
        message.insert(u"openAt"_s, content.openAt);
    }
    message.insert(u"type"_s, u"show"_s);
    message.insert(u"texts"_s, topicTexts());
    message.insert(u"lang"_s, QLocale().bcp47Name());
    message.insert(u"dir"_s, layoutDirection() == Qt::RightToLeft ? u"rtl"_s : u"ltr"_s);
    send(message);
}

void TopicView::sendHead()
{
    if (m_content->sort == Content::Sort::Topic) {
        QJsonObject message = headJson(m_content->head);
        message.insert(u"type"_s, u"head"_s);
        send(message);
    }
}

void TopicView::sendWritings()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QJsonArray all;
    for (std::size_t i = 0; i < m_content->writings.size(); ++i) {
        const ForumWriting &each = m_content->writings[i];
        all.append(writingJson(each, keyOf(each), m_content->sentences.value(static_cast<qsizetype>(i)),
                               m_renderer.render(each.text), now));
    }
    send({{u"type"_s, u"writings"_s}, {u"writings"_s, all}});
}

void TopicView::send(const QJsonObject &message)
{
    if (m_view) {
        m_view->send(message); // dropped until it is ready, when all is sent
    }
}

void TopicView::receive(const QJsonObject &message)
{
    const QString type = message.value("type"_L1).toString();
    if (type == "want"_L1) {
        const int first = std::max(0, message.value("first"_L1).toInt());
        m_content->keep = message.value("keep"_L1).toInt(first);
        Q_EMIT windowWanted(first, std::clamp(message.value("count"_L1).toInt(), 1, kMostWanted));
    } else if (type == "shown"_L1) {
        Q_EMIT windowShown(message.value("first"_L1).toInt(), message.value("count"_L1).toInt());
    } else if (type == "link"_L1) {
        follow(message.value("address"_L1).toString());
    } else if (type == "writing"_L1) {
        receiveOfWriting(message);
    } else if (message.value("id"_L1).isDouble()) {
        receiveOfPost(type, message);
    } else {
        receiveOfCode(type, message);
    }
}

void TopicView::follow(const QString &address)
{
    if (const auto inside = studioLinkFrom(address)) {
        Q_EMIT linkActivated(*inside);
        return;
    }
    const QUrl url(address);
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1 || url.scheme() == "mailto"_L1) {
        Q_EMIT webLinkActivated(url);
    }
}

void TopicView::receiveOfPost(const QString &type, const QJsonObject &message)
{
    const qint64 id = idIn(message);
    if (type == "seen"_L1) {
        if (isVisible()) {
            Q_EMIT postsSeen(id);
        }
    } else if (type == "current"_L1) {
        m_currentPost = id;
        Q_EMIT currentPostChanged(id);
    } else if (type == "reply"_L1) {
        Q_EMIT replyRequested(id);
    } else if (type == "quote"_L1) {
        const ForumPost post = m_content->posts.value(id);
        const QString selected = message.value("text"_L1).toString().left(kLongestPost);
        Q_EMIT quoteRequested(id, quoted(authorName(post.author), selected.isEmpty() ? post.text : selected));
    } else if (type == "edit"_L1) {
        Q_EMIT editRequested(id);
    } else if (type == "delete"_L1) {
        Q_EMIT deleteRequested(id);
    } else if (type == "bookmark"_L1) {
        Q_EMIT bookmarkRequested(id, message.value("on"_L1).toBool());
    } else if (type == "unreadFrom"_L1) {
        Q_EMIT unreadFromRequested(id);
    } else if (type == "author"_L1) {
        Q_EMIT authorRequested(id);
    } else if (type == "copyLink"_L1) {
        QGuiApplication::clipboard()->setText(toString(StudioLink{StudioLink::Kind::Post, id, {}, {}}));
        say(tr("The link is copied. It opens this post in Python Learning Studio."));
    }
}

void TopicView::receiveOfCode(const QString &type, const QJsonObject &message)
{
    const QString id = message.value("id"_L1).toString();
    const QString code = message.value("code"_L1).toString().left(kLongestCode);
    if (type == "run"_L1) {
        Q_EMIT runRequested(id, code);
    } else if (type == "stop"_L1) {
        Q_EMIT stopRequested(id);
    } else if (type == "input"_L1) {
        Q_EMIT inputGiven(id, message.value("line"_L1).toString().left(kLongestCode));
    } else if (type == "endInput"_L1) {
        Q_EMIT inputEnded(id);
    } else if (type == "playground"_L1) {
        Q_EMIT openInPlaygroundRequested(code);
    } else if (type == "picture"_L1) {
        const QUrl address(message.value("address"_L1).toString());
        if (address.scheme() == "https"_L1) {
            Q_EMIT pictureRequested(address);
        }
    } else if (type == "highlight"_L1) {
        send({{u"type"_s, u"tokens"_s},
              {u"request"_s, message.value("request"_L1)},
              {u"tokens"_s, code.size() <= kLongestColoured ? tokensJson(code) : QJsonArray()}});
    }
}

void TopicView::receiveOfWriting(const QJsonObject &message)
{
    const QString key = message.value("key"_L1).toString();
    const QString name = message.value("action"_L1).toString();
    const auto &all = m_content->writings;
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const ForumWriting &each) { return keyOf(each) == key; });
    if (found == all.end()) {
        return; // it was sent in the meantime
    }
    if (name == "copy"_L1) {
        QGuiApplication::clipboard()->setText(found->text);
        say(tr("The text is copied."));
    } else if (const auto action = actionFrom(name)) {
        Q_EMIT writingActionRequested(ForumWriting(*found), *action);
    }
}

} // namespace studio::ui
