//! Amounts in columns that add up to their totals to the penny and the minute.

use super::MapFigures;
use crate::cost::{Exact, apportioned};

/// Rows whose columns each add up to the column's total.
pub(super) fn apportion(exact: &[[Exact; 3]], total: [u64; 3]) -> Vec<[u64; 3]> {
    let column = |i: usize| apportioned(&exact.iter().map(|row| row[i]).collect::<Vec<_>>(), total[i]);
    let (minutes, to_date, full_run) = (column(0), column(1), column(2));
    minutes.into_iter().zip(to_date).zip(full_run).map(|((minutes, to_date), full)| [minutes, to_date, full]).collect()
}

pub(super) fn sum(rows: impl Iterator<Item = [Exact; 3]>) -> [Exact; 3] {
    rows.fold([Exact::default(); 3], |sum, row| std::array::from_fn(|i| sum[i].plus(row[i])))
}

pub(super) fn figures([minutes_a_week, to_date, full_run]: [u64; 3], unpriced: u32) -> MapFigures {
    MapFigures { minutes_a_week, to_date, full_run, unpriced }
}
