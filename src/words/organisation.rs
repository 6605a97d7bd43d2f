//! Texts of the page 「组织」: whether the organisation reaches every level.

/// Its fixed texts.
#[derive(Debug)]
pub struct OrganisationWords {
    /// Page: Organisation
    pub title: &'static str,
}

pub(super) const ZH: OrganisationWords = OrganisationWords { title: "组织" };

pub(super) const EN: OrganisationWords = OrganisationWords {
    title: "Organisation",
};
