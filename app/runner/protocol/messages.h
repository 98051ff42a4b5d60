#pragma once

// The messages between host and worker, each a JSON object with a `type`. Kept as JSON on both sides: the
// host reads every field with a default and a check, since what comes from a worker may be forged by the
// learner's code.
//
// host -> worker
//   start    version, job (program, module, tests, open-tests, inspect), code, file, folder, args,
//   import_paths, interactive, limits, explain (null | language, library),
//            and for tests: module, tests, tests_file, names (of the answer's public attributes)
//   call     id, expression, input                  -> answer
//   invoke   id, name, args, kwargs                 -> answer      (values as in PyValue's JSON)
//   reply    id, value | error | left, printed, args               (to the tests' process, for its invoke)
//   events   events: what a person did on the drawing; form in studio_canvas.py   -> heard
//   end
//   and to a console, after the program's end: execute (id, source), complete (id, before), variables (id),
//   expand (id, handle, from, count)
// worker -> host
//   hello    version, python, home, sandbox (which layers are active)
//   refused  why                                     instead of hello: it could not be confined
//   alive                                            after an interrupt: Python code runs
//   deaf                                             after an interrupt: a C call runs that looks at nothing
//   input                                            the program waits for a line
//   ready    printed, names                          the module has run
//   answer   id, value | error, printed, args
//   invoke   id, name, args, kwargs                  tests call the answer
//   facts    constructs, error
//   report   tests, broken, error
//   explanation  kind (error, stopped, notice), language, title, cause, hint, line, source, values (each
//   name,
//                value, type): after done, before the exit; at most one counts
//   drawing  fresh, items, gone, screen, listens     what a turtle changed; form in studio_canvas.py
//   picture  png, svg (base64), title, figure        a finished picture; of the same figure: in its place
//   heard                                            the events have been taken; more may come
//   console  status                                  after done: the program has ended, statements are taken
//   executed id, state (ok, error, incomplete), error, help (kind, name, type, signature, value, doc)
//   completed  id, prefix, items (each text, kind), more
//   variables  id, items (each name, of, value, length, children, handle, kind), more
//   expanded   id, handle, from, items (as variables', and place)
//   done     state (finished, raised, syntax), error the program has come to its end; exit follows

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace studio::runner {

using Json = nlohmann::json;

/// The object in a message; nothing when it is no JSON object with a `type`, or nested deeper than 256.
std::optional<Json> parseMessage(std::string_view text);

// Fields of untrusted objects: the default when absent or of another type.
std::string textField(const Json &object, const char *key, std::string fallback = {});
long long numberField(const Json &object, const char *key, long long fallback = 0);
bool flagField(const Json &object, const char *key, bool fallback = false);

} // namespace studio::runner
