//! Responses of cells to labelled images: the data that a readout is fitted to.

use super::CLASSES;

/// The cells that fired in one look, with their counts. Most cells are silent, so this is a compact record of many
/// looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fired(Vec<(u16, u32)>);

impl Fired {
    /// From the counts of all cells.
    pub fn of(counts: &[u32]) -> Fired {
        Fired(counts.iter().zip(0u16..).filter(|&(&n, _)| n > 0).map(|(&n, cell)| (cell, n)).collect())
    }

    /// Writes the counts of all cells.
    pub fn fill(&self, counts: &mut [u32]) {
        counts.fill(0);
        self.0.iter().for_each(|&(cell, n)| counts[usize::from(cell)] = n);
    }
}

/// Responses of each cell to each digit, summed over labelled images.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responses {
    /// S_jc: cell-major, N × 10.
    pub spikes: Vec<u32>,
    /// n_c
    pub images: [u32; CLASSES],
}

impl Responses {
    /// No images yet.
    pub fn new(neurons: usize) -> Responses {
        Responses { spikes: vec![0; neurons * CLASSES], images: [0; CLASSES] }
    }

    /// Adds the response to one image.
    pub fn add(&mut self, label: u8, counts: &[u32]) {
        self.images[usize::from(label)] += 1;
        for (sums, &count) in self.spikes.chunks_exact_mut(CLASSES).zip(counts) {
            sums[usize::from(label)] += count;
        }
    }

    /// Adds the response to one image, given only the cells that fired.
    pub fn add_fired(&mut self, label: u8, fired: &Fired) {
        self.images[usize::from(label)] += 1;
        for &(cell, count) in &fired.0 {
            self.spikes[usize::from(cell) * CLASSES + usize::from(label)] += count;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sparse_responses_are_the_same_responses() {
        let (mut dense, mut sparse) = (Responses::new(3), Responses::new(3));
        dense.add(3, &[0, 2, 0]);
        dense.add(5, &[1, 0, 4]);
        sparse.add_fired(3, &Fired::of(&[0, 2, 0]));
        sparse.add_fired(5, &Fired::of(&[1, 0, 4]));
        assert_eq!(dense, sparse, "two ways to say the same");
    }
}
