#include "worker/values.h"

#include <cmath>

namespace py = pybind11;

namespace studio::runner {

namespace {

constexpr int kDeepest = 90;
constexpr int kMostValues = 200'000;
constexpr std::size_t kLongestText = 2u << 20;
constexpr Py_ssize_t kLongestRepr = 500;

/// UTF-8 of a str; lone surrogates become question marks.
std::string utf8(PyObject *text)
{
    if (PyObject *bytes = PyUnicode_AsEncodedString(text, "utf-8", "replace")) {
        std::string result(PyBytes_AS_STRING(bytes), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes)));
        Py_DECREF(bytes);
        return result;
    }
    PyErr_Clear();
    return {};
}

std::string base64(std::string_view bytes)
{
    static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned group = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0u);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            text.push_back(i + j <= bytes.size() ? kDigits[group >> (18 - 6 * j) & 63] : '=');
        }
    }
    return text;
}

std::string unbase64(std::string_view text)
{
    std::string bytes;
    unsigned group = 0;
    int bits = 0;
    for (const char c : text) {
        const int digit = c >= 'A' && c <= 'Z' ? c - 'A'
            : c >= 'a' && c <= 'z'             ? c - 'a' + 26
            : c >= '0' && c <= '9'             ? c - '0' + 52
            : c == '+'                         ? 62
            : c == '/'                         ? 63
                                               : -1;
        if (digit < 0) {
            break;
        }
        group = group << 6 | static_cast<unsigned>(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<char>(group >> bits & 0xff));
        }
    }
    return bytes;
}

class Encoder final
{
public:
    Json encode(PyObject *object, int depth)
    {
        if (depth > kDeepest || ++m_count > kMostValues) {
            return {{"t", "other"}, {"type", "too much"}, {"text", "…"}};
        }
        if (object == Py_None) {
            return {{"t", "none"}};
        }
        if (PyBool_Check(object)) {
            return {{"t", "bool"}, {"v", object == Py_True}};
        }
        if (PyLong_CheckExact(object)) {
            return number(object);
        }
        if (PyFloat_CheckExact(object)) {
            return {{"t", "float"}, {"v", floatText(PyFloat_AS_DOUBLE(object))}};
        }
        if (PyComplex_CheckExact(object)) {
            return {{"t", "complex"},
                    {"v",
                     {floatText(PyComplex_RealAsDouble(object)), floatText(PyComplex_ImagAsDouble(object))}}};
        }
        if (PyUnicode_CheckExact(object)) {
            std::string text = utf8(object);
            return text.size() > kLongestText ? other(object) : Json{{"t", "str"}, {"v", std::move(text)}};
        }
        if (PyBytes_CheckExact(object)
            && static_cast<std::size_t>(PyBytes_GET_SIZE(object)) <= kLongestText) {
            return {
                {"t", "bytes"},
                {"v",
                 base64({PyBytes_AS_STRING(object), static_cast<std::size_t>(PyBytes_GET_SIZE(object))})}};
        }
        return container(object, depth);
    }

    bool isFull() const { return m_count > kMostValues; }

private:
    static std::string floatText(double value)
    {
        if (std::isnan(value)) {
            return "nan";
        }
        if (std::isinf(value)) {
            return value < 0 ? "-inf" : "inf";
        }
        char *text = PyOS_double_to_string(value, 'r', 0, Py_DTSF_ADD_DOT_0, nullptr);
        std::string result(text ? text : "nan");
        PyMem_Free(text);
        return result;
    }

    Json number(PyObject *object)
    {
        PyObject *text = PyNumber_ToBase(object, 10);
        if (!text) {
            PyErr_Clear(); // more digits than Python turns into text
            return other(object);
        }
        Json result = {{"t", "int"}, {"v", utf8(text)}};
        Py_DECREF(text);
        return result;
    }

    Json container(PyObject *object, int depth)
    {
        if (PyList_CheckExact(object) || PyTuple_CheckExact(object)) {
            Json items = Json::array();
            // The list may change while it is read only if other threads run; the size is asked for each
            // time.
            for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(object) && !isFull(); ++i) {
                items.push_back(encode(PySequence_Fast_GET_ITEM(object, i), depth + 1));
            }
            return {{"t", PyList_CheckExact(object) ? "list" : "tuple"}, {"v", std::move(items)}};
        }
        if (PyDict_CheckExact(object)) {
            Json items = Json::array();
            PyObject *key = nullptr;
            PyObject *value = nullptr;
            Py_ssize_t position = 0;
            while (!isFull() && PyDict_Next(object, &position, &key, &value)) {
                items.push_back({encode(key, depth + 1), encode(value, depth + 1)});
            }
            return {{"t", "dict"}, {"v", std::move(items)}};
        }
        if (PyAnySet_CheckExact(object)) {
            Json items = Json::array();
            PyObject *iterator = PyObject_GetIter(object);
            while (PyObject *item = iterator && !isFull() ? PyIter_Next(iterator) : nullptr) {
                items.push_back(encode(item, depth + 1));
                Py_DECREF(item);
            }
            Py_XDECREF(iterator);
            PyErr_Clear();
            return {{"t", PyFrozenSet_CheckExact(object) ? "frozenset" : "set"}, {"v", std::move(items)}};
        }
        return other(object);
    }

    static Json other(PyObject *object)
    {
        std::string text;
        PyObject *shown = PyObject_Repr(object);
        if (shown && PyUnicode_Check(shown)) {
            PyObject *cut = PyUnicode_Substring(shown, 0, kLongestRepr);
            text = cut ? utf8(cut) : std::string();
            Py_XDECREF(cut);
        } else if (PyErr_ExceptionMatches(PyExc_KeyboardInterrupt)) {
            throw py::error_already_set(); // Stop was pressed while repr() ran
        }
        Py_XDECREF(shown);
        PyErr_Clear();
        return {{"t", "other"}, {"type", Py_TYPE(object)->tp_name}, {"text", std::move(text)}};
    }

    int m_count = 0;
};

py::object decodeSequence(const std::string &type, const Json &items)
{
    py::list list;
    for (const Json &item : items) {
        list.append(decodeValue(item));
    }
    if (type == "tuple") {
        return py::tuple(list);
    }
    if (type == "set") {
        return py::set(list);
    }
    if (type == "frozenset") {
        return py::reinterpret_steal<py::object>(PyFrozenSet_New(list.ptr()));
    }
    return list;
}

double number(const Json &value)
{
    return value.is_string() ? PyOS_string_to_double(value.get<std::string>().c_str(), nullptr, nullptr) : 0;
}

} // namespace

Json encodeValue(py::handle object)
{
    Encoder encoder;
    Json value = encoder.encode(object.ptr(), 0);
    if (encoder.isFull()) {
        return {{"t", "other"},
                {"type", Py_TYPE(object.ptr())->tp_name},
                {"text", "(more values than can be looked at)"}};
    }
    return value;
}

bool isPlain(const Json &value)
{
    if (textField(value, "t") == "other") {
        return false;
    }
    const auto inner = value.find("v");
    if (inner == value.end() || !inner->is_array()) {
        return true;
    }
    for (const Json &item : *inner) {
        if (item.is_object() && !isPlain(item)) {
            return false;
        }
        if (item.is_array() && (item.size() != 2 || !isPlain(item[0]) || !isPlain(item[1]))) {
            return false;
        }
    }
    return true;
}

py::object decodeValue(const Json &value)
{
    const std::string type = textField(value, "t");
    const Json inner = value.value("v", Json());
    if (type == "none") {
        return py::none();
    }
    if (type == "bool") {
        return py::bool_(inner == true);
    }
    if (type == "int") {
        return py::reinterpret_steal<py::object>(
            PyLong_FromString(textField(value, "v", "0").c_str(), nullptr, 10));
    }
    if (type == "float") {
        return py::float_(number(inner));
    }
    if (type == "complex" && inner.is_array() && inner.size() == 2) {
        return py::reinterpret_steal<py::object>(PyComplex_FromDoubles(number(inner[0]), number(inner[1])));
    }
    if (type == "str") {
        return py::str(textField(value, "v"));
    }
    if (type == "bytes") {
        return py::bytes(unbase64(textField(value, "v")));
    }
    if (type == "dict" && inner.is_array()) {
        py::dict dict;
        for (const Json &pair : inner) {
            dict[decodeValue(pair.at(0))] = decodeValue(pair.at(1));
        }
        return dict;
    }
    if (inner.is_array()) {
        return decodeSequence(type, inner);
    }
    throw py::value_error("not a plain value");
}

py::object toPython(const Json &json)
{
    switch (json.type()) {
    case Json::value_t::boolean:
        return py::bool_(json.get<bool>());
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
        return py::int_(json.get<long long>());
    case Json::value_t::number_float:
        return py::float_(json.get<double>());
    case Json::value_t::string:
        return py::str(json.get_ref<const std::string &>());
    case Json::value_t::array: {
        py::list list;
        for (const Json &item : json) {
            list.append(toPython(item));
        }
        return list;
    }
    case Json::value_t::object: {
        py::dict dict;
        for (const auto &[key, item] : json.items()) {
            dict[py::str(key)] = toPython(item);
        }
        return dict;
    }
    case Json::value_t::null:
    case Json::value_t::binary:
    case Json::value_t::discarded:
        break;
    }
    return py::none();
}

Json toJson(py::handle object)
{
    PyObject *raw = object.ptr();
    if (PyBool_Check(raw)) {
        return raw == Py_True;
    }
    if (PyLong_Check(raw)) {
        return PyLong_AsLongLong(raw);
    }
    if (PyFloat_Check(raw)) {
        return PyFloat_AsDouble(raw);
    }
    if (PyUnicode_Check(raw)) {
        return utf8(raw);
    }
    if (PyList_Check(raw)) {
        Json list = Json::array();
        for (Py_ssize_t i = 0; i < PyList_GET_SIZE(raw); ++i) {
            list.push_back(toJson(PyList_GET_ITEM(raw, i)));
        }
        return list;
    }
    if (PyDict_Check(raw)) {
        Json dict = Json::object();
        PyObject *key = nullptr;
        PyObject *value = nullptr;
        Py_ssize_t position = 0;
        while (PyDict_Next(raw, &position, &key, &value)) {
            if (PyUnicode_Check(key)) {
                dict[utf8(key)] = toJson(value);
            }
        }
        return dict;
    }
    return nullptr;
}

} // namespace studio::runner
