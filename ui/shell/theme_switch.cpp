#include "ui/shell/theme_switch.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QStyleFactory>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcTheme, "studio.ui.theme")

} // namespace

ThemeSwitch::ThemeSwitch(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    // Qt 6.4 has no word for it; a platform theme that is dark shows in its palette.
    , m_systemIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font(QStringList{u"Inter"_s, u"sans-serif"_s});
    font.setPointSizeF(10.5);
    QApplication::setFont(font);
}

const Theme &ThemeSwitch::apply(const QString &wanted)
{
    const QString name = wanted == "system"_L1 ? (m_systemIsDark ? u"dark"_s : u"light"_s) : wanted;
    if (name == m_theme.name) {
        return m_theme;
    }
    auto loaded = loadTheme(m_folder % u'/' % name % u".json"_s);
    if (!loaded) {
        qCWarning(lcTheme) << "Theme" << name << "can't be used:" << loaded.error().message;
        return m_theme;
    }
    m_theme = std::move(*loaded);
    QApplication::setPalette(m_theme.palette());
    qApp->setStyleSheet(m_theme.styleSheet());
    return m_theme;
}

} // namespace studio::ui
