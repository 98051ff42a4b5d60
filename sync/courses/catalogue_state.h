#pragma once

#include "domain/catalogue.h"
#include "domain/result.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace studio::sync {

/// One course as it was last seen.
struct CatalogueItem
{
    CatalogueCourse
        course; ///< Without what this computer adds: enrolled as the platform says, no download state.
    QByteArray contentHash; ///< Of all that a sweep sees of it; another one means that something changed.
    int missed = 0; ///< Complete sweeps in which it was not there, one after the other.

    bool operator==(const CatalogueItem &other) const;
};

/// Both catalogues, as last seen.
struct CatalogueState
{
    std::vector<CatalogueItem> items; ///< By id.
    QDateTime sweptUtc; ///< The last sweep that was complete in one catalogue at least; invalid when never.

    const CatalogueItem *find(const QString &courseId) const;
};

QByteArray toJson(const CatalogueState &state);
/// InvalidData when it is none; a single item that can't be read is left out.
Result<CatalogueState> catalogueFromJson(const QByteArray &json);

/// Whether so much would go at once that a person has to be asked: more than 3, or than a fifth of what there
/// is.
bool isMassChange(qsizetype going, qsizetype known);

} // namespace studio::sync
