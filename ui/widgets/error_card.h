#pragma once

#include "domain/run.h"
#include "ui/common/theme.h"
#include "ui/widgets/explanation_html.h"

#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace studio::ui {

/// What went wrong with a program, as it is told: what happened and in which line, why, what to try, the
/// values at that moment, the way there; Python's own message one click away.
///
/// Hidden while there is nothing to explain. Its texts come from the program's process: they are shown as
/// text only.
class ErrorCard final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorCard)

public:
    explicit ErrorCard(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setZoom(int percent);

    void showResult(const RunResult &result); ///< Hides itself when the result has no explanation.
    void clear();

    bool hasExplanation() const { return m_explanation.has_value(); }

Q_SIGNALS:
    void lineRequested(int line); ///< "Go to line 3".

protected:
    bool event(QEvent *event) override;

private:
    void rebuild();
    void addBanner();
    void addSource();
    void addText(const QString &title, const QString &text, const QString &name);
    void addValues();
    void addPath();
    void addFoot();
    void copy() const;
    QFont scaled(double pointSize, bool bold = false) const;
    QFont codeFont() const;
    CodeLook look(const QString &background) const; ///< `background`: key of a colour.

    std::optional<ErrorExplanation> m_explanation;
    std::optional<RunError> m_error;
    Theme m_theme;
    int m_zoom = 100;
    bool m_unfolded = false; ///< Python's own message is shown.
    QWidget *m_content = nullptr;
    QVBoxLayout *m_layout = nullptr;
};

} // namespace studio::ui
