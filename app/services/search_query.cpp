#include "services/search_query.h"

#include <algorithm>
#include <array>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestTyped = 2000;
constexpr int kMostCompletions = 6;
constexpr QStringView kQuotes = u"\"“”„‟«»";

struct KindName
{
    QLatin1StringView name;
    FoundKind kind;
};

constexpr std::array<KindName, 5> kKinds = {{{"topics"_L1, FoundKind::Topic},
                                             {"posts"_L1, FoundKind::Post},
                                             {"lessons"_L1, FoundKind::Lesson},
                                             {"exercises"_L1, FoundKind::Exercise},
                                             {"code"_L1, FoundKind::OwnCode}}};
constexpr QLatin1StringView kBy = "by:"_L1;
constexpr std::array<QLatin1StringView, 4> kFilters = {"in:"_L1, kBy, "forum:"_L1, "is:"_L1};

/// A piece of what was typed: a word, a phrase, or a filter with its value.
struct Piece
{
    QString filter; ///< Lower case, without the colon; empty: none.
    QString text;
    bool quoted = false;
    bool last = false; ///< It ends where the typing does, so that more of it may come.
};

bool isQuote(QChar c)
{
    return kQuotes.contains(c);
}

/// The length of a filter's name with its colon at `at`; 0: there is none.
qsizetype filterAt(const QString &typed, qsizetype at)
{
    const auto found = std::find_if(kFilters.begin(), kFilters.end(), [&](QLatin1StringView filter) {
        return QStringView(typed).mid(at).startsWith(filter, Qt::CaseInsensitive);
    });
    return found == kFilters.end() ? 0 : found->size();
}

std::vector<Piece> piecesOf(const QString &typed)
{
    std::vector<Piece> pieces;
    qsizetype at = 0;
    while (at < typed.size()) {
        if (typed[at].isSpace()) {
            ++at;
            continue;
        }
        Piece piece;
        if (const qsizetype length = filterAt(typed, at); length > 0) {
            piece.filter = typed.mid(at, length - 1).toLower();
            at += length;
        }
        if (at < typed.size() && isQuote(typed[at])) {
            const auto closing = std::find_if(typed.begin() + at + 1, typed.end(), isQuote);
            if (closing != typed.end()) {
                const qsizetype end = closing - typed.begin();
                piece.text = typed.mid(at + 1, end - at - 1).simplified();
                piece.quoted = true;
                at = end + 1;
                pieces.push_back(piece);
                continue;
            }
            ++at; // not closed: what follows are words
        }
        const qsizetype start = at;
        while (at < typed.size() && !typed[at].isSpace()) {
            ++at;
        }
        piece.text = typed.mid(start, at - start);
        piece.last = at == typed.size();
        pieces.push_back(piece);
    }
    return pieces;
}

const KindName *kindFrom(const QString &value)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindName &each) {
        return each.name.startsWith(value, Qt::CaseInsensitive);
    });
    return found == kKinds.end() ? nullptr : &*found;
}

/// False when there is no such filter: then it is a word.
bool applyFilter(const Piece &piece, SearchQuery &query)
{
    if (piece.text.isEmpty()) {
        return true; // its value is still to come
    }
    if (piece.filter == "in"_L1) {
        const KindName *kind = kindFrom(piece.text);
        auto &kinds = query.request.kinds;
        if (kind && std::find(kinds.begin(), kinds.end(), kind->kind) == kinds.end()) {
            kinds.push_back(kind->kind);
        }
        return kind != nullptr;
    }
    if (piece.filter == "is"_L1) {
        const bool whole = piece.text.compare("unread"_L1, Qt::CaseInsensitive) == 0;
        query.request.onlyUnread = query.request.onlyUnread || whole;
        return whole || (piece.last && "unread"_L1.startsWith(piece.text, Qt::CaseInsensitive));
    }
    (piece.filter == "by"_L1 ? query.request.author : query.forum) = piece.text;
    return true;
}

/// A name that begins so and goes on, and that a filter can hold.
bool isMore(const QString &name, QStringView begun)
{
    return name.size() > begun.size() && name.startsWith(begun, Qt::CaseInsensitive)
        && std::none_of(name.begin(), name.end(), isQuote);
}

QString authorFilter(const QString &name)
{
    const bool spaced = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isSpace(); });
    return spaced ? QString(kBy % u'"' % name % u'"') : QString(kBy % name);
}

} // namespace

SearchQuery searchQueryFrom(const QString &typed)
{
    SearchQuery query;
    query.request.typing = false;
    for (const Piece &piece : piecesOf(typed.left(kLongestTyped))) {
        if (!piece.filter.isEmpty() && applyFilter(piece, query)) {
            continue;
        }
        const QString text = piece.filter.isEmpty() ? piece.text : QString(piece.filter % u':' % piece.text);
        if (text.isEmpty()) {
            continue;
        }
        if (piece.quoted) {
            query.request.phrases.append(text);
        } else {
            query.request.words.append(text);
            query.request.typing = piece.last;
        }
    }
    return query;
}

QStringList searchCompletions(const QString &typed, const QStringList &forums, const QStringList &authors)
{
    const QString word = typed.mid(typed.lastIndexOf(u' ') + 1);
    QStringList completions;
    const auto offer = [&](const QString &candidate) {
        if (completions.size() < kMostCompletions && candidate.size() > word.size()
            && candidate.startsWith(word, Qt::CaseInsensitive)) {
            completions.append(candidate);
        }
    };
    if (word.size() < 2) {
        return {}; // one letter is no wish for a filter
    }
    if (!word.contains(u':')) {
        std::for_each(kFilters.begin(), kFilters.end(), [&](QLatin1StringView each) { offer(each); });
        return completions;
    }
    for (const KindName &each : kKinds) {
        offer("in:"_L1 % each.name);
    }
    offer(u"is:unread"_s);
    for (const QString &each : forums) {
        offer(u"forum:"_s % each);
    }
    if (word.startsWith(kBy, Qt::CaseInsensitive) && word.size() > kBy.size()) {
        const QStringView begun = QStringView(word).mid(kBy.size());
        for (const QString &each : authors) {
            if (completions.size() < kMostCompletions && isMore(each, begun)) {
                completions.append(authorFilter(each));
            }
        }
    }
    return completions;
}

} // namespace studio::services
