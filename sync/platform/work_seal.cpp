#include "sync/platform/work_seal.h"

#include "sync/auth/durable_file.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QUuid>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcSeal, "studio.sync.seal")

const QString kCursor = QStringLiteral("seal");
constexpr qint64 kMostBytes = 100;

} // namespace

WorkSeal::WorkSeal(SyncStore &store, QString file)
    : m_store(store)
    , m_file(std::move(file))
{
}

Result<> WorkSeal::check()
{
    const auto known = m_store.cursor(kCursor);
    const auto restored = m_store.restored();
    const auto counts = m_store.counts();
    if (!known || !restored || !counts) {
        return fail(!known ? known.error() : !restored ? restored.error() : counts.error());
    }
    const auto inFile = readSmallFile(m_file, kMostBytes);
    const QByteArray word = inFile ? inFile->trimmed() : QByteArray();
    // The word before counts as well: the program can end between writing the work and the file.
    const QByteArrayList words = known->split(' ');
    if (!word.isEmpty() && !words.contains(word)) {
        if (!*restored) {
            qCWarning(lcSeal, "an older copy of the work is in its place");
            if (auto marked = m_store.markRestored(); !marked) {
                return marked;
            }
        }
        return m_store.setCursor(kCursor, word); // of the new generation
    }
    return m_used && !*restored && counts->waiting > 0 ? renew(words.first()) : Result<>();
}

Result<> WorkSeal::renew(const QByteArray &current)
{
    const QByteArray next = QUuid::createUuid().toByteArray(QUuid::Id128);
    if (auto done = m_store.setCursor(kCursor, current.isEmpty() ? next : next + ' ' + current); !done) {
        return done;
    }
    QDir().mkpath(QFileInfo(m_file).path());
    if (const auto written = writeDurably(m_file, next); !written) {
        qCWarning(lcSeal, "%s", qPrintable(written.error().message));
        return {};
    }
    m_used = false;
    return {};
}

} // namespace studio::sync
