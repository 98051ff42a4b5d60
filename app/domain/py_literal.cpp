#include "domain/py_value.h"

#include <QRegularExpression>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 100;

/// Reads one Python literal by recursive descent. Stops at the first mistake.
class LiteralReader final
{
public:
    explicit LiteralReader(const QString &text)
        : m_text(text)
    {
    }

    Result<PyValue> readAll()
    {
        auto value = read(0);
        if (!value) {
            return value;
        }
        skipSpace();
        return m_at == m_text.size() ? std::move(value) : wrong(u"something follows the value"_s);
    }

private:
    tl::unexpected<Error> wrong(const QString &what) const
    {
        const QStringView before = QStringView(m_text).left(m_at);
        const auto line = before.count(u'\n') + 1;
        const auto column = m_at - before.lastIndexOf(u'\n');
        return fail(ErrorCode::InvalidData, u"line %1, column %2: %3"_s.arg(line).arg(column).arg(what));
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace()) {
            ++m_at;
        }
    }

    bool take(QStringView token)
    {
        skipSpace();
        if (QStringView(m_text).mid(m_at).startsWith(token)) {
            m_at += token.size();
            return true;
        }
        return false;
    }

    QChar peek()
    {
        skipSpace();
        return m_at < m_text.size() ? m_text[m_at] : QChar();
    }

    Result<PyValue> read(int depth)
    {
        if (depth > kDeepest) {
            return wrong(u"nested too deeply"_s);
        }
        const QChar c = peek();
        if (c.isNull()) {
            return wrong(u"a value is missing"_s);
        }
        if (c == u'[') {
            return readSequence(u"["_s, u"]"_s, PyValue::SequenceKind::List, depth);
        }
        if (c == u'(') {
            return readTuple(depth);
        }
        if (c == u'{') {
            return readBraces(depth);
        }
        if (c.isDigit() || c == u'.' || c == u'-' || c == u'+') {
            return readNumber();
        }
        if (c == u'"' || c == u'\'') {
            return readStrings();
        }
        return readWord(depth);
    }

    Result<PyValue> readSequence(const QString &open, const QString &close, PyValue::SequenceKind kind,
                                 int depth)
    {
        take(open);
        PyValue::Sequence sequence{kind, {}};
        while (!take(close)) {
            if (!sequence.items.empty() && !take(u",")) {
                return wrong(u"expected , or %1"_s.arg(close));
            }
            if (take(close)) {
                break; // a comma before the end
            }
            auto item = read(depth + 1);
            if (!item) {
                return item;
            }
            sequence.items.push_back(std::move(*item));
        }
        return PyValue(std::move(sequence));
    }

    Result<PyValue> readTuple(int depth)
    {
        take(u"(");
        PyValue::Sequence tuple{PyValue::SequenceKind::Tuple, {}};
        bool comma = false;
        while (!take(u")")) {
            if (!tuple.items.empty() && !comma) {
                return wrong(u"expected , or )"_s);
            }
            auto item = read(depth + 1);
            if (!item) {
                return item;
            }
            tuple.items.push_back(std::move(*item));
            comma = take(u",");
        }
        if (tuple.items.size() == 1 && !comma) {
            return tuple.items.front(); // only a value in brackets
        }
        return PyValue(std::move(tuple));
    }

    Result<PyValue> readBraces(int depth)
    {
        take(u"{");
        PyValue::Dict dict;
        PyValue::Sequence set{PyValue::SequenceKind::Set, {}};
        if (take(u"}")) {
            return PyValue(std::move(dict));
        }
        do {
            if (take(u"}")) {
                return set.items.empty() ? PyValue(std::move(dict)) : PyValue(std::move(set));
            }
            auto key = read(depth + 1);
            if (!key) {
                return key;
            }
            if (take(u":")) {
                auto mapped = read(depth + 1);
                if (!mapped) {
                    return mapped;
                }
                dict.items.emplace_back(std::move(*key), std::move(*mapped));
            } else {
                set.items.push_back(std::move(*key));
            }
            if (!dict.items.empty() && !set.items.empty()) {
                return wrong(u"keys with and without values in one pair of braces"_s);
            }
        } while (take(u","));
        if (!take(u"}")) {
            return wrong(u"expected , or }"_s);
        }
        return set.items.empty() ? PyValue(std::move(dict)) : PyValue(std::move(set));
    }

    Result<PyValue> readNumber()
    {
        static const QRegularExpression number(
            u"([+-]?)\\s*(?:0[xX]([0-9a-fA-F_]+)|0[bB]([01_]+)|0[oO]([0-7_]+)"
            "|((?:[0-9][0-9_]*)?\\.?[0-9_]*(?:[eE][+-]?[0-9]+)?))"_s);
        skipSpace();
        const auto match = number.match(m_text, m_at, QRegularExpression::NormalMatch,
                                        QRegularExpression::AnchorAtOffsetMatchOption);
        const QString sign = match.captured(1) == "-"_L1 ? u"-"_s : QString();
        for (const auto &[group, base] : {std::pair(2, 16), std::pair(3, 2), std::pair(4, 8)}) {
            if (!match.captured(group).isEmpty()) {
                bool ok = false;
                const qulonglong value = match.captured(group).remove(u'_').toULongLong(&ok, base);
                if (!ok) {
                    return wrong(u"this number is too large here; write it in decimal"_s);
                }
                m_at = match.capturedEnd();
                return PyValue(PyValue::Int{value == 0 ? u"0"_s : sign % QString::number(value)});
            }
        }
        QString digits = match.captured(5).remove(u'_');
        if (digits.isEmpty() || digits == "."_L1) {
            return wrong(u"expected a number"_s);
        }
        m_at = match.capturedEnd();
        if (digits.contains(u'.') || digits.contains(u'e', Qt::CaseInsensitive)) {
            return PyValue(QString(sign % digits).toDouble());
        }
        while (digits.size() > 1 && digits.startsWith(u'0')) {
            digits.remove(0, 1);
        }
        return PyValue(PyValue::Int{digits == "0"_L1 ? digits : sign % digits});
    }

    Result<PyValue> readWord(int depth)
    {
        static const QRegularExpression prefix(u"(?:[rR]?[bB]|[bB][rR]|[rRuU])(?=['\"])"_s);
        for (const auto &[word, value] :
             {std::pair(u"None"_s, PyValue(PyValue::None{})), std::pair(u"True"_s, PyValue(true)),
              std::pair(u"False"_s, PyValue(false))}) {
            if (take(word)) {
                return value;
            }
        }
        if (take(u"set()")) {
            return PyValue(PyValue::Sequence{PyValue::SequenceKind::Set, {}});
        }
        if (take(u"frozenset(")) {
            return readFrozenSet(depth);
        }
        if (take(u"float(")) {
            auto text = readStrings();
            const auto *word = text ? std::get_if<QString>(&text->variant()) : nullptr;
            if (!word || !take(u")")) {
                return wrong(u"expected float('inf'), float('-inf') or float('nan')"_s);
            }
            bool ok = false;
            const double value = word->toDouble(&ok);
            return ok ? Result<PyValue>(PyValue(value))
                      : Result<PyValue>(wrong(u"not a number: %1"_s.arg(*word)));
        }
        const auto match = prefix.match(m_text, m_at, QRegularExpression::NormalMatch,
                                        QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch()) {
            return readStrings();
        }
        return wrong(u"this is not a Python literal; a text needs quotation marks"_s);
    }

    Result<PyValue> readFrozenSet(int depth)
    {
        PyValue::Sequence set{PyValue::SequenceKind::FrozenSet, {}};
        if (take(u")")) {
            return PyValue(std::move(set));
        }
        const auto inner = read(depth + 1);
        if (!inner) {
            return inner;
        }
        const auto *items = std::get_if<PyValue::Sequence>(&inner->variant());
        if (!items || !take(u")")) {
            return wrong(u"expected frozenset({…})"_s);
        }
        set.items = items->items;
        return PyValue(std::move(set));
    }

    /// Strings that stand beside each other are one, as in Python.
    Result<PyValue> readStrings()
    {
        QString text;
        bool bytes = false;
        bool any = false;
        static const QRegularExpression start(u"([rRbBuU]{0,2})('''|\"\"\"|'|\")"_s);
        for (;;) {
            skipSpace();
            const auto match = start.match(m_text, m_at, QRegularExpression::NormalMatch,
                                           QRegularExpression::AnchorAtOffsetMatchOption);
            if (!match.hasMatch()) {
                break;
            }
            m_at = match.capturedEnd();
            const QString prefix = match.captured(1).toLower();
            bytes = prefix.contains(u'b');
            if (auto done = readString(match.captured(2), prefix.contains(u'r'), bytes, text); !done) {
                return fail(std::move(done).error());
            }
            any = true;
        }
        if (!any) {
            return wrong(u"expected a text in quotation marks"_s);
        }
        return bytes ? PyValue(PyValue::Bytes{text.toLatin1()}) : PyValue(text);
    }

    Result<> readString(const QString &quote, bool raw, bool bytes, QString &text)
    {
        while (m_at < m_text.size()) {
            if (QStringView(m_text).mid(m_at).startsWith(quote)) {
                m_at += quote.size();
                return {};
            }
            const QChar c = m_text[m_at++];
            if (c == u'\n' && quote.size() == 1) {
                break;
            }
            if (c != u'\\' || raw) {
                text += c;
            } else if (auto done = readEscape(bytes, text); !done) {
                return done;
            }
        }
        return wrong(u"the closing %1 is missing"_s.arg(quote));
    }

    Result<> readEscape(bool bytes, QString &text)
    {
        if (m_at >= m_text.size()) {
            return wrong(u"the text ends in a backslash"_s);
        }
        const QChar c = m_text[m_at++];
        static const QString kPlain = u"\\'\"abfnrtv0"_s;
        static const QString kMeaning = u"\\'\"\a\b\f\n\r\t\v"_s + QChar(u'\0');
        if (c == u'\n') {
            return {};
        }
        if (const qsizetype at = kPlain.indexOf(c); at >= 0) {
            text += kMeaning[at];
            return {};
        }
        const int digits = c == u'x' ? 2 : c == u'u' && !bytes ? 4 : c == u'U' && !bytes ? 8 : 0;
        if (digits == 0) {
            text += u'\\';
            text += c; // an unknown escape stays as it is written
            return {};
        }
        bool ok = false;
        const uint code = m_text.mid(m_at, digits).toUInt(&ok, 16);
        if (!ok || code > 0x10ffff) {
            return wrong(u"expected %1 hexadecimal digits"_s.arg(digits));
        }
        m_at += digits;
        const char32_t point = code;
        text += QString::fromUcs4(&point, 1);
        return {};
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

Result<PyValue> parsePyLiteral(const QString &text)
{
    return LiteralReader(text).readAll();
}

} // namespace studio
