#include "editor/language/python_words.h"

#include <QSet>
#include <QString>

namespace studio::editor {

namespace {

constexpr char kKeywords[]
    = "False None True and as assert async await break class continue def del elif else except "
      "finally for from global if import in is lambda nonlocal not or pass raise return try "
      "while with yield";

constexpr char kBuiltins[]
    = "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup "
      "BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError "
      "ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError "
      "DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception "
      "ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning "
      "GeneratorExit IOError ImportError ImportWarning IndentationError IndexError "
      "InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError "
      "ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError "
      "OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError "
      "RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning "
      "StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit "
      "TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError "
      "UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning "
      "ZeroDivisionError abs aiter all anext any ascii bin bool breakpoint bytearray bytes "
      "callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec "
      "exit filter float format frozenset getattr globals hasattr hash help hex id input int "
      "isinstance issubclass iter len list locals map max memoryview min next object oct open "
      "ord pow print property quit range repr reversed round set setattr slice sorted "
      "staticmethod str sum super tuple type vars zip";

QSet<QString> setOf(const char *words)
{
    const auto list = QString::fromLatin1(words).split(u' ');
    return {list.begin(), list.end()};
}

} // namespace

bool isPythonKeyword(QStringView word)
{
    static const QSet<QString> words = setOf(kKeywords);
    return word.size() <= 8 && words.contains(word.toString());
}

bool isPythonBuiltin(QStringView word)
{
    static const QSet<QString> words = setOf(kBuiltins);
    return word.size() <= 32 && words.contains(word.toString());
}

QByteArray pythonKeywords()
{
    return kKeywords;
}

QByteArray pythonBuiltins()
{
    return kBuiltins;
}

} // namespace studio::editor
