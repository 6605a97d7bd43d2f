//! What is told of the periods that columns of figures are named for: how they were read, which marks were
//! taken off, and which names speak of a part of a year that cannot be read.

use crate::intake::remark::Remark;
use crate::intake::when::weeks::is_week;
use crate::intake::when::words::roman_part;
use crate::intake::when::{
    Form, Ways, in_name_of, is_part_unread, is_stated_split, without_status,
};

/// Names of columns whose period was taken.
pub(in crate::intake) fn tell(names: &[&str], ways: Ways, remarks: &mut Vec<Remark>) {
    let mut told: Vec<Form> = Vec::new();
    for name in names {
        let Some(stated) = in_name_of(name, ways) else {
            continue;
        };
        let (example, read_as) = (name.to_string(), stated.period);
        let form = match stated.form {
            Form::Plain if is_stated_split(name) => Form::SplitYear,
            Form::Day(_) | Form::OpenDay(_) | Form::SerialDay(_) => Form::Day(1),
            form => form,
        };
        let remark = match form {
            Form::SplitYear => Remark::SplitYears { example, read_as },
            Form::Span => Remark::SpansOfYears { example, read_as },
            Form::Words | Form::ShortYear => Remark::PeriodInWords { example, read_as },
            Form::Day(_) => Remark::DaysAsMonths,
            _ => continue,
        };
        if !told.contains(&form) {
            told.push(form);
            remarks.push(remark);
        }
    }
    let marked = names.iter().find(|name| without_status(name).is_some());
    if let Some((example, (_, mark))) = marked.and_then(|name| Some((name, without_status(name)?)))
    {
        let example = example.to_string();
        remarks.push(Remark::StatusOfPeriod { example, mark });
    }
}

/// Names of columns of figures that state no period: those that speak of one that cannot be read.
pub(in crate::intake) fn tell_unread(names: &[&str], ways: Ways, remarks: &mut Vec<Remark>) {
    let column = String::new();
    if let Some(name) = names.iter().find(|name| is_week(name)) {
        let example = name.to_string();
        remarks.push(Remark::Weeks { column, example });
        return;
    }
    if let Some(name) = names.iter().find(|name| is_part_unread(name, ways)) {
        let example = name.to_string();
        remarks.push(match roman_part(&name.to_lowercase()) {
            Some(_) => Remark::RomanNotCertain { column, example },
            None => Remark::PeriodNotRead { column, example },
        });
    }
}
