#pragma once

#include "domain/ports/search_index.h"

namespace studio::services {

/// What a person typed to be found, told apart.
struct SearchQuery
{
    SearchRequest request; ///< Without the forum's id.
    QString forum; ///< Beginning of its name or its slug, as typed; empty: any.
};

/// Reads words, "phrases" and the filters `in:` (lessons, exercises, topics, posts, code), `by:NAME`,
/// `forum:NAME`, `is:unread`; a value with spaces stands in quotes. An unknown filter is a word, one that is
/// only half there is nothing yet, and a quote that is not closed counts as words. Never fails.
SearchQuery searchQueryFrom(const QString &typed);

/// What can stand in place of the last word of `typed`: filters and their values, a few. `forums`: slugs.
/// `authors`: names; one with a space is put in quotes.
QStringList searchCompletions(const QString &typed, const QStringList &forums, const QStringList &authors);

} // namespace studio::services
