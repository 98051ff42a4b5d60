#pragma once

#include "sync/api/classifier.h"

namespace studio::sync {

/// Whether a 2xx has what its endpoint answers; empty when it has, else what is missing.
QString notUnderstood(Endpoint endpoint, const HttpResponse &response);

} // namespace studio::sync
