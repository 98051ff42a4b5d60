#pragma once

#include "domain/ports/search_index.h"
#include "store/search/match_text.h"

#include <functional>

namespace studio::store {

class Database;
class Statement;

/// One search, on the thread of the connection. Looks at the newest few hundred that match, so that a word
/// that is everywhere costs no more than a rare one.
class SearchReading final
{
public:
    /// `ended`: another search waits. Asked often, also while SQLite works.
    SearchReading(Database &db, const SearchRequest &request, std::function<bool()> ended);

    /// Cancelled when `ended`; InvalidData when the file is damaged.
    Result<SearchAnswer> run();

private:
    struct Candidate
    {
        FoundItem found;
        QByteArray text; ///< UTF-8, the beginning of a long one.
        bool inTitle = false; ///< All terms are in the title.
        double score = 0;
    };

    /// Of what is looked for besides words.
    class Numbers
    {
    public:
        void add(qint64 number);

        bool isEmpty() const { return m_list.isEmpty(); }

        const QByteArray &list() const { return m_list; } ///< For IN.

        /// Adds to what is given to MATCH that one of them is in this column.
        void restrict(QByteArray &match, const char *column) const;

    private:
        QByteArray m_list;
        QByteArray m_match;
    };

    bool wants(FoundKind kind) const;
    Result<> findAuthors();
    Result<> findForums();
    Result<> collectTopics();
    Result<> collectPosts();
    Result<> collectDocuments();
    /// What matches the terms as they are; the last one as a beginning only if that gives too little.
    Result<> collect(const std::function<Result<int>(const std::vector<SearchTerm> &)> &query);
    Result<int> topics(const std::vector<SearchTerm> &terms);
    Result<int> posts(const std::vector<SearchTerm> &terms);
    Result<int> documents(const std::vector<SearchTerm> &terms);
    /// Calls `take` for each row, until SQLite has worked longer than a search may.
    Result<int> rows(Statement &query, const std::function<void(const Statement &)> &take);
    void score(Candidate &candidate) const;
    SearchAnswer answer();
    void show(Candidate &candidate);

    Database &m_db;
    const SearchRequest &m_request;
    std::function<bool()> m_ended;
    std::vector<SearchTerm> m_terms;
    Numbers m_authors;
    Numbers m_forums; ///< The one that is wanted, and those in it when it is a category.
    QStringList m_names; ///< Of the authors.
    std::vector<Candidate> m_candidates;
    bool m_more = false;
};

} // namespace studio::store
