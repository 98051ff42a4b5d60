#pragma once

#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

/// While it lives, SQLite's file calls go through it, and it knows what a power cut would leave of each file:
/// all that was flushed, and of what was not any part of it, sector by sector, in any order.
///
/// The files themselves are real and have everything; nothing has to die for a cut. Only one at a time.
class PowerVfs final
{
public:
    using Image = std::vector<char>;
    using Images = std::map<std::string, Image>; ///< By file name.

    PowerVfs();
    ~PowerVfs();
    PowerVfs(const PowerVfs &) = delete;
    PowerVfs &operator=(const PowerVfs &) = delete;

    /// Called before each write and each flush, on the thread that makes it.
    void beforeEach(std::function<void()> call);
    /// As if `synchronous` were less than FULL: the log is not flushed with each commit.
    void loseFlushesOf(const std::string &ending);

    /// What is on the disk when the power goes now. `share` of the sectors that were not flushed get there.
    Images cut(std::mt19937 &random, double share) const;
};
