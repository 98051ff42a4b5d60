#include "store/forum/forum_core.h"

#include "store/forum/forum_work.h"

#include <QLoggingCategory>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcForum, "studio.store.forum")

constexpr int kReadBefore = 7; ///< Days before the first pull: what is older counts as read.

} // namespace

ForumCore::ForumCore(StoreCore &work, const QString &path)
    : m_work(work)
    , m_file(path)
{
}

ForumCore::~ForumCore() = default;

Result<> ForumCore::ensureWriter()
{
    if (m_writer) {
        return {};
    }
    bool fresh = false;
    auto opened = m_file.open(fresh);
    if (!opened) {
        return fail(opened.error());
    }
    m_writer.emplace(std::move(*opened));
    return fresh ? refill() : Result<>();
}

Result<> ForumCore::remake()
{
    qCWarning(lcForum) << "the copy of the forum is made anew";
    if (m_writer) {
        if (const auto done = CacheFile::remake(*m_writer); !done) {
            m_writer.reset();
        }
    }
    auto done = m_writer ? refill() : ensureWriter();
    if (done && m_remade) {
        m_remade();
    }
    return done;
}

/// What is the person's own, from the work.
Result<> ForumCore::refill()
{
    struct Own
    {
        std::vector<ReadMark> marks;
        std::vector<ForumBookmark> bookmarks;
        std::vector<ForumWriting> writings;
        QDateTime firstPull;
        std::optional<Account> account;
    };

    const auto own = m_work
                         .write([this]() -> Result<Own> {
                             ForumWork work(m_work);
                             auto marks = work.marks();
                             auto bookmarks = work.bookmarks();
                             auto writings = work.writings();
                             auto firstPull = work.firstPull();
                             auto account = m_work.tables.sync.account();
                             if (!marks || !bookmarks || !writings || !firstPull || !account) {
                                 return fail(!marks           ? marks.error()
                                                 : !bookmarks ? bookmarks.error()
                                                 : !writings  ? writings.error()
                                                 : !firstPull ? firstPull.error()
                                                              : account.error());
                             }
                             return Own{*marks, *bookmarks, *writings, *firstPull, *account};
                         })
                         .takeResult();
    if (!own) {
        return fail(own.error());
    }
    return tryOnce([&own](ForumCache &cache) -> Result<> {
        Result<> done = cache.setBaseline(own->firstPull.addDays(-kReadBefore));
        if (done && own->account) {
            done = cache.setOwnUser(own->account->userId);
        }
        for (std::size_t i = 0; done && i < own->marks.size(); ++i) {
            done = cache.setReadTo(own->marks[i].topicId, own->marks[i].postId);
        }
        for (std::size_t i = 0; done && i < own->bookmarks.size(); ++i) {
            done = cache.setBookmarked(own->bookmarks[i].topicId, own->bookmarks[i].postId, true);
        }
        for (std::size_t i = 0; done && i < own->writings.size(); ++i) {
            const ForumWriting &each = own->writings[i];
            const bool follows = each.kind == WritingKind::Subscribe || each.kind == WritingKind::Unsubscribe;
            if (follows && each.state != WritingState::Sent) {
                done = cache.setWanted(each.topicId, each.kind == WritingKind::Subscribe);
            }
        }
        return done;
    });
}

Result<> ForumCore::ensureReader()
{
    if (m_reader) {
        return {};
    }
    // The writer makes the file: a reader alone could not.
    auto ready = m_writing.run([this] { return ensureWriter(); }).takeResult();
    if (!ready) {
        return ready;
    }
    auto opened = m_file.look();
    if (!opened) {
        return fail(opened.error());
    }
    m_reader.emplace(std::move(*opened));
    return {};
}

QFuture<Result<>> ForumCore::writeBeside(std::function<Result<>(Database &)> work)
{
    return m_writing.run([this, work = std::move(work)]() -> Result<> {
        const auto change = [this, &work](ForumCache &) { return work(*m_writer); };
        auto result = tryOnce(change);
        if (!result && result.error().code == ErrorCode::InvalidData) {
            if (auto made = remake(); !made) {
                return made;
            }
            tellChanged(); // the forum is gone from it
            result = tryOnce(change);
        }
        return result;
    });
}

void ForumCore::onChanged(std::function<void()> call)
{
    m_writing
        .run([this, call = std::move(call)]() -> Result<> {
            m_changed = call;
            return {};
        })
        .waitForFinished();
}

void ForumCore::onRemade(std::function<void()> call)
{
    m_writing.post([this, call = std::move(call)] { m_remade = call; });
}

void ForumCore::tellChanged()
{
    if (m_changed) {
        m_changed();
    }
}

} // namespace studio::store
