#pragma once

#include "sync/engine/operation_steps.h"

#include <utility>

namespace studio::sync {

// The ends that the steps of all kinds of operations have in common.

inline Outcome judged(OutboxEntry entry, Verdict verdict)
{
    return {Outcome::Kind::Judged, std::move(verdict), std::move(entry), {}};
}

inline Outcome judged(OutboxEntry entry, Verdict::Kind kind)
{
    Verdict verdict;
    verdict.kind = kind;
    return judged(std::move(entry), verdict);
}

/// The body on disk is whole, and yet not one of its kind: made by a newer program, say.
inline Outcome senseless(OutboxEntry entry)
{
    Verdict verdict;
    verdict.kind = Verdict::Kind::Keep;
    verdict.reason = KeptWork::Reason::Invalid;
    return judged(std::move(entry), verdict);
}

inline Outcome fromStore(OutboxEntry entry, const Error &error)
{
    const auto kind
        = error.code == ErrorCode::NotFound ? Outcome::Kind::Replaced : Outcome::Kind::StoreFailed;
    return {kind, {}, std::move(entry), error};
}

} // namespace studio::sync
