//! own
use super::session::Session;
use leptos::ev::DragEvent;
pub fn open_own(session: Session) {
    let _ = session;
}
pub fn take_drop(session: Session, event: DragEvent) {
    let _ = (session, event);
}
