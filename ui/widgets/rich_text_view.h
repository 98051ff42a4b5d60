#pragma once

#include "domain/rich_text.h"
#include "ui/common/theme.h"

#include <QTextBrowser>

namespace studio::ui {

/// Shows an author's short text (a task, a hint, a message) as high as it is, without scroll bars.
///
/// Only for HTML that content made of Markdown and sanitised; of what it names it loads pictures of the
/// course's folder and nothing else. Lessons, which are long, are shown by the lesson viewer instead.
class RichTextView final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RichTextView)

public:
    explicit RichTextView(QWidget *parent = nullptr);
    ~RichTextView() override = default;

    void setCourseFolder(const QString &folder); ///< For `studio://course/…` pictures; empty: none are shown.
    void setText(const RichText &text);
    void setTheme(const Theme &theme);
    void setZoom(int percent);
    void setReadingSize(double pointSize); ///< At 100 %; default 12.5.
    void setTextColour(const QString &themeKey); ///< Default `text`.

    QSize sizeHint() const override;
    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void
    linkRequested(const QUrl &link); ///< A click or Enter on a link; nothing is opened by the view itself.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void fitHeight();

    QString m_courseFolder;
    QString m_html;
    Theme m_theme;
    QString m_colour;
    double m_pointSize = 12.5;
    int m_zoom = 100;
};

} // namespace studio::ui
