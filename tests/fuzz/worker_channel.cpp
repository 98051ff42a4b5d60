// libFuzzer: whatever bytes a worker sends, cut anywhere, the host neither crashes nor hangs nor takes up
// more than it should. Everything that decodes a worker's message is called on each one.

#include "runner/host/console_messages.h"
#include "runner/host/drawing_messages.h"
#include "runner/host/explanation.h"
#include "runner/host/worker_messages.h"
#include "runner/protocol/framing.h"

#include <cstddef>
#include <cstdint>

using namespace studio;
using namespace studio::runner;

namespace {

Drawing drawing; // changes build on each other, as in a run

void decode(const Json &message)
{
    runErrorFrom(message.value("error", Json()));
    callAnswerFrom(message);
    sandboxReportFrom(message);
    explanationFrom(message);
    pictureFrom(message);
    consoleAnswerFrom(message);
    completionsFrom(message);
    variablesFrom(message);
    childrenFrom(message);
    drawing.apply(drawingChangeFrom(message));
}

void feed(FrameReader &reader, std::string_view bytes)
{
    reader.add(bytes);
    while (const auto text = reader.next()) {
        if (const auto message = parseMessage(*text)) {
            decode(*message);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view all(reinterpret_cast<const char *>(data), size);
    const std::size_t cut = size == 0 ? 0 : data[0] % size;
    FrameReader reader;
    feed(reader, all.substr(0, cut));
    feed(reader, all.substr(cut));
    if (const auto message = parseMessage(all)) { // most of the time without the frame's luck
        decode(*message);
    }
    return 0;
}
