#pragma once

#include "services/settings_service.h"
#include "ui/shell/page.h"
#include "ui/shell/services.h"

#include <functional>

class QFormLayout;
class QCheckBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace studio::ui {

class Card;
class StatePanel;

/// The place Settings: each is effective at once and can go back to its default.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const Services &services, QWidget *parent = nullptr);

    QList<Crumb> crumbs() const override;
    Place place() const override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;

private:
    struct Choice
    {
        QString value;
        QString text;
    };

    void addPlatform(Platform &platform);
    void addForum();
    void addNotices(Card *card, DesktopNotices &notices);
    void rebuildForum();
    Card *addCard(const QString &title, const QString &icon);
    void addChoice(Card *card, const QString &label, services::Setting setting,
                   const std::vector<Choice> &choices);
    QSpinBox *addNumber(Card *card, const QString &label, services::Setting setting, int least, int most,
                        int step, const QString &suffix);
    QCheckBox *addSwitch(Card *card, const QString &label, services::Setting setting,
                         const QString &note = {});
    void addRow(Card *card, const QString &label, QWidget *control, services::Setting setting);
    void whenChanged(services::Setting setting, QObject *context, const std::function<void()> &update);

    Services m_services;
    QVBoxLayout *m_column;
    QLineEdit *m_name;
    StatePanel *m_sync = nullptr; ///< Null without a platform.
};

} // namespace studio::ui
