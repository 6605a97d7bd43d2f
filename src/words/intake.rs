//! Texts of what is recognised of a table.
use crate::intake::{ColumnRole, Problem, Remark};
use crate::model::Lang;
/// role
pub fn role_text(lang: Lang, role: &ColumnRole) -> &'static str {
    let _ = (lang, role);
    ""
}
/// remark
pub fn remark_text(lang: Lang, remark: &Remark) -> String {
    let _ = (lang, remark);
    String::new()
}
/// problem
pub fn problem_text(lang: Lang, problem: Problem) -> &'static str {
    let _ = (lang, problem);
    ""
}
