#pragma once

#include "ui/common/theme.h"

#include <QWidget>

#include <vector>

namespace studio::ui {

/// A row of short bars, one a step: done, the present one, still to come. Says the same in words to the
/// screen reader.
class ProgressStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressStrip)

public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    void setSteps(const std::vector<bool> &done, int current); ///< `current` -1: none.
    void setTheme(const Theme &theme);

    QSize sizeHint() const override { return {200, 5}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<bool> m_done;
    int m_current = -1;
    Theme m_theme;
};

} // namespace studio::ui
