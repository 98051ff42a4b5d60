#pragma once

namespace studio::app {

/// A file with all of this process's memory would hold a password or a token. From here on none is written
/// when it crashes, for this process and those it starts.
void writeNoCoreFiles();

} // namespace studio::app
