//! A record of who spiked when, for raster plots and the page: filled while on, emptied by its reader.

/// Spikes as (step, cell) pairs, in the order in which they happened.
#[derive(Clone, Debug, Default)]
pub struct Monitor {
    /// Input spikes.
    pub input: Vec<(u32, u16)>,
    /// Excitatory spikes.
    pub exc: Vec<(u32, u16)>,
    /// Inhibitory spikes.
    pub inh: Vec<(u32, u16)>,
}

impl Monitor {
    pub(crate) fn record(&mut self, step: u32, input: &[u16], exc: &[u16], inh: &[u16]) {
        let at_step = |&cell: &u16| (step, cell);
        self.input.extend(input.iter().map(at_step));
        self.exc.extend(exc.iter().map(at_step));
        self.inh.extend(inh.iter().map(at_step));
    }

    pub(crate) fn clear(&mut self) {
        self.input.clear();
        self.exc.clear();
        self.inh.clear();
    }
}
