//! Texts of the page 「画像」: how one area stands on everything.

/// Its fixed texts.
#[derive(Debug)]
pub struct ProfileWords {
    /// Page: Profile
    pub title: &'static str,
}

pub(super) const ZH: ProfileWords = ProfileWords { title: "画像" };

pub(super) const EN: ProfileWords = ProfileWords { title: "Profile" };
