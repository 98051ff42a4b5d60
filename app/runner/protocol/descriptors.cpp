#include "runner/protocol/descriptors.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>

namespace studio::runner {

namespace {

constexpr std::size_t kMost = 8;

} // namespace

bool sendWithDescriptors(int socket, std::span<const std::byte> message, std::span<const int> descriptors)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(kMost * sizeof(int))> room{};
    iovec part{const_cast<std::byte *>(message.data()), message.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    if (!descriptors.empty() && descriptors.size() <= kMost) {
        header.msg_control = room.data();
        header.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
        cmsghdr *rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(descriptors.size_bytes());
        std::memcpy(CMSG_DATA(rights), descriptors.data(), descriptors.size_bytes());
    }
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(socket, &header, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == static_cast<ssize_t>(message.size());
}

ssize_t receiveWithDescriptors(int socket, std::span<std::byte> message, std::vector<int> &descriptors,
                               bool wait)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(kMost * sizeof(int))> room{};
    iovec part{message.data(), message.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = room.data();
    header.msg_controllen = room.size();
    ssize_t length = 0;
    do {
        length = ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
    } while (length < 0 && errno == EINTR);
    for (cmsghdr *rights = length < 0 ? nullptr : CMSG_FIRSTHDR(&header); rights;
         rights = CMSG_NXTHDR(&header, rights)) {
        if (rights->cmsg_level == SOL_SOCKET && rights->cmsg_type == SCM_RIGHTS) {
            const std::size_t count = (rights->cmsg_len - CMSG_LEN(0)) / sizeof(int);
            const std::size_t before = descriptors.size();
            descriptors.resize(before + count);
            std::memcpy(descriptors.data() + before, CMSG_DATA(rights), count * sizeof(int));
        }
    }
    return length;
}

} // namespace studio::runner
