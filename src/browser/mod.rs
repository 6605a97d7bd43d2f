//! The browser: network, files, history, clipboard, downloads, storage, clock.
//!
//! Small wrappers that speak the house's types. Knows nothing of pages, and of packages only that
//! they have files.

mod clipboard;
mod code;
mod collate;
mod decoder;
mod document;
mod download;
mod dropped;
mod fetch;
mod history;
mod own_store;
mod pace;
mod pinyin;
mod rows;
mod screen;
mod sheet;
mod storage;
mod unpack;

pub use clipboard::{copy_text, copy_with_picture};
pub use code::load_deferred_code;
pub use collate::text_ranks;
pub use decoder::BrowserDecoders;
pub use document::{
    bring_into_view, charts_in_order, date, device_pixel_ratio, focus, focused_element, give_focus,
    hide_application, lang_of_browser, mark_first_chart, on_system_theme_change,
    place_beside_application, print, scroll_to_top, set_document_lang, set_document_theme,
    set_document_title, set_state, show_section, system_prefers_dark, take_over_shell, today,
};
pub use download::{download, download_png};
pub use dropped::{DroppedFile, files_of_drop, files_of_input};
pub use fetch::{fetch_small, first_bytes, read_address, read_dropped, read_small};
pub use history::{address_of, on_pop, push_query, query, replace_query};
pub use own_store::{forget_own, keep_own, kept_own};
pub use pace::{breathe, next_picture, next_turn, now_ms};
pub use pinyin::pinyin_initials;
pub use rows::{RowCell, append_row, mark_row, mark_rows, remove_rows, row_of};
pub use screen::{
    enter_full_screen, is_full_screen, leave_full_screen, scroll_by_screens, set_document_meeting,
    time_of_day,
};
pub use sheet::{
    SheetCell, SheetRoom, SheetRow, fill_sheet, focus_within, is_on_itself, mark_sheet_cell,
    scroll_sheet, sheet_place, sheet_room,
};
pub use storage::{recall, remember};
pub use unpack::unpacked;
