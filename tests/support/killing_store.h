#pragma once

#include "domain/ports/sync_store.h"

#include <functional>

namespace studio::test {

/// Passes everything on to another SyncStore, and asks before and after each call that writes whether the
/// process dies there. From then on nothing works, as for a process that is gone.
class KillingStore final : public SyncStore
{
public:
    enum class Moment { Before, After };
    using Dies = std::function<bool(Moment)>;

    KillingStore(SyncStore &store, Dies dies)
        : m_store(store)
        , m_dies(std::move(dies))
    {
    }

    bool isDead() const { return m_dead; }

    Result<std::optional<Account>> account() override { return m_store.account(); }

    Result<> link(const Account &a) override
    {
        return write([&] { return m_store.link(a); });
    }

    Result<QStringList> capabilities() override { return m_store.capabilities(); }

    Result<> setCapabilities(const QStringList &n) override
    {
        return write([&] { return m_store.setCapabilities(n); });
    }

    Result<SyncCounts> counts() override { return m_store.counts(); }

    Result<std::vector<OutboxEntry>> waiting() override
    {
        return write([&] { return m_store.waiting(); });
    }

    Result<> markSent(const OutboxEntry &e, std::optional<qint64> base) override
    {
        return write([&] { return m_store.markSent(e, base); });
    }

    Result<> markNew(const OutboxEntry &e) override
    {
        return write([&] { return m_store.markNew(e); });
    }

    Result<> confirm(const OutboxEntry &e) override
    {
        return write([&] { return m_store.confirm(e); });
    }

    Result<> noteForumSent(const OutboxEntry &e, qint64 t, qint64 p) override
    {
        return write([&] { return m_store.noteForumSent(e, t, p); });
    }

    Result<bool> isForumPostOurs(qint64 p) override { return m_store.isForumPostOurs(p); }

    Result<bool> isForumTopicOurs(qint64 t) override { return m_store.isForumTopicOurs(t); }

    Result<> addConflict(const OutboxEntry &e, const ForumPost &t) override
    {
        return write([&] { return m_store.addConflict(e, t); });
    }

    Result<> postpone(const OutboxEntry &e) override
    {
        return write([&] { return m_store.postpone(e); });
    }

    Result<> keep(const KeptWork &w) override
    {
        return write([&] { return m_store.keep(w); });
    }

    Result<> setEnrolled(const QString &c, bool w) override
    {
        return write([&] { return m_store.setEnrolled(c, w); });
    }

    Result<std::optional<bool>> enrolled(const QString &c) override { return m_store.enrolled(c); }

    Result<std::vector<KeptWork>> kept() override { return m_store.kept(); }

    Result<> retryKept(qint64 s) override
    {
        return write([&] { return m_store.retryKept(s); });
    }

    Result<> discardKept(qint64 s) override
    {
        return write([&] { return m_store.discardKept(s); });
    }

    Result<std::optional<PlatformLesson>> platformLesson(const QString &c, const QString &l) override
    {
        return m_store.platformLesson(c, l);
    }

    Result<std::vector<PlatformLesson>> platformLessons() override { return m_store.platformLessons(); }

    Result<> noteSeen(const PlatformLesson &l) override
    {
        return write([&] { return m_store.noteSeen(l); });
    }

    Result<PullOutcome> applySweep(const Sweep &s, const PullAnswer &a) override
    {
        return write([&] { return m_store.applySweep(s, a); });
    }

    Result<std::optional<PlatformAnswer>> platformAnswer(const QString &c, const QString &e) override
    {
        return m_store.platformAnswer(c, e);
    }

    Result<> noteSeenAnswer(const PlatformAnswer &a) override
    {
        return write([&] { return m_store.noteSeenAnswer(a); });
    }

    Result<bool> mergeAnswer(const PlatformAnswer &a) override
    {
        return write([&] { return m_store.mergeAnswer(a); });
    }

    Result<QByteArray> cursor(const QString &n) override { return m_store.cursor(n); }

    Result<> setCursor(const QString &n, const QByteArray &v) override
    {
        return write([&] { return m_store.setCursor(n, v); });
    }

    Result<std::vector<SyncConflict>> conflicts() override { return m_store.conflicts(); }

    Result<> addConflict(const OutboxEntry &e, const PlatformLesson &t) override
    {
        return write([&] { return m_store.addConflict(e, t); });
    }

    Result<> addConflict(const OutboxEntry &e, const PlatformAnswer &t) override
    {
        return write([&] { return m_store.addConflict(e, t); });
    }

    Result<> resolveConflict(qint64 i, ConflictChoice c) override
    {
        return write([&] { return m_store.resolveConflict(i, c); });
    }

    Result<QByteArray> generation() override { return m_store.generation(); }

    Result<bool> restored() override { return m_store.restored(); }

    Result<> markRestored() override
    {
        return write([&] { return m_store.markRestored(); });
    }

    Result<> confirmRestored(bool send) override
    {
        return write([&] { return m_store.confirmRestored(send); });
    }

    Result<> log(const std::vector<SyncLogLine> &l) override
    {
        return write([&] { return m_store.log(l); });
    }

    Result<std::vector<SyncLogLine>> logLines() override { return m_store.logLines(); }

    void onQueued(std::function<void()> call) override { m_store.onQueued(std::move(call)); }

private:
    template<typename Work>
    auto write(Work work) -> decltype(work())
    {
        m_dead = m_dead || m_dies(Moment::Before);
        if (m_dead) {
            return fail(ErrorCode::Internal, QStringLiteral("killed"));
        }
        auto result = work();
        m_dead = m_dies(Moment::After);
        if (m_dead) {
            return fail(ErrorCode::Internal, QStringLiteral("killed"));
        }
        return result;
    }

    SyncStore &m_store;
    Dies m_dies;
    bool m_dead = false;
};

} // namespace studio::test
