//! Curves against the number of training images.

use std::ops::Range;

use anyhow::Result;
use plotters::prelude::*;

use super::canvas::{self, COLORS, SMALL, TITLE, failed};
use crate::tool::reproduce::record::{Accuracy, Record};
use crate::tool::reproduce::rows::{Row, grouped};

/// A named line of points.
struct Curve {
    name: String,
    points: Vec<(f64, f64)>,
}

/// Accuracy at each checkpoint and at the end.
pub(super) fn accuracy(record: &Record) -> Result<Vec<u8>> {
    let curve = |name: &str, pick: fn(&Accuracy) -> f64| Curve {
        name: name.into(),
        points: record.curve().map(|(presented, _, accuracy)| (presented as f64, 100.0 * pick(&accuracy))).collect(),
    };
    let curves = [
        curve("likelihood of the counts", |accuracy| accuracy.best_guess),
        curve("votes by share", |accuracy| accuracy.votes_by_share),
        curve("highest average (the paper's readout)", |accuracy| accuracy.highest_average),
    ];
    chart(&curves, "accuracy (%)", 0.0..100.0)
}

/// Output spikes per image in each stretch of training.
pub(super) fn spikes(rows: &[&Row]) -> Result<Vec<u8>> {
    let curve = |row: &&Row| {
        let stages = row.records.first().map(|record| &record.stages[..]).unwrap_or_default();
        Curve {
            name: format!("{} cells", row.experiment.setup.config.neurons),
            points: stages.iter().map(|stage| (stage.presented as f64, stage.spikes_per_image)).collect(),
        }
    };
    let curves: Vec<Curve> = rows.iter().map(curve).collect();
    let most = curves.iter().flat_map(|curve| &curve.points).fold(1.0f64, |most, point| most.max(point.1));
    chart(&curves, "output spikes per image", 0.0..1.15 * most)
}

/// Curves over a logarithmic axis of training images, distinguished by colour and by the shape of their points.
fn chart(curves: &[Curve], unit: &str, range: Range<f64>) -> Result<Vec<u8>> {
    let images = || curves.iter().flat_map(|curve| &curve.points).map(|point| point.0);
    let (first, last) = (images().fold(f64::INFINITY, f64::min), images().fold(1.0, f64::max));
    let axis = 0.8 * first..1.25 * last.max(first);
    let ticks = (0..8).flat_map(|power| [1.0, 2.0, 5.0].map(|tick| tick * 10f64.powi(power)));
    let ticks: Vec<f64> = ticks.filter(|tick| axis.contains(tick)).collect();
    canvas::picture(900, 560, |area| {
        let mut chart = ChartBuilder::on(area)
            .margin(40)
            .margin_right(80)
            .x_label_area_size(130)
            .y_label_area_size(150)
            .build_cartesian_2d(axis.log_scale().with_key_points(ticks), range)
            .map_err(failed)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(RGBColor(225, 225, 225).stroke_width(2))
            .axis_style(BLACK.stroke_width(3))
            .label_style(SMALL)
            .axis_desc_style(TITLE)
            .x_desc("training images shown")
            .y_desc(unit)
            .x_label_formatter(&|images| grouped(*images as u64))
            .y_label_formatter(&|value| format!("{value:.0}"))
            .draw()
            .map_err(failed)?;
        for (place, Curve { name, points }) in curves.iter().enumerate() {
            let color = COLORS[place % COLORS.len()];
            let line = LineSeries::new(points.iter().copied(), color.stroke_width(5));
            let legend = move |(x, y): (i32, i32)| {
                EmptyElement::at((x, y))
                    + PathElement::new([(0, 0), (70, 0)], color.stroke_width(5))
                    + mark(place, (35, 0), color)
            };
            chart.draw_series(line).map_err(failed)?.label(name.as_str()).legend(legend);
            let marks = points.iter().map(|&point| EmptyElement::at(point) + mark(place, (0, 0), color));
            chart.draw_series(marks).map_err(failed)?;
        }
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::LowerRight)
            .margin(40)
            .legend_area_size(90)
            .label_font(SMALL)
            .background_style(WHITE)
            .border_style(RGBColor(160, 160, 160).stroke_width(2))
            .draw()
            .map_err(failed)
    })
}

/// A point of the curve at this place in the list: a circle, square or triangle, full or hollow.
fn mark(place: usize, at: (i32, i32), color: RGBColor) -> Polygon<(i32, i32)> {
    const SIZE: f64 = 13.0;
    let corners = [24, 4, 3, 5, 6][place % 5];
    let corner = |k: i32| {
        let angle =
            std::f64::consts::TAU * (f64::from(k) / f64::from(corners) + 0.125 * f64::from(u8::from(corners == 4)));
        (at.0 + (SIZE * angle.sin()).round() as i32, at.1 - (SIZE * angle.cos()).round() as i32)
    };
    Polygon::new((0..corners).map(corner).collect::<Vec<_>>(), color.filled())
}
