//! The confusion matrix: how often each digit is read as which.

use anyhow::Result;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use stdp_digits::readout::CLASSES;

use super::canvas::{self, SMALL, TITLE, failed};
use crate::tool::reproduce::record::Record;

/// Pixels of the drawing: the side of a matrix cell, and where the first one is.
const CELL: i32 = 130;
const LEFT: i32 = 190;
const TOP: i32 = 60;

/// The matrices of all records, summed.
pub(super) fn draw(records: &[Record]) -> Result<Vec<u8>> {
    let count = |digit: usize, answer: usize| records.iter().map(|record| record.confusion[digit][answer]).sum::<u64>();
    let shown = |digit: usize| (0..CLASSES).map(|answer| count(digit, answer)).sum::<u64>().max(1);
    let side = CLASSES as i32 * CELL;
    let (width, height) = ((LEFT + side + TOP) as u32 / 2, (TOP + side + LEFT) as u32 / 2);
    canvas::picture(width, height, |area| {
        let middle = Pos::new(HPos::Center, VPos::Center);
        let text = |text: String, x: i32, y: i32, size: (&'static str, u32), color: RGBColor| {
            let style = TextStyle::from(size).color(&color).pos(middle);
            area.draw(&Text::new(text, (x, y), style)).map_err(failed)
        };
        for digit in 0..CLASSES {
            for answer in 0..CLASSES {
                let (x, y) = (LEFT + answer as i32 * CELL, TOP + digit as i32 * CELL);
                // The square root keeps single mistakes visible beside hundreds of correct answers.
                let dark = (count(digit, answer) as f64 / shown(digit) as f64).sqrt();
                let fill = shade(dark).filled();
                area.draw(&Rectangle::new([(x, y), (x + CELL, y + CELL)], fill)).map_err(failed)?;
                let number = percent(count(digit, answer), shown(digit));
                let ink = if dark > 0.55 { WHITE } else { RGBColor(40, 40, 40) };
                text(number, x + CELL / 2, y + CELL / 2, SMALL, ink)?;
            }
            let along = TOP + digit as i32 * CELL + CELL / 2;
            text(digit.to_string(), LEFT - 40, along, TITLE, BLACK)?;
            text(digit.to_string(), along - TOP + LEFT, TOP + side + 40, TITLE, BLACK)?;
        }
        let frame = [(LEFT, TOP), (LEFT + side, TOP + side)];
        area.draw(&Rectangle::new(frame, BLACK.stroke_width(2))).map_err(failed)?;
        text("read as".into(), LEFT + side / 2, TOP + side + 120, TITLE, BLACK)?;
        let upright = TextStyle::from(TITLE).pos(middle).transform(FontTransform::Rotate270);
        area.draw(&Text::new("digit shown (row: % of its images)", (60, TOP + side / 2), upright)).map_err(failed)
    })
}

/// White to dark blue.
fn shade(dark: f64) -> RGBColor {
    let mix = |to: u8| (255.0 + (f64::from(to) - 255.0) * dark.clamp(0.0, 1.0)).round() as u8;
    RGBColor(mix(8), mix(48), mix(107))
}

/// With one decimal; empty for zero.
fn percent(count: u64, of: u64) -> String {
    if count == 0 { String::new() } else { format!("{:.1}", 100.0 * count as f64 / of as f64) }
}
