#include "domain/py_value.h"

#include <QLocale>

#include <cmath>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

/// Writes as Python's repr() and stops when the text is long enough.
class ReprWriter final
{
public:
    explicit ReprWriter(int limit)
        : m_limit(limit)
    {
    }

    void write(const PyValue &value)
    {
        std::visit([this](const auto &v) { put(v); }, value.variant());
    }

    QString text() const { return m_text.size() > m_limit ? m_text.left(m_limit) % u'…' : m_text; }

private:
    bool full() const { return m_text.size() > m_limit; }

    void put(PyValue::None) { m_text += "None"_L1; }

    void put(bool value) { m_text += value ? "True"_L1 : "False"_L1; }

    void put(const PyValue::Int &value) { m_text += value.digits; }

    void put(double value) { m_text += floatRepr(value); }

    void put(const PyValue::Complex &value)
    {
        m_text += u'(';
        put(value.real);
        m_text += value.imaginary < 0 ? u"" : u"+";
        put(value.imaginary);
        m_text += "j)"_L1;
    }

    void put(const QString &value)
    {
        const QChar quote = value.contains(u'\'') && !value.contains(u'"') ? u'"' : u'\'';
        m_text += quote;
        for (const QChar c : value) {
            if (full()) {
                break;
            }
            putCharacter(c, quote);
        }
        m_text += quote;
    }

    void put(const PyValue::Bytes &value)
    {
        m_text += "b'"_L1;
        for (const char byte : value.bytes) {
            if (full()) {
                break;
            }
            const QChar c = QChar::fromLatin1(byte);
            if (c < u' ' || c > u'~') {
                putEscaped(c);
            } else {
                putCharacter(c, u'\'');
            }
        }
        m_text += u'\'';
    }

    void put(const PyValue::Sequence &value)
    {
        QString open = u"["_s;
        QString close = u"]"_s;
        switch (value.kind) {
        case PyValue::SequenceKind::List:
            break;
        case PyValue::SequenceKind::Tuple:
            open = u"("_s;
            close = value.items.size() == 1 ? u",)"_s : u")"_s;
            break;
        case PyValue::SequenceKind::Set:
            open = value.items.empty() ? u"set("_s : u"{"_s;
            close = value.items.empty() ? u")"_s : u"}"_s;
            break;
        case PyValue::SequenceKind::FrozenSet:
            open = value.items.empty() ? u"frozenset("_s : u"frozenset({"_s;
            close = value.items.empty() ? u")"_s : u"})"_s;
            break;
        }
        m_text += open;
        bool first = true;
        for (const PyValue &item : value.items) {
            if (full()) {
                break;
            }
            m_text += first ? u"" : u", ";
            first = false;
            write(item);
        }
        m_text += close;
    }

    void put(const PyValue::Dict &value)
    {
        m_text += u'{';
        bool first = true;
        for (const auto &[key, mapped] : value.items) {
            if (full()) {
                break;
            }
            m_text += first ? u"" : u", ";
            first = false;
            write(key);
            m_text += ": "_L1;
            write(mapped);
        }
        m_text += u'}';
    }

    void put(const PyValue::Other &value) { m_text += value.text; }

    void putCharacter(QChar c, QChar quote)
    {
        if (c == quote || c == u'\\') {
            m_text += u'\\';
            m_text += c;
        } else if (c == u'\n') {
            m_text += "\\n"_L1;
        } else if (c == u'\r') {
            m_text += "\\r"_L1;
        } else if (c == u'\t') {
            m_text += "\\t"_L1;
        } else if (c < u' ' || c == QChar(0x7f)) {
            putEscaped(c);
        } else {
            m_text += c;
        }
    }

    void putEscaped(QChar c) { m_text += u"\\x%1"_s.arg(c.unicode(), 2, 16, QChar(u'0')); }

    QString m_text;
    int m_limit;
};

} // namespace

QString floatRepr(double value)
{
    if (std::isnan(value)) {
        return u"nan"_s;
    }
    if (std::isinf(value)) {
        return value < 0 ? u"-inf"_s : u"inf"_s;
    }
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e16)) {
        return QString::number(value, 'e', QLocale::FloatingPointShortest);
    }
    const QString text = QString::number(value, 'f', QLocale::FloatingPointShortest);
    return text.contains(u'.') ? text : text % u".0"_s;
}

QString PyValue::repr(int limit) const
{
    ReprWriter writer(limit);
    writer.write(*this);
    return writer.text();
}

} // namespace studio
