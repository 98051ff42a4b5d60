#pragma once

#include "domain/forum.h"
#include "domain/ports/desktop_notices.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>
#include <utility>

namespace studio::services {

class SettingsService;

/// Tells on the desktop, when the person chose so, what is new in the forum: each once, several at once as
/// one, and nothing that was there at the start, that is read, or that the person looks at just now.
class ForumNotices final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForumNotices)

public:
    struct Surroundings
    {
        bool windowActive = false;
        qint64 topicId = 0; ///< That the window shows; 0: none.
        bool sharedComputer = false; ///< Others may look at the screen: nothing of the content is said.
    };

    struct Parts
    {
        SettingsService &settings;
        DesktopNotices &desktop;
        std::function<Surroundings()> surroundings;
        /// Never called with an empty list. `hidden`: without names, subjects and texts.
        std::function<DesktopNotice(const std::vector<ForumNotification> &newestFirst, bool hidden)> words;
        std::chrono::milliseconds gather{1500}; ///< What comes within this is told as one.
    };

    /// All parts outlive it. On their thread.
    explicit ForumNotices(Parts parts, QObject *parent = nullptr);
    ~ForumNotices() override;

    void take(const std::vector<ForumNotification> &all); ///< As of now; the first ones are no news.
    void personCame(); ///< To the window: what the desktop shows is over.

Q_SIGNALS:
    /// The person chose a notice. Ids 0: it is about several topics. `token` as in DesktopNotices.
    void openRequested(qint64 topicId, qint64 postId, const QString &token);

private:
    using Key = std::pair<int, qint64>; ///< Kind and id: each kind counts for itself.

    static Key keyOf(const ForumNotification &each);
    bool isNews(const ForumNotification &each) const;
    void dropRead(const std::vector<ForumNotification> &all);
    void gather();
    void tell();
    void open(const QString &token);
    void forget();

    const Parts m_parts;
    QSet<Key> m_known;
    QSet<qint64> m_posts; ///< That something was said of: the platform may tell of an answer as well.
    QDateTime m_horizon; ///< Older ones only came back into a list that is cut off there.
    bool m_started = false;
    std::vector<ForumNotification> m_gathered; ///< To be told soon; newest first.
    std::vector<ForumNotification> m_shown; ///< On the desktop now; newest first.
    QTimer m_soon;
    QElapsedTimer m_since; ///< The first of m_gathered.
};

} // namespace studio::services
