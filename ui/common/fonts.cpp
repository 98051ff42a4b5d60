#include "ui/common/fonts.h"

#include <QDir>
#include <QFontDatabase>

namespace studio::ui {

using namespace Qt::StringLiterals;

void loadFonts(const QString &folder)
{
    const QStringList families = QFontDatabase::families();

    struct Shipped
    {
        QString family;
        QString files;
    };

    for (const Shipped &each :
         {Shipped{u"Inter"_s, u"Inter-*.otf"_s}, Shipped{u"JetBrains Mono"_s, u"JetBrainsMono-*.ttf"_s},
          Shipped{u"OpenDyslexic"_s, u"OpenDyslexic-*.otf"_s}}) {
        if (families.contains(each.family)) {
            continue;
        }
        const QDir dir(folder, each.files);
        for (const QString &file : dir.entryList()) {
            QFontDatabase::addApplicationFont(dir.filePath(file));
        }
    }
}

} // namespace studio::ui
