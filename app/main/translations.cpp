#include "main/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace studio::app {

using namespace Qt::StringLiterals;

void loadTranslations(const QString &share)
{
    const QString folder = share + u"/translations"_s;
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QLocale(), u"learning-studio"_s, u"_"_s, folder)
        || translator->load(u"learning-studio_en"_s, folder)) {
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace studio::app
