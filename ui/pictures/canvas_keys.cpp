#include "ui/pictures/canvas_keys.h"

#include <QHash>
#include <QKeyEvent>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QString specialName(int key)
{
    static const QHash<int, QString> kNames = {
        {Qt::Key_Up, u"Up"_s},          {Qt::Key_Down, u"Down"_s},           {Qt::Key_Left, u"Left"_s},
        {Qt::Key_Right, u"Right"_s},    {Qt::Key_Home, u"Home"_s},           {Qt::Key_End, u"End"_s},
        {Qt::Key_PageUp, u"Prior"_s},   {Qt::Key_PageDown, u"Next"_s},       {Qt::Key_Insert, u"Insert"_s},
        {Qt::Key_Delete, u"Delete"_s},  {Qt::Key_Backspace, u"BackSpace"_s}, {Qt::Key_Return, u"Return"_s},
        {Qt::Key_Enter, u"KP_Enter"_s}, {Qt::Key_Escape, u"Escape"_s},       {Qt::Key_Space, u"space"_s},
        {Qt::Key_Shift, u"Shift_L"_s},  {Qt::Key_Control, u"Control_L"_s},   {Qt::Key_Alt, u"Alt_L"_s},
    };
    return kNames.value(key);
}

QString signName(QChar sign)
{
    static const QHash<QChar, QString> kNames = {
        {u'+', u"plus"_s},        {u'-', u"minus"_s},       {u'=', u"equal"_s},
        {u',', u"comma"_s},       {u'.', u"period"_s},      {u'/', u"slash"_s},
        {u'\\', u"backslash"_s},  {u';', u"semicolon"_s},   {u':', u"colon"_s},
        {u'\'', u"apostrophe"_s}, {u'"', u"quotedbl"_s},    {u'!', u"exclam"_s},
        {u'@', u"at"_s},          {u'#', u"numbersign"_s},  {u'$', u"dollar"_s},
        {u'%', u"percent"_s},     {u'^', u"asciicircum"_s}, {u'&', u"ampersand"_s},
        {u'*', u"asterisk"_s},    {u'(', u"parenleft"_s},   {u')', u"parenright"_s},
        {u'_', u"underscore"_s},  {u'[', u"bracketleft"_s}, {u']', u"bracketright"_s},
        {u'{', u"braceleft"_s},   {u'}', u"braceright"_s},  {u'<', u"less"_s},
        {u'>', u"greater"_s},     {u'?', u"question"_s},    {u'`', u"grave"_s},
        {u'~', u"asciitilde"_s},  {u'|', u"bar"_s},         {u'ä', u"adiaeresis"_s},
        {u'ö', u"odiaeresis"_s},  {u'ü', u"udiaeresis"_s},  {u'ß', u"ssharp"_s},
        {u'é', u"eacute"_s},      {u'è', u"egrave"_s},      {u'à', u"agrave"_s},
        {u'ç', u"ccedilla"_s},    {u'ñ', u"ntilde"_s},
    };
    return kNames.value(sign);
}

} // namespace

QString canvasKeyName(const QKeyEvent &event)
{
    if (const QString special = specialName(event.key()); !special.isEmpty()) {
        return special;
    }
    if (event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F24) {
        return u"F%1"_s.arg(event.key() - Qt::Key_F1 + 1);
    }
    const QString text = event.text();
    if (text.size() != 1 || !text.at(0).isPrint()) {
        return {};
    }
    const QString name = signName(text.at(0));
    return name.isEmpty() ? text : name;
}

} // namespace studio::ui
