#include "ui/forum/edit_draft.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace studio::ui {

using namespace Qt::StringLiterals;

QString toJson(const EditDraft &draft)
{
    QJsonObject all{{u"draft"_s, u"edit"_s}, {u"text"_s, draft.text}, {u"seen_text"_s, draft.seenText}};
    if (draft.seenUpdatedUtc.isValid()) {
        all.insert(u"seen_updated"_s, draft.seenUpdatedUtc.toUTC().toString(Qt::ISODateWithMs));
    }
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::optional<EditDraft> editDraftFromJson(const QString &json)
{
    const QJsonObject all = QJsonDocument::fromJson(json.toUtf8()).object();
    if (all["draft"_L1].toString() != "edit"_L1 || !all["text"_L1].isString()
        || !all["seen_text"_L1].isString()) {
        return std::nullopt;
    }
    EditDraft draft;
    draft.text = all["text"_L1].toString();
    draft.seenText = all["seen_text"_L1].toString();
    draft.seenUpdatedUtc
        = QDateTime::fromString(all["seen_updated"_L1].toString(), Qt::ISODateWithMs).toUTC();
    return draft;
}

} // namespace studio::ui
