#pragma once

#include "cli/command_table.h"
#include "services/grader.h"
#include "support/fake_platform.h"

#include <QHash>
#include <QSignalSpy>

#include <memory>

namespace studio::test {

/// Courses of one folder that needs no disk: enough for titles.
class FewCourses final : public CourseSource
{
public:
    std::vector<CourseSummary> courses() const override { return {}; }

    Result<LoadedCourse> load(const QString &id) const override
    {
        if (id != QLatin1String("classic-5")) {
            return fail(ErrorCode::NotFound, id);
        }
        auto course = std::make_shared<Course>();
        course->id = id;
        course->title = QString::fromLatin1("Loops");
        Section section;
        Lesson lesson;
        lesson.id = QString::fromLatin1("lesson-17");
        lesson.title = QString::fromLatin1("Loops 2");
        section.lessons.push_back(lesson);
        course->sections.push_back(section);
        return LoadedCourse{course, {}};
    }

    Result<LoadedCourse> loadFolder(const QString &path) const override
    {
        return fail(ErrorCode::NotFound, path);
    }

    Result<CourseSummary> install(const QString &path) override { return fail(ErrorCode::NotFound, path); }

    Result<> remove(const QString &id) override { return fail(ErrorCode::NotFound, id); }

    RichText render(const QString &markdown) const override { return {markdown, {}}; }
};

class StillClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 11, 24), QTime(12, 0)).toUTC(); }
};

class NoRunner final : public CodeRunner
{
public:
    std::unique_ptr<Run> run(const RunRequest &) override { return nullptr; }

    std::unique_ptr<CallSession> callSession(const RunRequest &) override { return nullptr; }

    std::unique_ptr<TestSession> test(const TestRequest &) override { return nullptr; }

    std::unique_ptr<Inspection> inspect(const QString &) override { return nullptr; }

    Result<PythonInfo> probe() override { return fail(ErrorCode::Internal, {}); }
};

/// Carries out commands against a FakePlatform and keeps what they print.
struct CommandBench
{
    FewCourses courses = {};
    NoRunner runner = {};
    StillClock clock = {};
    services::Grader grader{runner};
    FakePlatform platform = {};
    QByteArray out = {};
    QByteArray err = {};
    QStringList prompts = {};
    std::vector<std::optional<QByteArray>> secrets = {}; ///< Given one after the other.

    cli::Environment environment()
    {
        return {courses,
                runner,
                grader,
                clock,
                [] { return Result<WorkStore *>(fail(ErrorCode::Storage, {})); },
                [] { return std::vector<cli::Finding>(); },
                {},
                [this] { return Result<Platform *>(&platform); }};
    }

    cli::CommandIo io()
    {
        return {[this](const QByteArray &bytes) { out += bytes; },
                [this](const QByteArray &bytes) { err += bytes; }, QString::fromLatin1("/tmp"), false,
                [this](cli::SecretSource, const QString &prompt, const cli::SecretAnswer &then) {
                    prompts.append(prompt);
                    const auto secret = secrets.empty() ? std::nullopt : secrets.front();
                    if (!secrets.empty()) {
                        secrets.erase(secrets.begin());
                    }
                    then(secret);
                }};
    }

    /// The exit status; -1 when it did not end.
    int run(const QString &name, const QStringList &arguments = {})
    {
        out.clear();
        err.clear();
        const auto command = cli::findCommand(name)->make(environment(), io());
        QSignalSpy finished(command.get(), &cli::Command::finished);
        command->start(arguments);
        return !finished.isEmpty() || finished.wait(5000) ? finished.first().first().toInt() : -1;
    }

    void signIn()
    {
        Account account;
        account.server = QString::fromLatin1("https://learn.example.org");
        account.userId = 7;
        account.username = QString::fromLatin1("ada");
        account.firstName = QString::fromLatin1("Ada");
        account.lastName = QString::fromLatin1("Learner");
        account.session = SessionState::SignedIn;
        account.vault = VaultKind::Keyring;
        platform.theAccount = account;
        platform.theStatus.linked = true;
    }
};

} // namespace studio::test
