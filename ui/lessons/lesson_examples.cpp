#include "ui/lessons/lesson_examples.h"

#include "domain/ports/code_runner.h"
#include "services/document_session.h"
#include "services/playground_service.h"
#include "text/verdict_text.h"
#include "ui/lessons/lesson_json.h"
#include "ui/web/code_tokens.h"
#include "ui/web/output_buffer.h"

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestCode = 1024 * 1024;

Document freshDocument(const Course &course, const Lesson &lesson, const RunnableBlock &block)
{
    Document fresh;
    fresh.id.key = u"example/%1/%2/%3"_s.arg(course.id, lesson.id, block.id);
    fresh.title = block.title.isEmpty() ? lesson.title : block.title;
    fresh.text = exampleCode(block);
    return fresh;
}

} // namespace

struct LessonExamples::Example
{
    RunnableBlock block;
    std::unique_ptr<services::DocumentSession> document;
    std::unique_ptr<Run> run;
    OutputBuffer output;
};

LessonExamples::LessonExamples(const Services &services, const Course &course, const Lesson &lesson,
                               QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    for (const Block &block : lesson.blocks) {
        const auto *runnable = std::get_if<RunnableBlock>(&block);
        if (!runnable) {
            continue;
        }
        auto example = std::make_unique<Example>();
        example->block = *runnable;
        example->document = std::make_unique<services::DocumentSession>(
            m_services.store, m_services.clock, freshDocument(course, lesson, *runnable));
        Example *each = example.get();
        connect(each->document.get(), &services::DocumentSession::opened, this,
                [this, each] { tellText(*each); });
        connect(
            &each->output, &OutputBuffer::text, this, [this, each](RunStream stream, const QString &text) {
                tell(*each, {{u"event"_s, u"output"_s}, {u"stream"_s, toString(stream)}, {u"text"_s, text}});
            });
        m_examples.push_back(std::move(example));
        each->document->open();
    }
}

LessonExamples::~LessonExamples() = default;

void LessonExamples::show()
{
    for (const auto &example : m_examples) {
        if (example->document->state() != services::DocumentSession::State::Loading) {
            tellText(*example);
        }
    }
}

bool LessonExamples::handle(const QJsonObject &message)
{
    const QString type = message.value("type"_L1).toString();
    if (!type.startsWith("example"_L1)) {
        return false;
    }
    Example *example = find(message.value("id"_L1).toString());
    if (!example) {
        return false;
    }
    const QString code = message.value("code"_L1).toString().left(kLongestCode);
    const QString text = message.value("text"_L1).toString().left(kLongestCode);
    if (type == "exampleText"_L1) {
        example->document->setText(text, 0);
    } else if (type == "exampleRun"_L1) {
        run(*example, code);
    } else if (example->run && type == "exampleStop"_L1) {
        example->run->stop();
    } else if (example->run && type == "exampleInput"_L1) {
        example->run->sendInput(message.value("line"_L1).toString().left(kLongestCode));
    } else if (example->run && type == "exampleEndInput"_L1) {
        example->run->endInput();
    }
    return true;
}

void LessonExamples::close()
{
    disconnect(this, &LessonExamples::send, nullptr, nullptr);
    for (const auto &example : m_examples) {
        if (example->document->document().text != exampleCode(example->block)) {
            example->document->saveNow();
        }
        if (example->run) {
            example->run->stop();
        }
    }
}

LessonExamples::Example *LessonExamples::find(const QString &id) const
{
    for (const auto &example : m_examples) {
        if (example->block.id == id) {
            return example.get();
        }
    }
    return nullptr;
}

void LessonExamples::run(Example &example, const QString &code)
{
    if (example.run) {
        return; // one at a time
    }
    std::optional<QByteArray> input;
    if (!example.block.input.isEmpty()) {
        input = example.block.input.toUtf8();
    }
    example.output.begin();
    example.run = m_services.playground.runExample(code, input);
    Example *each = &example;
    connect(example.run.get(), &Run::output, &example.output, &OutputBuffer::add);
    connect(example.run.get(), &Run::inputRequested, this, [this, each] {
        each->output.flush();
        tell(*each, {{u"event"_s, u"ask"_s}});
    });
    connect(example.run.get(), &Run::finished, this, [this, each](const RunResult &result) {
        each->output.flush();
        tell(*each,
             {{u"event"_s, u"finished"_s},
              {u"summary"_s, text::describe(result)},
              {u"failed"_s, !cameToItsEnd(result)},
              {u"line"_s, result.error ? result.error->line : 0}});
        each->run.release()->deleteLater(); // it is in the middle of telling this
    });
    tell(example, {{u"event"_s, u"started"_s}});
}

void LessonExamples::tell(const Example &example, QJsonObject message)
{
    message.insert(u"type"_s, u"example"_s);
    message.insert(u"id"_s, example.block.id);
    Q_EMIT send(message);
}

void LessonExamples::tellText(const Example &example)
{
    const QString text = example.document->document().text;
    if (text != exampleCode(example.block)) {
        tell(example, {{u"event"_s, u"text"_s}, {u"text"_s, text}, {u"tokens"_s, tokensJson(text)}});
    }
}

} // namespace studio::ui
