#pragma once

#include "runner/protocol/messages.h"

#include <pybind11/pybind11.h>

namespace studio::runner {

/// A Python object as plain data (the form is in app/domain/py_value.h). Looks at exact types only and calls
/// no method of the object but repr() of what is not plain; bounded in depth and number. Never throws.
Json encodeValue(pybind11::handle object);

/// The object back. Throws pybind11::value_error for what is not plain.
pybind11::object decodeValue(const Json &value);

/// Whether a value can be decoded again: nothing in it is `other`.
bool isPlain(const Json &value);

/// Messages between Python's dicts and JSON: None, bool, int, float, str, list, dict.
pybind11::object toPython(const Json &json);
Json toJson(pybind11::handle object);

} // namespace studio::runner
