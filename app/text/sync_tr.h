#pragma once

#include <QCoreApplication>

namespace studio::text {

/// The translation context of everything about syncing.
struct SyncWords
{
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

} // namespace studio::text
