#pragma once

#include <cstddef>
#include <span>
#include <sys/types.h>
#include <vector>

namespace studio::runner {

/// Sends one message with descriptors through a local socket; false when the other end is gone.
bool sendWithDescriptors(int socket, std::span<const std::byte> message, std::span<const int> descriptors);

/// One message and what came with it; the descriptors are the caller's to close, and are not inherited. Size
/// 0: the other end is gone; -1: see errno, which is EAGAIN when there is none and `wait` is false.
ssize_t receiveWithDescriptors(int socket, std::span<std::byte> message, std::vector<int> &descriptors,
                               bool wait = true);

} // namespace studio::runner
