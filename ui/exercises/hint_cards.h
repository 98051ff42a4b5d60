#pragma once

#include "domain/exercise.h"
#include "services/exercise_session.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <memory>
#include <vector>

class QToolButton;

namespace studio::ui {

class RichTextView;

/// The hints of an exercise, one card each: open, ready to open, or locked with when it opens.
class HintCards final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HintCards)

public:
    HintCards(const Exercise &exercise, const QString &courseFolder, QWidget *parent = nullptr);

    void setState(int index, const services::HintState &state);
    void setTheme(const Theme &theme);
    void setZoom(int percent);

Q_SIGNALS:
    void openRequested(int index);

private:
    struct Card
    {
        QToolButton *header;
        RichTextView *text;
        services::HintState state;
    };

    void describe(int index);
    void toggle(int index);

    std::vector<Card> m_cards;
    Theme m_theme;
};

} // namespace studio::ui
