#pragma once

#include "domain/ports/search_index.h"

namespace studio {
class PostRenderer;
} // namespace studio

namespace studio::services {

/// An index whose snippets of posts are what a reader sees of them, without the signs of Markdown. A word
/// that is only in what is not shown, such as the address of a link, is shown as it was written.
///
/// Renders on the thread on which the index answers. The index outlives this; the renderer outlives the
/// index.
class ReadableIndex final : public SearchIndex
{
    Q_DISABLE_COPY_MOVE(ReadableIndex)

public:
    ReadableIndex(SearchIndex &index, const PostRenderer &renderer);
    ~ReadableIndex() override;

    QFuture<Result<SearchAnswer>> search(const SearchRequest &request) override;
    MarkedText excerpt(const SearchRequest &request, const QString &text) const override;
    QFuture<Result<>> put(const std::vector<SearchDocument> &documents) override;
    QFuture<Result<>> keepOnly(FoundKind kind, const QStringList &keys) override;
    void onEmptied(std::function<void()> call) override;

private:
    SearchIndex &m_index;
    const PostRenderer &m_renderer;
};

} // namespace studio::services
