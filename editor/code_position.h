#pragma once

namespace studio::editor {

/// A place in the source text. Lines and columns count from 1, as Python does; columns in code points.
struct CodePosition
{
    int line = 1;
    int column = 1;

    bool operator==(const CodePosition &) const = default;
};

} // namespace studio::editor
