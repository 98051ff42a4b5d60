#pragma once

#include "domain/course.h"
#include "domain/ports/post_renderer.h"
#include "domain/ports/search_index.h"

#include <QHash>

namespace studio::services {

/// What can be found of a course: a document for each lesson, and for each exercise that has a page of its
/// own; steps count as their exercise. Solutions, hints, explanations and what a program prints are left out:
/// a search must not give an exercise away. Pure; thread-safe.
std::vector<SearchDocument> searchDocumentsOf(const Course &course, const PostRenderer &renderer);

/// Titles by `course/exercise`, of exercises and steps whose answer is Python code.
QHash<QString, QString> codeTitlesOf(const Course &course);

} // namespace studio::services
