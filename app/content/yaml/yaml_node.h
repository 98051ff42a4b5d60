#pragma once

#include "content/source_text.h"

#include <vector>

namespace studio::content {

/// What a plain scalar is by the rules of YAML 1.1, as Python's readers and the JSON Schema see it too.
enum class ScalarType { Text, Integer, Float, Bool, Null, Other };

struct YamlEntry;

/// A value of a YAML text, with its place in the file.
struct YamlNode
{
    enum class Kind { Null, Scalar, Sequence, Map };

    Kind kind = Kind::Null;
    SourcePlace place;
    ScalarType type = ScalarType::Text; ///< Of scalars; quoted and block ones are Text.
    QString text; ///< Of scalars.
    std::optional<SourceText> block; ///< Of block scalars `|`: the text with the places of its lines.
    std::vector<YamlNode> items; ///< Of sequences.
    std::vector<YamlEntry> entries; ///< Of maps, in order; keys are unique.

    SourceText source() const; ///< Of scalars.
};

struct YamlEntry
{
    QString key;
    SourcePlace place;
    YamlNode value;
};

/// "a list", "a number", …: what a node is, for people.
QString describe(const YamlNode &node);

/// Reads one YAML document. Errors in its form are reported with their place and nothing is given back; of a
/// repeated key, which is reported, the first counts. Anchors, aliases, tags and a second document are
/// refused, and so is nesting deeper than 40: a small file can't become a large tree.
std::optional<YamlNode> parseYaml(const SourceText &source, ProblemList &problems);

} // namespace studio::content
