#include "services/readable_index.h"

#include "domain/ports/post_renderer.h"

namespace studio::services {

namespace {

void makeReadable(FoundItem &found, const SearchRequest &request, const SearchIndex &index,
                  const PostRenderer &renderer)
{
    const QString markdown = std::exchange(found.markdown, {});
    if (markdown.isEmpty()) {
        return;
    }
    MarkedText shown = index.excerpt(request, renderer.plainText(markdown));
    const bool hidden = shown.marks.empty() && !found.marks.empty();
    if (!hidden) {
        found.snippet = std::move(shown.text);
        found.marks = std::move(shown.marks);
    }
}

} // namespace

ReadableIndex::ReadableIndex(SearchIndex &index, const PostRenderer &renderer)
    : m_index(index)
    , m_renderer(renderer)
{
}

ReadableIndex::~ReadableIndex() = default;

QFuture<Result<SearchAnswer>> ReadableIndex::search(const SearchRequest &request)
{
    return m_index.search(request).then(
        QtFuture::Launch::Sync,
        [request, &index = m_index, &renderer = m_renderer](Result<SearchAnswer> answer) {
            if (answer) {
                for (FoundItem &each : answer->found) {
                    makeReadable(each, request, index, renderer);
                }
            }
            return answer;
        });
}

MarkedText ReadableIndex::excerpt(const SearchRequest &request, const QString &text) const
{
    return m_index.excerpt(request, text);
}

QFuture<Result<>> ReadableIndex::put(const std::vector<SearchDocument> &documents)
{
    return m_index.put(documents);
}

QFuture<Result<>> ReadableIndex::keepOnly(FoundKind kind, const QStringList &keys)
{
    return m_index.keepOnly(kind, keys);
}

void ReadableIndex::onEmptied(std::function<void()> call)
{
    m_index.onEmptied(std::move(call));
}

} // namespace studio::services
