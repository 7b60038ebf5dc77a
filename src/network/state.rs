//! A network's readable state: weights, thresholds, membranes, and digests of them.

use super::{CellState, Network};
use crate::config::INPUTS;
use crate::digest::Digest;
use crate::neuron::Excitatory;

impl Network {
    /// How strongly inputs drive each excitatory cell: Σ_i x_i·w_ij.
    ///
    /// # Panics
    /// If there are not 784 inputs.
    pub fn drives(&self, inputs: &[u8]) -> Vec<f32> {
        assert_eq!(inputs.len(), INPUTS, "one value for each input");
        let mut drives = vec![0.0; self.stride];
        for (&x, row) in inputs.iter().zip(self.weights.chunks_exact(self.stride)).filter(|&(&x, _)| x > 0) {
            let x = f32::from(x);
            drives.iter_mut().zip(row).for_each(|(drive, w)| *drive += x * w);
        }
        drives.truncate(self.neurons());
        drives
    }

    /// Adaptive part of the threshold of each excitatory cell \[mV\].
    pub fn theta(&self) -> &[f32] {
        &self.exc.theta
    }

    /// FNV-1a of the learned state: weights and thetas, bit for bit.
    pub fn digest(&self) -> Digest {
        let mut digest = Digest::default();
        digest.floats(&self.weights()).floats(&self.exc.theta);
        digest
    }

    /// FNV-1a of the state of a presentation: step, v, g_e, g_i, thresholds and counts of the excitatory cells.
    ///
    /// Two runs with the same digest at the same step have done the same; this is how a replay is verified.
    pub fn state_digest(&self) -> Digest {
        let n = self.counts.len();
        let Excitatory { v, g_e, g_i, threshold, .. } = &self.exc;
        let mut digest = Digest::default();
        digest.counts(&[self.presentation.look, self.presentation.elapsed]);
        [v, g_e, g_i, threshold].into_iter().for_each(|values| {
            digest.floats(&values[..n]);
        });
        digest.counts(&self.counts);
        digest
    }

    /// Membrane potential of each excitatory cell \[mV\].
    pub fn membranes(&self) -> &[f32] {
        &self.exc.v[..self.counts.len()]
    }

    /// Weights from these inputs to a cell; 0 if there is no such input or cell.
    pub fn weights_between(&self, inputs: &[u16], cell: usize) -> Vec<f32> {
        let weight = |&input: &u16| match cell < self.counts.len() {
            true => self.weights.get(usize::from(input) * self.stride + cell).copied().unwrap_or(0.0),
            false => 0.0,
        };
        inputs.iter().map(weight).collect()
    }

    /// Present threshold of each excitatory cell \[mV\].
    pub fn thresholds(&self) -> &[f32] {
        &self.exc.threshold[..self.counts.len()]
    }

    /// State of an excitatory cell after the last step; `None` if there is no such cell.
    pub fn cell(&self, cell: usize) -> Option<CellState> {
        let exc = &self.exc;
        let theta = *exc.theta.get(cell)?;
        Some(CellState { v: exc.v[cell], theta, g_e: exc.g_e[cell], g_i: exc.g_i[cell] })
    }

    /// Spikes of each excitatory cell in this look.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }
}
