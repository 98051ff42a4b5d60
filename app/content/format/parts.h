#pragma once

#include "content/markdown/markdown.h"
#include "content/yaml/map_reader.h"
#include "domain/exercise.h"

namespace studio::content {

// Parts that several kinds of exercises share. Each reports what is wrong with it and gives what it could
// read.

RichText readRich(MapReader &map, const QString &key, Scope &scope); ///< Empty when absent.
RichText requireRich(MapReader &map, const QString &key, Scope &scope);
RichText readRichNode(const YamlNode &node, Scope &scope);

std::vector<Hint> readHints(MapReader &map, Scope &scope);
ConstructRules readConstructs(MapReader &map, Scope &scope);
bool checkConstruct(const QString &construct, const SourcePlace &place, Scope &scope);
ExerciseLimits readLimits(MapReader &map, Scope &scope);

/// `compare`, `tolerance`, `ignore_case`. `values`: a tolerance holds for values as well, and is 0 when not
/// given.
OutputRule readOutputRule(MapReader &map, Scope &scope, bool values = false);
void checkExpectedOutput(const YamlNode *output, const OutputRule &rule, Scope &scope);
void checkPattern(const QString &pattern, const SourcePlace &place, Scope &scope);

std::vector<ProgramCase> readProgramCases(MapReader &map, const OutputRule &rule, bool required,
                                          Scope &scope);
std::vector<FunctionCase> readFunctionCases(MapReader &map, const OutputRule &rule, Scope &scope);

/// `many`, `shuffle`, `code`, `options`.
ChoiceSpec readChoice(MapReader &map, Scope &scope);
QString rightAnswer(const ChoiceSpec &choice); ///< Ids of the right options, one a line.

/// `blanks`, `cases` and the rule of comparing; the template stands elsewhere.
FillBlanksSpec readFillBlanks(MapReader &map, const SourceText &codeTemplate, Scope &scope);
QString filledTemplate(const FillBlanksSpec &spec); ///< With the first alternative of each blank.
bool fitsTemplate(const QString &code, const QString &codeTemplate);

/// Without the line end that a block of YAML ends with.
QString withoutLastLineEnd(QString text);

} // namespace studio::content
