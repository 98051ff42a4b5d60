#pragma once

#include "sync/http/http_transport.h"

#include <QString>

namespace studio::sync {

/// What an answer that is no success says, whichever of the platform's shapes it has (contract 1.1).
struct ApiError
{
    enum class Kind {
        TokenInvalid, ///< `token_not_valid`: a refresh may help.
        NoCredentials, ///< No token was taken notice of.
        AccountInactive, ///< `user_inactive`, `user_not_found`, `no_active_account`
        Forbidden, ///< Also what a rate limit looks like: the same words.
        NotFound, ///< Said to be missing, whatever the status (500 and 400 included).
        BadFields, ///< Validation: `{"field": ["…"]}`
        Throttled, ///< Says so itself.
        Stated, ///< Any other `detail`, `error` or `message`.
        Html,
        Empty,
        Unknown, ///< None of the shapes.
    };

    Kind kind = Kind::Unknown;
    QString text; ///< In the platform's words: plain, one line, at most 500 characters.
    QString code; ///< `token_not_valid` …; empty when there is none.

    /// It has one of the shapes in which the platform itself speaks: not a proxy, not a portal.
    bool isPlatforms() const;
};

/// For any status; never fails.
ApiError apiError(const HttpResponse &response);

/// HTML, by its type or by how it begins.
bool looksLikeHtml(const HttpResponse &response);

} // namespace studio::sync
