#pragma once

#include <QString>

#include <gumbo.h>

namespace studio::content {

enum class TagRule {
    Keep,
    Unwrap, ///< The tag goes, what is in it stays.
    Drop, ///< Goes with all that is in it.
    Picture,
    CheckMark, ///< A check box of a task list becomes a character.
};

TagRule ruleOf(GumboTag tag); ///< Of tags in the HTML namespace; all others are dropped.
bool isVoid(GumboTag tag); ///< Of kept tags: has no content and no end tag.
bool isTablePart(GumboTag tag);

/// Whether a kept tag or a picture keeps this attribute. Addresses are not asked for here.
bool isAllowed(GumboTag tag, const QString &name, const QString &value);

} // namespace studio::content
