#include "computer.h"

#include <QDir>

namespace studio::test {

namespace {

QString folderTemplate()
{
    // In memory where there is such a place: a thousand histories write a lot.
    const QString memory = u"/dev/shm"_s;
    return (QDir(memory).exists() ? memory : QDir::tempPath()) + u"/studio-model-XXXXXX"_s;
}

} // namespace

Computer::Computer(ModelPlatform &platform, sync::ManualClock &monotonic, sync::SafetyLines lines,
                   quint32 seed)
    : m_platform(platform)
    , m_monotonic(monotonic)
    , m_lines(lines)
    , m_random(seed)
    , m_folder(folderTemplate())
{
    start();
    Account account;
    account.server = u"https://learn.example.org"_s;
    account.userId = 7;
    account.username = u"ada"_s;
    REQUIRE(store().link(account));
}

void Computer::start()
{
    engine.reset();
    m_killing.reset();
    m_opened = {};
    m_platform.dead = false;
    auto opened = store::openWorkStore(m_folder.path(), clock);
    INFO((opened ? std::string() : opened.error().message.toStdString()));
    REQUIRE(opened);
    m_opened = std::move(*opened);
    m_killing = std::make_unique<KillingStore>(*m_opened.sync, [this](KillingStore::Moment) {
        m_platform.dead = kills > 0 && std::uniform_real_distribution<>(0, 1)(m_random) < kills;
        return m_platform.dead;
    });
    sync::EngineOptions options;
    options.lines = m_lines;
    options.startJitter = std::chrono::milliseconds(0);
    options.seed = static_cast<quint32>(m_random() | 1U);
    engine = std::make_unique<sync::SyncEngine>(
        sync::SyncParts{m_platform, session, *m_killing, clock, m_monotonic}, options);
}

bool Computer::run()
{
    auto done = engine->run({});
    error = done ? std::nullopt : std::optional(done.error());
    report = done ? *done : sync::SyncReport();
    if (m_killing->isDead()) {
        start();
        return false;
    }
    return true;
}

void Computer::passTime(std::chrono::minutes time)
{
    clock.now = clock.now.addSecs(time.count() * 60);
    m_monotonic.pass(time);
}

QString Computer::course(qint64 lesson)
{
    return u"classic-%1"_s.arg((lesson - 1) / 10 + 1);
}

QString Computer::lessonId(qint64 lesson)
{
    return u"lesson-%1"_s.arg(lesson);
}

LessonProgress Computer::lesson(qint64 lesson)
{
    return m_opened.store->courseProgress(course(lesson)).result()->lessons.value(lessonId(lesson));
}

template<typename Change>
void Computer::change(qint64 lesson, Change what)
{
    LessonProgress progress = this->lesson(lesson);
    what(progress);
    REQUIRE(m_opened.store->saveLesson(course(lesson), lessonId(lesson), progress).result());
}

void Computer::read(qint64 lesson)
{
    change(lesson, [](LessonProgress &progress) { progress.read = true; });
}

void Computer::setPosition(qint64 lesson, int perMille)
{
    change(lesson, [perMille](LessonProgress &progress) { progress.position = perMille / 1000.0; });
}

void Computer::setBookmark(qint64 lesson, bool bookmarked)
{
    change(lesson, [bookmarked](LessonProgress &progress) { progress.bookmarked = bookmarked; });
}

void Computer::addNote(qint64 lesson, const QString &text)
{
    change(lesson, [&text](LessonProgress &progress) { progress.notes += text; });
}

void Computer::addTime(qint64 lesson, std::chrono::seconds time)
{
    REQUIRE(m_opened.store->addTime(course(lesson), lessonId(lesson), {}, time).result());
}

void Computer::submit(const QString &code)
{
    const Attempt attempt{0, u"classic-1"_s, u"exercise-3"_s, clock.now, code, Outcome::Passed, {}};
    REQUIRE(m_opened.store->recordAttempt(attempt).result());
}

void Computer::enrol(qint64 course, bool wanted)
{
    REQUIRE(store().setEnrolled(u"classic-%1"_s.arg(course), wanted));
}

} // namespace studio::test
