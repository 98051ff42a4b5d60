#pragma once

#include <QString>

#include <yaml-cpp/yaml.h>

namespace studio::sync {

/// Writes YAML that our loader reads back as it was: every text in quotation marks, on one line. What stands
/// in a lesson between `::: quiz` and `:::` can hold no line that begins with colons then.
class YamlText
{
public:
    YamlText() { m_out.SetIndent(2); }

    YamlText &beginMap() { return put(YAML::BeginMap); }

    YamlText &endMap() { return put(YAML::EndMap); }

    YamlText &beginList() { return put(YAML::BeginSeq); }

    YamlText &endList() { return put(YAML::EndSeq); }

    YamlText &key(const char *name) { return put(YAML::Key).put(name).put(YAML::Value); }

    YamlText &text(const QString &text) { return put(YAML::DoubleQuoted).put(text.toStdString()); }

    YamlText &word(const char *word) { return put(word); } ///< A keyword, an id: without quotation marks.

    YamlText &word(const QString &word) { return put(word.toStdString()); }

    YamlText &number(qint64 number) { return put(static_cast<long long>(number)); }

    YamlText &flag(bool flag) { return put(flag); }

    QString written() const { return QString::fromUtf8(m_out.c_str()) + u'\n'; }

private:
    template<typename T>
    YamlText &put(const T &value)
    {
        m_out << value;
        return *this;
    }

    YAML::Emitter m_out;
};

} // namespace studio::sync
