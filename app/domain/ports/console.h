#pragma once

#include "domain/drawing.h"
#include "domain/picture.h"
#include "domain/run.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace studio {

/// What `name?` in a console says; plain text.
struct ConsoleHelp
{
    enum class Kind { Unknown, Keyword, Module, Class, Function, Attribute, Value };

    Kind kind = Kind::Unknown; ///< Unknown: nothing can be said without running something.
    QString name; ///< As it was asked.
    QString type; ///< `list`
    QString signature; ///< `(width, height=1)`; empty when it isn't known.
    QString value; ///< A preview.
    QString doc;
};

/// What became of a statement.
struct ConsoleAnswer
{
    enum class State {
        Done,
        Raised, ///< Or could not be compiled; see error. The traceback has been output.
        Incomplete, ///< Nothing was run: more lines belong to it.
    };

    State state = State::Done;
    std::optional<RunError> error;
    std::optional<ConsoleHelp> help; ///< The statement was a question.
};

struct Completion
{
    enum class Kind { Value, Function, Class, Module, Attribute, Keyword, Parameter };

    QString text; ///< The whole word.
    Kind kind = Kind::Value;
};

struct CompletionList
{
    QString prefix; ///< The unfinished word that each one continues.
    std::vector<Completion> items;
    bool more = false; ///< Some were left out.
};

/// A name and its value, or something inside a value.
struct Variable
{
    enum class Kind { Value, Function, Class };
    enum class Place { Name, Item, Element, Attribute }; ///< Element: of a set, without a label.

    QString name; ///< `scores`; inside a value `[3]`, `['name']`, `x`; empty for an element of a set.
    QString type;
    QString value; ///< A preview of at most 200 characters.
    qint64 length = -1; ///< As len() says; -1: it has none.
    qint64 children = 0; ///< How many things can be shown inside it.
    quint64 handle = 0; ///< For Console::expand(), until the next statement; 0: nothing is inside.
    Kind kind = Kind::Value;
    Place place = Place::Name;
};

struct VariableList
{
    std::vector<Variable> items;
    bool more = false; ///< Some were left out.
};

struct VariableChildren
{
    quint64 handle = 0;
    qint64 from = 0;
    std::vector<Variable> items; ///< Fewer than asked for at the end, or when the value shrank.
};

/// An interpreter that takes one statement after the other and keeps their names: what a program left behind
/// (Run::takeConsole()).
///
/// Statements are answered one by one. Looking (complete, list, expand) runs nothing of the learner's and
/// costs the same however large the values are; it waits while a statement runs. All that comes back is
/// untrusted and bounded. Lives on the thread of the run; deleting it kills the process.
class Console : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Console)

public:
    explicit Console(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~Console() override = default;

    virtual bool isBusy() const = 0; ///< A statement runs.
    virtual bool isAlive() const = 0; ///< Until ended().

public Q_SLOTS:
    virtual void execute(const QString &source) = 0; ///< Not while busy.
    virtual void complete(const QString &before) = 0; ///< The source up to the caret.
    virtual void listVariables() = 0;
    virtual void expand(quint64 handle, qint64 from, int count) = 0; ///< Up to 100 at a time.
    virtual void sendInput(const QString &line) = 0; ///< As Run's.
    virtual void endInput() = 0;
    virtual void sendEvent(const studio::CanvasEvent &event) = 0; ///< As Run's.

    /// A KeyboardInterrupt for the statement that runs. Asked again for the same statement, a moment later:
    /// the process is killed.
    virtual void stop() = 0;

Q_SIGNALS:
    void output(studio::RunStream stream,
                const QByteArray &bytes); ///< Also between statements, from threads.
    void inputRequested();
    void drew(const studio::DrawingChange &change); ///< The drawing of the program goes on.
    void pictureShown(const studio::Picture &picture);
    void executed(const studio::ConsoleAnswer &answer); ///< Its output came before.
    void completed(const studio::CompletionList &list); ///< Of the last complete().
    void variablesListed(const studio::VariableList &list);
    void expanded(const studio::VariableChildren &children);
    void ended(const studio::RunResult &result); ///< Once: exit(), a crash, a limit, or stop() twice.
};

} // namespace studio
