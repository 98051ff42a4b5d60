#pragma once

#include "domain/ports/clock.h"

namespace studio::app {

/// The computer's clock.
class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace studio::app
