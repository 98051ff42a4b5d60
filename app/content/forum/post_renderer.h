#pragma once

#include "domain/ports/post_renderer.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace studio::content {

/// Markdown (CommonMark with tables, strikethrough, task lists, bare addresses as links) and the quotes of
/// older posts. Raw HTML is shown as it was typed. Texts that are too long, too deep or made to be slow are
/// shown as plain text. A post of usual length takes some 50 µs; the worst one tens of milliseconds.
///
/// `platform` says where the forum's own pages are: links to topics there open inside. Asked with each post,
/// since an account may come later; may give an empty one.
std::unique_ptr<PostRenderer> makePostRenderer(std::function<QUrl()> platform);
std::unique_ptr<PostRenderer> makePostRenderer(const QUrl &platform);

} // namespace studio::content
