#pragma once

#include "domain/ports/search_index.h"

#include <vector>

#include "forum_bench_texts.h"

namespace studio::bench {

struct Query
{
    QString kind;
    SearchRequest request; ///< As after the last letter.
};

/// What people look for: common and rare words, several, phrases, code, and filters.
inline std::vector<Query> queries()
{
    std::vector<Query> list;
    const auto add = [&list](const char *kind, const QStringList &words) -> SearchRequest & {
        SearchRequest request;
        request.words = words;
        list.push_back({QString::fromLatin1(kind), request});
        return list.back().request;
    };
    for (const int rank : {0, 3, 26, 27, 28, 33, 60, 85, 88, 300, 2'000, 15'000, 35'000}) {
        add("word", {wordAt(rank)});
    }
    for (int i = 0; i < 30; ++i) {
        add("words", {wordAt(i), wordAt(i * 7 + 1)});
        add("words", {wordAt(i * 13 + 5), wordAt(i * 300 + 100)});
        add("words", {wordAt(i), wordAt(i + 20), wordAt(i + 40)});
        add("phrase", {}).phrases = {wordAt(i) + u' ' + wordAt(i * 2 + 1)};
        add("author", {wordAt(i)}).author = wordAt(100 + i * 11) + QString::number(i * 11 + 1);
        add("author", {wordAt(i + 30)}).author = wordAt(100 + i * 9);
        add("forum", {wordAt(i * 5)}).forumId = i % 2 == 0 ? 11 + i : i % 10 + 1; // a forum, a category
        add("unread", {wordAt(i * 5)}).onlyUnread = true;
        add("code", {wordAt(i) + u'_' + wordAt(i + 3)});
        add("code", {wordAt(i) + u'.' + wordAt(i + 3)});
    }
    for (int i = 0; i < 10; ++i) {
        add("only author", {}).author = wordAt(100 + i * 50).left(1 + i % 3); // as it is being completed
        add("only forum", {}).forumId = i % 2 == 0 ? 11 + i : i % 10 + 1;
    }
    add("code", {QStringLiteral("!=")});
    add("none", {QStringLiteral("xylophonequartz")});
    return list;
}

/// What is looked for while the words of this query are typed, letter by letter.
inline std::vector<SearchRequest> typed(const Query &query)
{
    std::vector<SearchRequest> all;
    if (query.request.words.isEmpty()) {
        return {query.request};
    }
    for (qsizetype word = 0; word < query.request.words.size(); ++word) {
        const QString &whole = query.request.words[word];
        for (qsizetype letters = 1; letters <= whole.size(); ++letters) {
            SearchRequest each = query.request;
            each.words = query.request.words.mid(0, word) << whole.left(letters);
            all.push_back(each);
        }
    }
    return all;
}

} // namespace studio::bench
