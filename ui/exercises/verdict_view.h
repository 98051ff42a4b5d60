#pragma once

#include "domain/exercise.h"
#include "domain/verdict.h"
#include "ui/common/theme.h"

#include <QScrollArea>

#include <memory>

class QVBoxLayout;

namespace studio::ui {

/// A verdict as it is told: what happened, the smallest case that differs, why it may be, what to do next;
/// below it all cases as chips. Without a verdict it says what to do.
class VerdictView final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictView)

public:
    explicit VerdictView(QWidget *parent = nullptr);

    void setCourseFolder(const QString &folder); ///< For pictures in messages.
    void setTheme(const Theme &theme);
    void setZoom(int percent);

    void showSentence(const QString &sentence); ///< The empty state, or what is going on.
    /// `next`: the title of what comes next, for the button after a pass; empty: no button.
    void showVerdict(std::shared_ptr<const Exercise> exercise, const Verdict &verdict, const QString &next);

Q_SIGNALS:
    void nextRequested();
    void lineRequested(int line); ///< "Go to line 3" of an error.

private:
    void rebuild();
    void addBanner();
    void addRows();
    void addDrawings(); ///< What was expected and what was drawn, side by side.
    void addMessages();
    void addChips();
    void addText(const QString &text, const QString &iconName, const QString &colourKey);
    int scaled(double pointSize) const;

    std::shared_ptr<const Exercise> m_exercise;
    Verdict m_verdict;
    QString m_next;
    QString m_sentence; ///< Shown while there is no verdict.
    QString m_courseFolder;
    Theme m_theme;
    int m_zoom = 100;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_layout = nullptr;
};

} // namespace studio::ui
