#pragma once

#include "cli/command.h"
#include "domain/ports/forum_store.h"
#include "domain/ports/search_index.h"

namespace studio::cli {

class Options;

/// `forum list|topics|read|search|reply`: the forum as it is on this computer. Needs no network; what is
/// written waits for the next sync.
class ForumCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start(const QStringList &arguments) override;

private:
    ForumStore *store(); ///< Null after the reason was told and the command has ended.
    void list(const Options &options);
    void topics(const Options &options);
    void tellTopics(ForumStore &forum, const TopicQuery &query);
    void read(const Options &options);
    void readPosts(ForumStore &forum, const ForumTopic &topic, const Options &options);
    void tellPosts(const ForumTopic &topic, const PostWindow &window, bool markRead);
    void search(const Options &options);
    void searchNow(services::SearchService &service, const QString &typed);
    void tellFound(const SearchAnswer &answer);
    void reply(const Options &options);
    void queueReply(ForumStore &forum, const ForumTopic &topic, const QString &text);
    Result<QString> textToSend(const QString &file) const;
    void endUsage(const QString &text);
    void endNotFound(const QString &text);

    /// `then` with the value; a failure ends the command.
    template<typename Value, typename Then>
    void after(const QFuture<Result<Value>> &future, Then then);

    bool m_json = false;
    int m_searches = 0;
};

} // namespace studio::cli
