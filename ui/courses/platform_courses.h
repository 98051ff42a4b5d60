#pragma once

#include "domain/catalogue.h"
#include "ui/common/theme.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace studio {
class Platform;
} // namespace studio

namespace studio::ui {

class Card;
class PlatformCourseCard;

/// The platform's courses of both catalogues as one list, as last seen; works without a network.
class PlatformCourses final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlatformCourses)

public:
    explicit PlatformCourses(Platform &platform, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void enter(); ///< Shown: fetches the list when it was not fetched since the start.
    void fetch();

Q_SIGNALS:
    void openRequested(const QString &courseId);
    void removed(const QString &courseId);

private:
    QWidget *makeFilters();
    void refresh();
    bool fits(const CatalogueCourse &course) const;
    void showCards(const std::vector<CatalogueCourse> &courses);
    void showStorage();

    Platform &m_platform;
    Theme m_theme;
    QLineEdit *m_search;
    QComboBox *m_difficulty;
    QCheckBox *m_enrolled;
    QCheckBox *m_downloaded;
    QPushButton *m_fetch;
    QProgressBar *m_busy;
    QLabel *m_message;
    QLabel *m_empty;
    Card *m_signIn;
    QWidget *m_filters;
    QVBoxLayout *m_cards;
    QPushButton *m_more;
    QLabel *m_storage;
    QHash<QString, PlatformCourseCard *> m_shown;
    QStringList m_order; ///< Ids of the cards, as they stand.
    int m_most;
    bool m_fetched = false;
};

} // namespace studio::ui
