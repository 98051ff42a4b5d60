#pragma once

#include "sync/courses/conversion.h"
#include "sync/courses/yaml_text.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace studio::sync {

/// A template of the platform as ours: `{{BLANK_1}}` and `{{CHOICE_1}}` in any spelling become blanks, each
/// once.
struct BlanksText
{
    struct Blank
    {
        QString name; ///< `BLANK_1`
        QStringList accepted; ///< The first is the solution; never empty.
    };

    QString code; ///< With its blanks.
    std::vector<Blank> blanks; ///< In order of the code; at least one.

    QString solved() const; ///< The code with every blank filled.
};

/// `solutions`: number → text; `alternatives`: number → texts. Nothing, with a note, when a blank has no
/// right answer or there is none.
std::optional<BlanksText> blanksFrom(const QString &templateCode, const QJsonObject &solutions,
                                     const QJsonObject &alternatives, Conversion &conversion);

void writeBlanks(YamlText &yaml, const BlanksText &text); ///< The key `blanks`, into a map that is open.

} // namespace studio::sync
