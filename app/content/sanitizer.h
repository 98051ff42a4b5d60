#pragma once

#include <QString>

#include <vector>

namespace studio::content {

inline constexpr qsizetype kLargestForeignHtml = qsizetype{64} * 1024; ///< Bytes of UTF-8.
inline constexpr qsizetype kLargestCourseHtml = qsizetype{512} * 1024;
inline constexpr int kDeepestHtml = 200; ///< Elements inside each other.

struct SanitizerOptions
{
    QString folder; ///< Relative pictures lie here, relative to the course folder.
    qsizetype largest = kLargestForeignHtml;
};

/// A picture or a link that the HTML asked for, as it was written.
struct HtmlReference
{
    bool picture = false;
    QString address;
    QString alternative; ///< Of pictures.
    bool kept = false; ///< Whether it stayed in the result.
};

struct SanitizedHtml
{
    QString html;
    QString text; ///< What can be read of it, without any tags.
    std::vector<HtmlReference> references;
};

/// Keeps the tags and attributes of an explicit list and nothing else; text inside of unknown tags stays,
/// text inside of tags that don't hold text for readers (script, style, …) goes.
///
/// Links keep http, https, mailto and #anchors; pictures only files of the course, as `studio://course/PATH`.
/// HTML that is too large or nested too deeply comes back as plain text, cut at the limit. Thread-safe, and
/// sanitising twice changes nothing.
SanitizedHtml sanitize(const QString &html, const SanitizerOptions &options);

QString sanitizeHtml(const QString &html); ///< For text of other people.

/// The text as HTML that shows it letter for letter.
QString plainTextAsHtml(const QString &text);

} // namespace studio::content
