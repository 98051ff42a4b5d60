#pragma once

#include "services/document_session.h"
#include "ui/shell/page.h"

namespace studio::ui {

/// A document's state as the status line tells it; nothing while it is being opened.
inline std::optional<Page::SaveState> saveStateOf(const services::DocumentSession &document)
{
    switch (document.state()) {
    case services::DocumentSession::State::Loading:
        return std::nullopt;
    case services::DocumentSession::State::Saved:
        return Page::SaveState::Saved;
    case services::DocumentSession::State::Saving:
        return Page::SaveState::Saving;
    case services::DocumentSession::State::NotSaved:
        return Page::SaveState::NotSaved;
    }
    Q_UNREACHABLE();
}

} // namespace studio::ui
